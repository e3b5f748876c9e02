// The page for webmasters, as a webmaster uses it.
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join } from "node:path";

const TYPES = { ".html": "text/html", ".js": "text/javascript", ".css": "text/css", ".json": "application/json", ".svg": "image/svg+xml" };

/** A function that makes choices on the page, and returns the lines for the server. */
export async function generator(browser, dist) {
  const server = createServer((request, response) => {
    const name = new URL(request.url, "http://localhost").pathname;
    response.writeHead(200, { "content-type": TYPES[extname(name)] }).end(readFileSync(join(dist, name)));
  });
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  const page = await browser.newPage();
  await page.goto(`http://127.0.0.1:${server.address().port}/nhung.html`);
  await page.locator("html[data-ready]").waitFor();
  // Its server goes with this program.
  server.unref();
  return async ({ surface, folder, portal, server, site }) => {
    await page.locator(`[name=surface][value=${surface}]`).check();
    await page.locator(`[name=server][value=${server}]`).check();
    await page.locator("#product").fill(site + folder);
    if (surface !== "page") await page.locator("#portal").fill(`${portal}/trang`);
    const [, lines] = await page.locator("#steps pre").allTextContents();
    return lines;
  };
}
