// What a visitor waits for at a first visit on a slow line, beside a page of the same form that is written by hand
// (`cargo xtask bench load`). All of them in turn, several times over; medians; in Chromium with Slow 4G and CPU 4 ×.
// Arguments: the folder of npm packages, the folder of the built product, the folder of the data, how many times.
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
import { extname, join } from "node:path";
import { brotliCompressSync } from "node:zlib";

const [packages, dist, content, times] = process.argv.slice(-4);
const { chromium } = createRequire(join(packages, "package.json"))("playwright-core");

/** As the developer tools of Chromium have it: milliseconds, and bytes a second. */
const SLOW_4G = { offline: false, latency: 562.5, downloadThroughput: 180_000, uploadThroughput: 84_375 };
const CPU = 4;
const TYPES = {
  ".css": "text/css",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".json": "application/json",
  ".svg": "image/svg+xml",
  ".wasm": "application/wasm",
};

const { files, version } = JSON.parse(readFileSync(join(dist, "files.json")));
const integrity = (name) => `sha256-${Buffer.from(files[name].sha256, "hex").toString("base64")}`;
const directive = JSON.parse(readFileSync(join(content, "directive.json")));

const own = new Map([
  ["/form.html", form()],
  ["/form.css", readFileSync(new URL("form.css", import.meta.url))],
  ["/form.js", readFileSync(new URL("form.js", import.meta.url))],
  ["/element.html", host("", "")],
  ["/tagged.html", host("", ahead("prerendered.js"))],
  ["/own.html", host(' directive="directive.json" roster="roster.json"', ahead("content.js"))],
  ["/directive.json", JSON.stringify({ ...directive, id: "own" })],
  ["/roster.json", readFileSync(join(content, "roster.json"))],
]);

/** Each page, and what tells that a person can begin there. */
const PAGES = [
  ["the form by hand", "/form.html", () => "ready" in document.documentElement.dataset],
  ["the product's own page", "/dist/index.html", isReady],
  ["an element, only the tag", "/element.html", isReady],
  ["an element, the generator's tag", "/tagged.html", isReady],
  ["an element, own directive and roster", "/own.html", isReady],
];

function isReady() {
  return Boolean(document.querySelector("directive-assessment")?.shadowRoot?.querySelector("[data-ready]"));
}

/** What the generator writes before the tag. */
function ahead(script) {
  const link = (kind, name) =>
    `<link ${kind} href="/dist/${name}?${version}" integrity="${integrity(name)}" crossorigin="anonymous">`;
  return [
    `<link rel="preload" as="fetch" media="(device-posture: continuous)" href="/dist/directive-assessment_bg.wasm?${version}" crossorigin="anonymous">`,
    link('rel="modulepreload"', "directive-assessment.js"),
    link('rel="modulepreload"', script),
    link('rel="preload" as="style"', "directive-assessment.css"),
  ].join("\n");
}

function host(attributes, head) {
  return `<!doctype html><html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Cổng thông tin</title>${head}
<script type="module" src="/dist/embed.js" integrity="${integrity("embed.js")}" crossorigin="anonymous"></script></head>
<body><directive-assessment${attributes}><a href="/dist/">Tự đánh giá</a></directive-assessment><footer>Chân trang của cổng</footer></body></html>`;
}

