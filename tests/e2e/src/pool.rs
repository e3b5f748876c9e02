//! Browsers that serve one test after the other. Starting Firefox takes half the time of a short test.
//!
//! Each test has a server of its own, at a port that no other test of the run has, so what an earlier test stored belongs to
//! another origin. What a test may change beyond its origin is listed at [`Session::keep_from_others`].

use crate::{
    Page, Server,
    engine::{Engine, Home, Storage},
    profile,
    session::Session,
};
use anyhow::{Result, bail};
use std::{
    env, fs,
    path::PathBuf,
    process::{self, Child, Command, Stdio},
    sync::{
        Mutex, OnceLock, PoisonError,
        atomic::{AtomicU32, Ordering},
    },
};

/// What a browser has by then kept of pages that are gone would slow the next ones down.
const TESTS_OF_ONE: u32 = 20;

static IDLE: Mutex<Vec<Browser>> = Mutex::new(Vec::new());

/// A browser with its folders, between two tests.
pub(crate) struct Browser {
    pub(crate) session: Session,
    pub(crate) home: TemporaryHome,
    tests: u32,
}

impl Browser {
    /// One that waits for a test, or a new one.
    pub(crate) async fn any(engine: Engine, wk_launch: &str) -> Result<Self> {
        let idle = {
            let mut idle = IDLE.lock().unwrap_or_else(PoisonError::into_inner);
            idle.iter().position(|browser| browser.session.engine == engine).map(|place| idle.swap_remove(place))
        };
        match idle {
            Some(browser) => Ok(browser),
            None => Self::start(engine, TemporaryHome { layers: false, ..TemporaryHome::new(wk_launch.into()) }).await,
        }
    }

    /// One that no test has had and none will have after this one.
    pub(crate) async fn of_its_own(engine: Engine, wk_launch: &str) -> Result<Self> {
        let browser = Self::start(engine, TemporaryHome::new(wk_launch.into())).await?;
        Ok(Self { tests: TESTS_OF_ONE, ..browser })
    }

    async fn start(engine: Engine, home: TemporaryHome) -> Result<Self> {
        if engine == Engine::Firefox {
            profile::lay_into(&home.get()).await?;
        }
        Ok(Self { session: Session::start(engine, &home.get()).await?, home, tests: 0 })
    }

    /// Gives a test a page in it.
    pub(crate) fn open(self, server: Server) -> (Seat, Page) {
        let Self { session, home, tests } = self;
        let page = Page::new(session, home.get(), server);
        (Seat { home, tests: tests + 1 }, page)
    }
}

/// What stays of a browser while a test has it.
pub(crate) struct Seat {
    home: TemporaryHome,
    tests: u32,
}

impl Seat {
    /// Has the browser wait for another test, unless it has served enough, or was changed for good, or does not become as it was.
    pub(crate) async fn leave(self, page: Page) {
        let Self { home, tests } = self;
        let Some(session) = page.into_session().filter(|session| tests < TESTS_OF_ONE && session.may_be_handed_on())
        else {
            return;
        };
        if session.begin_anew().await.is_ok() && home.get().forget_files().is_ok() && ends_with_this_process().is_ok() {
            IDLE.lock().unwrap_or_else(PoisonError::into_inner).push(Browser { session, home, tests });
        }
    }
}

/// The folder of a browser, removed with it. It is outside of `target`: the path of a socket in it must be short.
pub(crate) struct TemporaryHome {
    folder: Folder,
    wk_launch: PathBuf,
    layers: bool,
}

struct Folder(PathBuf);

impl TemporaryHome {
    pub(crate) fn new(wk_launch: PathBuf) -> Self {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let number = COUNT.fetch_add(1, Ordering::Relaxed);
        let folder = Folder(PathBuf::from(format!("{}{number}", Self::beginning())));
        Self { folder, wk_launch, layers: true }
    }

    pub(crate) fn get(&self) -> Home {
        let (folder, wk_launch) = (self.folder.0.clone(), self.wk_launch.clone());
        Home { folder, wk_launch, storage: Storage::Kept, layers: self.layers }
    }

    /// What the names of the folders of this process begin with.
    fn beginning() -> String {
        env::temp_dir().join(format!("e2e-{}-", process::id())).display().to_string()
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// The name in the environment of all that a test process starts.
pub(crate) const RUN: &str = "E2E_RUN";

/// Ends what carries the name of this run once its standard input closes, which is when this process ends, however it does.
/// Nobody drops the browsers that wait at that time.
const REAPER: &str = "cat > /dev/null
for process in /proc/[0-9]*; do
  tr '\\0' '\\n' < \"$process/environ\" 2> /dev/null | grep -qx \"$1=$2\" && kill -9 \"${process#/proc/}\"
done
rm -rf \"$3\"*";

fn ends_with_this_process() -> Result<()> {
    static REAPING: OnceLock<Option<Child>> = OnceLock::new();
    let start = || {
        let mut reaper = Command::new("sh");
        reaper.args(["-c", REAPER, "reaper", RUN, &process::id().to_string()]).arg(TemporaryHome::beginning());
        reaper.stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::null()).spawn().ok()
    };
    match REAPING.get_or_init(start) {
        Some(_) => Ok(()),
        None => bail!("nothing would end the browsers that wait"),
    }
}
