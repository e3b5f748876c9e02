// The module that wasm-bindgen writes for the board. The build names it.

type BoardProgramModule = import("../element/parts").BoardProgram;

declare module "board-program" {
  const program: BoardProgramModule["default"];
  export default program;
  export const initSync: (options: { module: WebAssembly.Module }) => unknown;
  export const Board: BoardProgramModule["Board"];
  export const Report: BoardProgramModule["Report"];
  export const isStopped: BoardProgramModule["isStopped"];
  export const read: BoardProgramModule["read"];
}
