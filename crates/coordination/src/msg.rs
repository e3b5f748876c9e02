//! The messages that reach the model, and the effects that it asks for in return.

use crate::compared::CompareFilter;
use crate::filter::{FilesFilter, IssuesFilter, ReadingFilter, RegisterFilter, UnitsFilter};
use crate::intake::Step;
use crate::narrowed::Narrowed;
use crate::note::Note;
use crate::office::{Material, OfficeFault, OfficeFile};
use crate::parts::Part;
use crate::place::Place;
use crate::rewrite::Rewrite;
use crate::settings::Settings;
use crate::tally::Tally;
use crate::thing::{Taken, Thing};
use crate::typed::Typed;
use crate::words::{FileId, Words};
use domain::date::Moment;
use domain::lang::Lang;
use exchange::Returned;
use exchange::remark::RemarkField;
use gathering::comparison::Side;
use gathering::decisions::{Decision, Subject};
use gathering::table::{Heading, Table};
use report::particular::Particular;
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
    /// What is kept of how many have reported to gatherings, by their ids.
    TalliesRead(Vec<(String, Tally)>),
    /// Of the gathering of that id, which is to be compared, so many things were read, of how many.
    Summing(String, u32, u32),
    /// It was counted, and so many have reported to it; or it could not be read.
    Summed(String, Result<Box<(Side, Tally)>, StoreFault>),
    /// A part of what a gathering has was read: the first, and further ones until [`Msg::OpenEnded`].
    Opened(Opening),
    /// All of it was read, or it could not be.
    OpenEnded(String, Result<(), StoreFault>),
    /// A new gathering, by its name; it is opened.
    StartGathering(String),
    /// The sample gathering (bản mẫu): made if it is not there, and opened.
    OpenSample,
    /// The sample of the period before, with which the sample can be compared: made where it is not there.
    MakeEarlierSample,
    /// Removes a gathering with all that it has; asked for a second time it is done.
    RemoveGathering(String),
    /// The stores answered a write of that number.
    Written(u32, Result<(), StoreFault>),
    /// Something is typed in a field: it is kept, and is no change yet.
    Typed(Box<Typed>),
    /// What was typed is to be written now.
    SaveDue,
    /// A field was left with that in it, or its button was pressed: now it is a change, kept and undone as one.
    Take(Box<Typed>),
    /// The page is out of sight, or is being left: nobody knows whether it comes back.
    Hidden,
    /// The settings of the open gathering were edited.
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
    /// Of what people decided differently on these subjects, this holds.
    Settle(Vec<Subject>, Box<Decision>),
    /// The officer noted something while reading.
    Note(Box<Noting>),
    /// The officer tagged, joined or chose something.
    Tag(Tagging),
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
    /// What is asked of the issues.
    FilterIssues(IssuesFilter),
    /// Other filters, sorting or pages of the lists.
    FilterRegister(RegisterFilter),
    /// The same of units × requirements.
    FilterUnits(UnitsFilter),
    /// The same of the files.
    FilterFiles(FilesFilter),
    /// The same of the comparison.
    FilterCompared(CompareFilter),
    /// Reads the other gathering once more, which could not be read.
    CompareAgain,
    /// The same of units × requirements, in the gathering of that id, to which an address leads.
    CarryUnits(String, UnitsFilter),
    /// The bytes of a file that was asked for to be shown, or why they are not there.
    FileLoaded(String, u32, Result<Vec<u8>, StoreFault>),
    /// A portion of the words that were asked for, of files of the gathering of that id.
    WordsLoaded(String, Vec<Words>),
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
    /// Makes a document or a workbook, and hands it out; nothing while one is being made.
    ExportOffice(OfficeFile),
    /// Of the one of that number so many rows were put in, of how many.
    OfficeTold(u32, (u32, u32)),
    /// The one of that number was handed out, with so many characters replaced that no such file can hold, or it was not.
    OfficeMade(u32, Result<u32, OfficeFault>),
    /// Gives up the one that is being made.
    CancelOffice,
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
    /// What was typed and not taken before a page ended.
    pub typed: Vec<Typed>,
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
    /// Who decides.
    Officer(String),
    /// A field of what stands around the text of the report.
    Report(Particular, String),
}

/// What the officer notes while reading, but for words. Remarks are named by the ids of their notes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Noting {
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

