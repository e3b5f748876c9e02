// The module that wasm-bindgen has written for what writes documents, which the build names.

type OfficeProgramModule = import("../element/parts").OfficeProgram;

declare module "office-program" {
  const program: OfficeProgramModule["default"];
  export default program;
  export const initSync: (options: { module: WebAssembly.Module }) => unknown;
  export const make: OfficeProgramModule["make"];
}
