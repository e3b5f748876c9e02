// The first script of a page whose program was built with places for faults: it says where one is planted, takes down what the
// program passes and writes, and does what another window, the browser or the disk would do. `start` stands before it.
(() => {
  const plant = (window.plant = { ...start, seen: [], writes: 0, handed: new Map() });

  window.isPlanted = (name) => {
    // A part of the page that shows one of several is called by what they have in common, without the id of the one.
    const place = name.replace(/-([a-z\d]{8}|\S*\d\S*)$/, "");
    if (!plant.seen.includes(place)) plant.seen.push(place);
    if (place !== plant.at) return false;
    plant.at = "";
    plant.writes = 0;
    plant.isHit = true;
    if (plant.throws) throw new Error(`planted: ${place}`);
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
        plant.writes += 1;
        if (plant.isFull && ["setItem", "put"].includes(name)) throw new DOMException("full", "QuotaExceededError");
        return whole.apply(this, given);
      };
    }
  }

  // The journal does not answer once, and is asked again soon.
  if (sessionStorage.getItem("silent")) {
    sessionStorage.removeItem("silent");
    const open = IDBFactory.prototype.open;
    IDBFactory.prototype.open = function (...given) {
      IDBFactory.prototype.open = open;
      throw new DOMException("silent", "VersionError");
    };
    const later = setTimeout;
    window.setTimeout = (act, milliseconds, ...given) => later(act, milliseconds > 30_000 ? 300 : milliseconds, ...given);
  }

  // What is handed out can be looked at: the policy lets nobody fetch it.
  const address = URL.createObjectURL;
  URL.createObjectURL = (file) => {
    if (plant.refusesNext) {
      plant.refusesNext = false;
      throw new Error("refused");
    }
    const made = address.call(URL, file);
    plant.handed.set(made, file);
    return made;
  };

  // Nobody is there to answer.
  window.print = () => {};
  const read = Blob.prototype.arrayBuffer;
  Blob.prototype.arrayBuffer = function () {
    return plant.isUnreadable ? Promise.reject(new Error("gone")) : read.call(this);
  };
  addEventListener("directive-assessment-import", ({ detail }) => {
    if (plant.declines) detail.waitUntil(Promise.reject(new Error("no")));
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
  plant.state = async () => ({ mirror: { ...localStorage }, journal: await journal((store) => answer(store.getAll())) });

  plant.put = async ({ mirror, journal: records }) => {
    for (const [key, text] of Object.entries(mirror)) localStorage.setItem(key, text);
    await journal((store) => Promise.all(records.map((record) => answer(store.put(record)))));
  };

  /** Makes the stores those of that state, with a history of these keys. */
  plant.reset = async (state, keys) => {
    localStorage.clear();
    for (const name of [JOURNAL, HISTORY]) await answer(indexedDB.deleteDatabase(name));
    if (state) await plant.put(state);
    await opened(HISTORY, "snapshots", {}, (store) => Promise.all(keys.map((key) => answer(store.put("{}", key)))));
  };

  /** Another window has gone on to that state; it says so where the mirror tells. */
  plant.goOn = async (state, isTold) => {
    await plant.put(state);
    const key = Object.keys(state.mirror).find((key) => key.includes("/draft/"));
    if (isTold) dispatchEvent(new StorageEvent("storage", { key, newValue: state.mirror[key] }));
  };

  plant.see = (isSeen) => {
    Object.defineProperty(document, "hidden", { configurable: true, value: !isSeen });
    document.dispatchEvent(new Event("visibilitychange"));
  };

  /** Texts into a field and away at once, before any timer. */
  plant.typeAndLeave = (field, text) => {
    field.focus();
    field.value += text;
    field.dispatchEvent(new InputEvent("input", { bubbles: true, composed: true }));
    dispatchEvent(new Event("pagehide"));
  };

  /** Every way to leave, and time for every timer. */
  plant.leave = async (milliseconds) => {
    dispatchEvent(new Event("pagehide"));
    plant.see(false);
    plant.see(true);
    await new Promise((done) => setTimeout(done, milliseconds));
  };
})();
