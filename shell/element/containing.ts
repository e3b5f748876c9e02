// Decides which of the element's events reach the page around it.

/**
 * What a control of ours uses up is nobody else's business. Outside, an event seems to come from the element, which is no field to a
 * page's scripts: a letter would be their shortcut, Enter the search of their form, a paste something to forbid.
 */
export const USED = ["keydown", "keypress", "keyup", "beforeinput", "input", "cut", "copy", "paste", "selectstart", "contextmenu"]
  .concat("pointerdown", "mousedown", "touchstart", "dragstart", "dragenter", "dragover", "drop");
const TEXT = "textarea, [type=text], [type=search]";
const EDITING = /^([acvxyz]|Arrow.+|Backspace|Delete|End|Enter|Home|Insert)$/i;
/** The key that was used up on its way down is used up on its way up, too. */
let usedKey: string | false | undefined;

/** Of the events that these may be, what is asked of each. */
type Contained = Event & Partial<Pick<KeyboardEvent, "key" | "altKey" | "ctrlKey" | "metaKey"> & Pick<DragEvent, "dataTransfer">>;

/** Stops an event that a control has used up. */
export function contain(event: Contained): void {
  const { type, key, altKey } = event;
  const [target] = event.composedPath() as [Partial<HTMLInputElement>];
  // Files are for whoever takes them, wherever they are dropped.
  const isText = !event.dataTransfer?.types.includes("Files") && target.matches?.(TEXT);
  let isUsed = event.defaultPrevented || isText;
  if (key) {
    // Tab, Escape and the keys of the browser go on. AltGr writes letters, and seems to be Ctrl and Alt.
    const isCommand = (event.ctrlKey || event.metaKey) && !altKey;
    if (isText) isUsed = event.defaultPrevented || (isCommand ? EDITING.test(key) : !/^(Tab|Escape|F\d+)$/.test(key));
    else isUsed ||= /^(Enter| )$/.test(key) || (target.type === "radio" && key.startsWith("Arrow"));
    if (type === "keydown") usedKey = isUsed && key;
    else isUsed ||= key === usedKey;
  }
  if (isUsed) event.stopPropagation();
}
