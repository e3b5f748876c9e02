// The result of the self-check, line by line.

import { fill } from "../shared/language";
import { selfCheck as texts } from "../texts/vi";

/** Milliseconds after which a check has not answered. */
var PATIENCE = 20000;
var lines: string[] = [];
var faults: string[] = [];

export function byId(id: string): HTMLElement {
  return document.getElementById(id)!;
}

/** Notes a result: good, bad, or neither. */
export function note(name: string, isGood: boolean | null, facts?: string): void {
  if (isGood === false) faults.push(name);
  var item = document.createElement("li");
  item.textContent = (isGood === null ? "–" : isGood ? "✓" : "✗") + " " + name + (facts ? ": " + facts : "");
  if (isGood === false) item.className = "bad";
  lines.push(item.textContent);
  byId("result").appendChild(item);
  (byId("text") as HTMLTextAreaElement).value = lines.join("\n");
}

/** Notes what a check finds, or its error. */
export function tried(name: string, check: () => string): void {
  try {
    note(name, true, check());
  } catch (error) {
    note(name, false, String(error));
  }
}

/** The same for what answers later: its result, its error, or that none came. */
export function later(name: string, check: () => Promise<string>): Promise<void> {
  var waiting = new Promise<string>((resolve, reject) => {
    setTimeout(() => reject(new Error(texts.silent)), PATIENCE);
    check().then(resolve, reject);
  });
  return waiting.then(
    // At a first visit nothing is wrong with what is not there yet.
    (facts) => note(name, facts === texts.notYet ? null : true, facts),
    (error) => note(name, false, String(error)),
  );
}

/** Says what all of it comes to. */
export function end(): void {
  note(texts.done, null, new Date().toISOString());
  byId("verdict").textContent =
    faults.length === 0 ? texts.good : fill(texts.faults, { count: String(faults.length), names: faults.join("; ") });
  byId("result").setAttribute("data-done", "");
}
