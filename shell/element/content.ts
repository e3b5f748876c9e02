// Reads the directive and the roster that a page gives, and says what is wrong with them. Loaded only if a page gives any.

import { fill, languageOf, spoken } from "../shared/language";
import * as vi from "../texts/vi";
import * as en from "../texts/en";

/** What a page may give. */
export type ContentName = "directive" | "roster";

/** An element that was given one of them, as an object or by its address. */
export type Given = HTMLElement & Readonly<Record<ContentName, unknown>>;

/** What browsers take as digests; of anything else they make no check at all. */
const DIGESTS = /^\s*sha(256|384|512)-[\w+/-]+=*(\s+sha(256|384|512)-[\w+/-]+=*)*\s*$/;

type Texts = typeof vi.content;
type ContentFault = "invalid" | "changed" | "unreachable";
type Reason = Exclude<keyof Texts, "title" | "body" | ContentName>;
type Refuse = (code: ContentFault, reason: Reason, why: string, path: string) => Error;

/**
 * The bytes of the directive or of the roster, which the element was given as an object or by its address; `answer` is that of the
 * server, which was asked for them already.
 */
export async function read(name: ContentName, element: Given, answer: Promise<Response | undefined>): Promise<Uint8Array> {
  const given = element[name];
  const texts = spoken(element.lang, vi.content, en.content);
  const refuse: Refuse = (code, reason, why, path) =>
    Object.assign(new Error(fill(texts[reason], { name: texts[name], why })), { code: `${name}-${code}`, path });
  if (typeof given !== "object") return fetched(given as string, element.getAttribute(`${name}-integrity`) ?? "", name, answer, refuse);
  try {
    return new TextEncoder().encode(JSON.stringify(given));
  } catch (error) {
    throw refuse("invalid", "noData", (error as Error).message, "");
  }
}

async function fetched(
  address: string,
  integrity: string,
  name: ContentName,
  answer: Promise<Response | undefined>,
  refuse: Refuse,
): Promise<Uint8Array> {
  // What becomes of an object where a framework writes it as an attribute.
  if (address === "[object Object]") throw refuse("invalid", "noAddress", name, address);
  if (integrity && !DIGESTS.test(integrity)) throw refuse("changed", "badDigest", integrity, address);
  let response: Response;
  try {
    response = (await answer)!;
  } catch (error) {
    // A browser does not tell a wrong digest from a network that is gone.
    const isThere = integrity && (await fetch(new URL(address, document.baseURI)).then(({ ok }) => ok, () => false));
    throw isThere ? refuse("changed", "changed", "", address) : refuse("unreachable", "unreachable", (error as Error).message, address);
  }
  if (!response.ok) throw refuse("unreachable", "unreachable", `HTTP ${response.status}`, address);
  return new Uint8Array(await response.arrayBuffer());
}

/** What is shown instead of the document. */
export function panel(error: Error, lang: string): HTMLElement {
  const texts = spoken(lang, vi.content, en.content);
  const make = (tag: string, text: string) => Object.assign(document.createElement(tag), { textContent: text });
  const root = make("div", "");
  root.className = "failure";
  root.part = "failure";
  root.lang = languageOf(lang);
  root.setAttribute("role", "alert");
  root.append(make("h2", texts.title), make("p", texts.body), make("pre", error.message));
  return root;
}
