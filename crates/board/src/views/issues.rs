//! The issues (các vấn đề): what units say, put together by the officer, each with its units and what can be done with it.

use super::context::{Context, href};
use super::field::Field;
use super::filters::{checked, kinds, pager, words};
use super::reading_parts::{dom_id, levels};
use super::select::Select;
use coordination::filter::{IssuesFilter, ReadingFilter};
use coordination::msg::{CsvTable, Msg, Tagging, Turn};
use coordination::parts::PROPOSALS;
use coordination::place::Place;
use coordination::typed::Typed;
use coordination::update::{ISSUES, move_id};
use coordination::views::issues::{IssueLine, IssuesView};
use gathering::excerpt::ExcerptKind;
use ui::disclosure::{Disclosed, disclosure};
use ui::field::Shape;
use ui::view;
use yew::prelude::*;

/// The issues.
pub(super) fn issues(ctx: &Context) -> Html {
    let Some(shown) = IssuesView::of(&ctx.store.0.model()) else { return Html::default() };
    let texts = &ctx.texts().issues;
    let all: usize = shown.kinds.iter().map(|(_, count)| count).sum();
    let page = |page| Msg::FilterIssues(IssuesFilter { page, ..shown.filter.clone() });
    let proposals = Place::Reading(shown.id.clone(), PROPOSALS.to_owned());
    view! {
        <section class="issues" aria-labelledby={ISSUES}>
            <h2 id={ISSUES} tabindex="-1">{ texts.name }</h2>
            <p class="hint">{ texts.hint }</p>
            <p class="no-print"><a href={href(&proposals)}>{ texts.read_proposals }</a></p>
            if all == 0 {
                <p class="quiet" role="status">{ texts.none }</p>
            } else {
                { asked(ctx, &shown, all) }
                if shown.lines.is_empty() {
                    <p class="quiet" role="status">{ texts.none_shown }</p>
                }
                <ol class="issue-list" role="list">{ for shown.lines.iter().map(|one| line(ctx, &shown, one)) }</ol>
                { pager(ctx, shown.shown, shown.filter.page, page) }
                <p class="actions no-print">
                    <button type="button" class="btn" onclick={ctx.click(Msg::ExportCsv(CsvTable::Issues))}>{ texts.csv }</button>
                </p>
            }
        </section>
    }
}

/// What is asked of the list.
fn asked(ctx: &Context, shown: &IssuesView, all: usize) -> Html {
    let texts = &ctx.texts().issues;
    let filter = IssuesFilter { page: 0, ..shown.filter.clone() };
    let of = |kind: Option<ExcerptKind>| Msg::FilterIssues(IssuesFilter { kind, ..filter.clone() });
    let mut choices = vec![(texts.all, all, filter.kind.is_none(), of(None))];
    let named = shown.kinds.iter().filter(|(_, count)| *count > 0);
    choices.extend(
        named.map(|(kind, count)| {
            ((ctx.texts().table.kind)(*kind), *count, filter.kind == Some(*kind), of(Some(*kind)))
        }),
    );
    let on_words = {
        let filter = filter.clone();
        ctx.sender(move |words| Msg::FilterIssues(IssuesFilter { words, ..filter.clone() }))
    };
    let on_report = {
        let filter = filter.clone();
        checked(ctx, move |only_in_report| Msg::FilterIssues(IssuesFilter { only_in_report, ..filter.clone() }))
    };
    view! {
        <div class="filters no-print">
            { kinds(ctx, texts.which, choices) }
            <div class="filter-fields">
                { requirement(ctx, shown, filter.clone()) }
                { words(ctx, "issues-words", texts.words, &filter.words, on_words) }
            </div>
            <label class="choice">
                <input type="checkbox" checked={filter.only_in_report} onchange={on_report} />
                { (texts.only_in_report)(shown.in_report) }
            </label>
        </div>
    }
}

fn requirement(ctx: &Context, shown: &IssuesView, filter: IssuesFilter) -> Html {
    let texts = &ctx.texts().issues;
    let all = (String::new(), AttrValue::Static(texts.all_requirements));
    let named = shown.requirements.iter().map(|(id, title)| (id.clone(), AttrValue::from([id, " ", title].concat())));
    let options: Vec<(String, AttrValue)> = std::iter::once(all).chain(named).collect();
    let value = filter.requirement.clone();
    let on_choose = ctx.sender(move |requirement| Msg::FilterIssues(IssuesFilter { requirement, ..filter.clone() }));
    let ctx = ctx.clone();
    yew::html! {
        <Select {ctx} id="issues-requirement" label={texts.requirement} {options} {value} {on_choose} />
    }
}

fn line(ctx: &Context, shown: &IssuesView, one: &IssueLine) -> Html {
    let texts = &ctx.texts().issues;
    let on_report = {
        let id = one.id.clone();
        checked(ctx, move |is_in| Msg::Tag(Tagging::InReport(id.clone(), is_in)))
    };
    let kind = (ctx.texts().table.kind)(one.kind);
    let place = if one.requirement.is_empty() { kind.to_owned() } else { [kind, " · ", &one.requirement].concat() };
    view! {
        <li key={one.id.clone()} class={if one.in_report { "issue in-report" } else { "issue" }}>
            <p class="hint">{ place }</p>
            <p class="words" lang="vi"><bdi>{ &one.wording }</bdi></p>
            <div class="issue-ways">
                <label class="choice no-print">
                    <input type="checkbox" checked={one.in_report} onchange={on_report} />
                    { texts.in_report }<span class="spoken">{ ": " }{ &one.wording }</span>
                </label>
                { units(ctx, shown, one) }
                { moving(ctx, one) }
                { edited(ctx, one) }
            </div>
            if one.kind == ExcerptKind::Proposal {
                { level(ctx, shown, one) }
            }
        </li>
    }
}

