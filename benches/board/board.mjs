// The board taking in a folder and a bundle, beside a plain reader in JavaScript (`cargo xtask bench board`): in turn, several times
// over; medians; in Chromium. Arguments: the folder of npm packages, the folder of the built product, a folder with one gathering for each
// size (`100`, `1000` …, with `.decisions.json` beside it), how many times, and the sizes.
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { existsSync, mkdtempSync, readFileSync, readdirSync, realpathSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { extname, join } from "node:path";

const [packages, dist, gatherings, times, ...sizes] = process.argv.slice(2);
const { chromium } = createRequire(join(packages, "package.json"))("playwright-core");

const TYPES = {
  ".css": "text/css",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".json": "application/json",
  ".svg": "image/svg+xml",
  ".wasm": "application/wasm",
};
const LONGEST = 150_000;

const server = createServer((request, response) => {
  const path = new URL(request.url, "http://localhost").pathname;
  const file = path.startsWith("/plain") ? new URL(`.${path}`, import.meta.url) : join(dist, path.endsWith("/") ? `${path}index.html` : path);
  if (!existsSync(file)) return response.writeHead(404).end();
  response.writeHead(200, { "Content-Type": TYPES[extname(path) || ".html"] ?? "application/octet-stream" });
  response.end(readFileSync(file));
}).listen(0, "127.0.0.1");
await new Promise((ready) => server.once("listening", ready));
const address = `http://127.0.0.1:${server.address().port}`;

/** What people decided on a gathering, as a bundle: with it the units are known. */
function decisions(folder, into) {
  const { list } = JSON.parse(readFileSync(`${folder}.decisions.json`));
  const lines = [
    '{"directive":"1022-CV/TU","format":"directive-gathering","version":1}',
    ...list.map((decision) => `{"decision":${JSON.stringify(decision)}}`),
    `{"end":{"records":${list.length}}}`,
  ];
  const file = join(into, "decisions.ndjson");
  writeFileSync(file, `${lines.join("\n")}\n`);
  return file;
}

/** The most memory that one of the processes that run pages has to itself, in MB. */
function memory(pids) {
  const of = (status, name) => Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1] ?? 0) / 1000;
  const all = pids.map((pid) => {
    const status = text(pid, "status");
    return of(status, "RssAnon") + of(status, "RssShmem");
  });
  return Math.max(0, ...all);
}

/** A file of a process; nothing of one that has ended. */
function text(pid, file) {
  try {
    return readFileSync(`/proc/${pid}/${file}`, "utf8");
  } catch {
    return "";
  }
}

/** A page of its own, in a browser of its own: nothing of a run before is in any store or memory. */
async function inPage(path, run) {
  const profile = mkdtempSync(join(tmpdir(), "bench-board-"));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: "/usr/bin/chromium",
    args: ["--no-sandbox"],
    serviceWorkers: "block",
    viewport: { width: 1280, height: 800 },
    acceptDownloads: true,
  });
  let most = 0;
  const named = `--user-data-dir=${profile}`;
  const look = () => {
    const all = readdirSync("/proc").filter((pid) => /^\d+$/.test(pid));
    const renderers = all.filter((pid) => [named, "--type=renderer"].every((word) => text(pid, "cmdline").includes(word)));
    most = Math.max(most, memory(renderers));
  };
  const timer = setInterval(look, 200);
  /** The most memory since it was asked for last. */
  const taken = () => {
    look();
    const before = most;
    most = 0;
    return before;
  };
  try {
    const page = await context.newPage();
    page.setDefaultTimeout(LONGEST);
    page.on("pageerror", (error) => console.error(error));
    await page.addInitScript(readFileSync(new URL("probe.js", import.meta.url), "utf8"));
    await page.goto(address + path);
    return await run(page, taken);
  } finally {
    clearInterval(timer);
    await context.close();
    rmSync(profile, { recursive: true, force: true });
  }
}

/** Chooses files in a field, and waits until all is taken in. */
async function taken(page, field, files, isOver) {
  await page.evaluate(([field, isOver]) => probe.watch(field, isOver), [field, isOver.toString()]);
  await page.locator(field).setInputFiles(files);
  await page.waitForFunction(() => probe.outcome, undefined, { polling: 500 });
  return page.evaluate(() => probe.outcome);
}

const isPlainDone = (root) => root.querySelector("output").textContent;
const isTakenIn = (root) => !root.querySelector(".progress") && /\d/.test(root.querySelector(".subnav")?.textContent ?? "");

async function plain(folder) {
  return inPage("/plain.html", async (page, memory) => ({ ...(await taken(page, "#take-folder", folder, isPlainDone)), memory: memory() }));
}

async function newGathering(page) {
  await page.goto(`${address}/#/tong-hop`);
  await page.getByLabel("Tên đợt").fill("Đo");
  await page.getByRole("button", { name: "Lập đợt mới" }).click();
  await page.locator("#take-folder").waitFor({ state: "attached" });
}

