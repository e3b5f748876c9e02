//! What was changed in the open gathering since it was opened, and how each change is undone (hoàn tác).

use crate::msg::{Change, SettingsEdit};
use gathering::decisions::Decision;

/// The changes of a gathering that can be taken back, the last first.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Undo {
    done: Vec<Done>,
}

/// What a change was about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Changed {
    /// Whose a file is.
    Unit,
    /// Which files of a unit count.
    Choice,
    /// That a file is left out.
    LeftOut,
    /// When something was received.
    Arrival,
    /// Which signed report a unit sent.
    Report,
    /// A unit's term.
    Term,
    /// What the officer rewrote in the report upwards.
    Rewrite,
    /// The settings of the gathering.
    Settings,
    /// A remark for a unit.
    Remark,
    /// That remarks were sent.
    Sent,
    /// That something was read.
    Read,
    /// What is about an issue.
    Tag,
    /// What goes into the report.
    InReport,
    /// An issue: its wording, its level, that it is there.
    Issue,
    /// That two issues are one.
    Joined,
    /// In which order issues stand.
    Order,
}

/// A change, and what takes it back.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Done {
    pub(crate) what: Changed,
    pub(crate) reverse: Reverse,
}

/// What takes a change back.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Reverse {
    /// The text that a setting had.
    Settings(SettingsEdit),
    /// The decisions, notes or what was rewritten, as they were.
    Records(Vec<Change>),
}

/// So many changes can be taken back.
const MOST: usize = 1000;

impl Undo {
    /// What the last change was about; nothing where there is none to be taken back.
    #[must_use]
    pub fn last(&self) -> Option<Changed> {
        self.done.last().map(|done| done.what)
    }

    pub(crate) fn push(&mut self, what: Changed, reverse: Reverse) {
        if self.done.len() == MOST {
            self.done.remove(0);
        }
        self.done.push(Done { what, reverse });
    }

    pub(crate) fn pop(&mut self) -> Option<Done> {
        self.done.pop()
    }
}

impl Changed {
    /// Whether no number depends on it.
    pub(crate) fn is_noted(self) -> bool {
        use Changed::{InReport, Issue, Joined, Order, Read, Remark, Sent, Tag};
        matches!(self, Remark | Sent | Read | Tag | InReport | Issue | Joined | Order)
    }

    /// What a decision is about; nothing where a newer version wrote it.
    pub(crate) fn of(decision: &Decision) -> Option<Self> {
        let parts = [
            (decision.unit_is.is_some(), Self::Unit),
            (decision.choice.is_some(), Self::Choice),
            (decision.left_out.is_some(), Self::LeftOut),
            (decision.arrival.is_some(), Self::Arrival),
            (decision.report.is_some(), Self::Report),
            (decision.term.is_some(), Self::Term),
        ];
        parts.into_iter().find(|(is_there, _)| *is_there).map(|(_, changed)| changed)
    }
}
