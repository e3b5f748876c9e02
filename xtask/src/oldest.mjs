// The officer's job in the oldest browser that is supported: Chrome 109, the last one for Windows 7 and 8.1. It is driven by
// the protocol of its own developer tools, since its WebDriver is no longer to be had.
// Arguments: the folder of npm packages, the folder of the built product.
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { extname, join, normalize } from "node:path";
import { brotliDecompressSync } from "node:zlib";

const [packages, dist] = process.argv.slice(-2);
const { chromium } = createRequire(join(packages, "package.json"))("playwright-core");

const POLICY =
  "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; require-trusted-types-for 'script'";
const TYPES = {
  ".css": "text/css",
  ".html": "text/html",
  ".js": "text/javascript",
  ".json": "application/json",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".wasm": "application/wasm",
  ".webmanifest": "application/manifest+json",
};
const UNIT = "Quận ủy Ninh Kiều";
const RESULTS = "Đã mở 12 lớp quán triệt Nghị quyết số 45/2022/QH15.";

const problems = [];
const folder = mkdtempSync(join(tmpdir(), "oldest-"));
const server = createServer(answer).listen(0, "127.0.0.1");
await new Promise((ready) => server.once("listening", ready));

try {
  const browser = await chromium.launch({
    executablePath: unpacked(),
    args: ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking"],
  });
  console.log(`Chrome ${browser.version()}`);
  if (!browser.version().startsWith("109.")) problems.push(`this is Chrome ${browser.version()}`);
  const context = await browser.newContext({ acceptDownloads: true });
  await job(context).catch((error) => problems.push(error.message));
  await browser.close();
} finally {
  server.close();
  rmSync(folder, { recursive: true });
}
problems.forEach((problem) => console.error(problem));
const [verdict, passed, failed] = problems.length ? ["FAILED", 0, 1] : ["ok", 1, 0];
console.log(`test result: ${verdict}. ${passed} passed; ${failed} failed`);
process.exitCode = problems.length ? 1 : 0;

/** Reads, chooses the unit, answers, comes back in a new page, exports, and looks at the file. */
async function job(context) {
  const page = await opened(context, "");
  await page.getByRole("article", { name: /1022-CV\/TU/ }).getByText("Phạm Văn Hiếu").waitFor();
  await page.getByRole("combobox", { name: "Đơn vị" }).fill("ninh kieu");
  await page.getByRole("option", { name: UNIT }).click();
  await page.getByRole("article", { name: /^Nhiệm vụ 1:/ }).getByRole("button", { name: "Tự đánh giá" }).click();
  const card = page.getByRole("article", { name: /^1\.1 / });
  await card.getByRole("radio", { name: "Đã thực hiện" }).check();
  // It lets no area grow with its text: the style sheet does.
  const area = card.getByRole("textbox", { name: "Kết quả" });
  await area.fill(RESULTS.repeat(20));
  const [height, hidden] = await area.evaluate((area) => [area.offsetHeight, area.scrollHeight - area.clientHeight]);
  if (height < 150 || hidden > 0) problems.push(`of a text ${hidden} px are out of sight in a field of ${height} px`);
  await area.fill(RESULTS);
  await page.getByText(/^Đã lưu \d/).waitFor();
  const address = page.url().split("#")[1];
  await page.close();

  const later = await opened(context, `#${address}`);
  const results = later.getByRole("article", { name: /^1\.1 / }).getByRole("textbox", { name: "Kết quả" });
  await results.waitFor();
  if ((await results.inputValue()) !== RESULTS) problems.push(`it came back as ${await results.inputValue()}`);
  await later.getByRole("link", { name: "Kiểm tra và xuất", exact: true }).click();
  const [download] = await Promise.all([
    later.waitForEvent("download"),
    later.getByRole("button", { name: "Xuất tệp", exact: true }).click(),
  ]);
  const file = JSON.parse(readFileSync(await download.path(), "utf8"));
  const answer = file.assessments[0].answers["1.1"];
  if (answer.status !== "done" || answer.results !== RESULTS) problems.push(`the file holds ${JSON.stringify(answer)}`);
  await later.getByText(/Đã xuất tệp/).first().waitFor();
}

async function opened(context, hash) {
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  page.on("pageerror", (error) => problems.push(`error: ${error.message}`));
  page.on("console", (message) => message.type() === "error" && problems.push(`console: ${message.text()}`));
  await page.goto(`http://127.0.0.1:${server.address().port}/${hash}`);
  return page;
}

/** The browser, as its package holds it. */
function unpacked() {
  const browser = join(folder, "chromium");
  const packed = readFileSync(join(packages, "@sparticuz/chromium/bin/chromium.br"));
  writeFileSync(browser, brotliDecompressSync(packed), { mode: 0o755 });
  return browser;
}

function answer(request, response) {
  const path = normalize(decodeURIComponent(new URL(request.url, "http://localhost").pathname));
  try {
    const body = readFileSync(join(dist, path.endsWith("/") ? `${path}index.html` : path));
    const type = TYPES[extname(path)] ?? "text/html";
    response.writeHead(200, { "content-type": `${type}; charset=utf-8`, "content-security-policy": POLICY }).end(body);
  } catch {
    response.writeHead(404).end();
  }
}
