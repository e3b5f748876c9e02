// `boot.js`: what belongs to the page and not to the element. It notices when the element's own script never arrived, and keeps the
// product on this machine for offline use. Written for any browser, because it reports that one is too old.

import { Name } from "../shared/names";
import { released } from "../shared/release";
import { base, build, element, isDefined, isReady, trusted } from "./around";
import { keep } from "./offline";
import { speak } from "./language";
import { say } from "./news";

/** Milliseconds after which whoever waits is told why, or at least that it is slow. */
var PATIENCE = 15000;
var isTold = false;

/** Shows the failure above the directive. */
function tell(reason: "slow" | "start"): void {
  if (isTold) return;
  isTold = true;
  var script = document.createElement("script");
  script.crossOrigin = "anonymous";
  script.integrity = "{{rescue.js}}";
  script.src = trusted.createScriptURL("rescue.js?" + build);
  script.onload = () => {
    if (isReady()) return;
    // The style sheet gives colours and type to what is in such a box.
    var box = document.createElement("div");
    box.className = "page-foot";
    box.appendChild(window.directiveAssessmentRescue!(reason, "vi", base, build));
    element().parentNode!.insertBefore(box, element());
  };
  script.onerror = () => {
    if (!isReady()) say("lost", "reload");
  };
  document.head.appendChild(script);
}

function loaded(): void {
  if (!isDefined()) return renew();
  speak();
  keep();
}

/** A browser or a proxy may still have this page when its release is gone from the server: it is loaded anew, once. */
function renew(): void {
  var start = () => tell("start");
  if (!window.fetch || !window.Promise) return start();
  released(base)
    .then((list) => {
      var mark = Name.TAG + " " + base;
      if (list.version === build || sessionStorage.getItem(mark) === list.version) return start();
      sessionStorage.setItem(mark, list.version);
      location.reload();
    })
    .catch(start);
}

// Once everything was loaded, the element's script has run, or never will.
if (document.readyState === "complete") loaded();
else window.addEventListener("load", loaded);

setTimeout(() => {
  if (!isReady()) tell("slow");
}, PATIENCE);
