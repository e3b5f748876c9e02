//! Compares drafts of one unit, however they came about, with the same review that compares a file with a draft.

use crate::draft::Draft;
use crate::model::{Model, is_same_unit};
use crate::msg::Effect;
use crate::review::{Review, ReviewFinding};
use exchange::Incoming;
use exchange::merge::Choices;
use exchange::preview::Preview;

impl Model {
    /// The other drafts of a draft's unit.
    pub fn siblings<'a>(&'a self, draft: &'a Draft) -> impl Iterator<Item = &'a Draft> {
        let own = |draft: &Draft| draft.newer.is_none() && !draft.deleted && !draft.assessment.sample;
        let is_sibling =
            move |other: &&Draft| other.id != draft.id && is_same_unit(&other.assessment.unit, &draft.assessment.unit);
        self.drafts.iter().filter(move |other| own(draft) && own(other)).filter(is_sibling)
    }

    /// Lays the other drafts of its unit beside a draft, each as if it came in a file, and in the place of those that were
    /// laid beside one before.
    pub(super) fn compare(&mut self, id: &str, out: &mut Vec<Effect>) {
        let Some(draft) = self.draft(id) else { return };
        let review = |other: &Draft| Review {
            file_name: String::new(),
            finding: ReviewFinding::Ready {
                preview: Box::new(Preview::of(&Incoming::default(), &other.assessment, &self.directive)),
                assessment: other.assessment.clone(),
                existing: Some(id.to_owned()),
                choices: Choices::default(),
                draft: Some(other.id.clone()),
            },
            memory: 0,
        };
        let reviews: Vec<Review> = self.siblings(draft).map(review).collect();
        self.end_comparing();
        self.review = self.reviews.len();
        reviews.into_iter().for_each(|review| self.add_review(review));
        self.review = self.review.min(self.reviews.len().saturating_sub(1));
        self.show_reviews(out);
    }

    /// Lays aside every draft that was laid beside one.
    pub(super) fn end_comparing(&mut self) {
        self.reviews.retain(|review| !matches!(review.finding, ReviewFinding::Ready { draft: Some(_), .. }));
        self.review = 0;
        self.compared.take();
    }
}
