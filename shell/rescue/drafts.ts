// The drafts in the stores, as they are, each as a link that saves it.

import { Name } from "../shared/names";
import type * as vi from "../texts/vi";
import { make } from "./dom";
import { visible } from "./visible";

/** Shows a draft that was found. */
type Show = (id: string, text: string) => void;

/** A list of the drafts; those of the databases join it as they come. */
export function drafts(texts: typeof vi.rescue): HTMLElement {
  var part = make("div");
  part.appendChild(make("h2", texts.drafts));
  var said = make("p", texts.none);
  var list = make("ul");
  part.appendChild(said);
  part.appendChild(list);
  var seen: Record<string, boolean> = {};
  function show(id: string, text: string): void {
    if (seen[id + text]) return;
    seen[id + text] = true;
    said.hidden = true;
    var item = make("li");
    item.appendChild(link(id, text));
    list.appendChild(item);
  }
  try {
    mirrored(show);
  } catch (_) {
    said.textContent = texts.refused;
  }
  // A database may be busy, or not answer, just after the program has stopped: whoever waits sees the rest come.
  [0, 2000, 10000].forEach((wait) => setTimeout(journals, wait, show));
  return part;
}

/** What saves a draft's record, to the letter. */
function link(id: string, text: string): HTMLElement {
  var link = make("a");
  // What stands beside a name keeps its order, whatever the name is written in.
  nameOf(id, text).forEach((part) => link.appendChild(make("bdi", visible(part))));
  link.href = URL.createObjectURL(new Blob([text], { type: "application/json" }));
  link.download = "ban-nhap-" + id.replace(/[^\w-]/g, "") + ".json";
  return link;
}

/** The unit and the last change, where the record can be read. */
function nameOf(id: string, text: string): string[] {
  try {
    var record = JSON.parse(text).assessments[0];
    return [String(record.unit.name), " – " + new Date(record.updatedAt).toLocaleString("vi-VN")];
  } catch (_) {
    return [id];
  }
}

/** Reads the mirrors; throws where the browser refuses that. */
function mirrored(show: Show): void {
  for (var index = 0; index < localStorage.length; index++) {
    var key = localStorage.key(index)!;
    // The name of a directive may hold what stands before an id.
    var end = key.lastIndexOf("/" + Name.MIRRORED);
    if (key.indexOf(Name.JOURNALS) === 0 && end >= Name.JOURNALS.length) show(key.slice(end + 1 + Name.MIRRORED.length), localStorage.getItem(key)!);
  }
}

/** Reads the journals. One that cannot be read leaves what the mirror had. */
function journals(show: Show): void {
  var usual = () => journal(Name.JOURNALS + Name.DIRECTIVE, show);
  try {
    if (!indexedDB.databases) return usual();
    indexedDB
      .databases()
      .then((all) => {
        all.forEach((one) => {
          if (one.name && one.name.indexOf(Name.JOURNALS) === 0) journal(one.name, show);
        });
      })
      .catch(usual);
  } catch (_) {
    // Refused.
  }
}

function journal(name: string, show: Show): void {
  var opening = indexedDB.open(name);
  // It was not there: it must not be made here.
  opening.onupgradeneeded = () => opening.transaction!.abort();
  opening.onsuccess = () => {
    var database = opening.result;
    if (!database.objectStoreNames.contains(Name.DRAFTS)) return database.close();
    var all = database.transaction(Name.DRAFTS).objectStore(Name.DRAFTS).getAll();
    all.onsuccess = () => {
      all.result.forEach((record) => show(String(record.id), String(record.text)));
      database.close();
    };
  };
}
