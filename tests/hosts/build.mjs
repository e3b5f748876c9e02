// Builds the applications for production, each as its framework or bundler does it, into sites/. The arguments name some of them.
import { copyFile, mkdir } from "node:fs/promises";

const own = (path) => new URL(path, import.meta.url).pathname;
const site = (name) => own(`sites/${name}`);

/** What Vite makes of an application with the plugins of its framework. */
async function vite(name, ...plugins) {
  const { build } = await import("vite");
  const outDir = `${site(name)}${process.env.NODE_ENV === "development" ? "-strict" : ""}`;
  await build({ root: own(name), base: "./", plugins, logLevel: "warn", build: { outDir, emptyOutDir: true } });
}

/** What esbuild makes of a script, for these pages. It knows nothing of the files that the package asks for. */
async function esbuild(name, script, ...pages) {
  const { build } = await import("esbuild");
  const main = { in: own(script), out: "main" };
  await build({ entryPoints: [main], outdir: site(name), bundle: true, format: "esm", minify: true, logLevel: "warning" });
  const files = ["directive-assessment_bg.wasm", "board_bg.wasm", "office_bg.wasm", "directive-assessment.txt"].map((file) => `node_modules/directive-assessment/${file}`);
  for (const file of [...pages, ...files]) await copyFile(own(file), `${site(name)}/${file.split("/").pop()}`);
}

const BUILDS = {
  async react() {
    const { default: react } = await import("@vitejs/plugin-react");
    await vite("react", react());
  },
  /** As it is developed: only then does React's StrictMode draw and mount everything twice. */
  async "react-strict"() {
    process.env.NODE_ENV = "development";
    await BUILDS.react();
    delete process.env.NODE_ENV;
  },
  async vue() {
    const { default: vue } = await import("@vitejs/plugin-vue");
    const isCustomElement = (tag) => tag === "directive-assessment";
    await vite("vue", vue({ template: { compilerOptions: { isCustomElement } } }));
  },
  async svelte() {
    const { svelte } = await import("@sveltejs/vite-plugin-svelte");
    await vite("svelte", svelte({ configFile: false }));
  },
  lit: () => vite("lit"),
  async angular() {
    const { Architect } = await import("@angular-devkit/architect");
    const { WorkspaceNodeModulesArchitectHost } = await import("@angular-devkit/architect/node/index.js");
    const { json, workspaces } = await import("@angular-devkit/core");
    const { NodeJsSyncHost, createConsoleLogger } = await import("@angular-devkit/core/node/index.js");
    const host = workspaces.createWorkspaceHost(new NodeJsSyncHost());
    const { workspace } = await workspaces.readWorkspace(own("angular.json"), host);
    const registry = new json.schema.CoreSchemaRegistry();
    registry.addPostTransform(json.schema.transforms.addUndefinedDefaults);
    const architect = new Architect(new WorkspaceNodeModulesArchitectHost(workspace, own(".")), registry);
    const run = await architect.scheduleTarget({ project: "app", target: "build" }, {}, { logger: createConsoleLogger() });
    const { success, error } = await run.lastOutput;
    await run.stop();
    if (!success) throw new Error(error ?? "Angular's builder failed");
  },
  async webpack() {
    const { default: webpack } = await import("webpack");
    const output = { path: site("webpack"), clean: true, trustedTypes: true };
    const stats = await new Promise((resolve, reject) => {
      const performance = { hints: false };
      const options = { mode: "production", context: own("plain"), entry: "./main.js", output, performance };
      webpack(options, (error, stats) => (error ? reject(error) : resolve(stats)));
    });
    if (stats.hasErrors() || stats.hasWarnings()) throw new Error(stats.toString({ preset: "errors-warnings" }));
    await copyFile(own("plain/index.html"), own("sites/webpack/index.html"));
  },
  esbuild: () => esbuild("esbuild", "plain/main.js", "plain/index.html"),
  htmx: () => esbuild("htmx", "links/htmx.js", "links/index.html", "links/two.html"),
  turbo: () => esbuild("turbo", "links/turbo.js", "links/index.html", "links/two.html"),
};

await mkdir(own("sites"), { recursive: true });
const chosen = process.argv.slice(2);
for (const [name, build] of Object.entries(BUILDS)) {
  if (chosen.length && !chosen.includes(name)) continue;
  const start = performance.now();
  await build();
  console.log(`${name}: built in ${((performance.now() - start) / 1000).toFixed(1)} s`);
}
