// Hands out a copy of the single file that holds a draft: as a document for whoever reads it without the product, and as the
// data of the exported file. Loaded when it is asked for.

// <page>
const page = async () => {
  // Of the same release as this script: it gets the draft, so it must be what was released to the byte.
  const address = new URL("./directive-assessment.html" + new URL(import.meta.url).search, import.meta.url);
  const answer = await fetch(address, { integrity: "{{directive-assessment.html}}" });
  if (!answer.ok) throw new Error(`${answer.status} directive-assessment.html`);
  return answer.text();
};
// </page>

/** Puts the text in the place of what stands between the two marks. */
function between(html, start, end, text) {
  const from = html.indexOf(start) + start.length;
  const to = html.indexOf(end, from);
  // A server may have answered with a page of its own.
  if (from < start.length || to < from) throw new Error(`directive-assessment.html: no ${start}`);
  return html.slice(0, from) + text + html.slice(to);
}

/** The file's name, the text of the exported file, and the document as markup. */
export async function carry([name, json, report]) {
  // In a script element `<` alone could end it. Canonical JSON writes it as it is, within strings, so this can be taken back.
  const data = json.replaceAll("<", "\\u003c");
  // This script may stand in that page itself, where it must not hold the marks of comments and elements.
  let html = between(await page(), 'id="directive-assessment-data">', "<" + "/script>", data);
  html = between(html, "<" + "!--report-->", "<" + "!--/report-->", report);
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([html], { type: "text/html" }));
  link.download = name;
  link.click();
  // A browser may ask the person first.
  setTimeout(() => URL.revokeObjectURL(link.href), 60000);
}
