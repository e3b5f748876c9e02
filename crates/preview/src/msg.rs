//! What happens to the report, and what it asks for.

use crate::particular::Particular;
use domain::assessment::Assessment;
use json::Json;

/// What happens.
#[derive(Clone, Debug, PartialEq)]
pub enum Msg {
    /// The form shows the report of a draft, or the draft has changed: its assessment, and what was kept of its report.
    Shown(Box<Assessment>, Option<Json>),
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
    /// It is to be printed.
    Print,
}

/// What is to be done.
#[derive(Clone, Debug, PartialEq)]
pub enum Effect {
    /// Keep this of the report with the draft; nothing any longer, where it is none.
    Keep(Option<Json>),
    /// Print it.
    Print,
}
