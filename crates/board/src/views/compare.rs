//! Two gatherings beside each other: on what that rests, a picture, and the same numbers as a table.

use super::context::{Context, href};
use super::dots::{dots, key};
use super::filters::{group, wide};
use super::overview::csv;
use super::select::Select;
use coordination::compared::CompareFilter;
use coordination::filter::{UnitsFilter, UnitsStatus};
use coordination::msg::{CsvTable, Msg};
use coordination::place::Place;
use coordination::views::compare::{Compare, Known, Progress, Seen};
use gathering::comparison::{Row, Share};
use gathering::table::NOTHING;
use ui::disclosure::{Disclosed, disclosure};
use ui::view;
use yew::prelude::*;

/// Two gatherings beside each other.
pub(super) fn compare(ctx: &Context) -> Html {
    let Some(shown) = Compare::of(&ctx.store.0.model()) else { return Html::default() };
    let texts = &ctx.texts().compare;
    let waiting = |words: String, done: u32, all: u32| {
        let value = (all > 0).then(|| done.to_string());
        view! {
            <div class="progress">
                <progress max={all.max(1).to_string()} {value} aria-label={texts.progress} />
                <p role="status">{ words }</p>
            </div>
        }
    };
    let content = match &shown.progress {
        Progress::Alone => alone(ctx, shown.is_sample),
        Progress::TakingIn(kept, all) => waiting((texts.taking_in)(*kept, *all), *kept, *all),
        Progress::Reading(read, all) => waiting((texts.reading)(*read, *all), *read, *all),
        Progress::Failed(fault) => view! {
            <div class="failed" role="alert">
                <p><strong>{ texts.failed }</strong></p>
                <p>{ (ctx.texts().common.fault)(*fault) }</p>
                <button type="button" class="btn" onclick={ctx.click(Msg::CompareAgain)}>{ texts.again }</button>
            </div>
        },
        Progress::Seen(seen) => both(ctx, &shown, seen),
    };
    view! {
        <section class="compare" aria-labelledby="compare">
            <h2 id="compare">{ texts.title }</h2>
            { choices(ctx, &shown) }
            { content }
        </section>
    }
}

fn alone(ctx: &Context, is_sample: bool) -> Html {
    let texts = &ctx.texts().compare;
    view! {
        <>
            <p class="quiet">{ texts.alone }</p>
            if is_sample {
                <p class="sample-way">
                    <button type="button" class="btn main" onclick={ctx.click(Msg::MakeEarlierSample)}>{ texts.make_sample }</button>
                    <span class="hint">{ texts.alone_sample }</span>
                </p>
            }
        </>
    }
}

/// The choice of the other gathering, of a group, and of the units.
fn choices(ctx: &Context, shown: &Compare) -> Html {
    let texts = &ctx.texts().compare;
    let named = |(id, name): &(String, String)| (id.clone(), AttrValue::from(ctx.name_of(name, shown.is_sample)));
    let on_choose = {
        let id = shown.id.clone();
        ctx.sender(move |other| Msg::GoTo(Place::Compare(id.clone(), other)))
    };
    let options: Vec<(String, AttrValue)> = shown.others.iter().map(named).collect();
    let other = (options.len() > 1).then(|| {
        let value = shown.other.clone();
        yew::html! { <Select ctx={ctx.clone()} id="compare-other" label={texts.other} {options} {value} {on_choose} /> }
    });
    let Progress::Seen(seen) = &shown.progress else {
        return view! { <div class="filters no-print"><div class="filter-fields">{ other }</div></div> };
    };
    let filter = &seen.filter;
    let on_group = {
        let filter = filter.clone();
        ctx.sender(move |group| Msg::FilterCompared(CompareFilter { group, ..filter.clone() }))
    };
    let onchange = {
        let filter = filter.clone();
        let other = CompareFilter { is_both_only: !filter.is_both_only, ..filter };
        ctx.sender(move |_: Event| Msg::FilterCompared(other.clone()))
    };
    view! {
        <div class="filters no-print">
            <div class="filter-fields">
                { other }
                { group(ctx, "compare-group", &seen.groups, &filter.group, on_group) }
                <label class="choice"><input type="checkbox" checked={filter.is_both_only} {onchange} />{ texts.both_only }</label>
            </div>
        </div>
    }
}

fn both(ctx: &Context, shown: &Compare, seen: &Seen) -> Html {
    let texts = &ctx.texts().compare;
    let earlier = ctx.name_of(&seen.earlier.name, shown.is_sample);
    let later = ctx.name_of(&seen.later.name, shown.is_sample);
    let names = [(texts.earlier)(&earlier), (texts.later)(&later)];
    view! {
        <>
            { comparability(ctx, seen) }
            <figure class="beside" aria-labelledby="compare-picture">
                <figcaption id="compare-picture"><b>{ texts.picture }</b><small>{ texts.explained }</small></figcaption>
                { key(&names) }
                { dots(&seen.rows) }
            </figure>
            { table(ctx, shown, seen, &names) }
            { csv(ctx, CsvTable::Comparison) }
        </>
    }
}

