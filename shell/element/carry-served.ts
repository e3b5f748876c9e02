// `carry.js`: the page into which a draft is put is the single file, beside this script.

import { carryIn } from "./carry";
import type { Carried } from "./parts";

async function page(): Promise<string> {
  // Of the same release as this script: it gets the draft, so it must be what was released to the byte.
  const address = new URL("./directive-assessment.html" + new URL(import.meta.url).search, import.meta.url);
  const answer = await fetch(address, { integrity: "{{directive-assessment.html}}" });
  if (!answer.ok) throw new Error(`${answer.status} directive-assessment.html`);
  return answer.text();
}

export const carry = (what: Carried): Promise<void> => carryIn(page, what);
