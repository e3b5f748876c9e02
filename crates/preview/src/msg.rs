//! What happens to the report, and what it asks for.

use exchange::record::StoredDraft;
use report::particular::Particular;

/// What happens.
#[derive(Clone, Debug, PartialEq)]
pub enum Msg {
    /// The form shows the report of a draft, or the draft has changed.
    Shown(Box<StoredDraft>),
    /// Somebody filled in what stands around the text.
    Fill(Particular, String),
    /// Somebody wrote the paragraph of that id. Nothing written is to be left out.
    Rewrite(String, String),
    /// What is generated for the paragraph of that id is to stand again.
    TakeGenerated(String),
    /// What was written for the paragraph of that id stays, whatever has changed beneath it.
    KeepRewritten(String),
    /// What was given up last is to stand again.
    Undo,
    /// It is no longer shown.
    Closed,
    /// It is to be printed.
    Print,
    /// It is wanted for a word processor.
    Make,
    /// That is no longer wanted.
    Cancel,
    /// The document was made and handed out, with so many letters replaced that no document may hold; or it was not.
    Made(Result<u32, MakeFault>),
}

/// A document could not be had.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MakeFault {
    /// What makes it could not be loaded, or failed.
    NotMade,
    /// The browser refused to hand it out.
    NotHandedOut,
}

/// What is to be kept of a report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Keep {
    /// The draft, by its id.
    pub draft: String,
    /// What was kept before: what the draft has by now may be something else, from another window.
    pub base: String,
    /// What is to be kept; nothing any longer, where it is empty.
    pub kept: String,
}

/// What is to be done.
#[derive(Clone, Debug, PartialEq)]
pub enum Effect {
    /// Keep something of the report.
    Keep(Keep),
    /// Dress it for its profile.
    Dress,
    /// Print it.
    Print,
    /// Make a document of it, hand it out, and answer with [`Msg::Made`].
    Make,
    /// Give up the document that is being made.
    Cancel,
}
