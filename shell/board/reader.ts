// Reads files in a worker, so that the page stays responsive, or in the page itself where there is no worker.

import { begin } from "./beginning";
import { later, type Later } from "../element/promises";
import type { Read } from "../element/parts";

/** Milliseconds that a device may take for one file: a cloud's folder may have to fetch it first. */
const DEVICE_PATIENCE = 60000;

/**
 * The bytes of a file; `null` where the stick was pulled out, the file has changed since it was chosen, or nothing comes; nothing where
 * they are more than so many. Nobody asks for the size before: for each file Chromium would stand still until the device has said it.
 */
function given(file: File, most: number): Promise<ArrayBuffer | null | undefined> {
  const reader = new FileReader();
  return new Promise((resolve) => {
    const timer = setTimeout(() => reader.abort(), DEVICE_PATIENCE);
    let isTooLarge = false;
    reader.onprogress = ({ total }) => {
      isTooLarge = total > most;
      if (isTooLarge) reader.abort();
    };
    reader.onloadend = () => {
      clearTimeout(timer);
      const bytes = reader.result as ArrayBuffer | null;
      resolve(isTooLarge || (bytes?.byteLength ?? 0) > most ? undefined : bytes);
    };
    reader.readAsArrayBuffer(file);
  });
}

export class Reader {
  /** Whether a worker reads, so far as is known. */
  isWorker: boolean;
  #read: Read;
  #start: (() => Promise<Worker>) | undefined;
  #worker: Promise<Worker | undefined> | undefined;
  /** The answers that are waited for, by the numbers of their questions. */
  #awaited = new Map<number, Later<Uint8Array>>();
  #count = 0;

  /** `read` reads in the page. */
  constructor(read: Read, start: (() => Promise<Worker>) | undefined) {
    this.#read = read;
    this.#start = start;
    this.isWorker = Boolean(start);
  }

  /** The answer of the program. The bytes are handed over. Rejects where the worker has ended before it answered. */
  async read(name: string, bytes: Uint8Array<ArrayBuffer>, directive: string): Promise<Uint8Array> {
    const worker = await (this.#worker ??= this.#begin());
    if (!worker) {
      // Between two files the page has a turn.
      await new Promise((done) => setTimeout(done));
      return this.#read(name, bytes, directive);
    }
    const { buffer } = bytes.byteLength === bytes.buffer.byteLength ? bytes : bytes.slice();
    return this.#ask(worker, name, directive, buffer);
  }

  /**
   * The same for a file: `null` where its device does not give it, and nothing where there is no worker, where it is empty or where it has
   * more bytes than so many.
   */
  async readFile(name: string, file: File, directive: string, most: number): Promise<Uint8Array | null | undefined> {
    const worker = await (this.#worker ??= this.#begin());
    if (!worker) return undefined;
    const bytes = await given(file, most);
    if (!bytes?.byteLength) return bytes && undefined;
    return this.#ask(worker, name, directive, bytes);
  }

  #ask(worker: Worker, name: string, directive: string, bytes: ArrayBuffer): Promise<Uint8Array> {
    const id = this.#count++;
    const answer = later<Uint8Array>();
    this.#awaited.set(id, answer);
    worker.postMessage({ id, name, directive, bytes }, [bytes]);
    return answer.promise;
  }

  /** A worker that is ready; none where there is none. */
  async #begin(): Promise<Worker | undefined> {
    const worker = await begin(this.#start);
    this.isWorker = Boolean(worker);
    if (!worker) return undefined;
    worker.onmessage = ({ data: { id, answer } }: MessageEvent<{ id: number; answer: ArrayBuffer }>) => {
      this.#awaited.get(id)?.resolve(new Uint8Array(answer));
      this.#awaited.delete(id);
    };
    const end = (event: Event) => this.#end(worker, event);
    worker.onerror = end;
    worker.onmessageerror = end;
    return worker;
  }

  /** The worker has failed: what it was asked has no answer, and the page goes on. */
  #end(worker: Worker, event: Event): void {
    worker.terminate();
    this.isWorker = false;
    this.#worker = Promise.resolve(undefined);
    const error = new Error(`the worker has ended: ${(event as ErrorEvent).message}`);
    for (const answer of this.#awaited.values()) answer.reject(error);
    this.#awaited.clear();
  }
}
