// What the element consists of besides its own script, and where that comes from: files beside it (served.ts), the page itself
// (single-file/parts.ts) or a bundle (package/parts.ts).

import type { Language } from "../shared/language";

/** The program behind one element, as `src/edge/element.rs` exports it. */
export interface Component {
  mount(root: ShadowRoot, dispatch: Dispatch): HTMLElement;
  unmount(): void;
  load(): Promise<void>;
  /** The one loading, once it was begun. */
  loaded?: Promise<void>;
  configure(element: HTMLElement): void;
  flush(): Promise<void>;
  goTo(id: string): void;
  exportFile(download: boolean): Promise<File>;
  importFile(file: Blob, dryRun: boolean): Promise<unknown>;
  /** Keeps with the draft of that id what was made of its report. */
  keepReport(draft: string, base: string, kept: string): void;
  /** Offers the draft that a saved page holds, as an import does. */
  offer(name: string, html: string): void;
  free(): void;
}

/** What the program tells through: for its own wishes an answer, for events whether it may go on, and what is waited for. */
export type Dispatch = (name: string, detail: object, cancelable?: boolean) => unknown;

/** The module that wasm-bindgen has written. */
export interface Program {
  readonly build?: string;
  default(options: { module_or_path: unknown }): Promise<unknown>;
  Component: new (directive: Contents, roster: Contents, storageKey: string, lang: string) => Component;
  isStopped(): boolean;
}

/** What another program draws in one element: the board (`crates/board/src/program.rs`), or a unit's report
    (`crates/preview/src/program.rs`). */
export interface Drawn {
  configure(lang: string, headingLevel: number): void;
  mount(root: ShadowRoot): HTMLElement;
  go(what: string): void;
  unmount(): void;
  flush(): Promise<void>;
  free(): void;
}

export interface DrawnBoard extends Drawn {
  /** The styles of the report's pages, as `AroundReport.dress` takes them. */
  styles(): string[];
}

/** What a unit's report has done around it. */
export interface AroundReport {
  /** Keeps with the draft of that id what was made of its report, over what was kept before. */
  keep(draft: string, base: string, kept: string): void;
  /** The styles of what is drawn, and of the pages of paper; a rule a line. */
  dress(text: string, pages: string): void;
  print(): void;
}

/** Reads a file about the directive of that id; what it answers is the board's own. */
export type Read = (name: string, bytes: Uint8Array, directive: string) => Uint8Array<ArrayBuffer>;

/** The module that wasm-bindgen has written for the board. */
export interface BoardProgram {
  readonly build?: string;
  default(options: { module_or_path: unknown }): Promise<unknown>;
  Board: new (directive: Contents, roster: Contents, storageKey: string, lang: string, reader: object, office: object) => DrawnBoard;
  Report: new (directive: Contents, lang: string, office: object, around: AroundReport) => Drawn;
  isStopped(): boolean;
  readonly read: Read;
}

/** How many rows were put in, of how many. */
export type Tell = (done: number, all: number) => void;

/** Writes the file of a paper or a workbook; how both are told in bytes is the programs' own. */
export type Make = (of: Uint8Array, tell: Tell) => Uint8Array<ArrayBuffer>;

/** The module that wasm-bindgen has written for what writes documents and workbooks. */
export interface OfficeProgram {
  readonly build?: string;
  default(options: { module_or_path: unknown }): Promise<unknown>;
  readonly make: Make;
}

/** What another program shows, and the element that it stands in. */
export interface Shown {
  readonly host: HTMLElement;
  /** Of the board, what stands after `/tong-hop/` in the address; of a report, the record of its draft. */
  readonly what: string;
  readonly lang: string;
  readonly headingLevel: number;
}

/** What the board of an element is made with. */
export type BoardGiven = readonly [directive: Contents, roster: Contents, storageKey: string, lang: string, root: ShadowRoot];

/** The board or a report, once it was loaded; it never throws. */
export interface OpenBeside {
  /** Shows it, or nothing any more. */
  show(shown?: Shown): void;
  print(): void;
  /** Writes whatever is not on disk. Of one that has stopped nothing is written. */
  flush(): Promise<void>;
  end(): Promise<void>;
}

/** What opens them. */
export interface Opener {
  open(given: BoardGiven): Promise<OpenBeside>;
  /** A unit's report; `keep` as in [`AroundReport`]. */
  openReport(given: BoardGiven, keep: AroundReport["keep"]): Promise<OpenBeside>;
}

/** A document as bytes; without any, the built-in one. */
export type Contents = Uint8Array | undefined;

/** Of a copy of the page: the file's name, the text of the exported file, and the document as markup; and the end of it. */
export type Carried = [name: string, json: string, report: string, done?: Promise<void>];

/** Whatever a style may be given to. */
export type Styled = Document | ShadowRoot;

export interface Parts {
  /** The folder of the product's files, and of which release they are, where they are files. */
  readonly base?: string;
  readonly build?: string;
  /** Whether they were asked for by an earlier release. */
  readonly isNext?: boolean;
  program(): Promise<Program>;
  /** A tag for it; or nothing, where it was given one already. */
  style(root: Styled): HTMLElement | "";
  /** Defines `directiveAssessmentRescue`. */
  rescue(): Promise<unknown>;
  content(): Promise<typeof import("./content")>;
  carry(what: Carried): Promise<void>;
  /** Of the page in a frame. */
  frame?(): void;
  /** The built-in directive as markup, to be read while the program is on its way. */
  prerendered?(): Promise<string>;
  printing?(): Promise<typeof import("./printing")>;
  /** What opens boards and reports, whose program is loaded when it is asked for. */
  board(): Promise<Opener>;
  /** All that is stored was read. */
  loaded?(component: Component): void;
}

/** The rescue panel, as `rescue.js` defines it. */
export interface Rescue {
  (error: unknown, lang: string | null, base: string | undefined, build: string | undefined, refused?: string): HTMLElement;
  /** The drafts alone. */
  drafts(lang: Language): HTMLElement;
}

declare global {
  var directiveAssessmentRescue: Rescue | undefined;
}
