//! Units × requirements as a table: what each unit says about each requirement, as a shape, and as a word for screen readers.

use super::context::{Context, href};
use super::filters::{group, order, pager, wide, words};
use super::matrix::head;
use super::overview::csv;
use super::picker::beginning;
use super::select::Select;
use coordination::filter::{UNITS_ORDERS, UnitsFilter, UnitsStatus};
use coordination::msg::{CsvTable, Msg};
use coordination::place::Place;
use coordination::views::units::{Mark, STATUSES, UnitRow, UnitsView};
use domain::assessment::Status;
use ui::view;
use yew::prelude::*;

/// What stands beside a shape: for limitations, and for overdue steps. The words are there for the ear.
const LIMITATIONS: &str = "!";
const OVERDUE: &str = "▲";

/// So many requirements fit beside each other in a large window.
const FITTING: usize = 16;

/// Units × requirements.
pub(super) fn units(ctx: &Context) -> Html {
    let Some(shown) = UnitsView::of(&ctx.store.0.model()) else { return Html::default() };
    let texts = &ctx.texts().units;
    view! {
        <section class="units" aria-labelledby="units">
            <h2 id="units">{ texts.title }</h2>
            { filters(ctx, &shown) }
            <p class="quiet" role="status">{ (ctx.texts().common.units)(shown.shown) }</p>
            if shown.rows.is_empty() {
                <p class="quiet">{ ctx.texts().common.none }</p>
            } else {
                { table(ctx, &shown) }
                { key(ctx) }
                { pages(ctx, &shown) }
            }
            { csv(ctx, CsvTable::Units) }
        </section>
    }
}

fn filters(ctx: &Context, shown: &UnitsView) -> Html {
    let (texts, common, filter) = (&ctx.texts().units, &ctx.texts().common, &shown.filter);
    let from_start = UnitsFilter { page: 0, ..filter.clone() };
    let with = |change: fn(&mut UnitsFilter, String)| {
        let filter = from_start.clone();
        ctx.sender(move |value| {
            let mut filter = filter.clone();
            change(&mut filter, value);
            Msg::FilterUnits(filter)
        })
    };
    let any = |words: &'static str| (String::new(), AttrValue::Static(words));
    let named = |(id, title): &(String, String)| (id.clone(), AttrValue::from([id, " ", title].concat()));
    let requirements =
        std::iter::once(any(texts.any_requirement)).chain(shown.requirements.iter().map(named)).collect::<Vec<_>>();
    let status = |status: &UnitsStatus| (code(*status).to_owned(), AttrValue::Static((common.status)(*status)));
    let statuses = std::iter::once(any(texts.any_status)).chain(STATUSES.iter().map(status)).collect::<Vec<_>>();
    let by_requirement = yew::html! {
        <Select ctx={ctx.clone()} id="units-requirement" label={texts.requirement} options={requirements}
            value={filter.requirement.clone()} on_choose={with(|filter, id| filter.requirement = id)} />
    };
    let by_status = yew::html! {
        <Select ctx={ctx.clone()} id="units-status" label={texts.status} options={statuses}
            value={filter.status.map(code).unwrap_or_default().to_owned()}
            on_choose={with(|filter, code| filter.status = status_of(&code))} />
    };
    let issue = |(id, requirement, wording): &(String, String, String)| {
        (id.clone(), AttrValue::from([requirement, " ", &beginning(wording)].concat().trim_start().to_owned()))
    };
    let issues = std::iter::once(any(texts.any_issue)).chain(shown.issues.iter().map(issue)).collect::<Vec<_>>();
    let by_issue = yew::html! {
        <Select ctx={ctx.clone()} id="units-issue" label={texts.issue} options={issues}
            value={filter.issue.clone()} on_choose={with(|filter, id| filter.issue = id)} />
    };
    let in_order = {
        let filter = from_start.clone();
        move |order| Msg::FilterUnits(UnitsFilter { order, ..filter.clone() })
    };
    // The order hides nothing.
    let all = UnitsFilter { order: filter.order, ..UnitsFilter::default() };
    view! {
        <div class="filters no-print">
            <div class="filter-fields">
                { group(ctx, "units-group", &shown.groups, &filter.group, with(|filter, group| filter.group = group)) }
                { by_requirement }
                { by_status }
                if !shown.issues.is_empty() {
                    { by_issue }
                }
                { words(ctx, "units-words", common.words, &filter.words, with(|filter, words| filter.words = words)) }
                { order(ctx, "units-order", &UNITS_ORDERS, texts.order, filter.order, in_order) }
            </div>
            if all != from_start {
                <button type="button" class="btn link" onclick={ctx.click(Msg::FilterUnits(all))}>
                    { common.all_again }
                </button>
            }
        </div>
    }
}

