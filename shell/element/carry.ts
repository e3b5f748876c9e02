// Saves a copy of the single file that contains a draft: as a document for readers without the product, and as the data of the
// exported file. Loaded on demand.

import { Name } from "../shared/names";
import type { Carried } from "./parts";

/** Where the markup of the page comes from. */
export type Page = () => Promise<string>;

/**
 * A mark in the page, without its first character. This script may stand in that page itself, where it must not hold the marks of
 * comments and elements.
 */
const mark = (rest: string): string => "<" + rest;

/** Puts the text in the place of what stands between the two marks. */
function between(html: string, start: string, end: string, text: string): string {
  const from = html.indexOf(start) + start.length;
  const to = html.indexOf(end, from);
  // A server may have answered with a page of its own.
  if (from < start.length || to < from) throw new Error(`directive-assessment.html: no ${start}`);
  return html.slice(0, from) + text + html.slice(to);
}

/** Has the browser save the page with a draft in it. */
export async function carryIn(page: Page, [name, json, report]: Carried): Promise<void> {
  // In a script element `<` alone could end it. Canonical JSON writes it as it is, within strings, so this can be taken back.
  const data = json.replaceAll("<", "\\u003c");
  let html = between(await page(), `id="${Name.CARRIED}">`, mark("/script>"), data);
  html = between(html, mark("!--report-->"), mark("!--/report-->"), report);
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([html], { type: "text/html" }));
  link.download = name;
  link.click();
  // A browser may ask the person first.
  setTimeout(() => URL.revokeObjectURL(link.href), 60000);
}
