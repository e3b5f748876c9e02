// `sw.js`, the service worker: keeps the product on this machine, so that it opens without a network.
//
// - A version counts only once it is complete: each file is checked against its digest while it is loaded.
// - Every script of this origin can write into these caches at any time. So each time a file is served, what comes out of the cache is
//   hashed and compared with this script's own list, and exactly the bytes that were hashed are served. Checking once per start of the
//   worker would not do: it may live for hours while pages are open, and the cache can be changed a moment after the check. (Verified
//   bytes kept in memory would be as safe, but would take up memory for as long as the worker lives.)
// - What does not match is fetched again; without a network it is refused, and a page says so.
// - The response headers of a page are those that the server sends now, requested as the page is opened. If the server does not answer
//   soon, they are made here: what the server sent on another day may be outdated, and in a cache it may be anybody's.
// - A worker serves only its own version, because it has no other digests. So a new worker waits until the person has agreed: it loads
//   its version, asks the worker that it would replace, and gives up if that one says no. The next visit tries again, and then
//   everything is here already.
// - It answers for files beside it that it has, and for nothing else; everything else comes from the network as usual. A version of
//   which something is missing is not used: the network serves until it is complete again.
// - A page asks for its files with its version after a question mark, and gets them in that version or from the network.
// - Its caches have the product and the folder in their names. No other cache is touched.
// - To switch it off for good, replace it with sw-off.js.

import { Name } from "../shared/names";
import { worker as texts } from "../texts/vi";

declare const self: ServiceWorkerGlobalScope;
/** The build writes these above this script: the version, and the digest of each of its files. */
declare const VERSION: string;
declare const FILES: Readonly<Record<string, string>>;

const FOLDER = new URL("./", self.location.href).href;
const PREFIX = `${Name.TAG} ${FOLDER} `;
const CACHE = PREFIX + VERSION;
const TYPES: Readonly<Record<string, string>> = {
  html: "text/html; charset=utf-8",
  js: "text/javascript; charset=utf-8",
  css: "text/css; charset=utf-8",
  json: "application/json",
  wasm: "application/wasm",
  svg: "image/svg+xml",
  png: "image/png",
  webmanifest: "application/manifest+json",
};
/** Under which the product is developed and tested; a server sends the same (README.md). */
const POLICY = [
  "default-src 'self'",
  `script-src ${FOLDER.replace(/[;,]/g, encodeURIComponent)} 'wasm-unsafe-eval'`,
  "style-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types directive-assessment",
].join("; ");
/** It holds its own script and its own policy. */
const SINGLE = "directive-assessment.html";
/** Milliseconds that one file may take, so that a server that never answers does not hold the worker for ever. */
const PATIENCE = 120000;
/** The same for the head of a page, which waits for it. */
const HEAD_PATIENCE = 1000;
/** The same for the worker that is asked: one that is stuck is replaced. */
const SILENCE = 10000;

/** A file as it was released, if that is what the cache has. A cache that cannot be read is no cache. */
async function kept(name: string): Promise<ArrayBuffer | undefined> {
  if (!Object.hasOwn(FILES, name)) return undefined;
  try {
    const cache = await caches.open(CACHE);
    const found = await cache.match(FOLDER + name, { ignoreVary: true });
    const bytes = await found?.arrayBuffer();
    if (bytes && (await digest(bytes)) === FILES[name]) return bytes;
    await cache.delete(FOLDER + name, { ignoreVary: true });
  } catch {
    // As if it were not there.
  }
  return undefined;
}

async function digest(bytes: ArrayBuffer): Promise<string> {
  return `sha256-${btoa(String.fromCharCode(...new Uint8Array(await crypto.subtle.digest("SHA-256", bytes))))}`;
}

/** Loads a file, keeps it, and returns its bytes. */
async function load(name: string): Promise<ArrayBuffer> {
  const [integrity, file] = [FILES[name]!, FOLDER + name];
  const answer = await fetch(file, { integrity, cache: "no-cache", signal: AbortSignal.timeout(PATIENCE) });
  if (!answer.ok) throw new Error(`${answer.status} ${name}`);
  const bytes = await answer.arrayBuffer();
  await (await caches.open(CACHE)).put(file, new Response(bytes));
  return bytes;
}

/** Takes this worker's version in. What is there and right is not loaded again. */
async function fill(): Promise<void> {
  for (const name of Object.keys(FILES)) if (!(await kept(name))) await load(name);
}

async function isWhole(): Promise<boolean> {
  if (!(await caches.has(CACHE))) return false;
  const there = new Set((await (await caches.open(CACHE)).keys()).map(({ url }) => url));
  return Object.keys(FILES).every((name) => there.has(FOLDER + name));
}

const isNavigation = ({ mode }: Request) => mode === "navigate";
const isFrame = (request: Request) => isNavigation(request) && ["iframe", "frame", "embed", "object"].includes(request.destination);
const isPage = (name: string) => name.endsWith(".html");

/**
 * What the server sends with a page today; nothing where it does not say so soon. Without the browser's own store, which keeps of a
 * page that has not changed what the server does not send with it any more.
 */
