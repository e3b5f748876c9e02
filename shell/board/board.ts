// The board of one element: its program, in the place that the form keeps for it, wherever its files come from.

import type { BoardGiven, BoardProgram, OpenBoard, ShownBoard } from "../element/parts";
import { later } from "../element/promises";
import { Name } from "../shared/names";
import { Office, type OfficeSource } from "./office";
import { printed } from "./printed";
import { Reader } from "./reader";
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

class Opened implements OpenBoard {
  #program: BoardProgram;
  #board: InstanceType<BoardProgram["Board"]> | undefined;
  #root: ShadowRoot;
  #shown: ShownBoard | undefined;
  /** Resolved once it has stopped: what it had begun then comes to no end. */
  #over = later<void>();

  constructor(program: BoardProgram, reader: Reader, office: Office, [directive, roster, key, lang, root]: BoardGiven) {
    this.#program = program;
    this.#root = root;
    // Of a program that has stopped there is nothing to be had until the page is loaded again.
    if (program.isStopped()) return;
    this.#board = new program.Board(directive, roster, key, lang, reader, office);
    this.#board.load().catch((error) => this.#suspect(error));
  }

  show(shown?: ShownBoard): void {
    this.#shown = shown;
    this.#listen(Boolean(shown));
    try {
      if (shown) this.#draw(shown);
      else this.#board?.unmount();
    } catch (error) {
      this.#suspect(error);
    }
  }

  async flush(): Promise<void> {
    if (!this.#board) return;
    this.#listen(true);
    try {
      await Promise.race([this.#board.flush(), this.#over.promise]);
    } finally {
      this.#listen(Boolean(this.#shown));
    }
  }

  async end(): Promise<void> {
    await this.flush();
    this.show();
    this.#board?.free();
    this.#board = undefined;
  }

  /** A panic is the end of the board: it is asked for nothing any more. An error may be anybody's on the page. */
  handleEvent({ type, detail, error, reason, message }: Event & { detail?: string; error?: unknown; reason?: unknown; message?: string }): void {
    if (type === Name.BOARD_PRINT) this.#print();
    else if (type === STOPS[0]) this.#stop(detail);
    else this.#suspect(error ?? reason ?? message);
  }

  /** Only while it is shown or at work: whoever listens is held by the page. */
  #listen(listens: boolean): void {
    for (const name of STOPS) (listens && this.#board ? addEventListener : removeEventListener)(name, this);
  }

  #draw(shown: ShownBoard): void {
    const board = this.#board;
    if (!board) return shown.host.replaceChildren(stopped(shown, this.#root));
    const { host, place, lang, headingLevel } = shown;
    board.configure(lang, headingLevel);
    board.go(place);
    const views = board.mount(this.#root);
    views.addEventListener(Name.BOARD_PRINT, this);
    const { activeElement } = this.#root;
    const isNew = views.parentNode !== host;
    // The place has the focus until the view is there.
    const isAwaited = activeElement === host || (isNew && host.contains(activeElement));
    if (isNew) host.replaceChildren(views);
    if (isAwaited) setTimeout(() => host.querySelector<HTMLElement>("#view-title")?.focus({ preventScroll: true }));
  }

  /** The program is at work below, and waits for no dialog. */
  #print(): void {
    const shown = this.#shown;
    if (shown) setTimeout(() => void printed(shown, this.#root));
  }

  /** Asks whether it was the board through which the error went. While it is told, the program may be at work below it. */
  #suspect(error: unknown): void {
    setTimeout(() => this.#program.isStopped() && this.#stop(error));
  }

  #stop(error: unknown): void {
    if (!this.#board) return;
    console.error(error);
    this.#board = undefined;
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

/** Opens the board of an element. */
export async function open(source: Source, given: BoardGiven): Promise<OpenBoard> {
  const [program] = await Promise.all([source.program(), source.dress?.(given[4])]);
  return new Opened(program, await reader(source), new Office(source.office), given);
}
