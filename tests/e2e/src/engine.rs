//! How each engine is launched: its driver's command and the capabilities that a session asks for.

use crate::{paths, pool::RUN};
use anyhow::{Context, Result};
use serde_json::{Value, json};
use std::{
    fmt, fs,
    path::{Path, PathBuf},
    process::{self, Command},
};
use thirtyfour::Capabilities;

/// A browser engine.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    /// Chromium, driven by chromedriver.
    Chromium,
    /// Firefox ESR, driven by geckodriver.
    Firefox,
    /// WebKitGTK, driven by WebKitWebDriver.
    WebKit,
}

impl fmt::Display for Engine {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox",
            Self::WebKit => "webkit",
        })
    }
}

/// How a browser treats what pages store.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Storage {
    /// As every browser does by itself.
    #[default]
    Kept,
    /// A private window: kept until it is closed.
    Private,
    /// The person's settings let no page store anything.
    Blocked,
}

/// The folders of one browser, which outlive a killed process, and what starts WebKit.
#[derive(Debug)]
pub(crate) struct Home {
    pub(crate) folder: PathBuf,
    pub(crate) wk_launch: PathBuf,
    pub(crate) storage: Storage,
    /// Whether WebKit draws in layers, as on a desktop. Without them it takes no pictures, and is slow to go from window to window.
    pub(crate) layers: bool,
}

impl Storage {
    /// What `wk_launch` is told.
    fn name(self) -> &'static str {
        match self {
            Self::Kept => "kept",
            Self::Private => "private",
            Self::Blocked => "blocked",
        }
    }
}

impl Home {
    pub(crate) fn profile(&self) -> PathBuf {
        self.folder.join("profile")
    }

    pub(crate) fn downloads(&self) -> PathBuf {
        self.folder.join("downloads")
    }

    /// Files for the upload dialogs.
    pub(crate) fn uploads(&self) -> PathBuf {
        self.folder.join("uploads")
    }

    /// `wk_launch` follows this file, for a running WebKitGTK takes its colours from the desktop alone.
    pub(crate) fn colour_scheme(&self) -> PathBuf {
        self.folder.join("colour-scheme")
    }

    fn config(&self) -> PathBuf {
        self.folder.join("config")
    }

    fn temporary(&self) -> PathBuf {
        self.folder.join("tmp")
    }

    /// Removes what a test has downloaded and chosen.
    pub(crate) fn forget_files(&self) -> Result<()> {
        for folder in [self.downloads(), self.uploads()] {
            fs::remove_dir_all(&folder)?;
        }
        self.make()
    }

    pub(crate) fn make(&self) -> Result<()> {
        for folder in [self.profile(), self.downloads(), self.uploads(), self.config(), self.temporary()] {
            fs::create_dir_all(&folder).with_context(|| format!("cannot make {}", folder.display()))?;
        }
        Ok(())
    }
}

impl Engine {
    /// The command that starts the driver on `port`; `display` is the X server's, which WebKit alone needs.
    pub(crate) fn driver(self, home: &Home, port: u16, display: Option<&str>) -> Result<Command> {
        let mut command = match self {
            Self::Chromium => Command::new("chromedriver"),
            Self::Firefox => Command::new(paths::geckodriver()),
            Self::WebKit => Command::new("WebKitWebDriver"),
        };
        command.env(RUN, process::id().to_string()).env("FONTCONFIG_FILE", paths::fonts());
        command.env("TMPDIR", home.temporary()).env("TZ", "Asia/Ho_Chi_Minh").env("LC_ALL", "C.UTF-8");
        match self {
            Self::Chromium => {
                command.arg(format!("--port={port}"));
            }
            Self::Firefox => {
                command.args(["--port", &port.to_string(), "--websocket-port", "0", "--allow-system-access"]);
                command.env("MOZ_HEADLESS_WIDTH", "1280").env("MOZ_HEADLESS_HEIGHT", "900").env("HOME", &home.folder);
            }
            Self::WebKit => {
                command.arg(format!("--port={port}")).envs(display.map(|display| ("DISPLAY", display)));
                set_up_webkit(&mut command, home);
            }
        }
        Ok(command)
    }

