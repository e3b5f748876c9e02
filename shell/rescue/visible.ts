// Names what hides in a name. The program has its own table of that (`visible.rs`); a script asks the browser.

/** What turns the direction of a text, and can make one name read as another. */
var TURN = known("\\p{Bidi_Control}");
/** More marks in a row than are drawn where fonts pile them up, and where they set them below each other. The blocks are those of `visible.rs`. */
var PILED = pile("[\\u0300-\\u0489\\u0610-\\u08ff\\u0e31-\\u0fbc\\u17b4-\\u17d3\\u1ab0-\\u1dff\\u2de0-\\u2dff\\ua66f-\\uaa31\\u{10376}-\\u{11cb6}]", 4);
var STACKED = pile("[\\u0f71-\\u0f7d\\u0f8d-\\u0fbc\\u{11c92}-\\u{11cb6}]", 3);
/** More than six in a row of marks that are set on a letter, of joiners, or of characters beyond the first plane. */
var PILE = known("((?:[\\p{M}\\u200d]|[\\u{10000}-\\u{10ffff}]){6})(?:[\\p{M}\\u200d]|[\\u{10000}-\\u{10ffff}])+");

function pile(blocks: string, most: number): RegExp | null {
  var mark = "(?:(?=" + blocks + ")\\p{M})";
  return known("(" + mark + "{" + most + "})" + mark + "+");
}

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
  if (STACKED) text = text.replace(STACKED, "$1…");
  if (PILED) text = text.replace(PILED, "$1…");
  return PILE ? text.replace(PILE, "$1…") : text;
}
