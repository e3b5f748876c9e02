// What the element shows while the program is not there, or where it cannot be loaded.

import { spoken } from "../shared/language";
import * as vi from "../texts/vi";
import * as en from "../texts/en";

/** Keeps the room of the views until they are there, so that what comes below the element stays where it is: also before the style. */
export function opening({ headingLevel, lang }: { headingLevel: string; lang: string }): HTMLElement {
  const room = document.createElement("div");
  // A page that is about the element has the directive in it, which gives it room enough.
  if (headingLevel === "1") return room;
  room.className = "opening";
  room.textContent = spoken(lang, vi.element, en.element).opening;
  room.style.minBlockSize = "60rem";
  return room;
}

/** What is said where not even the panel of a failure is to be had. */
export function lastWords(lang: string): HTMLElement {
  const textContent = spoken(lang, vi.element, en.element).lost;
  const words = Object.assign(document.createElement("p"), { className: "failure", textContent });
  words.setAttribute("role", "alert");
  return words;
}
