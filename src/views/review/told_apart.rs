//! What tells drafts of one unit apart.

use crate::views::context::ViewContext;
use crate::views::origin::origin;
use app::Draft;
use app::views::draft_row;
use ui::view;
use yew::prelude::*;

/// Where a draft comes from, and when it was changed.
pub(super) fn told_apart(ctx: &ViewContext, id: &str) -> Html {
    let (model, texts) = (ctx.runtime.model(), &ctx.texts().drafts);
    let told = |draft: &Draft| {
        let row = draft_row(&model, draft);
        view! { <>{ origin(texts, &row) }{ "; " }{ (texts.changed)(&row.changed) }</> }
    };
    model.draft(id).map(told).unwrap_or_default()
}
