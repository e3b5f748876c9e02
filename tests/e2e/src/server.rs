//! A static server, as strict as the strictest portal, which remembers what it was asked for.

mod request;

use anyhow::{Context, Result, bail};
use request::Request;
use std::{
    collections::{BTreeMap, BTreeSet, HashMap, HashSet},
    fs,
    io::{self, Write},
    net::{IpAddr, Ipv4Addr, TcpListener, TcpStream, UdpSocket},
    path::{Component, Path, PathBuf},
    sync::{
        Arc, Mutex, MutexGuard, PoisonError,
        atomic::{AtomicBool, Ordering},
    },
    thread::{self, JoinHandle},
};

/// The folder of the portal in which the product stands.
pub const FOLDER: &str = "/portal/tu-danh-gia/";

/// What must suffice for the product, with its one policy for Trusted Types and the harness's own, and the address for reports.
/// Scripts may come from all of the site, since the harness has some of its own; `webmaster.rs` has them from the folder alone.
const CSP: &str = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; object-src 'none'; \
    base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types directive-assessment e2e; \
    report-uri /__csp";

const HOOKS: &str = include_str!("js/hooks.js");

/// One request that came in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    /// The path, without query.
    pub path: String,
    /// The status of the answer.
    pub status: u16,
}

/// What a test makes the server answer at a path, instead of the file.
#[derive(Clone, Debug)]
pub enum Reply {
    /// These bytes, as the type that the path has.
    Bytes(Vec<u8>),
    /// This status, with a page that says so.
    Status(u16),
    /// The file, as this type.
    Typed(&'static str),
    /// A web page, as networks send it that want a log-in.
    Page,
    /// So many bytes of the file, as if it ended there.
    Short(usize),
    /// The file's head and half of it; then the connection is closed.
    Torn,
    /// Nothing, and the connection stays open.
    Silence,
    /// Nothing, and the connection is closed.
    Refusal,
}

/// What the server heard, shared by the threads that answer.
#[derive(Debug, Default)]
struct Heard {
    requests: Vec<Asked>,
    csp_reports: Vec<String>,
    /// What pages told a test, in the order in which it came.
    told: Vec<String>,
    /// Entries of the pages' logs by page and number, as they came.
    log: BTreeMap<(String, u64), String>,
}

#[derive(Debug, Default)]
struct Site {
    root: PathBuf,
    /// What a test has put there instead of files, by path.
    replaced: Mutex<HashMap<String, Reply>>,
    /// What it answers whoever asks for heads alone, if not the file's.
    heads: Mutex<Option<Reply>>,
    /// The paths whose files browsers may keep.
    kept: Mutex<HashSet<String>>,
    /// The security policy, where a test wants another.
    policy: Mutex<Option<String>>,
    /// The policies of single paths, before all others.
    policies: Mutex<HashMap<String, String>>,
    /// How many more requests are answered before the network is gone.
    left: Mutex<Option<usize>>,
    /// Where the files are, if not in `root`.
    moved: Mutex<Option<PathBuf>>,
    heard: Mutex<Heard>,
    /// Lines of the head that a test has added.
    headers: Mutex<String>,
    /// Pages that are not the product's, and have no policy.
    foreign: Mutex<HashSet<String>>,
    /// How the policy names the product's own site, if not by `'self'`.
    own_name: Mutex<Option<String>>,
}

/// The server. It can be stopped, and started again on the same port with all that it remembers.
#[derive(Debug)]
pub struct Server {
    site: Arc<Site>,
    port: u16,
    running: Option<Running>,
}

#[derive(Debug)]
struct Running {
    stop: Arc<AtomicBool>,
    accepts: JoinHandle<()>,
}

impl Server {
    /// Serves the folder `root` under [`FOLDER`].
    pub fn serve(root: PathBuf) -> Result<Self> {
        let site = Site { root, ..Site::default() };
        let mut server = Self { site: Arc::new(site), port: 0, running: None };
        server.start()?;
        Ok(server)
    }

    /// Where the product stands, with `route` (a hash, a query or a file) after it.
    pub fn url(&self, route: &str) -> String {
        self.url_at(&format!("{FOLDER}{route}"))
    }

    /// An address of this server, from the root.
    pub fn url_at(&self, path: &str) -> String {
        format!("http://127.0.0.1:{}{path}", self.port)
    }

    /// The same address under another name of this machine, such as `localhost`.
    pub fn url_as(&self, host: &str, path: &str) -> String {
        format!("http://{host}:{}{path}", self.port)
    }

