//! What was received: a line for each thing, containers first; what became of it, why, and what to do.

use super::context::{Context, href};
use super::deciding::{deciding, suggested};
use super::filters::{kinds, order, pager, wide, words};
use super::overview::csv;
use super::texts::line_words::LineWords;
use coordination::filter::{FILES_ORDERS, FilesFilter, FilesWhich};
use coordination::msg::{CsvTable, Msg};
use coordination::place::Place;
use coordination::views::files::{Decidable, FileRow, FilesView};
use coordination::views::lookup::{Assessed, is_container};
use domain::date::Date;
use gathering::codes;
use gathering::verdict::Verdict;
use ui::view;
use yew::prelude::*;

/// What was received.
pub(super) fn files(ctx: &Context) -> Html {
    let Some(shown) = FilesView::of(&ctx.store.0.model()) else { return Html::default() };
    let (texts, filter) = (&ctx.texts().files, &shown.filter);
    if shown.is_empty {
        return view! {
            <section class="files" aria-labelledby="files">
                <h2 id="files">{ texts.title }</h2>
                <p class="quiet">{ texts.empty }</p>
            </section>
        };
    }
    let from_start = FilesFilter { page: 0, ..filter.clone() };
    let kind = |(which, count): &(FilesWhich, usize)| {
        let msg = Msg::FilterFiles(FilesFilter { which: *which, ..from_start.clone() });
        ((texts.which)(*which), *count, *which == filter.which, msg)
    };
    let on_words = {
        let filter = from_start.clone();
        ctx.sender(move |words| Msg::FilterFiles(FilesFilter { words, ..filter.clone() }))
    };
    let in_order = {
        let filter = from_start.clone();
        move |order| Msg::FilterFiles(FilesFilter { order, ..filter.clone() })
    };
    let turn = |page| Msg::FilterFiles(FilesFilter { page, ..filter.clone() });
    view! {
        <section class="files" aria-labelledby="files">
            <h2 id="files">{ texts.title }</h2>
            <div class="filters no-print">
                { kinds(ctx, texts.which_label, shown.counts.iter().map(kind).collect()) }
                <div class="filter-fields">
                    { words(ctx, "files-words", texts.words, &filter.words, on_words) }
                    { order(ctx, "files-order", &FILES_ORDERS, texts.order, filter.order, in_order) }
                </div>
            </div>
            if shown.rows.is_empty() {
                <p class="quiet" role="status">{ ctx.texts().common.none }</p>
            } else {
                { table(ctx, &shown) }
                { pager(ctx, shown.shown, shown.page, turn) }
            }
            { csv(ctx, CsvTable::Files) }
        </section>
    }
}

fn table(ctx: &Context, shown: &FilesView) -> Html {
    let texts = &ctx.texts().files;
    let table = view! {
        <table class="lines by-file" role="table">
            <caption><span>{ texts.caption }</span></caption>
            <thead role="rowgroup">
                <tr role="row">
                    <th scope="col" role="columnheader">{ texts.file }</th>
                    <th scope="col" role="columnheader">{ texts.unit }</th>
                    <th scope="col" role="columnheader">{ texts.verdict }</th>
                </tr>
            </thead>
            { for shown.rows.iter().map(|one| row(ctx, shown, one)) }
        </table>
    };
    wide(ctx, "wide tall stacks", texts.title, table)
}

fn row(ctx: &Context, shown: &FilesView, row: &FileRow) -> Html {
    let key = [&row.thing, "-", &row.at.to_string()].concat();
    let name = name(ctx, row);
    if row.assessments.is_empty() {
        let said = line_words(ctx, row);
        return view! { <tbody key={key} role="rowgroup"><tr role="row">{ name }<td role="cell">{ said }</td></tr></tbody> };
    }
    let count = row.assessments.len();
    let one = |(at, decidable): (usize, &Decidable)| {
        let first = (at == 0).then(|| spanning(name.clone(), count));
        let id = [&key, "-", &at.to_string()].concat();
        view! {
            <tr role="row">
                { first }
                <td role="cell" lang="vi">{ whose(ctx, shown, &decidable.assessed) }</td>
                <td role="cell">
                    { verdict(ctx, &decidable.assessed, !row.line.remarks.is_empty()) }
                    if at == 0 {
                        { remarks(ctx, row) }
                    }
                    { suggested(ctx, decidable) }
                    { deciding(ctx, &id, decidable.clone(), true) }
                </td>
            </tr>
        }
    };
    view! { <tbody key={key.clone()} role="rowgroup">{ for row.assessments.iter().enumerate().map(one) }</tbody> }
}

/// The name of a file beside all of its assessments.
fn spanning(mut name: Html, rows: usize) -> Html {
    if let (yew::virtual_dom::VNode::VTag(tag), true) = (&mut name, rows > 1) {
        std::rc::Rc::make_mut(tag).add_attribute("rowspan", rows.to_string());
    }
    name
}

