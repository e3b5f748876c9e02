// What the page says about itself, in its language. It is not in the markup, where a browser without styles would show it.

import { Name } from "../shared/names";
import { spoken } from "../shared/language";
import type { News } from "../texts/catalogue";
import * as vi from "../texts/vi";
import * as en from "../texts/en";
import { element } from "./around";

/** Shows one of the notices, and lets its button act. */
export function say(news: News, act?: "reload" | (() => void)): void {
  var texts = spoken(document.documentElement.lang, vi.news, en.news)[news];
  var place = document.querySelector(".page-status")!;
  var line = document.createElement("p");
  line.className = "page-news";
  line.id = "news-" + news;
  line.textContent = texts[0] + " ";
  if (act) {
    var button = document.createElement("button");
    button.type = "button";
    button.className = "btn main";
    button.textContent = texts[1]!;
    button.onclick = act === "reload" ? () => saved(() => location.reload()) : act;
    line.appendChild(button);
  }
  place.textContent = "";
  place.appendChild(line);
}

/** Goes on once everything is on disk; where it cannot be, says so. */
export function saved(then: () => void): void {
  // A page that never started has nothing to save, and may need the update most.
  var root = element().shadowRoot;
  if (!root || !root.querySelector("[" + Name.READY + "]")) then();
  else element().flush().then(then, () => say("unsaved"));
}
