// Prints what the board's program has drawn: the whole page if it is the product's own, otherwise the element without the page around it.

import { print } from "../element/printing";
import type { Shown, Styled } from "../element/parts";

/** `pages` is what is said of the pages of paper beside what the form's style sheet says. */
export async function printed({ host, headingLevel }: Shown, root: ShadowRoot, pages?: CSSStyleSheet): Promise<void> {
  const views = [...root.children].find((child) => child.contains(host));
  // All of the page is better than nothing.
  if (headingLevel === 1 || !views) return window.print();
  const style = (place: Styled) => dressed(place, root, pages);
  await print(root, views as HTMLElement, style).catch(() => window.print());
}

/** Gives a copy in another document the styles of the element, those of the board among them: a sheet made by a script belongs to one document. */
function dressed(place: Styled, root: ShadowRoot, pages: CSSStyleSheet | undefined): HTMLElement | "" {
  const isDocument = "defaultView" in place;
  const view = (isDocument ? place : place.ownerDocument).defaultView as (Window & typeof globalThis) | null;
  // Safari before 16.4 takes no such sheets: there all styles are tags, and the last is waited for.
  if (!view || !place.adoptedStyleSheets) {
    const tags = [...root.querySelectorAll("link, style")].map((tag) => tag.cloneNode(true) as HTMLElement);
    const last = tags.pop();
    (("head" in place && place.head) || place).append(...tags);
    return last ?? "";
  }
  const sheets = [...root.styleSheets, ...root.adoptedStyleSheets].filter((sheet) => !sheet.disabled);
  if (isDocument && pages) sheets.push(pages);
  place.adoptedStyleSheets = sheets.map((from) => {
    const sheet = new view.CSSStyleSheet();
    sheet.replaceSync([...from.cssRules].map((rule) => rule.cssText).join("\n"));
    return sheet;
  });
  return "";
}
