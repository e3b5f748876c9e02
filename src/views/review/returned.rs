//! A file with remarks: for whom it is, from whom, and the draft that takes them.

use super::told_apart::told_apart;
use crate::views::context::ViewContext;
use app::Msg;
use app::msg::ImportChoice;
use app::views::draft_row;
use domain::date::Moment;
use domain::ids::once;
use exchange::Returned;
use ui::view;
use yew::prelude::*;

/// So many names are listed of those who remark.
const NAMES: usize = 5;

/// `fitting` are the ids of the drafts that the remarks answer to.
pub(super) fn returned(ctx: &ViewContext, file: &str, returned: &Returned, fitting: &[String]) -> Html {
    let (texts, own) = (&ctx.texts().import, &ctx.texts().returned);
    let when = Moment::from_iso(&returned.exported_at).map(|moment| ctx.runtime.model().wall_clock(moment));
    let names: Vec<String> = returned.remarks.iter().map(|remark| remark.by.clone()).collect();
    let name = |name: &&String| view! { <div lang="vi">{ (*name).clone() }</div> };
    let said = match fitting.len() {
        0 => own.none,
        1 => "",
        _ => own.several,
    };
    let cancel = ctx.click(Msg::Import(ImportChoice::Cancel));
    view! {
        <>
            <dl>
                <dt>{ texts.file }</dt><dd>{ file.to_owned() }</dd>
                <dt>{ texts.unit }</dt><dd lang="vi">{ &returned.unit.name }</dd>
                <dt>{ texts.exported }</dt><dd>{ when }</dd>
                <dt>{ own.by }</dt><dd>{ for once(&names).iter().take(NAMES).map(name) }</dd>
            </dl>
            <p><strong>{ (own.remarks)(returned.remarks.len()) }</strong></p>
            <p>{ said }</p>
            { for fitting.iter().map(|id| draft(ctx, id)) }
            <div class="actions"><button type="button" class="btn" onclick={cancel}>{ texts.cancel }</button></div>
        </>
    }
}

/// A draft that can take them.
fn draft(ctx: &ViewContext, id: &str) -> Html {
    let model = ctx.runtime.model();
    let Some(row) = model.draft(id).map(|draft| draft_row(&model, draft)) else { return Html::default() };
    let name = (ctx.texts().review.draft)(&row.changed);
    let attach = ctx.click(Msg::Import(ImportChoice::Attach(id.to_owned())));
    view! {
        <p>
            <button type="button" class="btn main" onclick={attach}>{ (ctx.texts().returned.attach)(&name) }</button>{ " " }
            <small>{ told_apart(ctx, id) }</small>
        </p>
    }
}
