// `carry.js` of the npm package: a bundler finds the page by its address.

import { carryIn } from "../element/carry";
import type { Carried } from "../element/parts";

async function page(): Promise<string> {
  // It gets the draft, so it must be what was released to the byte: what is called a page, bundlers make smaller.
  const address = new URL("./directive-assessment.txt", import.meta.url);
  const answer = await fetch(address, { integrity: "{{directive-assessment.html}}" });
  if (!answer.ok) throw new Error(`${answer.status} directive-assessment.txt`);
  return answer.text();
}

export const carry = (what: Carried): Promise<void> => carryIn(page, what);
