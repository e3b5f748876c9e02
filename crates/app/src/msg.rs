//! The messages that reach the model, and the effects that it asks for in return.

use super::board::ShownBoard;
use super::host::{Host, HostEvent};
use super::report::ShownReport;
use super::review::Review;
use super::route::Route;
use super::space::Space;
use domain::assessment::{Assessment, RequirementId, SelfRating, Status, UnitRef};
use domain::date::Moment;
use domain::field::Field;
use domain::lang::Lang;
use exchange::merge::{MergeChoice, MergePart};
use exchange::record::ExportMark;
use exchange::zip::Content;
use storage::{Doomed, Loaded, RemovalOutcome, StoredRecord, Write, WriteOutcome};

/// The wall clock as a message finds it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Clock {
    /// The moment at which the message arrives.
    pub now: Moment,
    /// How many minutes local time is ahead of UTC.
    pub offset_minutes: i32,
}

/// What happened: a person did something, a store answered, time passed.
#[derive(Clone, Debug, PartialEq)]
pub enum Msg {
    /// The stores were read.
    Loaded(Loaded),
    /// They were read again, since the journal had not answered.
    ReadAgain(Loaded),
    /// What the page around the element asks for has changed.
    Host(Host),
    /// Goes to the task or requirement of that id.
    GoTo(String),
    /// Writes whatever is not on disk now.
    Flush,
    /// The same, by the person, who wants to hear of it.
    SaveNow,
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
    /// What is to be kept of the report of that draft, over what was kept before; an empty text keeps nothing.
    KeepReport(String, String, String),
    /// The person has come into a field of a draft.
    Entered(String, Field),
    /// The person has left the field.
    Left,
    /// The draft's save is due.
    SaveDue(String),
    /// The stores answered the write of that number of a draft.
    Written(String, u64, WriteOutcome),
    /// What the stores have of a draft that another window may have written.
    Seen(StoredRecord),
    /// The page is hidden or left: whatever is not on disk goes into the mirror at once.
    Hidden,
    /// Makes a file of the draft of that id.
    Export(String),
    /// Exports these requirements of a draft, for who has another part of it.
    ExportPortion(String, Vec<RequirementId>),
    /// Exports a draft within a copy of the page, which shows it as the document that is on the screen.
    SavePage(String),
    /// The export of that content of a draft ended.
    Exported(String, Box<Assessment>, ExportOutcome),
    /// The export of some requirements ended.
    PortionExported(ExportOutcome),
    /// A file was read that the person chose or dropped.
    FileRead(String, Vec<u8>),
    /// What was read of a file that the page around the element gave, and how many more there was no room for.
    FilesRead(Vec<Review>, usize),
    /// A file was refused unread, for its size in bytes.
    FileTooLarge(String, u64),
    /// A file could not be read from the disk.
    FileUnreadable(String),
    /// A file of an archive was unpacked.
    Unpacked(String, Unpacked),
    /// Lays the other drafts of its unit beside a draft.
    Compare(String),
    /// Shows another of the files under review.
    OpenReview(usize),
    /// What to take at a place where the file and the draft differ; at all of them if no place is named.
    Choose(Option<MergePart>, MergeChoice),
    /// The page around the element refused a file, for the reason that it gives.
    FileDeclined(String),
    /// The browser refused to download a file.
    DownloadRefused,
    /// What to do with the file under review.
    Import(ImportChoice),
    /// The person has read a notice.
    Dismiss(u32),
    /// Undoes what a notice reports.
    Undo(u32),
    /// Moves the focus to the element of that id in the view that is shown; one that takes no focus is brought into sight.
    Focus(String),
    /// Moves the focus to the element of that id, in whichever view it is.
    Follow(domain::field::FormPlace),
    /// Saves a stored record that cannot be read as a file.
    DownloadDamaged(usize),
    /// Prints what is on the screen.
    Print,
    /// The browser has had a turn since [`Effect::NextTurn`].
    DrawMore,
    /// Something of the history of a draft.
    History(HistoryMsg),
    /// Something of a removal from this machine.
    Removal(RemovalMsg),
    /// What the browser says of the place where the drafts are kept.
    Space(Space),
}

/// What happened to the history of a draft.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum HistoryMsg {
    /// The store took the snapshot of that key, or gave its text back.
    Taken(String, Option<String>),
    /// The snapshots of that draft as the store has them: keys and texts.
    Read(String, Vec<(String, String)>),
    /// Replaces the draft's present state with the one in the snapshot of that id.
    Restore(String, String),
}

