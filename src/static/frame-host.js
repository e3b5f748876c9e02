// For the page of a portal: gives every <iframe data-directive-assessment> the height of what it holds.
// <script src="…/frame-host.js" defer></script>
(() => {
  const NS = "directive-assessment";
  const frames = () => document.querySelectorAll(`iframe[data-${NS}]`);
  const originOf = (frame) => new URL(frame.src, location.href).origin;
  const hello = (frame) =>
    frame.contentWindow?.postMessage({ ns: NS, v: 1, type: "hello", state: frame.dataset.state === "" }, originOf(frame));
  addEventListener("message", ({ data, source, origin }) => {
    if (typeof data !== "object" || data === null || data.ns !== NS || data.v !== 1) return;
    for (const frame of frames()) {
      if (source !== frame.contentWindow || origin !== originOf(frame)) continue;
      const { type, height, view, task, saved } = data;
      if (type === "hello") hello(frame);
      if (type === "height" && Number.isFinite(height) && height > 0 && height < 1e6) frame.style.height = `${height}px`;
      if (type === "ready" || type === "state") {
        frame.dispatchEvent(new CustomEvent(`${NS}-${type}`, { bubbles: true, detail: { view, task, saved } }));
      }
    }
  });
  // A frame that was there first has said its own greeting to nobody.
  for (const frame of frames()) hello(frame);
})();
