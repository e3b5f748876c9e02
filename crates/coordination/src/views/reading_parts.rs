//! The parts of what a unit says, with the issues that they are about.

use crate::issue::digest;
use crate::issues::Issues;
use crate::model::Open;
use crate::parts::{Part, SaidPart, parts};
use domain::assessment::Assessment;
use gathering::received::Key;

/// A part of what is read.
#[derive(Clone, Debug, PartialEq)]
pub struct ReadPart {
    /// Its words.
    pub said: SaidPart,
    /// The file that has it.
    pub key: Key,
    /// The issues that it is about.
    pub tags: Vec<ReadTag>,
}

/// An issue that a part is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReadTag {
    /// Its id.
    pub issue: String,
    /// The officer's words.
    pub wording: String,
    /// Of a proposal: the level that the officer named.
    pub level: String,
    /// Whether it goes into the report.
    pub in_report: bool,
    /// Whether the unit says what it said when it was tagged.
    pub is_same: bool,
}

/// An issue that may be chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pick {
    /// Its id.
    pub issue: String,
    /// The officer's words.
    pub wording: String,
    /// How many units say it.
    pub units: u32,
    /// Whether the part is about it.
    pub is_tagged: bool,
}

impl ReadPart {
    /// Whether one of its issues goes into the report.
    #[must_use]
    pub fn in_report(&self) -> bool {
        self.tags.iter().any(|tag| tag.in_report)
    }
}

/// The parts of what these assessments of a unit say.
pub(super) fn read_parts<'a>(
    assessments: impl Iterator<Item = (&'a Key, &'a Assessment)>,
    issues: &Issues<'_>,
    unit: &str,
    requirement: &str,
) -> Vec<ReadPart> {
    let of_one =
        |(key, one): (&'a Key, &'a Assessment)| parts(one, requirement).into_iter().map(move |said| (key, said));
    let tags = |said: &SaidPart| {
        let statement = said.part.statement(unit, requirement);
        let now = digest(&said.text);
        let tag = |id: &str| {
            let (_, issue) = issues.get(id)?;
            let is_same = issues.tags(id).iter().any(|tag| tag.said == now && tag.statement() == statement);
            Some(ReadTag {
                issue: id.to_owned(),
                wording: issue.wording.clone(),
                level: issue.level.clone(),
                in_report: issue.in_report,
                is_same,
            })
        };
        issues.of_statement(&statement).filter_map(tag).collect()
    };
    let all = assessments.flat_map(|one| of_one(one).collect::<Vec<_>>());
    all.map(|(key, said)| ReadPart { tags: tags(&said), key: key.clone(), said }).collect()
}

/// The place of the part that is chosen: of that name, else the first of its kind, else the first.
pub(super) fn chosen(parts: &[ReadPart], part: &Part) -> usize {
    let place = |is_it: &dyn Fn(&Part) -> bool| parts.iter().position(|one| is_it(&one.said.part));
    place(&|one| one == part).or_else(|| place(&|one| one.kind == part.kind)).unwrap_or(0)
}

/// The issues that a part may be about: what most units say first.
pub(super) fn picks(open: &Open, issues: &Issues<'_>, part: &ReadPart, requirement: &str) -> Vec<Pick> {
    let kind = part.said.part.kind;
    let of_it = issues.iter().filter(|(_, issue)| issue.kind == kind && issue.requirement == requirement);
    let (units, counting) = (&open.count.units, &open.count.summary.units);
    let pick = |(id, issue): (&str, &crate::issue::Issue)| Pick {
        issue: id.to_owned(),
        wording: issue.wording.clone(),
        units: issues.units(id, units, counting).len(),
        is_tagged: part.tags.iter().any(|tag| tag.issue == id),
    };
    let mut picks: Vec<Pick> = of_it.map(pick).collect();
    picks.sort_by(|one, other| other.units.cmp(&one.units).then_with(|| one.wording.cmp(&other.wording)));
    picks
}
