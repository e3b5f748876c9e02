/** The page as it was opened: what the product or an extension has added since does not go into the copy. */
const page = async () => {
  const html = document.documentElement.cloneNode(true);
  for (const added of html.querySelectorAll(":scope > * > :not([data-own])")) added.remove();
  for (const { name } of [...html.attributes]) if (name !== "lang") html.removeAttribute(name);
  for (const { name } of [...html.querySelector("body").attributes]) html.querySelector("body").removeAttribute(name);
  return "<!doctype html>\n" + html.outerHTML + "\n";
};