/// What the officer does with parts of what a unit says, and with issues. Parts are those of the unit that is read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Tagging {
    /// Chooses the part of that place, from 0, for the keys.
    Part(usize),
    /// Chooses the part after the one that is chosen; after the last, the first.
    NextPart,
    /// Asks which issue the part is about, or the one that is chosen.
    Ask(Option<Part>),
    /// Asks no more.
    Close,
    /// The part that was asked about is about the issue of this id, or is so no more; of none, about a new one with its words.
    Tag(Option<String>),
    /// The part is about the issue of this id no more.
    Untag(Part, String),
    /// The part, or the one that is chosen, goes into the report, or does not any more.
    Choose(Option<Part>),
    /// The level of a proposal that names none.
    LevelOf(Part, String),
    /// Other words of the issue of this id.
    Reword(String, String),
    /// The level of the issue of this id.
    Level(String, String),
    /// Whether the issue of this id goes into the report.
    InReport(String, bool),
    /// The issue of this id changes places with the one before it in the list, or behind it, of its kind and requirement.
    Move(String, Turn),
    /// The first is the second: all that was tagged with it is tagged with that.
    Join(String, String),
    /// The issue of this id is none.
    Remove(String),
}

/// Which way something is moved in a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Turn {
    /// Towards its beginning.
    Up,
    /// Towards its end.
    Down,
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
    /// Two gatherings beside each other.
    Comparison,
    /// The issues.
    Issues,
    /// The table of that heading in the report, whatever a filter shows.
    Report(Heading),
}

/// What the model asks for. Answers come as messages.
#[derive(Clone, Debug, PartialEq)]
pub enum Effect {
    /// Read the list of gatherings: [`Msg::ShelfRead`], then [`Msg::TalliesRead`].
    ReadShelf,
    /// Keep how many have reported to the gathering of that id, or that nobody can tell. Nothing is said of whether that could be done.
    KeepTally(String, Option<Tally>),
    /// Count a gathering that is to be compared: [`Msg::Summing`] as it goes on, [`Msg::Summed`]. Nothing comes any more of what was asked
    /// for before.
    Sum(Box<Settings>),
    /// Read what a gathering has: [`Msg::Opened`], [`Msg::OpenEnded`]. Nothing comes any more of what was asked for before: a part of that
    /// would be taken for one of this, and its end for the end of this.
    Open(String),
    /// Write settings, decisions: all of them or nothing. [`Msg::Written`] with the number.
    Write(u32, Vec<Change>),
    /// Send [`Msg::SaveDue`] after so many milliseconds, and not when it was asked for before.
    SaveLater(u32),
    /// Keep these changes at once, wherever a page that is being left still reaches: they may not be on the disk. In the place of what was
    /// kept so before; without any, nothing needs to be kept any more.
    Leave(Vec<Change>),
    /// Take in what the sample has: made-up things, as if they had been chosen.
    TakeSample(String),
    /// The same with what the sample of the period before has.
    TakeEarlierSample(String),
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
    /// Hand out a table as CSV under that name ([`gathering::csv::csv`]), with what it is narrowed to: the words of the language are the
    /// catalogue's.
    HandOutTable(String, Box<Table>, Vec<Narrowed>),
    /// Hand out the bundle of a gathering under that name: it is written from what is kept.
    HandOutBundle(String, String),
    /// Make a document or a workbook, and hand it out under that name: [`Msg::OfficeTold`], [`Msg::OfficeMade`] with the number.
    HandOutOffice(u32, OfficeFile, String, Box<Material>),
    /// Give up what is being made.
    CancelOffice,
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
    Settings(Box<Settings>),
    /// A decision is written, in the gathering of that id; also that it was removed.
    Decision(String, Box<Decision>),
    /// What was rewritten of a paragraph of the report is written, in the gathering of that id; also that it was given up.
    Rewrite(String, Box<Rewrite>),
    /// A note is written, in the gathering of that id; also that it was taken away.
    Note(String, Box<Note>),
    /// What is being typed is written, in the gathering of that id.
    Typed(String, Box<Typed>),
    /// What was typed in the field of that key is removed from that gathering.
    NoTyped(String, String),
    /// All of a gathering is removed.
    NoGathering(String),
}
