// `sw-off.js`, the off switch: if it replaces sw.js, it removes the product's caches from every machine that visits, then itself.

import { Name } from "../shared/names";

declare const self: ServiceWorkerGlobalScope;

const PREFIX = `${Name.TAG} ${new URL("./", self.location.href).href} `;

async function end(): Promise<void> {
  for (const name of await caches.keys()) if (name.startsWith(PREFIX)) await caches.delete(name);
  await self.registration.unregister();
}

self.addEventListener("install", () => void self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(end()));