async function head(request: Request): Promise<Headers | undefined> {
  const signal = AbortSignal.timeout(HEAD_PATIENCE);
  try {
    // There are servers that answer only whoever wants the page as well.
    for (const method of ["HEAD", "GET"]) {
      const answer = await fetch(request.url, { method, cache: "no-store", redirect: "error", signal });
      void answer.body?.cancel();
      if (answer.ok) return new Headers(answer.headers);
    }
  } catch {
    // As without a network.
  }
  return undefined;
}

/** The head of a file where nothing is heard of the server. Who may frame a page, only the server knows. */
function ownHead(request: Request, name: string): Headers {
  const policy = isFrame(request) ? `${POLICY}; frame-ancestors 'self'` : POLICY;
  const headers = new Headers();
  if (isPage(name) && name !== SINGLE) headers.set("Content-Security-Policy", policy);
  return headers;
}

/** An answer with bytes of this version. */
async function respond(request: Request, name: string, body: ArrayBuffer | string, status = 200): Promise<Response> {
  const headers = (status === 200 && isNavigation(request) && (await head(request))) || ownHead(request, name);
  for (const other of ["Content-Encoding", "Content-Length", "ETag", "Last-Modified"]) headers.delete(other);
  headers.set("Content-Type", TYPES[name.split(".").pop()!] ?? "application/octet-stream");
  headers.set("X-Content-Type-Options", "nosniff");
  return new Response(body, { status, headers });
}

/** Whether the page that began last got this version; else the network serves. */
let serving: Promise<boolean> | undefined;

async function answer(request: Request, name: string): Promise<Response> {
  // A page is begun with a version that is whole; what it loads then is of the same one.
  if (isNavigation(request) || !serving) serving = isWhole().catch(() => false);
  // A page that came past this worker may be of another version, and says of which in all that it asks for.
  const asked = /\?([0-9a-f]{16})$/.exec(request.url)?.[1];
  const isOurs = Object.hasOwn(FILES, name) && (asked ? asked === VERSION : await serving);
  if (isOurs && !isFrame(request)) {
    const found = (await kept(name)) ?? (await load(name).catch(() => undefined));
    if (found) return respond(request, name, found);
  }
  try {
    return await fetch(request);
  } catch (error) {
    // Without a network a part is better than nothing: the directive, and the panel that hands out the drafts.
    const rest = await kept(name);
    if (rest) return respond(request, name, rest);
    if (Object.hasOwn(FILES, name)) return refusal(request, name);
    throw error;
  }
}

/** In the place of a file that is not as it was released, while there is no network to have it anew from. */
function refusal(request: Request, name: string): Promise<Response> {
  if (!isNavigation(request)) return respond(request, name, "", 409);
  const tag = (file: string) => `="${FOLDER}${file}?${VERSION}" integrity="${FILES[file]}"`;
  const page = [
    `<!doctype html><html lang="vi" data-refused="${name}"><head><meta charset="utf-8">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${texts.title}</title><link rel="stylesheet" href${tag("directive-assessment.css")}></head>`,
    `<body><main class="page-foot"><p>${texts.refused}</p></main>`,
    `<script src${tag("rescue.js")}></${"script"}></body></html>`,
  ].join("");
  return respond(request, "index.html", page, 409);
}

/** Whether the person had agreed to another version. */
let isAgreed = false;
/** Whether this worker takes the place of another one. */
let isNext = false;

async function tell(what: string): Promise<void> {
  for (const client of await self.clients.matchAll({ type: "window", includeUncontrolled: true })) client.postMessage(what);
}

/** What the worker that is there says of this one's coming: `yes` once the person has agreed, `free` where it serves nothing. */
function permission(worker: ServiceWorker): Promise<unknown> {
  return new Promise((answered) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }) => answered(data);
    worker.postMessage("may I?", [port2]);
    setTimeout(answered, SILENCE, "free");
  });
}

async function install(): Promise<void> {
  await fill();
  const before = self.registration.active;
  const answer = before ? await permission(before) : "free";
  if (answer === "no") throw new Error("not yet");
  isNext = answer === "yes";
  await self.skipWaiting();
}

async function settle(): Promise<void> {
  for (const name of await caches.keys()) if (name.startsWith(PREFIX) && name !== CACHE) await caches.delete(name);
  // The page of a first visit can do without a network from now on, too.
  await self.clients.claim();
  if (isNext) await tell("updated");
}

async function mend(): Promise<void> {
  if (await serving) return;
  try {
    await fill();
  } catch {
    // No network, or a server with another version by now, whose worker will come.
  }
}

async function told(question: unknown): Promise<unknown> {
  if (question === "may I?") {
    if (isAgreed) return "yes";
    if (!(await isWhole())) return "free";
    await tell("update");
    return "no";
  }
  if (question === "update") isAgreed = true;
  return { version: VERSION, serving: (await isWhole()) ? VERSION : "" };
}

self.addEventListener("install", (event) => event.waitUntil(install()));

self.addEventListener("activate", (event) => event.waitUntil(settle()));

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const address = request.url.split(/[?#]/)[0]!;
  const name = address.slice(FOLDER.length) || "index.html";
  if (request.method === "GET" && address.startsWith(FOLDER) && !name.includes("/")) {
    const answered = answer(request, name);
    event.respondWith(answered);
    // A version of which something went missing is made whole as soon as the server has it.
    if (isNavigation(request)) event.waitUntil(answered.then(mend, mend));
  }
});

self.addEventListener("message", (event) => {
  event.waitUntil(told(event.data).then((state) => event.ports[0]?.postMessage(state)));
});
