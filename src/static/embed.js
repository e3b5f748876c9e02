// Defines <directive-assessment>: loads the program, mounts it in a shadow root, and stands in where it cannot run. What the
// page has put inside the element (the directive) is shown until the program is ready, and below every failure.
import init, { Component } from "./directive-assessment.js";

// Of the files named below, as `integrity` wants them: written here by the build. A page that gives the digest of this module in its
// tag has thereby fixed every byte that runs or styles.
const DIGESTS = {};

const address = (file) => new URL(file, import.meta.url).href;
const fetched = (file, cache) => fetch(address(file), { integrity: DIGESTS[file], cache });

// A cache may still have the file of an older version, which has another digest: the second time it is passed by, here and
// for the style sheet.
const WASM = "directive-assessment_bg.wasm";
const program = () => fetched(WASM).catch(() => fetched(WASM, "reload"));
const loading = init({ module_or_path: program() });
// The element that waits for it tells of a failure; without an element there is nobody to tell.
loading.catch(() => {});

let policy;

/** The address of a script beside this module, for hosts that want Trusted Types. It is the one policy of the product. */
const scriptAddress = (file) => {
  policy ??= globalThis.trustedTypes?.createPolicy("directive-assessment", { createScriptURL: address });
  return policy?.createScriptURL(file) ?? address(file);
};

/** Imports a module that stands beside this one. `import()` knows no digest; the tag does, and what it has loaded is imported. */
const load = (file) =>
  new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.type = "module";
    script.crossOrigin = "anonymous";
    script.integrity = DIGESTS[file] ?? "";
    script.src = scriptAddress(file);
    script.onload = () => resolve(import(address(file)));
    script.onerror = () => reject(new Error(file));
    document.head.append(script);
  });

class DirectiveAssessment extends HTMLElement {
  #component;
  #failed = false;
  #host = document.createElement("div");

  constructor() {
    super();
    const root = this.attachShadow({ mode: "open" });
    const style = document.createElement("link");
    style.rel = "stylesheet";
    style.crossOrigin = "anonymous";
    style.integrity = DIGESTS["directive-assessment.css"] ?? "";
    style.href = address("directive-assessment.css");
    this.styled = new Promise((done) => {
      style.onload = done;
      style.onerror = () => {
        style.onerror = done;
        style.href += "?again";
      };
    });
    root.append(style, document.createElement("slot"), this.#host);
  }

  async connectedCallback() {
    try {
      await Promise.all([loading, this.styled]);
      if (!this.isConnected || this.#failed) return;
      const isNew = !this.#component;
      this.#component ??= new Component(this.shadowRoot, this.getAttribute("routing") === "hash");
      this.shadowRoot.querySelector("slot")?.remove();
      this.#component.mount(this.#host);
      addEventListener("directive-assessment-panic", this);
      if (isNew) await this.#component.load();
    } catch (error) {
      await this.fail(error);
    }
  }

  disconnectedCallback() {
    removeEventListener("directive-assessment-panic", this);
    if (!this.#failed) this.#component?.unmount();
  }

  /** The program has stopped: nothing is written any more, and nothing is drawn. */
  handleEvent(event) {
    this.fail(event.detail);
  }

  async fail(error) {
    if (this.#failed) return;
    this.#failed = true;
    console.error(error);
    const { panel } = await load("rescue.js");
    this.shadowRoot.querySelector("slot")?.remove();
    this.#host.replaceWith(panel(String(error), this.lang), document.createElement("slot"));
  }
}

customElements.define("directive-assessment", DirectiveAssessment);
