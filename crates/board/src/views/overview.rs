//! The first screen: who has sent a report, with the missing named first; what needs a decision; how far each requirement has come.

use super::bars::{bar, key};
use super::context::{Context, href};
use super::filters::wide;
use super::matrix::{filter, matrix};
use super::office::office;
use coordination::filter::{FilesFilter, FilesWhich, RegisterFilter, RegisterWhich, UnitsStatus};
use coordination::msg::{CsvTable, Msg};
use coordination::office::OfficeFile;
use coordination::place::Place;
use coordination::views::overview::{GroupMeasure, Overview, RequirementNumbers};
use coordination::views::waiting::WaitsFor;
use gathering::measures::Measure;
use gathering::percent::Percent;
use gathering::table::{Column, NOTHING};
use ui::view;
use yew::prelude::*;

/// The first screen.
pub(super) fn overview(ctx: &Context) -> Html {
    let shown = Overview::of(&ctx.store.0.model());
    let Some(shown) = shown else { return Html::default() };
    let texts = &ctx.texts().overview;
    view! {
        <div class="overview">
            if shown.is_empty {
                <section class="empty">
                    <h2>{ texts.empty }</h2>
                    <p>{ texts.empty_hint }</p>
                </section>
            }
            <section aria-labelledby="sending">
                <h2 id="sending">{ texts.sending }</h2>
                { measures(ctx, &shown) }
                <div class="two">
                    { missing(ctx, &shown) }
                    { waiting(ctx, &shown) }
                </div>
            </section>
            if !shown.is_empty {
                <section>{ matrix(ctx, &shown) }{ key(ctx) }</section>
                <section>{ bars(ctx, &shown) }</section>
            }
            <section>{ by_group(ctx, &shown) }</section>
            if !shown.is_empty {
                <p class="actions no-print">{ office(ctx, &[OfficeFile::Workbook]) }</p>
            }
        </div>
    }
}

/// A number of the register, which leads to its lines.
fn number(ctx: &Context, id: &str, group: &str, which: RegisterWhich, count: u32, shown: String) -> Html {
    let filter = RegisterFilter { group: group.to_owned(), which, ..RegisterFilter::default() };
    ctx.counted(&Place::Register(id.to_owned()), Msg::FilterRegister(filter), count, shown)
}

/// `20/23`
fn of(part: u32, whole: u32) -> String {
    [&part.to_string(), "/", &whole.to_string()].concat()
}

fn percent(rate: Option<Percent>) -> String {
    rate.map_or_else(|| NOTHING.to_owned(), Percent::to_display)
}

/// A number, or a dash for none.
fn or_dash(count: u32) -> String {
    if count == 0 { NOTHING.to_owned() } else { count.to_string() }
}

/// The measures of all.
fn measures(ctx: &Context, shown: &Overview) -> Html {
    let (texts, all) = (&ctx.texts().overview, &shown.all);
    let one = |which, count: u32, words: String, rate: Option<String>, name: &'static str, is_hot: bool| {
        view! {
            <div class={is_hot.then_some("hot")}>
                <dt>{ name }</dt>
                <dd>
                    { number(ctx, &shown.id, "", which, count, words) }
                    if let Some(rate) = rate {
                        <small>{ rate }</small>
                    }
                </dd>
            </div>
        }
    };
    let undated = all.received.saturating_sub(all.on_time + all.late);
    let has_deadline = all.due > 0;
    view! {
        <dl class="measures">
            { one(RegisterWhich::Missing, all.missing(), or_dash(all.missing()), None, texts.missing, all.missing() > 0) }
            { one(RegisterWhich::All, all.expected, all.expected.to_string(), None, texts.expected, false) }
            { one(RegisterWhich::All, all.expected, of(all.received, all.expected), Some(percent(all.rate())), texts.received, false) }
            if has_deadline {
                { one(RegisterWhich::OnTime, all.on_time, of(all.on_time, all.expected), Some(percent(all.rate_on_time())), texts.on_time, false) }
                { one(RegisterWhich::Late, all.late, or_dash(all.late), None, texts.late, false) }
                { one(RegisterWhich::Undated, undated, or_dash(undated), None, texts.undated, false) }
            }
        </dl>
    }
}

/// Those who have not reported, by name.
fn missing(ctx: &Context, shown: &Overview) -> Html {
    let texts = &ctx.texts().overview;
    if shown.missing.is_empty() {
        return view! { <div><h3>{ texts.missing_are }</h3><p class="quiet">{ texts.none_missing }</p></div> };
    }
    let one = |(unit, name): &(String, String)| {
        let place = Place::Unit(shown.id.clone(), unit.clone());
        view! { <li><a href={href(&place)} lang="vi"><bdi>{ name }</bdi></a></li> }
    };
    let all = RegisterFilter { which: RegisterWhich::Missing, ..RegisterFilter::default() };
    let place = Place::Register(shown.id.clone());
    let more = u32::try_from(shown.more_missing).unwrap_or(u32::MAX);
    view! {
        <div>
            <h3>{ texts.missing_are }{ " (" }{ shown.all.missing().to_string() }{ ")" }</h3>
            <ul class="names" role="list">
                { for shown.missing.iter().map(one) }
                if more > 0 {
                    <li>{ ctx.counted(&place, Msg::FilterRegister(all.clone()), more, (texts.more)(shown.more_missing)) }</li>
                }
            </ul>
            <p><a href={href(&place)} onclick={ctx.click(Msg::FilterRegister(all.clone()))}>{ texts.remind }</a></p>
        </div>
    }
}

