//! Waiting for a state by looking again and again, never for a fixed time.

use anyhow::{Result, bail};
use std::{
    cell::Cell,
    fmt::Display,
    time::{Duration, Instant},
};

/// How long a state may take to come about, unless a test asks for [`wait_up_to`] more.
pub const DEADLINE: Duration = Duration::from_secs(10);

thread_local! {
    /// A test stays on one thread, and so do all its waits.
    static PATIENCE: Cell<Duration> = const { Cell::new(DEADLINE) };
}

/// From here to the end of the test, a state may take as long as this, also one that is being waited for.
pub fn wait_up_to(patience: Duration) {
    PATIENCE.set(patience);
}

/// The time between two looks: the longer something has not come about, the longer. Each look costs the page some of the time that it
/// needs for what is waited for.
fn pause_after(elapsed: Duration) -> Duration {
    (elapsed / 8).clamp(Duration::from_millis(30), Duration::from_millis(200))
}

/// What one look found.
#[derive(Debug)]
pub enum Look<T> {
    /// What was looked for.
    Found(T),
    /// Something else, told for the error.
    NotYet(String),
}

/// Looks until `look` finds something. The error says what was wanted and what was there last.
pub async fn until<T>(wanted: impl Display, mut look: impl AsyncFnMut() -> Result<Look<T>>) -> Result<T> {
    let start = Instant::now();
    loop {
        match look().await? {
            Look::Found(found) => return Ok(found),
            Look::NotYet(seen) if start.elapsed() > PATIENCE.get() => {
                bail!("waited {} s for {wanted}\nbut there was: {seen}", start.elapsed().as_secs())
            }
            Look::NotYet(_) => tokio::time::sleep(pause_after(start.elapsed())).await,
        }
    }
}

/// Looks until `holds` is true.
///
/// ```no_run
/// # async fn example(page: &e2e::Page) -> anyhow::Result<()> {
/// use e2e::prelude::*;
/// eventually("three cards", async || Ok(page.all_by_role("article", any()).await?.len() == 3)).await
/// # }
/// ```
pub async fn eventually(wanted: impl Display, mut holds: impl AsyncFnMut() -> Result<bool>) -> Result<()> {
    until(wanted, async || Ok(if holds().await? { Look::Found(()) } else { Look::NotYet("something else".into()) }))
        .await
}
