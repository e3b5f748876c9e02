//! Issues (vấn đề) and what was tagged with them, as they are kept and as they stand in a bundle.

use domain::date::DateText;
use gathering::excerpt::ExcerptKind;
use json::{Unknown, record};

/// What several units say in different words, in the officer's wording.
#[record(open)]
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Issue {
    /// Of what it speaks.
    pub kind: ExcerptKind,
    /// The requirement that it was said of; empty for proposals.
    #[optional]
    pub requirement: String,
    /// The officer's words.
    pub wording: String,
    /// Of a proposal: the id of the level that decides (cấp có thẩm quyền); empty where that is open.
    #[optional]
    pub level: String,
    /// Of a next step: who leads it (chủ trì).
    #[optional]
    pub owner: String,
    /// Of a next step: by when (thời hạn).
    #[optional]
    pub due: DateText,
    /// Of a next step: when it was done.
    #[optional]
    pub done_at: DateText,
    /// Whether it goes into the report (đưa vào báo cáo).
    #[optional]
    pub in_report: bool,
    /// The id of the issue with which it was joined (gộp vào); empty where it was not. What is tagged with this one is tagged with that.
    #[optional]
    pub joined: String,
    /// What a newer version wrote here.
    pub unknown: Unknown,
}

/// That a statement of a unit is about an issue (gắn vấn đề).
#[record(open)]
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tag {
    /// The id of the issue.
    pub issue: String,
    /// The id of the unit's row.
    pub unit: String,
    /// The requirement; empty for proposals.
    #[optional]
    pub requirement: String,
    /// Of what the statement speaks.
    pub kind: ExcerptKind,
    /// The id of the next step or the proposal; empty for all else.
    #[optional]
    pub item: String,
    /// The digest of the file that said it.
    pub sha256: String,
    /// A digest of its words ([`digest`]): a later file may say something else.
    pub said: String,
    /// What a newer version wrote here.
    pub unknown: Unknown,
}

/// In which order the issues of one kind and requirement stand (thứ tự vấn đề), in the list and in the report.
#[record(open)]
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct IssueOrder {
    /// The ids of the issues. Those that are not named come behind them.
    pub issues: Vec<String>,
    /// What a newer version wrote here.
    pub unknown: Unknown,
}

/// Something that a unit says in words: by what it is told from all else that is said in a gathering.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Statement {
    /// The id of the unit's row.
    pub unit: String,
    /// The requirement; empty for proposals.
    pub requirement: String,
    /// Of what it speaks.
    pub kind: ExcerptKind,
    /// The id of the next step or the proposal; empty for all else.
    pub item: String,
}

impl Issue {
    /// Whether the two are of one kind and requirement: only then can they be joined, and one stand before the other.
    #[must_use]
    pub fn is_listed_with(&self, other: &Self) -> bool {
        (self.kind, &self.requirement) == (other.kind, &other.requirement)
    }
}

impl Tag {
    /// That this statement is about that issue, as a file of this digest says it in these words.
    #[must_use]
    pub fn new(issue: &str, statement: &Statement, sha256: &str, words: &str) -> Self {
        let Statement { unit, requirement, kind, item } = statement.clone();
        let (issue, sha256) = (issue.to_owned(), sha256.to_owned());
        Self { issue, unit, requirement, kind, item, sha256, said: digest(words), unknown: Unknown::default() }
    }

    /// The statement.
    #[must_use]
    pub fn statement(&self) -> Statement {
        let Self { unit, requirement, kind, item, .. } = self.clone();
        Statement { unit, requirement, kind, item }
    }
}

/// By what words are told from others: blanks around them do not matter.
#[must_use]
pub fn digest(words: &str) -> String {
    short(words.trim())
}

/// With what the id of an issue begins.
const ISSUE: &str = "issue ";

/// The id of the issue that is made of words: the same for whoever makes it, so that two officers who choose the same make one.
pub(crate) fn issue_id(kind: ExcerptKind, requirement: &str, words: &str) -> String {
    let spelled = gathering::fold::spelling(words);
    [ISSUE, &short(&[kind_code(kind).as_str(), requirement, spelled.as_str()].join("\n"))].concat()
}

/// The id of the note of the order of the issues of a kind and requirement.
pub(crate) fn order_id(kind: ExcerptKind, requirement: &str) -> String {
    ["order ", &kind_code(kind), " ", requirement].concat()
}

/// Whether a note of that id is, or was, an issue made of words.
pub(crate) fn is_issue_id(id: &str) -> bool {
    id.starts_with(ISSUE)
}

/// The id of the note that a statement is about an issue: the same for whoever tags it.
pub(crate) fn tag_id(issue: &str, of: &Statement) -> String {
    let parts = [issue, &of.unit, &of.requirement, &kind_code(of.kind), &of.item];
    ["tag ", &short(&parts.join("\n"))].concat()
}

fn kind_code(kind: ExcerptKind) -> String {
    json::canonical(&json::written(kind))
}

fn short(text: &str) -> String {
    exchange::record::digest(text).chars().take(24).collect()
}
