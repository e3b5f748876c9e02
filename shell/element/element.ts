// Defines <directive-assessment>: loads the program, mounts it in a shadow root, and stands in where it cannot run. What the page
// has put inside the element (the directive) is shown until the program is ready, and below every failure. `custom-elements.json`
// describes the element for its users; `described.d.ts` is made from it, and the class is checked against that.

import { Name } from "../shared/names";
import { Beside } from "./beside";
import type { ContentName, Given } from "./content";
import { contain, USED } from "./containing";
import type { DirectiveAssessment as Described } from "./described";
import { lastWords, opening } from "./opening";
import type { AroundReport, Carried, Component, Contents, Dispatch, Parts, Program, Shown } from "./parts";
import { later, quiet } from "./promises";
import { defineProperties, FOUNDATIONS, mirror, MISSPELT, OBSERVED, uncover } from "./properties";

/** What the element is made of besides this script, and the program, which every element of the page waits for. */
let parts: Parts;
let loading: Promise<Program>;

/** What may tell that the program has stopped: its panic, and any exception that went through it. */
const STOPS = [Name.PANIC, "error", "unhandledrejection"] as const;

/** An error as the element tells it. */
type CodedError = Error & { code: string; path: string };

class DirectiveAssessment extends HTMLElement implements Described {
  static observedAttributes = OBSERVED;

  // Each mirrors its attribute: see properties.ts.
  declare directiveIntegrity: string;
  declare headingLevel: string;
  declare readOnly: boolean;
  declare rosterIntegrity: string;
  declare routing: string;
  declare storageKey: string;
  declare task: string;
  declare theme: string;
  declare unit: string;
  declare view: string;

  #component: Component | undefined;
  /** Beside it, with the same directive and roster. */
  #board: Beside | undefined;
  #report: Beside | undefined;
  /** The directive and the roster where they were given as objects. */
  #data: Partial<Record<ContentName, object>> = {};
  /** The same as JSON, as they were when a program was begun with them. */
  #given: Partial<Record<ContentName, string | undefined>> = {};
  /** Counts beginnings and ends: whatever has waited for something goes on only if neither came in between. */
  #turn = 0;
  #isMounted = false;
  #isReady = false;
  #isOver = false;
  /** The end of what was there before: a new program must find all of it in the stores. */
  #before: Promise<unknown> | undefined;
  #ready = later<this>();
  /** The release of the style sheet, and its coming. */
  #dress: string | null | undefined = null;
  #styled: Promise<unknown> | undefined;
  #host = opening(this);
  #root = this.attachShadow({ mode: "open" });
  #slot = document.createElement("slot");
  /** The built-in directive, where the page has put nothing inside that could be read meanwhile. */
  #text = document.createElement("div");

