//! Each field and place of the form leads to what it names, and to nothing else.

use super::{AnswerField, EvidenceField, Field, FormPlace, StepField};
use crate::assessment::{Answer, Assessment, Evidence, NextStep, Proposal};
use std::collections::BTreeSet;

const DATES: usize = 6;

/// Two answers with two steps each, and two entries of the register, of which the second supports the first answer.
fn assessment() -> Assessment {
    let step = |id: &str| NextStep { id: id.into(), ..NextStep::default() };
    let answer = |picked: &[&str]| Answer {
        next_steps: vec![step("s1"), step("s2")],
        evidence: picked.iter().map(|id| (*id).to_owned()).collect(),
        ..Answer::default()
    };
    let entry = |id: &str| Evidence { id: id.into(), ..Evidence::default() };
    Assessment {
        answers: [("1.1".to_owned(), answer(&["e2"])), ("1.2".to_owned(), answer(&[]))].into(),
        evidence: vec![entry("e1"), entry("e2")],
        proposals: ["p1", "p2"].map(|id| Proposal { id: id.into(), ..Proposal::default() }).into(),
        ..Assessment::default()
    }
}

/// Every field of it.
fn fields() -> Vec<Field> {
    let answer = [
        AnswerField::Results,
        AnswerField::Limitations,
        AnswerField::ObjectiveCauses,
        AnswerField::SubjectiveCauses,
        AnswerField::NoEvidenceReason,
    ];
    let entry = [
        EvidenceField::Number,
        EvidenceField::Date,
        EvidenceField::Issuer,
        EvidenceField::Summary,
        EvidenceField::Section,
        EvidenceField::Url,
    ];
    let mut fields: Vec<Field> = Field::GENERAL.into_iter().chain([Field::Overall]).collect();
    fields.extend(["p1", "p2"].map(|id| Field::Proposal(id.into())));
    fields.extend(["r1", "r2"].map(|id| Field::Reply(id.into())));
    for requirement in ["1.1", "1.2"] {
        fields.extend(answer.map(|field| Field::Answer(requirement.into(), field)));
        for id in ["s1", "s2"] {
            fields.extend(StepField::ALL.map(|field| Field::Step(requirement.into(), id.into(), field)));
        }
    }
    for id in ["e1", "e2"] {
        fields.extend(entry.map(|field| Field::Evidence(id.into(), field)));
    }
    fields
}

#[test]
fn what_is_typed_into_a_field_stands_there_and_nowhere_else() {
    let mut assessment = assessment();
    for (index, field) in fields().iter().enumerate() {
        assert_eq!(assessment.text(field), "", "{field:?}");
        // A text of its own in each, and no two of them a day.
        assessment.set_text(field, &format!("văn bản {index}"));
    }
    for (index, field) in fields().iter().enumerate() {
        assert_eq!(assessment.text(field), format!("văn bản {index}"));
    }
}

#[test]
fn dates_are_told_from_texts() {
    let mut assessment = assessment();
    for field in fields() {
        assessment.set_text(&field, "5.7.2024");
        let shown = if field.is_date() { "05/07/2024" } else { "5.7.2024" };
        assert_eq!(assessment.text(&field), shown, "{field:?}");
    }
    let kinds: BTreeSet<String> = fields().iter().filter(|field| field.is_date()).map(kind).collect();
    assert_eq!(kinds.len(), DATES, "{kinds:?}");
}

/// The field without the row that it is in.
fn kind(field: &Field) -> String {
    match field {
        Field::Step(_, _, field) => format!("{field:?} of a step"),
        Field::Evidence(_, field) => format!("{field:?} of an entry"),
        field => format!("{field:?}"),
    }
}

#[test]
fn a_row_that_is_gone_takes_no_text_and_an_answer_begins_with_the_first() {
    let mut assessment = assessment();
    let before = assessment.clone();
    for gone in [
        Field::Step("1.1".into(), "s9".into(), StepField::Task),
        Field::Step("9".into(), "s1".into(), StepField::Task),
        Field::Evidence("e9".into(), EvidenceField::Url),
    ] {
        assessment.set_text(&gone, "chữ");
        assert_eq!(assessment.text(&gone), "");
    }
    assert_eq!(assessment, before);
    let first = Field::Answer("2.1".into(), AnswerField::Results);
    assessment.set_text(&first, "chữ");
    assert_eq!(assessment.text(&first), "chữ");
}

#[test]
fn places_tell_their_requirement_or_their_entry() {
    let id = || "1.1".to_owned();
    let requirements = [
        FormPlace::Field(Field::Answer(id(), AnswerField::Results)),
        FormPlace::Field(Field::Step(id(), "s1".into(), StepField::Due)),
        FormPlace::Status(id()),
        FormPlace::Picks(id()),
        FormPlace::Steps(id()),
    ];
    for place in &requirements {
        assert_eq!((place.requirement(), place.evidence()), (Some(&id()), None), "{place:?}");
    }
    let entry = FormPlace::Field(Field::Evidence("e1".into(), EvidenceField::Url));
    assert_eq!((entry.requirement(), entry.evidence()), (None, Some("e1")));
    let others =
        [FormPlace::Register, FormPlace::SelfRating, FormPlace::OptIn("2".into()), FormPlace::Field(Field::UnitName)];
    for place in &others {
        assert_eq!((place.requirement(), place.evidence()), (None, None), "{place:?}");
    }
    let all = requirements.iter().chain(&others).chain([&entry]).map(FormPlace::dom_id).collect::<BTreeSet<_>>();
    assert_eq!(all.len(), 10, "each has an element of its own: {all:?}");
    let all = fields().iter().map(Field::dom_id).collect::<BTreeSet<_>>();
    assert_eq!(all.len(), fields().len());
}

#[test]
fn an_entry_is_found_by_its_id_and_knows_what_it_supports() {
    let assessment = assessment();
    assert_eq!(assessment.evidence_by_id("e2").map(|entry| entry.id.as_str()), Some("e2"));
    assert_eq!(assessment.evidence_by_id("e9"), None);
    assert_eq!(assessment.uses_of("e2"), ["1.1"]);
    assert!(assessment.uses_of("e1").is_empty());
}

#[test]
fn the_id_of_every_place_leads_back_to_it() {
    let id = || "1.2".to_owned();
    let mut places: Vec<FormPlace> = fields().into_iter().map(FormPlace::Field).collect();
    places.extend(AnswerField::ALL.map(|field| FormPlace::Field(Field::Answer(id(), field))));
    places.extend(EvidenceField::ALL.map(|field| FormPlace::Field(Field::Evidence("e-7".into(), field))));
    for field in StepField::ALL {
        places.push(FormPlace::Field(Field::Step(id(), "s-3".into(), field)));
    }
    places.extend([FormPlace::Status(id()), FormPlace::Picks(id()), FormPlace::Steps(id()), FormPlace::Register]);
    places.extend([FormPlace::OptIn("2".into()), FormPlace::SelfRating]);
    places.extend([FormPlace::Proposals, FormPlace::ProposalTo("p-1".into())]);
    for place in places {
        assert_eq!(FormPlace::from_dom_id(&place.dom_id()), Some(place));
    }
    for id in ["", "answer", "answer-1.2-", "step-results", "evidence-e1", "view-title"] {
        assert_eq!(FormPlace::from_dom_id(id), None, "{id}");
    }
}
