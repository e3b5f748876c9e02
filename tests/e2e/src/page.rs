//! The page in its browser, as a test holds it.

use crate::{
    Engine, Scope, Server,
    engine::{Home, Storage},
    files::{self, Download, Upload},
    name::Name,
    paper::{self, Sheet},
    server,
    session::Session,
    typing,
    wait::{Look, until},
};
use anyhow::{Context, Result, bail, ensure};
use base64::{Engine as _, prelude::BASE64_STANDARD};
use serde_json::{Value, json};
use std::{cell::RefCell, fmt, ops::Deref, rc::Rc, time::SystemTime};
use thirtyfour::{By, WindowHandle};

/// Finds what has the focus, in whatever shadow root it is.
const FOCUSED: &str = "let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;";

/// A browser with the product's page, and the server that it comes from.
///
/// It is also the [`Scope`] of everything on the page. Every method that looks for something waits for it.
#[derive(Debug)]
pub struct Page {
    scope: Scope,
    /// The server, which a test may stop, or have serve something else.
    pub server: Server,
    pub(crate) home: Home,
    pub(crate) allowed: RefCell<Vec<String>>,
}

/// A window of the browser.
#[derive(Clone, Debug, PartialEq)]
pub struct Window(WindowHandle);

/// What has the focus.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Focused {
    /// Its role.
    pub role: String,
    /// Its accessible name.
    pub name: String,
    /// Its id, or an empty text.
    pub id: String,
}

impl fmt::Display for Focused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {:?} #{}", self.role, self.name, self.id)
    }
}

impl Deref for Page {
    type Target = Scope;

    fn deref(&self) -> &Scope {
        &self.scope
    }
}

impl Page {
    pub(crate) async fn start(engine: Engine, home: Home, server: Server) -> Result<Self> {
        Ok(Self::new(Session::start(engine, &home).await?, home, server))
    }

    /// The page that a browser shows.
    pub(crate) fn new(session: Session, home: Home, server: Server) -> Self {
        Self { scope: Scope::page(Rc::new(session)), server, home, allowed: RefCell::default() }
    }

    /// The browser, where no element of the page is held any more.
    pub(crate) fn into_session(self) -> Option<Session> {
        self.scope.into_session()
    }

    /// The engine that this is.
    pub fn engine(&self) -> Engine {
        self.scope.session.engine
    }

    /// The browser and its version, as its driver tells them.
    pub fn browser(&self) -> String {
        let told = self.session.web.capabilities();
        let word = |name: &str| told.get(name).and_then(Value::as_str).unwrap_or_default().to_owned();
        format!("{} {}", self.engine(), word("browserVersion"))
    }

    /// Goes to a route of the product (such as `#/cong-van`, or nothing) and waits until the product is there.
    pub async fn open(&self, route: &str) -> Result<()> {
        self.visit(&self.server.url(route)).await?;
        self.ready().await
    }

    /// Goes to an address and waits for nothing more than the browser does.
    pub async fn visit(&self, address: &str) -> Result<()> {
        self.session.web.goto(address).await.with_context(|| format!("cannot go to {address}"))
    }

    /// Waits until the product has mounted: an element with `data-ready` is in its shadow root.
    pub async fn ready(&self) -> Result<()> {
        let mounted = until("the product to mount (`data-ready` in its shadow root)", async || {
            let mounted = self.session.call("mounted", vec![]).await?;
            Ok(if mounted.json().is_null() { Look::NotYet("nothing".into()) } else { Look::Found(()) })
        });
        let Err(error) = mounted.await else { return Ok(()) };
        let (roles, log) = (self.roles().await?, self.log().await?);
        bail!("{error:#}\non the page:\n  {}\nin the log:\n  {}", roles.join("\n  "), log.join("\n  "))
    }

    /// Loads the page again and waits until the product is there.
    pub async fn reload(&self) -> Result<()> {
        self.session.web.refresh().await?;
        self.ready().await
    }

    /// One step back in the history.
    pub async fn back(&self) -> Result<()> {
        Ok(self.session.web.back().await?)
    }

    /// One step forward in the history.
    pub async fn forward(&self) -> Result<()> {
        Ok(self.session.web.forward().await?)
    }

