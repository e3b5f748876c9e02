// What the server says about its release.

/** A released file: its length, and its SHA-256 in hexadecimal digits. */
export interface ReleasedFile {
  readonly bytes: number;
  readonly sha256: string;
}

/** `files.json`, which the build writes. */
export interface ReleaseList {
  readonly version: string;
  readonly files: Readonly<Record<string, ReleasedFile>>;
}

/** The list of the released files, as the server has it now. */
export function released(base: string): Promise<ReleaseList> {
  return fetch(base + "files.json", { cache: "no-store" }).then((answer) => {
    return answer.ok ? answer.json() : Promise.reject(new Error(String(answer.status)));
  });
}

/** Bytes as hexadecimal digits. */
export function hex(buffer: ArrayBuffer): string {
  return Array.prototype.map.call(new Uint8Array(buffer), (byte: number) => (byte < 16 ? "0" : "") + byte.toString(16)).join("");
}
