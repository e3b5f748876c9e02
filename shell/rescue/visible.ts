// What hides in a name is named. The program has a table of what that is (`visible.rs`); a script asks the browser's own.

/** What turns the direction of a text, with which a name can be made to read as another. */
var TURN = known("\\p{Bidi_Control}");
/** More than six in a row of marks that are set on a letter, of joiners, or of what lies beyond the first plane. */
var PILE = known("((?:[\\p{M}\\u200d]|[\\u{10000}-\\u{10ffff}]){6})(?:[\\p{M}\\u200d]|[\\u{10000}-\\u{10ffff}])+");

/** A browser that does not know these properties is older than any in which a draft can be written. */
function known(pattern: string): RegExp | null {
  try {
    return new RegExp(pattern, "gu");
  } catch (_) {
    return null;
  }
}

/** The text with names in the places of characters that turn it, and without marks beyond count. */
export function visible(text: string): string {
  if (TURN) text = text.replace(TURN, (turn) => "[U+" + ("0" + turn.charCodeAt(0).toString(16).toUpperCase()).slice(-4) + "]");
  return PILE ? text.replace(PILE, "$1…") : text;
}