/// The name of a line, in from those that it lies in. Where nobody's name stands beside it, it takes that place too.
fn name(ctx: &Context, row: &FileRow) -> Html {
    let (texts, line) = (&ctx.texts().files, &row.line);
    let sent = line.sent_on().map(Date::to_display).unwrap_or_default();
    let sent = (texts.sent)(&line.sender, &sent);
    let size = (line.size > 0).then(|| (texts.size)(line.size));
    let depth = match line.depth {
        0 => "deep-0",
        1 => "deep-1",
        2 => "deep-2",
        _ => "deep-3",
    };
    let shown = match (line.name.is_empty(), line.outcome.as_str()) {
        (false, _) => "",
        (true, "skipped") => texts.system,
        (true, _) => ctx.texts().common.unnamed,
    };
    let is_mail = line.outcome == "mail" || line.depth == 0;
    let wide = row.assessments.is_empty().then_some("2");
    let class = if is_container(line) { [depth, " container"].concat() } else { depth.to_owned() };
    view! {
        <th scope="row" role="rowheader" {class} colspan={wide}>
            <bdi>{ shown }{ &line.name }</bdi>
            <small>
                { size }
                if is_mail && !sent.is_empty() {
                    <bdi>{ " · " }{ sent }</bdi>
                }
            </small>
        </th>
    }
}

/// What became of a line without an assessment.
fn line_words(ctx: &Context, row: &FileRow) -> Html {
    let texts = &ctx.texts().verdicts;
    let LineWords { verdict, what, remedy } = (texts.line)(&row.line);
    let is_refused = row.line.outcome == codes::REFUSED;
    let shape = match row.line.outcome.as_str() {
        codes::REFUSED => Some("st not-started"),
        codes::NEWER_VERSION | codes::OTHER_DIRECTIVE | "newer-bundle" | codes::OTHER_RECORD => Some("st none"),
        codes::HELD => Some("st done"),
        _ => None,
    };
    // That its digest does not match says nothing of where it was changed.
    let has_place = is_refused && !row.line.place.is_empty() && row.line.cause != "changed";
    let place = has_place.then(|| (texts.place)(&row.line.place));
    let class = if is_refused { "verdict refused" } else { "verdict" };
    view! {
        <div {class}>
            <p class="shaped">
                if let Some(shape) = shape {
                    <span class={shape} />
                }
                <strong>{ verdict }</strong>
            </p>
            <p>{ what }</p>
            if !remedy.is_empty() {
                <p class="remedy">{ remedy }</p>
            }
            if let Some(place) = place {
                <p class="hint">{ place }</p>
            }
        </div>
    }
}

/// Whose an assessment is, as far as that is known, and what its file says where that is something else.
fn whose(ctx: &Context, shown: &FilesView, assessed: &Assessed) -> Html {
    let claim = assessed.claim.name.trim();
    let says = || (ctx.texts().files.says)(claim);
    let Some(owner) = &assessed.owner else {
        let is_known = matches!(assessed.verdict, Verdict::Duplicate { .. });
        return if is_known {
            view! { <bdi>{ claim.to_owned() }</bdi> }
        } else {
            view! { <bdi>{ says() }</bdi> }
        };
    };
    let name = match &owner.row {
        Some(row) => {
            let place = Place::Unit(shown.id.clone(), row.clone());
            view! { <a href={href(&place)}><bdi>{ &owner.name }</bdi></a> }
        }
        None => view! { <bdi>{ &owner.name }</bdi> },
    };
    view! {
        <>
            { name }
            if owner.name != claim {
                <small><bdi>{ says() }</bdi></small>
            }
        </>
    }
}

/// What becomes of an assessment: a shape, a word or two, why, and what can be done.
pub(super) fn verdict(ctx: &Context, assessed: &Assessed, has_remark: bool) -> Html {
    let texts = &ctx.texts().verdicts;
    let shape = match &assessed.verdict {
        Verdict::Counts(_) => "st done",
        Verdict::Aside(cause) if cause.awaits_decision() => "st in-progress",
        Verdict::Aside(_) => "st none",
        Verdict::Superseded { .. } | Verdict::Duplicate { .. } | Verdict::LeftOut { .. } => "st out-of-scope",
    };
    let remedy = (texts.remedy)(&assessed.verdict);
    let class = if assessed.verdict.awaits_decision() { "verdict waits" } else { "verdict" };
    view! {
        <div {class}>
            <p class="shaped"><span class={shape} /><strong>{ (texts.verdict)(&assessed.verdict, has_remark) }</strong></p>
            <p><bdi>{ (texts.why)(&assessed.verdict, &assessed.other) }</bdi></p>
            if !remedy.is_empty() {
                <p class="remedy">{ remedy }</p>
            }
        </div>
    }
}

/// What there is to know of how a file came.
fn remarks(ctx: &Context, row: &FileRow) -> Html {
    let words = row.line.remarks.iter().filter_map(|code| (ctx.texts().verdicts.remark)(code, &row.line));
    view! { { for words.map(|words| view! { <p class="hint">{ words }</p> }) } }
}
