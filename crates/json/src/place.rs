//! Places in a document, by line, column and path.

use super::write::write_text;

/// A place in a document: for an editor by line and column, for a person who knows the format by path.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DocumentPlace {
    /// The line, from 1. Lines end with a line feed.
    pub line: u32,
    /// The column, from 1, in characters (Unicode scalar values). A byte order mark is not counted.
    pub column: u32,
    /// The path from the root, such as `assessments[0].answers["1.2"].results`; empty for the root.
    pub path: String,
}

impl DocumentPlace {
    /// The very start of a document.
    #[must_use]
    pub fn start() -> Self {
        Self { line: 1, column: 1, path: String::new() }
    }

    /// The place of the byte `at` of `text`.
    pub(super) fn of(text: &str, at: usize, path: String) -> Self {
        let before = text.get(..at).unwrap_or(text);
        let line = before.rsplit('\n').next().unwrap_or(before);
        let lines = before.bytes().filter(|byte| *byte == b'\n').count();
        Self { line: ordinal(lines), column: ordinal(line.chars().count()), path }
    }
}

fn ordinal(before: usize) -> u32 {
    u32::try_from(before).unwrap_or(u32::MAX).saturating_add(1)
}

/// A key longer than this is cut in a path, which people read.
const KEY_SHOWN: usize = 64;

/// Adds a key to a path: `.results`, or `["1.2"]` where the key is no plain word.
pub fn push_key(path: &mut String, key: &str) {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'_';
    if key.len() <= KEY_SHOWN && key.bytes().all(plain) && key.bytes().next().is_some_and(|b| !b.is_ascii_digit()) {
        if !path.is_empty() {
            path.push('.');
        }
        path.push_str(key);
        return;
    }
    let shown = key.char_indices().nth(KEY_SHOWN).map_or(key.len(), |(at, _)| at);
    path.push('[');
    write_text(key.get(..shown).unwrap_or(key), &mut |piece| path.push_str(piece));
    path.push(']');
}

/// Adds the index of a list to a path: `[0]`.
pub fn push_index(path: &mut String, index: usize) {
    path.push('[');
    path.push_str(&index.to_string());
    path.push(']');
}

/// Puts one step before a path, both of which [`push_key`] or [`push_index`] made.
pub(super) fn prepend(mut step: String, path: &mut String) {
    if !path.is_empty() && !path.starts_with('[') {
        step.push('.');
    }
    path.insert_str(0, &step);
}
