// Prints the views of an element without the page around it, from a frame that holds a copy of them: a page's own boxes may cut off
// what is in them at the height of a window. Loaded on demand.

import { Name } from "../shared/names";
import type { Parts } from "./parts";

/** `views` is what is drawn, in the shadow root `root`; `style` gives such a root, or a document, its style. */
export async function print(root: ShadowRoot, views: HTMLElement, style: Parts["style"]): Promise<void> {
  // The one before stayed: some browsers print while the page goes on.
  root.querySelector("iframe")?.remove();
  const frame = document.createElement("iframe");
  frame.tabIndex = -1;
  frame.setAttribute("aria-hidden", "true");
  Object.assign(frame.style, { position: "fixed", width: "210mm", height: "297mm", right: "100%", border: 0, visibility: "hidden" });
  // Firefox puts another empty document into the frame at first.
  const isThere = new Promise((done) => (frame.onload = done));
  root.append(frame);
  await isThere;
  const page = frame.contentDocument!;
  page.documentElement.lang = (views.firstElementChild as HTMLElement).lang;
  page.title = root.querySelector("h1")!.textContent!;
  const host = page.createElement(Name.TAG);
  page.body.append(host);
  const copy = host.attachShadow({ mode: "open" });
  // What the style sheet says of the page as a whole is not heard in a shadow root.
  await Promise.all([styled(page.head, style(page)), styled(copy, style(copy))]);
  copy.append(page.importNode(views, true));
  await page.fonts.ready;
  frame.contentWindow!.print();
}

/** A tag has to be loaded; a sheet is there. */
function styled(place: HTMLElement | ShadowRoot, style: HTMLElement | ""): Promise<unknown> {
  return new Promise((done) => {
    if (!style) return done(undefined);
    style.onload = style.onerror = done;
    place.append(style);
  });
}
