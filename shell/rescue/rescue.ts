// `rescue.js`: what is shown if the program cannot run or has stopped. Plain script for any browser, as a classic script and as a
// module, so that it works when nothing else does.

import type { Rescue } from "../element/parts";
import { spoken } from "../shared/language";
import * as vi from "../texts/vi";
import * as en from "../texts/en";
import { drafts } from "./drafts";
import { panel } from "./panel";

var rescue = panel as Rescue;
rescue.drafts = (lang) => drafts(spoken(lang, vi.rescue, en.rescue));
window.directiveAssessmentRescue = rescue;

// The page that the service worker shows in the place of one that was changed: see offline/worker.ts.
var refused = document.documentElement.getAttribute("data-refused");
var script = document.currentScript as HTMLScriptElement | null;
if (refused && script) {
  var own = script.src.split("?");
  document.querySelector("main")!.replaceChildren(panel("refused", "vi", own[0]!.replace(/[^/]*$/, ""), own[1], refused));
}
