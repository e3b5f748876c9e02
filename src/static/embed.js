// Defines <directive-assessment>: loads the program, mounts it in a shadow root, and stands in where it cannot run. What the
// page has put inside the element (the directive) is shown until the program is ready, and below every failure.
// `custom-elements.json` describes the element for those who use it. The build fills in what stands in double braces, and gives
// the single file its own `parts` (see single.js).

// <parts>
const build = "{{build}}";
const base = new URL("./", import.meta.url).href;

/** Of what is loaded from beside this script. A page that gives the digest of this script has thereby fixed every byte. */
const digests = {
  "directive-assessment.js": "{{directive-assessment.js}}",
  "directive-assessment_bg.wasm": "{{directive-assessment_bg.wasm}}",
  "directive-assessment.css": "{{directive-assessment.css}}",
  "rescue.js": "{{rescue.js}}",
  "content.js": "{{content.js}}",
  "carry.js": "{{carry.js}}",
  "frame.js": "{{frame.js}}",
};

/**
 * Each release loads its files from addresses of its own: a browser that still has a file of the release before in its memory
 * (Safari hands it out without asking the service worker) does not take it for this one's.
 */
const versioned = (file) => `${file}?${build}`;

const tag = (name, file, properties) =>
  Object.assign(document.createElement(name), { crossOrigin: "anonymous", integrity: digests[file], ...properties });

/** Imports a module. `import()` knows no digest; a tag does, and what the tag has loaded is what is imported then. */
const load = (file) =>
  new Promise((resolve, reject) => {
    // The one policy for hosts that want Trusted Types; boot.js may have made it. An element of the page may have its name.
    let policy = globalThis.directiveAssessmentPolicy;
    if (!policy?.createScriptURL?.call) {
      policy = {
        createScriptURL(name) {
          if (/^({{scripts}})\.js(\?{{build}})?$/.test(name)) return base + name;
          throw new TypeError(name);
        },
      };
      const { trustedTypes } = globalThis;
      if (trustedTypes?.createPolicy?.call) policy = trustedTypes.createPolicy("directive-assessment", policy);
      globalThis.directiveAssessmentPolicy = policy;
    }
    const address = versioned(file);
    const src = policy.createScriptURL(address);
    const script = tag("script", file, { type: "module", src });
    // It stays until then: of a tag that is nowhere any more WebKit may forget whom to tell.
    const end = (settle) => () => {
      script.remove();
      settle();
    };
    script.onload = end(() => resolve(import(base + address)));
    script.onerror = end(() => reject(new Error(file)));
    document.head.append(script);
  });

const parts = {
  base,
  build,
  /** The program, if every byte of it is of the build that this script is of. */
  async program() {
    const wasmFile = "directive-assessment_bg.wasm";
    const wasm = fetch(base + versioned(wasmFile), { integrity: digests[wasmFile] });
    wasm.catch(() => {});
    const program = await load("directive-assessment.js");
    if (program.build !== build) throw new Error("mixed");
    await program.default({ module_or_path: wasm });
    return program;
  },
  style() {
    const file = "directive-assessment.css";
    return tag("link", file, { rel: "stylesheet", href: base + versioned(file) });
  },
  rescue: () => load("rescue.js"),
  content: () => load("content.js"),
  carry: async (what) => (await load("carry.js")).carry(what),
  frame: () => load("frame.js"),
};
// </parts>

const loading = parts.program();
// The element that waits for it tells of a failure; without an element there is nobody to tell.
loading.catch(() => {});

/** What may tell that the program has stopped: its panic, and any exception that went through it. */
const STOPS = ["directive-assessment-panic", "error", "unhandledrejection"];

/** Another value of these begins the program anew: they say what it is about and where it keeps its drafts. */
const FOUNDATIONS = ["directive", "directive-integrity", "roster", "roster-integrity", "storage-key"];

class DirectiveAssessment extends HTMLElement {
  static observedAttributes = [...FOUNDATIONS, "lang", "readonly", "routing", "task", "theme", "unit", "view"];

  #component;
  /** The directive and the roster where they were given as objects. */
  #data = {};
  /** Counts beginnings and ends: whatever has waited for something goes on only if neither came in between. */
  #turn = 0;
  #isMounted = false;
  #isReady = false;
  #isOver = false;
  /** The end of what was there before: a new program must find all of it in the stores. */
  #before;
  #ready = later();
  #styled;
  #host = document.createElement("div");
  #slot = document.createElement("slot");

