// The panel that reports a failure: the cause and what to do, a way to reload the page, and the drafts as they are in the stores.

import { fill, languageOf, spoken } from "../shared/language";
import type { Cause } from "../texts/catalogue";
import * as vi from "../texts/vi";
import * as en from "../texts/en";
import { diagnose } from "./diagnose";
import { make } from "./dom";
import { drafts } from "./drafts";
import { reload } from "./reload";

/**
 * The panel for an error, in a language. `base` is the folder of the product's files, if they are files, and `build` says of
 * which release the script is that calls. `refused` is the page in whose place the service worker has shown this panel.
 */
export function panel(
  error: unknown,
  lang: string | null,
  base: string | undefined,
  build: string | undefined,
  refused?: string,
): HTMLElement {
  var texts = spoken(lang, vi.rescue, en.rescue);
  var root = make("section", "", "failure");
  root.lang = languageOf(lang);
  // Named, it is a landmark: whoever listens to the page finds it.
  root.setAttribute("aria-labelledby", "failure-title");
  var said = make("div");
  said.setAttribute("role", "alert");
  var title = make("h1");
  title.id = "failure-title";
  var body = make("p");
  said.appendChild(title);
  said.appendChild(body);
  var more = make("details");
  var detail = make("pre");
  more.appendChild(make("summary", texts.details));
  more.appendChild(detail);
  var contact = make("p", texts.contact, "quiet");
  [said, make("p", refused ? texts.kept : texts.safe), actions(base, texts), drafts(texts), contact, more].forEach((part) => {
    root.appendChild(part);
  });
  function tell(cause: Cause, file?: string, facts?: string): void {
    var words = spoken(lang, vi.causes, en.causes)[cause];
    title.textContent = words[0];
    // A name makes it a region, which can be found without looking.
    root.setAttribute("aria-label", words[0]);
    body.textContent = fill(words[1], { file: file || "" });
    root.setAttribute("data-cause", cause);
    detail.textContent = [cause, file, String(error), facts, location.origin + location.pathname, navigator.userAgent]
      .filter(Boolean)
      .join("\n");
  }
  tell("looking");
  if (refused) tell("refused", refused);
  else diagnose(error, base, build, tell);
  return root;
}

/** The ways on from here. */
function actions(base: string | undefined, texts: typeof vi.rescue): HTMLElement {
  var actions = make("p", "", "actions");
  var button = make("button", texts.reload, "btn main");
  button.onclick = () => reload(base);
  actions.appendChild(button);
  if (base) {
    var check = make("a", texts.check, "btn");
    check.href = base + "kiem-tra.html";
    actions.appendChild(check);
  }
  return actions;
}
