import "directive-assessment";
import { LitElement, html, nothing } from "lit";
import directive from "../other-directive.json";
import roster from "../other-roster.json";

class App extends LitElement {
  static properties = { drawn: { state: true }, isThere: { state: true }, isReadOnly: { state: true }, heard: { state: true } };

  constructor() {
    super();
    Object.assign(this, { drawn: 0, isThere: true, isReadOnly: false, heard: [] });
  }

  /** In the page itself, as the tests look there. */
  createRenderRoot() {
    return this;
  }

  hear({ type }) {
    this.heard = [...this.heard, type];
  }

  render() {
    return html`
      <button @click=${() => this.drawn++}>Vẽ lại</button>
      <button @click=${() => (this.isThere = !this.isThere)}>Gỡ ra, đặt lại</button>
      <button @click=${() => (this.isReadOnly = !this.isReadOnly)}>Khóa, mở</button>
      <p id="heard">${this.heard.join(" ")}</p>
      ${this.isThere ? this.element() : nothing}
    `;
  }

  element() {
    return html`
      <directive-assessment
        .directive=${structuredClone(directive)}
        heading-level=${3}
        lang="vi"
        ?readonly=${this.isReadOnly}
        .roster=${structuredClone(roster)}
        storage-key="kho"
        theme="light"
        unit="phong-van-thu"
        @directive-assessment-ready=${this.hear}
        @directive-assessment-save=${this.hear}
        @lowercaseevent=${this.hear}
        @kebab-event=${this.hear}
        @camelEvent=${this.hear}
        @CAPSevent=${this.hear}
        @PascalEvent=${this.hear}
      >
        <p>Đang mở, lần vẽ ${this.drawn}</p>
      </directive-assessment>
    `;
  }
}

customElements.define("app-root", App);
