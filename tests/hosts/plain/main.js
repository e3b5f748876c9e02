import "directive-assessment";
import directive from "../other-directive.json";
import roster from "../other-roster.json";

const EVENTS = ["directive-assessment-ready", "directive-assessment-save", "lowercaseevent", "kebab-event", "camelEvent", "CAPSevent", "PascalEvent"];
const [draw, place, lock] = document.querySelectorAll("button");
// It stands in the page before it is defined.
let element = document.querySelector("directive-assessment");

const give = () => Object.assign(element, { directive: structuredClone(directive), roster: structuredClone(roster), storageKey: "kho" });
const hear = ({ type }) => document.getElementById("heard").append(`${type} `);

function begin() {
  give();
  for (const name of EVENTS) element.addEventListener(name, hear);
}

begin();
draw.onclick = () => {
  give();
  element.querySelector("span").textContent++;
};
place.onclick = () => {
  if (element.isConnected) return element.remove();
  element = element.cloneNode(true);
  begin();
  document.body.append(element);
};
lock.onclick = () => (element.readOnly = !element.readOnly);
