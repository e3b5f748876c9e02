//! What became of a received thing, in words.

/// What became of a line, in words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LineWords {
    /// In a word or two.
    pub verdict: &'static str,
    /// What is the matter.
    pub what: String,
    /// What to do; empty where there is nothing.
    pub remedy: &'static str,
}
