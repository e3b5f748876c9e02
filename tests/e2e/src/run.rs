//! One test from the start of its browser to the evidence of its failure.

use crate::{DEADLINE, Engine, Page, Server, paths, pool::Browser, product, wait_up_to};
use anyhow::{Context, Error, Result, anyhow, bail};
use std::{
    any::Any,
    env, fmt, fs,
    future::{Future, poll_fn},
    io::Write as _,
    panic::{AssertUnwindSafe, catch_unwind, resume_unwind},
    path::PathBuf,
    pin::pin,
    time::{Duration, Instant},
};
use tokio::{runtime, sync::Semaphore, time::timeout};

/// More browsers at a time than this are slower than one after another on a machine of two cores.
static PLACES: Semaphore = Semaphore::const_new(2);

/// Far beyond what any test takes; a browser that hangs must not hold up the rest.
const AT_MOST: Duration = Duration::from_secs(360);

/// How long the collecting of evidence may take, of a page that may hang.
const EVIDENCE_AT_MOST: Duration = Duration::from_secs(15);

/// What the macro [`tests!`](crate::tests) knows about a test.
#[derive(Clone, Copy, Debug)]
pub struct Case {
    /// Its path, the program of the test first, such as `browsers::page::chromium::opens`.
    pub path: &'static str,
    /// The engine that it runs in.
    pub engine: Engine,
    /// What to serve.
    pub site: Site,
    /// The program that starts WebKit, which cargo names to tests alone.
    pub wk_launch: &'static str,
}

/// What a test has served.
#[derive(Clone, Copy, Debug)]
pub enum Site {
    /// The built product.
    Product,
    /// The build of it with failpoints.
    Failpoints,
    /// The applications with the npm package in them.
    Packaged,
    /// A folder, relative to this package.
    Folder(&'static str),
}

/// How a test ended short of success.
enum Failure {
    Error(Error),
    Panic(Box<dyn Any + Send>),
}

/// Why a test failed, as the test runner shows it: without the frames of the runtime.
pub struct Failed(String);

impl fmt::Debug for Failed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Runs a test with a page of its own; [`tests!`](crate::tests) calls it.
pub fn run(case: Case, test: impl AsyncFn(&mut Page) -> Result<()>) -> Result<(), Failed> {
    in_a_browser(case, test).map_err(|error| Failed(format!("{error:#}")))
}

fn in_a_browser(case: Case, test: impl AsyncFn(&mut Page) -> Result<()>) -> Result<()> {
    let runtime = runtime::Builder::new_current_thread().enable_all().build()?;
    runtime.block_on(async {
        let _place = PLACES.acquire().await?;
        wait_up_to(DEADLINE);
        let mut ended = once(&case, &test, "").await?;
        if let Err(failure) = &ended
            && case.gets_a_second_try()
        {
            note_unsteady(&case, failure)?;
            wait_up_to(DEADLINE);
            ended = once(&case, &test, "-again").await?;
        }
        match ended {
            Ok(()) => Ok(()),
            Err(Failure::Error(error)) => Err(error),
            Err(Failure::Panic(panic)) => resume_unwind(panic),
        }
    })
}

/// One try, in a browser of its own. An error of the outer kind says that there could be none.
async fn once(case: &Case, test: impl AsyncFn(&mut Page) -> Result<()>, try_name: &str) -> Result<Result<(), Failure>> {
    let start = Instant::now();
    let server = Server::serve(site(case)?)?;
    let browser = if case.wants_a_new_browser() {
        Browser::of_its_own(case.engine, case.wk_launch).await
    } else {
        Browser::any(case.engine, case.wk_launch).await
    };
    // In this order: the page ends its browser before the folder goes.
    let (seat, mut page) = match browser {
        Ok(browser) => browser.open(server),
        Err(error) => return Ok(Err(Failure::Error(error))),
    };
    let started = start.elapsed();
    let ended = timeout(AT_MOST, attempt(test, &mut page)).await;
    let ended = ended.unwrap_or_else(|_| Err(Failure::Error(anyhow!("took more than {} s", AT_MOST.as_secs()))));
    let (whole, started) = (start.elapsed().as_secs_f32(), started.as_secs_f32());
    println!("{}: {whole:.1} s, of which {started:.1} s start", case.name());
    note("durations.txt", &format!("{whole:.1} s, start {started:.1} s, {}\n", case.name()))?;
    let Err(failure) = ended else {
        seat.leave(page).await;
        return Ok(Ok(()));
    };
    let evidence = paths::output(&format!("failures/{}{try_name}/error.txt", case.name().replace("::", "-")))?;
    let kept = timeout(EVIDENCE_AT_MOST, keep_evidence(&page, &evidence, &failure)).await;
    if !matches!(kept, Ok(Ok(()))) {
        println!("the evidence is incomplete: {kept:?}");
    }
    let evidence = format!("evidence: {}", evidence.with_file_name("").display());
    Ok(Err(match failure {
        Failure::Error(error) => Failure::Error(anyhow!("{error:#}\n{evidence}")),
        panic @ Failure::Panic(_) => {
            println!("{evidence}");
            panic
        }
    }))
}

impl Case {
    /// What the test is called by the runner.
    fn name(&self) -> &'static str {
        self.path.split_once("::").map_or(self.path, |(_, name)| name)
    }

