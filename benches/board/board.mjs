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

/** The memory of the browser's processes that run pages, in MB: what is theirs alone, and the most that one of them ever had in all. */
function memory(pids) {
  const of = (pid, name) => Number(new RegExp(`${name}:\\s+(\\d+)`).exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? 0) / 1000;
  return Math.max(...pids.map((pid) => of(pid, "RssAnon") + of(pid, "RssShmem")));
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
  const renderers = () => children(context).filter((pid) => readFileSync(`/proc/${pid}/cmdline`, "utf8").includes("--type=renderer"));
  const look = () => {
    try {
      most = Math.max(most, memory(renderers()));
    } catch {
      // It has just ended.
    }
  };
  const timer = setInterval(look, 100);
  try {
    const page = await context.newPage();
    page.setDefaultTimeout(LONGEST);
    page.on("pageerror", (error) => console.error(error));
    await page.addInitScript(readFileSync(new URL("probe.js", import.meta.url), "utf8"));
    await page.goto(address + path);
    const outcome = await run(page);
    look();
    return { ...outcome, memory: most };
  } finally {
    clearInterval(timer);
    await context.close();
    rmSync(profile, { recursive: true, force: true });
  }

  function children() {
    const named = `--user-data-dir=${profile}`;
    return readdirSync("/proc")
      .filter((pid) => /^\d+$/.test(pid))
      .filter((pid) => {
        try {
          return readFileSync(`/proc/${pid}/cmdline`, "utf8").includes(named);
        } catch {
          return false;
        }
      });
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
  return inPage("/plain.html", async (page) => ({ ...(await taken(page, "#take-folder", folder, isPlainDone)) }));
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
    ["report", go("/bao-cao"), `(root) => root.querySelector(".upwards .pages")`],
  ];
}

async function board(folder, isWhole) {
  const outcome = await inPage("/", async (page) => {
    await newGathering(page);
    const place = mkdtempSync(join(tmpdir(), "bench-decisions-"));
    await taken(page, "#take-files", decisions(folder, place), isTakenIn);
    rmSync(place, { recursive: true });
    const whole = await taken(page, "#take-folder", folder, isTakenIn);
    if (!isWhole) return whole;
    const at = await page.evaluate(() => location.hash);
    const took = {};
    for (const [name, act, isThere] of steps(at)) took[name] = await page.evaluate(([act, isThere]) => probe.step(act, isThere), [act, isThere]);
    return { ...whole, steps: took, ...(await again(page, at)) };
  });
  return outcome;
}

/** The gathering handed out as a bundle, opened again after a reload, and the bundle taken into another gathering. */
async function again(page, at) {
  await page.evaluate((at) => (location.hash = `${at}/thiet-lap`), at);
  const waiting = page.waitForEvent("download");
  await page.getByRole("button", { name: "Xuất thành một tệp" }).click();
  const bundle = join(mkdtempSync(join(tmpdir(), "bench-bundle-")), "bundle.ndjson.gz");
  await (await waiting).saveAs(bundle);
  await page.evaluate((at) => (location.hash = at), at);
  await page.addInitScript(() => addEventListener("load", () => probe.measure((root) => root.querySelector("#take-folder"))));
  await page.reload();
  await page.waitForFunction(() => probe.outcome, undefined, { polling: 500 });
  const opened = await page.evaluate(() => probe.outcome);
  await newGathering(page);
  const taking = await taken(page, "#take-files", bundle, isTakenIn);
  return { opened, bundle: { ...taking, bytes: statSync(bundle).size } };
}

const median = (values) => values.sort((one, other) => one - other)[Math.floor(values.length / 2)];
const ms = (value) => `${value.toFixed(0)} ms`;

for (const size of sizes) {
  const folder = realpathSync(join(gatherings, size));
  const [plains, boards] = [[], []];
  for (let time = 0; time < Number(times); time++) {
    plains.push(await plain(folder));
    boards.push(await board(folder, true));
  }
  const all = (runs, of) => median(runs.map(of));
  const time = (runs) => all(runs, (run) => run.time);
  console.log(`${size} units, ${readdirSync(folder).length} files; medians of ${times}`);
  console.log(`  plain reader: ${ms(time(plains))}, longest gap ${ms(all(plains, (run) => run.gap))}, ${all(plains, (run) => run.memory).toFixed(0)} MB`);
  console.log(`  board, folder: ${ms(time(boards))} (${(time(boards) / time(plains)).toFixed(2)} ×), longest gap ${ms(all(boards, (run) => run.gap))}, over 100 ms: ${all(boards, (run) => run.slow)}, ${all(boards, (run) => run.memory).toFixed(0)} MB`);
  const of = (name) => `${ms(all(boards, (run) => run[name].time))} (${(all(boards, (run) => run[name].time) / time(plains)).toFixed(2)} ×), longest gap ${ms(all(boards, (run) => run[name].gap))}`;
  console.log(`  board, opened again: ${of("opened")}`);
  console.log(`  board, bundle: ${of("bundle")}, ${(all(boards, (run) => run.bundle.bytes) / 1e6).toFixed(1)} MB`);
  for (const name of Object.keys(boards[0].steps)) console.log(`  ${name}: ${ms(all(boards, (run) => run.steps[name]))}`);
}
server.close();
