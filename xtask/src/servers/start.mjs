// The servers, each with the configuration that its Debian package installs. Of that only the port, the folders and the lines of the
// page for webmasters are other.
import { spawn, spawnSync } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { connect, createServer } from "node:net";
import { join } from "node:path";

const PATIENCE = 10_000;
const BETWEEN_LOOKS = 20;

/** By name: how it is set up, which returns the program to start. */
export const SERVERS = { nginx, apache, htaccess, caddy };

/** A site with the product in a folder; `start` wants the lines that were handed out for it, and whether Apache has few modules. */
export async function installed({ server, work, dist, folder }) {
  const run = join(work, server);
  const site = { run, www: join(run, "www"), files: join(run, "www", folder) };
  rmSync(run, { recursive: true, force: true });
  cpSync(dist, site.files, { recursive: true });
  site.port = await freePort();
  const address = `http://127.0.0.1:${site.port}`;
  let process;
  let said = "";
  async function start(lines, isBare) {
    said = `${lines}\n`;
    const { program, words, environment } = SERVERS[server]({ ...site, lines, isBare });
    process = spawn(program, words, { env: { ...globalThis.process.env, ...environment } });
    process.on("error", (error) => (said += error.message));
    for (const stream of [process.stdout, process.stderr]) stream.on("data", (data) => (said += data));
    await listens(site.port, process);
  }
  async function stop() {
    const running = process;
    process = undefined;
    if (!running?.pid || running.exitCode !== null) return;
    const ended = new Promise((end) => running.once("exit", end));
    running.kill("SIGTERM");
    await ended;
  }
  return { address, base: new URL(folder, address).href, start, stop, said: () => said };
}

/** One that nobody listens on. */
function freePort() {
  const server = createServer();
  return new Promise((found) => {
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => found(port));
    });
  });
}

async function listens(port, server) {
  for (const start = Date.now(); Date.now() - start < PATIENCE; ) {
    const isThere = await new Promise((told) => {
      const socket = connect(port, "127.0.0.1", () => told(true)).on("error", () => told(false));
      socket.on("connect", () => socket.destroy());
    });
    if (isThere) return;
    if (server.exitCode !== null || !server.pid) break;
    await new Promise((later) => setTimeout(later, BETWEEN_LOOKS));
  }
  throw new Error("the server does not listen");
}

/** A text of the package with something else in one place, which must be there. */
function changed(text, ...changes) {
  for (const [place, by] of changes) {
    const next = text.replace(place, () => by);
    if (next === text) throw new Error(`Debian's configuration has no ${place}`);
    text = next;
  }
  return text;
}

function nginx({ run, www, port, lines }) {
  const own = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map((kind) => `${kind}_temp_path ${run}/${kind};`);
  const main = changed(
    readFileSync("/etc/nginx/nginx.conf", "utf8").replaceAll("/var/log/nginx", run),
    ["/run/nginx.pid", `${run}/nginx.pid`],
    ["/etc/nginx/sites-enabled/*", `${run}/site.conf`],
    [/^http \{$/m, `http {\n${own.join("\n")}`],
  );
  const site = changed(
    readFileSync("/etc/nginx/sites-available/default", "utf8"),
    ["listen 80 default_server;", `listen 127.0.0.1:${port};`],
    ["listen [::]:80 default_server;", ""],
    ["root /var/www/html;", `root ${www};`],
    [/^\}$/m, `${lines}\n}`],
  );
  writeFileSync(join(run, "nginx.conf"), main);
  writeFileSync(join(run, "site.conf"), site);
  return { program: "nginx", words: ["-c", join(run, "nginx.conf"), "-g", "daemon off;"] };
}

function apache({ run, www, port, lines, isBare }, isInSite = true) {
  const folder = join(run, "apache2");
  rmSync(folder, { recursive: true, force: true });
  cpSync("/etc/apache2", folder, { recursive: true, verbatimSymlinks: true });
  mkdirSync(join(run, "state"), { recursive: true });
  const change = (name, ...changes) => writeFileSync(join(folder, name), changed(readFileSync(join(folder, name), "utf8"), ...changes));
  change("ports.conf", [/^Listen 80$/m, `Listen 127.0.0.1:${port}`]);
  change("apache2.conf", ["<Directory /var/www/>", `<Directory ${www}/>`], ...(isInSite ? [] : [[inDirectory("None"), inDirectory("FileInfo")]]));
  const site = [["*:80", `*:${port}`], ["/var/www/html", www], ...(isInSite ? [["</VirtualHost>", `${lines}\n</VirtualHost>`]] : [])];
  change("sites-available/000-default.conf", ...site);
  const environment = { APACHE_CONFDIR: folder, APACHE_STATE_DIRECTORY: join(run, "state"), APACHE_PID_FILE: join(run, "pid") };
  for (const name of ["RUN", "LOCK", "LOG"]) environment[`APACHE_${name}_DIR`] = run;
  for (const name of ["USER", "GROUP"]) environment[`APACHE_RUN_${name}`] = "www-data";
  // The one command that the page tells to type; or what a host may do that gives little.
  const [command, ...words] = isBare ? ["a2dismod", "--force", "deflate", "filter"] : ["a2enmod", "headers"];
  const switched = spawnSync(command, words, { env: { ...process.env, ...environment }, encoding: "utf8" });
  if (switched.status !== 0) throw new Error(`${command}: ${switched.stderr}`);
  return { program: "apache2", words: ["-d", folder, "-f", join(folder, "apache2.conf"), "-DFOREGROUND"], environment };
}

/** How the files of the site begin in Apache's configuration, with what they may set. */
const inDirectory = (allowed) => `Options Indexes FollowSymLinks\n\tAllowOverride ${allowed}\n\tRequire all granted`;

function htaccess(site) {
  writeFileSync(join(site.files, ".htaccess"), site.lines);
  return apache(site, false);
}

function caddy({ run, files, port, lines }) {
  const site = changed(
    readFileSync("/etc/caddy/Caddyfile", "utf8"),
    [/^:80 \{$/m, `{\n\tadmin off\n}\n:${port} {`],
    [/^\}\s*$(?![^]*^\})/m, `${changed(lines, ["/srv/directive-assessment", JSON.stringify(files)])}\n}`],
  );
  writeFileSync(join(run, "Caddyfile"), site);
  const words = ["run", "--adapter", "caddyfile", "--config", join(run, "Caddyfile")];
  return { program: "caddy", words, environment: { HOME: run, XDG_DATA_HOME: run, XDG_CONFIG_HOME: run } };
}
