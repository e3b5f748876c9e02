//! Notices: what the person is told once, with undo where that is possible.

use domain::assessment::{Assessment, Evidence, NextStep, Proposal, RequirementId};
use exchange::remark::Remark;
use std::rc::Rc;
use storage::StoreFault;

/// A notice on the screen.
#[derive(Clone, Debug, PartialEq)]
pub struct Notice {
    /// Its number in this session.
    pub id: u32,
    /// What the notice tells the person.
    pub kind: NoticeKind,
    /// How to undo it, if that is possible.
    pub undo: Option<Undo>,
}

/// What a notice says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NoticeKind {
    /// A draft of that unit was deleted.
    DraftDeleted(String),
    /// An entry of the register was removed that this many requirements used.
    EvidenceRemoved(String, usize),
    /// A next step was removed.
    StepRemoved,
    /// A proposal was removed.
    ProposalRemoved,
    /// Everything was saved, at `hh:mm`, as the person had asked.
    Saved(String),
    /// The file of that name was written, at `hh:mm dd/mm/yyyy`.
    Exported(String, String),
    /// The page around the element has taken the file of that name, at `hh:mm dd/mm/yyyy`.
    Taken(String, String),
    /// The page around the element did not take the file, for the reason that it gives.
    ExportDeclined(String),
    /// The page around the element refused a file to be imported, for the reason that it gives.
    FileDeclined(String),
    /// The browser refused to download the file.
    ExportFailed,
    /// The file is larger than an import accepts.
    ExportOversize,
    /// A file of that unit was taken in as a new draft.
    Imported(String),
    /// A file of that unit has replaced its draft.
    Replaced(String),
    /// A file of that unit was merged into its draft, at that many places.
    Merged(String, usize),
    /// Remarks on the draft of that unit were taken in; that many wait for an answer.
    Returned(String, usize),
    /// What could be read of a damaged file of that unit was taken in as a new draft.
    Salvaged(String),
    /// The file of that name has some requirements of a draft.
    PortionExported(String),
    /// Another tab had saved the draft of that unit; this tab's text went on as a copy.
    Forked(String),
    /// One of the two stores refuses; the other works.
    OneStoreOnly(StoreFault),
    /// That many stored records cannot be read; they were left where they are.
    Unreadable(usize),
    /// One of the two stores had lost its record of this many drafts; it is written again from the other.
    Healed(usize),
    /// A damaged record of a draft of that unit could be read in part; it was opened as a copy.
    Recovered(String),
    /// Two windows had gone separate ways when the browser ended: the second one's state of that unit's draft became a copy.
    Parted(String),
    /// That many drafts were written by a newer version of the product.
    Newer(usize),
    /// A draft was started from an earlier one of that unit.
    StartedFrom(String),
    /// Something about the history of a draft, or its removal.
    Past(PastNotice),
}

/// What a notice says about the history of a draft, its removal, and what comes back or does not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PastNotice {
    /// The state of that time was restored.
    Restored(String),
    /// Nothing of that unit's draft is left on this machine; this many other drafts of the unit are.
    Removed(String, usize),
    /// Another window has saved that unit's draft since it was exported here: nothing was removed.
    RemovalStopped(String),
    /// A store refuses to remove that unit's draft, or to be read: something may be left in it.
    RemovalIncomplete(String),
    /// The journal cannot be reached now: nothing of that unit's draft was removed.
    NothingRemoved(String),
    /// The journal, which had not answered at first, has this many drafts that were not shown before.
    Found(usize),
    /// What was to be undone is already there again.
    UndoPassed,
}

impl NoticeKind {
    /// Whether it reports that something went wrong.
    #[must_use]
    pub fn is_alarm(&self) -> bool {
        matches!(
            self,
            Self::ExportDeclined(_)
                | Self::FileDeclined(_)
                | Self::Salvaged(_)
                | Self::ExportFailed
                | Self::ExportOversize
                | Self::Forked(_)
                | Self::OneStoreOnly(_)
                | Self::Unreadable(_)
                | Self::Past(
                    PastNotice::RemovalStopped(_)
                        | PastNotice::RemovalIncomplete(_)
                        | PastNotice::NothingRemoved(_)
                        | PastNotice::UndoPassed
                )
                | Self::Recovered(_)
                | Self::Parted(_)
                | Self::Newer(_)
        )
    }
}

/// How a change is undone.
#[derive(Clone, Debug, PartialEq)]
pub enum Undo {
    /// Shows the deleted draft again.
    Restore(String),
    /// Replaces the second draft with the first, which it had replaced.
    Unreplace(String, String),
    /// Restores the assessment that the draft had before a merge, which resulted in that revision.
    Unmerge(String, u32, Box<Assessment>),
    /// Puts the step back at its place.
    Step(String, RequirementId, usize, NextStep),
    /// Puts the proposal back at its place.
    Proposal(String, usize, Proposal),
    /// Puts the entry back at its place, and under the requirements that used it.
    Evidence(String, usize, Evidence, Vec<RequirementId>),
    /// Restores the remarks (first) that a file had replaced with others (second).
    Remarks(String, Rc<Vec<Remark>>, Rc<Vec<Remark>>),
    /// Restores that content of the draft.
    Content(String, Box<Assessment>),
}

impl Undo {
    /// The drafts that it changes.
    pub(super) fn drafts_mut(&mut self) -> (&mut String, Option<&mut String>) {
        match self {
            Self::Unreplace(old, new) => (old, Some(new)),
            Self::Restore(draft)
            | Self::Unmerge(draft, ..)
            | Self::Remarks(draft, ..)
            | Self::Content(draft, _)
            | Self::Step(draft, ..)
            | Self::Proposal(draft, ..)
            | Self::Evidence(draft, ..) => (draft, None),
        }
    }

    /// Whether it changes that draft.
    pub(super) fn is_about(&self, id: &str) -> bool {
        match self {
            Self::Unreplace(old, new) => old == id || new == id,
            Self::Restore(draft)
            | Self::Unmerge(draft, ..)
            | Self::Remarks(draft, ..)
            | Self::Content(draft, _)
            | Self::Step(draft, ..)
            | Self::Proposal(draft, ..)
            | Self::Evidence(draft, ..) => draft == id,
        }
    }
}
