// Defines <directive-assessment>: loads the program, mounts it in a shadow root, and stands in where it cannot run. What the
// page has put inside the element (the directive) is shown until the program is ready, and below every failure.
// The build fills in what stands in double braces, and gives the single file its own `parts` (see single.js).

// <parts>
const build = "{{build}}";
const base = new URL("./", import.meta.url).href;
const parts = {
  base,
  build,
  /** The program, if every byte of it is of the build that this script is of. */
  async program() {
    const wasm = fetch(base + "directive-assessment_bg.wasm", { integrity: "{{wasm}}" });
    wasm.catch(() => {});
    const program = await import("./directive-assessment.js");
    if (program.build !== build) throw new Error("mixed");
    await program.default({ module_or_path: wasm });
    return program;
  },
  style() {
    return Object.assign(document.createElement("link"), { rel: "stylesheet", href: base + "directive-assessment.css" });
  },
  rescue: () => import("./rescue.js"),
  carry: async (what) => (await import("./carry.js")).carry(what),
};
// </parts>

const loading = parts.program();
// The element that waits for it tells of a failure; without an element there is nobody to tell.
loading.catch(() => {});

class DirectiveAssessment extends HTMLElement {
  #component;
  #failed = false;
  #host = document.createElement("div");

  constructor() {
    super();
    const root = this.attachShadow({ mode: "open" });
    const style = parts.style();
    this.styled = style.href && new Promise((done) => (style.onload = style.onerror = done));
    root.append(style, document.createElement("slot"), this.#host);
    // The program asks for a copy of the page with a draft in it, and waits for the promise.
    root.addEventListener("directive-assessment-carry", ({ detail }) => (detail[3] = parts.carry(detail)));
  }

  async connectedCallback() {
    try {
      const [{ Component }] = await Promise.all([loading, this.styled]);
      if (!this.isConnected || this.#failed) return;
      const isNew = !this.#component;
      this.#component ??= new Component(this.shadowRoot, this.getAttribute("routing") === "hash");
      this.shadowRoot.querySelector("slot")?.remove();
      this.#component.mount(this.#host);
      addEventListener("directive-assessment-panic", this);
      if (!isNew) return;
      await this.#component.load();
      parts.loaded?.(this.#component);
    } catch (error) {
      await this.fail(error);
    }
  }

  disconnectedCallback() {
    removeEventListener("directive-assessment-panic", this);
    if (!this.#failed) this.#component?.unmount();
  }

  /** Puts what is not on disk there; whether all of it is there. */
  async flush() {
    return !this.#component || this.#component.flush();
  }

  /** The program has stopped: nothing is written any more, and nothing is drawn. */
  handleEvent(event) {
    this.fail(event.detail);
  }

  async fail(error) {
    if (this.#failed) return;
    this.#failed = true;
    console.error(error);
    await parts.rescue();
    this.shadowRoot.querySelector("slot")?.remove();
    const panel = directiveAssessmentRescue(error, this.lang, parts.base, parts.build);
    this.#host.replaceWith(panel, document.createElement("slot"));
  }
}

customElements.define("directive-assessment", DirectiveAssessment);
