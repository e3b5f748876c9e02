// What the page for webmasters hands out for nginx, Apache and Caddy, word for word, at work in the configuration that Debian installs:
// each server is started with it, asked for every file, and shown to Chromium.
// Arguments: the folder of the project, the folder of npm packages, the folder of the built product.
import { chmodSync, existsSync, mkdtempSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { opens, policyFollows } from "./browser.mjs";
import { answers } from "./answers.mjs";
import { generator } from "./generator.mjs";
import { SERVERS, installed } from "./start.mjs";

const [root, packages, dist] = process.argv.slice(-3);
const { chromium } = createRequire(join(packages, "package.json"))("playwright-core");

/** Each way to put the product into a portal, with the folder in which it stands: the site's own, a plain one, one to be escaped. */
const WAYS = [
  { surface: "page", folder: "/" },
  { surface: "element", folder: "/portal/tu-danh-gia/", portal: "https://portal.example" },
  { surface: "frame", folder: "/cổng thông tin/tự đánh giá/", portal: "https://portal.example" },
];

/** IIS runs on Windows alone. */
const notStarted = { start: () => {}, stop: () => {}, said: () => "" };

const work = mkdtempSync(join(tmpdir(), "servers-"));
// Servers that are started by root read their files as somebody else.
chmodSync(work, 0o755);
const program = process.env.PATH.split(delimiter).map((folder) => join(folder, "chromium")).find(existsSync);
const browser = await chromium.launch({ executablePath: program, args: ["--no-sandbox", "--disable-quic"] });
const counted = { passed: 0, failed: 0 };
try {
  const lines = await generator(browser, dist);
  for (const server of Object.keys(SERVERS)) await tests(server, lines);
  await test("iis::is_well_formed", notStarted, await lines({ ...WAYS[1], server: "iis", site: "https://site.example" }), isWellFormed);
} finally {
  await browser.close();
  rmSync(work, { recursive: true });
}
console.log(`test result: ${counted.failed ? "FAILED" : "ok"}. ${counted.passed} passed; ${counted.failed} failed`);
process.exitCode = counted.failed ? 1 : 0;

async function tests(server, lines) {
  for (const way of WAYS) {
    const site = await installed({ server, work, dist, folder: way.folder });
    const told = await lines({ ...way, server, site: site.address });
    await test(`${server}::${way.surface}_answers_as_it_should`, site, told, () => answers({ ...way, root, dist, site: site.address }));
    if (way.surface !== "element") continue;
    await test(`${server}::opens_in_chromium`, site, told, () => opens(browser, site.base));
    if (server === "htaccess") {
      const bare = { ...site, start: (lines) => site.start(lines, true) };
      await test("htaccess::works_where_modules_are_missing", bare, told, () => opens(browser, site.base));
    }
    const other = await lines({ ...way, server, site: site.address, surface: "page" });
    await test(`${server}::another_policy_reaches_who_comes_back`, site, told, () => policyFollows(browser, site, other));
  }
}

async function isWellFormed(lines) {
  const page = await browser.newPage();
  const read = (text) => new DOMParser().parseFromString(text, "text/xml").querySelector("parsererror")?.textContent;
  const problem = await page.evaluate(read, lines);
  if (problem) throw new Error(`${problem}\n${lines}`);
}

/** With the server at work meanwhile. */
async function test(name, site, told, act) {
  try {
    await site.start(told);
    await act(told);
    counted.passed += 1;
    console.log(`test ${name} ... ok`);
  } catch (error) {
    counted.failed += 1;
    console.log(`test ${name} ... FAILED\n${error.message}\n${site.said()}`);
  } finally {
    await site.stop();
  }
}