    /// Also answers at an address of this machine that browsers do not trust as they trust a loopback, and returns it. It
    /// stops with the test's process.
    pub fn serve_insecurely(&self) -> Result<Ipv4Addr> {
        // Nothing is sent: this asks the system which address it would send from.
        let asked = UdpSocket::bind((Ipv4Addr::UNSPECIFIED, 0))?;
        asked.connect((Ipv4Addr::new(192, 0, 2, 1), 9)).context("this machine has no address but its loopback")?;
        let IpAddr::V4(address) = asked.local_addr()?.ip() else { bail!("this machine has no IPv4 address") };
        let listener = TcpListener::bind((address, self.port)).context("cannot open the server's port there")?;
        let site = Arc::clone(&self.site);
        thread::spawn(move || accept(&listener, &site, &Arc::default()));
        Ok(address)
    }

    /// From now on names the product's own site in the security policy by its address, and lets every origin read its files:
    /// what it takes to be shown in a frame without an origin.
    pub fn open_to_frames_without_origin(&self) {
        lock(&self.site.own_name).replace(format!("http://127.0.0.1:{}", self.port));
        self.header("Access-Control-Allow-Origin: *");
    }

    /// Sends this line with every answer from now on.
    pub fn header(&self, line: &str) {
        lock(&self.site.headers).extend([line, "\r\n"]);
    }

    /// Goes off the net: connections are refused from now on.
    pub fn stop(&mut self) {
        if let Some(Running { stop, accepts }) = self.running.take() {
            stop.store(true, Ordering::SeqCst);
            // The thread waits in `accept`: this connection wakes it.
            let _ = TcpStream::connect((Ipv4Addr::LOCALHOST, self.port));
            let _ = accepts.join();
        }
    }

    /// Comes back on the same port.
    pub fn start(&mut self) -> Result<()> {
        if self.running.is_some() {
            return Ok(());
        }
        let listener = self.listener().context("cannot open the server's port")?;
        self.port = listener.local_addr()?.port();
        let stop = Arc::new(AtomicBool::new(false));
        let (site, stopped) = (Arc::clone(&self.site), Arc::clone(&stop));
        let accepts = thread::spawn(move || accept(&listener, &site, &stopped));
        self.running = Some(Running { stop, accepts });
        Ok(())
    }

    /// At the port that it had, or at one that no server of this process has had: the port is part of the origin, to which a
    /// browser that served other tests may have stored something.
    fn listener(&self) -> io::Result<TcpListener> {
        static TAKEN: Mutex<BTreeSet<u16>> = Mutex::new(BTreeSet::new());
        loop {
            let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, self.port))?;
            if self.port != 0 || lock(&TAKEN).insert(listener.local_addr()?.port()) {
                return Ok(listener);
            }
        }
    }

    /// Serves `body` at `path` (from the root, or below [`FOLDER`] if it does not begin with a slash).
    pub fn put(&self, path: &str, body: impl Into<Vec<u8>>) {
        lock(&self.site.replaced).insert(absolute(path), Reply::Bytes(body.into()));
    }

    /// Serves a page of somebody else at `path` from the root: without the product's security policy.
    pub fn put_foreign(&self, path: &str, body: impl Into<Vec<u8>>) {
        lock(&self.site.foreign).insert(path.to_owned());
        self.put(path, body);
    }

    /// Answers "not found" at `path`, whatever file there is.
    pub fn hide(&self, path: &str) {
        self.reply(path, Reply::Status(404));
    }

    /// Answers so at `path`, whatever file there is.
    pub fn reply(&self, path: &str, reply: Reply) {
        lock(&self.site.replaced).insert(absolute(path), reply);
    }

    /// Answers so to whoever asks for the head of a file alone.
    pub fn reply_to_heads(&self, reply: Reply) {
        *lock(&self.site.heads) = Some(reply);
    }

    /// Lets browsers keep what is at `path` for a day, without asking again.
    pub fn let_keep_at(&self, path: &str) {
        lock(&self.site.kept).insert(absolute(path));
    }

    /// Serves the files as they are again.
    pub fn mend(&self) {
        lock(&self.site.replaced).clear();
        *lock(&self.site.heads) = None;
        *lock(&self.site.left) = None;
        *lock(&self.site.policy) = None;
    }

    /// Sends this security policy from now on.
    pub fn policy(&self, policy: &str) {
        *lock(&self.site.policy) = Some(policy.to_owned());
    }

    /// Sends this security policy with what is at `path`.
    pub fn policy_at(&self, path: &str, policy: &str) {
        lock(&self.site.policies).insert(absolute(path), format!("{policy}; report-uri /__csp"));
    }

    /// Sends no security policy with what is at `path`.
    pub fn no_policy_at(&self, path: &str) {
        lock(&self.site.foreign).insert(absolute(path));
    }

    /// Answers that many more requests for files, and then closes every connection.
    pub fn cut_after(&self, requests: usize) {
        *lock(&self.site.left) = Some(requests);
    }

    /// Serves the files of another folder from now on: a new release.
    pub fn move_to(&self, root: PathBuf) {
        *lock(&self.site.moved) = Some(root);
    }

    /// The folder that is served.
    pub fn root(&self) -> PathBuf {
        lock(&self.site.moved).clone().unwrap_or_else(|| self.site.root.clone())
    }

    /// Whether [`Server::cut_after`] has come to its end.
    pub fn is_cut(&self) -> bool {
        *lock(&self.site.left) == Some(0)
    }

    /// All requests so far, but for those of the harness.
    pub fn requests(&self) -> Vec<Asked> {
        lock(&self.site.heard).requests.clone()
    }

    /// The violations of the security policy that browsers reported.
    pub fn csp_reports(&self) -> Vec<String> {
        lock(&self.site.heard).csp_reports.clone()
    }

    /// Takes what scripts of a test in the pages have posted to `/__tell`, in the order in which it came.
    pub fn take_told(&self) -> Vec<String> {
        std::mem::take(&mut lock(&self.site.heard).told)
    }

    /// What pages said in their logs, by page and number.
    pub(crate) fn log(&self) -> BTreeMap<(String, u64), String> {
        lock(&self.site.heard).log.clone()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.stop();
    }
}

