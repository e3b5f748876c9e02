// Names that the scripts share with the program and with each other. `tests/names.rs` compares them with the program's.

/** They stand in the scripts as they are: an enumeration leaves nothing to look up. */
export enum Name {
  /** The element's tag, and the beginning of whatever the product calls its own. */
  TAG = "directive-assessment",

  /** Events: the program has stopped; the program wants a copy of the page with a draft in it. */
  PANIC = "directive-assessment-panic",
  CARRY = "directive-assessment-carry",
  /** The same as the first of these, of the board. */
  BOARD_PANIC = "directive-assessment-board-panic",
  /** The board asks to be printed. */
  BOARD_PRINT = "directive-assessment-board-print",

  /** Databases of drafts, one a directive, begin so. */
  JOURNALS = "directive-assessment/",
  /** Their store of drafts. */
  DRAFTS = "drafts",
  /** The built-in directive's own, where a browser does not list its databases. */
  DIRECTIVE = "1022-CV/TU",
  /** In a key of localStorage, what stands between the directive and the id of a draft. */
  MIRRORED = "draft/",

  /** The element that holds the draft in the page that is one file. */
  CARRIED = "directive-assessment-data",

  /** Attributes of what is drawn: its root, once the person can begin; the line that says what is saved. */
  READY = "data-ready",
  /** The class of that root, which has the language that was chosen. */
  ROOT = "app",
}
