// The page's part in keeping the product on this machine (offline/worker.ts). It runs only in browsers that know promises.

import { trusted } from "./around";
import { saved, say } from "./news";

/** Has the service worker keep this release, and tells of another. */
export function keep(): void {
  var workers: ServiceWorkerContainer | null = null;
  try {
    workers = navigator.serviceWorker;
  } catch (_) {
    // A frame without an origin may not even ask.
  }
  if (!workers) return;
  workers
    .register(trusted.createScriptURL("sw.js"), { updateViaCache: "none" })
    .then(watch)
    // A private window refuses it; the self-check page says so. The product works all the same.
    .catch(() => {});
  workers.addEventListener("message", (event) => {
    if (event.data === "updated") say("other", "reload");
    // All of it is on this machine, and waits for the person's yes.
    if (event.data === "update") workers!.ready.then((registration) => say("update", () => update(registration)));
  });
}

function watch(registration: ServiceWorkerRegistration): void {
  function follow(worker: ServiceWorker | null): void {
    if (!worker) return;
    if (worker.state === "activated") return look(worker);
    worker.addEventListener("statechange", () => {
      if (worker.state === "activated") look(worker);
    });
  }
  [registration.active, registration.waiting, registration.installing].forEach(follow);
  registration.addEventListener("updatefound", () => follow(registration.installing));
}

function ask(worker: ServiceWorker, question: string, then: (answer: any) => void): void {
  var channel = new MessageChannel();
  channel.port1.onmessage = (event) => then(event.data);
  worker.postMessage(question, [channel.port2]);
}

function look(worker: ServiceWorker): void {
  ask(worker, "state", (state) => {
    if (state.serving) document.documentElement.setAttribute("data-offline", "ready");
  });
}

/** Only with everything on disk, and after the person's yes. */
function update(registration: ServiceWorkerRegistration): void {
  var later = () => say("later");
  saved(() => {
    ask(registration.active!, "update", () => {
      registration
        .update()
        .then(() => {
          var next = registration.installing || registration.waiting;
          if (!next) return location.reload();
          next.addEventListener("statechange", () => {
            if (next!.state === "activated") location.reload();
            if (next!.state === "redundant") later();
          });
        })
        .catch(later);
    });
  });
}
