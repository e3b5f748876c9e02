// The single file's own markup.

/** The page as it was opened: what the product or an extension has added since does not go into the copy. */
export async function page(): Promise<string> {
  const html = document.documentElement.cloneNode(true) as HTMLElement;
  for (const added of html.querySelectorAll(":scope > * > :not([data-own])")) added.remove();
  for (const { name } of [...html.attributes]) if (name !== "lang") html.removeAttribute(name);
  const body = html.querySelector("body")!;
  for (const { name } of [...body.attributes]) body.removeAttribute(name);
  return "<!doctype html>\n" + html.outerHTML + "\n";
}
