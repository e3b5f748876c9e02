//! What came of the runs, counted.

use super::{
    MOST_LOST_MS, milliseconds,
    story::{Story, Verdict},
};
use std::{fmt, time::SystemTime};

/// What came of all runs.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Summary {
    /// The browser, with its version.
    pub browser: String,
    /// How many runs there were.
    pub runs: u32,
    /// How many keys were typed in all of them.
    pub keys: usize,
    /// How often a page said that all is saved.
    pub promises: usize,
    /// The greatest loss of a run, in milliseconds of typing.
    pub most_lost_ms: u64,
    /// How many runs lost more than [`MOST_LOST_MS`].
    pub lost_too_much: u32,
    /// How many runs left a draft that was never typed so.
    pub torn: u32,
    /// How many runs lost what the page had called saved.
    pub broken_promises: u32,
    /// A line for each run that went wrong.
    pub faults: Vec<String>,
}

impl Summary {
    /// Whether every promise was kept.
    pub fn is_clean(&self) -> bool {
        self.faults.is_empty()
    }
}

impl fmt::Display for Summary {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { browser, runs, keys, promises, most_lost_ms, lost_too_much, torn, broken_promises, .. } = self;
        write!(
            f,
            "{browser}: {runs} runs, {keys} keys, greatest loss {most_lost_ms} ms ({lost_too_much} over {MOST_LOST_MS} ms), \
             torn {torn}, broken \"Đã lưu\" {broken_promises} of {promises}"
        )
    }
}

/// What a browser has kept of a draft.
pub(super) struct Found {
    /// The text of the field, as the page shows it.
    pub(super) text: String,
    /// What is wrong with everything else.
    pub(super) damage: Option<String>,
    /// The stores' generations, for the line of the run.
    pub(super) generations: String,
    /// Whether no store has anything of the draft.
    pub(super) is_gone: bool,
}

impl Summary {
    /// Counts a run, and says what came of it.
    pub(super) fn add(&mut self, story: &Story, found: &Found, ended: SystemTime) -> String {
        let (before, keys) = (self.faults.len(), story.keys());
        self.runs += 1;
        self.keys += keys;
        self.promises += story.promises();
        let verdict = story.judge(&found.text, milliseconds(ended));
        let line = format!("{keys} keys, {} promises, {}: {verdict:?}", story.promises(), found.generations);
        match verdict {
            Verdict::Kept { lost_ms, breaks_promise } => {
                self.most_lost_ms = self.most_lost_ms.max(lost_ms);
                self.lost_too_much += u32::from(lost_ms > MOST_LOST_MS);
                self.broken_promises += u32::from(breaks_promise);
                if lost_ms > MOST_LOST_MS || breaks_promise {
                    self.faults.push(line.clone());
                }
            }
            Verdict::Torn => self.faults.push(format!("{line}, which holds {:?}", found.text)),
        }
        if let Some(damage) = &found.damage {
            self.faults.push(format!("{line}, {damage}"));
        }
        let is_torn = verdict == Verdict::Torn || found.damage.is_some();
        self.torn += u32::from(is_torn);
        if self.faults.len() > before { format!("WRONG {line}") } else { line }
    }
}
