// The page speaks the language that was chosen in the element.

import { Name } from "../shared/names";
import { element } from "./around";

/** Follows the element's language, from when it is ready. */
export function speak(): void {
  var app: HTMLElement | null;
  var observer = new MutationObserver(() => {
    document.documentElement.lang = app!.lang;
  });
  function follow(): void {
    var root = element().shadowRoot;
    app = root && root.querySelector("." + Name.ROOT);
    if (!app) return;
    document.documentElement.lang = app.lang;
    observer.observe(app, { attributes: true, attributeFilter: ["lang"] });
  }
  element().addEventListener(Name.TAG + "-ready", follow);
  follow();
}
