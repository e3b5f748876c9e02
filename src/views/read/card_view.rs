//! The data from which a task's card and its rows are drawn.

use super::reading::Reading;
use crate::views::bar::href;
use crate::views::context::ViewContext;
use crate::views::texts::read::ReadTexts;
use app::{Edit, Msg, Route};
use domain::directive::Task;
use domain::progress::TaskProgress;
use ui::view;
use yew::prelude::*;

/// The id of the choice of the unit.
pub(super) const UNIT_DOM_ID: &str = "read-unit";

/// What a card is drawn from.
pub(super) struct CardView<'a> {
    pub(super) ctx: &'a ViewContext,
    pub(super) reading: &'a Reading,
    pub(super) task: &'a Task,
    pub(super) progress: TaskProgress,
    /// Whether this is the card to go on with.
    pub(super) is_next: bool,
}

/// The id of the card of a task, or of the row of a requirement.
pub(super) fn card_dom_id(id: &str) -> String {
    ["card-", id].concat()
}

impl<'a> CardView<'a> {
    pub(super) fn texts(&self) -> &'static ReadTexts {
        &self.ctx.texts().read
    }

    /// The draft that an edit on the card is made to.
    pub(super) fn draft(&self) -> Option<&'a String> {
        self.reading.shown.read_as.draft.as_ref()
    }

    pub(super) fn is_mine(&self) -> bool {
        self.has_unit() && self.progress.scope.is_in()
    }

    pub(super) fn has_unit(&self) -> bool {
        self.reading.shown.read_as.unit.is_some()
    }

    /// The link to the board, where it is the work of this task; not for a unit of which the task asks nothing.
    pub(super) fn way_to_the_board(&self) -> Option<Html> {
        let is_gathering = self.task.id == self.reading.shown.directive.gathering;
        let is_asked = self.is_mine() || !self.has_unit();
        let href = href(&Route::Board(String::new()));
        (is_gathering && is_asked).then(|| view! { <a {href}>{ self.texts().open_board }</a> })
    }

    pub(super) fn is_highlighted(&self, id: &str) -> bool {
        self.reading.highlighted.as_deref() == Some(id)
    }

    /// Takes part in the task, or no longer. The button goes away with the click, so the card takes the focus.
    pub(super) fn opts_in(&self, on: bool) -> Callback<MouseEvent> {
        let id = self.task.id.clone();
        let Some(draft) = self.draft().cloned() else { return self.ctx.click(Msg::AssessTask(id)) };
        let ctx = self.ctx.clone();
        Callback::from(move |_| {
            ctx.send(Msg::Edit(draft.clone(), Edit::OptIn(id.clone(), on)));
            ctx.send(Msg::Focus(card_dom_id(&id)));
        })
    }
}
