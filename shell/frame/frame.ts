// In the frame of a portal (`?embed=1`): tells the portal how high the page is, goes where the portal says, and on request says
// where the person is. No message ever contains anything that a person typed. `frame-host.js` is the other side.

import { languageOf, spoken } from "../shared/language";
import { Name } from "../shared/names";
import * as vi from "../texts/vi";
import * as en from "../texts/en";
import { isOfProtocol, NS, type ToFrame, type ToPortal } from "./protocol";

const VIEWS = ["directive", "assessment"];
/** Attributes that the frame's address may set. */
const ATTRIBUTES = ["lang", "readonly", "task", "theme", "unit", "view"];

const asked = new URLSearchParams(location.search);
const element = document.querySelector<HTMLElement & { view: string; task: string }>(Name.TAG)!;

/** The origin of the portal: the one that the address names, else the first that greets; then no other. */
let origin = named(asked.get("origin") ?? "");
/** It names one and names none that there can be: then there is nobody to talk to. */
const isMisnamed = asked.has("origin") && !origin;
let wantsState = false;
let isReady = false;
let place = { view: "directive", task: "" };
let saved = true;
let height = 0;
let state = "";

function named(address: string): string | null {
  if (address === "self") return location.origin;
  try {
    const { origin, protocol } = new URL(address);
    return /^https?:$/.test(protocol) ? origin : null;
  } catch {
    return null;
  }
}

function send(message: ToPortal, target = origin): void {
  if (target) parent.postMessage({ ns: NS, v: 1, ...message }, target);
}

function measure(): void {
  // What stands out below, as an open list does, is seen too.
  const now = Math.max(Math.ceil(document.body.getBoundingClientRect().height), document.body.scrollHeight);
  if (origin && now !== height) {
    height = now;
    send({ type: "height", height });
  }
}

function tellState(): void {
  const now = JSON.stringify({ ...place, saved });
  if (wantsState && isReady && now !== state) {
    state = now;
    send({ type: "state", ...place, saved });
  }
}

function greeted(wants: unknown): void {
  document.documentElement.classList.add("framed");
  wantsState ||= wants === true;
  height = 0;
  state = "";
  if (isReady) send({ type: "ready" });
  measure();
  tellState();
}

addEventListener("message", ({ data, source, origin: from }: MessageEvent<unknown>) => {
  if (isMisnamed || source !== parent || (origin && from !== origin) || from === "null") return;
  if (!isOfProtocol<ToFrame>(data)) return;
  if (data.type === "hello") {
    origin = from;
    greeted(data.state);
  } else if (data.type === "navigate" && origin) {
    const { view, task } = data;
    if (typeof view === "string" && VIEWS.includes(view)) element.view = view;
    if (typeof task === "string" && /^[\w.-]{0,64}$/.test(task)) element.task = task;
  }
});

for (const name of ATTRIBUTES) {
  const value = asked.get(name);
  if (value !== null) element.setAttribute(name, value);
}

/** What the events of the element tell: see `custom-elements.json`. */
interface EventDetail {
  readonly edited: boolean;
  readonly view: string;
  readonly task: string;
  readonly code: string;
}

function on(name: string, act: (detail: EventDetail) => void): void {
  element.addEventListener(`${Name.TAG}-${name}`, (event) => act((event as CustomEvent<EventDetail>).detail));
}
on("ready", () => {
  isReady = true;
  send({ type: "ready" });
  tellState();
});
on("change", (detail) => {
  place = { view: detail.view, task: detail.task };
  if (detail.edited) saved = false;
  tellState();
});
on("save", () => {
  saved = true;
  tellState();
});
on("error", (detail) => {
  if (detail.code === "not-saved") saved = false;
  tellState();
});

// Not at once: what the portal does about a height may come back in the same frame, of which browsers complain.
const measureSoon = () => requestAnimationFrame(measure);
new ResizeObserver(measureSoon).observe(document.body);
new MutationObserver(measureSoon).observe(element.shadowRoot!, { childList: true, subtree: true });
// To whom it belongs is not known yet, and it says nothing: whoever it is may greet.
if (!isMisnamed) send({ type: "hello" }, origin ?? "*");
warn();

/** Says what it means to be in a frame of another site, where stores are apart or refused. */
function warn(): void {
  let isApart = true;
  try {
    isApart = parent.location.origin !== location.origin;
  } catch {
    // Another origin's address is not told.
  }
  let isRefused = false;
  try {
    localStorage.getItem("");
  } catch {
    isRefused = true;
  }
  const lang = languageOf(element.lang);
  const texts = spoken(lang, vi.frame, en.frame);
  const note = (...parts: (string | Node)[]) => {
    const shown = Object.assign(document.createElement("p"), { className: "frame-note", lang });
    shown.append(...parts);
    element.before(shown);
  };
  if (isMisnamed) note(texts.stranger);
  if (!isApart && !isRefused) return;
  const link = document.createElement("a");
  const address = new URL(location.href);
  address.search = "";
  Object.assign(link, { href: address.href, target: "_blank", rel: "noopener", textContent: texts.open });
  note(texts[isRefused ? "refused" : "apart"], " ", link);
}
