// In the page: how long something takes, and the longest time in which no frame was drawn.
window.probe = {
  root: () => document.querySelector("directive-assessment")?.shadowRoot ?? document,

  /** Watches from the choice in a field until `isOver` says so; `frames` goes on for half a second after that. */
  watch(field, isOver) {
    const over = new Function("root", `return (${isOver})(root)`);
    this.outcome = undefined;
    const input = this.root().querySelector(field);
    input.addEventListener("change", () => this.measure(over), { capture: true, once: true });
  },

  measure(isOver) {
    const start = performance.now();
    const gaps = [];
    let [last, ended, hasBegun] = [start, 0, false];
    const frame = () => {
      const now = performance.now();
      gaps.push(now - last);
      last = now;
      const over = isOver(this.root());
      hasBegun ||= !over || now > start + 5000;
      if (!ended && hasBegun && over) ended = now;
      if (!ended || now < ended + 500) return requestAnimationFrame(frame);
      gaps.sort((one, other) => other - one);
      this.outcome = { time: ended - start, gap: gaps[0], slow: gaps.filter((gap) => gap > 100).length };
    };
    requestAnimationFrame(frame);
  },

  /** Does something, and says how many milliseconds go by until what follows from it is on the screen. */
  async step(act, isThere) {
    const done = new Function("root", `return (${isThere})(root)`);
    const root = this.root();
    const start = performance.now();
    new Function("root", `return (${act})(root)`)(root);
    await new Promise((there) => {
      const look = () => (done(root) || performance.now() - start > 10_000 ? there() : requestAnimationFrame(look));
      look();
    });
    // The frame in which it is seen has been drawn once the next task runs.
    await new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn)));
    return performance.now() - start;
  },
};
