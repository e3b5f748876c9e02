// Shows where the pages of a report begin, as a word processor does that hides the room between pages: in a layer of its own over what
// the program has drawn. That is measured with copies, so the lines are true however wide the sheets are on the screen.

import type { Shown } from "../element/parts";
import { fill, languageOf, spoken } from "../shared/language";
import * as en from "../texts/en";
import * as vi from "../texts/vi";
import { AsPrinted } from "./as-printed";
import { type Beginning, pageBreaks } from "./page-breaks";

/** How long nothing has to change before pages are looked for again: whoever types is not made to wait. */
const PAUSE = 200;

/** The least room between two blocks of the text, in pixels. */
const GAP = 8;

/** A sheet with more rows is not measured, and how many pages there are is not told. */
const MOST_ROWS = 500;

/** Nor is one with more letters. */
const MOST_LETTERS = 300_000;

/** What the pages of a sheet begin with, but for the first; nothing where that is not known. */
type Known = readonly Beginning[] | undefined;

export class PageLines {
  readonly #printed: AsPrinted;
  readonly #layer = document.createElement("div");
  readonly #changes = new MutationObserver((changes) => this.#changed(changes));
  readonly #sizes = new ResizeObserver(() => {
    this.#draw();
    this.#later();
  });
  readonly #known = new Map<Element, Known>();
  /** The sheets that have changed since they were measured. */
  readonly #stale = new WeakSet<Element>();
  #sheets: Element | undefined;
  #shown: Shown | undefined;
  #waits = 0;

  constructor(root: ShadowRoot) {
    this.#printed = new AsPrinted(root);
    this.#layer.className = "page-lines no-print";
  }

  /** The styles have changed. */
  forget(): void {
    this.#printed.forget();
    this.#outdate();
    this.#later();
  }

  show(shown: Shown | undefined): void {
    if (this.#shown?.host !== shown?.host) {
      this.#changes.disconnect();
      if (shown) this.#changes.observe(shown.host, { childList: true, characterData: true, subtree: true });
      // What is drawn elsewhere is not heard of.
      this.#outdate();
    }
    this.#shown = shown;
    this.#later();
  }

  #outdate(): void {
    for (const sheet of this.#known.keys()) this.#stale.add(sheet);
  }

  #changed(changes: MutationRecord[]): void {
    const changed = changes.map(({ target }) => target).filter((target) => !this.#layer.contains(target));
    for (const sheet of this.#known.keys()) if (changed.some((target) => sheet.contains(target))) this.#stale.add(sheet);
    if (changed.length) this.#later();
  }

  #later(pause = PAUSE): void {
    clearTimeout(this.#waits);
    this.#waits = setTimeout(() => this.#measure(), pause);
  }

  #measure(): void {
    const sheets = this.#shown?.host.querySelector(".sheets") ?? undefined;
    if (sheets !== this.#sheets) {
      this.#sizes.disconnect();
      // What stands above the sheets moves them, too.
      for (const sized of sheets ? [sheets, this.#shown!.host] : []) this.#sizes.observe(sized);
      this.#sheets = sheets;
    }
    // While it is hidden nothing has a place. It is heard when it has one again.
    if (sheets && !sheets.getClientRects().length) return;
    const all = [...(sheets?.children ?? [])];
    for (const sheet of this.#known.keys()) if (!all.includes(sheet)) this.#known.delete(sheet);
    const next = all.find((sheet) => !this.#known.has(sheet) || this.#stale.has(sheet));
    if (next) {
      this.#stale.delete(next);
      this.#known.set(next, this.#beginnings(next));
      // The page may do something else meanwhile.
      this.#later(0);
    }
    this.#draw();
  }

  #beginnings(sheet: Element): Known {
    const isLong = sheet.getElementsByTagName("tr").length > MOST_ROWS || sheet.textContent!.length > MOST_LETTERS;
    if (isLong) return undefined;
    const { width, height } = paperOf(sheet);
    return this.#printed.with(sheet, width, (copy) =>
      pageBreaks(copy, height).map(([node, offset]) => [counterpart(node, copy, sheet), offset]),
    );
  }

  /** The layer lies over the sheets, wherever they are by now. */
  #draw(): void {
    const { host, lang } = this.#shown ?? {};
    if (!host || !this.#sheets?.getClientRects().length) return this.#layer.remove();
    if (this.#layer.parentNode !== host) host.append(this.#layer);
    this.#layer.lang = languageOf(lang);
    const texts = spoken(lang, vi.paged, en.paged);
    const origin = this.#layer.getBoundingClientRect();
    const drawn = (className: string, text: string, number: number, sheet: Element, top = sheet.getBoundingClientRect().top) => {
      const { left, width } = sheet.getBoundingClientRect();
      const line = Object.assign(document.createElement("p"), { className, textContent: fill(text, { number: String(number) }) });
      Object.assign(line.style, { top: `${top - origin.top}px`, left: `${left - origin.left}px`, width: `${width}px` });
      return line;
    };
    const lines = document.createElement("div");
    lines.setAttribute("aria-hidden", "true");
    let pages = 0;
    for (const sheet of this.#sheets.children) {
      const beginnings = this.#known.get(sheet);
      if (++pages > 1) lines.append(drawn("page-first", texts.page, pages, sheet));
      // From here on no number would be sure.
      if (!beginnings) return this.#layer.replaceChildren(lines);
      for (const beginning of beginnings) {
        pages++;
        const top = beginning[0].isConnected ? topOf(beginning) : Infinity;
        // A sheet that is out of sight may not be laid out yet, and be too short for what is on it.
        if (top < sheet.getBoundingClientRect().bottom) lines.append(drawn("page-line", texts.page, pages, sheet, top));
      }
    }
    const [first] = this.#sheets.children;
    this.#layer.replaceChildren(lines, ...(first ? [drawn("page-count", texts.pages, pages, first)] : []));
  }
}

/** The width and the height that a page of the sheet's paper leaves to what stands on it. */
function paperOf(sheet: Element): { width: number; height: number } {
  const style = getComputedStyle(sheet);
  const length = (name: string) => (parseFloat(style.getPropertyValue(`--${name}`)) * 96) / 25.4;
  const [width, height] = [length("paper-width"), length("paper-height")];
  const isAcross = sheet.classList.contains("across");
  return {
    width: (isAcross ? height : width) - length("margin-left") - length("margin-right"),
    height: (isAcross ? width : height) - length("margin-top") - length("margin-bottom"),
  };
}

/** What a node of the copy is the copy of. */
function counterpart(node: Node, copy: Element, of: Element): Node {
  const path: number[] = [];
  for (let at = node; at !== copy; at = at.parentNode!) path.push([...at.parentNode!.childNodes].indexOf(at as ChildNode));
  return path.reduceRight<Node>((found, index) => found.childNodes[index]!, of);
}

/** Where that begins on the screen; of what is not shown there, such as a text whose field is open, where it stands. */
function topOf([node, offset]: Beginning): number {
  let element = node instanceof Element ? node : node.parentElement!;
  if (node instanceof Text && offset < node.length) {
    const range = new Range();
    range.setStart(node, offset);
    range.setEnd(node, offset + 1);
    const { top, height } = range.getBoundingClientRect();
    if (height) return top - (parseFloat(getComputedStyle(element).lineHeight) - height) / 2;
  }
  while (!element.getClientRects().length) element = element.parentElement!;
  // Rows stand close; between blocks there is room.
  return element.getBoundingClientRect().top - (element.closest("table") ? 0 : GAP / 2);
}
