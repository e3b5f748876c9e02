//! Remarks of the coordinating body: read from a returned file, and added to the draft that they are about.

use crate::draft::Draft;
use crate::history::Reason;
use crate::model::{Model, is_same_unit};
use crate::msg::{Effect, ImportChoice};
use crate::notice::{NoticeKind, PastNotice, Undo};
use crate::review::{Review, ReviewFinding};
use crate::route::Section;
use exchange::Returned;
use exchange::remark::{Remark, joined};
use json::Limits;
use std::rc::Rc;

impl Model {
    pub(super) fn returned_read(&mut self, file_name: String, bytes: &[u8]) {
        let finding = match exchange::read_remarks(bytes, &self.directive.id) {
            Ok(returned) => ReviewFinding::Returned(Box::new(returned)),
            Err(refusal) => ReviewFinding::Refused(refusal, None),
        };
        self.add_review(Review { file_name, finding, memory: Limits::FILE.memory_for(bytes.len()) });
    }

    /// The drafts of the unit which the remarks answer to: the one that was exported, a copy of it, or one that has gone on
    /// from its file.
    pub fn answered_by<'a>(&'a self, returned: &'a Returned) -> impl Iterator<Item = &'a Draft> {
        self.drafts.iter().filter(|draft| {
            let is_own = draft.newer.is_none() && !draft.deleted && !draft.assessment.sample;
            is_own
                && is_same_unit(&draft.assessment.unit, &returned.unit)
                && returned.is_about(draft.file_id(), &draft.based_on)
        })
    }

    /// Whether the choice is a draft that does not take the remarks, or no longer.
    pub(super) fn is_misfit(&self, choice: &ImportChoice) -> bool {
        let ImportChoice::Attach(id) = choice else { return false };
        match self.shown_review().map(|review| &review.finding) {
            Some(ReviewFinding::Returned(returned)) => !self.answered_by(returned).any(|draft| draft.id == *id),
            _ => true,
        }
    }

    /// Takes the remarks into a draft that they answer to, which can be undone. No word of the unit's is changed.
    pub(super) fn attach(&mut self, id: &str, returned: &Returned, out: &mut Vec<Effect>) {
        self.take_snapshot(id, Reason::Import, out);
        let Some(draft) = self.editable(id) else { return };
        let after = Rc::new(joined(&draft.remarks, &returned.remarks));
        let before = std::mem::replace(&mut draft.remarks, Rc::clone(&after));
        let told = NoticeKind::Returned(draft.assessment.unit.name.clone(), draft.waiting().len());
        self.edited(id, out);
        self.notify(told, Some(Undo::Remarks(id.to_owned(), before, after)));
        self.open_taken(id.to_owned(), Section::Overview, out);
    }

    /// Puts the remarks back as they were, unless others have come since. Answers stay.
    pub(super) fn detach(&mut self, id: &str, before: Rc<Vec<Remark>>, after: &Rc<Vec<Remark>>, out: &mut Vec<Effect>) {
        let Some(draft) = self.editable(id) else { return };
        if draft.remarks != *after {
            return self.notify(NoticeKind::Past(PastNotice::UndoPassed), None);
        }
        draft.remarks = before;
        out.push(Effect::Focus("view-title".into()));
        self.edited(id, out);
    }
}
