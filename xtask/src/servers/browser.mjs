// The product in Chromium, as a server sends it.

const PATIENCE = 20_000;

/** Opens every page of the build; throws with all that the pages complained of. */
export async function opens(browser, base) {
  const { page, problems, close } = await opened(browser);
  try {
    await page.goto(base);
    await page.locator("[data-ready]").first().waitFor({ state: "attached" });
    await page.locator("html[data-offline=ready]").waitFor();
    await page.goto(`${base}mau/phan-tu.html`);
    await page.locator("directive-assessment [data-ready]").first().waitFor({ state: "attached" });
    await page.goto(`${base}mau/khung.html`);
    await page.frameLocator("iframe").locator("directive-assessment [data-ready]").first().waitFor({ state: "attached" });
    await page.goto(`${base}nhung.html`);
    await page.locator("#steps pre").first().waitFor();
    await page.goto(`${base}kiem-tra.html`);
    await page.locator("#result[data-done]").waitFor();
    const found = (await page.locator("textarea").inputValue()).split("\n").filter((line) => line.startsWith("✗"));
    problems.push(...found);
  } finally {
    await close();
  }
  if (problems.length) throw new Error(problems.join("\n"));
}

/** Somebody who has the product on this machine comes back after the server got another policy, and after it lost all of them. */
export async function policyFollows(browser, site, other) {
  const { page, close } = await opened(browser);
  const policy = async () => (await page.goto(site.base)).headers()["content-security-policy"];
  const restarted = async (lines) => {
    await site.stop();
    await site.start(lines);
    return policy();
  };
  try {
    const first = await policy();
    await page.locator("html[data-offline=ready]").waitFor();
    const second = await restarted(other.replaceAll("form-action 'none'", "form-action 'self'"));
    if (second !== first.replace("form-action 'none'", "form-action 'self'")) throw new Error(`after a change it is ${second}`);
    const none = await restarted(other.split("\n").filter((line) => !line.includes("Content-Security-Policy")).join("\n"));
    if (none !== undefined) throw new Error(`after its end it is ${none}`);
    await page.locator("[data-ready]").first().waitFor({ state: "attached" });
  } finally {
    await close();
  }
}

async function opened(browser) {
  const context = await browser.newContext();
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE);
  const problems = [];
  page.on("pageerror", (error) => problems.push(`error: ${error.message}`));
  page.on("console", (message) => ["error", "warning"].includes(message.type()) && problems.push(`console: ${message.text()}`));
  return { page, problems, close: () => context.close() };
}
