//! The issues that a filter shows.

use super::IssuesFilter;
use crate::issue::Issue;
use crate::issues::{Issues, Ordered};
use crate::model::Open;
use domain::directive::Directive;
use domain::fold::fold;

/// The issues that a filter shows, on all of its pages, in their order.
#[must_use]
pub fn issue_rows<'a>(
    issues: &Issues<'a>,
    open: &Open,
    directive: &Directive,
    filter: &IssuesFilter,
) -> Vec<Ordered<'a>> {
    let words = fold(&filter.words);
    let is_shown = |issue: &Issue| {
        let wording = fold(&issue.wording);
        filter.kind.is_none_or(|kind| kind == issue.kind)
            && (filter.requirement.is_empty() || filter.requirement == issue.requirement)
            && (!filter.only_in_report || issue.in_report)
            && words.split_whitespace().all(|word| wording.contains(word))
    };
    let mut rows = issues.in_order(directive, &open.count.units, &open.count.summary.units);
    rows.retain(|row| is_shown(row.issue));
    rows
}
