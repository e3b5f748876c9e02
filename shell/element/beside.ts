// The places that the form keeps in its views for what another program draws: the board, and a unit's report. That program is loaded
// when the first such view is opened; the board and the report keep their state until the element ends.

import { languageOf, spoken } from "../shared/language";
import * as vi from "../texts/vi";
import * as en from "../texts/en";
import type { OpenBeside, Shown } from "./parts";

export class Beside {
  #open: () => Promise<OpenBeside>;
  #opening: Promise<OpenBeside> | undefined;
  #shown: Shown | undefined;
  /** Whether the heading of the view is in the place, too. */
  #hasTitle: boolean;

  constructor(open: () => Promise<OpenBeside>, hasTitle: boolean) {
    this.#open = open;
    this.#hasTitle = hasTitle;
  }

  /** Shows it, or nothing any more. Whatever comes of it is told in its place alone. */
  async show(shown?: Shown): Promise<void> {
    this.#shown = shown;
    if (!shown && !this.#opening) return;
    if (shown && !shown.host.firstChild) this.#say(shown, spoken(shown.lang, vi.element, en.element).opening);
    // The form is at work below: what the other program throws must not go through it.
    await null;
    const opening = (this.#opening ??= this.#open());
    try {
      const beside = await opening;
      if (shown === this.#shown) beside.show(shown);
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

  /** Prints what is shown, if anything is. */
  print(): boolean {
    if (this.#shown) void this.#opened().then((beside) => (beside ?? window).print());
    return Boolean(this.#shown);
  }

  /** Writes whatever is not on disk. */
  async flush(): Promise<void> {
    await (await this.#opened())?.flush();
  }

  /** Ends it once all that it has is on disk. */
  async end(): Promise<void> {
    await (await this.#opened())?.end();
  }

  #opened(): Promise<OpenBeside | undefined> {
    return Promise.resolve(this.#opening).catch(() => undefined);
  }

  #say({ host, lang, headingLevel }: Shown, text: string, ...more: HTMLElement[]): HTMLElement {
    const make = (tag: string, textContent: string) => Object.assign(document.createElement(tag), { textContent });
    const said = make("div", "");
    said.className = "actions";
    said.lang = languageOf(lang);
    said.append(make("p", text), ...more);
    host.replaceChildren(said);
    if (this.#hasTitle) {
      const title = Object.assign(make("h1", spoken(lang, vi.board, en.board).title), { id: "view-title", tabIndex: -1 });
      title.setAttribute("aria-level", String(headingLevel));
      host.prepend(title);
    }
    return said;
  }
}
