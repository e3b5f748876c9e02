// What the scripts say, by the part of the product that says it. `vi.ts` and `en.ts` each have all of it, or do not compile.
// A name in braces is filled in (`fill` of `shared/language.ts`).
//
// Each part is a variable of its own, so that a script is given only those that it uses. They are `var`, as in all that goes into a
// script for any browser: esbuild writes arrow functions and templates out for those, but not `const`.

/** Why the program does not run. */
export type Cause =
  | "looking" | "stopped" | "old" | "off" | "csp" | "memory" | "missing" | "server" | "html" | "mime" | "truncated" | "damaged"
  | "mixed" | "fixed" | "blocked" | "refused" | "offline" | "slow";

/** A title, and what to do. */
export type Advice = readonly [title: string, advice: string];

/** What the page says of itself, and what its button is called. */
export type Notice = readonly [text: string, button?: string];

/** The kinds of it. */
export type News = "update" | "other" | "lost" | "later" | "unsaved";

export interface Catalogue {
  /** The element, before the program is there and where nothing else is. */
  readonly element: Readonly<Record<"opening" | "lost", string>>;
  /** The board, where it is not there. */
  readonly board: Readonly<Record<"title" | "failed" | "again", string>>;
  /** The board, once it has stopped. */
  readonly stoppedBoard: Readonly<Record<"title" | "text" | "reload", string>>;
  /** A unit's report, once it has stopped. */
  readonly stoppedReport: Catalogue["stoppedBoard"];
  /** A report on its pages: which page begins, and how many there are. */
  readonly paged: Readonly<Record<"page" | "pages", string>>;
  /** What is wrong with a directive or a roster of the page's own. */
  readonly content: Readonly<
    Record<"title" | "body" | "unreachable" | "changed" | "badDigest" | "noData" | "noAddress" | "directive" | "roster", string>
  >;
  /** The page in the frame of a portal. */
  readonly frame: Readonly<Record<"apart" | "refused" | "open" | "stranger", string>>;
  /** The page of the product. */
  readonly news: Readonly<Record<News, Notice>>;
  /** The panel that tells of a failure. */
  readonly rescue: Readonly<Record<"contact" | "safe" | "kept" | "reload" | "drafts" | "none" | "refused" | "details" | "check", string>>;
  /** What has failed; `{file}` is the file that it is about. */
  readonly causes: Readonly<Record<Cause, Advice>>;
  /** The page for webmasters. Where an element of it has `data-text`, that is the name of its text here. */
  readonly guide: Readonly<Record<GuideText, string>>;
}

type GuideText =
  | "other" | "back" | "title" | "intro" | "surface" | "element" | "elementHint" | "frame" | "frameHint" | "page" | "pageHint"
  | "product" | "portal" | "server" | "digest" | "problem" | "copyFiles" | "copyFilesText" | "productServer" | "nginx" | "apache"
  | "htaccess" | "iis" | "caddy" | "portalPolicy" | "portalPolicyText" | "portalTypes" | "tag" | "link" | "copy" | "copied"
  | "notCopied" | "frameTitle";
