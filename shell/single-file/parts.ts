// The parts of the element, taken from the page itself. The build bundles the program's module, and puts the rest into the page.

import * as boardProgram from "board-program";
import * as officeProgram from "office-program";
import * as program from "program";
import * as board from "../board/board";
import { carryIn } from "../element/carry";
import type { Component, Parts } from "../element/parts";
import { Name } from "../shared/names";
import { page } from "./page";

const inPage = (id: string): string => document.getElementById(id)!.textContent!;

const bytes = (id: string): Uint8Array => Uint8Array.from(atob(inPage(id)), (letter) => letter.charCodeAt(0));

let office: Promise<typeof officeProgram> | undefined;

async function begun(): Promise<typeof officeProgram> {
  await officeProgram.default({ module_or_path: bytes("office") });
  return officeProgram;
}

/** A page from a disk has no worker: the board reads and writes in the page. */
const source: board.Source = {
  async program() {
    await boardProgram.default({ module_or_path: bytes("board") });
    return boardProgram;
  },
  office: {
    program: () =>
      (office ??= begun().catch((error) => {
        // Asked for again, it is tried again.
        office = undefined;
        throw error;
      })),
  },
};

export const parts: Parts = {
  async program() {
    await program.default({ module_or_path: bytes("program") });
    return program;
  },
  style: () => Object.assign(document.createElement("style"), { textContent: inPage("style") }),
  rescue: async () => {},
  content: () => Promise.reject(new Error("content.js")),
  carry: (what) => carryIn(page, what),
  board: async () => ({
    open: (given) => board.open(source, given),
    openReport: (given, keep) => board.openReport(source, given, keep),
  }),
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
