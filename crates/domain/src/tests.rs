//! What holds for the built-in directive and roster, and what follows from them for each unit.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use super::assessment::{Answer, Assessment, NextStep, Status, UnitRef};
use super::date::{Date, DateText};
use super::directive::{Directive, Kind, Note, RoleName};
use super::progress::{Progress, of_task, progress};
use super::roster::Roster;
use super::scope::{Scope, scope};
use std::collections::BTreeSet;

const DIRECTIVE: &str = include_str!("../../../content/directive.json");
const ROSTER: &str = include_str!("../../../content/roster.json");
const SOURCE: &str = include_str!("../../../tests/fixtures/1022-cv-tu.txt");

fn directive() -> Directive {
    Directive::built_in().unwrap()
}

fn roster() -> Roster {
    Roster::built_in().unwrap()
}

fn unit(id: &str) -> UnitRef {
    let roster = roster();
    let unit = roster.unit(id).unwrap();
    UnitRef { id: unit.id.clone(), group: unit.group.clone(), name: unit.name.clone(), ..UnitRef::default() }
}

/// One line, one space between words.
fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn document_text(directive: &Directive) -> String {
    directive.texts().join(" ")
}

#[track_caller]
fn assert_unique<'a>(ids: impl IntoIterator<Item = &'a String>) {
    let mut seen = BTreeSet::new();
    for id in ids {
        assert!(!id.is_empty() && seen.insert(id), "{id:?} is empty or there twice");
    }
}

#[test]
fn the_data_hold_nothing_that_no_type_takes() {
    // The product passes over what it does not know; this reader, in tests, does not.
    assert_eq!(serde_json::from_str::<Directive>(DIRECTIVE).unwrap(), directive());
    assert_eq!(serde_json::from_str::<Roster>(ROSTER).unwrap(), roster());
}

#[test]
fn the_document_is_the_source_to_the_letter() {
    assert_eq!(one_line(&document_text(&directive())), one_line(&SOURCE.replace("**", "")));
    assert_eq!(directive().document.kind, Kind::Verbatim);
}

#[test]
fn a_paragraph_has_a_text_or_a_task_and_each_task_stands_once() {
    let directive = directive();
    let mut tasks = Vec::new();
    for paragraph in &directive.document.body {
        assert_ne!(paragraph.text.is_empty(), paragraph.task.is_empty());
        tasks.extend((!paragraph.task.is_empty()).then_some(&paragraph.task));
    }
    assert_eq!(tasks, directive.tasks.iter().map(|task| &task.id).collect::<Vec<_>>());
}

#[test]
fn a_verbatim_clause_stands_in_its_task_once_and_apart_from_the_others() {
    for task in &directive().tasks {
        assert_eq!(task.kind, Kind::Verbatim);
        let clauses = task.clauses();
        let verbatim = task.requirements.iter().filter(|r| r.clause.kind == Kind::Verbatim);
        assert_eq!(clauses.len(), verbatim.count(), "task {}: a clause is not in its text", task.id);
        let mut end = 0;
        for (place, requirement) in clauses {
            let text = &requirement.clause.text;
            assert_eq!(task.text.get(place.clone()), Some(text.as_str()));
            assert_eq!(task.text.matches(text).count(), 1, "{}", requirement.id);
            assert!(place.start >= end, "{} overlaps the clause before it", requirement.id);
            end = place.end;
        }
    }
}

#[test]
fn the_requirements_are_those_of_the_directive_in_its_order() {
    let directive = directive();
    let ids: Vec<_> = directive.requirements().map(|(_, requirement)| requirement.id.as_str()).collect();
    let expected = "1.1 1.2 1.3 1.4 2.1 2.2 2.2.1 2.2.2 2.2.3 2.2.4 2.2.5 2.2.6 2.3 3.1 3.2";
    assert_eq!(ids, expected.split(' ').collect::<Vec<_>>());
    for task in &directive.tasks {
        let clauses = task.clauses();
        assert!(clauses.iter().map(|(_, requirement)| &requirement.id).is_sorted(), "task {}", task.id);
    }
}

#[test]
fn a_requirement_without_words_of_its_own_is_part_of_one_that_has() {
    let directive = directive();
    for (task, requirement) in directive.requirements() {
        assert!(requirement.id.starts_with(&(task.id.clone() + ".")));
        assert_eq!(requirement.kind, Kind::Editorial);
        let shown = directive.shown_for(&requirement.id).unwrap();
        assert_eq!(shown.clause.kind, Kind::Verbatim);
        if requirement.clause.kind == Kind::Verbatim {
            assert_eq!((requirement.part_of.as_str(), shown), ("", requirement));
        } else {
            assert_eq!(requirement.clause.kind, Kind::Editorial);
            assert_eq!(shown.id, requirement.part_of);
            assert!(requirement.id.starts_with(&(shown.id.clone() + ".")));
        }
    }
}

