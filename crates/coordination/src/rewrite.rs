//! What the officer rewrote in the report (chỉnh sửa), as it is stored and as it appears in a bundle.

use crate::issue::digest;
use json::{Unknown, record};
use report::edits::Edit;

/// The officer's words for a paragraph of the report. Each is a record of its own, so that two windows may rewrite different ones. Words
/// that were given up leave a record without an id, so that they do not come back with a bundle.
#[record(open)]
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Rewrite {
    /// The id of the paragraph.
    pub paragraph: String,
    /// The words. Where there are none under an id, the paragraph is to be left out.
    #[optional]
    pub text: String,
    /// What was generated when they were written.
    #[optional]
    pub base: String,
    /// The ids of these words: one, or those of all who wrote the same; none where words were given up.
    #[optional]
    pub ids: Vec<String>,
    /// The ids of the words that were there before.
    #[optional]
    pub replaces: Vec<String>,
    /// What a newer version wrote here.
    pub unknown: Unknown,
}

impl Rewrite {
    /// The words; none where they were given up.
    #[must_use]
    pub fn edit(&self) -> Option<Edit> {
        let Self { text, base, unknown, .. } = self.clone();
        (!self.ids.is_empty()).then_some(Edit { text, base, unknown })
    }

    /// The same as it is known by: what an earlier version wrote has no ids, and is told from all else by its words.
    #[must_use]
    pub(crate) fn known(mut self) -> Self {
        if self.ids.is_empty() && self.replaces.is_empty() {
            self.ids.push(digest(&self.text));
        }
        self
    }

    /// What stands after it: these words under that id, or none.
    #[must_use]
    pub(crate) fn followed_by(&self, edit: Option<Edit>, id: String) -> Self {
        let ids = if edit.is_some() { vec![id] } else { Vec::new() };
        let Edit { text, base, unknown } = edit.unwrap_or_default();
        let replaces = together(&self.replaces, &self.ids);
        Self { paragraph: self.paragraph.clone(), text, base, ids, replaces, unknown }
    }

    /// What follows from the words here and those of a colleague, who may have known these and written others, or given them up. Whichever
    /// of the two takes in the other, the same follows. Nothing where both wrote something else and neither knew of the other's.
    #[must_use]
    pub(crate) fn joined(&self, other: &Self) -> Option<Self> {
        let left = |one: &Self, other: &Self| -> Vec<String> {
            let stays = |id: &&String| other.ids.contains(id) || !other.replaces.contains(id);
            one.ids.iter().filter(stays).cloned().collect()
        };
        let (mine, theirs) = (left(self, other), left(other, self));
        let are_the_same = (&self.text, &self.base) == (&other.text, &other.base);
        if !are_the_same && !mine.is_empty() && !theirs.is_empty() {
            return None;
        }
        let words = if mine.is_empty() { other } else { self };
        let ids = together(&mine, &theirs);
        let mut replaces = together(
            &[self.replaces.as_slice(), &self.ids].concat(),
            &[other.replaces.as_slice(), &other.ids].concat(),
        );
        replaces.retain(|id| !ids.contains(id));
        let words = if ids.is_empty() { Self::default() } else { words.clone() };
        Some(Self { paragraph: self.paragraph.clone(), ids, replaces, ..words })
    }
}

/// Both, in order.
fn together(some: &[String], others: &[String]) -> Vec<String> {
    let mut all = [some, others].concat();
    all.sort_unstable();
    all.dedup();
    all
}

#[cfg(test)]
mod tests;
