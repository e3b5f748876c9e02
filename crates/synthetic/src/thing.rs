//! A made-up thing, and its expected result.

use crate::kinds::{LineKind, RemarkKind, VerdictKind};
use gathering::decisions::Decision;
use gathering::received::Key;

/// A physical thing that somebody might hand in.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Thing {
    /// The name of its file, without folders; no two of one gathering have the same.
    pub name: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// Its expected result.
    pub expected: Expected,
    /// What people decided when they saw it. All verdicts hold once the decisions of all things are in one list
    /// (`gathering::decisions::Decisions`): no two of them are about the same.
    pub decisions: Vec<Decision>,
}

/// The expected result of a thing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Expected {
    /// All lines that reading gives, in order.
    pub lines: Vec<ExpectedLine>,
}

/// What a line must say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExpectedLine {
    /// The line of the container that it lies in; nothing for the thing itself.
    pub parent: Option<u32>,
    /// What became of it.
    pub kind: LineKind,
    /// The remarks on a file that is held, in the order of [`RemarkKind`].
    pub remarks: Vec<RemarkKind>,
    /// The assessments of a file that is held, in its order.
    pub assessments: Vec<ExpectedAssessment>,
}

/// What becomes of an assessment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExpectedAssessment {
    /// Its key.
    pub key: Key,
    /// What becomes of it. Where things hold an assessment of this key more than once, one of them has this verdict, and
    /// [`VerdictKind::Duplicate`] is that of all others.
    pub verdict: VerdictKind,
}

impl ExpectedLine {
    /// A line of the thing itself.
    #[must_use]
    pub fn of(kind: LineKind) -> Self {
        Self { parent: None, kind, remarks: Vec::new(), assessments: Vec::new() }
    }

    /// The same, in the container of that line.
    #[must_use]
    pub fn within(self, parent: u32) -> Self {
        Self { parent: Some(parent), ..self }
    }

    /// The same, with one remark more.
    #[must_use]
    pub fn with(mut self, remark: RemarkKind) -> Self {
        self.remarks.push(remark);
        self.remarks.sort_unstable();
        self
    }
}
