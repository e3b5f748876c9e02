// Holds the shipped scripts and style sheets against the oldest supported browsers, by the data of caniuse and by what esbuild knows
// of syntax. Called with the folder of the npm packages, then that of the built product.
import { readFileSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const [packages, dist] = process.argv.slice(-2);
const require = createRequire(join(packages, "floor.js"));
const load = async (name) => (await import(pathToFileURL(require.resolve(name)))).default;

/** The README promises these. */
const BROWSERS = ["chrome 109", "firefox 115", "safari 16.0"];
const TARGETS = ["chrome109", "firefox115", "safari16"];

/** What may be missing, or work in part: the page is whole without it. */
const IMPROVEMENTS = {
  "css-display-contents": "known to all of them; Safari forgets the roles of some elements with it, and the one here is a plain box",
  "css-boxdecorationbreak": "a marked text that is broken over lines has a plain edge",
  "css-clip-path": "inset() on boxes is known to all of them",
  "css-content-visibility": "a keystroke in a long form costs more",
  "css-has": "the line beside the file that is looked at has no colour, and a wide table of the board is printed upright",
  "css-masks": "the name under which caniuse has clip-path once more",
  "css-mixblendmode": "set to nothing, against a page's own rules, and only for elements",
  "css-paged-media": "the browser's own margins when printing",
  "css-scrollbar": "the browser's own scroll bars",
  "css-text-indent": "lengths are known to all of them; only `hanging` and `each-line` are not",
  "css-unicode-bidi": "isolate is known to all of them",
  "css-widows-orphans": "a page may break after a line",
  "css-zoom": "set to nothing, against a page's own rules: who does not know it needs no guard",
  "multicolumn": "break-inside and break-after, known to all of them for pages, where they are used",
  "text-decoration": "colour and thickness are known to all of them; Safari wants them in single properties",
  "text-size-adjust": "wanted by phones alone",
  trustedTypes: "asked for before it is used",
};

const problems = [];
const found = (extension) =>
  readdirSync(dist, { recursive: true })
    .filter((name) => name.endsWith(extension))
    .map((name) => ({ name, text: readFileSync(join(dist, name), "utf8") }));
const sheets = found(".css");
const scripts = found(".js");

const doiuse = await load("doiuse");
for (const { name, text } of sheets) {
  const onFeatureUsage = ({ feature, featureData, usage }) =>
    problems.push(`${name}: ${feature}, ${featureData.title} (${String(usage).split("\n")[0].slice(0, 80)})`);
  const ignore = Object.keys(IMPROVEMENTS);
  await require("postcss")([doiuse({ browsers: BROWSERS, ignore, onFeatureUsage })]).process(text, { from: name });
}

const { Linter } = require("eslint");
const config = {
  plugins: { compat: await load("eslint-plugin-compat") },
  rules: { "compat/compat": "error" },
  languageOptions: { ecmaVersion: 2022, sourceType: "module" },
  settings: { targets: BROWSERS },
};
for (const { name, text } of scripts) {
  const told = new Linter().verify(text, [config]);
  for (const { line, message } of told) {
    if (!(message.split(" ")[0] in IMPROVEMENTS)) problems.push(`${name}:${line}: ${message}`);
  }
}

const esbuild = require("esbuild");
for (const { name, text } of [...sheets, ...scripts]) {
  const as = (target) => esbuild.transformSync(text, { target, loader: name.split(".").pop(), sourcefile: name }).code;
  if (as(TARGETS) !== as("esnext")) problems.push(`${name}: syntax that one of ${BROWSERS.join(", ")} does not know`);
}

console.log([`${sheets.length} style sheets and ${scripts.length} scripts`, ...problems].join("\n"));
process.exitCode = problems.length ? 1 : 0;
