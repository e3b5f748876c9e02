// Writes documents and workbooks in a worker, so that the page stays quick and a long one can be given up; in the page itself where there
// is no worker. All of it is loaded when the first one is asked for.

import { begin } from "./beginning";
import type { Make, OfficeProgram, Tell } from "../element/parts";

/** Where the program comes from, and a worker with the same program in it; there may be none. */
export interface OfficeSource {
  program(): Promise<OfficeProgram>;
  worker?(): Promise<Worker>;
}

export class Office {
  #source: OfficeSource;
  /** Gives up what is being written. */
  #giveUp: (() => void) | undefined;

  constructor(source: OfficeSource) {
    this.#source = source;
  }

  /** The file, as the program answers it. Rejects where it cannot be loaded, fails or is given up. */
  async make(of: Uint8Array<ArrayBuffer>, tell: Tell): Promise<Uint8Array> {
    const given = new Promise<never>((_, reject) => (this.#giveUp = () => reject(new Error("given up"))));
    given.catch(() => {});
    // Whatever can be said of the program is said before a worker is waited for.
    const program = await Promise.race([this.#source.program(), given]);
    const begun = begin(this.#source.worker?.bind(this.#source));
    // Given up before it is ready, it ends once it is.
    const worker = await Promise.race([begun, given]).catch((error) => {
      void begun.then((late) => late?.terminate());
      throw error;
    });
    try {
      return await Promise.race([worker ? written(worker, of, tell) : inPage(program.make, of, tell), given]);
    } finally {
      // Its memory, which never becomes less, goes with it.
      worker?.terminate();
    }
  }

  /** Ends what is being written, if anything is. */
  cancel(): void {
    this.#giveUp?.();
  }
}

function written(worker: Worker, of: Uint8Array<ArrayBuffer>, tell: Tell): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    worker.onmessage = ({ data }: MessageEvent<[number, number] | ArrayBuffer>) => {
      if (Array.isArray(data)) tell(...data);
      else resolve(new Uint8Array(data));
    };
    const failed = (event: Event) => reject(new Error(`the worker has ended: ${(event as ErrorEvent).message}`));
    worker.onerror = failed;
    worker.onmessageerror = failed;
    worker.postMessage(of.buffer, [of.buffer]);
  });
}

/** The page has a turn before it is at work. */
async function inPage(make: Make, of: Uint8Array, tell: Tell): Promise<Uint8Array> {
  await new Promise((done) => setTimeout(done));
  return make(of, tell);
}