/// What happened to a removal of a draft from this machine.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RemovalMsg {
    /// Downloads the file of that draft, to remove the draft afterwards.
    Begin(String),
    /// The person has seen the file.
    Confirm,
    /// The person changed their mind: the draft stays.
    Cancel,
    /// The result of the removal in the stores.
    Answered(RemovalOutcome),
    /// The stores answered about a deleted draft that is to be removed for good.
    Purged(String, RemovalOutcome),
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
    /// A new, empty proposal.
    AddProposal,
    /// Removes a proposal.
    RemoveProposal(String),
    /// The level that a proposal goes to, by its id, or empty.
    ProposalTo(String, String),
    /// The level that the unit gives itself.
    SelfRating(SelfRating),
    /// Another unit; the answers stay.
    Unit(UnitRef),
}

/// How an export ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ExportOutcome {
    /// The browser took the file.
    Done {
        /// Which file it was, and when.
        mark: ExportMark,
        /// Whether it is larger than an import accepts.
        oversize: bool,
    },
    /// The page around the element has taken the file.
    Taken {
        /// Which file it was, and when.
        mark: ExportMark,
        /// Whether it is larger than an import accepts.
        oversize: bool,
    },
    /// The page around the element was asked to take the file and did not, for the reason that it gives.
    Declined(String),
    /// The browser refused it.
    Failed,
}

/// How the unpacking of a file ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unpacked {
    /// It was read: these are its bytes.
    Bytes(Vec<u8>),
    /// It does not unpack to what the archive says.
    Broken,
    /// The browser cannot unpack.
    Unsupported,
}

/// What to do with the file under review.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ImportChoice {
    /// As a new draft beside those that are there.
    Add,
    /// Replaces the unit's draft, which can be restored.
    Replace,
    /// Merges into the unit's draft, as chosen for each place; the line goes above what a joined text has from the file.
    Merge(String),
    /// Its remarks into the draft of that id.
    Attach(String),
    /// As an earlier period's, from which a new draft takes the evidence and the unfinished next steps.
    StartFrom,
    /// Leaves the file and the drafts as they are.
    Cancel,
    /// The same, for every file from which nothing can be imported.
    CloseRefused,
}

/// What is asked of the browser.
#[derive(Clone, Debug, PartialEq)]
pub enum Effect {
    /// Puts the address of that view into the browser's history.
    Navigate(Route),
    /// Moves the focus to that element once it is drawn; one that cannot take the focus is scrolled into view.
    Focus(String),
    /// Sends [`Msg::SaveDue`] after that many milliseconds; an earlier timer of the same draft is dropped.
    SaveTimer(String, u32),
    /// Writes a draft into both stores, where no other window has gone ahead, reads it back, and answers with
    /// [`Msg::Written`].
    Write(Write),
    /// Writes a draft into the mirror before this call returns; there may be no later.
    Leave(Write),
    /// Removes every record of a draft, unless a store has a later state of it; answers with [`RemovalMsg::Purged`].
    Remove(Doomed),
    /// Reads what the stores have of a draft, and answers with [`Msg::Seen`].
    Look(String),
    /// Reads the stores again after a while, and answers with [`Msg::ReadAgain`].
    ReadLater,
    /// Keeps the person's settings, beside the drafts.
    SaveSettings(String),
    /// Downloads the file of an assessment, and answers with [`Msg::Exported`].
    Export(String, Box<Assessment>),
    /// Unpacks a file of an archive, to as many bytes as it says and no more, and answers with [`Msg::Unpacked`].
    Unpack {
        /// The name of the file.
        name: String,
        /// The file, still packed.
        content: Content,
    },
    /// The same, within a copy of the page: its document is the one that is drawn now.
    SavePage(String, Box<Assessment>),
    /// Downloads a text as a file.
    Download(String, String),
    /// Tells the page around the element.
    Tell(HostEvent),
    /// Makes the board show that in its view, or nothing once the view was left.
    Board(Option<ShownBoard>),
    /// Makes the report show that in its section, or nothing once the section was left.
    Report(Option<ShownReport>),
    /// Opens the browser's print dialogue.
    Print,
    /// Lets the browser have a turn, and answers with [`Msg::DrawMore`].
    NextTurn,
    /// Keeps a snapshot and removes those that go for it, both or neither; answers with [`HistoryMsg::Taken`].
    Snapshot {
        /// The key of the snapshot.
        key: String,
        /// The record of the state.
        text: String,
        /// The keys of those that go.
        dropped: Vec<String>,
    },
    /// Removes the snapshots of those keys.
    DropSnapshots(Vec<String>),
    /// Reads the snapshots of a draft and answers with [`HistoryMsg::Read`].
    ReadHistory(String),
    /// Removes everything of a draft and of those others from every store, unless a store has a later state of the draft;
    /// answers with [`RemovalMsg::Answered`].
    RemoveAll(Doomed, Vec<Doomed>),
    /// Asks the browser to keep the stores even when the disk is short of room; answers with [`Msg::Space`], or never.
    AskToKeep,
    /// Looks at the room that is left, and answers with [`Msg::Space`].
    LookAtSpace,
}