/** The same form as a page that is written by hand: the directive, and the fields of each requirement. */
function form() {
  const { body, subject, number } = directive.document;
  const escaped = (text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
  const field = (id, name) => `<label for="${id}">${name}</label><textarea id="${id}" name="${id}"></textarea>`;
  const requirement = ({ id, title }) => `<fieldset><legend>${id} ${escaped(title)}</legend>
<label for="status-${id}">Mức độ thực hiện</label><select id="status-${id}" name="status-${id}"><option value=""></option>
<option>Đã thực hiện</option><option>Đang thực hiện</option><option>Chưa thực hiện</option></select>
${field(`results-${id}`, "Kết quả")}${field(`difficulties-${id}`, "Hạn chế, khó khăn")}${field(`causes-${id}`, "Nguyên nhân")}
${field(`steps-${id}`, "Nhiệm vụ, giải pháp")}${field(`evidence-${id}`, "Văn bản, tài liệu minh chứng")}</fieldset>`;
  const tasks = directive.tasks.map(({ id, headline, requirements }) =>
    `<h2>${id}. ${escaped(headline)}</h2>${requirements.map(requirement).join("")}`);
  return `<!doctype html><html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Tự đánh giá</title><link rel="stylesheet" href="form.css"><script type="module" src="form.js"></script></head>
<body><article><p>${escaped(number)}</p><p>${escaped(subject)}</p>${body.filter(({ text }) => text).map(({ text }) => `<p>${escaped(text)}</p>`).join("")}</article>
<form><label for="unit">Đơn vị</label><input id="unit" name="unit">${tasks.join("")}
<p><button>Xuất tệp</button> <output></output></p></form></body></html>`;
}

const compressed = new Map();
let asked = [];
const server = createServer((request, response) => {
  const path = request.url.split("?")[0];
  try {
    const bytes = own.get(path) ?? readFileSync(join(dist, path.replace(/^\/dist\//, "")));
    if (!compressed.has(path)) compressed.set(path, brotliCompressSync(bytes));
    // As the documentation has it.
    const kept = { "Cache-Control": "no-cache", ETag: `"${version}"` };
    if (request.headers["if-none-match"] === kept.ETag) return response.writeHead(304, kept).end();
    asked.push(path);
    response.writeHead(200, {
      ...kept,
      "Content-Type": TYPES[extname(path)] ?? "application/octet-stream",
      "Content-Encoding": "br",
    });
    response.end(compressed.get(path));
  } catch {
    response.writeHead(404).end();
  }
}).listen(0, "127.0.0.1");
await new Promise((ready) => server.once("listening", ready));

/** Of one visit: milliseconds until a text can be read and until a person can begin, how much moved, and how much was asked for twice. */
async function visit(browser, [, path, isThere]) {
  const context = await browser.newContext({ serviceWorkers: "block", viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  asked = [];
  const tools = await context.newCDPSession(page);
  await tools.send("Network.enable");
  await tools.send("Network.emulateNetworkConditions", SLOW_4G);
  await tools.send("Emulation.setCPUThrottlingRate", { rate: CPU });
  await page.addInitScript(() => {
    window.moved = 0;
    new PerformanceObserver((list) => list.getEntries().forEach(({ value }) => (window.moved += value))).observe({ type: "layout-shift", buffered: true });
  });
  await page.goto(`http://127.0.0.1:${server.address().port}${path}`, { waitUntil: "commit" });
  const begins = await page.waitForFunction(
    (isThere) => (new Function(`return (${isThere})()`)() ? performance.now() : false),
    isThere.toString(),
    { polling: "raf" },
  );
  const ready = await begins.jsonValue();
  // What moves last moves soon after.
  await page.waitForLoadState("networkidle");
  const { reads, moved } = await page.evaluate(() => ({
    reads: performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? NaN,
    moved: window.moved,
  }));
  await context.close();
  return { reads, ready, moved, twice: asked.length - new Set(asked).size };
}

const median = (values) => values.sort((one, other) => one - other)[Math.floor(values.length / 2)];

const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox"] });
const visits = PAGES.map(() => []);
for (let time = 0; time < Number(times); time++) {
  for (const [index, page] of PAGES.entries()) visits[index].push(await visit(browser, page));
}
await browser.close();
server.close();

const rows = PAGES.map(([name], index) => {
  const of = (what) => median(visits[index].map((visit) => visit[what]));
  return { name, reads: of("reads"), ready: of("ready"), moved: of("moved"), twice: of("twice") };
});
console.log(`Medians of ${times}, Slow 4G, CPU ${CPU} ×: to read and to begin in ms and as a multiple of the form by hand; layout shift; asked twice`);
for (const { name, reads, ready, moved, twice } of rows) {
  const times = (value, of) => `${value.toFixed(0).padStart(6)} ${(value / of).toFixed(2).padStart(5)} ×`;
  console.log(`${name.padEnd(38)}${times(reads, rows[0].reads)}${times(ready, rows[0].ready)}  ${moved.toFixed(3)}  ${twice}`);
}
