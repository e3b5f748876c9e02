//! What a comparison finds, and what a merge makes of each choice, place by place.

use crate::merge::tests::MARK;
use crate::merge::{Choices, Comparison, Difference, Kind, MergeChoice, MergePart, not_understood};
use domain::assessment::{Answer, Assessment, Evidence, SelfRating};
use domain::field::{AnswerField, EvidenceField, Field};
use json::{Json, Unknown};

fn newer(name: &str) -> Unknown {
    Unknown([(name.to_owned(), Json::String("x".into()))].into())
}

fn entry(id: &str, summary: &str) -> Evidence {
    Evidence { id: id.into(), summary: summary.into(), ..Evidence::default() }
}

fn with_results(of: &[(&str, &str)]) -> Assessment {
    let answer = |results: &str| Answer { results: results.into(), ..Answer::default() };
    let mut assessment = Assessment::default();
    for (id, results) in of {
        assessment.answers.insert((*id).to_owned(), answer(results));
    }
    assessment
}

fn with_register(evidence: Vec<Evidence>) -> Assessment {
    Assessment { evidence, ..Assessment::default() }
}

fn taken(mine: &Assessment, theirs: &Assessment) -> Assessment {
    Comparison::of(mine, theirs).merged(&Choices::all(MergeChoice::Theirs), MARK)
}

#[test]
fn differences_come_in_the_order_of_the_requirements_and_what_is_alike_is_counted() {
    let mine = with_results(&[("1.2", "a"), ("3", "same"), ("4", "d"), ("5", "alike")]);
    let theirs = with_results(&[("1.1", "x"), ("2.1", "y"), ("3", "same"), ("5", "alike"), ("6", "z")]);
    let found = Comparison::of(&mine, &theirs);
    let of = |difference: &Difference| match &difference.part {
        MergePart::Text(Field::Answer(requirement, AnswerField::Results)) => (requirement.clone(), difference.kind),
        other => (format!("{other:?}"), difference.kind),
    };
    let places: Vec<(String, Kind)> = found.differences.iter().map(of).collect();
    let expected = [
        ("1.1", Kind::OnlyThere),
        ("1.2", Kind::OnlyHere),
        ("2.1", Kind::OnlyThere),
        ("4", Kind::OnlyHere),
        ("6", Kind::OnlyThere),
    ];
    assert_eq!(places, expected.map(|(id, kind)| (id.to_owned(), kind)));
    assert_eq!(found.same, 2);
}

#[test]
fn of_a_portion_what_a_newer_version_wrote_counts_in_its_own_part_alone() {
    let mut mine = Assessment { unknown: newer("mood"), ..with_results(&[("1.1", "a"), ("1.2", "b")]) };
    mine.answers.or_default("1.1".into()).unknown = newer("score");
    let mut portion = Assessment { covers: vec!["1.1".into()], ..with_results(&[("1.1", "a")]) };
    portion.answers.or_default("1.1".into()).unknown = newer("score");
    assert_eq!(Comparison::of(&mine, &portion).differences, []);

    (portion.unknown, portion.period.unknown) = (newer("other"), newer("other"));
    portion.answers.or_default("1.1".into()).evidence = vec!["e1".into()];
    portion.answers.or_default("1.1".into()).unknown = newer("grade");
    portion.evidence = vec![Evidence { unknown: newer("seal"), ..entry("e1", "s") }];
    let merged = taken(&mine, &portion);
    assert_eq!(not_understood(&merged), ["mood", "answers[\"1.1\"].grade", "evidence.e1.seal"]);
}

#[test]
fn an_answer_of_nothing_but_a_newer_versions_fields_comes_in() {
    let mut theirs = Assessment::default();
    theirs.answers.or_default("1.1".into()).unknown = newer("score");
    assert_eq!(taken(&Assessment::default(), &theirs), theirs);
}

#[test]
fn a_document_leaves_or_comes_also_where_nothing_else_changes() {
    let (none, one) = (Assessment::default(), with_register(vec![entry("e1", "s")]));
    assert_eq!(taken(&one, &none), none);
    assert_eq!(taken(&none, &one), one);
}

#[test]
fn tasks_that_a_unit_takes_up_stand_in_their_order() {
    let with = |tasks: &[&str]| Assessment {
        opted_in: tasks.iter().map(|task| (*task).to_owned()).collect(),
        ..Assessment::default()
    };
    let merged = Comparison::of(&with(&["1", "3"]), &with(&["2"])).merged(&Choices::default(), MARK);
    assert_eq!(merged.opted_in, ["1", "2", "3"]);
}

#[test]
fn a_rating_that_is_taken_leaves_what_a_newer_version_wrote_to_its_own_choice() {
    let rated = |level: &str, name| Assessment {
        self_rating: SelfRating { scale: "124-QD/TW".into(), level: level.into(), unknown: newer(name) },
        ..Assessment::default()
    };
    let found = Comparison::of(&rated("tot", "mine"), &rated("kha", "theirs"));
    let mut choices = Choices::all(MergeChoice::Mine);
    choices.set(MergePart::SelfRating, MergeChoice::Theirs);
    assert_eq!(found.merged(&choices, MARK), rated("kha", "mine"));
    choices.set(MergePart::Newer, MergeChoice::Theirs);
    assert_eq!(found.merged(&choices, MARK), rated("kha", "theirs"));
}

#[test]
fn in_a_field_of_one_line_two_texts_stand_side_by_side() {
    let with = |issuer: &str| {
        with_register(vec![Evidence { number: "1-KH".into(), issuer: issuer.into(), ..entry("e1", "") }])
    };
    let found = Comparison::of(&with("Quận ủy"), &with("UBND quận"));
    assert_eq!(found.differences.len(), 1);
    let merged = found.merged(&Choices::default(), MARK);
    assert_eq!(merged.text(&Field::Evidence("e1".into(), EvidenceField::Issuer)), "Quận ủy / UBND quận");
}
