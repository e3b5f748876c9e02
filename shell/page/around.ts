// Where this script is, and the element of its page.

import { Name } from "../shared/names";
import { scriptPolicy } from "../shared/policy";

/** What is asked of the element. */
type Element = HTMLElement & { flush(): Promise<void> };

var script = document.currentScript as HTMLScriptElement | null;
var own = script ? script.src : location.href;
/** The folder of the product's files. */
export var base = own.replace(/[^/]*$/, "");
/** Not filled in by the build: as long as this script stays what it is, it runs in a page of an earlier release, too (see `renew`). */
export var build = own.split("?")[1];
export var trusted = scriptPolicy(base, () => build);

/** The script waits for nothing, not even for the page to be read. */
export function element(): Element {
  return document.querySelector<Element>(Name.TAG)!;
}

export function isDefined(): boolean {
  return Boolean(window.customElements && customElements.get(Name.TAG));
}

/** Whether the person can begin, or sees why not. */
export function isReady(): boolean {
  var there = element();
  return Boolean(there && there.shadowRoot && there.shadowRoot.querySelector("[" + Name.READY + "], .failure"));
}
