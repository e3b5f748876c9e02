//! What happens, and what is asked of the browser in return.

use super::host::{Host, Told};
use super::model::Lang;
use super::route::Route;
use super::saving::Report;
use crate::domain::assessment::{Assessment, RequirementId, SelfRating, Status, UnitRef};
use crate::domain::date::Moment;
use crate::domain::field::Field;
use crate::exchange::record::ExportMark;

/// The wall clock as a message finds it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Clock {
    /// Now.
    pub now: Moment,
    /// How many minutes local time is ahead of UTC.
    pub offset_minutes: i32,
}

/// What happened.
#[derive(Clone, Debug, PartialEq)]
pub enum Msg {
    /// The stores were read.
    Loaded(Loaded),
    /// What the page around the element asks for has changed.
    Host(Host),
    /// Goes to the task or requirement of that id.
    GoTo(String),
    /// Writes whatever is not on disk now.
    Flush,
    /// The person goes to a view.
    Go(Route),
    /// The browser's address has changed (Back, Forward, a link from elsewhere).
    Arrived(Route),
    /// The language was switched.
    SetLang(Lang),
    /// The unit that the directive is read as.
    ChooseUnit(UnitRef),
    /// A new draft for the unit.
    StartDraft(UnitRef),
    /// A new draft that keeps evidence and unfinished next steps of an earlier one.
    StartFrom(String),
    /// Opens the unit's draft at a task, starting one if it has none.
    AssessTask(String),
    /// Opens the sample as a draft.
    OpenSample,
    /// Deletes a draft; it can be restored.
    DeleteDraft(String),
    /// Shows a deleted draft again.
    RestoreDraft(String),
    /// Removes a deleted draft from every store.
    PurgeDraft(String),
    /// A draft was edited.
    Edit(String, Edit),
    /// The person has left the field that was being typed in.
    Left,
    /// The draft's save is due.
    SaveDue(String),
    /// The stores answered a write.
    Written(String, WriteOutcome),
    /// The page is hidden or left: whatever is not on disk goes into the mirror at once.
    Hidden,
    /// Exports a draft.
    Export(String),
    /// Exports a draft within a copy of the page, which shows it as the document that is on the screen.
    SavePage(String),
    /// The export ended.
    Exported(String, ExportOutcome),
    /// A file was read that the person chose or dropped.
    FileRead(String, Vec<u8>),
    /// A file was refused unread, for its size in bytes.
    FileTooLarge(String, u64),
    /// A file could not be read from the disk.
    FileUnreadable(String),
    /// The page around the element refused a file, for the reason that it gives.
    FileDeclined(String),
    /// The browser refused to hand out a file.
    DownloadRefused,
    /// What to do with the file under review.
    Import(ImportChoice),
    /// The person has read a notice.
    Dismiss(u32),
    /// Takes back what a notice tells of.
    Undo(u32),
    /// Moves the focus to the element of that id in the view that is shown; one that takes no focus is brought into sight.
    Focus(String),
    /// Moves the focus to the element of that id, in whichever view it is.
    Follow(crate::domain::field::Place),
    /// Saves a stored record that cannot be read as a file.
    DownloadDamaged(usize),
    /// Prints what is on the screen.
    Print,
}

/// An edit of a draft.
#[derive(Clone, Debug, PartialEq)]
pub enum Edit {
    /// Text was typed into a field.
    Text(Field, String),
    /// A status was chosen, or taken back to unanswered.
    Status(RequirementId, Option<Status>),
    /// The unit takes part in a task that is out of its scope, or no longer.
    OptIn(String, bool),
    /// A new, empty next step.
    AddStep(RequirementId),
    /// Removes a next step.
    RemoveStep(RequirementId, String),
    /// A new, empty entry of the register, picked for the requirement if one is named.
    AddEvidence(Option<RequirementId>),
    /// Removes an entry of the register.
    RemoveEvidence(String),
    /// Picks an entry for a requirement, or no longer.
    Pick(RequirementId, String, bool),
    /// The self-rating.
    SelfRating(SelfRating),
    /// Another unit; the answers stay.
    Unit(UnitRef),
}

/// What the stores had when the product started.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Loaded {
    /// Bits that are random enough to make ids unique among tabs and machines.
    pub seed: u64,
    /// The stored records of all drafts.
    pub records: Vec<StoredRecord>,
    /// Whether each store can be read.
    pub report: Option<Report>,
    /// The settings as saved by [`Effect::SaveSettings`].
    pub settings: Option<String>,
}

/// What the stores had of one draft.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct StoredRecord {
    /// The draft's id.
    pub id: String,
    /// The journal's generation and text.
    pub journal: Option<(u64, String)>,
    /// The mirror's text.
    pub mirror: Option<String>,
}

/// How a write ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum WriteOutcome {
    /// Each store has answered.
    Answered(Report),
    /// The journal holds a generation that this tab has not seen, with that text; nothing was written.
    Conflict(u64, String),
}

/// How an export ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ExportOutcome {
    /// The browser took the file.
    Done {
        /// Which file, when.
        mark: ExportMark,
        /// Whether it is larger than an import takes.
        oversize: bool,
    },
    /// The page around the element has taken the file.
    Taken(ExportMark),
    /// The page around the element was to take the file and did not, for the reason that it gives.
    Declined(String),
    /// The browser refused it.
    Failed,
}

/// What to do with the file under review.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ImportChoice {
    /// As a new draft beside those that are there.
    Add,
    /// In the place of the unit's draft, which can be restored.
    Replace,
    /// Nothing.
    Cancel,
}

/// What is asked of the browser.
#[derive(Clone, Debug, PartialEq)]
pub enum Effect {
    /// Puts the address of that view into the browser's history.
    Navigate(Route),
    /// Moves the focus to that element once it is drawn; one that takes no focus is brought into sight.
    Focus(String),
    /// Sends [`Msg::SaveDue`] after so many milliseconds; an earlier one of the same draft is dropped.
    SaveTimer(String, u32),
    /// Writes a draft into both stores, where the journal still has the expected generation (0: none), reads it back, and
    /// answers with [`Msg::Written`].
    Write {
        /// The draft.
        id: String,
        /// The generation that the journal must still have.
        expected: u64,
        /// The generation of the text.
        generation: u64,
        /// The record.
        text: String,
    },
    /// Writes a draft into the mirror before this call returns; there may be no later. Where the mirror has that
    /// generation or a higher one already, another window wrote it: then the text goes under [`aside_id`].
    Mirror {
        /// The draft.
        id: String,
        /// The generation of the text.
        generation: u64,
        /// The record.
        text: String,
    },
    /// Removes every record of a draft.
    Remove(String),
    /// Keeps a copy of a record that cannot be read, before its place is written again.
    Quarantine(String, String),
    /// Keeps the settings.
    SaveSettings(String),
    /// Hands out the file of an assessment and answers with [`Msg::Exported`].
    Export(String, Box<Assessment>),
    /// The same, within a copy of the page: its document is the one that is drawn now.
    SavePage(String, Box<Assessment>),
    /// Hands out a text as a file.
    Download(String, String),
    /// Tells the page around the element.
    Tell(Told),
    /// Opens the browser's print dialogue.
    Print,
}

/// The id under which a window puts what it could not put in its draft's place: a draft of its own at the next start.
#[must_use]
pub fn aside_id(id: &str) -> String {
    [id, "-2"].concat()
}
