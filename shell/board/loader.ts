// `board-loader.js`: the board as files beside this script. Loaded when its view is opened for the first time.

import { ask, loadOnceThere, tag, versioned } from "../element/loading";
import type { BoardProgram, OfficeProgram, Opener } from "../element/parts";
import { quiet } from "../element/promises";
import { scriptPolicy } from "../shared/policy";
import * as board from "./board";

const build = "{{build}}";
const base = new URL("./", import.meta.url).href;
const digests = {
  "board.js": "{{board.js}}",
  "board_bg.wasm": "{{board_bg.wasm}}",
  "board.css": "{{board.css}}",
  "board-worker.js": "{{board-worker.js}}",
  "office.js": "{{office.js}}",
  "office_bg.wasm": "{{office_bg.wasm}}",
  "office-worker.js": "{{office-worker.js}}",
};
const files = { base, build, digests, policy: () => scriptPolicy(base, () => build) };

/** A program, and what it was compiled to. Every element of the page has the same. */
type Loaded<Program> = readonly [program: Program, module: WebAssembly.Module];

async function load<Program extends BoardProgram | OfficeProgram>(name: "board" | "office"): Promise<Loaded<Program>> {
  const wasm = quiet(ask(files, `${name}_bg.wasm`));
  const program = await loadOnceThere<Program>(files, `${name}.js`);
  if (program.build !== build) throw new Error("mixed");
  const module = await compiled(await wasm);
  await program.default({ module_or_path: module });
  return [program, module];
}

/** As it comes; where the server sends another type than that of programs, once it is there. */
async function compiled(wasm: Response): Promise<WebAssembly.Module> {
  const bytes = wasm.clone();
  return WebAssembly.compileStreaming(wasm).catch(async () => WebAssembly.compile(await bytes.arrayBuffer()));
}

/** Loads it once: all of it, or nothing that would stand in the way of another try. */
function once<Program extends BoardProgram | OfficeProgram>(name: "board" | "office"): () => Promise<Loaded<Program>> {
  let loading: Promise<Loaded<Program>> | undefined;
  return () =>
    (loading ??= load<Program>(name).catch((error) => {
      loading = undefined;
      throw error;
    }));
}

const loaded = once<BoardProgram>("board");
const office = once<OfficeProgram>("office");

/** A worker with a program in it. A page of another origin may have none. */
async function worker(file: "board-worker.js" | "office-worker.js", loaded: () => Promise<Loaded<unknown>>): Promise<Worker> {
  // A worker is given no digest: what its address has is looked at before.
  await (await ask(files, file)).arrayBuffer();
  const worker = new Worker(files.policy().createScriptURL(versioned(file, build)), { type: "module" });
  worker.postMessage((await loaded())[1]);
  return worker;
}

/** Its styles come after those of the form. They are a sheet of the script's own; Safari before 16.4 takes none, and gets a tag. */
async function dress(root: ShadowRoot): Promise<void> {
  const file = "board.css";
  const styles = await (await ask(files, file)).text();
  if (root.adoptedStyleSheets) return void (root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet(styles)]);
  await new Promise((resolve, reject) => {
    const link = tag(files, "link", file, { rel: "stylesheet", href: base + versioned(file, build), onload: resolve, onerror: reject });
    root.append(link);
  });
}

function sheet(styles: string): CSSStyleSheet {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(styles);
  return sheet;
}

const source: board.Source = {
  program: async () => (await loaded())[0],
  dress,
  worker: () => worker("board-worker.js", loaded),
  office: { program: async () => (await office())[0], worker: () => worker("office-worker.js", office) },
};

/** What reads files: for a board, and for whoever tries it alone. */
export const reader = (): ReturnType<typeof board.reader> => board.reader(source);

/** Opens the board of an element, and the report of its drafts. */
export const open: Opener["open"] = (given) => board.open(source, given);
export const openReport: Opener["openReport"] = (given, keep) => board.openReport(source, given, keep);
