// What the board's program draws in one element: the board, or a unit's report, each in the place that the form keeps for it, wherever the
// program's files come from.

import type { AroundReport, BoardGiven, BoardProgram, Drawn, OpenBeside, Shown } from "../element/parts";
import { later } from "../element/promises";
import { Name } from "../shared/names";
import { Office, type OfficeSource } from "./office";
import { printed } from "./printed";
import { Reader } from "./reader";
import { Paper } from "./report";
import { stopped } from "./stopped";

/** Where the program and its styles come from, and a worker with the same program in it; there may be none. */
export interface Source {
  program(): Promise<BoardProgram>;
  /** Dresses the root in which the board is drawn; ends once the styles are there. */
  dress?(root: ShadowRoot): Promise<void>;
  worker?(): Promise<Worker>;
  /** What writes documents and workbooks. */
  readonly office: OfficeSource;
}

/** What may tell that the program has stopped: its panic, and any exception that went through it. */
const STOPS = [Name.BOARD_PANIC, "error", "unhandledrejection"];

/** How the address of the board's report ends. */
const REPORT = "/bao-cao";

class Opened implements OpenBeside {
  #program: BoardProgram;
  #drawn: Drawn | undefined;
  #root: ShadowRoot;
  /** What reports are drawn on. */
  #paper: Paper;
  /** Whether it is a unit's report. */
  #isReport: boolean;
  #shown: Shown | undefined;
  /** Resolved once it has stopped: what it had begun then comes to no end. */
  #over = later<void>();

  constructor(program: BoardProgram, root: ShadowRoot, make: () => Drawn, paper: Paper, isReport: boolean) {
    this.#program = program;
    this.#root = root;
    this.#paper = paper;
    this.#isReport = isReport;
    // Of a program that has stopped there is nothing to be had until the page is loaded again.
    if (!program.isStopped()) this.#drawn = make();
  }

  show(shown?: Shown): void {
    this.#shown = shown;
    this.#listen(Boolean(shown));
    this.#paper.show(shown);
    try {
      if (shown) this.#draw(shown);
      else this.#drawn?.unmount();
    } catch (error) {
      this.#suspect(error);
    }
  }

  /** The program is at work below, and waits for no dialog. */
  print(): void {
    const shown = this.#shown;
    if (shown) setTimeout(() => void printed(shown, this.#root, this.#paper.shownPages));
  }

  async flush(): Promise<void> {
    if (!this.#drawn) return;
    this.#listen(true);
    try {
      await Promise.race([this.#drawn.flush(), this.#over.promise]);
    } finally {
      this.#listen(Boolean(this.#shown));
    }
  }

  async end(): Promise<void> {
    await this.flush();
    this.show();
    this.#drawn?.free();
    this.#drawn = undefined;
  }

  /** A panic is the end of the board: it is asked for nothing any more. An error may be anybody's on the page. */
  handleEvent({ type, detail, error, reason, message }: Event & { detail?: string; error?: unknown; reason?: unknown; message?: string }): void {
    if (type === Name.BOARD_PRINT) this.print();
    else if (type === STOPS[0]) this.#stop(detail);
    else this.#suspect(error ?? reason ?? message);
  }

  /** Only while it is shown or at work: whoever listens is held by the page. */
  #listen(listens: boolean): void {
    for (const name of STOPS) (listens && this.#drawn ? addEventListener : removeEventListener)(name, this);
  }

  #draw(shown: Shown): void {
    const drawn = this.#drawn;
    if (!drawn) return shown.host.replaceChildren(stopped(shown, this.#root, this.#isReport));
    const { host, what, lang, headingLevel } = shown;
    drawn.configure(lang, headingLevel);
    drawn.go(what);
    const views = drawn.mount(this.#root);
    views.addEventListener(Name.BOARD_PRINT, this);
    const { activeElement } = this.#root;
    const isNew = views.parentNode !== host;
    // The place has the focus until the view is there.
    const isAwaited = activeElement === host || (isNew && host.contains(activeElement));
    if (isNew) host.replaceChildren(views);
    if (isAwaited) setTimeout(() => host.querySelector<HTMLElement>("#view-title")?.focus({ preventScroll: true }));
  }

  /** Asks whether it was the board through which the error went. While it is told, the program may be at work below it. */
  #suspect(error: unknown): void {
    setTimeout(() => this.#program.isStopped() && this.#stop(error));
  }

  #stop(error: unknown): void {
    if (!this.#drawn) return;
    console.error(error);
    this.#drawn = undefined;
    this.#listen(false);
    this.#over.resolve();
    // What is dead must take no key. The stack of the panic is below.
    if (this.#shown) this.#draw(this.#shown);
  }
}

/** What reads files with the program. */
export async function reader({ program, worker }: Source): Promise<Reader> {
  return new Reader((await program()).read, worker);
}

/** The roots that have the styles, or are about to. */
const dressing = new WeakMap<ShadowRoot, Promise<void>>();

async function dressed(source: Source, root: ShadowRoot): Promise<BoardProgram> {
  const styles = dressing.get(root) ?? source.dress?.(root);
  if (styles) dressing.set(root, styles);
  const [program] = await Promise.all([source.program(), styles]).catch((error) => {
    // Asked for again, it is tried again.
    dressing.delete(root);
    throw error;
  });
  return program;
}

/** Opens the board of an element. */
export async function open(source: Source, [directive, roster, key, lang, root]: BoardGiven): Promise<OpenBeside> {
  const program = await dressed(source, root);
  const [files, office] = [await reader(source), new Office(source.office)];
  // Other views are printed as the form's style sheet has it.
  const paper = new Paper(root, () => {}, ({ what }) => what.endsWith(REPORT));
  const make = () => {
    const board = new program.Board(directive, roster, key, lang, files, office);
    const [text, pages] = board.styles();
    paper.dress(text!, pages!);
    return board;
  };
  return new Opened(program, root, make, paper, false);
}

/** Opens the report of an element's drafts. */
export async function openReport(source: Source, given: BoardGiven, keep: AroundReport["keep"]): Promise<OpenBeside> {
  const [directive, , , lang, root] = given;
  const program = await dressed(source, root);
  const paper = new Paper(root, keep);
  const make = () => new program.Report(directive, lang, new Office(source.office), paper);
  const opened = new Opened(program, root, make, paper, true);
  paper.print = () => opened.print();
  return opened;
}
