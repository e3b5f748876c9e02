// Loads the files beside a script: each is of the script's own release, and has the digest that the script knows.

import type { ScriptPolicy } from "../shared/policy";

/** A policy of the page may let in only what bears its nonce, and has let in this script by it. */
const nonce = document.querySelector<HTMLScriptElement>("script[nonce]")?.nonce ?? "";

/** Where the files are, of which release, and their digests. */
export interface Files<File extends string> {
  readonly base: string;
  readonly build: string;
  readonly digests: Readonly<Record<File, string>>;
  policy(): ScriptPolicy;
}

/**
 * Each release loads its files from addresses of its own: a browser that still has a file of the release before in its memory
 * (Safari hands it out without asking the service worker) does not take it for this one's.
 */
export const versioned = (file: string, build: string): string => `${file}?${build}`;

export function tag<File extends string, Name extends "script" | "link">(
  { digests }: Files<File>,
  name: Name,
  file: File,
  properties: object,
): HTMLElementTagNameMap[Name] {
  return Object.assign(document.createElement(name), { crossOrigin: "anonymous", integrity: digests[file], nonce, ...properties });
}

/** Imports a module. `import()` knows no digest; a tag does, and what the tag has loaded is what is imported then. */
export function load<Module, File extends string = string>(files: Files<File>, file: File): Promise<Module> {
  return new Promise((resolve, reject) => {
    const address = versioned(file, files.build);
    const src = files.policy().createScriptURL(address);
    const script = tag(files, "script", file, { type: "module", src });
    // It stays until then: of a tag that is nowhere any more WebKit may forget whom to tell.
    const end = (settle: () => void) => () => {
      script.remove();
      settle();
    };
    script.onload = end(() => resolve(import(files.base + address)));
    script.onerror = end(() => reject(new Error(file)));
    document.head.append(script);
  });
}

/** Asks for a file. What does not come as it was released is refused, and may be asked for again. */
export async function ask<File extends string>({ base, build, digests }: Files<File>, file: File): Promise<Response> {
  const address = base + versioned(file, build);
  try {
    return await fetch(address, { integrity: digests[file] });
  } catch {
    throw new Error(`could not load ${address}`);
  }
}

/** The same as `load`, for what may be tried again: a browser remembers of a module that it could not be loaded. */
export async function loadOnceThere<Module, File extends string = string>(files: Files<File>, file: File): Promise<Module> {
  await (await ask(files, file)).arrayBuffer();
  return load(files, file);
}
