// `board-worker.js`: the program of the board, reading files apart from the page. Its first message is the program as the page has
// compiled it, which it answers once it can read; each after that is a file. What fails here ends the worker: the page hears of it.

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
