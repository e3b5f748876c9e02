//! An assessment that was received, as far as the board needs it at hand. The rest stays in the stored file.

use crate::facts::Facts;
use std::sync::Arc;

/// Names an assessment among all that were ever received: by the content of its file, so that a file that came twice, or that
/// another program has saved anew, is the same.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Key {
    /// The digest that its file holds, in lower-case hexadecimal.
    pub sha256: Arc<str>,
    /// Its place among the assessments of the file, from 0.
    pub index: u32,
}

/// An assessment that was received.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Received {
    /// Its name among all.
    pub key: Key,
    /// Whether another program has saved its file since, with the content unchanged.
    pub resaved: bool,
    /// When its file was written, by the clock of the unit's machine; empty where the file does not say so.
    pub exported_at: String,
    /// The directive that it reports on, and the edition of its data.
    pub directive: Arc<str>,
    /// See `directive`.
    pub edition: Arc<str>,
    /// What it says, in short.
    pub facts: Facts,
}
