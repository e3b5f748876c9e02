//! The issues (các vấn đề): what units say, put together by the officer.

use crate::filter::{IssuesFilter, PAGE, issue_rows, on_page};
use crate::issues::{Issues, Ordered};
use crate::model::{Model, Open};
use gathering::excerpt::ExcerptKind;
use std::collections::BTreeSet;

/// The issues.
#[derive(Clone, Debug, PartialEq)]
pub struct IssuesView {
    /// The gathering's id.
    pub id: String,
    /// What was asked for.
    pub filter: IssuesFilter,
    /// How many there are of each kind, whatever else was asked for.
    pub kinds: [(ExcerptKind, usize); 6],
    /// How many go into the report.
    pub in_report: usize,
    /// The requirements: id, title.
    pub requirements: Vec<(String, String)>,
    /// The levels that decide: id, name.
    pub levels: Vec<(String, String)>,
    /// How many the filter shows.
    pub shown: usize,
    /// The page of them.
    pub lines: Vec<IssueLine>,
}

/// An issue.
#[derive(Clone, Debug, PartialEq)]
pub struct IssueLine {
    /// Its id.
    pub id: String,
    /// Of what it speaks.
    pub kind: ExcerptKind,
    /// The requirement; empty for proposals.
    pub requirement: String,
    /// The officer's words.
    pub wording: String,
    /// The level that decides; empty where it is open.
    pub level: String,
    /// Whether it goes into the report.
    pub in_report: bool,
    /// The units that say it and count, in the order of the roster: row id, name, and whether the file that said it counts no more.
    pub units: Vec<(String, String, bool)>,
    /// Those with which it may be joined: id, wording.
    pub others: Vec<(String, String)>,
    /// Its place among those of its kind and requirement that the filter shows, from 1, and how many these are.
    pub place: (usize, usize),
}

impl IssuesView {
    /// Of the open gathering.
    #[must_use]
    pub fn of(model: &Model) -> Option<Self> {
        let open = model.open.as_ref()?;
        let (issues, filter) = (Issues::of(&open.notes), &model.issues_filter);
        let rows = issue_rows(&issues, open, &model.directive, filter);
        let kinds = ExcerptKind::ALL.map(|kind| (kind, issues.iter().filter(|(_, one)| one.kind == kind).count()));
        let requirements = model.directive.requirements().map(|(_, one)| (one.id.clone(), one.title.clone()));
        let levels = model.directive.proposal_levels.iter().map(|level| (level.id.clone(), level.name.clone()));
        let page = rows.get(on_page(rows.len(), filter.page)).unwrap_or_default();
        Some(Self {
            id: open.settings.id.clone(),
            filter: IssuesFilter { page: filter.page.min(rows.len().saturating_sub(1) / PAGE), ..filter.clone() },
            kinds,
            in_report: issues.iter().filter(|(_, one)| one.in_report).count(),
            requirements: requirements.collect(),
            levels: levels.collect(),
            shown: rows.len(),
            lines: page.iter().map(|row| line(&issues, open, &rows, row)).collect(),
        })
    }
}

fn place(rows: &[Ordered<'_>], row: &Ordered<'_>) -> (usize, usize) {
    let alike = rows.iter().filter(|other| other.issue.is_listed_with(row.issue));
    let before = alike.clone().take_while(|other| other.id != row.id).count();
    (before + 1, alike.count())
}

fn line(issues: &Issues<'_>, open: &Open, rows: &[Ordered<'_>], row: &Ordered<'_>) -> IssueLine {
    let Ordered { id, issue, units } = row;
    let said_by = units.iter().filter_map(|at| Some((at, open.count.units.rows.get(at as usize)?)));
    let counting = |at: u32| -> BTreeSet<&str> {
        let places = open.count.standing.rows.get(at as usize).into_iter().flat_map(|row| &row.counting);
        places.filter_map(|at| Some(&*open.taken.get(*at as usize)?.received.key.sha256)).collect()
    };
    let is_before = |at: u32, unit: &str| {
        let files = counting(at);
        let mut tags = issues.tags(id).iter().filter(|tag| tag.unit == unit);
        !tags.any(|tag| files.contains(tag.sha256.as_str()))
    };
    let others = issues.iter().filter(|(other, one)| other != id && one.is_listed_with(issue));
    IssueLine {
        id: (*id).to_owned(),
        kind: issue.kind,
        requirement: issue.requirement.clone(),
        wording: issue.wording.clone(),
        level: issue.level.clone(),
        in_report: issue.in_report,
        units: said_by.map(|(at, one)| (one.id.clone(), one.name.clone(), is_before(at, &one.id))).collect(),
        others: others.map(|(other, one)| (other.to_owned(), one.wording.clone())).collect(),
        place: place(rows, row),
    }
}