  constructor() {
    super();
    const style = parts.style();
    this.#styled = style.href && new Promise((done) => (style.onload = style.onerror = done));
    const root = this.attachShadow({ mode: "open" });
    root.append(style, this.#slot, this.#host);
    // The program asks for a copy of the page with a draft in it, and waits for the promise.
    root.addEventListener("directive-assessment-carry", ({ detail }) => (detail[3] = parts.carry(detail)));
  }

  connectedCallback() {
    for (const property of Object.keys(PROPERTIES)) {
      // Given before the element was defined, it hides the property that does something.
      if (!Object.hasOwn(this, property)) continue;
      const value = this[property];
      delete this[property];
      this[property] = value;
    }
    this.#begin();
  }

  disconnectedCallback() {
    this.#turn++;
    this.#unmount();
  }

  attributeChangedCallback(name, old, value) {
    if (old === value) return;
    if (FOUNDATIONS.includes(name)) {
      delete this.#data[name];
      this.#beginAnew();
    } else {
      this.#component?.configure(this);
    }
  }

  get directive() {
    return this.#data.directive ?? this.getAttribute("directive") ?? "";
  }

  set directive(value) {
    this.#give("directive", value);
  }

  get roster() {
    return this.#data.roster ?? this.getAttribute("roster") ?? "";
  }

  set roster(value) {
    this.#give("roster", value);
  }

  /** Writes whatever is not on disk; fulfilled when all of it is. */
  flush() {
    return this.#call("flush");
  }

  /** Goes to a task or requirement. */
  goTo(id) {
    return this.#call("goTo", String(id));
  }

  /** The file of the draft that is open; handed to the person too, unless `download` is false. */
  exportFile({ download = true } = {}) {
    return this.#call("exportFile", Boolean(download));
  }

  /** What is in a file. Unless `dryRun` is true, the person is shown it too, and decides what becomes of it. */
  async importFile(file, { dryRun = false } = {}) {
    if (!(file instanceof Blob)) throw typed(new TypeError("importFile takes a Blob or a File"), "not-a-file");
    return this.#call("importFile", file, Boolean(dryRun));
  }

  /** Writes whatever is not on disk, and ends the program for good. */
  async destroy() {
    if (this.#isOver) return;
    const component = this.#component;
    await component?.flush();
    this.#end(typed(new Error("the element was destroyed"), "destroyed"));
    this.#unmount();
    this.#component = undefined;
    this.#host.replaceWith(this.#slot);
    if (component) await leave(component);
  }

  /** Every method waits until the program is ready, and rejects with an error that has `code`, `message` and `path`. */
  async #call(method, ...values) {
    await this.#ready.promise;
    try {
      return await this.#component[method](...values);
    } catch (error) {
      this.#suspect(error);
      throw error;
    }
  }

  #give(name, value) {
    if (value === null || typeof value !== "object") {
      const [hadData, before] = [name in this.#data, this.getAttribute(name)];
      delete this.#data[name];
      mirror(this, name, value);
      // Only an attribute that changes tells of itself.
      if (hadData && this.getAttribute(name) === before) this.#beginAnew();
      return;
    }
    this.removeAttribute(name);
    this.#data[name] = value;
    this.#beginAnew();
  }

  async #begin() {
    const turn = ++this.#turn;
    const isLate = () => turn !== this.#turn || this.#isOver;
    try {
      const [{ Component, isStopped }] = await Promise.all([loading, this.#styled, this.#before]);
      if (isLate()) return;
      if (isStopped()) throw "stopped";
      if (!this.#component) {
        const given = await this.#given();
        if (isLate()) return;
        this.#component = new Component(...given, this.getAttribute("storage-key") ?? "", this.lang);
        this.#component.configure(this);
      }
      const component = this.#component;
      this.#slot.remove();
      this.#put(component.mount(this.shadowRoot, this.#dispatch));
      this.#isMounted = true;
      for (const name of STOPS) addEventListener(name, this);
      await (component.loaded ??= component.load());
      if (component !== this.#component || this.#isReady) return;
      this.#isReady = true;
      this.#ready.resolve();
      this.#dispatch("ready", {});
      parts.loaded?.(component);
    } catch (error) {
      if (isLate()) return;
      await (typeof error.code === "string" ? this.#refuse(error) : this.fail(error));
    }
  }

  #beginAnew() {
    if (this.#isOver) return;
    const old = this.#component;
    this.#turn++;
    this.#unmount();
    this.#component = undefined;
    this.#isReady = false;
    this.#ready = later(this.#ready);
    // Where no store takes the drafts, the program that has them goes on trying.
    if (old) this.#before = leave(old).catch((error) => this.#dispatch("error", error));
    if (this.isConnected) this.#begin();
  }

  #unmount() {
    if (!this.#isMounted) return;
    this.#isMounted = false;
    this.#component.unmount();
    for (const name of STOPS) removeEventListener(name, this);
    // The next program, of whichever element, draws into what this one has drawn into.
    this.#put(document.createElement("div"));
  }

  #put(host) {
    this.#host.replaceWith(host);
    this.#host = host;
  }

  #end(error) {
    this.#turn++;
    this.#isOver = true;
    this.#ready.reject(error);
    this.#ready = later();
    this.#ready.reject(error);
  }

  /** The directive and the roster that the page gives, as bytes; undefined where it gives none. */
  async #given() {
    if (!this.directive && !this.roster) return [undefined, undefined];
    const { read } = await parts.content();
    return Promise.all(["directive", "roster"].map((name) => (this[name] ? read(name, this) : undefined)));
  }

  /** What the page gave cannot be used: that is told, and nothing else is shown in its place. */
  async #refuse(error) {
    const turn = this.#turn;
    const { panel } = await parts.content();
    if (turn !== this.#turn) return;
    this.#host.replaceChildren(panel(error, this.lang));
    this.#host.after(this.#slot);
    this.#ready.reject(error);
    this.#dispatch("error", error);
  }

  /** Tells the page. Of what it may cancel: whether it lets the product go on, and what it wants waited for. */
  #dispatch = (name, detail, cancelable = false) => {
    const outcomes = [];
    if (cancelable) detail.waitUntil = (promise) => void outcomes.push(promise);
    const options = { bubbles: true, composed: true, cancelable, detail };
    const goesOn = this.dispatchEvent(new CustomEvent(`directive-assessment-${name}`, options));
    return [goesOn, outcomes.length ? Promise.all(outcomes) : undefined];
  };

