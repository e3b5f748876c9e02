//! The messages that reach the model, and the effects that it asks for in return.

use crate::filter::{FilesFilter, ReadingFilter, RegisterFilter, UnitsFilter};
use crate::intake::Step;
use crate::note::Note;
use crate::place::Place;
use crate::rewrite::Rewrite;
use crate::settings::Settings;
use crate::thing::{Taken, Thing};
use crate::words::{FileId, Words};
use domain::date::Moment;
use domain::lang::Lang;
use exchange::Returned;
use exchange::remark::RemarkField;
use gathering::decisions::Decision;
use gathering::table::{Heading, Table};
use storage::StoreFault;

/// The wall clock as a message finds it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Clock {
    /// The moment at which the message arrives.
    pub now: Moment,
    /// How many minutes local time is ahead of UTC.
    pub offset_minutes: i32,
}

/// What happened: a person did something, a store or the reader answered.
#[derive(Clone, Debug, PartialEq)]
pub enum Msg {
    /// What the page around asks for: the language, and the level of the first heading.
    Configured(Lang, u8),
    /// The address within the board has changed: what stands after `/tong-hop/`.
    Arrived(String),
    /// The list of gatherings was read, or could not be.
    ShelfRead(Result<Vec<Settings>, StoreFault>),
    /// A part of what a gathering has was read: the first, and further ones until [`Msg::OpenEnded`].
    Opened(Opening),
    /// All of it was read, or it could not be.
    OpenEnded(String, Result<(), StoreFault>),
    /// A new gathering, by its name; it is opened.
    StartGathering(String),
    /// The sample gathering (bản mẫu): made if it is not there, and opened.
    OpenSample,
    /// Removes a gathering with all that it has; asked for a second time it is done.
    RemoveGathering(String),
    /// The stores answered a write of that number.
    Written(u32, Result<(), StoreFault>),
    /// The settings of the open gathering were edited: sent when a field is left, since each is a change of its own, kept and undone.
    EditSettings(SettingsEdit),
    /// Things are being taken in into the gathering of that id, which need not be open any more: how that goes on.
    Intake(String, Step),
    /// The next step of a count that is made step by step.
    CountOn,
    /// The person ends the taking in; what was read is kept.
    CancelIntake,
    /// The person wants to read again what could not be read from its device.
    ReadAgain,
    /// The person decided something; its id, time and what it takes the place of are added. One that says nothing takes back what was
    /// decided on its subjects.
    Decide(Box<Decision>),
    /// The officer noted something while reading.
    Note(Box<Noting>),
    /// Hands out the returned file (tệp trả lại) of the unit of that row.
    ReturnFile(String),
    /// The returned file with the remarks of those ids was handed out, or the browser refused.
    RemarksHandedOut(Vec<String>, Result<(), ()>),
    /// Takes the last change back (hoàn tác).
    Undo,
    /// What is to be read: a group, a unit.
    FilterReading(ReadingFilter),
    /// The unit that is shown was read; goes on to the next in the reading.
    ReadNext,
    /// Goes back to the one before it.
    ReadPrevious,
    /// Other filters, sorting or pages of the lists.
    FilterRegister(RegisterFilter),
    /// The same of units × requirements.
    FilterUnits(UnitsFilter),
    /// The same of the files.
    FilterFiles(FilesFilter),
    /// The bytes of a file that was asked for to be shown, or why they are not there.
    FileLoaded(String, u32, Result<Vec<u8>, StoreFault>),
    /// A portion of the words that were asked for, of files of the gathering of that id.
    WordsLoaded(String, Vec<Words>),
    /// The officer's own words for the paragraph of that id in the report.
    Rewrite(String, String),
    /// Takes what is generated now for a paragraph in the place of the officer's words.
    TakeGenerated(String),
    /// Keeps the officer's words for a paragraph, though what lies beneath has changed.
    KeepRewritten(String),
    /// Prints what is on the screen.
    Print,
    /// Leads to a place.
    GoTo(Place),
    /// Moves the focus to the element of that id.
    Focus(String),
    /// Hands out the gathering as a bundle.
    ExportBundle,
    /// Hands out a table as CSV.
    ExportCsv(CsvTable),
    /// A file was handed out, or the browser refused.
    HandedOut(Result<(), ()>),
    /// The person has read a notice.
    Dismiss(u32),
}