fn lock<T>(what: &Mutex<T>) -> MutexGuard<'_, T> {
    what.lock().unwrap_or_else(PoisonError::into_inner)
}

fn absolute(path: &str) -> String {
    if path.starts_with('/') { path.to_owned() } else { format!("{FOLDER}{path}") }
}

fn accept(listener: &TcpListener, site: &Arc<Site>, stopped: &Arc<AtomicBool>) {
    for stream in listener.incoming().map_while(Result::ok) {
        if stopped.load(Ordering::SeqCst) {
            return;
        }
        let (site, stopped) = (Arc::clone(site), Arc::clone(stopped));
        // A browser that goes away in the middle of an answer is no fault.
        thread::spawn(move || drop(site.answer(&stream, &stopped)));
    }
}

impl Site {
    fn answer(&self, stream: &TcpStream, stopped: &AtomicBool) -> io::Result<()> {
        let request = Request::read(stream)?;
        // A connection that was opened early must not outlive the server.
        if stopped.load(Ordering::SeqCst) {
            return Ok(());
        }
        match request.path.as_str() {
            "/__csp" => self.hear_csp(&request.body),
            "/__log" => self.hear_log(&request.body),
            "/__tell" => lock(&self.heard).told.push(String::from_utf8_lossy(&request.body).into_owned()),
            "/__hooks.js" => {
                return send(stream, (200, "text/javascript"), "Cache-Control: no-store\r\n", HOOKS.as_bytes());
            }
            // Browsers ask for it unasked.
            "/favicon.ico" => {}
            _ => return self.answer_file(stream, &request),
        }
        send(stream, (204, "text/plain"), "", b"")
    }

    fn answer_file(&self, stream: &TcpStream, request: &Request) -> io::Result<()> {
        let path =
            if request.path.ends_with('/') { format!("{}index.html", request.path) } else { request.path.clone() };
        if self.is_cut() {
            return Ok(());
        }
        let of_heads = request.is_head.then(|| lock(&self.heads).clone()).flatten();
        let reply = of_heads.or_else(|| lock(&self.replaced).get(&path).cloned());
        let (status, kind, body) = match reply {
            None => self.read(&path).map_or_else(not_found, |body| (200, mime(&path), body)),
            Some(Reply::Bytes(body)) => (200, mime(&path), body),
            Some(Reply::Status(404)) => not_found(),
            Some(Reply::Status(status)) => (status, "text/html; charset=utf-8", b"<h1>error</h1>".to_vec()),
            Some(Reply::Typed(kind)) => (200, kind, self.read(&path).unwrap_or_default()),
            Some(Reply::Page) => (200, "text/html; charset=utf-8", b"<!doctype html><title>Log in</title>".to_vec()),
            Some(Reply::Short(length)) => {
                let body = self.read(&path).unwrap_or_default();
                (200, mime(&path), body.get(..length).unwrap_or(&body).to_vec())
            }
            Some(Reply::Torn) => return self.tear(stream, &path),
            Some(Reply::Silence) => {
                // The browser closes it, or the end of the test.
                stream.set_read_timeout(None)?;
                return io::copy(&mut &*stream, &mut io::sink()).map(drop);
            }
            Some(Reply::Refusal) => return Ok(()),
        };
        lock(&self.heard).requests.push(Asked { path: request.path.clone(), status });
        let body = if request.navigates && kind.starts_with("text/html") { hooked(&body) } else { body };
        let body = if path.ends_with("/sw.js") { with_own_policy(&body) } else { body };
        send(stream, (status, kind), &self.head(&path), &body)
    }