    /// What is about the browser itself, its end, its profile or its memory, has one that no test has had.
    fn wants_a_new_browser(&self) -> bool {
        const ABOUT_IT: [&str; 10] = [
            "contexts::",
            "first_visit::",
            "harness::",
            "leaving::",
            "memory::",
            "offline::",
            "review::",
            "saving::",
            "stale::",
            "torture::",
        ];
        ABOUT_IT.iter().any(|file| self.name().starts_with(file))
    }

    /// Browsers stumble now and then on a machine that has much to do, so the run of all tests tries such a test once
    /// more, and says so. What is about losing words must hold at the first try: a loss now and then is a loss.
    fn gets_a_second_try(&self) -> bool {
        let is_of_saving = ["saving::", "stopping::", "torture::"].iter().any(|file| self.name().starts_with(file));
        env::var_os("E2E_SECOND_TRY").is_some() && !is_of_saving
    }
}

/// Adds the failure to the list that the run of all tests prints at its end.
fn note_unsteady(case: &Case, failure: &Failure) -> Result<()> {
    let told = failure.told().lines().collect::<Vec<_>>().join(" / ");
    note("unsteady.txt", &format!("{}: {told}\n", case.name()))
}

/// Adds a line to one of the lists of a run.
fn note(list: &str, line: &str) -> Result<()> {
    let mut file = fs::OpenOptions::new().create(true).append(true).open(paths::output(list)?)?;
    file.write_all(line.as_bytes()).with_context(|| format!("cannot write {list}"))
}

impl Failure {
    fn told(&self) -> String {
        match self {
            Failure::Error(error) => format!("{error:#}"),
            Failure::Panic(panic) => panic
                .downcast_ref::<String>()
                .cloned()
                .or_else(|| panic.downcast_ref::<&str>().map(|text| (*text).to_owned()))
                .unwrap_or_default(),
        }
    }
}

fn site(case: &Case) -> Result<PathBuf> {
    match case.site {
        Site::Folder(folder) => Ok(PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(folder)),
        Site::Failpoints => paths::failpoints(),
        Site::Packaged => paths::packaged(),
        Site::Product => paths::dist(),
    }
}

async fn attempt(test: impl AsyncFn(&mut Page) -> Result<()>, page: &mut Page) -> Result<(), Failure> {
    match caught(test(page)).await {
        Ok(Ok(())) => nothing_went_wrong(page).await.map_err(Failure::Error),
        Ok(Err(error)) => Err(Failure::Error(error)),
        Err(panic) => Err(Failure::Panic(panic)),
    }
}

/// The future's output, or what it panicked with (an `assert!` of a test).
async fn caught<T>(future: impl Future<Output = T>) -> Result<T, Box<dyn Any + Send>> {
    let mut future = pin!(future);
    poll_fn(|context| match catch_unwind(AssertUnwindSafe(|| future.as_mut().poll(context))) {
        Ok(poll) => poll.map(Ok),
        Err(panic) => std::task::Poll::Ready(Err(panic)),
    })
    .await
}

async fn nothing_went_wrong(page: &Page) -> Result<()> {
    let problems = page.problems().await?;
    if !problems.is_empty() {
        bail!("the test went through, but:\n{}", problems.join("\n"));
    }
    Ok(())
}

/// Leaves beside `error.txt`: a picture, the address, the roles and names, the log, the requests, the driver's output.
async fn keep_evidence(page: &Page, error: &std::path::Path, failure: &Failure) -> Result<()> {
    let keep = |name: &str, text: String| fs::write(error.with_file_name(name), text).context("cannot write evidence");
    keep("error.txt", failure.told())?;
    keep("driver.txt", page.session.output())?;
    let requests = page.server.requests();
    keep("requests.txt", requests.iter().map(|asked| format!("{} {}\n", asked.status, asked.path)).collect())?;
    keep("log.txt", page.log().await?.join("\n"))?;
    keep("address.txt", page.session.web.current_url().await?.to_string())?;
    keep("roles.txt", page.roles().await?.join("\n"))?;
    // A page that keeps nothing has none.
    let records = product::records(page).await.unwrap_or_default();
    keep(
        "records.txt",
        records.iter().map(|record| format!("{} {} {}\n", record.store, record.id, record.text)).collect(),
    )?;
    fs::write(error.with_file_name("page.png"), page.session.web.screenshot_as_png().await?)?;
    Ok(())
}
