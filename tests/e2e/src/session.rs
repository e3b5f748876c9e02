//! One browser with its driver, and the scripts that the harness runs in its pages.

use crate::{
    driver::Driver,
    engine::{Engine, Home, Storage},
    http::{self as plain_http, Client},
    paths,
};
use anyhow::{Context, Result};
use serde_json::{Value, json};
use std::{
    cell::{Cell, RefCell},
    time::SystemTime,
};
use thirtyfour::{
    RequestData, SessionId, common::command::FormatRequestData, error::WebDriverResult, prelude::*,
    session::scriptret::ScriptRet,
};

const HOOKS: &str = include_str!("js/hooks.js");
const PAGE: &str = include_str!("js/page.js");
const COMPOSE: &str = include_str!("js/compose.js");

/// What a preference of Firefox is where no page may store anything.
const BLOCK: u8 = 2;

/// What a script returns where the page does not know the harness yet.
const UNPREPARED: &str = "the page is not prepared";

/// A session of WebDriver. Dropping it kills the browser: a profile that is kept must stand that.
#[derive(Debug)]
pub(crate) struct Session {
    pub(crate) engine: Engine,
    pub(crate) web: WebDriver,
    driver: RefCell<Driver>,
    /// Width and height of the first window, in pixels.
    size: (u32, u32),
    is_changed: Cell<bool>,
}

impl Session {
    pub(crate) async fn start(engine: Engine, home: &Home) -> Result<Self> {
        home.make()?;
        let driver = Driver::start(engine, home).await?;
        let web = WebDriver::builder(driver.address(), engine.capabilities(home)?)
            .client(Client)
            .await
            .with_context(|| format!("{engine} did not start: {}", driver.output()))?;
        let window = web.get_window_rect().await?;
        let size = (window.width.try_into()?, window.height.try_into()?);
        let session = Self { engine, web, driver: RefCell::new(driver), size, is_changed: Cell::new(false) };
        if (engine, home.storage) == (Engine::Chromium, Storage::Private) {
            session.allow_private_downloads(home).await?;
        }
        if (engine, home.storage) == (Engine::Firefox, Storage::Blocked) {
            // A profile that was used has a value of its own by then, which in some versions goes before what the driver is asked for.
            session.set_firefox_preference("network.cookie.cookieBehavior", BLOCK).await?;
        }
        Ok(session)
    }

    /// Sets a preference of Firefox, which belongs to the browser and not to the page, from the browser's own context.
    pub(crate) async fn set_firefox_preference(&self, name: &str, value: u8) -> Result<()> {
        self.keep_from_others();
        self.post("moz/context", json!({ "context": "chrome" })).await?;
        let set = self.script("Services.prefs.setIntPref(...arguments)", vec![json!(name), json!(value)]).await;
        self.post("moz/context", json!({ "context": "content" })).await?;
        Ok(set.map(drop)?)
    }

    /// The preferences of the profile do not hold in a private window of Chromium; nor does the browser's own command of that
    /// name, which is about the profile. The page's command is about the window that the page is in.
    async fn allow_private_downloads(&self, home: &Home) -> Result<()> {
        let allowed = json!({ "behavior": "allow", "downloadPath": home.downloads() });
        self.web.cdp().send_raw("Page.setDownloadBehavior", allowed).await?;
        Ok(())
    }

    /// Says that the browser is no longer as it was started: it has ended or crashed, or has settings that are not the page's.
    pub(crate) fn keep_from_others(&self) {
        self.is_changed.set(true);
    }

    /// Whether another test finds in it what it would find in a new browser.
    pub(crate) fn may_be_handed_on(&self) -> bool {
        !self.is_changed.get()
    }

    /// Leaves nothing open but one empty window, of the size that it is started with.
    pub(crate) async fn begin_anew(&self) -> Result<()> {
        self.web.enter_default_frame().await?;
        let old = self.web.windows().await?;
        let new = match self.engine {
            // Another window would not have the size that the first is asked for.
            Engine::Chromium => self.web.new_tab().await?,
            Engine::Firefox | Engine::WebKit => self.web.new_window().await?,
        };
        for window in old {
            self.web.switch_to_window(window).await?;
            self.web.close_window().await?;
        }
        self.web.switch_to_window(new).await?;
        if self.engine != Engine::Chromium {
            let (width, height) = self.size;
            self.web.set_window_rect(0, 0, width, height).await?;
        }
        Ok(())
    }

    /// The most memory that the browser's processes ever took, each by itself, in bytes.
    pub(crate) fn most_memory(&self) -> u64 {
        self.driver.borrow().most_memory()
    }