    /// The lines of the head that are not the same with every answer.
    fn head(&self, path: &str) -> String {
        let keeps = if lock(&self.kept).contains(path) { "max-age=86400" } else { "no-store" };
        let mut head = format!("Cache-Control: {keeps}\r\n");
        if !lock(&self.foreign).contains(path) {
            let own = lock(&self.policies).get(path).cloned().or_else(|| lock(&self.policy).clone());
            let policy = own.unwrap_or_else(|| policy(lock(&self.own_name).as_deref()));
            head.extend(["Content-Security-Policy: ", &policy, "\r\n"]);
        }
        head + lock(&self.headers).as_str()
    }

    /// Counts a request down, where the network is to go.
    fn is_cut(&self) -> bool {
        match &mut *lock(&self.left) {
            Some(0) => true,
            Some(left) => {
                *left -= 1;
                false
            }
            None => false,
        }
    }

    fn tear(&self, mut stream: &TcpStream, path: &str) -> io::Result<()> {
        let body = self.read(path).unwrap_or_default();
        let half = body.get(..body.len() / 2).unwrap_or_default();
        write!(stream, "HTTP/1.1 200 OK\r\nContent-Type: {}\r\nContent-Length: {}\r\n\r\n", mime(path), body.len())?;
        stream.write_all(half)?;
        stream.flush()
    }

    fn read(&self, path: &str) -> Option<Vec<u8>> {
        let file = Path::new(path.strip_prefix(FOLDER)?);
        let stays_inside = file.components().all(|part| matches!(part, Component::Normal(_)));
        let root = lock(&self.moved).clone().unwrap_or_else(|| self.root.clone());
        stays_inside.then(|| fs::read(root.join(file)).ok())?
    }

    fn hear_csp(&self, body: &[u8]) {
        lock(&self.heard).csp_reports.push(String::from_utf8_lossy(body).into_owned());
    }

    fn hear_log(&self, body: &[u8]) {
        if let Some((key, line)) = serde_json::from_slice(body).ok().as_ref().and_then(log_entry) {
            lock(&self.heard).log.insert(key, line);
        }
    }
}

/// The key and the line of an entry of `hooks.js`.
pub(crate) fn log_entry(entry: &serde_json::Value) -> Option<((String, u64), String)> {
    let text = |name: &str| entry.get(name)?.as_str();
    let key = (text("page")?.to_owned(), entry.get("n")?.as_u64()?);
    Some((key, format!("{}: {}", text("kind")?, text("text")?)))
}

/// The page with the hooks as its first script.
fn hooked(html: &[u8]) -> Vec<u8> {
    String::from_utf8_lossy(html).replacen("<head>", "<head><script src=\"/__hooks.js\"></script>", 1).into_bytes()
}

/// The worker, which makes the heads of its answers itself, with the harness's own policy for Trusted Types allowed in them.
fn with_own_policy(worker: &[u8]) -> Vec<u8> {
    let theirs = "trusted-types directive-assessment";
    String::from_utf8_lossy(worker).replacen(theirs, &[theirs, "e2e"].join(" "), 1).into_bytes()
}

fn mime(path: &str) -> &'static str {
    match path.rsplit('.').next() {
        Some("html") => "text/html; charset=utf-8",
        // A page that says its encoding itself.
        Some("htm") => "text/html",
        Some("js" | "mjs") => "text/javascript",
        Some("css") => "text/css",
        Some("json" | "map") => "application/json",
        Some("wasm") => "application/wasm",
        Some("webmanifest") => "application/manifest+json",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("txt") => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

/// The security policy; `own` is how it names the product's own site, if not by `'self'`.
fn policy(own: Option<&str>) -> String {
    CSP.replace("'self'", own.unwrap_or("'self'"))
}

fn not_found() -> (u16, &'static str, Vec<u8>) {
    (404, "text/plain; charset=utf-8", b"not found".to_vec())
}

/// Sends an answer of this status and media type, with some more lines in its head.
fn send(mut stream: &TcpStream, (status, kind): (u16, &str), head: &str, body: &[u8]) -> io::Result<()> {
    let reason = match status {
        200 => "OK",
        404 => "Not Found",
        _ => "Other",
    };
    write!(
        stream,
        "HTTP/1.1 {status} {reason}\r\nContent-Type: {kind}\r\nContent-Length: {}\r\n\
         X-Content-Type-Options: nosniff\r\n{head}Connection: close\r\n\r\n",
        body.len()
    )?;
    stream.write_all(body)?;
    stream.flush()
}
