// The parts of the element as files beside its script. The build fills in what stands in double braces.

import { scriptPolicy } from "../shared/policy";
import type { Parts, Program } from "./parts";
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
};
type File = keyof typeof digests;

/**
 * Each release loads its files from addresses of its own: a browser that still has a file of the release before in its memory
 * (Safari hands it out without asking the service worker) does not take it for this one's.
 */
const versioned = (file: string): string => `${file}?${build}`;

/** A policy of the page may let in only what bears its nonce, and has let in this script by it. */
const nonce = document.querySelector<HTMLScriptElement>("script[nonce]")?.nonce ?? "";

function tag<Name extends "script" | "link">(name: Name, file: File, properties: object): HTMLElementTagNameMap[Name] {
  return Object.assign(document.createElement(name), { crossOrigin: "anonymous", integrity: digests[file], nonce, ...properties });
}

/** The built-in directive, once it was loaded. The policy makes no other markup, whoever asks. */
let prerendered = "";

const policy = () => scriptPolicy(base, () => parts.build, () => prerendered);

/** Imports a module. `import()` knows no digest; a tag does, and what the tag has loaded is what is imported then. */
function load<Module>(file: File): Promise<Module> {
  return new Promise((resolve, reject) => {
    const address = versioned(file);
    const src = policy().createScriptURL(address);
    const script = tag("script", file, { type: "module", src });
    // It stays until then: of a tag that is nowhere any more WebKit may forget whom to tell.
    const end = (settle: () => void) => () => {
      script.remove();
      settle();
    };
    script.onload = end(() => resolve(import(base + address)));
    script.onerror = end(() => reject(new Error(file)));
    document.head.append(script);
  });
}

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
  if (version === build || !ours.length || own.includes(versioned("embed.js"))) throw failure;
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
  const wasmFile = "directive-assessment_bg.wasm";
  const wasm = quiet(fetch(base + versioned(wasmFile), { integrity: digests[wasmFile] }));
  const program = await load<Program>("directive-assessment.js");
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
    return tag("link", file, { rel: "stylesheet", href: base + versioned(file) });
  },
  rescue: () => load("rescue.js"),
  content: () => load("content.js"),
  carry: async (what) => (await load<typeof import("./carry-served")>("carry.js")).carry(what),
  frame: () => void load("frame.js"),
  async prerendered() {
    prerendered = (await load<{ html: string }>("prerendered.js")).html;
    return policy().createHTML!("");
  },
  printing: () => load("printing.js"),
};
