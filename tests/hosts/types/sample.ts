// What a script may do with the element, and what its types refuse.
import type { DirectiveAssessment, DirectiveAssessmentEventMap } from "directive-assessment";

const element: DirectiveAssessment = document.createElement("directive-assessment");
element.view = "assessment";
element.unit = null;
element.readOnly = true;
element.headingLevel = 3;
element.ready.then(({ unit }) => unit.length);
element.directive = { id: "27/KH-UBND" };
element.directive = "ke-hoach.json";
const key: string = element.storageKey;
const saved: Promise<void> = element.flush();
const file: Promise<File> = element.exportFile({ download: false });
element.importFile(new Blob(), { dryRun: true }).then(({ assessments, leftOut }) => assessments.map(({ answered }) => answered + leftOut));

element.addEventListener("directive-assessment-export", (event) => {
  event.preventDefault();
  event.detail.waitUntil(fetch("upload", { method: "POST", body: event.detail.file }));
});
document.addEventListener("directive-assessment-error", ({ detail }) => console.warn(detail.code.length, detail.message));
const told: keyof DirectiveAssessmentEventMap = "directive-assessment-conflict";
const found: DirectiveAssessment | null = document.querySelector("directive-assessment");

// @ts-expect-error There is no such view.
element.view = "print";
// @ts-expect-error There is no such level.
element.headingLevel = 7;
// @ts-expect-error It waits for no number.
element.goTo(1);
// @ts-expect-error There is no such property.
element.storage = "";
// @ts-expect-error An event has no such detail.
element.addEventListener("directive-assessment-save", ({ detail }) => detail.file);
// @ts-expect-error There is no such event.
const wrong: keyof DirectiveAssessmentEventMap = "directive-assessment-exported";

export { file, found, key, saved, told, wrong };
