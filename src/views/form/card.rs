//! What every piece of a requirement's card needs to draw itself.

use super::pieces::Form;
use app::views::{self, RequirementView};
use std::rc::Rc;

/// What the card's pieces draw with.
pub(super) struct Card<'a> {
    pub(super) form: Form<'a>,
    pub(super) id: &'a String,
    pub(super) view: &'a Rc<RequirementView>,
}

impl Card<'_> {
    pub(super) fn lacks(&self) -> Option<usize> {
        views::lacks(self.view.answer.status, self.view.findings.len())
    }
}