  /** A panic is the end: nothing is written any more, and nothing is drawn. An error may be anybody's on the page. */
  handleEvent({ type, detail, error, reason, message }) {
    if (type === STOPS[0]) this.#stop(detail);
    else this.#suspect(error ?? reason ?? message);
  }

  /** Asks whether it was the program through which the error went. While it is told, the program may be at work below it. */
  async #suspect(error) {
    const { isStopped } = await loading;
    setTimeout(() => isStopped() && this.#stop(String(error)));
  }

  #stop(error) {
    this.#isMounted = false;
    this.fail(error);
  }

  async fail(error) {
    if (this.#isOver) return;
    for (const name of STOPS) removeEventListener(name, this);
    console.error(error);
    const told = typed(error instanceof Error ? error : new Error(String(error)), "failed");
    this.#end(told);
    // At once: what is dead must take no key, and must not go on to say that all is saved.
    this.#host.replaceWith(this.#slot);
    const panel = await parts.rescue().then(
      () => directiveAssessmentRescue(error, this.lang, parts.base, parts.build),
      () => lastWords(this.lang),
    );
    // The style sheet gives colours and type to what is in such a box; the one that the views were in is not used again.
    const box = document.createElement("div");
    box.append(panel);
    this.#slot.before(box);
    this.#dispatch("error", told);
  }
}

/** A promise that is settled from outside; whoever waits for the one before waits for this one. */
function later(before) {
  const settle = {};
  settle.promise = new Promise((resolve, reject) => Object.assign(settle, { resolve, reject }));
  // Nobody need wait for it.
  settle.promise.catch(() => {});
  before?.resolve(settle.promise);
  return settle;
}

/** What is said where not even the panel of a failure is to be had. */
function lastWords(lang) {
  const textContent = /^en/i.test(lang)
    ? "The self-assessment does not open: files of this page are missing. What was saved is still on this computer. Reload the page; if that does not help, tell its administrator."
    : "Phần tự đánh giá không mở được vì trang thiếu tệp. Bản đã lưu vẫn còn trên máy này. Hãy tải lại trang; nếu vẫn vậy, hãy báo người quản trị trang.";
  const words = Object.assign(document.createElement("p"), { className: "failure", textContent });
  words.setAttribute("role", "alert");
  return words;
}

function typed(error, code) {
  return Object.assign(error, { code, path: "" });
}

/** Ends a program once all that it has is on disk. */
async function leave(component) {
  await component.loaded;
  await component.flush();
  component.free();
}

function mirror(element, name, value) {
  if (typeof value === "boolean") element.toggleAttribute(name, value);
  else if (value === null || value === undefined) element.removeAttribute(name);
  else element.setAttribute(name, value);
}

/** The properties by the attributes that they mirror; `lang` is every element's own. */
const PROPERTIES = {
  directive: "directive",
  directiveIntegrity: "directive-integrity",
  readOnly: "readonly",
  roster: "roster",
  rosterIntegrity: "roster-integrity",
  routing: "routing",
  storageKey: "storage-key",
  task: "task",
  theme: "theme",
  unit: "unit",
  view: "view",
};
for (const [property, name] of Object.entries(PROPERTIES)) {
  if (property in DirectiveAssessment.prototype) continue;
  Object.defineProperty(DirectiveAssessment.prototype, property, {
    configurable: true,
    enumerable: true,
    get() {
      return name === "readonly" ? this.hasAttribute(name) : (this.getAttribute(name) ?? "");
    },
    set(value) {
      mirror(this, name, value);
    },
  });
}

customElements.define("directive-assessment", DirectiveAssessment);

// The product's own page in the frame of a portal.
if (parent !== window && parts.frame && location.href.startsWith(parts.base) && /[?&]embed=1(&|$)/.test(location.search)) {
  parts.frame();
}
