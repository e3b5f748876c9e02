// What is beside the package's scripts, made by the build.

type BesidePackage = {
  program: import("../element/parts").Program;
  content: typeof import("../element/content");
  printing: typeof import("../element/printing");
  carry: typeof import("./carry");
  board: typeof import("./board-loader");
  boardProgram: import("../element/parts").BoardProgram;
  officeProgram: import("../element/parts").OfficeProgram;
};

declare module "*/directive-assessment.js" {
  const program: BesidePackage["program"]["default"];
  export default program;
  export const Component: BesidePackage["program"]["Component"];
  export const isStopped: BesidePackage["program"]["isStopped"];
}

declare module "*/content.js" {
  export const read: BesidePackage["content"]["read"];
  export const panel: BesidePackage["content"]["panel"];
}

declare module "*/printing.js" {
  export const print: BesidePackage["printing"]["print"];
}

declare module "*/carry.js" {
  export const carry: BesidePackage["carry"]["carry"];
}

declare module "*/board.js" {
  const program: BesidePackage["boardProgram"]["default"];
  export default program;
  export const Board: BesidePackage["boardProgram"]["Board"];
  export const Report: BesidePackage["boardProgram"]["Report"];
  export const isStopped: BesidePackage["boardProgram"]["isStopped"];
  export const read: BesidePackage["boardProgram"]["read"];
}

declare module "*/office.js" {
  const program: BesidePackage["officeProgram"]["default"];
  export default program;
  export const make: BesidePackage["officeProgram"]["make"];
}

declare module "*/board-loader.js" {
  export const open: BesidePackage["board"]["open"];
  export const openReport: BesidePackage["board"]["openReport"];
}

declare module "*/prerendered.js" {
  export const html: string;
}

declare module "*/styles.js" {
  const styles: string;
  export default styles;
}

declare module "*/board-styles.js" {
  const styles: string;
  export default styles;
}

declare module "*/rescue.js";