/// What waits for a decision.
fn waiting(ctx: &Context, shown: &Overview) -> Html {
    let texts = &ctx.texts().overview;
    let place = Place::Files(shown.id.clone());
    let one = |(matter, count): &(WaitsFor, usize)| {
        let filter = FilesFilter { which: FilesWhich::Waiting, ..FilesFilter::default() };
        let words = (texts.waits)(*matter, *count);
        if *matter == WaitsFor::Conflict {
            return view! { <li><a href={href(&Place::Disputes(shown.id.clone()))}>{ words }</a></li> };
        }
        view! { <li><a href={href(&place)} onclick={ctx.click(Msg::FilterFiles(filter))}>{ words }</a></li> }
    };
    view! {
        <div>
            <h3>{ texts.waiting }</h3>
            if shown.waiting.is_empty() {
                <p class="quiet">{ texts.nothing_waits }</p>
            } else {
                <ul class="names waiting" role="list">{ for shown.waiting.iter().map(one) }</ul>
            }
        </div>
    }
}

/// For each requirement a bar, and the same numbers.
fn bars(ctx: &Context, shown: &Overview) -> Html {
    let (texts, common) = (&ctx.texts().overview, &ctx.texts().common);
    let heads = [UnitsStatus::Done, UnitsStatus::InProgress, UnitsStatus::NotStarted, UnitsStatus::Unanswered];
    let place = Place::Units(shown.id.clone());
    let row = |one: &RequirementNumbers| {
        let count = |status: Option<UnitsStatus>, count: u32| {
            let msg = Msg::FilterUnits(filter("", &one.id, status));
            view! { <td>{ ctx.counted(&place, msg, count, or_dash(count)) }</td> }
        };
        let counts = heads.into_iter().zip(one.numbers.in_order()).map(|(status, number)| count(Some(status), number));
        view! {
            <tr>
                <th scope="row" lang="vi"><b>{ &one.id }</b>{ " " }{ &one.title }</th>
                <td class="with-bar">{ bar(&one.numbers) }</td>
                { for counts }
                { count(None, one.numbers.in_scope()) }
                <td>{ of(one.numbers.done, one.numbers.in_scope()) }{ " " }<small>{ percent(one.numbers.rate()) }</small></td>
                { count(Some(UnitsStatus::WithLimitations), one.numbers.limitations) }
            </tr>
        }
    };
    let table = view! {
        <table class="numbers by-requirement">
            <caption><span>{ texts.bars }</span><small>{ texts.bars_explained }</small></caption>
            <thead>
                <tr>
                    <th scope="col">{ texts.requirement }</th>
                    <th scope="col" class="with-bar">{ texts.bar }</th>
                    { for heads.into_iter().map(|status| view! { <th scope="col">{ (common.status)(status) }</th> }) }
                    <th scope="col">{ texts.in_scope }</th>
                    <th scope="col">{ texts.rate }</th>
                    <th scope="col">{ texts.limitations }</th>
                </tr>
            </thead>
            <tbody>{ for shown.requirements.iter().map(row) }</tbody>
        </table>
    };
    view! {
        <>
            { wide(ctx, "wide", texts.bars, table) }
            { csv(ctx, CsvTable::Requirements) }
        </>
    }
}

/// The button that hands a table out.
pub(super) fn csv(ctx: &Context, table: CsvTable) -> Html {
    view! {
        <p class="actions no-print">
            <button type="button" class="btn link" onclick={ctx.click(Msg::ExportCsv(table))}>{ ctx.texts().common.csv }</button>
        </p>
    }
}

/// The measures by group.
fn by_group(ctx: &Context, shown: &Overview) -> Html {
    let texts = &ctx.texts().overview;
    let words = &ctx.texts().table.column;
    let head = |column| view! { <th scope="col">{ words(column) }</th> };
    let cells = |group: &str, measure: &Measure| {
        let count = |which, count, shown_as| number(ctx, &shown.id, group, which, count, shown_as);
        let rate = |count: u32, rate: Option<Percent>| {
            view! { <>{ of(count, measure.expected) }{ " " }<small>{ percent(rate) }</small></> }
        };
        view! {
            <>
                <td class={(measure.missing() > 0).then_some("hot")}>
                    { count(RegisterWhich::Missing, measure.missing(), or_dash(measure.missing())) }
                </td>
                <td>{ count(RegisterWhich::All, measure.expected, measure.expected.to_string()) }</td>
                <td>{ rate(measure.received, measure.rate()) }</td>
                <td>
                    if measure.due > 0 {
                        { rate(measure.on_time, measure.rate_on_time()) }
                    } else {
                        { NOTHING }
                    }
                </td>
                <td>{ count(RegisterWhich::Late, measure.late, or_dash(measure.late)) }</td>
            </>
        }
    };
    let row = |one: &GroupMeasure| {
        view! { <tr><th scope="row" lang="vi"><bdi>{ &one.name }</bdi></th>{ cells(&one.id, &one.measure) }</tr> }
    };
    let table = view! {
        <table class="numbers">
            <caption><span>{ texts.measures }</span></caption>
            <thead>
                <tr>
                    { head(Column::Group) }
                    <th scope="col">{ texts.missing_are }</th>
                    { head(Column::Expected) }
                    { head(Column::Received) }
                    { head(Column::OnTime) }
                    <th scope="col">{ (ctx.texts().register.which)(RegisterWhich::Late) }</th>
                </tr>
            </thead>
            <tbody>{ for shown.groups.iter().map(row) }</tbody>
            <tfoot><tr><th scope="row">{ texts.total }</th>{ cells("", &shown.all) }</tr></tfoot>
        </table>
    };
    view! { <>{ wide(ctx, "wide", texts.measures, table) }{ csv(ctx, CsvTable::Measures) }</> }
}
