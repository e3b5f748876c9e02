// `frame-host.js`, for the page of a portal: gives every <iframe data-directive-assessment> the height of what it holds.
// <script src="…/frame-host.js" defer></script>

import { isOfProtocol, NS } from "./protocol";

/** What is in a message of whoever sent it. */
type Claimed = Readonly<Record<"type" | "height" | "view" | "task" | "saved", unknown>>;

const frames = () => document.querySelectorAll<HTMLIFrameElement>(`iframe[data-${NS}]`);
const originOf = (frame: HTMLIFrameElement) => new URL(frame.src, location.href).origin;

function hello(frame: HTMLIFrameElement): void {
  frame.contentWindow?.postMessage({ ns: NS, v: 1, type: "hello", state: frame.dataset["state"] === "" }, originOf(frame));
}

addEventListener("message", ({ data, source, origin }: MessageEvent<unknown>) => {
  if (!isOfProtocol<Claimed>(data)) return;
  for (const frame of frames()) {
    if (source !== frame.contentWindow || origin !== originOf(frame)) continue;
    const { type, height, view, task, saved } = data;
    if (type === "hello") hello(frame);
    // In a line of text it would stand on the letters' foot, with a gap below.
    if (type === "height" && typeof height === "number" && height > 0 && height < 1e6) {
      Object.assign(frame.style, { height: `${height}px`, verticalAlign: "top" });
    }
    if (type === "ready" || type === "state") {
      frame.dispatchEvent(new CustomEvent(`${NS}-${type}`, { bubbles: true, detail: { view, task, saved } }));
    }
  }
});
// A frame that was there first has said its own greeting to nobody.
for (const frame of frames()) hello(frame);
