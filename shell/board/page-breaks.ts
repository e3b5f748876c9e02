// Where the pages of a sheet begin, by what its styles say of breaks. The sheet is a copy that is laid out as it is printed
// (`as-printed.ts`).

/** What no page ends within: a line, a row, whatever is kept whole. */
interface Piece {
  readonly block: Element;
  /** Which line of the block it is. */
  readonly line: number;
  readonly top: number;
  readonly bottom: number;
  /** Whether it stands on the same page as what is before it. */
  readonly joins: boolean;
  /** The room above it where a page begins with it: that of the head of its table. */
  readonly head: number;
}

/** Where a page begins: with an element, or with a letter of a text. */
export type Beginning = readonly [node: Node, offset: number];

/** The beginnings of all pages of a sheet but the first. A page has so much room. */
export function pageBreaks(sheet: Element, room: number): Beginning[] {
  const footer = [...sheet.children].find((child) => getComputedStyle(child).display === "table-footer-group");
  // It is repeated where the sheet is a table.
  const repeats = footer && getComputedStyle(sheet).display === "table";
  const flow = new Flow(repeats ? room - heightOf(footer) : room);
  for (const child of sheet.children) if (!repeats || child !== footer) flow.add(child);
  return flow.beginnings(sheet.getBoundingClientRect().top).map(beginning);
}

/** What has no place of its own on a page may end half a pixel below it. */
const SLACK = 0.5;

class Flow {
  readonly pieces: Piece[] = [];
  readonly #room: number;
  /** Whether what comes next stays with what came last. */
  #joins = false;

  constructor(room: number) {
    this.#room = room;
  }

  add(element: Element, head = 0): void {
    const height = heightOf(element);
    if (!height) return;
    const style = getComputedStyle(element);
    if (style.breakBefore === "avoid") this.#joins = true;
    const isWhole = style.breakInside === "avoid" || /^(inline-)?(flex|grid)$/.test(style.display);
    if (isWhole && height <= this.#room - head) this.#addWhole(element, head);
    else if (element instanceof HTMLTableElement) this.#addTable(element);
    else if (element instanceof HTMLTableRowElement) this.#addRow(element, head);
    else if (hasLines(element)) this.#addLines(element, style, head);
    else for (const child of element.children) this.add(child, head);
    if (style.breakAfter === "avoid") this.#joins = true;
  }

  beginnings(top: number): Piece[] {
    const { pieces } = this;
    const found: Piece[] = [];
    for (let first = 0, at = 1; at < pieces.length; at++) {
      if (pieces[at]!.bottom - top <= this.#room + SLACK) continue;
      let next = at;
      while (next > first && pieces[next]!.joins) next--;
      // What is longer than a page ends anywhere.
      first = at = next > first ? next : at;
      found.push(pieces[at]!);
      top = pieces[at]!.top - pieces[at]!.head;
    }
    return found;
  }

  #push(block: Element, line: number, top: number, bottom: number, head: number): void {
    this.pieces.push({ block, line, top, bottom, joins: this.#joins, head });
    this.#joins = false;
  }

  #addWhole(block: Element, head: number): void {
    const { top, bottom } = block.getBoundingClientRect();
    this.#push(block, 0, top, bottom, head);
  }

  /** All lines of a block are as high. */
  #addLines(block: Element, style: CSSStyleDeclaration, head: number): void {
    const { top, bottom } = roomOf(block);
    const count = Math.max(1, Math.round((bottom - top) / parseFloat(style.lineHeight)) || 1);
    const height = (bottom - top) / count;
    // Firefox knows neither.
    const [orphans, widows] = [Number(style.orphans) || 1, Number(style.widows) || 1];
    for (let line = 0; line < count; line++) {
      if (line > 0) this.#joins = line < orphans || count - line < widows;
      this.#push(block, line, top + line * height, top + (line + 1) * height, head);
    }
  }

  #addTable(table: HTMLTableElement): void {
    const { caption, tHead } = table;
    if (caption) this.add(caption);
    if (tHead) {
      this.#addWhole(tHead, 0);
      this.#joins = true;
    }
    const head = tHead ? heightOf(tHead) : 0;
    for (const body of table.tBodies) for (const row of body.rows) this.add(row, head);
  }

  /** The lines of its cells stand beside each other. */
  #addRow(row: HTMLTableRowElement, head: number): void {
    const lines: Piece[] = [];
    for (const cell of row.cells) {
      const flow = new Flow(this.#room);
      flow.add(cell, head);
      lines.push(...flow.pieces);
    }
    lines.sort((one, other) => one.top - other.top);
    const from = this.pieces.length;
    for (const line of lines) {
      const last = this.pieces.at(-1);
      if (last && this.pieces.length > from && line.top - last.top < 2) {
        const joins = last.joins || line.joins;
        this.pieces[this.pieces.length - 1] = { ...last, bottom: Math.max(last.bottom, line.bottom), joins };
      } else this.pieces.push(line);
    }
    const first = this.pieces[from];
    if (first) this.pieces[from] = { ...first, block: row, line: 0, top: row.getBoundingClientRect().top, joins: this.#joins };
    this.#joins = false;
  }
}

/** Where the lines of a block are. A cell is as high as its row, whatever stands in it. */
function roomOf(block: Element): { top: number; bottom: number } {
  if (!(block instanceof HTMLTableCellElement)) return block.getBoundingClientRect();
  const text = new Range();
  text.selectNodeContents(block);
  return text.getBoundingClientRect();
}

const heightOf = (element: Element): number => element.getBoundingClientRect().height;

function hasLines(element: Element): boolean {
  return [...element.childNodes].some((node) =>
    node instanceof Element ? getComputedStyle(node).display.startsWith("inline") : node instanceof Text && node.data.trim() !== "",
  );
}

/** The first letter of the line. */
function beginning({ block, line, top }: Piece): Beginning {
  const range = new Range();
  const texts = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  while (line > 0 && texts.nextNode()) {
    const text = texts.currentNode as Text;
    const isAbove = (offset: number) => {
      range.setStart(text, offset);
      range.setEnd(text, offset + 1);
      const { top: from, bottom, height } = range.getBoundingClientRect();
      // A blank at the end of a line may have no place.
      return !height || (from + bottom) / 2 < top;
    };
    if (!text.length || isAbove(text.length - 1)) continue;
    let [from, to] = [0, text.length - 1];
    while (from < to) {
      const middle = (from + to) >> 1;
      if (isAbove(middle)) from = middle + 1;
      else to = middle;
    }
    return [text, from];
  }
  return [block, 0];
}
