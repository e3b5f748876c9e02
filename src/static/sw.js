// Keeps the product on this machine, so that it opens without a network.
//
// - A version counts only once it is whole: each file is checked against its digest while it is loaded, and the mark that closes
//   the version is written after the last of them.
// - Which version is served does not depend on which worker runs: it is written down (`current`), and changes only when the page
//   says "update", which it does after everything was saved and the person agreed. So a new worker may take over at any time.
// - It answers for files beside it that it holds, and for nothing else; what it does not hold comes from the network as ever. A
//   version of which something is missing is not begun with: the network serves until it is whole again.
// - A page asks for its files with its version after a question mark, and gets them of that version or from the network.
// - Its caches have the product and the folder in their names. No other cache is touched.
// - To switch it off for good, put sw-off.js in the place of this file.
"use strict";

/** Filled in by the build: the version, and the digest of each of its files. */
const VERSION = "{{build}}";
const FILES = {/*{{files}}*/};

const FOLDER = new URL("./", self.location).href;
const PREFIX = `directive-assessment ${FOLDER} `;
const TYPES = {
  html: "text/html; charset=utf-8",
  js: "text/javascript; charset=utf-8",
  css: "text/css; charset=utf-8",
  json: "application/json",
  wasm: "application/wasm",
  svg: "image/svg+xml",
  png: "image/png",
  webmanifest: "application/manifest+json",
};
/** Milliseconds that one file may take, so that a server that never answers does not hold the worker for ever. */
const PATIENCE = 120000;
/** The last entry of a version: how many files it has. */
const WHOLE = FOLDER + "?whole";
const CURRENT = FOLDER + "?current";

const open = (version) => caches.open(PREFIX + version);

async function load(cache, name) {
  const [integrity, file] = [FILES[name], FOLDER + name];
  const answer = await fetch(file, { integrity, cache: "no-cache", signal: AbortSignal.timeout(PATIENCE) });
  if (!answer.ok) throw new Error(`${answer.status} ${name}`);
  // The policy that the server sends stays; the type is known, even where a server does not know it.
  const headers = new Headers(answer.headers);
  headers.set("Content-Type", TYPES[name.split(".").pop()] ?? "application/octet-stream");
  headers.delete("Content-Encoding");
  headers.delete("Content-Length");
  await cache.put(file, new Response(await answer.arrayBuffer(), { headers }));
}

/** Takes this worker's version in. What an earlier attempt has checked and kept is not loaded again. */
async function fill() {
  const [cache, names] = [await open(VERSION), Object.keys(FILES)];
  for (const name of names) if (!(await cache.match(FOLDER + name))) await load(cache, name);
  await cache.put(WHOLE, new Response(String(names.length)));
}

async function isWhole(version) {
  if (!version || !(await caches.has(PREFIX + version))) return false;
  const cache = await open(version);
  const mark = await cache.match(WHOLE);
  return Boolean(mark) && (await cache.keys()).length === Number(await mark.text()) + 1;
}

async function current() {
  if (!(await caches.has(PREFIX + "current"))) return "";
  const found = await (await open("current")).match(CURRENT);
  return found ? found.text() : "";
}

/** Serves a version from now on, and lets the others go. */
async function serve(version) {
  await (await open("current")).put(CURRENT, new Response(version));
  serving = Promise.resolve(version);
  const needed = [PREFIX + "current", PREFIX + version, PREFIX + VERSION];
  for (const name of await caches.keys()) if (name.startsWith(PREFIX) && !needed.includes(name)) await caches.delete(name);
}

/** The version that is served, or nothing: then the network serves. */
let serving;

async function chosen() {
  const version = await current();
  return (await isWhole(version)) ? version : "";
}

/** A file as a version has it, if it does. A cache that cannot be read is no cache. */
async function kept(version, name) {
  try {
    return await caches.match(FOLDER + name, { cacheName: PREFIX + version });
  } catch {
    return undefined;
  }
}

async function answer(request, name) {
  // A page is begun with a version that is whole; what it loads then is of the same one.
  if (request.mode === "navigate" || !serving) serving = chosen().catch(() => "");
  // A page that came past this worker may be of another version, and says of which in all that it asks for.
  const version = /\?([0-9a-f]{16})$/.exec(request.url)?.[1] ?? (await serving);
  const found = version && (await kept(version, name));
  if (found) return found;
  try {
    return await fetch(request);
  } catch (error) {
    // Without a network a part is better than nothing: the directive, and the panel that hands out the drafts.
    const rest = await kept((await current()) || VERSION, name);
    if (rest) return rest;
    throw error;
  }
}

self.addEventListener("install", (event) => event.waitUntil(fill().then(() => self.skipWaiting())));

self.addEventListener("activate", (event) => {
  const settle = async () => {
    await serve((await chosen()) || VERSION);
    // The page of a first visit can do without a network from now on, too.
    await self.clients.claim();
  };
  event.waitUntil(settle());
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const address = request.url.split(/[?#]/)[0];
  const name = address.slice(FOLDER.length) || "index.html";
  if (request.method === "GET" && address.startsWith(FOLDER) && !name.includes("/")) {
    event.respondWith(answer(request, name));
    // A version of which something went missing is made whole as soon as the server has it.
    if (request.mode === "navigate") event.waitUntil(mend());
  }
});

async function mend() {
  if (await serving) return;
  try {
    await fill();
    await serve(VERSION);
  } catch {
    // No network, or a server with another version by now, whose worker will come.
  }
}

async function told(question) {
  if (question === "update" && (await isWhole(VERSION))) {
    await serve(VERSION);
    for (const client of await self.clients.matchAll()) client.postMessage("updated");
  }
  return { version: VERSION, serving: await chosen() };
}

self.addEventListener("message", (event) => {
  event.waitUntil(told(event.data).then((state) => event.ports[0]?.postMessage(state)));
});