/// What is the same, and what is not.
fn comparability(ctx: &Context, seen: &Seen) -> Html {
    let (texts, found) = (&ctx.texts().compare, &seen.comparability);
    let (earlier, later) = (&seen.earlier, &seen.later);
    let day = |known: &Known| known.cut_off.map_or_else(|| texts.no_day.to_owned(), |day| day.to_display());
    let (only_earlier, only_later) = (seen.only_earlier.len(), seen.only_later.len());
    let lines = [
        (only_earlier + only_later == 0, (texts.units)(found.both.len(), only_earlier, only_later)),
        (found.is_same_edition, (texts.edition)(&earlier.edition, &later.edition)),
        (found.is_same_roster, (texts.roster)(&earlier.roster_as_of, &later.roster_as_of)),
        (found.is_same_cut_off, (texts.cut_off)(&day(earlier), &day(later))),
    ];
    let line = |(is_same, words): &(bool, String)| {
        let (class, mark, said) = if *is_same { ("same", "=", texts.same) } else { ("other", "≠", texts.different) };
        view! { <li {class}><span aria-hidden="true">{ mark }</span><span><b>{ said }</b>{ " " }{ words }</span></li> }
    };
    let units = [
        ("compare-only-earlier", texts.only_earlier, &seen.only_earlier),
        ("compare-only-later", texts.only_later, &seen.only_later),
    ];
    let units = units.into_iter().filter(|(_, _, names)| !names.is_empty());
    let named = |(id, words, names): (&str, &'static str, &Vec<String>)| {
        let label = [words, " (", &names.len().to_string(), ")"].concat();
        let names = names.clone();
        let list = move || {
            let one = |name: &String| view! { <li lang="vi"><bdi>{ name }</bdi></li> };
            view! { <ul class="names" role="list">{ for names.iter().map(one) }</ul> }
        };
        disclosure(id.to_owned(), label, Disclosed::default(), list)
    };
    view! {
        <div class="comparable">
            <p><strong>{ if found.is_full() { texts.full } else { texts.partly } }</strong></p>
            <ul role="list">{ for lines.iter().map(line) }</ul>
            <div class="no-print">{ for units.map(named) }</div>
        </div>
    }
}

/// The same numbers; each leads to the units that it counts.
fn table(ctx: &Context, shown: &Compare, seen: &Seen, names: &[String; 2]) -> Html {
    let texts = &ctx.texts().compare;
    let share = |known: &Known, row: &Row, share: Share| {
        let rate = share.rate().map_or_else(|| NOTHING.to_owned(), |rate| rate.to_display());
        view! { <td>{ number(ctx, shown, seen, known, row, share) }{ " " }<small>{ rate }</small></td> }
    };
    let row = |one: &Row| {
        view! {
            <tr>
                <th scope="row" lang="vi"><b>{ &one.requirement }</b>{ " " }{ &one.title }</th>
                { share(&seen.earlier, one, one.earlier) }
                { share(&seen.later, one, one.later) }
            </tr>
        }
    };
    let table = view! {
        <table class="numbers by-requirement">
            <caption><span>{ texts.table }</span></caption>
            <thead>
                <tr>
                    <th scope="col">{ ctx.texts().overview.requirement }</th>
                    { for names.iter().map(|name| view! { <th scope="col"><bdi>{ name }</bdi></th> }) }
                </tr>
            </thead>
            <tbody>{ for seen.rows.iter().map(row) }</tbody>
        </table>
    };
    wide(ctx, "wide", texts.table, table)
}

fn number(ctx: &Context, shown: &Compare, seen: &Seen, known: &Known, row: &Row, share: Share) -> Html {
    let words = [&share.done.to_string(), "/", &share.in_scope.to_string()].concat();
    // No list shows the units that are in both alone.
    if seen.filter.is_both_only || share.in_scope == 0 {
        return view! { <span>{ words }</span> };
    }
    let filter = UnitsFilter {
        group: seen.filter.group.clone(),
        requirement: row.requirement.clone(),
        status: (share.done > 0).then_some(UnitsStatus::Done),
        ..UnitsFilter::default()
    };
    let msg = if known.id == shown.id { Msg::FilterUnits(filter) } else { Msg::CarryUnits(known.id.clone(), filter) };
    let place = Place::Units(known.id.clone());
    view! { <a href={href(&place)} onclick={ctx.click(msg)}>{ words }</a> }
}
