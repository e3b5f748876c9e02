// `nhung.may-chu.js`, for the page for webmasters (embedding-guide.ts): the configuration of each web server, so that it sends the folder
// with the right types, compressed, and under the policy. `cargo xtask test --only servers` starts nginx, Apache and Caddy with these
// lines; they were never tried in IIS.
//
// The browser asks about every file at each visit (`no-cache`), with or without a version after a question mark. A server does not know
// versions: while a release is being copied it may send an old file for a new address, and "immutable" would keep that for a year.

import { Name } from "../shared/names";
import type { Choice, Server, ServerName } from "./choice";

const TYPES = { wasm: "application/wasm", js: "text/javascript", json: "application/json", webmanifest: "application/manifest+json" };
/** Worth compressing. */
const LARGE = ["text/html", "text/css", "image/svg+xml", ...Object.values(TYPES)];

/** The policy that the product's own page is sent with. Pages of its own site may frame it: the samples do. */
function policy({ surface, product, portal }: Choice): string {
  const framing = surface === "frame" && portal !== "'self'" ? `'self' ${portal}` : "'self'";
  return [
    "default-src 'self'",
    `script-src ${product} 'wasm-unsafe-eval'`,
    "style-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    `frame-ancestors ${framing}`,
    "require-trusted-types-for 'script'",
    `trusted-types ${Name.TAG}`,
  ].join("; ");
}

function headers(choice: Choice): [name: string, value: string][] {
  const all: [string, string][] = [["Content-Security-Policy", policy(choice)], ["X-Content-Type-Options", "nosniff"], ["Cache-Control", "no-cache"]];
  // Files that a page of another origin loads, it may read only then.
  return choice.isElsewhere ? [...all, ["Access-Control-Allow-Origin", "*"]] : all;
}

/** Lines, one or many at a time. */
type Lines = readonly (string | readonly string[])[];

const lines = (...parts: Lines): string => parts.flat().filter((line) => line !== "").join("\n");
const indented = (parts: Lines): string[] => parts.flat().map((line) => `  ${line}`);
/** The folder's name as it is once its percent signs are read, as most servers want it. */
function path(choice: Choice): string {
  try {
    return decodeURIComponent(choice.path);
  } catch {
    return choice.path;
  }
}
/** A word of a configuration, in quotes where it would not be one without. */
const word = (text: string): string => (/[\s"'\\;{}#]/.test(text) ? `"${text.replace(/["\\]/g, "\\$&")}"` : text);

function nginx(choice: Choice): string {
  const inside = [
    "types {",
    ...indented(["text/html html; text/css css; image/svg+xml svg; image/png png;", Object.entries(TYPES).map(([end, type]) => `${type} ${end};`).join(" ")]),
    "}",
    "charset utf-8;",
    "charset_types text/css text/javascript;",
    "gzip on;",
    "gzip_vary on;",
    "gzip_proxied any;",
    "gzip_comp_level 6;",
    `gzip_types ${LARGE.filter((type) => type !== "text/html").join(" ")};`,
    ...headers(choice).map(([name, value]) => `add_header ${name} "${value}" always;`),
  ];
  // Of the whole site there is a `location /` already. `^~`: no other location that goes by the ending takes files out of this one.
  return choice.path === "/" ? lines(inside) : lines(`location ^~ ${word(path(choice))} {`, indented(inside), "}");
}

/** What Apache is told in any place, each module's lines by themselves. */
const inApache = (choice: Choice) => ({
  mime: [...Object.entries(TYPES).map(([end, type]) => `AddType ${type} .${end}`), "AddCharset utf-8 .html .css .js"],
  filter: [`AddOutputFilterByType DEFLATE ${LARGE.join(" ")}`],
  headers: [
    // What was compressed has another ETag, by which Apache does not know it again: each visit would load all of it anew.
    `RequestHeader edit* If-None-Match '-gzip"' '"'`,
    // Those of the whole site are in another list, and would come beside these.
    ...headers(choice).flatMap(([name, value]) => [`Header onsuccess unset ${name}`, `Header always set ${name} "${value.replaceAll("%", "%%")}"`]),
  ],
});

const apache = (choice: Choice): string => lines(`<Location "${path(choice).replace(/["\\]/g, "\\$&")}">`, indented(Object.values(inApache(choice))), "</Location>");

/** For whoever may not change the server itself, and does not know what it has. */
function htaccess(choice: Choice): string {
  const where = (module: string, inside: Lines) => [`<IfModule mod_${module}.c>`, ...indented(inside), "</IfModule>"];
  const { mime, filter, headers } = inApache(choice);
  return lines(where("mime", mime), where("filter", where("deflate", filter)), where("headers", headers));
}

const escaped = (value: string): string => value.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");

function iis(choice: Choice): string {
  const types = Object.entries(TYPES).flatMap(([end, type]) => [`<remove fileExtension=".${end}" />`, `<mimeMap fileExtension=".${end}" mimeType="${type}" />`]);
  const sent = headers(choice).filter(([name]) => name !== "Cache-Control");
  return lines(
    '<?xml version="1.0" encoding="utf-8"?>',
    "<!-- %windir%\\system32\\inetsrv\\appcmd.exe set config -section:system.webServer/httpCompression",
    `     /+"staticTypes.[mimeType='application/wasm',enabled='True']" /commit:apphost -->`,
    "<configuration>",
    "  <system.webServer>",
    "    <staticContent>",
    types.map((line) => `      ${line}`),
    // That is `Cache-Control: no-cache`; as a header of one's own it would come beside that of the whole site.
    '      <clientCache cacheControlMode="DisableCache" />',
    "    </staticContent>",
    "    <httpProtocol>",
    "      <customHeaders>",
    sent.flatMap(([name, value]) => [`        <remove name="${name}" />`, `        <add name="${name}" value="${escaped(value)}" />`]),
    "      </customHeaders>",
    "    </httpProtocol>",
    '    <urlCompression doStaticCompression="true" />',
    "  </system.webServer>",
    "</configuration>",
  );
}

/** Where Caddy is told to find the files. */
const CADDY_FOLDER = "/srv/directive-assessment";

/** Not `handle_path`: it wants the name as it is to find it, and as it is escaped to take it off. */
function caddy(choice: Choice): string {
  const [folder, address] = [path(choice).slice(0, -1), choice.path.slice(0, -1)];
  return lines(
    address && `redir ${word(folder)} ${choice.path}`,
    `handle ${word(`${folder}/*`)} {`,
    address && `  uri strip_prefix ${address}`,
    `  root * ${CADDY_FOLDER}`,
    "  encode zstd gzip {",
    "    match {",
    // Its own list has no programs.
    ["text/*", ...LARGE.filter((type) => !type.startsWith("text/"))].map((type) => `      header Content-Type ${type}${type.endsWith("*") ? "" : "*"}`),
    "    }",
    "  }",
    "  @manifest path *.webmanifest",
    `  header @manifest Content-Type ${TYPES.webmanifest}`,
    "  header {",
    headers(choice).map(([name, value]) => `    ${name} "${value}"`),
    "  }",
    "  file_server",
    "}",
  );
}

/** By server: the file that the lines are for, and the lines. */
const servers: Record<ServerName, Server> = {
  nginx: { file: "nginx.conf", configuration: nginx },
  apache: { file: "httpd.conf", configuration: apache },
  htaccess: { file: ".htaccess", configuration: htaccess },
  iis: { file: "web.config", configuration: iis },
  caddy: { file: "Caddyfile", configuration: caddy, folder: CADDY_FOLDER },
};
globalThis.directiveAssessmentServers = servers;
