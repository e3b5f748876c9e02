// What goes into a page of the portal: the tag, and what the portal's policy has to allow.

import type { Language } from "../shared/language";
import { Name } from "../shared/names";
import type { ReleaseList } from "../shared/release";
import type { Choice, Surface } from "./choice";

/** What a tag is made of. */
export interface Tagged {
  readonly choice: Choice;
  /** The files of this release; nothing where the list cannot be had, and then there is a tag all the same, without a digest. */
  readonly release: ReleaseList | undefined;
  readonly lang: Language;
  /** What the frame or the link is called. */
  readonly title: string;
}

/** The digest of a file as the attribute `integrity` wants it. */
function integrityOf(release: ReleaseList | undefined, name: string): string {
  const digits = release?.files[name]?.sha256;
  return digits ? `sha256-${btoa(String.fromCharCode(...digits.match(/../g)!.map((two) => parseInt(two, 16))))}` : "";
}

/** What the portal's policy has to allow; nothing where it only links. */
export const PORTAL: Record<Surface, (choice: Choice) => string> = {
  page: () => "",
  frame: ({ product }) => `frame-src ${product};\nscript-src ${product};`,
  element: ({ product }) =>
    `script-src ${product} 'wasm-unsafe-eval';\nstyle-src ${product};\nconnect-src ${product};\ntrusted-types directive-assessment;`,
};

const escaped = (value: string): string => value.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");

function script({ choice, release }: Tagged, name: string, module: boolean): string {
  const integrity = choice.digest ? integrityOf(release, name) : "";
  const digest = integrity ? ` integrity="${integrity}"` : "";
  const cross = digest || choice.isElsewhere ? ' crossorigin="anonymous"' : "";
  return `<script ${module ? 'type="module"' : "defer"} src="${escaped(choice.product)}${name}"${digest}${cross}></${"script"}>`;
}

/**
 * What the element will ask for. Named here, it comes in the same go as `embed.js`; by the digests it is of the same release. Safari
 * would load the program twice; it does not know that question, which Chromium answers with yes. Its digest no browser checks before
 * it is used.
 */
const AHEAD: readonly (readonly [name: string, kind: string])[] = [
  ["directive-assessment_bg.wasm", 'rel="preload" as="fetch" media="(device-posture: continuous)"'],
  ["directive-assessment.js", 'rel="modulepreload"'],
  ["prerendered.js", 'rel="modulepreload"'],
  ["directive-assessment.css", 'rel="preload" as="style"'],
];

function ahead({ choice, release }: Tagged): string {
  const known = AHEAD.filter(([name]) => choice.digest && integrityOf(release, name));
  const lines = known.map(([name, kind]) => {
    const digest = kind.includes("fetch") ? "" : ` integrity="${integrityOf(release, name)}"`;
    return `<link ${kind} href="${escaped(choice.product)}${name}?${release!.version}"${digest} crossorigin="anonymous">\n`;
  });
  return lines.join("");
}

const link = ({ choice, title }: Tagged): string => `<a href="${escaped(choice.product)}">${title}</a>`;

export const TAGS: Record<Surface, (tagged: Tagged) => string> = {
  page: link,
  element: (tagged) =>
    `${ahead(tagged)}${script(tagged, "embed.js", true)}\n<${Name.TAG} lang="${tagged.lang}">${link(tagged)}</${Name.TAG}>`,
  // Without `style`, which the portal's policy may forbid.
  frame: (tagged) =>
    [
      `<iframe data-${Name.TAG} title="${tagged.title}" width="100%" height="900" frameborder="0"`,
      `  src="${escaped(tagged.choice.product)}?embed=1&amp;origin=${escaped(tagged.choice.framing)}"></iframe>`,
      script(tagged, "frame-host.js", false),
    ].join("\n"),
};
