//! What the person is told once, with the way back where there is one.

use super::saving::Fault;
use crate::domain::assessment::{Evidence, NextStep, RequirementId};

/// A notice on the screen.
#[derive(Clone, Debug, PartialEq)]
pub struct Notice {
    /// Its number in this session.
    pub id: u32,
    /// What it says.
    pub kind: NoticeKind,
    /// What takes it back, if anything does.
    pub undo: Option<Undo>,
}

/// What a notice says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NoticeKind {
    /// A draft of that unit was deleted.
    DraftDeleted(String),
    /// An entry of the register was removed, which so many requirements used.
    EvidenceRemoved(String, usize),
    /// A next step was removed.
    StepRemoved,
    /// The file of that name was written, at `hh:mm dd/mm/yyyy`.
    Exported(String, String),
    /// The page around the element has taken the file of that name, at `hh:mm dd/mm/yyyy`.
    Taken(String, String),
    /// The page around the element did not take the file, for the reason that it gives.
    ExportDeclined(String),
    /// The page around the element refused a file to be imported, for the reason that it gives.
    FileDeclined(String),
    /// The browser refused to hand out the file.
    ExportFailed,
    /// The file is larger than an import takes.
    ExportOversize,
    /// A file of that unit was taken in as a new draft.
    Imported(String),
    /// A file of that unit has replaced its draft.
    Replaced(String),
    /// Another tab had saved the draft of that unit; this tab's text went on as a copy.
    Forked(String),
    /// One of the two stores refuses; the other holds.
    OneStoreOnly(Fault),
    /// So many stored records cannot be read; they were left where they are.
    Unreadable(usize),
    /// A draft was started from an earlier one of that unit.
    StartedFrom(String),
}

impl NoticeKind {
    /// Whether it speaks of something that went wrong.
    #[must_use]
    pub fn is_alarm(&self) -> bool {
        matches!(
            self,
            Self::ExportDeclined(_)
                | Self::FileDeclined(_)
                | Self::ExportFailed
                | Self::ExportOversize
                | Self::Forked(_)
                | Self::OneStoreOnly(_)
                | Self::Unreadable(_)
        )
    }
}

/// How a change is taken back.
#[derive(Clone, Debug, PartialEq)]
pub enum Undo {
    /// Shows the deleted draft again.
    Restore(String),
    /// Puts the draft (first) back in the place of the one that replaced it (second).
    Unreplace(String, String),
    /// Puts the step back at its place.
    Step(String, RequirementId, usize, NextStep),
    /// Puts the entry back at its place, and under the requirements that used it.
    Evidence(String, usize, Evidence, Vec<RequirementId>),
}
