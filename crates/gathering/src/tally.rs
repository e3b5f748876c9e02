//! How many things had which outcome. The sum is the number of lines.

use crate::line::{Line, Outcome};

/// Lines by what became of them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// All of them.
    pub lines: u32,
    /// Containers, whose members have lines of their own.
    pub containers: u32,
    /// Lines that stand for skipped files.
    pub skipped: u32,
    /// Files that are held.
    pub held: u32,
    /// Things kept unread.
    pub unread: u32,
    /// Files put aside.
    pub aside: u32,
    /// Things refused.
    pub refused: u32,
    /// Assessments in the files that are held; no part of the sum.
    pub assessments: u32,
    /// Files that the skipped lines stand for; no part of the sum.
    pub skipped_files: u32,
}

impl Tally {
    /// Counts a line.
    pub fn add(&mut self, line: &Line) {
        self.lines += 1;
        match &line.outcome {
            Outcome::Container { .. } => self.containers += 1,
            Outcome::Skipped { files, .. } => {
                self.skipped += 1;
                self.skipped_files = self.skipped_files.saturating_add(*files);
            }
            Outcome::Held { assessments, .. } => {
                self.held += 1;
                let count = u32::try_from(assessments.len()).unwrap_or(u32::MAX);
                self.assessments = self.assessments.saturating_add(count);
            }
            Outcome::KeptUnread(_) => self.unread += 1,
            Outcome::Aside { .. } => self.aside += 1,
            Outcome::Refused { .. } => self.refused += 1,
        }
    }
}
