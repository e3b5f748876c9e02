//! The issues that a filter shows.

use super::IssuesFilter;
use crate::issue::Issue;
use crate::issues::Issues;
use crate::model::Open;
use domain::directive::Directive;
use domain::fold::fold;
use domain::ids::Ids;
use gathering::unit_set::UnitSet;
use std::cmp::Reverse;

/// An issue that a filter shows.
#[derive(Clone, Debug)]
pub struct IssueRow<'a> {
    /// Its id.
    pub id: &'a str,
    /// The issue.
    pub issue: &'a Issue,
    /// The units that say it and count.
    pub units: UnitSet,
}

/// The issues that a filter shows, on all of its pages: by kind, then by requirement, then what most units say first.
#[must_use]
pub fn issue_rows<'a>(
    issues: &Issues<'a>,
    open: &Open,
    directive: &Directive,
    filter: &IssuesFilter,
) -> Vec<IssueRow<'a>> {
    let places = Ids::of(directive.requirements().map(|(_, one)| &one.id));
    let (units, counting) = (&open.count.units, &open.count.summary.units);
    let words = fold(&filter.words);
    let is_shown = |issue: &Issue| {
        let wording = fold(&issue.wording);
        filter.kind.is_none_or(|kind| kind == issue.kind)
            && (filter.requirement.is_empty() || filter.requirement == issue.requirement)
            && (!filter.only_in_report || issue.in_report)
            && words.split_whitespace().all(|word| wording.contains(word))
    };
    let shown = issues.iter().filter(|(_, issue)| is_shown(issue));
    let mut rows: Vec<IssueRow<'a>> =
        shown.map(|(id, issue)| IssueRow { id, issue, units: issues.units(id, units, counting) }).collect();
    rows.sort_by_key(|row| {
        (row.issue.kind, places.first(&row.issue.requirement), Reverse(row.units.len()), &row.issue.wording, row.id)
    });
    rows
}
