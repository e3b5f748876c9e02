// `nhung.js`, the page for webmasters: the tag, the security policy and the server's configuration, made from a few choices.
// docs/embedding.md says the same in prose.

import { fill, type Language, spoken } from "../shared/language";
import type { ReleaseList } from "../shared/release";
import * as vi from "../texts/vi";
import * as en from "../texts/en";
import type { Choice, ServerName, Surface } from "./choice";
import { PORTAL, TAGS } from "./tags";

const find = (id: string): HTMLElement => document.getElementById(id)!;
const form = find("choices") as HTMLFormElement;
let lang: Language = new URLSearchParams(location.search).get("lang") === "en" ? "en" : "vi";
/** This release, once its list is there. */
let release: ReleaseList | undefined;

const text = () => spoken(lang, vi.guide, en.guide);

/** What the choices come to. */
function chosen(): Choice | null {
  const data = new FormData(form);
  const product = folder(data.get("product"));
  const portal = data.get("surface") === "page" ? product : address(data.get("portal"));
  if (!product || !portal) return null;
  return {
    surface: data.get("surface") as Surface,
    server: data.get("server") as ServerName,
    digest: data.get("digest") !== null,
    // In a policy the first two would end a source; to nginx the third begins a variable.
    product: product.href.replace(/[;,$]/g, encodeURIComponent),
    isElsewhere: portal.origin !== product.origin,
    portal: portal.origin !== product.origin ? portal.origin : "'self'",
    framing: portal.origin,
    path: product.pathname,
  };
}

function address(value: FormDataEntryValue | null): URL | null {
  try {
    const url = new URL(String(value).trim());
    return /^https?:$/.test(url.protocol) ? url : null;
  } catch {
    return null;
  }
}

function folder(value: FormDataEntryValue | null): URL | null {
  const url = address(value);
  return url && new URL(/\/$/.test(url.pathname) ? "./" : `${url.pathname}/`, url);
}

/** A step: its title, what to do, and what to copy. */
type Step = readonly [title: string, explained: string, copied: string];

function steps(choice: Choice): Step[] {
  const texts = text();
  const server = globalThis.directiveAssessmentServers[choice.server];
  const copyFiles = fill(texts.copyFilesText, { folder: server.folder ?? choice.product });
  const portal = PORTAL[choice.surface](choice);
  const tag = TAGS[choice.surface]({ choice, release, lang, title: texts.frameTitle });
  const policy: Step = [
    texts.portalPolicy,
    `${texts.portalPolicyText} ${choice.surface === "element" ? texts.portalTypes : ""}`,
    portal,
  ];
  return [
    [texts.copyFiles, copyFiles, "sha256sum --check --quiet SHA256SUMS"],
    [`${texts.productServer}: ${server.file}`, texts[choice.server], server.configuration(choice)],
    ...(portal ? [policy] : []),
    [choice.surface === "page" ? texts.link : texts.tag, "", tag],
  ];
}

function make<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  content: string | (string | Node)[],
  properties?: object,
): HTMLElementTagNameMap[Tag] {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...[content].flat());
  return element;
}

function shown([title, explained, copied]: Step, number: number): HTMLElement {
  const code = make("pre", copied, { id: `step-${number + 1}`, tabIndex: 0 });
  code.setAttribute("role", "region");
  code.setAttribute("aria-label", title);
  const button = make("button", text().copy, { type: "button", className: "btn" });
  button.setAttribute("aria-label", `${text().copy}: ${title}`);
  button.onclick = async () => {
    try {
      await navigator.clipboard.writeText(copied);
      find("said").textContent = fill(text().copied, { what: title });
    } catch {
      getSelection()!.selectAllChildren(code);
      find("said").textContent = text().notCopied;
    }
  };
  return make("li", [make("h2", title), explained ? make("p", explained) : "", code, button]);
}

function draw(): void {
  const choice = chosen();
  const surface = new FormData(form).get("surface");
  find("portal-entry").hidden = surface === "page";
  find("digest-entry").hidden = surface === "page";
  find("problem").textContent = choice ? "" : text().problem;
  find("said").textContent = "";
  find("steps").replaceChildren(...(choice ? steps(choice).map(shown) : []));
}

function speak(): void {
  document.documentElement.lang = lang;
  document.title = `${text().title} – 1022-CV/TU`;
  for (const element of document.querySelectorAll<HTMLElement>("[data-text]")) {
    element.textContent = text()[element.dataset["text"] as keyof typeof vi.guide];
  }
  find("other").textContent = text().other;
  find("other").lang = lang === "vi" ? "en" : "vi";
  draw();
}

(find("product") as HTMLInputElement).value = new URL("./", location.href).href;
(find("portal") as HTMLInputElement).value = new URL("/", location.href).href;
form.addEventListener("input", draw);
form.addEventListener("submit", (event) => event.preventDefault());
find("other").onclick = () => {
  lang = lang === "vi" ? "en" : "vi";
  speak();
};
speak();
fetch("files.json")
  .then((answer) => answer.json())
  .then((list: ReleaseList) => {
    release = list;
    draw();
    document.documentElement.dataset["ready"] = "";
  })
  .catch(() => {
    // Without the list there is a tag all the same, without a digest.
  });
