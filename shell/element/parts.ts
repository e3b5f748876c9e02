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

/** The program behind the board of one element, as `crates/board/src/program.rs` exports it. */
export interface Board {
  configure(lang: string, headingLevel: number): void;
  mount(root: ShadowRoot): HTMLElement;
  load(): Promise<void>;
  go(place: string): void;
  unmount(): void;
  flush(): Promise<void>;
  free(): void;
}

/** Reads a file about the directive of that id; what it answers is the board's own. */
export type Read = (name: string, bytes: Uint8Array, directive: string) => Uint8Array<ArrayBuffer>;

/** The module that wasm-bindgen has written for the board. */
export interface BoardProgram {
  readonly build?: string;
  default(options: { module_or_path: unknown }): Promise<unknown>;
  Board: new (directive: Contents, roster: Contents, storageKey: string, lang: string, reader: object, office: object) => Board;
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

/** What the board shows, and the element that it stands in. */
export interface ShownBoard {
  readonly host: HTMLElement;
  /** What stands after `/tong-hop/` in the address. */
  readonly place: string;
  readonly lang: string;
  readonly headingLevel: number;
}

/** What the board of an element is made with. */
export type BoardGiven = readonly [directive: Contents, roster: Contents, storageKey: string, lang: string, root: ShadowRoot];

/** A board that was loaded; it never throws. */
export interface OpenBoard {
  /** Shows it, or nothing any more. */
  show(shown?: ShownBoard): void;
  /** Writes whatever is not on disk. Of one that has stopped nothing is written. */
  flush(): Promise<void>;
  end(): Promise<void>;
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
  /** What opens boards, which are loaded when they are asked for. */
  board(): Promise<{ open(given: BoardGiven): Promise<OpenBoard> }>;
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