    /// What only the command lines of processes that run pages contain.
    pub(crate) fn page_process(self) -> &'static str {
        match self {
            Self::Chromium => "--type=renderer",
            Self::Firefox => "-isForBrowser",
            Self::WebKit => "WebKitWebProcess",
        }
    }

    /// What a session of this engine asks its driver for.
    pub(crate) fn capabilities(self, home: &Home) -> Result<Capabilities> {
        let mut wanted = Capabilities::new();
        let (browser, key, options) = match self {
            Self::Chromium => ("chrome", "goog:chromeOptions", chromium_options(home)),
            Self::Firefox => {
                let profile = home.profile();
                allow_narrow_windows(&profile)?;
                ("firefox", "moz:firefoxOptions", firefox_options(&profile, home))
            }
            // WebKitWebDriver knows no other name than that of its own small browser.
            Self::WebKit => {
                let options = json!({ "binary": home.wk_launch, "args": ["--automation"] });
                ("MiniBrowser", "webkitgtk:browserOptions", options)
            }
        };
        wanted.set("browserName", browser)?;
        wanted.set(key, options)?;
        Ok(wanted)
    }
}

fn chromium_options(home: &Home) -> Value {
    let mut options = json!({
        "binary": "/usr/bin/chromium",
        "args": [
            "--headless=new",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-dev-shm-usage",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--disable-quic",
            "--window-size=1280,900",
            format!("--user-data-dir={}", home.profile().display()),
        ],
        "prefs": {
            "download.default_directory": home.downloads(),
            "download.prompt_for_download": false,
        },
    });
    match home.storage {
        Storage::Kept => {}
        Storage::Private => add(&mut options, "/args", "", json!("--incognito")),
        // 2 says "block".
        Storage::Blocked => add(&mut options, "/prefs", "profile.default_content_setting_values.cookies", json!(2)),
    }
    options
}

/// Adds to the list or the map in `place`.
fn add(options: &mut Value, place: &str, name: &str, value: Value) {
    match options.pointer_mut(place) {
        Some(Value::Array(list)) => list.push(value),
        Some(Value::Object(map)) => drop(map.insert(name.into(), value)),
        _ => {}
    }
}

fn firefox_options(profile: &Path, home: &Home) -> Value {
    let mut options = json!({
        "binary": paths::firefox(),
        "args": ["-headless", "-profile", profile],
        "prefs": {
            "browser.download.folderList": 2,
            "browser.download.dir": home.downloads(),
            "browser.download.useDownloadDir": true,
            "browser.download.always_ask_before_handling_new_types": false,
            "browser.download.alwaysOpenPanel": false,
            "toolkit.legacyUserProfileCustomizations.stylesheets": true,
            // Compiling the program a second time, for speed, takes longer than a test runs; so does a spare process for pages.
            "javascript.options.wasm_optimizingjit": false,
            "dom.ipc.processPrelaunch.enabled": false,
        },
    });
    if home.storage == Storage::Private {
        add(&mut options, "/prefs", "browser.privatebrowsing.autostart", json!(true));
    }
    options
}

/// Firefox keeps its window at 450 px or more, for its toolbar; a phone has 360.
fn allow_narrow_windows(profile: &Path) -> Result<()> {
    let chrome = profile.join("chrome");
    fs::create_dir_all(&chrome)?;
    fs::write(chrome.join("userChrome.css"), ":root, body { min-width: 0 !important; }\n")?;
    Ok(())
}

fn set_up_webkit(command: &mut Command, home: &Home) {
    if !home.layers {
        // Without a graphics card, layers take two fifths of all the time that WebKit has.
        command.env("WEBKIT_DISABLE_COMPOSITING_MODE", "1");
    }
    command
        .env("GDK_BACKEND", "x11")
        .env("GSETTINGS_BACKEND", "memory")
        .env("LIBGL_ALWAYS_SOFTWARE", "1")
        .env("NO_AT_BRIDGE", "1")
        .env("WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS", "1")
        .env("XDG_CONFIG_HOME", home.config())
        .env("XDG_DATA_HOME", home.profile().join("data"))
        .env("XDG_CACHE_HOME", home.profile().join("cache"))
        .env("E2E_WK_PROFILE", home.profile())
        .env("E2E_WK_DOWNLOADS", home.downloads())
        .env("E2E_WK_COLOUR_SCHEME", home.colour_scheme())
        .env("E2E_WK_STORAGE", home.storage.name());
}
