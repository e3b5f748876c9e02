// Finds out why the program does not run: from the error, from what the browser can do, and from what the server sends.

import { hex, released, type ReleaseList } from "../shared/release";
import type { Cause } from "../texts/catalogue";

/** Tells of a cause, of the file that it is about, and of what else is known. */
export type Tell = (cause: Cause, file?: string, facts?: string) => void;

/** The files without which nothing runs, in the order in which they come. */
var NEEDED = ["embed.js", "directive-assessment.js", "directive-assessment_bg.wasm"];

/** Finds the cause and tells it. */
export function diagnose(error: unknown, base: string | undefined, build: string | undefined, tell: Tell): void {
  var text = String(error);
  if (isOld()) return tell("old");
  if (typeof WebAssembly !== "object") return tell("off");
  if (/out of memory|could not allocate|cannot allocate|memory allocation/i.test(text) || error instanceof RangeError) {
    return tell("memory");
  }
  // Safari's engine compiles what its policy forbids to run, and names the policy only then.
  if (/unsafe-eval/.test(text)) return tell("csp", "", text);
  try {
    // The smallest program that there is: what refuses this refuses all.
    new WebAssembly.Module(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0]));
  } catch (refused) {
    return tell("csp", "", String(refused));
  }
  if (/mixed/.test(text)) return tell("mixed");
  if (/^Error: fixed/.test(text)) return tell("fixed");
  if (error === "slow") return tell("slow");
  // A panic of the program comes as text, an exception within it as an error of its own kind.
  if (!base || (typeof error === "string" && error !== "start") || error instanceof WebAssembly.RuntimeError) return tell("stopped");
  inspect(base, build, error === "start" ? "old" : "stopped", tell);
}

function isOld(): boolean {
  try {
    var wanted = [window.Promise, window.fetch, window.customElements, Element.prototype.attachShadow];
    return !(wanted.every(Boolean) && "replaceChildren" in Element.prototype && "noModule" in document.createElement("script"));
  } catch (_) {
    return true;
  }
}

/** Holds the files against what was released. Where every one is as it was, the program itself has failed: that is `otherwise`. */
function inspect(base: string, build: string | undefined, otherwise: Cause, tell: Tell): void {
  released(base)
    .catch(() => null)
    .then((list) => {
      if (list && list.version !== build) return tell("mixed", "", list.version + " " + build);
      var files = NEEDED.slice();
      function next(): void | Promise<void> {
        var file = files.shift();
        if (!file) return tell(otherwise);
        var looked = file;
        return look(base, looked, list, build).then((found) => (found ? tell(found, looked) : next()));
      }
      return next();
    })
    .catch((failed) => tell("stopped", "", String(failed)));
}

/** What is wrong with a file; empty where nothing is. */
type CauseFound = Cause | "";

function look(base: string, file: string, list: ReleaseList | null, build: string | undefined): Promise<CauseFound> {
  return fetch(base + file + "?" + build).then(
    (answer): CauseFound | Promise<CauseFound> => {
      if (answer.status === 404 || answer.status === 410) return "missing";
      if (answer.status === 409) return "refused";
      if (!answer.ok) return "server";
      var type = answer.headers.get("Content-Type") || "";
      return answer.arrayBuffer().then(
        (buffer) => judge(file, type, new Uint8Array(buffer), list, build),
        () => "truncated",
      );
    },
    () => (navigator.onLine === false ? "offline" : "blocked"),
  );
}

function judge(
  file: string,
  type: string,
  bytes: Uint8Array<ArrayBuffer>,
  list: ReleaseList | null,
  build: string | undefined,
): CauseFound | Promise<CauseFound> {
  // `<`, perhaps after blanks and a byte order mark.
  var start = String.fromCharCode.apply(null, bytes.subarray(0, 64) as unknown as number[]);
  if (/^[\s\ufeff\u00ef\u00bb\u00bf]*</.test(start)) return "html";
  if (/\.js$/.test(file) && !/javascript|ecmascript/i.test(type)) return "mime";
  var known = list && list.files[file];
  if (!known) return "";
  var digest = known.sha256;
  var marked = /\.js$/.test(file) && /export const build = "(\w+)"/.exec(new TextDecoder().decode(bytes));
  if (marked && marked[1] !== build) return "mixed";
  if (bytes.length < known.bytes) return "truncated";
  if (!(window.crypto && crypto.subtle)) return bytes.length === known.bytes ? "" : "damaged";
  return crypto.subtle.digest("SHA-256", bytes).then((found) => (hex(found) === digest ? "" : "damaged"));
}
