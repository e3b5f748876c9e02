// Made of custom-elements.json by the build.

/** The self-assessment of a unit against a directive. What stands inside the tag is shown until the program is ready and below every failure; where that is no more than a link, the built-in directive can be read meanwhile. Attributes may change at any time. */
export interface DirectiveAssessment extends HTMLElement {
  /** Where to begin: the directive, the unit's assessment (the list of drafts where it has none), or the board of the body that gathers them. Another value goes there. */
  get view(): string;
  set view(value: "directive" | "assessment" | "board" | null | undefined);
  /** The id of a task or requirement to begin at, such as 2 or 1.3. Another value goes there. */
  get task(): string;
  set task(value: string | null | undefined);
  /** The id of the unit of the roster that the directive is read as; without it the person's last choice. */
  get unit(): string;
  set unit(value: string | null | undefined);
  /** The address, as the attribute, or the directive itself as an object, which replaces the attribute. */
  get directive(): string | object;
  set directive(value: string | object | null | undefined);
  /** The digest of the directive at that address, as sha256-… in base64: what does not have it is refused with directive-changed. Another value begins anew. */
  get directiveIntegrity(): string;
  set directiveIntegrity(value: string | null | undefined);
  /** The address, as the attribute, or the roster itself as an object, which replaces the attribute. */
  get roster(): string | object;
  set roster(value: string | object | null | undefined);
  /** The same for the roster, refused with roster-changed. */
  get rosterIntegrity(): string;
  set rosterIntegrity(value: string | null | undefined);
  /** Light or dark colours; auto follows the desktop. */
  get theme(): string;
  set theme(value: "auto" | "light" | "dark" | null | undefined);
  /** Whether views have addresses in the page's own, after its #. At most one element of a page may ask for hash. */
  get routing(): string;
  set routing(value: "memory" | "hash" | null | undefined);
  /** Keeps the drafts apart from those of elements with another key. Another value begins anew. */
  get storageKey(): string;
  set storageKey(value: string | null | undefined);
  /** The level of the first heading. At 1 the element is what its page is about: it has the page's main part, and what is printed is the page. */
  get headingLevel(): string;
  set headingLevel(value: 1 | 2 | 3 | 4 | 5 | 6 | `${1 | 2 | 3 | 4 | 5 | 6}` | null | undefined);
  /** Fulfilled with the element when it is ready, like the event; rejects with the error that is told where it cannot be. */
  readonly ready: Promise<DirectiveAssessment>;
  /** Nothing can be changed; a draft is shown as the document that is printed. */
  get readOnly(): boolean;
  set readOnly(value: boolean | null | undefined);
  /** Writes whatever is not on disk; fulfilled when all of it is. Rejects with code not-saved. Every method waits until the element is ready, and rejects with an Error that has code, message and path. */
  flush(): Promise<void>;
  /** Goes to a task or requirement, in the draft that is open, else in the directive, and gives it the focus. Rejects with code unknown-place. */
  goTo(id: string): Promise<void>;
  /** The file of the draft that is open, else of that with which the directive is read. The person gets it too, unless download is false: then the draft does not count as exported. Rejects with code no-draft or no-file. */
  exportFile(options?: { download?: boolean }): Promise<File>;
  /** What is in a file, an archive of files or a page that was saved (whatever the person can choose, read and judged alike): each assessment, and in how many places it differs from the draft here (told of the first of each draft); the files of which nothing can be taken in as it is, and those with remarks on an assessment, whose code is remarks; and how many more were left out, since at most 200 are looked at. Unless dryRun is true, the person is shown it too, and decides what becomes of it; nothing is ever taken in without them. A Blob without a name is an archive or a page by its type, application/zip or text/html. Rejects with code not-a-file or read-only, or, where there is no assessment, with the first of those that were refused, such as damaged, unreadable, other-program, bad-archive, closed-archive, cannot-unpack or, for a file with remarks, remarks, and its path. */
  importFile(file: Blob, options?: { dryRun?: boolean }): Promise<{ assessments: { file: string, draft: string, unit: object, exportedAt?: string, updatedAt?: string, app: string, sample: boolean, resaved: boolean, answered: number, inScope: number, evidence: number, covers: string[], differences?: number }[], refused: (Error & { code: string, path: string, file: string })[], leftOut: number }>;
  /** Writes whatever is not on disk and ends the program for good; what stands inside the tag is shown again. Rejects with code not-saved, and then nothing has ended. */
  destroy(): Promise<void>;
}

/** Its events, all of which bubble. */
export interface DirectiveAssessmentEventMap {
  /** The stores were read and the person can begin. Every event bubbles and is composed. */
  "directive-assessment-ready": CustomEvent;
  /** The person has edited a draft, or gone elsewhere. */
  "directive-assessment-change": CustomEvent<{ edited: boolean, view: string, task: string, draft: string, unit?: { id: string, group: string, name: string } }>;
  /** All of a draft is on disk. */
  "directive-assessment-save": CustomEvent<{ draft: string, unit: object }>;
  /** The person has chosen a file. Cancelled, the product does not read it; otherwise it reads it once what was given to waitUntil is fulfilled. Where that rejects, its message is shown and the file is not read. */
  "directive-assessment-import": CustomEvent<{ file: File, waitUntil(promise: Promise<unknown>): void }>;
  /** The person exports a file. Cancelled, the browser does not download it and the page deals with it. What was given to waitUntil is waited for, and its outcome is shown: its rejection's message, or that the portal has the file. */
  "directive-assessment-export": CustomEvent<{ file: File, draft: string, unit: object, waitUntil(promise: Promise<unknown>): void }>;
  /** Another window had saved the draft; what was written here goes on as a copy. Nothing is lost. */
  "directive-assessment-conflict": CustomEvent<{ draft: string, copy: string, unit: object }>;
  /** Something that was asked for cannot be: unknown-unit, unknown-place, not-saved, directive-invalid, directive-unreachable, directive-changed, roster-invalid, roster-unreachable, roster-changed, failed. */
  "directive-assessment-error": CustomEvent<Error & { code: string, path: string }>;
}

/** What a template may give it, by attribute or by property. */
export interface DirectiveAssessmentProps {
  view?: "directive" | "assessment" | "board" | null | undefined;
  task?: string | null | undefined;
  unit?: string | null | undefined;
  directive?: string | object | null | undefined;
  directiveIntegrity?: string | null | undefined;
  roster?: string | object | null | undefined;
  rosterIntegrity?: string | null | undefined;
  theme?: "auto" | "light" | "dark" | null | undefined;
  routing?: "memory" | "hash" | null | undefined;
  storageKey?: string | null | undefined;
  headingLevel?: 1 | 2 | 3 | 4 | 5 | 6 | `${1 | 2 | 3 | 4 | 5 | 6}` | null | undefined;
  readOnly?: boolean | null | undefined;
  "lang"?: "vi" | "en" | undefined;
  "directive-integrity"?: string | undefined;
  "roster-integrity"?: string | undefined;
  "storage-key"?: string | undefined;
  "heading-level"?: 1 | 2 | 3 | 4 | 5 | 6 | `${1 | 2 | 3 | 4 | 5 | 6}` | undefined;
  "readonly"?: boolean | undefined;
}

declare global {
  interface HTMLElementTagNameMap {
    "directive-assessment": DirectiveAssessment;
  }

  interface GlobalEventHandlersEventMap extends DirectiveAssessmentEventMap {}
}
