//! Importing: files are read strictly and shown, each with what is wrong with it, before anything changes. Then the person chooses.

use crate::draft::{Draft, MOST_BASED_ON};
use crate::history::Reason;
use crate::model::{Compared, Model};
use crate::msg::{Effect, ImportChoice};
use crate::notice::{NoticeKind, Undo};
use crate::review::{Review, ReviewFinding};
use crate::route::{Route, Section};
use crate::unpacking::MOST_REVIEWS;
use domain::assessment::Assessment;
use exchange::Refusal;
use exchange::merge::{Choices, Comparison, MergeChoice, MergePart};
use exchange::name::one_line;
use exchange::preview::Preview;
use exchange::record::OriginMark;
use exchange::salvage::salvage;
use exchange::zip;
use json::Limits;
use std::rc::Rc;

impl Model {
    pub(super) fn file_read(&mut self, file_name: String, bytes: &[u8], out: &mut Vec<Effect>) {
        if zip::is_zip(bytes) && exchange::foreign(bytes).is_none() {
            self.archive_read(&file_name, bytes, out);
        } else {
            self.content_read(file_name, bytes);
        }
        self.show_reviews(out);
    }

    pub(super) fn content_read(&mut self, file_name: String, bytes: &[u8]) {
        if let Some(kind) = exchange::foreign(bytes) {
            let finding = ReviewFinding::Foreign(kind);
            return self.add_review(Review { file_name, finding, memory: 0 });
        }
        let carried = exchange::carrier::carried(bytes);
        let bytes = carried.as_deref().unwrap_or(bytes);
        match exchange::read(bytes, &self.directive.id) {
            Ok(mut incoming) => {
                let assessments = std::mem::take(&mut incoming.envelope.assessments);
                let memory = incoming.memory / assessments.len().max(1);
                for mut assessment in assessments {
                    // Whatever is made of it goes on from this file.
                    assessment.based_on.insert(0, incoming.envelope.sha256.clone());
                    assessment.based_on.truncate(MOST_BASED_ON);
                    let finding = ReviewFinding::Ready {
                        preview: Box::new(Preview::of(&incoming, &assessment, &self.directive)),
                        existing: self.draft_of(&assessment.unit).map(|draft| draft.id.clone()),
                        assessment: Box::new(assessment),
                        choices: Choices::default(),
                        draft: None,
                    };
                    self.add_review(Review { file_name: file_name.clone(), finding, memory });
                }
            }
            Err(Refusal::OtherFormat(format)) if format == exchange::REMARKS => self.returned_read(file_name, bytes),
            Err(mut refusal) => {
                let mut readable = salvage(&mut refusal, bytes).map(Box::new);
                if let Some(readable) = &mut readable {
                    self.left_out += readable.assessments.len().saturating_sub(MOST_REVIEWS);
                    readable.assessments.truncate(MOST_REVIEWS);
                }
                let memory = bytes.len() + readable.as_ref().map_or(0, |_| Limits::FILE.memory_for(bytes.len()));
                self.add_review(Review { file_name, finding: ReviewFinding::Refused(refusal, readable), memory });
            }
        }
    }

    pub(super) fn refuse(&mut self, file_name: String, finding: ReviewFinding, out: &mut Vec<Effect>) {
        self.add_review(Review { file_name, finding, memory: 0 });
        self.show_reviews(out);
    }

    /// The review is at the top of the list of drafts, wherever the file was dropped.
    pub(super) fn show_reviews(&mut self, out: &mut Vec<Effect>) {
        if self.reviews.is_empty() {
            self.left_out = 0;
            return;
        }
        if self.route != Route::Drafts {
            self.route = Route::Drafts;
            out.push(Effect::Navigate(Route::Drafts));
        }
        out.push(Effect::Focus("review-title".into()));
    }

    pub(super) fn open_review(&mut self, index: usize, out: &mut Vec<Effect>) {
        if index < self.reviews.len() {
            self.review = index;
            self.show_reviews(out);
        }
    }

    /// The file that is shown.
    #[must_use]
    pub fn shown_review(&self) -> Option<&Review> {
        self.reviews.get(self.review)
    }

