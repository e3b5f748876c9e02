// `board-worker.js`: the board's program, reading files away from the page. Its first message is the program as the page compiled
// it; it answers once it can read. Each later message is a file. A failure here ends the worker, and the page is told.

import { initSync, read } from "board-program";

/** A file to be read. */
interface Question {
  readonly id: number;
  readonly name: string;
  readonly directive: string;
  readonly bytes: ArrayBuffer;
}

/** What a worker has; the types of a page say something else of it. */
const scope = self as unknown as {
  onmessage(message: { data: WebAssembly.Module | Question }): void;
  postMessage(message: unknown, handedOver?: Transferable[]): void;
};

scope.onmessage = ({ data: module }) => {
  initSync({ module: module as WebAssembly.Module });
  scope.onmessage = ({ data }) => {
    const { id, name, directive, bytes } = data as Question;
    const answer = read(name, new Uint8Array(bytes), directive).buffer;
    scope.postMessage({ id, answer }, [answer]);
  };
  scope.postMessage("ready");
};