/// A part of what a gathering has.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Opening {
    /// The gathering.
    pub id: String,
    /// Its things, and the assessments in them.
    pub things: Vec<Thing>,
    /// The assessments.
    pub taken: Vec<Taken>,
    /// The decisions.
    pub decisions: Vec<Decision>,
    /// What the officer rewrote in the report.
    pub rewrites: Vec<Rewrite>,
    /// The notes.
    pub notes: Vec<Note>,
    /// How many things there are in all.
    pub all: u32,
}

/// An edit of a gathering's settings: texts as they were typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SettingsEdit {
    /// Its name.
    Name(String),
    /// The first day of the period.
    From(String),
    /// The deadline.
    Deadline(String),
    /// The cut-off day.
    CutOff(String),
    /// By which units it counts.
    RosterView(crate::settings::RosterView),
}

/// What the officer notes while reading. Remarks are named by the ids of their notes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Noting {
    /// Says something to a unit: a new remark, or other words of one that was not handed out yet. Without words that one is taken away.
    Remark {
        /// The id of the unit's row.
        unit: String,
        /// The requirement; empty where it is about the whole.
        requirement: String,
        /// The digest of the file that it is about.
        about: String,
        /// The words.
        text: String,
        /// The remark whose words they are; none of a new one.
        id: Option<String>,
    },
    /// Of which part of the requirement a remark is.
    RemarkField(String, Option<RemarkField>),
    /// Nothing more is asked of the unit (xong).
    Close(String),
    /// Something is asked again.
    Reopen(String),
    /// What a unit says of a requirement was read, or not.
    Read {
        /// The id of the unit's row.
        unit: String,
        /// The requirement.
        requirement: String,
        /// The digest of the file that it was read in.
        sha256: String,
        /// Whether it was read.
        is_read: bool,
    },
}

/// A table that is handed out as CSV: what its filter shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CsvTable {
    /// The five measures.
    Measures,
    /// Who has sent.
    Register,
    /// Whom to remind.
    Reminders,
    /// Requirements by group and status.
    Requirements,
    /// Units × requirements.
    Units,
    /// What was received, with the verdicts.
    Files,
    /// The table of that heading in the report, whatever a filter shows.
    Report(Heading),
}

/// What the model asks for. Answers come as messages.
#[derive(Clone, Debug, PartialEq)]
pub enum Effect {
    /// Read the list of gatherings: [`Msg::ShelfRead`].
    ReadShelf,
    /// Read what a gathering has: [`Msg::Opened`], [`Msg::OpenEnded`]. Nothing comes any more of what was asked for before: a part of that
    /// would be taken for one of this, and its end for the end of this.
    Open(String),
    /// Write settings, decisions: all of them or nothing. [`Msg::Written`] with the number.
    Write(u32, Vec<Change>),
    /// Take in what the sample has: made-up things, as if they had been chosen.
    TakeSample(String),
    /// Let the page have its turn, then [`Msg::CountOn`].
    CountOn,
    /// End the taking in.
    CancelIntake,
    /// Read again what could not be read.
    ReadAgain,
    /// Load the bytes of a line of a thing: [`Msg::FileLoaded`].
    LoadFile(String, String, u32),
    /// Load the words of files of a gathering: [`Msg::WordsLoaded`], portion by portion, until all of them came.
    LoadWords(String, Vec<FileId>),
    /// Hand out a table as CSV under that name ([`gathering::csv::csv`]): the words of the language are the catalogue's.
    HandOutTable(String, Box<Table>),
    /// Hand out the bundle of a gathering under that name: it is written from what is kept.
    HandOutBundle(String, String),
    /// Print what is on the screen.
    Print,
    /// Hand out a returned file (`returning::written`), which may be of the sample, with the ids of its remarks: [`Msg::RemarksHandedOut`].
    HandOutRemarks(bool, Box<Returned>, Vec<String>),
    /// Go to another address within the board.
    Go(String),
    /// Move the focus to the element of that id.
    Focus(String),
}

/// A change of what is kept of a gathering.
#[derive(Clone, Debug, PartialEq)]
pub enum Change {
    /// Settings are written.
    Settings(Settings),
    /// A decision is written, in the gathering of that id.
    Decision(String, Box<Decision>),
    /// The decision of that id is removed from that gathering.
    NoDecision(String, String),
    /// What was rewritten of a paragraph of the report is written, in the gathering of that id.
    Rewrite(String, Box<Rewrite>),
    /// What was rewritten of the paragraph of that id is removed from that gathering.
    NoRewrite(String, String),
    /// A note is written, in the gathering of that id.
    Note(String, Box<Note>),
    /// The note of that id is removed from that gathering.
    NoNote(String, String),
    /// All of a gathering is removed.
    NoGathering(String),
}
