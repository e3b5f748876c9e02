// Whether the server sends every file as it was released.

import { fill } from "../shared/language";
import { hex, released, type ReleasedFile } from "../shared/release";
import { selfCheck as texts } from "../texts/vi";
import { later, note } from "./report";

var base = location.href.replace(/[^/]*$/, "");

/** One after the other. */
export function files(): Promise<void> {
  return released(base).then(
    (list) => {
      note(texts.version, null, list.version);
      return Object.keys(list.files).reduce((before, name) => before.then(() => file(name, list.files[name]!)), Promise.resolve());
    },
    (error) => note(texts.list, false, String(error)),
  );
}

function file(name: string, known: ReleasedFile): Promise<void> {
  return later(name, () => {
    return fetch(base + name).then((answer) => {
      if (!answer.ok) throw new Error(String(answer.status));
      return answer.arrayBuffer().then((bytes) => judge(bytes, answer.headers.get("Content-Type"), known));
    });
  });
}

function judge(content: ArrayBuffer, type: string | null, known: ReleasedFile): string | Promise<string> {
  var bytes = String(content.byteLength);
  if (content.byteLength !== known.bytes) throw new Error(fill(texts.wrongLength, { bytes: bytes, released: String(known.bytes) }));
  if (!window.crypto || !crypto.subtle) return fill(texts.size, { bytes: bytes });
  return crypto.subtle.digest("SHA-256", content).then((digest) => {
    var digits = hex(digest);
    if (digits !== known.sha256) throw new Error(fill(texts.changed, { digest: digits }));
    return fill(texts.file, { bytes: bytes, type: String(type), digest: digits.slice(0, 16) });
  });
}
