// What is around a report: where edits go, and the styles of its pages, which follow from a profile.

import type { AroundReport, Shown } from "../element/parts";
import { PageLines } from "./page-lines";

export class Paper implements AroundReport {
  readonly keep: AroundReport["keep"];
  print = (): void => {};
  /** The rules for pages of paper, for the document that is printed: a shadow root's are not heard. */
  readonly pages: CSSStyleSheet | undefined;
  #text: CSSStyleSheet;
  #root: ShadowRoot;
  /** Where its pages begin. */
  #lines: PageLines | undefined;
  #isOf: (shown: Shown) => boolean;
  #isShown = false;

  /** `isOf` tells of what is shown whether it is a report. */
  constructor(root: ShadowRoot, keep: AroundReport["keep"], isOf: (shown: Shown) => boolean = () => true) {
    this.keep = keep;
    this.#root = root;
    this.#isOf = isOf;
    // Safari before 16.4 takes no sheet of a script's own: there the rules go into one that was loaded.
    if (!root.adoptedStyleSheets) {
      this.#text = [...root.styleSheets].at(-1)!;
      return;
    }
    this.#lines = new PageLines(root);
    this.pages = new CSSStyleSheet();
    this.#text = new CSSStyleSheet();
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, this.#text];
  }

  dress(text: string, pages: string): void {
    if (this.pages) {
      this.#text.replaceSync(text);
      this.pages.replaceSync(pages);
      this.#lines?.forget();
      return;
    }
    // The rules of an earlier profile are overruled.
    for (const rule of text.split("\n")) this.#text.insertRule(rule, this.#text.cssRules.length);
  }

  /** The rules for pages while it is shown. */
  get shownPages(): CSSStyleSheet | undefined {
    return this.#isShown ? this.pages : undefined;
  }

  /** While it is shown, the product's own page prints on its paper, however it is asked to. */
  show(shown: Shown | undefined): void {
    const { pages } = this;
    // Where there are such sheets, a document takes them, too.
    if (!pages) return;
    const page = this.#root.ownerDocument;
    this.#isShown = shown !== undefined && this.#isOf(shown);
    this.#text.disabled = !this.#isShown;
    this.#lines?.show(this.#isShown ? shown : undefined);
    const others = page.adoptedStyleSheets.filter((sheet) => sheet !== pages);
    const isOwnPage = this.#isShown && shown?.headingLevel === 1;
    page.adoptedStyleSheets = isOwnPage ? [...others, pages] : others;
    if (isOwnPage) withoutSpaceBehind(this.#root.host);
  }
}

/** Firefox prints an empty page for white space that stands behind a page across. */
function withoutSpaceBehind(host: Element): void {
  const nodes = [...(host.parentNode?.childNodes ?? [])];
  for (const node of nodes.slice(nodes.indexOf(host as ChildNode))) {
    if (node.nodeType === Node.TEXT_NODE && /^\s+$/.test(node.nodeValue!)) node.remove();
  }
}