/// The value of a status in the list.
fn code(status: UnitsStatus) -> &'static str {
    match status {
        UnitsStatus::Done => "done",
        UnitsStatus::InProgress => "in-progress",
        UnitsStatus::NotStarted => "not-started",
        UnitsStatus::Unanswered => "unanswered",
        UnitsStatus::WithLimitations => "limitations",
        UnitsStatus::WithOverdueSteps => "overdue",
        UnitsStatus::Missing => "missing",
    }
}

fn status_of(value: &str) -> Option<UnitsStatus> {
    STATUSES.into_iter().find(|status| code(*status) == value)
}

fn pages(ctx: &Context, shown: &UnitsView) -> Html {
    let filter = shown.filter.clone();
    pager(ctx, shown.shown, shown.page, move |page| Msg::FilterUnits(UnitsFilter { page, ..filter.clone() }))
}

fn table(ctx: &Context, shown: &UnitsView) -> Html {
    let texts = &ctx.texts().units;
    let requirements = shown.requirements.iter().map(|(id, title)| (id.as_str(), title.as_str()));
    let table = view! {
        <table class="numbers by-unit">
            <caption><span>{ texts.caption }</span></caption>
            { head(ctx, texts.unit, &shown.tasks, requirements) }
            <tbody>{ for shown.rows.iter().map(|one| row(ctx, shown, one)) }</tbody>
        </table>
    };
    // With more of them it is wider than a window.
    let class = if shown.requirements.len() <= FITTING { "wide tall fits" } else { "wide tall" };
    wide(ctx, class, texts.title, table)
}

fn row(ctx: &Context, shown: &UnitsView, row: &UnitRow) -> Html {
    let texts = &ctx.texts().units;
    let place = Place::Unit(shown.id.clone(), row.unit.clone());
    let name = view! { <th scope="row" lang="vi"><a href={href(&place)}><bdi>{ &row.name }</bdi></a></th> };
    if !row.counts {
        let words = if row.is_missing { texts.missing } else { texts.nothing_counts };
        return view! {
            <tr key={&*row.unit} class={row.is_missing.then_some("missing")}>
                { name }
                <td class="said" colspan={row.marks.len().to_string()}>{ words }</td>
            </tr>
        };
    }
    view! { <tr key={&*row.unit}>{ name }{ for row.marks.iter().map(|one| mark(ctx, *one)) }</tr> }
}

fn mark(ctx: &Context, mark: Mark) -> Html {
    let texts = &ctx.texts().units;
    let Some(status) = mark.status else {
        return view! { <td class="outside"><span role="img" aria-label={texts.out_of_scope} /></td> };
    };
    let more = [(mark.limitations, texts.limitations), (mark.overdue, texts.overdue)];
    let more = more.into_iter().filter(|(is_so, _)| *is_so).map(|(_, words)| [", ", words].concat());
    let words = [(ctx.texts().names.status)(status).to_owned(), more.collect()].concat();
    // There are hundreds of them: hidden words would be as many boxes more.
    view! {
        <td title={words.clone()}>
            <span class={shape(status)} role="img" aria-label={words} />
            if mark.limitations || mark.overdue {
                <sup class="flag" aria-hidden="true">
                    { mark.limitations.then_some(LIMITATIONS) }{ mark.overdue.then_some(OVERDUE) }
                </sup>
            }
        </td>
    }
}

/// The shape of a status.
pub(super) fn shape(status: Option<Status>) -> &'static str {
    match status {
        Some(Status::Done) => "st done",
        Some(Status::InProgress) => "st in-progress",
        Some(Status::NotStarted) => "st not-started",
        Some(Status::OutOfScope) => "st out-of-scope",
        None => "st none",
    }
}

/// Which shape stands for what.
fn key(ctx: &Context) -> Html {
    let (texts, names) = (&ctx.texts().units, &ctx.texts().names);
    let all = Status::ALL.into_iter().map(Some).chain([None]);
    let one = |status: Option<Status>| view! { <li><span class={shape(status)} />{ (names.status)(status) }</li> };
    view! {
        <ul class="shape-key" aria-label={ctx.texts().overview.key} role="list">
            { for all.map(one) }
            <li><span class="flag" aria-hidden="true">{ LIMITATIONS }</span>{ texts.limitations }</li>
            <li><span class="flag" aria-hidden="true">{ OVERDUE }</span>{ texts.overdue }</li>
        </ul>
    }
}