    /// The shown file beside its unit's draft, as both stand now. It is kept for as long as neither changes: many parts of a
    /// page ask for it with each message.
    #[must_use]
    pub fn comparison(&self) -> Option<Rc<Comparison>> {
        let ReviewFinding::Ready { assessment, existing: Some(id), draft: other, .. } = &self.shown_review()?.finding
        else {
            return None;
        };
        let draft = self.draft(id).filter(|draft| !draft.deleted && draft.newer.is_none())?;
        // A draft may have gone on since it was laid beside this one.
        let other = other.as_ref().and_then(|id| self.draft(id)).map(|other| &other.assessment);
        let theirs = other.unwrap_or(assessment);
        let mut kept = self.compared.borrow_mut();
        if let Some(kept) = &*kept
            && kept.at == self.review
            && kept.mine == draft.assessment
            && other.is_none_or(|other| kept.theirs == *other)
        {
            return Some(Rc::clone(&kept.found));
        }
        let found = Rc::new(self.compared_with(draft, theirs));
        let (mine, theirs) = (draft.assessment.clone(), other.cloned().unwrap_or_default());
        *kept = Some(Compared { at: self.review, mine, theirs, found: Rc::clone(&found) });
        Some(found)
    }

    /// Both as a file would have them: letters that are only composed in another way are no difference.
    pub(super) fn compared_with(&self, draft: &Draft, assessment: &Assessment) -> Comparison {
        let in_a_file = |assessment| exchange::clean(assessment, &self.nfc);
        Comparison::of(&in_a_file(&draft.assessment), &in_a_file(assessment))
    }

    pub(super) fn choose(&mut self, part: Option<MergePart>, choice: MergeChoice) {
        if let Some(Review { finding: ReviewFinding::Ready { choices, .. }, .. }) = self.reviews.get_mut(self.review) {
            match part {
                Some(part) => choices.set(part, choice),
                None => *choices = Choices::all(choice),
            }
        }
    }

    /// Lays aside every file of which nothing can be taken in.
    fn close_refused(&mut self, out: &mut Vec<Effect>) {
        self.compared.take();
        self.reviews.retain(|review| !review.is_refused());
        self.review = 0;
        if self.reviews.is_empty() {
            out.push(Effect::Focus("view-title".into()));
        }
        self.show_reviews(out);
    }

    pub(super) fn import(&mut self, choice: ImportChoice, out: &mut Vec<Effect>) {
        if choice == ImportChoice::CloseRefused {
            return self.close_refused(out);
        }
        if self.review >= self.reviews.len() || self.is_misfit(&choice) {
            return;
        }
        let comparison = self.comparison();
        self.compared.take();
        let review = self.reviews.remove(self.review);
        if choice == ImportChoice::Cancel && matches!(review.finding, ReviewFinding::Ready { draft: Some(_), .. }) {
            self.end_comparing();
        }
        self.review = self.review.min(self.reviews.len().saturating_sub(1));
        // Nothing is said of a file without a name.
        let origin = Some(self.origin_mark(&review.file_name)).filter(|origin| !origin.file_name.is_empty());
        match (review.finding, choice) {
            (ReviewFinding::Ready { assessment, draft: None, .. }, ImportChoice::Add) => {
                let unit = assessment.unit.name.clone();
                self.take_new(*assessment, origin, NoticeKind::Imported(unit), out);
            }
            (ReviewFinding::Ready { assessment, existing: Some(old), draft: None, .. }, ImportChoice::Replace) => {
                self.replace(old, *assessment, origin, out);
            }
            (ReviewFinding::Ready { choices, existing: Some(id), .. }, ImportChoice::Merge(mark)) => {
                if let Some(comparison) = comparison {
                    self.merge(&id, &comparison, &choices, &mark, out);
                }
            }
            (ReviewFinding::Returned(returned), ImportChoice::Attach(id)) => self.attach(&id, &returned, out),
            (ReviewFinding::Ready { assessment, draft: None, .. }, ImportChoice::StartFrom) => {
                let name = assessment.unit.name.clone();
                let started = self.started_from(*assessment);
                self.take_new(started, None, NoticeKind::StartedFrom(name), out);
            }
            (ReviewFinding::Refused(_, Some(salvage)), ImportChoice::Add) => {
                for assessment in salvage.assessments {
                    // What is left of a file is no later state of what it was.
                    let assessment = Assessment { draft_id: String::new(), based_on: Vec::new(), ..assessment };
                    let name = assessment.unit.name.clone();
                    self.take_new(assessment, origin.clone(), NoticeKind::Salvaged(name), out);
                }
            }
            _ if self.reviews.is_empty() => out.push(Effect::Focus("view-title".into())),
            _ => {}
        }
        self.show_reviews(out);
    }

