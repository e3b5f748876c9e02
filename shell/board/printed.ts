// Prints the board's view: the whole page if it is the product's own, otherwise the element without the page around it.

import { print } from "../element/printing";
import type { ShownBoard, Styled } from "../element/parts";

export async function printed({ host, headingLevel }: ShownBoard, root: ShadowRoot): Promise<void> {
  const views = [...root.children].find((child) => child.contains(host));
  // All of the page is better than nothing.
  if (headingLevel === 1 || !views) return window.print();
  await print(root, views as HTMLElement, (place) => dressed(root, place)).catch(() => window.print());
}

/** Gives a copy in another document the styles of the element, those of the board among them: a sheet made by a script belongs to one document. */
function dressed(root: ShadowRoot, place: Styled): HTMLElement | "" {
  const view = ("defaultView" in place ? place : place.ownerDocument).defaultView as (Window & typeof globalThis) | null;
  // Safari before 16.4 takes no such sheets: there all styles are tags, and the last is waited for.
  if (!view || !place.adoptedStyleSheets) {
    const tags = [...root.querySelectorAll("link, style")].map((tag) => tag.cloneNode(true) as HTMLElement);
    const last = tags.pop();
    (("head" in place && place.head) || place).append(...tags);
    return last ?? "";
  }
  place.adoptedStyleSheets = [...root.styleSheets, ...root.adoptedStyleSheets].map((from) => {
    const sheet = new view.CSSStyleSheet();
    sheet.replaceSync([...from.cssRules].map((rule) => rule.cssText).join("\n"));
    return sheet;
  });
  return "";
}