    /// Ends every process at once, and tells when. Nothing can be asked of this session any more.
    pub(crate) fn kill(&self) -> SystemTime {
        self.kill_and(|| {})
    }

    /// The same, with something to be done before the processes are waited for.
    pub(crate) fn kill_and(&self, then: impl FnOnce()) -> SystemTime {
        self.keep_from_others();
        let killed = self.driver.borrow_mut().kill_and(then);
        let _ = self.web.clone().leak();
        killed
    }

    /// Ends the processes that run the pages, and tells when. The browser itself goes on.
    pub(crate) fn crash_pages(&self) -> Result<SystemTime> {
        self.keep_from_others();
        self.driver.borrow().kill_those_with(self.engine.page_process())
    }

    /// Opens a window beside the one that has crashed, which the driver cannot leave by itself, and goes on in it.
    pub(crate) async fn leave_crashed_window(&self) -> Result<()> {
        let options = self.web.capabilities().get("goog:chromeOptions");
        let address = options.and_then(|options| options.get("debuggerAddress")?.as_str()).context("no address")?;
        let opened = plain_http::put(address, "/json/new?about:blank").await?;
        let opened: Value = serde_json::from_slice(&opened)?;
        let id = opened.get("id").and_then(Value::as_str).context("no window was opened")?;
        let windows = self.web.windows().await?;
        let window = windows.into_iter().find(|window| window.to_string().contains(id)).context("no such window")?;
        Ok(self.web.switch_to_window(window).await?)
    }

    /// What the driver and the browser have printed.
    pub(crate) fn output(&self) -> String {
        self.driver.borrow().output()
    }

    /// Runs a script in the page; it sees `arguments` and may return a promise.
    pub(crate) async fn script(&self, script: &str, arguments: Vec<Value>) -> WebDriverResult<ScriptRet> {
        self.web.execute(script, arguments).await
    }

    /// Calls a function of the harness's own in the page, which is prepared for it when it is not yet.
    pub(crate) async fn call(&self, function: &str, arguments: Vec<Value>) -> Result<ScriptRet> {
        let script = format!(
            "if (!window.__e2e?.compose) return {};\nreturn window.__e2e.{function}(...arguments);",
            json!(UNPREPARED)
        );
        loop {
            let answer = self.script(&script, arguments.clone()).await?;
            if *answer.json() != UNPREPARED {
                return Ok(answer);
            }
            self.prepare().await?;
        }
    }

    /// Loads axe, unless the page has it.
    pub(crate) async fn load_axe(&self) -> Result<()> {
        let missing = self.script("return typeof window.axe === 'undefined'", vec![]).await?;
        if missing.json() == true {
            let library = library("axe-core/axe.min.js")?;
            self.script(&library, vec![]).await.context("cannot load axe into the page")?;
        }
        Ok(())
    }

    /// One script for all of it: Firefox gives every script a realm of its own, and the library takes only functions
    /// of its own realm for functions.
    async fn prepare(&self) -> Result<()> {
        let library = library("@testing-library/dom/dist/@testing-library/dom.umd.min.js")?;
        // A page out of the cache of a service worker comes without the hooks of the server.
        let script = format!("if (!window.__log) {{\n{HOOKS}\n}}\n{library}\n{PAGE}\n{COMPOSE}");
        self.script(&script, vec![]).await.context("cannot prepare the page")?;
        Ok(())
    }

    /// A WebDriver command that is read, with the answer's value.
    pub(crate) async fn get(&self, path: String) -> WebDriverResult<Value> {
        self.web.cmd(Raw { method: http::Method::GET, path, body: None }).await?.value()
    }

    /// A WebDriver command that acts, with the answer's value.
    pub(crate) async fn post(&self, path: &str, body: Value) -> WebDriverResult<Value> {
        self.web.cmd(Raw { method: http::Method::POST, path: path.into(), body: Some(body) }).await?.value()
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        self.kill();
    }
}

/// A library that publishes itself on the global object. In Firefox a script's global is not the window.
fn library(file: &str) -> Result<String> {
    Ok(format!("(function (globalThis) {{{}\n}}).call(window, window);", paths::npm_file(file)?))
}

/// A command that the WebDriver crate has no method for.
#[derive(Debug)]
struct Raw {
    method: http::Method,
    path: String,
    body: Option<Value>,
}

impl FormatRequestData for Raw {
    fn format_request(&self, session: &SessionId) -> RequestData {
        let request = RequestData::new(self.method.clone(), format!("session/{session}/{}", self.path));
        match &self.body {
            Some(body) => request.add_body(body.clone()),
            None => request,
        }
    }
}
