//! One unit's assessment in the making, and what is known about its saving and its exports.

use super::saving::Saving;
use domain::assessment::Assessment;
use domain::changes::changes;
use domain::field::FormPlace;
use exchange::record::{CopyMark, ExportMark, OriginMark, StoredDraft};
use exchange::remark::{Remark, RemarkState};
use std::rc::Rc;
use storage::{Doomed, StoredRecord};

/// A file names at most this many earlier files, which is more than an officer makes before sending one.
pub(super) const MOST_BASED_ON: usize = 16;

/// A draft (bản nháp).
#[derive(Clone, Debug, PartialEq)]
pub struct Draft {
    /// Its id on this machine; part of its address.
    pub id: String,
    /// The name under which its views are drawn, in this session: those of a copy go on where those of the draft were, so
    /// that the person who is typing keeps the field.
    pub views: String,
    /// What was filled in. Boxed, because a draft is moved and an assessment is half a KiB.
    pub assessment: Box<Assessment>,
    /// Whether the person has deleted it; it can be restored until it is removed for good.
    pub deleted: bool,
    /// When and as which file it was last exported.
    pub exported: Option<ExportMark>,
    /// The places edited since then.
    pub touched: Vec<String>,
    /// The digests of the files that led here, the latest first, as its next file will name them.
    pub based_on: Vec<String>,
    /// What the coordinating body has remarked on it.
    pub remarks: Rc<Vec<Remark>>,
    /// What was kept of its report (báo cáo), as the program that shows it wrote it; empty where that is nothing.
    pub report: String,
    /// Why it exists beside another draft, if it does.
    pub copy: Option<CopyMark>,
    /// Where it came from, if it was not begun here.
    pub origin: Option<OriginMark>,
    /// The record, if a newer version of the product wrote it: the draft is then shown, and never edited or written.
    pub newer: Option<Box<StoredRecord>>,
    /// The name under which it is written from here; empty before its first write. What another window wrote in its place gets a
    /// name of its own, so that what is told apart by it follows one from the other.
    pub writer: String,
    /// The name under which the stores have it, if it was read from them.
    pub written_by: String,
    /// The generation under which it was read; 0 if it was not read from the stores under this id.
    pub base: u64,
    /// The name under which the journal's record of it was written; empty if not known.
    pub follows: String,
    /// How far it is saved.
    pub saving: Saving,
    /// The draft that has to be on disk before this one overwrites its records in the stores, because some of their content is nowhere else.
    pub(super) after: Option<String>,
    /// The number of its last write, the only one whose answer counts; 0 before the first.
    pub(super) write: u64,
}

impl Draft {
    /// A draft that is on no disk yet.
    #[must_use]
    pub fn fresh(id: String, assessment: Assessment) -> Self {
        Self {
            views: id.clone(),
            id,
            assessment: Box::new(assessment),
            deleted: false,
            exported: None,
            touched: Vec::new(),
            based_on: Vec::new(),
            remarks: Rc::default(),
            report: String::new(),
            copy: None,
            origin: None,
            newer: None,
            writer: String::new(),
            written_by: String::new(),
            base: 0,
            follows: String::new(),
            saving: Saving::fresh(0),
            after: None,
            write: 0,
        }
    }

    /// A draft as a store had it; `follows` as in [`Draft::follows`].
    #[must_use]
    pub fn stored(record: StoredDraft, follows: String, saving: Saving) -> Self {
        Self {
            views: record.id.clone(),
            id: record.id,
            assessment: Box::new(record.assessment),
            deleted: record.deleted,
            exported: record.exported,
            touched: record.touched,
            based_on: record.based_on,
            remarks: Rc::new(record.remarks),
            report: record.report,
            copy: record.copy,
            origin: record.origin,
            newer: None,
            writer: String::new(),
            written_by: record.writer,
            base: record.generation,
            follows,
            saving,
            after: None,
            write: 0,
        }
    }

    /// The id in its files: that of the draft whose file was imported, or its own. A copy is a new draft.
    #[must_use]
    pub fn file_id(&self) -> &str {
        let taken = &self.assessment.draft_id;
        if self.copy.is_some() || taken.is_empty() { &self.id } else { taken }
    }

    /// The remarks that the unit is still to answer.
    #[must_use]
    pub fn waiting(&self) -> Vec<Remark> {
        let is_waiting = |remark: &&Remark| remark.state == RemarkState::Sent && self.reply(remark).trim().is_empty();
        self.remarks.iter().filter(is_waiting).cloned().collect()
    }

    /// The unit's answer to a remark.
    pub(super) fn reply(&self, remark: &Remark) -> &str {
        let reply = self.assessment.replies.iter().find(|reply| reply.remark == remark.id);
        reply.map(|reply| reply.text.as_str()).unwrap_or_default()
    }

    /// That content of the draft, as in its file.
    #[must_use]
    pub fn in_a_file(&self, content: &Assessment) -> Assessment {
        Assessment { draft_id: self.file_id().to_owned(), based_on: self.based_on.clone(), ..content.clone() }
    }

    /// The name in its record: its own, or the original writer's if the record is only written again.
    #[must_use]
    pub fn signature(&self) -> &str {
        if self.writer.is_empty() { &self.written_by } else { &self.writer }
    }

    /// The record for the stores, under that generation.
    #[must_use]
    pub fn record(&self, generation: u64) -> StoredDraft {
        let has_base = !self.writer.is_empty() && self.base > 0;
        StoredDraft {
            id: self.id.clone(),
            generation,
            writer: self.signature().to_owned(),
            ahead_of: None,
            follows: String::new(),
            base: if has_base { self.base } else { 0 },
            base_writer: if has_base { self.written_by.clone() } else { String::new() },
            copy: self.copy.clone(),
            origin: self.origin.clone(),
            deleted: self.deleted,
            exported: self.exported.clone(),
            touched: self.touched.clone(),
            based_on: self.based_on.clone(),
            remarks: (*self.remarks).clone(),
            report: self.report.clone(),
            assessment: (*self.assessment).clone(),
        }
    }

    /// The removal of that content: the draft as it was exported or deleted.
    #[must_use]
    pub fn doomed(&self, content: Box<Assessment>) -> Doomed {
        Doomed {
            id: self.id.clone(),
            writer: self.writer.clone(),
            known: self.saving.generation(),
            sent: self.saving.highest_sent(),
            journal: (self.saving.expected(), self.follows.clone()),
            assessment: content,
            report: self.report.clone(),
        }
    }

    /// Notes the export of that content. The draft may have been edited since.
    pub fn mark_exported(&mut self, mark: ExportMark, content: &Assessment) {
        self.based_on.insert(0, mark.sha256.clone());
        self.based_on.truncate(MOST_BASED_ON);
        self.exported = Some(mark);
        self.touched.clear();
        self.touch_all(content);
    }

    /// Marks every place in which the draft differs from that content as edited.
    pub fn touch_all(&mut self, content: &Assessment) {
        for place in changes(content, &self.assessment) {
            self.touch(&place);
        }
    }

    /// Notes that a place was edited, for the count since the last export.
    pub fn touch(&mut self, place: &FormPlace) {
        if self.exported.is_some() {
            let id = place.dom_id();
            if !self.touched.contains(&id) {
                self.touched.push(id);
            }
        }
    }
}