#[test]
fn ids_are_unique() {
    let (directive, roster) = (directive(), roster());
    let requirements = directive.requirements().map(|(_, requirement)| &requirement.id);
    assert_unique(directive.tasks.iter().map(|task| &task.id).chain(requirements));
    assert_unique(roster.groups.iter().map(|group| &group.id));
    assert_unique(roster.units.iter().map(|unit| &unit.id));
    assert_unique(&roster.units.iter().map(|unit| super::fold::fold(&unit.name)).collect::<Vec<_>>());
    assert_unique(directive.rating_scales.iter().map(|scale| &scale.id));
    for scale in &directive.rating_scales {
        assert_unique(scale.levels.iter().map(|level| &level.id));
    }
}

#[test]
fn the_words_of_a_role_are_the_documents_and_its_units_the_rosters() {
    let (directive, roster) = (directive(), roster());
    let text = document_text(&directive);
    for (task, role) in directive.tasks.iter().flat_map(|task| task.roles.iter().map(move |role| (task, role))) {
        assert_eq!(role.kind, Kind::Verbatim);
        for words in [&role.words, &role.named] {
            assert!(text.contains(words.as_str()), "{words:?}");
            assert!(role.role == RoleName::Executes || task.text.contains(words.as_str()), "{words:?}");
        }
        assert_eq!(role.units.is_empty(), role.role == RoleName::Executes);
        assert_eq!(task.role(role.role), Some(role));
        for id in &role.units {
            let name = &roster.unit(id).unwrap().name;
            let short = name.strip_suffix(" thành phố").unwrap_or(name);
            assert!(role.named.contains(short), "{name}");
        }
    }
}

#[test]
fn the_groups_are_the_lines_of_the_addressees_and_every_unit_has_one() {
    let (directive, roster) = (directive(), roster());
    let lines = directive.document.addressees.lines.iter();
    let lines: Vec<_> = lines.map(|line| one_line(line.trim_matches(['-', ',', '.', ' ']))).collect();
    assert_eq!(roster.groups.iter().map(|group| group.name.clone()).collect::<Vec<_>>(), lines);
    for unit in &roster.units {
        assert_eq!((unit.kind, roster.group(&unit.group).is_some()), (Kind::Reference, true), "{}", unit.id);
        assert!(!unit.valid_from.is_wrong() && !unit.valid_to.is_wrong());
        assert!(unit.successors.iter().all(|id| roster.unit(id).is_some()));
    }
    let counts: Vec<_> =
        roster.groups.iter().map(|group| (roster.units_of(&group.id).count(), group.takes_typed_names)).collect();
    assert_eq!(counts, [(9, false), (2, true), (6, false), (6, true)]);
}

#[test]
fn a_reference_has_its_source_and_its_day_and_an_editors_note_has_none() {
    let (directive, roster) = (directive(), roster());
    let scales = || directive.rating_scales.iter();
    let notes = directive.requirements().flat_map(|(_, requirement)| &requirement.notes);
    let notes =
        notes.chain(&directive.document.signer_note).chain(&roster.notes).chain(scales().flat_map(|s| &s.notes));
    for Note { kind, text, source, as_of } in notes {
        let reference = *kind == Kind::Reference;
        assert!(reference || *kind == Kind::Editorial, "{text}");
        assert_eq!((!source.is_empty(), as_of.date().is_some()), (reference, reference), "{text}");
    }
    for scale in scales() {
        assert_eq!(scale.kind, Kind::Reference);
        assert!(!scale.source.is_empty() && scale.as_of.date().is_some());
    }
    assert!(!roster.source.is_empty() && roster.as_of.date().is_some());
    assert!(!directive.document.source.is_empty());
}

#[test]
fn what_was_not_verified_is_not_printed() {
    for content in [DIRECTIVE, ROSTER] {
        // The resolution of 2022 is not the Politburo's of 2005, so its number is never cut short.
        for (place, _) in content.match_indices("quyết 45").chain(content.match_indices("quyết số 45")) {
            assert!(content.get(place..).unwrap().split_once("45").unwrap().1.starts_with("/2022/QH15"));
        }
        assert!(!content.contains("45-NQ"));
        for article in ["Điều ", "điều 1", "khoản "] {
            assert!(!content.contains(article), "{article}");
        }
    }
}

#[test]
fn the_data_are_composed_text() {
    for content in [DIRECTIVE, ROSTER] {
        assert!(!content.chars().any(|c| ('\u{300}'..='\u{36f}').contains(&c)));
    }
}

#[test]
fn each_unit_answers_for_what_the_directive_gives_it() {
    use Scope::{Coordinates, Executes, Leads, OutOfScope};
    let directive = directive();
    for listed in &roster().units {
        let unit = unit(&listed.id);
        let scopes: Vec<_> = directive.tasks.iter().map(|task| scope(task, &unit, &[])).collect();
        let expected = match listed.id.as_str() {
            "dang-doan-hdnd" | "ban-can-su-dang-ubnd" => [Executes, Leads, OutOfScope],
            "ban-tuyen-giao" => [Executes, OutOfScope, Leads],
            "van-phong-thanh-uy" => [Executes, OutOfScope, Coordinates],
            _ => [Executes, OutOfScope, OutOfScope],
        };
        assert_eq!(scopes, expected, "{}", listed.name);
    }
}