    /// Imports an assessment as a draft that replaces another; the other one is deleted, which can be undone.
    fn replace(&mut self, old: String, assessment: Assessment, origin: Option<OriginMark>, out: &mut Vec<Effect>) {
        let unit = assessment.unit.name.clone();
        self.take_snapshot(&old, Reason::Replace, out);
        let before = self.draft(&old);
        // The unit's report goes on with it. Where that draft goes on, what was said of it does too.
        let report = before.map(|draft| draft.report.clone()).unwrap_or_default();
        let same = before.filter(|draft| draft.file_id() == assessment.draft_id);
        let remarks = same.map(|draft| Rc::clone(&draft.remarks)).unwrap_or_default();
        if let Some(draft) = self.editable(&old) {
            draft.deleted = true;
        }
        let id = self.adopt_imported(&assessment, origin, out);
        if let Some(draft) = self.draft_mut(&id) {
            draft.remarks = remarks;
            draft.report = report;
        }
        self.edited(&old, out);
        self.notify(NoticeKind::Replaced(unit), Some(Undo::Unreplace(old, id.clone())));
        self.open_taken(id, Section::General, out);
    }

    fn take_new(
        &mut self,
        assessment: Assessment,
        origin: Option<OriginMark>,
        told: NoticeKind,
        out: &mut Vec<Effect>,
    ) {
        if let Some(own) = self.draft_of(&assessment.unit).map(|draft| draft.id.clone()) {
            self.take_snapshot(&own, Reason::Import, out);
        }
        let id = self.adopt_imported(&assessment, origin, out);
        self.notify(told, None);
        self.open_taken(id, Section::General, out);
    }

    /// As a draft it speaks of all requirements, whatever the file did.
    fn adopt_imported(&mut self, assessment: &Assessment, origin: Option<OriginMark>, out: &mut Vec<Effect>) -> String {
        let mut assessment = exchange::tidy(assessment);
        assessment.covers.clear();
        if self.drafts.iter().any(|draft| !draft.deleted && draft.file_id() == assessment.draft_id) {
            // The draft of that id goes on here beside it.
            assessment.draft_id.clear();
        }
        let (id, based_on) = (self.fresh_id(), std::mem::take(&mut assessment.based_on));
        self.adopt(Draft { origin, based_on, ..Draft::fresh(id.clone(), assessment) }, out);
        id
    }

    /// From the file of that name, now; from a merge that is taken back, where it has none.
    fn origin_mark(&self, file_name: &str) -> OriginMark {
        OriginMark { file_name: one_line(file_name), at: self.clock.now.to_iso(), ..OriginMark::default() }
    }

    /// After the last file, opens the draft that it became.
    pub(super) fn open_taken(&mut self, id: String, section: Section, out: &mut Vec<Effect>) {
        if self.reviews.is_empty() {
            let route = Route::Draft(id, section);
            out.push(Effect::Navigate(route.clone()));
            out.push(Effect::Focus("view-title".into()));
            self.route = route;
        }
    }

    fn merge(&mut self, id: &str, comparison: &Comparison, choices: &Choices, mark: &str, out: &mut Vec<Effect>) {
        let now = self.clock.now.to_iso();
        let changes = comparison.summary(choices).changes();
        self.take_snapshot(id, Reason::Import, out);
        let Some(draft) = self.editable(id) else { return };
        let before = draft.assessment.clone();
        let mut merged = comparison.merged(choices, mark);
        merged.count_edit(now);
        let revision = merged.revision;
        *draft.assessment = merged;
        for difference in &comparison.differences {
            if let (false, Some(place)) = (choices.of(difference) == MergeChoice::Mine, difference.part.place()) {
                draft.touch(&place);
            }
        }
        let unit = draft.assessment.unit.name.clone();
        self.edited(id, out);
        self.notify(NoticeKind::Merged(unit, changes), Some(Undo::Unmerge(id.to_owned(), revision, before)));
        self.open_taken(id.to_owned(), Section::General, out);
    }

    /// Puts the draft back as it was before the merge. What was typed since then goes on as a draft of its own.
    pub(super) fn unmerge(&mut self, id: &str, revision: u32, before: Box<Assessment>, out: &mut Vec<Effect>) {
        let now = self.clock.now.to_iso();
        let Some(draft) = self.editable(id) else { return };
        let merged = std::mem::replace(&mut draft.assessment, before);
        draft.assessment.revision = merged.revision;
        draft.assessment.count_edit(now);
        draft.touch_all(&merged);
        self.edited(id, out);
        if merged.revision != revision {
            let copy = self.fresh_id();
            if let Some(draft) = self.draft_mut(id) {
                draft.after = Some(copy.clone());
            }
            let origin = Some(self.origin_mark(""));
            let merged = Assessment { draft_id: String::new(), ..*merged };
            self.adopt(Draft { origin, ..Draft::fresh(copy, merged) }, out);
        }
        self.go(Route::Drafts, out);
    }
}
