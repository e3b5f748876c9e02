//! A file with remarks: which unit it is for, who sent it, and the draft that takes the remarks.

use crate::views::context::ViewContext;
use crate::views::origin::origin;
use app::Msg;
use app::msg::ImportChoice;
use app::views::{DraftRow, draft_row};
use domain::date::Moment;
use exchange::Returned;
use ui::view;
use yew::prelude::*;

pub(super) fn returned(ctx: &ViewContext, file: &str, returned: &Returned) -> Html {
    let (texts, own) = (&ctx.texts().import, &ctx.texts().returned);
    let model = ctx.runtime.model();
    let when = Moment::from_iso(&returned.exported_at).map(|moment| model.wall_clock(moment));
    let takers: Vec<Html> = model.answered_by(returned).map(|draft| taker(ctx, &draft_row(&model, draft))).collect();
    let cancel = ctx.click(Msg::Import(ImportChoice::Cancel));
    view! {
        <>
            <dl>
                <dt>{ texts.file }</dt><dd>{ file.to_owned() }</dd>
                <dt>{ texts.unit }</dt><dd lang="vi">{ &returned.unit.name }</dd>
                <dt>{ own.by }</dt><dd lang="vi">{ returned.remarks.first().map(|remark| &remark.by) }</dd>
                <dt>{ texts.exported }</dt><dd>{ when }{ ": " }{ (own.remarks)(returned.remarks.len()) }</dd>
            </dl>
            if takers.is_empty() {
                <p>{ own.none }</p>
            }
            { for takers }
            <div class="actions"><button type="button" class="btn" onclick={cancel}>{ texts.cancel }</button></div>
        </>
    }
}

/// A draft that can take them.
fn taker(ctx: &ViewContext, row: &DraftRow) -> Html {
    let name = (ctx.texts().review.draft)(&row.changed);
    let attach = ctx.click(Msg::Import(ImportChoice::Attach(row.id.clone())));
    view! {
        <p>
            <button type="button" class="btn main" onclick={attach}>{ (ctx.texts().returned.attach)(&name) }</button>{ " " }
            { origin(&ctx.texts().drafts, row) }
        </p>
    }
}
