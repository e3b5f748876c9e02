// The board of one element: its program, as it stands in the place that the form keeps for it. Wherever its files come from.

import type { BoardGiven, BoardProgram, OpenBoard, ShownBoard } from "../element/parts";
import { Name } from "../shared/names";
import { Reader } from "./reader";
import { stopped } from "./stopped";

/** Where the program comes from, and a worker with the same program in it; there may be none. */
export interface Source {
  program(): Promise<BoardProgram>;
  worker?(): Promise<Worker>;
}

/** What may tell that the program has stopped: its panic, and any exception that went through it. */
const STOPS = [Name.BOARD_PANIC, "error", "unhandledrejection"];

class Opened implements OpenBoard {
  #program: BoardProgram;
  #board: InstanceType<BoardProgram["Board"]> | undefined;
  #root: ShadowRoot;
  #shown: ShownBoard | undefined;

  constructor(program: BoardProgram, reader: Reader, [directive, roster, key, lang, root]: BoardGiven) {
    this.#program = program;
    this.#root = root;
    // Of a program that has stopped there is nothing to be had until the page is loaded again.
    if (program.isStopped()) return;
    this.#board = new program.Board(directive, roster, key, lang, reader);
    this.#board.load().catch((error) => this.#suspect(error));
  }

  show(shown?: ShownBoard): void {
    this.#shown = shown;
    for (const name of STOPS) (shown ? addEventListener : removeEventListener)(name, this);
    try {
      if (shown) this.#draw(shown);
      else this.#board?.unmount();
    } catch (error) {
      this.#suspect(error);
    }
  }

  async flush(): Promise<void> {
    await this.#board?.flush();
  }

  async end(): Promise<void> {
    this.show();
    await this.flush();
    this.#board?.free();
    this.#board = undefined;
  }

  /** A panic is the end of the board: it is asked for nothing any more. An error may be anybody's on the page. */
  handleEvent({ type, detail, error, reason, message }: Event & { detail?: string; error?: unknown; reason?: unknown; message?: string }): void {
    if (type === STOPS[0]) this.#stop(detail);
    else this.#suspect(error ?? reason ?? message);
  }

  #draw(shown: ShownBoard): void {
    const board = this.#board;
    if (!board) return shown.host.replaceChildren(stopped(shown, this.#root));
    const { host, place, lang, headingLevel } = shown;
    board.configure(lang, headingLevel);
    board.go(place);
    const views = board.mount(this.#root);
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
    if (!this.#board) return;
    console.error(error);
    this.#board = undefined;
    for (const name of STOPS) removeEventListener(name, this);
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
  return new Opened(await source.program(), await reader(source), given);
}
