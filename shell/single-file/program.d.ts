// The module that wasm-bindgen has written, which the build names.

type ProgramModule = import("../element/parts").Program;

declare module "program" {
  const program: ProgramModule["default"];
  export default program;
  export const Component: ProgramModule["Component"];
  export const isStopped: ProgramModule["isStopped"];
}
