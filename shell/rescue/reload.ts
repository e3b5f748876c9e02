// Reloads the page, past whatever is in the way.

import { Name } from "../shared/names";
import { released } from "../shared/release";

/** Fetches everything anew, past whatever cache holds what does not fit, and loads the page again. */
export function reload(base: string | undefined): void {
  var load = () => location.reload();
  if (!base || !window.fetch || !window.Promise) return load();
  var folder = base;
  released(folder)
    .then((list) => {
      // The server answers: what the service worker keeps is not needed any more.
      return dropped(folder).then(() => {
        // What this page's own address brings in, and what other pages name without a version.
        var all = Object.keys(list.files).map((name) => name + "?" + list.version);
        return Promise.all(all.concat("embed.js", "frame-host.js", "kiem-tra.html").map((name) => fetch(folder + name, { cache: "reload" })));
      });
    })
    .then(load, load);
}

/** Drops the caches of the product in that folder, where the browser has any. An element of the page may have their name. */
function dropped(folder: string): Promise<unknown> {
  if (!(window.caches && caches.keys && caches.keys.call)) return Promise.resolve();
  return caches.keys().then((names) => {
    return Promise.all(names.map((name) => (name.indexOf(Name.TAG + " " + folder + " ") === 0 ? caches.delete(name) : null)));
  });
}
