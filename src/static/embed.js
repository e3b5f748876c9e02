// Defines <directive-assessment>: loads the program, mounts it in a shadow root, and stands in where it cannot run. What the
// page has put inside the element (the directive) is shown until the program is ready, and below every failure.
import init, { Component } from "./directive-assessment.js";

const address = (file) => new URL(file, import.meta.url).href;
const loading = init({ module_or_path: address("directive-assessment_bg.wasm") });
// The element that waits for it tells of a failure; without an element there is nobody to tell.
loading.catch(() => {});

class DirectiveAssessment extends HTMLElement {
  #component;
  #failed = false;
  #host = document.createElement("div");

  constructor() {
    super();
    const root = this.attachShadow({ mode: "open" });
    const style = document.createElement("link");
    style.rel = "stylesheet";
    style.href = address("directive-assessment.css");
    this.styled = new Promise((done) => {
      style.onload = style.onerror = done;
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
    const { panel } = await import(address("rescue.js"));
    this.shadowRoot.querySelector("slot")?.remove();
    this.#host.replaceWith(panel(String(error), this.lang), document.createElement("slot"));
  }
}

customElements.define("directive-assessment", DirectiveAssessment);
