//! What the officer rewrote in the report (chỉnh sửa), as it is stored and as it appears in a bundle.

use json::{Unknown, record};
use report::edits::{Edit, Edits};

/// The officer's words for a paragraph of the report. Each is a record of its own, so that two windows may rewrite different ones.
#[record(open)]
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Rewrite {
    /// The id of the paragraph.
    pub paragraph: String,
    /// The words. Where there are none, the paragraph is to be left out.
    pub text: String,
    /// What was generated when they were written.
    pub base: String,
    /// What a newer version wrote here.
    pub unknown: Unknown,
}

impl Rewrite {
    /// What was rewritten of a paragraph; none where nothing was.
    #[must_use]
    pub fn of(edits: &Edits, paragraph: &str) -> Option<Self> {
        let Edit { text, base, unknown } = edits.paragraphs.get(paragraph)?.clone();
        Some(Self { paragraph: paragraph.to_owned(), text, base, unknown })
    }

    /// Puts it among the others, in the place of what was rewritten of that paragraph before.
    pub fn put(self, edits: &mut Edits) {
        edits.paragraphs.insert(self.paragraph, Edit { text: self.text, base: self.base, unknown: self.unknown });
    }
}
