// `board-loader.js` of the npm package: a bundler finds the program by its address. Not every bundler makes a worker from an
// address, so the board reads and writes in the page.

import type { Opener } from "../element/parts";
import * as board from "../board/board";
import styles from "./board-styles.js";

/** A sheet of the script's own, which no policy forbids. Safari before 16.4 takes none, and gets a tag. */
async function dress(root: ShadowRoot): Promise<void> {
  if (!root.adoptedStyleSheets) return root.append(Object.assign(document.createElement("style"), { textContent: styles }));
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(styles);
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
}

let loading: Promise<typeof import("./board.js")> | undefined;
let loadingOffice: Promise<typeof import("./office.js")> | undefined;

async function load(): Promise<typeof import("./board.js")> {
  const wasm = fetch(new URL("./board_bg.wasm", import.meta.url), { integrity: "{{board_bg.wasm}}" });
  wasm.catch(() => {});
  const program = await import("./board.js");
  await program.default({ module_or_path: wasm });
  return program;
}

async function loadOffice(): Promise<typeof import("./office.js")> {
  const wasm = fetch(new URL("./office_bg.wasm", import.meta.url), { integrity: "{{office_bg.wasm}}" });
  wasm.catch(() => {});
  const program = await import("./office.js");
  await program.default({ module_or_path: wasm });
  return program;
}

/** What writes documents, loaded when the first is asked for. */
function office(): Promise<typeof import("./office.js")> {
  return (loadingOffice ??= loadOffice().catch((error) => {
    loadingOffice = undefined;
    throw error;
  }));
}

/** All of it, or nothing that would stand in the way of another try. */
function program(): Promise<typeof import("./board.js")> {
  return (loading ??= load().catch((error) => {
    loading = undefined;
    throw error;
  }));
}

const source: board.Source = { program, dress, office: { program: office } };

export const open: Opener["open"] = (given) => board.open(source, given);
export const openReport: Opener["openReport"] = (given, keep) => board.openReport(source, given, keep);