    /// The route that the address shows: what follows the product's folder.
    pub async fn route(&self) -> Result<String> {
        let address = self.session.web.current_url().await?.to_string();
        Ok(address.split_once(server::FOLDER).map_or(address.clone(), |(_, route)| route.to_owned()))
    }

    /// Waits until the address shows this route.
    pub async fn route_is(&self, route: &str) -> Result<()> {
        until(format!("the route {route:?}"), async || {
            let now = self.route().await?;
            Ok(if now == route { Look::Found(()) } else { Look::NotYet(format!("{now:?}")) })
        })
        .await
    }

    /// What has the focus, in whatever shadow root it is; nothing where the page itself has it.
    pub async fn focused(&self) -> Result<Focused> {
        let element = self.session.call("focused", vec![]).await?.element()?;
        let element = crate::Element::new(Rc::clone(&self.session), element);
        let id = element.attribute("id").await?.unwrap_or_default();
        Ok(Focused { role: element.role().await?, name: element.name().await?, id })
    }

    /// The id of what has the focus, or an empty text. Unlike the rest of [`Page::focused`] it is told in every frame: of a frame
    /// of another site, Chromium's driver knows no roles.
    pub async fn focused_id(&self) -> Result<String> {
        let id = self.script(&format!("{FOCUSED}\nreturn element?.id ?? ''"), &[]).await?;
        Ok(id.as_str().unwrap_or_default().to_owned())
    }

    /// Waits until the one element of this role and name has the focus.
    pub async fn focus_is(&self, role: &str, name: impl Into<Name>) -> Result<()> {
        let wanted = self.by_role(role, name).await?;
        until(format!("the focus on the {role} {:?}", wanted.name().await?), async || {
            let focused = self.session.call("focused", vec![]).await?.element()?;
            let there = focused.element_id() == wanted.web.element_id();
            Ok(if there { Look::Found(()) } else { Look::NotYet(self.focused().await?.to_string()) })
        })
        .await
    }

    /// Presses a key, alone or with others held: `Tab`, `Shift+Tab`, `Control+a`, `Enter`, `Space`, `Down`.
    pub async fn press(&self, chord: &str) -> Result<()> {
        typing::press(&self.session, chord).await
    }

    /// Types into whatever has the focus; a line feed is the Enter key.
    pub async fn type_text(&self, text: &str) -> Result<()> {
        typing::type_text(&self.session, text).await
    }

    /// Types at the end of a field as Unikey does: plain letters, then Backspaces and the letters with their marks.
    pub async fn type_like_unikey(&self, field: impl Into<Name>, text: &str) -> Result<()> {
        self.field(field).await?.type_like_unikey(text).await
    }

    /// Types at the end of a field through an input method that composes word by word.
    pub async fn type_like_ime(&self, field: impl Into<Name>, text: &str) -> Result<()> {
        self.field(field).await?.type_like_ime(text).await
    }

    /// Chooses files in the file input of this label; [`any`](crate::any) where there is but one.
    ///
    /// Only Firefox tells the page when the same files are chosen twice.
    pub async fn choose_files(&self, label: impl Into<Name>, files: &[Upload]) -> Result<()> {
        let input = self.file_input(&label.into()).await?;
        let paths = files.iter().map(|file| file.write(&self.home)).collect::<Result<Vec<_>>>()?;
        let paths: Vec<_> = paths.iter().map(|path| path.to_string_lossy()).collect();
        input.send_keys(paths.join("\n")).await.context("cannot choose the files")
    }

    /// Lets files fall on the product.
    pub async fn drop_files(&self, files: &[Upload]) -> Result<()> {
        let files: Vec<Value> = files.iter().map(Upload::to_json).collect();
        self.session.call("drop", vec![json!(files)]).await?;
        Ok(())
    }

    /// Waits for a complete download whose name ends with `suffix`, and takes it out of the folder.
    pub async fn downloaded(&self, suffix: &str) -> Result<Download> {
        files::downloaded(&self.home, suffix).await
    }

    /// The pages of paper that the browser would print, as a person who changes nothing in its dialogue. WebKit's driver prints nothing.
    pub async fn printed(&self) -> Result<Vec<Sheet>> {
        let asked = json!({ "background": true, "page": { "width": 21.0, "height": 29.7 } });
        let pdf = self.session.post("print", asked).await?;
        let pdf = BASE64_STANDARD.decode(pdf.as_str().context("no PDF")?)?;
        paper::sheets(&pdf, &self.home.downloads().join("printed.pdf"))
    }