  constructor() {
    super();
    const root = this.#root;
    root.append(this.#slot, this.#host);
    // There the directive that the page holds lies on the ground of the views.
    if (this.headingLevel === "1") this.#host.append(this.#slot);
    this.#wear();
    for (const type of USED) root.addEventListener(type, contain);
    // The program asks for a copy of the page with a draft in it, and waits for the promise.
    root.addEventListener(Name.CARRY, ({ detail }: CustomEventInit<Carried>) => (detail![3] = parts.carry(detail!)));
  }

  connectedCallback(): void {
    uncover(this as this & Record<string, unknown>);
    void this.#begin();
  }

  disconnectedCallback(): void {
    this.#turn++;
    this.#unmount();
  }

  /** Moved within the page by `moveBefore`, it goes on as it is. */
  connectedMoveCallback(): void {}

  attributeChangedCallback(name: string, old: string | null, value: string | null): void {
    if (old === value) return;
    if (MISSPELT[name]) {
      mirror(this, MISSPELT[name], value);
    } else if (FOUNDATIONS.includes(name)) {
      delete this.#data[name as ContentName];
      this.#beginAnew();
    } else {
      // What is changed in one go is one change: a unit may be one of the roster that comes with it.
      queueMicrotask(() => this.#component?.configure(this));
    }
  }

  /** Fulfilled when the element is ready, with the element; for those who come after the event. */
  get ready(): Promise<this> {
    return this.#ready.promise;
  }

  get directive(): string | object {
    return this.#data.directive ?? this.getAttribute("directive") ?? "";
  }

  set directive(value: string | object | null | undefined) {
    this.#give("directive", value);
  }

  get roster(): string | object {
    return this.#data.roster ?? this.getAttribute("roster") ?? "";
  }

  set roster(value: string | object | null | undefined) {
    this.#give("roster", value);
  }

  /** Writes whatever is not on disk; fulfilled when all of it is. */
  flush(): Promise<void> {
    return this.#call(async (component) => void (await Promise.all([component.flush(), this.#board?.flush()])));
  }

  /** Goes to a task or requirement. */
  goTo(id: string): Promise<void> {
    return this.#call((component) => component.goTo(String(id)));
  }

  /** The file of the draft that is open; handed to the person too, unless `download` is false. */
  exportFile({ download = true }: { download?: boolean } = {}): Promise<File> {
    return this.#call((component) => component.exportFile(Boolean(download)));
  }

  /** What is in a file. Unless `dryRun` is true, the person is shown it too, and decides what becomes of it. */
  async importFile(file: Blob, { dryRun = false }: { dryRun?: boolean } = {}): ReturnType<Described["importFile"]> {
    if (!(file instanceof Blob)) throw typed(new TypeError("importFile takes a Blob or a File"), "not-a-file");
    return this.#call((component) => component.importFile(file, Boolean(dryRun)) as ReturnType<Described["importFile"]>);
  }

  /** Writes whatever is not on disk, and ends the program for good. */
  async destroy(): Promise<void> {
    if (this.#isOver) return;
    const component = this.#component;
    await component?.flush();
    await Promise.all([this.#board?.end(), this.#report?.end()]);
    this.#end(typed(new Error("the element was destroyed"), "destroyed"));
    this.#unmount();
    this.#component = undefined;
    this.#host.replaceWith(this.#slot, this.#text);
    if (component) await leave(component);
  }

  /** Every method waits until the program is ready, and rejects with an error that has `code`, `message` and `path`. */
  async #call<Value>(method: (component: Component) => Value | Promise<Value>): Promise<Value> {
    await this.#ready.promise;
    try {
      return await method(this.#component!);
    } catch (error) {
      void this.#suspect(error);
      throw error;
    }
  }

  #give(name: ContentName, value: string | object | null | undefined): void {
    if (value === null || typeof value !== "object") {
      const [hadData, before] = [name in this.#data, this.getAttribute(name)];
      delete this.#data[name];
      mirror(this, name, value);
      // Only an attribute that changes tells of itself.
      if (hadData && this.getAttribute(name) === before) this.#beginAnew();
      return;
    }
    // Frameworks give the same again each time they draw.
    const isSame = name in this.#data && isEqual(value, this.#given[name]);
    if (!isSame) this.removeAttribute(name);
    this.#data[name] = value;
    if (!isSame) this.#beginAnew();
  }

  async #begin(): Promise<void> {
    const turn = ++this.#turn;
    const isLate = () => turn !== this.#turn || this.#isOver;
    try {
      // Frameworks set one thing after the other.
      await null;
      if (isLate()) return;
      const given = this.#component ? undefined : quiet(this.#contents());
      const { Component, isStopped } = await loading;
      this.#wear();
      await Promise.all([this.#styled, this.#before]);
      if (isLate()) return;
      if (isStopped()) throw "stopped";
      if (!this.#component) {
        const contents = await given;
        if (isLate()) return;
        const made = [...contents!, this.getAttribute("storage-key") ?? "", this.lang] as const;
        this.#component = new Component(...made);
        const beside = [...made, this.#root] as const;
        this.#board = new Beside(async () => (await parts.board()).open(beside), true);
        this.#report = new Beside(async () => (await parts.board()).openReport(beside, this.#keepReport), false);
        this.#component.configure(this);
      }
      const component = this.#component;
      this.#slot.remove();
      this.#put(component.mount(this.#root, this.#dispatch));
      this.#host.className = "views";
      this.#isMounted = true;
      for (const name of STOPS) addEventListener(name, this);
      await (component.loaded ??= component.load());
      if (component !== this.#component || this.#isReady) return;
      this.#isReady = true;
      this.#ready.resolve(this);
      this.#dispatch("ready", {});
      parts.loaded?.(component);
    } catch (error) {
      if (isLate()) return;
      await (typeof (error as CodedError).code === "string" ? this.#refuse(error as CodedError) : this.fail(error));
    }
  }

  /** The style sheet of the release that serves. */
  #wear(): void {
    if (this.#dress === parts.build) return;
    this.#dress = parts.build;
    const style = parts.style(this.#root);
    // A style that is in the page is there.
    this.#styled = style instanceof HTMLLinkElement ? new Promise((done) => (style.onload = style.onerror = done)) : undefined;
    this.#root.querySelector("link")?.remove();
    this.#root.prepend(style);
  }

  #beginAnew(): void {
    if (this.#isOver) return;
    const [old, board, report] = [this.#component, this.#board, this.#report];
    this.#turn++;
    this.#unmount();
    this.#component = this.#board = this.#report = undefined;
    this.#isReady = false;
    this.#ready = later<this>(this.#ready);
    // Where no store takes the drafts, the program that has them goes on trying.
    if (old) this.#before = Promise.all([leave(old), board?.end(), report?.end()]).catch((error) => this.#dispatch("error", error));
    if (this.directive) {
      this.#text.replaceChildren();
      this.#put(opening(this));
    }
    if (this.isConnected) void this.#begin();
  }

  #unmount(): void {
    if (!this.#isMounted) return;
    this.#isMounted = false;
    this.#component!.unmount();
    this.#hideBeside();
    for (const name of STOPS) removeEventListener(name, this);
    // The next program, of whichever element, draws into what this one has drawn into.
    this.#put(opening(this));
  }

  #hideBeside(): void {
    void this.#board?.show();
    void this.#report?.show();
  }

  /** Not while the other program is at work below. */
  #keepReport: AroundReport["keep"] = (...kept) => {
    queueMicrotask(() => this.#component?.keepReport(...kept));
  };

  #put(host: HTMLElement): void {
    this.#host.replaceWith(host);
    this.#host = host;
  }

  #end(error: CodedError): void {
    this.#turn++;
    this.#isOver = true;
    this.#ready.reject(error);
    this.#ready = later<this>();
    this.#ready.reject(error);
  }

  /** The directive and the roster that the page gives, as bytes; undefined where it gives none. Asked for while the program comes. */
  async #contents(): Promise<[directive: Contents, roster: Contents]> {
    this.#given = Object.fromEntries(Object.entries(this.#data).map(([name, value]) => [name, json(value)]));
    if (!this.directive) void this.#prerender();
    const names = (["directive", "roster"] as const).filter((name) => this[name]);
    const answers = names.map((name) => quiet(ask(this[name], this.getAttribute(`${name}-integrity`) ?? "")));
    const content = names.length ? await parts.content() : undefined;
    const contents = await Promise.all(names.map((name, index) => content!.read(name, this as Given, answers[index]!)));
    return [contents[names.indexOf("directive")], contents[names.indexOf("roster")]];
  }

  /** Shows the built-in directive until it is drawn, where the page has put no more than a link inside. */
  async #prerender(): Promise<void> {
    if (!parts.prerendered || this.#isMounted || this.querySelector(":scope > :not(a)")) return;
    const [markup] = await Promise.all([parts.prerendered().catch(() => ""), this.#styled]);
    if (!markup || this.#isMounted || this.directive) return;
    this.#text.innerHTML = markup;
    this.#host.className = "";
    this.#host.replaceChildren(this.#text);
  }

  /** In a page of others the views are printed without it. */
  #print(): boolean {
    if (this.#report?.print()) return true;
    if (!parts.printing || this.headingLevel === "1") return false;
    const printed = parts.printing().then(({ print }) => print(this.#root, this.#host, parts.style));
    // All of the page is better than nothing.
    printed.catch(() => window.print());
    return true;
  }

  /** What the page gave cannot be used: that is told, and nothing else is shown in its place. */
  async #refuse(error: CodedError): Promise<void> {
    const turn = this.#turn;
    const { panel } = await parts.content();
    if (turn !== this.#turn) return;
    this.#put(document.createElement("div"));
    this.#host.append(panel(error, this.lang));
    this.#host.after(this.#slot);
    this.#ready.reject(error);
    this.#dispatch("error", error);
  }

  /** Tells the page. Of what it may cancel: whether it lets the product go on, and what it wants waited for. */
  #dispatch: Dispatch = (name, detail, cancelable = false) => {
    if (name === "print") return this.#print();
    const beside = name === "board" ? this.#board : name === "report" && this.#report;
    if (beside) return void beside.show("host" in detail ? (detail as Shown) : undefined);
    const outcomes: Promise<unknown>[] = [];
    if (cancelable) Object.assign(detail, { waitUntil: (promise: Promise<unknown>) => void outcomes.push(promise) });
    const options = { bubbles: true, composed: true, cancelable, detail };
    const goesOn = this.dispatchEvent(new CustomEvent(`directive-assessment-${name}`, options));
    return [goesOn, outcomes.length ? Promise.all(outcomes) : undefined];
  };

  /** A panic is the end: nothing is written any more, and nothing is drawn. An error may be anybody's on the page. */
  handleEvent({ type, detail, error, reason, message }: Event & { detail?: string; error?: unknown; reason?: unknown; message?: string }): void {
    if (type === STOPS[0]) this.#stop(`${detail}\n${stack()}`);
    else void this.#suspect(error ?? reason ?? message);
  }

  /** Asks whether it was the program through which the error went. While it is told, the program may be at work below it. */
  async #suspect(error: unknown): Promise<void> {
    const { isStopped } = await loading;
    setTimeout(() => isStopped() && this.#stop(String(error)));
  }

  #stop(error: string): void {
    this.#isMounted = false;
    this.#hideBeside();
    void this.fail(error);
  }

  async fail(error: unknown): Promise<void> {
    if (this.#isOver) return;
    for (const name of STOPS) removeEventListener(name, this);
    console.error(error);
    const told = typed(error instanceof Error ? error : new Error(String(error)), "failed");
    this.#end(told);
    // At once: what is dead must take no key, and must not go on to say that all is saved.
    this.#host.replaceWith(this.#slot, this.#text);
    this.#wear();
    const panel = await parts.rescue().then(
      () => directiveAssessmentRescue!(error, this.lang, parts.base, parts.build),
      () => lastWords(this.lang),
    );
    // The style sheet gives colours and type to what is in such a box; the one that the views were in is not used again.
    const box = document.createElement("div");
    box.append(panel);
    this.#slot.before(box);
    this.#dispatch("error", told);
  }
}

/** Asks for a file of the page's. An address that is none is told as a file that cannot be had. */
async function ask(address: string | object, integrity: string): Promise<Response | undefined> {
  return typeof address === "string" && address !== String({}) ? fetch(new URL(address, document.baseURI), { integrity }) : undefined;
}

/** What cannot be made into JSON equals nothing; the beginning tells of it. */
function json(value: unknown): string | undefined {
  try {
    return JSON.stringify(value);
  } catch {
    return undefined;
  }
}

function isEqual(value: unknown, text: string | undefined): boolean {
  return text !== undefined && json(value) === text;
}

/** Where the program was: its release build does not say so of a panic. The first ten frames are those of the telling itself. */
function stack(): string | undefined {
  // Only Chromium has a limit.
  const limited: ErrorConstructor & { stackTraceLimit?: number | undefined } = Error;
  const { stackTraceLimit } = limited;
  limited.stackTraceLimit = 50;
  const { stack } = new Error();
  limited.stackTraceLimit = stackTraceLimit;
  return stack;
}

function typed(error: Error, code: string): CodedError {
  return Object.assign(error, { code, path: "" });
}

/** Ends a program once all that it has is on disk. */
async function leave(component: Component): Promise<void> {
  await component.loaded;
  await component.flush();
  component.free();
}

/** Defines the element, of these parts. A second script of the product on a page begins nothing: the parts are the same for both. */
export function begin(given: Parts): void {
  parts = given;
  const isSecond = Boolean(customElements.get(Name.TAG));
  // The element that waits for it tells of a failure; without an element there is nobody to tell.
  loading = isSecond ? new Promise(() => {}) : quiet(parts.program());
  defineProperties(DirectiveAssessment.prototype);
  if (!isSecond) customElements.define(Name.TAG, DirectiveAssessment);
  // One that was asked for its parts is no mistake.
  else if (!parts.isNext) console.warn("directive-assessment: embed.js is on this page twice; the first one serves.");
  // The product's own page in the frame of a portal.
  if (parent !== window && parts.frame && location.href.startsWith(parts.base!) && /[?&]embed=1(&|$)/.test(location.search)) {
    parts.frame();
  }
}
