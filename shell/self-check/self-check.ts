// `kiem-tra.js`, the self-check: what this browser, its stores, the network and the server are like, as text for whoever helps.
// Plain script for any browser. Every check ends by itself, with or without a result.

import { selfCheck as texts } from "../texts/vi";
import { files } from "./files";
import { browser, offline } from "./browser";
import { byId, end, note } from "./report";
import { journal, mirror, room } from "./stores";

var violations: string[] = [];
document.addEventListener("securitypolicyviolation", (event) => {
  violations.push(event.effectiveDirective + " " + event.blockedURI);
});

byId("copy").onclick = () => {
  (byId("text") as HTMLTextAreaElement).select();
  byId("said").textContent = document.execCommand("copy") ? texts.copied : texts.copyYourself;
};

function finish(): void {
  note(texts.policy, violations.length === 0, violations.join("; ") || texts.nothing);
  end();
}

browser();
mirror();
// An element of a page may have the name of what is looked up.
var rescue = window.directiveAssessmentRescue;
if (rescue && rescue.drafts) byId("drafts").appendChild(rescue.drafts("vi"));
if (!window.Promise || !window.fetch) finish();
else journal().then(room).then(offline).then(files).then(finish, finish);
