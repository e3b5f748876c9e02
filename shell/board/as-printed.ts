// A copy of a sheet, laid out as it is printed. The same rules hold for it as for the print: those are taken from the style sheets, and
// said of every medium, and those for the screen of none.

export class AsPrinted {
  readonly #root: ShadowRoot;
  /** What the copy is put into for as long as it is looked at. */
  readonly #place = document.createElement("div");
  readonly #inner: ShadowRoot;
  #isDressed = false;

  constructor(root: ShadowRoot) {
    this.#root = root;
    // Nothing around it moves. A style that a script sets is no style attribute to the policy.
    this.#place.style.cssText = "position: absolute; inset: 0 auto auto 0; block-size: 0; overflow: hidden; visibility: hidden";
    const host = document.createElement("div");
    this.#inner = host.attachShadow({ mode: "open" });
    this.#place.append(host);
  }

  /** The style sheets have changed. */
  forget(): void {
    this.#isDressed = false;
  }

  /** What is found out with a copy of the sheet, whose lines are so long. */
  with<Found>(sheet: Element, width: number, find: (copy: Element) => Found): Found {
    if (!this.#isDressed) this.#dress();
    const copy = sheet.cloneNode(true) as Element;
    let inner = copy;
    // Whatever is said of what is within something else, is said of the copy, too.
    for (let around = sheet.parentElement; around; around = around.parentElement) {
      const shell = around.cloneNode(false) as HTMLElement;
      shell.append(inner);
      inner = shell;
    }
    (inner as HTMLElement).style.inlineSize = `${width}px`;
    // It is not laid out by the width of what is on the screen.
    copy.parentElement!.style.setProperty("container", "app / inline-size");
    this.#inner.replaceChildren(inner);
    this.#root.append(this.#place);
    try {
      return find(copy);
    } finally {
      this.#place.remove();
      this.#inner.replaceChildren();
    }
  }

  #dress(): void {
    const sheets = [...this.#root.styleSheets, ...this.#root.adoptedStyleSheets].filter((sheet) => !sheet.disabled);
    this.#inner.adoptedStyleSheets = sheets.map((from) => {
      const sheet = new CSSStyleSheet();
      const rules = [...from.cssRules].map(({ cssText }) => cssText).join("\n");
      sheet.replaceSync(rules.replaceAll("@media print", "@media all").replaceAll("@media screen", "@media not all"));
      return sheet;
    });
    this.#isDressed = true;
  }
}