#[test]
fn a_unit_may_opt_into_what_the_directive_does_not_give_it() {
    let directive = directive();
    let typed = UnitRef { name: "Sở Tài chính".to_owned(), ..UnitRef::default() };
    let opted = ["2".to_owned(), "3".to_owned()];
    let scopes = |unit: &UnitRef| directive.tasks.iter().map(|task| scope(task, unit, &opted)).collect::<Vec<_>>();
    assert_eq!(scopes(&typed), [Scope::Executes, Scope::OptedIn, Scope::OptedIn]);
    assert_eq!(scopes(&unit("ban-tuyen-giao")), [Scope::Executes, Scope::OptedIn, Scope::Leads]);
}

fn assessment(unit_id: &str, statuses: &[(&str, Option<Status>)]) -> Assessment {
    let answer = |status| Answer { status, results: "…".to_owned(), ..Answer::default() };
    let answers = statuses.iter().map(|(id, status)| ((*id).to_owned(), answer(*status))).collect();
    Assessment { unit: unit(unit_id), answers, ..Assessment::default() }
}

#[test]
fn what_is_out_of_scope_leaves_the_denominator_and_what_is_unanswered_stays() {
    let directive = directive();
    let counts = |assessment: &Assessment| {
        let tasks = directive.tasks.iter().map(|task| of_task(task, assessment));
        let tasks: Vec<_> = tasks.map(|task| (task.answered, task.in_scope)).collect();
        let Progress { answered, in_scope } = progress(&directive, assessment);
        (tasks, (answered, in_scope))
    };

    let mut ninh_kieu = assessment("quan-uy-ninh-kieu", &[]);
    assert_eq!(counts(&ninh_kieu), (vec![(0, 4), (0, 0), (0, 0)], (0, 4)));
    ninh_kieu = assessment(
        "quan-uy-ninh-kieu",
        &[
            ("1.1", Some(Status::Done)),
            ("1.2", Some(Status::NotStarted)),
            ("1.3", Some(Status::OutOfScope)),
            ("1.4", None),
        ],
    );
    assert_eq!(counts(&ninh_kieu), (vec![(2, 3), (0, 0), (0, 0)], (2, 3)));

    // An answer to a task that is out of scope is kept, but does not count; opting in makes it count.
    ninh_kieu = assessment("quan-uy-ninh-kieu", &[("2.2.1", Some(Status::InProgress))]);
    assert_eq!(counts(&ninh_kieu), (vec![(0, 4), (0, 0), (0, 0)], (0, 4)));
    ninh_kieu.opted_in.push("2".to_owned());
    assert_eq!(counts(&ninh_kieu), (vec![(0, 4), (1, 9), (0, 0)], (1, 13)));

    assert_eq!(counts(&assessment("ban-can-su-dang-ubnd", &[])).1, (0, 13));
    assert_eq!(counts(&assessment("ban-tuyen-giao", &[])).1, (0, 6));
}

#[test]
fn finding_in_the_document_ignores_marks_and_case() {
    let directive = directive();
    let text = document_text(&directive);
    let found = |needle: &str| super::find::matches(&text, needle).len();
    assert_eq!(found("thành ủy"), text.to_lowercase().matches("thành ủy").count());
    for (typed, same) in
        [("ủy", "UỶ"), ("khóa", "khoá"), ("đoàn", "doan"), ("Thực hiện\nNghị quyết", "thuc hien nghi quyet")]
    {
        assert!(found(typed) > 0);
        assert_eq!(found(typed), found(same), "{typed}");
    }
}

#[test]
fn a_step_is_overdue_that_was_due_before_the_day_and_is_not_done() {
    let day = Date::from_iso("2024-10-01").unwrap();
    let step = |due: &str, done_at: &str| NextStep {
        due: DateText::from_typed(due),
        done_at: DateText::from_typed(done_at),
        ..NextStep::default()
    };
    assert!(step("30/9/2024", "").is_overdue(day));
    assert!(!step("1/10/2024", "").is_overdue(day), "the day itself is not past");
    assert!(!step("30/9/2024", "2/10/2024").is_overdue(day));
    assert!(!step("", "").is_overdue(day) && !step("quý III", "").is_overdue(day));
}

#[test]
fn a_level_has_a_name_and_one_of_another_edition_is_told_by_its_id() {
    let directive = Directive::built_in().unwrap();
    assert_eq!(directive.proposal_level("central"), "Trung ương");
    assert_eq!(directive.proposal_level("elsewhere"), "elsewhere");
}
