// What the harness asks of a page. It stands beside `TestingLibraryDom`, which knows roles and accessible names.
(() => {
  const dom = window.TestingLibraryDom;

  /** `start` and every open shadow root inside it: no query crosses the border of a shadow root by itself. */
  function trees(start) {
    const found = [start ?? document.documentElement];
    if (start?.shadowRoot) found.push(start.shadowRoot);
    for (const tree of found) {
      for (const element of tree.querySelectorAll("*")) {
        if (element.shadowRoot) found.push(element.shadowRoot);
      }
    }
    return found;
  }

  /** The element's parent as it is drawn: through slots, and from a shadow root to its host. */
  function drawnParent(element) {
    return element.assignedSlot ?? element.parentElement ?? element.getRootNode().host ?? null;
  }

  /** What `TestingLibraryDom` leaves out: closed details, unslotted children, inert parts, what a modal covers. */
  function reachable(element, modalOpen) {
    let inModal = false;
    for (let one = element; one; one = drawnParent(one)) {
      const parent = one.parentElement;
      if (one.inert) return false;
      if (parent?.localName === "details" && !parent.open && parent.querySelector(":scope > summary") !== one) return false;
      if (parent?.shadowRoot && !one.assignedSlot) return false;
      if (one.shadowRoot && dom.isInaccessible(one)) return false;
      inModal ||= one.matches("dialog:modal");
    }
    return inModal || !modalOpen;
  }

  /** Every reachable element of a role in one tree, with its accessible name. */
  function named(tree, role) {
    const modalOpen = trees().some((one) => one.querySelector("dialog:modal"));
    const names = new Map();
    const name = (text, element) => Boolean(names.set(element, plain(text)));
    return dom
      .queryAllByRole(tree, role, { name })
      .filter((element) => reachable(element, modalOpen))
      .map((element) => ({ role, name: names.get(element), element }));
  }

  const plain = (text) => text.normalize("NFC").replace(/\s+/g, " ").trim();

  /** A test of names, from what the Rust side sent: `{is}`, `{has}`, `{matches}` or nothing. */
  function matcher(wanted) {
    if (wanted === null) return () => true;
    if ("is" in wanted) return (name) => name === plain(wanted.is);
    if ("has" in wanted) return (name) => name.includes(plain(wanted.has));
    const pattern = new RegExp(wanted.matches, "u");
    return (name) => pattern.test(name);
  }

  function byRole(start, roles, wanted) {
    const fits = matcher(wanted);
    return trees(start)
      .flatMap((tree) => roles.flatMap((role) => named(tree, role)))
      .filter(({ name }) => fits(name))
      .map(({ element }) => element);
  }

  /** File inputs are often hidden behind a button of the product's own, so they are found whether visible or not. */
  function fileInputs(start, wanted) {
    const fits = matcher(wanted);
    const labels = (input) => [input.ariaLabel ?? "", ...[...input.labels].map((label) => label.textContent)];
    return trees(start)
      .flatMap((tree) => [...tree.querySelectorAll("input[type=file]")])
      .filter((input) => labels(input).some((label) => fits(plain(label))));
  }

  /** What a person opens and closes: the library knows no role for it. */
  function summaries(start, wanted) {
    const fits = matcher(wanted);
    return trees(start)
      .flatMap((tree) => [...tree.querySelectorAll("summary")])
      .filter((summary) => reachable(summary, false) && fits(plain(summary.textContent)));
  }

  function describe({ role, name, element }) {
    const id = element.id ? ` #${element.id}` : "";
    const holdsText = /^(input|textarea|select)$/.test(element.localName) && !/^(radio|checkbox)$/.test(element.type);
    const value = holdsText ? ` value=${JSON.stringify(element.value)}` : "";
    const checked = element.checked ? " checked" : "";
    return `${role} ${JSON.stringify(name)}${id}${value}${checked}`;
  }

  /** Every reachable role with its name, in the order of the document, a line each; `only` keeps to one role. */
  function roles(start, only) {
    const follows = (a, b) => a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING;
    return trees(start).flatMap((tree) => {
      const present = only ? [only] : new Set([...tree.children].flatMap((child) => Object.keys(dom.getRoles(child))));
      return [...present]
        .filter((role) => role !== "generic")
        .flatMap((role) => named(tree, role))
        .sort((a, b) => (follows(a.element, b.element) ? -1 : 1))
        .map(describe);
    });
  }

  /** The text that is drawn. `innerText` does not enter shadow roots, and tells the source of what is not drawn. */
  function text(start) {
    const drawn = (element) => getComputedStyle(element).display !== "none";
    return trees(start)
      .flatMap((tree) => (tree instanceof Element ? [tree] : [...tree.children]))
      .filter(drawn)
      .map((element) => element.innerText)
      .join("\n");
  }

  /** The element that has the keyboard, in whatever shadow root it is. */
  function focused() {
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    return element;
  }

  /** Gives a field the focus with the caret after its last letter, where typing would go on. */
  function focus(element) {
    element.focus();
    if (typeof element.selectionStart === "number") element.setSelectionRange(element.value.length, element.value.length);
  }

  function mounted() {
    const hosts = [...document.querySelectorAll("directive-assessment")];
    return hosts.map((host) => host.shadowRoot?.querySelector("[data-ready]")).find(Boolean) ?? null;
  }

  /** Lets files fall on the product, as a file manager would. */
  function drop(files) {
    const dataTransfer = new DataTransfer();
    for (const { name, type, bytes } of files) dataTransfer.items.add(new File([new Uint8Array(bytes)], name, { type }));
    for (const kind of ["dragenter", "dragover", "drop"]) {
      const event = new DragEvent(kind, { bubbles: true, cancelable: true, composed: true, dataTransfer });
      mounted().dispatchEvent(event);
    }
  }

  window.__e2e = { byRole, drop, fileInputs, focus, focused, mounted, roles, summaries, text };
})();
