//! What a record says about its draft, beside the assessment.

use super::remark::Remark;
use json::{Unknown, choice, record};

/// Why a draft exists beside another one of its unit.
#[choice]
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum CopyKind {
    /// Two windows had edited one draft.
    #[default]
    Window,
    /// It was read from a record that is damaged.
    Damaged,
}

/// What is remembered of the making of a copy.
#[record(open)]
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CopyMark {
    /// Why.
    pub kind: CopyKind,
    /// When, `yyyy-mm-ddThh:mm:ssZ`.
    pub at: String,
    /// What a newer version wrote here.
    pub unknown: Unknown,
}

/// Where a draft came from that was not begun here.
#[record(open)]
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OriginMark {
    /// The name of the file that it was taken in from; empty where it is what was typed into a merge that was taken back.
    pub file_name: String,
    /// When, `yyyy-mm-ddThh:mm:ssZ`.
    pub at: String,
    /// What a newer version wrote here.
    pub unknown: Unknown,
}

/// What is remembered of an export.
#[record(open)]
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ExportMark {
    /// The file's name.
    pub file_name: String,
    /// When, `yyyy-mm-ddThh:mm:ssZ`.
    pub at: String,
    /// The file's digest.
    pub sha256: String,
    /// What a newer version wrote here.
    pub unknown: Unknown,
}

/// The state of a draft, as its record holds it.
#[record(open)]
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DraftPart {
    pub(super) id: String,
    pub(super) generation: u64,
    pub(super) deleted: bool,
    #[optional]
    pub(super) exported: Option<ExportMark>,
    #[optional]
    pub(super) touched: Vec<String>,
    #[optional]
    pub(super) based_on: Vec<String>,
    #[optional]
    pub(super) writer: String,
    #[optional]
    pub(super) ahead_of: Option<u64>,
    #[optional]
    pub(super) follows: String,
    #[optional]
    pub(super) base: Option<u64>,
    #[optional]
    pub(super) base_writer: String,
    #[optional]
    pub(super) copy: Option<CopyMark>,
    #[optional]
    pub(super) origin: Option<OriginMark>,
    #[optional]
    pub(super) remarks: Vec<Remark>,
    #[optional]
    pub(super) report: String,
    pub(super) unknown: Unknown,
}
