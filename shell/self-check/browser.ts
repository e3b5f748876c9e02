// What the browser can do.

import { selfCheck as texts } from "../texts/vi";
import { later, note, tried } from "./report";

/** What is known at once. */
export function browser(): void {
  note(texts.browser, null, navigator.userAgent);
  note(texts.language, null, navigator.language + ", " + new Date().getTimezoneOffset());
  note(texts.address, null, location.origin + location.pathname);
  note(texts.secure, window.isSecureContext === true);
  note(texts.frame, null, window.top === window ? texts.no : texts.yes);
  note(texts.element, Boolean(window.customElements && Element.prototype.attachShadow));
  note(texts.modules, "noModule" in document.createElement("script"));
  tried(texts.program, () => String(new WebAssembly.Module(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0]))));
  note(texts.network, navigator.onLine !== false);
}

/** Whether the service worker keeps the product, and which release of it. */
export function offline(): Promise<void> | void {
  var workers: ServiceWorkerContainer | null = null;
  try {
    workers = navigator.serviceWorker;
  } catch (_) {
    // A frame without an origin may not even ask.
  }
  if (!workers) return note(texts.offline, false, texts.unsupported);
  return later(texts.offline, () => {
    return workers!.getRegistration(location.href.replace(/[^/]*$/, "")).then((found) => {
      var worker = found && found.active;
      if (!worker) return texts.notYet;
      return new Promise<string>((resolve) => {
        var channel = new MessageChannel();
        channel.port1.onmessage = (event) => resolve(JSON.stringify(event.data));
        worker!.postMessage("state", [channel.port2]);
      });
    });
  });
}
