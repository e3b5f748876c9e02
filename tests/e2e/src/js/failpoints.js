// The first script of a page whose program was built with failpoints: it says at which one it fails, takes down what the
// program passes and writes, and does what another window, the browser or the disk would do. `start` stands before it.
(() => {
  const rig = (window.rig = { ...start, seen: [], writes: 0, handed: new Map() });

  window.hitsFailpoint = (name) => {
    // A part of the page that shows one of several is called by what they have in common, without the id of the one.
    const place = name.replace(/-([a-z\d]{8}|\S*\d\S*)$/, "");
    if (!rig.seen.includes(place)) rig.seen.push(place);
    if (place !== rig.at) return false;
    rig.at = "";
    rig.writes = 0;
    rig.isHit = true;
    if (rig.throws) throw new Error(`failpoint: ${place}`);
    return true;
  };

  // The panel is there.
  addEventListener("directive-assessment-error", ({ detail }) => {
    if (detail.code === "failed") navigator.sendBeacon("/__tell", "stopped");
  });

  for (const [kind, names] of [
    [Storage, ["setItem", "removeItem", "clear"]],
    [IDBObjectStore, ["put", "add", "delete", "clear"]],
  ]) {
    for (const name of names) {
      const whole = kind.prototype[name];
      kind.prototype[name] = function (...given) {
        rig.writes += 1;
        if (rig.isFull && ["setItem", "put"].includes(name)) throw new DOMException("full", "QuotaExceededError");
        return whole.apply(this, given);
      };
    }
  }

  // The journal does not answer once, and is asked again soon (`READ_AGAIN_MS` in `src/edge/effects.rs`). No other timer is made
  // shorter: WebKit's driver has one of a minute in the page itself, at whose end it gives up the script.
  if (sessionStorage.getItem("silent")) {
    sessionStorage.removeItem("silent");
    const open = IDBFactory.prototype.open;
    IDBFactory.prototype.open = function (...given) {
      IDBFactory.prototype.open = open;
      throw new DOMException("silent", "VersionError");
    };
    const later = setTimeout;
    window.setTimeout = (act, milliseconds, ...given) => later(act, milliseconds === 31_000 ? 300 : milliseconds, ...given);
  }

  // What is handed out can be looked at: the policy lets nobody fetch it.
  const address = URL.createObjectURL;
  URL.createObjectURL = (file) => {
    if (rig.refusesNext) {
      rig.refusesNext = false;
      throw new Error("refused");
    }
    const made = address.call(URL, file);
    rig.handed.set(made, file);
    return made;
  };

  // Nobody is there to answer.
  window.print = () => {};
  const read = Blob.prototype.arrayBuffer;
  Blob.prototype.arrayBuffer = function () {
    return rig.isUnreadable ? Promise.reject(new Error("gone")) : read.call(this);
  };
  addEventListener("directive-assessment-import", ({ detail }) => {
    if (rig.declines) detail.waitUntil(Promise.reject(new Error("no")));
  });

  const JOURNAL = "directive-assessment/1022-CV/TU";
  const HISTORY = "directive-assessment-history/1022-CV/TU";
  const answer = (request) =>
    new Promise((done, fail) => {
      request.onsuccess = () => done(request.result);
      request.onerror = () => fail(request.error);
    });
  const opened = async (name, store, options, use) => {
    const opening = indexedDB.open(name, 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore(store, options);
    const database = await answer(opening);
    try {
      return await use(database.transaction(store, "readwrite").objectStore(store));
    } finally {
      database.close();
    }
  };
  const journal = (use) => opened(JOURNAL, "drafts", { keyPath: "id" }, use);

  /** Everything in the stores but the history. */
  rig.state = async () => ({ mirror: { ...localStorage }, journal: await journal((store) => answer(store.getAll())) });

  rig.put = async ({ mirror, journal: records }) => {
    for (const [key, text] of Object.entries(mirror)) localStorage.setItem(key, text);
    await journal((store) => Promise.all(records.map((record) => answer(store.put(record)))));
  };

  /** Makes the stores those of that state, with a history of these keys. */
  rig.reset = async (state, keys) => {
    localStorage.clear();
    for (const name of [JOURNAL, HISTORY]) await answer(indexedDB.deleteDatabase(name));
    if (state) await rig.put(state);
    await opened(HISTORY, "snapshots", {}, (store) => Promise.all(keys.map((key) => answer(store.put("{}", key)))));
  };

  /** Another window has gone on to that state; it says so where the mirror tells. */
  rig.goOn = async (state, isTold) => {
    await rig.put(state);
    const key = Object.keys(state.mirror).find((key) => key.includes("/draft/"));
    if (isTold) dispatchEvent(new StorageEvent("storage", { key, newValue: state.mirror[key] }));
  };

  rig.see = (isSeen) => {
    Object.defineProperty(document, "hidden", { configurable: true, value: !isSeen });
    document.dispatchEvent(new Event("visibilitychange"));
  };

  /** Texts into a field and away at once, before any timer. */
  rig.typeAndLeave = (field, text) => {
    field.focus();
    field.value += text;
    field.dispatchEvent(new InputEvent("input", { bubbles: true, composed: true }));
    dispatchEvent(new Event("pagehide"));
  };

  /** Every way to leave, and time for every timer. */
  rig.leave = async (milliseconds) => {
    dispatchEvent(new Event("pagehide"));
    rig.see(false);
    rig.see(true);
    await new Promise((done) => setTimeout(done, milliseconds));
  };
})();
