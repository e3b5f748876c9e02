// What a webmaster chooses, and what the two scripts of the page tell each other.

/** How the product is put into a portal. */
export type Surface = "element" | "frame" | "page";

/** What serves the product's files. */
export type ServerName = "nginx" | "apache" | "htaccess" | "iis" | "caddy";

/** What the choices come to. */
export interface Choice {
  readonly surface: Surface;
  readonly server: ServerName;
  /** Whether the tag names the digest of what it loads. */
  readonly digest: boolean;
  /** The address of the product's folder, as it stands in a policy. */
  readonly product: string;
  /** Whether the portal is of another origin. */
  readonly isElsewhere: boolean;
  /** The portal as a source in a policy. */
  readonly portal: string;
  /** The portal's origin, by which the frame knows whom to hear. */
  readonly framing: string;
  /** Where the server finds the folder. */
  readonly path: string;
}

/** What a server is told: the name of the file, its lines, and where the product's files are, if it wants to know. */
export interface Server {
  readonly file: string;
  readonly configuration: (choice: Choice) => string;
  readonly folder?: string;
}

declare global {
  var directiveAssessmentServers: Readonly<Record<ServerName, Server>>;
}
