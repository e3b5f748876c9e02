// The board's place in the view that the form keeps for it. The board is a separate program: it is loaded when its view is opened
// for the first time, and keeps its state until the element ends.

import { languageOf, spoken } from "../shared/language";
import * as vi from "../texts/vi";
import * as en from "../texts/en";
import type { OpenBoard, ShownBoard } from "./parts";

export class BoardPlace {
  #open: () => Promise<OpenBoard>;
  #opening: Promise<OpenBoard> | undefined;
  #shown: ShownBoard | undefined;

  constructor(open: () => Promise<OpenBoard>) {
    this.#open = open;
  }

  /** Shows the board, or nothing any more. Whatever comes of it is told in its place alone. */
  async show(shown?: ShownBoard): Promise<void> {
    this.#shown = shown;
    if (!shown && !this.#opening) return;
    if (shown && !shown.host.firstChild) this.#say(shown, spoken(shown.lang, vi.element, en.element).opening);
    // The form is at work below: what the board throws must not go through it.
    await null;
    const opening = (this.#opening ??= this.#open());
    try {
      const board = await opening;
      if (shown === this.#shown) board.show(shown);
    } catch (error) {
      if (this.#opening === opening) this.#opening = undefined;
      console.error(error);
      if (!shown || shown !== this.#shown) return;
      const texts = spoken(shown.lang, vi.board, en.board);
      const again = Object.assign(document.createElement("button"), { className: "btn main", textContent: texts.again });
      again.onclick = () => {
        // The button goes, and the focus with it.
        shown.host.focus();
        shown.host.replaceChildren();
        void this.show(shown);
      };
      this.#say(shown, texts.failed, again).setAttribute("role", "alert");
    }
  }

  /** Writes whatever the board has not on disk. */
  async flush(): Promise<void> {
    await (await this.#opened())?.flush();
  }

  /** Ends the board once all that it has is on disk. */
  async end(): Promise<void> {
    await (await this.#opened())?.end();
  }

  #opened(): Promise<OpenBoard | undefined> {
    return Promise.resolve(this.#opening).catch(() => undefined);
  }

  #say({ host, lang, headingLevel }: ShownBoard, text: string, ...more: HTMLElement[]): HTMLElement {
    const make = (tag: string, textContent: string) => Object.assign(document.createElement(tag), { textContent });
    const title = Object.assign(make("h1", spoken(lang, vi.board, en.board).title), { id: "view-title", tabIndex: -1 });
    title.setAttribute("aria-level", String(headingLevel));
    const said = make("div", "");
    said.lang = languageOf(lang);
    said.append(make("p", text), ...more);
    host.replaceChildren(title, said);
    return said;
  }
}
