// What a server sends for every file of the build.
import { readFileSync, readdirSync, statSync } from "node:fs";
import { request } from "node:http";
import { extname, join } from "node:path";
import { gunzipSync } from "node:zlib";

const TYPES = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".wasm": "application/wasm",
  ".webmanifest": "application/manifest+json",
};
/** What must come compressed, if it is large enough to be worth it. */
const COMPRESSED = [".css", ".html", ".js", ".json", ".wasm"];
const SMALL = 2048;
const SHOWN = 10;

/** Throws with all that is wrong. */
export async function answers({ root, dist, site, folder, surface, portal }) {
  const base = new URL(folder, site).href;
  const sent = [["content-security-policy", policy(root, base, surface === "frame" ? portal : "")]];
  sent.push(["x-content-type-options", "nosniff"], ["cache-control", "no-cache"]);
  sent.push(["access-control-allow-origin", portal ? "*" : undefined]);
  const problems = [];
  const expect = (what, found, wanted) => {
    if (found !== wanted) problems.push(`${what}: ${found} and not ${wanted}`);
  };
  const expectHeaders = (what, answer) => {
    for (const [name, value] of sent) expect(`${what}: ${name}`, answer.headers[name], value);
  };
  const names = readdirSync(dist, { recursive: true }).filter((name) => statSync(join(dist, name)).isFile());
  for (const name of names) await file(name, { address: new URL(name, base).href, body: readFileSync(join(dist, name)), expect, expectHeaders });

  const index = await asked(base, { method: "HEAD" });
  expect("HEAD, by which the service worker asks", index.status, 200);
  expectHeaders("HEAD", index);
  expectHeaders("a file that is missing", await asked(`${base}missing.js`));
  if (folder !== "/") {
    const { status, headers } = await asked(base.slice(0, -1));
    // The digits of an escape may be small letters.
    const leads = [301, 302, 308].includes(status) && decodeURI(new URL(headers.location, site).href);
    expect("the folder without a slash", leads, decodeURI(base));
  }
  // What is wrong with one file is wrong with most.
  if (problems.length) throw new Error([...problems.slice(0, SHOWN), `${problems.length} in all`].join("\n"));
}

/** One file: as it is, compressed, and asked about again. */
async function file(name, { address, body, expect, expectHeaders }) {
  const plain = await asked(address);
  expect(name, plain.status, 200);
  expectHeaders(name, plain);
  if (TYPES[extname(name)]) expect(`${name}: type`, plain.headers["content-type"]?.toLowerCase(), TYPES[extname(name)]);
  expect(`${name}: the same bytes`, plain.body.equals(body), true);
  expect(`${name}: compressed unasked`, plain.headers["content-encoding"], undefined);

  const compressed = await asked(address, { accepts: "gzip" });
  const isCompressed = compressed.headers["content-encoding"] === "gzip";
  if (COMPRESSED.includes(extname(name)) && body.length > SMALL) expect(`${name}: compressed`, isCompressed, true);
  expect(`${name}: the same bytes, compressed`, (isCompressed ? gunzipSync(compressed.body) : compressed.body).equals(body), true);

  // A second visit asks whether it has changed, and does not load it again.
  const again = await asked(address, { accepts: "gzip", known: compressed.headers.etag });
  expect(`${name}: asked about again`, again.status, 304);
  expectHeaders(`${name}: asked about again`, again);
}

/** The policy of the README for this folder, framed by this portal. */
function policy(root, base, portal) {
  const line = /^ *Content-Security-Policy: (.*)$/m.exec(readFileSync(join(root, "README.md"), "utf8"))[1];
  return line.replace("https://your.server/any/folder/", base).replace("frame-ancestors 'self'", `frame-ancestors 'self' ${portal}`.trimEnd());
}

function asked(address, { method = "GET", accepts, known } = {}) {
  const headers = { ...(accepts && { "accept-encoding": accepts }), ...(known && { "if-none-match": known }) };
  return new Promise((told, failed) => {
    const asking = request(address, { method, headers }, (response) => {
      const parts = [];
      response.on("data", (part) => parts.push(part));
      // Of a header that came twice, both values are in one text.
      response.on("end", () => told({ status: response.statusCode, headers: response.headers, body: Buffer.concat(parts) }));
      response.on("error", failed);
    });
    asking.on("error", failed).end();
  });
}
