// The parts of the element in the page itself. The build bundles the program's module, and puts the rest into the page.

import * as program from "program";
import { carryIn } from "../element/carry";
import type { Component, Parts } from "../element/parts";
import { Name } from "../shared/names";
import { page } from "./page";

const inPage = (id: string): string => document.getElementById(id)!.textContent!;

export const parts: Parts = {
  async program() {
    const bytes = Uint8Array.from(atob(inPage("program")), (letter) => letter.charCodeAt(0));
    await program.default({ module_or_path: bytes });
    return program;
  },
  style: () => Object.assign(document.createElement("style"), { textContent: inPage("style") }),
  rescue: async () => {},
  content: () => Promise.reject(new Error("content.js")),
  carry: (what) => carryIn(page, what),
  /** A copy that holds a draft offers it as an import does: shown first, and nothing is changed. */
  loaded(component: Component) {
    const data = document.getElementById(Name.CARRIED)!;
    if (data.textContent!.trim()) component.offer(ownName(), data.outerHTML);
  },
};

/** The name of this file; as it stands in the address, where that is no text. */
function ownName(): string {
  const name = location.pathname.split("/").pop()!;
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
