// What is around a unit's report: where edits go, and the styles of its pages, which follow from the profile that the person chooses.

import type { AroundReport, Shown } from "../element/parts";

export class Paper implements AroundReport {
  readonly keep: AroundReport["keep"];
  print = (): void => {};
  /** The rules for pages of paper, for the document that is printed: a shadow root's are not heard. */
  readonly pages: CSSStyleSheet | undefined;
  #text: CSSStyleSheet;

  constructor(root: ShadowRoot, keep: AroundReport["keep"]) {
    this.keep = keep;
    // Safari before 16.4 takes no sheet of a script's own: there the rules go into one that was loaded.
    if (!root.adoptedStyleSheets) {
      this.#text = [...root.styleSheets].at(-1)!;
      return;
    }
    this.pages = new CSSStyleSheet();
    this.#text = new CSSStyleSheet();
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, this.#text];
  }

  dress(text: string, pages: string): void {
    if (this.pages) {
      this.#text.replaceSync(text);
      this.pages.replaceSync(pages);
      return;
    }
    // The rules of an earlier profile are overruled.
    for (const rule of text.split("\n")) this.#text.insertRule(rule, this.#text.cssRules.length);
  }

  /** While it is shown, the product's own page prints on its paper, however it is asked to. */
  show(shown: Shown | undefined): void {
    const { pages } = this;
    if (!pages) return;
    this.#text.disabled = !shown;
    const others = document.adoptedStyleSheets.filter((sheet) => sheet !== pages);
    document.adoptedStyleSheets = shown?.headingLevel === 1 ? [...others, pages] : others;
  }
}