    /// Runs a script in the page: it sees `arguments` and may return a promise.
    pub async fn script(&self, script: &str, arguments: &[Value]) -> Result<Value> {
        let outcome = self.session.script(script, arguments.to_vec()).await;
        let start = || format!("the script `{}…`", script.chars().take(60).collect::<String>());
        Ok(outcome.with_context(start)?.json().clone())
    }

    /// A command of the Chrome DevTools Protocol, for what Chromium alone can do.
    pub async fn cdp(&self, method: &str, parameters: Value) -> Result<Value> {
        ensure!(self.engine() == Engine::Chromium, "{} knows no {method}", self.engine());
        Ok(self.session.web.cdp().send_raw(method, parameters).await?)
    }

    /// Opens a window, empty yet, and goes on in it.
    pub async fn new_window(&self) -> Result<Window> {
        let window = Window(self.session.web.new_window().await?);
        self.switch_to(&window).await?;
        Ok(window)
    }

    /// The window in which the next command acts.
    pub async fn window(&self) -> Result<Window> {
        Ok(Window(self.session.web.window().await?))
    }

    /// The windows that the browser has open.
    pub async fn windows(&self) -> Result<Vec<Window>> {
        Ok(self.session.web.windows().await?.into_iter().map(Window).collect())
    }

    /// Goes on in another window.
    pub async fn switch_to(&self, window: &Window) -> Result<()> {
        Ok(self.session.web.switch_to_window(window.0.clone()).await?)
    }

    /// Closes this window and goes on in `next`.
    pub async fn close_window(&self, next: &Window) -> Result<()> {
        self.session.web.close_window().await?;
        self.switch_to(next).await
    }

    /// The most memory that the browser's processes ever took, each by itself, in bytes.
    pub fn most_memory(&self) -> u64 {
        self.session.most_memory()
    }

    /// Ends every process of the browser at once with `kill -9`, and tells when. Then only [`Page::restart`] and
    /// [`Page::reopen`] help.
    pub fn kill(&self) -> SystemTime {
        self.session.kill()
    }

    /// Ends the processes that run the browser's pages with `kill -9`, and tells when; the browser itself goes on. Then only
    /// [`Page::recover`] helps.
    pub fn crash(&self) -> Result<SystemTime> {
        self.session.crash_pages()
    }

    /// Goes on after a crash, with an empty page of the same browser. In Firefox and WebKit it is a new browser: their
    /// drivers give up one whose pages have crashed. Chromium's now and then waits for ever for such a page, or the new page has
    /// crashed with the old one.
    pub async fn recover(&mut self) -> Result<()> {
        if self.engine() == Engine::Chromium
            && self.session.leave_crashed_window().await.is_ok()
            && self.script("return true", &[]).await.is_ok()
        {
            return Ok(());
        }
        self.restart().await
    }

    /// Starts the browser again on the profile that it had, with an empty page.
    pub async fn restart(&mut self) -> Result<()> {
        self.kill();
        let session = Session::start(self.engine(), &self.home).await?;
        session.keep_from_others();
        self.scope = Scope::page(Rc::new(session));
        Ok(())
    }

    /// Starts the browser again, with an empty page and another treatment of what pages store.
    pub async fn restart_with(&mut self, storage: Storage) -> Result<()> {
        self.home.storage = storage;
        self.restart().await
    }

    /// Goes on inside the one `<iframe>` of the page, until the next visit or [`Page::leave_frame`].
    pub async fn enter_frame(&self) -> Result<()> {
        let frame = until("one iframe", async || {
            let mut found = self.session.web.find_all(By::Css("iframe")).await?;
            Ok(match (found.len(), found.pop()) {
                (1, Some(frame)) => Look::Found(frame),
                (number, _) => Look::NotYet(format!("{number} of them")),
            })
        });
        Ok(frame.await?.enter_frame().await?)
    }

    /// Goes on in the page that holds the frame.
    pub async fn leave_frame(&self) -> Result<()> {
        Ok(self.session.web.enter_default_frame().await?)
    }

    /// Starts the browser again on the profile that it had, and opens a route.
    pub async fn reopen(&mut self, route: &str) -> Result<()> {
        self.restart().await?;
        self.open(route).await
    }
}
