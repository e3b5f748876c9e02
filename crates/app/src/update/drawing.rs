//! How much of the document is drawn: slice by slice, with a turn for the browser in between.

use crate::drawing::{ALL, SLICE};
use crate::model::Model;
use crate::msg::Effect;
use crate::route::{Route, Section};
use domain::assessment::Assessment;

impl Model {
    /// The person has come to a view: its document begins with the first slice, if it is one.
    pub(super) fn begin_drawing(&mut self, out: &mut Vec<Effect>) {
        let is_document = matches!(self.route, Route::Draft(_, Section::Print));
        self.drawn = if is_document { 1 } else { ALL };
        if is_document {
            out.push(Effect::NextTurn);
        }
    }

    /// The browser has had its turn.
    pub(super) fn draw_more(&mut self, out: &mut Vec<Effect>) {
        if self.is_drawing() {
            self.drawn += 1;
            out.push(Effect::NextTurn);
        } else {
            self.drawn = ALL;
        }
    }

    /// Whether there is more of the document than is drawn.
    #[must_use]
    pub fn is_drawing(&self) -> bool {
        let slices = || self.current().map_or(0, |draft| most_rows(&draft.assessment).div_ceil(SLICE));
        self.drawn != ALL && self.drawn < slices()
    }

    /// What is printed or saved is printed and saved whole.
    pub(super) fn draw_all(&mut self) {
        self.drawn = ALL;
    }

    pub(super) fn print(&mut self, out: &mut Vec<Effect>) {
        self.draw_all();
        out.push(Effect::Print);
    }
}

/// The rows of the longest list of the document.
fn most_rows(assessment: &Assessment) -> usize {
    let of_answers = assessment.answers.values().map(|answer| answer.next_steps.len().max(answer.evidence.len()));
    of_answers.fold(assessment.evidence.len(), usize::max)
}
