// `office-worker.js`: the program that writes documents and workbooks, apart from the page. Its first message is the program as the page
// has compiled it, which it answers once it can write; the second is what is to be written. What fails here ends the worker.

import { initSync, make } from "office-program";

/** What a worker has; the types of a page say something else of it. */
const scope = self as unknown as {
  onmessage(message: { data: WebAssembly.Module | ArrayBuffer }): void;
  postMessage(message: unknown, handedOver?: Transferable[]): void;
};

scope.onmessage = ({ data: module }) => {
  initSync({ module: module as WebAssembly.Module });
  scope.onmessage = ({ data }) => {
    const { buffer } = make(new Uint8Array(data as ArrayBuffer), (done, all) => scope.postMessage([done, all]));
    scope.postMessage(buffer, [buffer]);
  };
  scope.postMessage("ready");
};
