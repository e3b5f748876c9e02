//! Groups × requirements: x/y with a bar beneath.

use super::bars::bar;
use super::context::Context;
use super::filters::wide;
use coordination::filter::{UnitsFilter, UnitsStatus};
use coordination::msg::Msg;
use coordination::place::Place;
use coordination::views::overview::{Numbers, Overview};
use gathering::table::NOTHING;
use ui::view;
use yew::prelude::*;

/// The table of groups × requirements.
pub(super) fn matrix(ctx: &Context, shown: &Overview) -> Html {
    let texts = &ctx.texts().overview;
    let place = Place::Units(shown.id.clone());
    let cell = |group: &str, requirement: &str, numbers: &Numbers| {
        let filter = filter(group, requirement, (numbers.done > 0).then_some(UnitsStatus::Done));
        let all = numbers.in_scope();
        let words = [&numbers.done.to_string(), "/", &all.to_string()].concat();
        view! {
            <td>
                if all == 0 {
                    { NOTHING }
                } else {
                    { ctx.counted(&place, Msg::FilterUnits(filter), all, words) }
                    { bar(numbers) }
                }
            </td>
        }
    };
    let row = |id: &str, name: Html, cells: Vec<&Numbers>| {
        let cells =
            shown.requirements.iter().zip(cells).map(|(requirement, numbers)| cell(id, &requirement.id, numbers));
        view! { <tr><th scope="row">{ name }</th>{ for cells }</tr> }
    };
    let group = |group: &coordination::views::overview::MatrixRow| {
        row(&group.id, view! { <bdi lang="vi">{ &group.name }</bdi> }, group.cells.iter().collect())
    };
    let total = row("", view! { { texts.total } }, shown.requirements.iter().map(|one| &one.numbers).collect());
    let table = view! {
        <table class="numbers matrix">
            <caption><span>{ texts.matrix }</span><small>{ texts.matrix_explained }</small></caption>
            { head(ctx, texts.group, &shown.tasks, shown.requirements.iter().map(|one| (one.id.as_str(), one.title.as_str()))) }
            <tbody>{ for shown.matrix.iter().map(group) }</tbody>
            <tfoot>{ total }</tfoot>
        </table>
    };
    wide(ctx, "wide", texts.matrix, table)
}

/// The heads of a table by requirements: the tasks above them.
pub(super) fn head<'a>(
    ctx: &Context,
    first: &'static str,
    tasks: &[(String, usize)],
    requirements: impl Iterator<Item = (&'a str, &'a str)>,
) -> Html {
    let task = |(id, count): &(String, usize)| {
        view! { <th scope="colgroup" colspan={count.to_string()}>{ (ctx.texts().common.task)(id) }</th> }
    };
    let requirement = |(id, title): (&str, &str)| {
        view! {
            <th scope="col" title={title.to_owned()}>
                { id.to_owned() }<span class="spoken" lang="vi">{ " " }{ title.to_owned() }</span>
            </th>
        }
    };
    view! {
        <thead>
            <tr><th scope="col" rowspan="2">{ first }</th>{ for tasks.iter().map(task) }</tr>
            <tr>{ for requirements.map(requirement) }</tr>
        </thead>
    }
}

/// A filter of units × requirements from its first page.
pub(super) fn filter(group: &str, requirement: &str, status: Option<UnitsStatus>) -> UnitsFilter {
    UnitsFilter { group: group.to_owned(), requirement: requirement.to_owned(), status, ..UnitsFilter::default() }
}