fn level(ctx: &Context, shown: &IssuesView, one: &IssueLine) -> Html {
    let id = one.id.clone();
    let on_choose = ctx.sender(move |level| Msg::Tag(Tagging::Level(id.clone(), level)));
    let id = ["level-", &one.id].concat();
    levels(ctx, id, shown.levels.iter().cloned(), one.level.clone(), on_choose)
}

/// How many units say it, and which: each leads to its text.
fn units(ctx: &Context, shown: &IssuesView, one: &IssueLine) -> Html {
    let texts = &ctx.texts().issues;
    if one.units.is_empty() {
        return view! { <p class="quiet">{ texts.nobody }</p> };
    }
    let requirement = if one.requirement.is_empty() { PROPOSALS } else { &one.requirement };
    let place = Place::Reading(shown.id.clone(), requirement.to_owned());
    let part = coordination::parts::Part { kind: one.kind, item: String::new() };
    let (units, ctx) = (one.units.clone(), ctx.clone());
    let count = (texts.units)(units.len());
    let content = move || {
        let unit = |(unit, name, is_later): &(String, String, bool)| {
            let part = part.clone();
            let filter = ReadingFilter { unit: unit.clone(), part, ..ReadingFilter::default() };
            let is_without_keys = ctx.store.0.model().reading.is_without_keys;
            let msg = Msg::FilterReading(ReadingFilter { is_without_keys, ..filter });
            view! {
                <li key={unit.clone()}>
                    <a href={href(&place)} onclick={ctx.click(msg)} lang="vi"><bdi>{ name }</bdi></a>
                    if *is_later {
                        <small>{ " – " }{ ctx.texts().issues.later_file }</small>
                    }
                </li>
            }
        };
        view! { <ul class="issue-units">{ for units.iter().map(unit) }</ul> }
    };
    disclosure(["units-", &one.id].concat(), count, Disclosed::default(), content)
}

/// Moves it among those of its kind and requirement.
fn moving(ctx: &Context, one: &IssueLine) -> Html {
    let (place, all) = one.place;
    if all < 2 {
        return Html::default();
    }
    let texts = &ctx.texts().issues;
    let button = |words: &'static str, turn: Turn, is_there: bool| {
        let onclick = is_there.then(|| ctx.click(Msg::Tag(Tagging::Move(one.id.clone(), turn))));
        view! {
            <button type="button" class="btn" id={move_id(&one.id, turn)}
                aria-disabled={if is_there { "false" } else { "true" }} {onclick}>
                { words }<span class="spoken">{ ", " }{ (texts.place)(place, all) }{ ": " }{ &one.wording }</span>
            </button>
        }
    };
    view! {
        <div class="actions no-print">
            { button(texts.up, Turn::Up, place > 1) }
            { button(texts.down, Turn::Down, place < all) }
        </div>
    }
}

/// Its wording, with which other it is joined, and that it goes.
fn edited(ctx: &Context, one: &IssueLine) -> Html {
    let (ctx, one) = (ctx.clone(), one.clone());
    let (key, label) = (["edit-", &one.id].concat(), ctx.texts().issues.edit.to_owned());
    let content = move || {
        let texts = &ctx.texts().issues;
        let of = Some(Typed::wording(&one.id));
        let field = yew::html! {
            <Field ctx={ctx.clone()} id={dom_id(&["wording-", &one.id].concat())} label={texts.wording}
                value={one.wording.clone()} shape={Shape::Area} needs_text={true} {of} />
        };
        let remove = Msg::Tag(Tagging::Remove(one.id.clone()));
        ctx.finished(view! {
            <div class="issue-edit">
                { field }
                if !one.others.is_empty() {
                    { join(&ctx, &one) }
                }
                <button type="button" class="btn" onclick={ctx.click(remove)}>{ texts.remove }</button>
            </div>
        })
    };
    view! { <div class="no-print">{ disclosure(key, label, Disclosed::default(), content) }</div> }
}

fn join(ctx: &Context, one: &IssueLine) -> Html {
    let texts = &ctx.texts().issues;
    let none = (String::new(), AttrValue::Static(texts.join_none));
    let others =
        one.others.iter().map(|(id, wording)| (id.clone(), AttrValue::from(super::picker::beginning(wording))));
    let options: Vec<(String, AttrValue)> = std::iter::once(none).chain(others).collect();
    let id = one.id.clone();
    let on_choose = ctx.sender(move |into| Msg::Tag(Tagging::Join(id.clone(), into)));
    let (ctx, id) = (ctx.clone(), dom_id(&["join-", &one.id].concat()));
    yew::html! { <Select {ctx} {id} label={texts.join} {options} value={String::new()} {on_choose} /> }
}
