//! Files that the page around the element passes in. They are read as if the person had chosen them, and reported before anything
//! is shown.

use crate::model::Model;
use crate::msg::Effect;
use crate::review::{Review, ReviewFinding};
use domain::assessment::Assessment;
use exchange::preview::Preview;

/// An assessment in a file, beside the draft of its unit.
#[derive(Clone, Debug, PartialEq)]
pub struct FoundAssessment<'a> {
    /// The file's name; in an archive with the archive's before it.
    pub file_name: &'a str,
    /// What a person would be shown of it.
    pub preview: &'a Preview,
    /// The assessment itself.
    pub assessment: &'a Assessment,
    /// The id of the draft that its unit has already.
    pub existing: Option<&'a str>,
    /// In how many places it differs from that; not told of a second one of the same unit, since each would be compared
    /// with all of the draft.
    pub differences: Option<usize>,
}

impl Model {
    /// A model with nothing in it, which reads files by the same messages as this one, and is then put away.
    #[must_use]
    pub fn reader(&self) -> Self {
        let mut reader = Self::new(self.directive.clone(), self.roster.clone(), 0, self.nfc);
        reader.ready = true;
        reader
    }

    /// The assessments among what a reader has read.
    #[must_use]
    pub fn found<'a>(&'a self, reviews: &'a [Review]) -> Vec<FoundAssessment<'a>> {
        let mut compared: Vec<&str> = Vec::new();
        let found = |review: &'a Review| {
            let ReviewFinding::Ready { preview, assessment, .. } = &review.finding else { return None };
            let draft = self.draft_of(&assessment.unit);
            let differences = match draft {
                Some(draft) if compared.contains(&draft.id.as_str()) => None,
                Some(draft) => {
                    compared.push(&draft.id);
                    Some(self.compared_with(draft, assessment).differences.len())
                }
                None => Some(0),
            };
            let existing = draft.map(|draft| draft.id.as_str());
            Some(FoundAssessment { file_name: &review.file_name, preview, assessment, existing, differences })
        };
        reviews.iter().filter_map(found).collect()
    }

    /// What a reader has read is shown to the person, who decides; and how many there was no room for.
    pub(super) fn files_read(&mut self, reviews: Vec<Review>, left_out: usize, out: &mut Vec<Effect>) {
        for mut review in reviews {
            if let ReviewFinding::Ready { assessment, existing, .. } = &mut review.finding {
                *existing = self.draft_of(&assessment.unit).map(|draft| draft.id.clone());
            }
            self.add_review(review);
        }
        self.left_out += left_out;
        self.show_reviews(out);
    }
}
