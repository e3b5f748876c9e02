// The element's attributes, and the properties that mirror them.

/** Another value of these begins the program anew: they say what it is about and where it keeps its drafts. */
export const FOUNDATIONS = ["directive", "directive-integrity", "roster", "roster-integrity", "storage-key"];

/** The properties by the attributes that they mirror; `lang` is every element's own. */
export const PROPERTIES = {
  directive: "directive",
  directiveIntegrity: "directive-integrity",
  headingLevel: "heading-level",
  readOnly: "readonly",
  roster: "roster",
  rosterIntegrity: "roster-integrity",
  routing: "routing",
  storageKey: "storage-key",
  task: "task",
  theme: "theme",
  unit: "unit",
  view: "view",
};

/** In HTML a property's name is one without capitals. Whoever writes that means the attribute. */
export const MISSPELT: Record<string, string> = Object.fromEntries(
  Object.entries(PROPERTIES).map(([property, name]) => [property.toLowerCase(), name] as const).filter(([written, name]) => written !== name),
);

/** Whatever is told of when it changes. */
export const OBSERVED = ["lang", ...Object.values(PROPERTIES), ...Object.keys(MISSPELT)];

/** Writes a property's value into its attribute. */
export function mirror(element: Element, name: string, value: unknown): void {
  if (typeof value === "boolean") element.toggleAttribute(name, value);
  else if (value === null || value === undefined) element.removeAttribute(name);
  else element.setAttribute(name, value as string);
}

/** Given before the element was defined, a value hides the property that does something. */
export function uncover(element: HTMLElement & Record<string, unknown>): void {
  for (const property of Object.keys(PROPERTIES)) {
    if (!Object.hasOwn(element, property)) continue;
    const value = element[property];
    delete element[property];
    element[property] = value;
  }
}

/** Gives a class the properties that it does not define itself. */
export function defineProperties(prototype: HTMLElement): void {
  for (const [property, name] of Object.entries(PROPERTIES)) {
    if (property in prototype) continue;
    Object.defineProperty(prototype, property, {
      configurable: true,
      enumerable: true,
      get(this: HTMLElement) {
        const value = this.getAttribute(name);
        return name === "readonly" ? value !== null && value !== "false" : (value ?? "");
      },
      set(this: HTMLElement, value: unknown) {
        mirror(this, name, value);
      },
    });
  }
}
