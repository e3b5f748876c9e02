//! Importing: a file is read strictly and shown before anything changes; then the person chooses.

use super::draft::Draft;
use super::model::Model;
use super::msg::{Effect, ImportChoice};
use super::notice::{NoticeKind, Undo};
use super::route::{Route, Section};
use crate::domain::assessment::Assessment;
use crate::exchange::preview::Preview;
use crate::exchange::{self, Refusal};

/// A file that waits for the person's choice.
#[derive(Clone, Debug, PartialEq)]
pub struct Review {
    /// The file's name.
    pub file_name: String,
    /// What was found in it.
    pub finding: ReviewFinding,
}

/// What was found in a file.
#[derive(Clone, Debug, PartialEq)]
pub enum ReviewFinding {
    /// An assessment that can be taken in.
    Ready {
        /// What the person is shown of it.
        preview: Box<Preview>,
        /// The assessment.
        assessment: Box<Assessment>,
        /// The id of the draft that its unit has already.
        existing: Option<String>,
    },
    /// The file is refused.
    Refused(Refusal),
    /// The file could not be read from the disk.
    Unreadable,
}

impl Model {
    pub(super) fn file_read(&mut self, file_name: String, bytes: &[u8], out: &mut Vec<Effect>) {
        let carried = exchange::carrier::carried(bytes);
        match exchange::read(carried.as_deref().unwrap_or(bytes), &self.directive.id) {
            Ok(incoming) => {
                for assessment in incoming.assessments() {
                    let finding = ReviewFinding::Ready {
                        preview: Box::new(Preview::of(&incoming, assessment, &self.directive)),
                        existing: self.draft_of(&assessment.unit).map(|draft| draft.id.clone()),
                        assessment: Box::new(assessment.clone()),
                    };
                    self.reviews.push(Review { file_name: file_name.clone(), finding });
                }
                self.show_reviews(out);
            }
            Err(refusal) => self.refuse(file_name, ReviewFinding::Refused(refusal), out),
        }
    }

    pub(super) fn file_too_large(&mut self, file_name: String, size: u64, out: &mut Vec<Effect>) {
        self.refuse(file_name, ReviewFinding::Refused(Refusal::too_large(size)), out);
    }

    pub(super) fn file_unreadable(&mut self, file_name: String, out: &mut Vec<Effect>) {
        self.refuse(file_name, ReviewFinding::Unreadable, out);
    }

    fn refuse(&mut self, file_name: String, finding: ReviewFinding, out: &mut Vec<Effect>) {
        self.reviews.push(Review { file_name, finding });
        self.show_reviews(out);
    }

    /// The review stands at the top of the list of drafts, wherever the file was dropped.
    fn show_reviews(&mut self, out: &mut Vec<Effect>) {
        if self.route != Route::Drafts {
            self.route = Route::Drafts;
            out.push(Effect::Navigate(Route::Drafts));
        }
        out.push(Effect::Focus("review-title".into()));
    }

    pub(super) fn import(&mut self, choice: ImportChoice, out: &mut Vec<Effect>) {
        if self.reviews.is_empty() {
            return;
        }
        let review = self.reviews.remove(0);
        match (review.finding, choice) {
            (ReviewFinding::Ready { assessment, existing, .. }, ImportChoice::Add | ImportChoice::Replace) => {
                let replaced = existing.filter(|_| choice == ImportChoice::Replace);
                self.take_in(*assessment, replaced, out);
            }
            _ if self.reviews.is_empty() => out.push(Effect::Focus("view-title".into())),
            _ => {}
        }
        if !self.reviews.is_empty() {
            self.show_reviews(out);
        }
    }

    /// Takes an assessment in as a draft. The one that it replaces is deleted, which can be undone.
    fn take_in(&mut self, assessment: Assessment, replaced: Option<String>, out: &mut Vec<Effect>) {
        let unit = assessment.unit.name.clone();
        let id = self.fresh_id();
        self.adopt(Draft::fresh(id.clone(), assessment), out);
        match replaced {
            Some(old) => {
                if let Some(draft) = self.draft_mut(&old) {
                    draft.deleted = true;
                }
                self.edited(&old, out);
                self.notify(NoticeKind::Replaced(unit), Some(Undo::Unreplace(old, id.clone())));
            }
            None => self.notify(NoticeKind::Imported(unit), None),
        }
        if self.reviews.is_empty() {
            let route = Route::Draft(id, Section::General);
            out.push(Effect::Navigate(route.clone()));
            out.push(Effect::Focus("view-title".into()));
            self.route = route;
        }
    }
}
