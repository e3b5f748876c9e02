//! Counts the results of the runs.

use super::{
    MOST_LOST_MS, milliseconds,
    story::{Story, Verdict},
};
use std::{fmt, time::SystemTime};

/// The results of all runs.
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
pub(super) struct KeptDraft {
    /// The text of the field, as the page shows it; nothing where no store has anything of the draft.
    pub(super) text: Option<String>,
    /// What is wrong with everything else.
    pub(super) damage: Option<String>,
    /// The stores' generations, for the line of the run.
    pub(super) generations: String,
}

impl Summary {
    /// Counts a run, and reports its result.
    pub(super) fn add(&mut self, story: &Story, found: &KeptDraft, ended: SystemTime) -> String {
        let (before, keys) = (self.faults.len(), story.keys());
        self.runs += 1;
        self.keys += keys;
        self.promises += story.promises();
        let Some(text) = &found.text else { return self.add_gone(story) };
        let verdict = story.judge(text, milliseconds(ended));
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
            Verdict::Torn => self.faults.push(format!("{line}, which holds {text:?}")),
        }
        if let Some(damage) = &found.damage {
            self.faults.push(format!("{line}, {damage}"));
        }
        let is_torn = verdict == Verdict::Torn || found.damage.is_some();
        self.torn += u32::from(is_torn);
        if self.faults.len() > before { format!("WRONG {line}") } else { line }
    }

    /// The draft itself was called saved as it was begun.
    fn add_gone(&mut self, story: &Story) -> String {
        self.broken_promises += 1;
        let line = format!("{} keys, {} promises: the draft is gone", story.keys(), story.promises());
        self.faults.push(line.clone());
        format!("WRONG {line}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::time::{Duration, UNIX_EPOCH};

    fn counted(text: Option<&str>) -> Summary {
        let mut story = Story::begins("a".into());
        story.key('b', 1000);
        story.key('c', 1200);
        let mut summary = Summary::default();
        let found = KeptDraft { text: text.map(str::to_owned), damage: None, generations: String::new() };
        summary.add(&story, &found, UNIX_EPOCH + Duration::from_millis(1600));
        summary
    }

    #[test]
    fn each_kind_of_loss_is_counted_as_what_it_is() {
        let told = |text| {
            let summary = counted(text);
            (summary.most_lost_ms, summary.lost_too_much, summary.torn, summary.broken_promises, summary.is_clean())
        };
        assert_eq!(told(Some("abc")), (0, 0, 0, 0, true));
        assert_eq!(told(Some("ab")), (400, 0, 0, 0, true));
        assert_eq!(told(Some("a")), (600, 1, 0, 0, false));
        assert_eq!(told(Some("ac")), (0, 0, 1, 0, false));
        assert_eq!(told(None), (0, 0, 0, 1, false));
    }
}
