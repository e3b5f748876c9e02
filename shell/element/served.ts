// The parts of the element as files beside its script. The build fills in what is in double braces.

import { scriptPolicy } from "../shared/policy";
import type { Parts, Program } from "./parts";
import { ask, load, loadOnceThere, tag, versioned } from "./loading";
import { quiet } from "./promises";

const build = "{{build}}";
/** Names all that stands around these parts (element.ts and what it imports): releases with the same may have parts of one another. */
export const shell = "{{shell}}";
const own = import.meta.url;
const base = new URL("./", own).href;

/** Of what is loaded from beside this script. A page that gives the digest of this script has thereby fixed every byte. */
const digests = {
  "directive-assessment.js": "{{directive-assessment.js}}",
  "directive-assessment_bg.wasm": "{{directive-assessment_bg.wasm}}",
  "directive-assessment.css": "{{directive-assessment.css}}",
  "rescue.js": "{{rescue.js}}",
  "content.js": "{{content.js}}",
  "carry.js": "{{carry.js}}",
  "frame.js": "{{frame.js}}",
  "prerendered.js": "{{prerendered.js}}",
  "printing.js": "{{printing.js}}",
  "board-loader.js": "{{board-loader.js}}",
};
/** The built-in directive, once it was loaded. The policy makes no other markup, whoever asks. */
let prerendered = "";

const policy = () => scriptPolicy(base, () => parts.build, () => prerendered);

/** What stands beside this script. */
const files = { base, build, digests, policy };

/** A script or a link. Only a script has a text, which is only asked for where the type is one of scripts. */
type Tag = HTMLScriptElement & HTMLLinkElement;

/**
 * A browser or a proxy may still have this script when its release is gone from the server, and with it every file that has its
 * digests. Then the release that is there gives its parts, once, and if the rest of it is the same; else the panel is told, whose
 * reload brings all of it. Nothing takes the place of what a page has fixed by a digest of its own.
 */
async function renewed(failure: unknown): Promise<Program> {
  const answer = await fetch(`${base}files.json`, { cache: "no-store" }).catch(() => {});
  const { version = build }: { version?: string } = answer?.ok ? await answer.json() : {};
  const tags = [...document.querySelectorAll<Tag>("script, link")];
  const ours = tags.filter(({ src, href }) => (src || href) === own);
  // One that was loaded by its version, or in a way that does not show whether there was a digest, is left as it is.
  if (version === build || !ours.length || own.includes(versioned("embed.js", build))) throw failure;
  const isByMap = ({ type, text }: Tag) => /importmap/i.test(type) && text.includes("integrity");
  if (ours.some(({ integrity }) => integrity) || tags.some(isByMap)) {
    throw new Error(`fixed: the page wants embed.js of ${build}, the server has ${version}`);
  }
  // From the next visit on it is there.
  await fetch(own, { cache: "reload" });
  const next: typeof import("./embed") = await import(`${base}embed.js?${version}#next`);
  Object.assign(parts, next.parts);
  if (next.shell !== shell) throw new Error("mixed");
  return parts.program();
}

/** Every byte of it is of the build that this script is of. */
async function program(): Promise<Program> {
  const wasm = quiet(ask(files, "directive-assessment_bg.wasm"));
  const program = await load<Program>(files, "directive-assessment.js");
  if (program.build !== build) throw new Error("mixed");
  await program.default({ module_or_path: wasm });
  return program;
}

export const parts: Parts = {
  base,
  build,
  isNext: own.endsWith("#next"),
  program: () => program().catch(renewed),
  style() {
    const file = "directive-assessment.css";
    return tag(files, "link", file, { rel: "stylesheet", href: base + versioned(file, build) });
  },
  rescue: () => load(files, "rescue.js"),
  content: () => load(files, "content.js"),
  carry: async (what) => (await load<typeof import("./carry-served")>(files, "carry.js")).carry(what),
  frame: () => void load(files, "frame.js"),
  async prerendered() {
    prerendered = (await load<{ html: string }>(files, "prerendered.js")).html;
    return policy().createHTML!("");
  },
  printing: () => load(files, "printing.js"),
  board: () => loadOnceThere(files, "board-loader.js"),
};
