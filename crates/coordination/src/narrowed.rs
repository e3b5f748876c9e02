//! What a table that is handed out is narrowed to: it is said in the table itself.

use crate::filter::{FilesFilter, FilesWhich, IssuesFilter, RegisterFilter, RegisterWhich, UnitsFilter, UnitsStatus};
use crate::issues::Issues;
use gathering::excerpt::ExcerptKind;
use gathering::units::Units;

/// What a table is narrowed to, or about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Narrowed {
    /// Units of the group of that name alone.
    Group(String),
    /// Lines of the register of that kind alone.
    Register(RegisterWhich),
    /// Units with that status alone: at the requirement of that id, or at any where it is empty.
    Status(String, UnitsStatus),
    /// Units alone that say what is under these words.
    Issue(String),
    /// The requirement of that id alone.
    Requirement(String),
    /// Files of that kind alone.
    Files(FilesWhich),
    /// Issues of that kind alone.
    Kind(ExcerptKind),
    /// Issues alone that go into the report.
    InReport,
    /// What has these words in its name.
    Words(String),
    /// Units that are counted in both gatherings alone.
    BothOnly,
    /// The earlier and the later one of two gatherings: its name, and whether it is of the sample.
    Gatherings([(String, bool); 2]),
}

fn group(id: &str, units: &Units) -> Option<Narrowed> {
    let named = || units.groups.iter().find(|group| group.id == id).map(|group| group.name.clone());
    (!id.is_empty()).then(|| Narrowed::Group(named().unwrap_or_else(|| id.to_owned())))
}

fn words(words: &str) -> Option<Narrowed> {
    let words = words.trim();
    (!words.is_empty()).then(|| Narrowed::Words(words.to_owned()))
}

/// What a filter of the register leaves.
pub(crate) fn of_register(filter: &RegisterFilter, units: &Units) -> Vec<Narrowed> {
    let which = (filter.which != RegisterWhich::All).then_some(Narrowed::Register(filter.which));
    group(&filter.group, units).into_iter().chain(which).chain(words(&filter.words)).collect()
}

/// What a filter of units × requirements leaves.
pub(crate) fn of_units(filter: &UnitsFilter, units: &Units, issues: &Issues<'_>) -> Vec<Narrowed> {
    let requirement = &filter.requirement;
    let issue = issues.get(&filter.issue).map(|(_, issue)| Narrowed::Issue(issue.wording.clone()));
    let asked = match filter.status {
        Some(status) => Some(Narrowed::Status(requirement.clone(), status)),
        None if requirement.is_empty() => None,
        None => Some(Narrowed::Requirement(requirement.clone())),
    };
    group(&filter.group, units).into_iter().chain(asked).chain(issue).chain(words(&filter.words)).collect()
}

/// What a filter of the files leaves.
pub(crate) fn of_files(filter: &FilesFilter) -> Vec<Narrowed> {
    let which = (filter.which != FilesWhich::All).then_some(Narrowed::Files(filter.which));
    which.into_iter().chain(words(&filter.words)).collect()
}

/// What a filter of the issues leaves.
pub(crate) fn of_issues(filter: &IssuesFilter) -> Vec<Narrowed> {
    let requirement = (!filter.requirement.is_empty()).then(|| Narrowed::Requirement(filter.requirement.clone()));
    let chosen = filter.only_in_report.then_some(Narrowed::InReport);
    let kind = filter.kind.map(Narrowed::Kind);
    kind.into_iter().chain(requirement).chain(chosen).chain(words(&filter.words)).collect()
}

/// What is asked of a comparison.
pub(crate) fn of_comparison(id: &str, is_both_only: bool, units: &Units) -> Vec<Narrowed> {
    group(id, units).into_iter().chain(is_both_only.then_some(Narrowed::BothOnly)).collect()
}
