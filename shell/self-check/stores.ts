// Whether the two stores accept writes, and how much room there is.

import { fill } from "../shared/language";
import { selfCheck as texts } from "../texts/vi";
import { later, note, tried } from "./report";

/** What is written lies beside what the product has, and is removed again. */
var NAME = "directive-assessment-kiem-tra";
var WRITTEN = "\u1ebf";

function compare(found: unknown): void {
  if (found !== WRITTEN) throw new Error(fill(texts.readOther, { found: String(found) }));
}

export function mirror(): void {
  tried(texts.mirror, () => {
    localStorage.setItem(NAME, WRITTEN);
    var found = localStorage.getItem(NAME);
    localStorage.removeItem(NAME);
    compare(found);
    return fill(texts.items, { count: String(localStorage.length) });
  });
}

function done<Value>(request: IDBRequest<Value> & Partial<Pick<IDBOpenDBRequest, "onblocked">>): Promise<Value> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
    // A request that waits has no error yet. WebKit tells so of a database that is just being closed, too.
    request.onblocked = () => setTimeout(() => reject(new Error(texts.held)), 5000);
  });
}

/** In a database of its own. */
export function journal(): Promise<void> {
  return later(texts.journal, () => {
    var opening = indexedDB.open(NAME, 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore("s");
    return done(opening)
      .then((database) => {
        return done(database.transaction("s", "readwrite", { durability: "strict" }).objectStore("s").put(WRITTEN, 1))
          .then(() => done(database.transaction("s").objectStore("s").get(1)))
          .then((found) => {
            database.close();
            compare(found);
            return done(indexedDB.deleteDatabase(NAME));
          });
      })
      .then(() => "");
  });
}

export function room(): Promise<void> | void {
  if (!navigator.storage || !navigator.storage.estimate) return note(texts.room, null, texts.unknown);
  return later(texts.room, () => {
    return navigator.storage.estimate().then((found) => {
      return Math.round(found.usage! / 1024) + " KiB / " + Math.round(found.quota! / 1048576) + " MiB";
    });
  });
}