/** The steps of an officer, each with what it does and what follows from it. */
function steps(at) {
  const go = (place) => `(root) => { location.hash = "${at}${place}" }`;
  const text = (id, words) => `(root) => { const field = root.querySelector("#${id}"); field.focus(); field.value = "${words}"; field.dispatchEvent(new InputEvent("input", { bubbles: true })) }`;
  const choose = (id, value) => `(root) => { const field = root.querySelector("#${id}"); field.value = "${value}"; field.dispatchEvent(new Event("change", { bubbles: true })) }`;
  const after = (selector, act) => `(root) => { window.before = root.querySelector("${selector}")?.textContent; (${act})(root) }`;
  const changed = (selector) => `(root) => root.querySelector("${selector}")?.textContent !== window.before`;
  const has = (selector) => `(root) => root.querySelector("${selector}")`;
  return [
    ["files", go("/tep"), has("table.by-file")],
    ["files: words", after(".files .pager", text("files-words", "benh vien")), changed(".files .pager")],
    ["first screen", go(""), has(".overview .measures")],
    ["register", go("/tinh-hinh-gui"), has("#register")],
    ["units", go("/don-vi"), has("table.by-unit")],
    ["units: status", after(".units [role=status]", choose("units-status", "done")), changed(".units [role=status]")],
    ["units: words", after(".units [role=status]", text("units-words", "benh vien")), changed(".units [role=status]")],
    ["reading", go("/doc/1.2"), has(".reading")],
    ["settings", go("/thiet-lap"), has("#settings")],
    ["report: asks for the day", go("/bao-cao"), has(".upwards .field, .upwards input")],
  ];
}

function board(folder) {
  return inPage("/", async (page, memory) => {
    await newGathering(page);
    const place = mkdtempSync(join(tmpdir(), "bench-decisions-"));
    await taken(page, "#take-files", decisions(folder, place), isTakenIn);
    rmSync(place, { recursive: true });
    const whole = { ...(await taken(page, "#take-folder", folder, isTakenIn)), memory: memory() };
    const at = await page.evaluate(() => location.hash);
    const took = {};
    for (const [name, act, isThere] of steps(at)) {
      took[name] = await page.evaluate(([act, isThere]) => probe.step(act, isThere), [act, isThere]);
    }
    return { ...whole, steps: took, ...(await again(page, at, memory)) };
  });
}

/** The gathering handed out as a bundle, opened again after a reload, and the bundle taken into another gathering. */
async function again(page, at, memory) {
  await page.evaluate((at) => (location.hash = `${at}/thiet-lap`), at);
  const waiting = page.waitForEvent("download");
  await page.getByRole("button", { name: "Xuất thành một tệp" }).click();
  const place = mkdtempSync(join(tmpdir(), "bench-bundle-"));
  const bundle = join(place, "bundle.ndjson.gz");
  await (await waiting).saveAs(bundle);
  await page.evaluate((at) => (location.hash = at), at);
  memory();
  await page.addInitScript(() => addEventListener("load", () => probe.measure((root) => root.querySelector("#take-folder"))));
  await page.reload();
  await page.waitForFunction(() => probe.outcome, undefined, { polling: 500 });
  const opened = { ...(await page.evaluate(() => probe.outcome)), memory: memory() };
  await newGathering(page);
  const taking = await taken(page, "#take-files", bundle, isTakenIn);
  const bytes = statSync(bundle).size;
  rmSync(place, { recursive: true });
  return { opened, bundle: { ...taking, bytes, memory: memory() } };
}

const median = (values) => values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)];
const ms = (value) => `${value.toFixed(0)} ms`;

for (const size of sizes) {
  const folder = realpathSync(join(gatherings, size));
  const [plains, boards] = [[], []];
  for (let time = 0; time < Number(times); time++) {
    plains.push(await plain(folder));
    boards.push(await board(folder));
  }
  const all = (runs, of) => median(runs.map(of));
  const time = (runs) => all(runs, (run) => run.time);
  console.log(`${size} units, ${readdirSync(folder).length} files; medians of ${times}`);
  console.log(`  plain reader: ${ms(time(plains))}, longest gap ${ms(all(plains, (run) => run.gap))}, ${all(plains, (run) => run.memory).toFixed(0)} MB`);
  console.log(`  board, folder: ${ms(time(boards))} (${(time(boards) / time(plains)).toFixed(2)} ×), longest gap ${ms(all(boards, (run) => run.gap))}, over 100 ms: ${all(boards, (run) => run.slow)}, ${all(boards, (run) => run.memory).toFixed(0)} MB`);
  const of = (name) => {
    const of = (what) => all(boards, (run) => run[name][what]);
    return `${ms(of("time"))} (${(of("time") / time(plains)).toFixed(2)} ×), longest gap ${ms(of("gap"))}, ${of("memory").toFixed(0)} MB`;
  };
  console.log(`  board, opened again: ${of("opened")}`);
  console.log(`  board, bundle of ${(all(boards, (run) => run.bundle.bytes) / 1e6).toFixed(1)} MB: ${of("bundle")}`);
  for (const name of Object.keys(boards[0].steps)) console.log(`  ${name}: ${ms(all(boards, (run) => run.steps[name]))}`);
}
server.close();
