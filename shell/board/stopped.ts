// Shown in the place of a board, or of a unit's report, that has stopped. The form beside it goes on.

import type { Shown } from "../element/parts";
import { languageOf, spoken } from "../shared/language";
import * as vi from "../texts/vi";
import * as en from "../texts/en";

/** Tells it, with a way on: the page is loaded again once all of the form is on disk. The heading of the report's view is the form's. */
export function stopped({ lang, headingLevel }: Shown, root: ShadowRoot, isReport: boolean): HTMLElement {
  const texts = isReport ? spoken(lang, vi.stoppedReport, en.stoppedReport) : spoken(lang, vi.stoppedBoard, en.stoppedBoard);
  const make = (tag: string, textContent: string) => Object.assign(document.createElement(tag), { textContent });
  const title = make(isReport ? "h2" : "h1", texts.title);
  if (!isReport) Object.assign(title, { id: "view-title", tabIndex: -1 });
  title.setAttribute("aria-level", String(headingLevel + Number(isReport)));
  const button = Object.assign(make("button", texts.reload), { className: "btn main" });
  const element = root.host as HTMLElement & { flush(): Promise<void> };
  // Where it cannot be saved, the form says so.
  button.onclick = () => void element.flush().then(() => location.reload(), () => {});
  const said = make("div", "");
  said.lang = languageOf(lang);
  said.setAttribute("role", "alert");
  said.append(title, make("p", texts.text), button);
  return said;
}
