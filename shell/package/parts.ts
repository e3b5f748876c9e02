// The parts of the element in the npm package. A bundler finds the other files by these imports and addresses, and may rename, join
// and move them. It recognises an address only if the file's name and `import.meta.url` are in it together. Files that it copies
// unchanged have a digest.

import styles from "./styles.js";
import type { Parts, Styled } from "../element/parts";

let prerendered: Promise<string> | undefined;

/** What a page with Trusted Types takes, if it knows the one policy. */
async function markup(): Promise<string> {
  const { html } = await import("./prerendered.js");
  const { trustedTypes } = globalThis;
  if (!(trustedTypes?.createPolicy as Function | undefined)?.call) return html;
  return trustedTypes!.createPolicy("directive-assessment", { createHTML: () => html }).createHTML!("");
}

/** Of the document in which it is used: what is printed stands in one of its own. */
function windowOf(root: Styled): Window & typeof globalThis {
  return ((root.ownerDocument ?? root) as Document).defaultView!;
}

export const parts: Parts = {
  async program() {
    const address = new URL("./directive-assessment_bg.wasm", import.meta.url);
    const wasm = fetch(address, { integrity: "{{directive-assessment_bg.wasm}}" });
    wasm.catch(() => {});
    const program = await import("./directive-assessment.js");
    await program.default({ module_or_path: wasm });
    return program;
  },
  /** A sheet of the script's own, which no policy forbids. Safari before 16.4 takes none, and gets a tag. */
  style(root) {
    const { CSSStyleSheet } = windowOf(root);
    if (!root.adoptedStyleSheets) return Object.assign(document.createElement("style"), { textContent: styles });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(styles);
    root.adoptedStyleSheets = [sheet];
    return "";
  },
  rescue: () => import("./rescue.js"),
  content: () => import("./content.js"),
  carry: async (what) => (await import("./carry.js")).carry(what),
  /** The built-in directive, to be read while the program is on its way. */
  prerendered: () => (prerendered ??= markup()),
  printing: () => import("./printing.js"),
  board: () => import("./board-loader.js"),
};
