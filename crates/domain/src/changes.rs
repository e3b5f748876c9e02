//! Where two states of a self-assessment differ (chỗ đã đổi).

use super::assessment::{Answer, Assessment, RequirementId};
use super::field::{AnswerField, Field, FormPlace};
use super::ids::Ids;

/// The fields that stand neither in an answer nor in the register, as the form shows them.
fn alone() -> impl Iterator<Item = Field> {
    Field::GENERAL.into_iter().chain([Field::Overall])
}

/// The answers to remarks that either has, each once.
pub fn replies(one: &Assessment, other: &Assessment) -> Vec<Field> {
    let known = Ids::of(one.replies.iter().map(|reply| &reply.remark));
    let others = other.replies.iter().filter(|reply| !known.has(&reply.remark));
    one.replies.iter().chain(others).map(|reply| Field::Reply(reply.remark.clone())).collect()
}

/// The places in which `one` and `other` differ, each once. Next steps, proposals and the register count as one place each:
/// their rows come and go.
#[must_use]
pub fn changes(one: &Assessment, other: &Assessment) -> Vec<FormPlace> {
    let mut places = Vec::new();
    for field in alone() {
        let is_other_unit = field == Field::UnitName && one.unit != other.unit;
        if is_other_unit || one.text(&field) != other.text(&field) {
            places.push(FormPlace::Field(field));
        }
    }
    for (from, to) in [(one, other), (other, one)] {
        let known = Ids::of(&to.opted_in);
        places.extend(from.opted_in.iter().filter(|task| !known.has(task)).cloned().map(FormPlace::OptIn));
    }
    let blank = Answer::default();
    for (requirement, answer) in one.answers.iter() {
        answer_changes(requirement, answer, other.answers.get(requirement).unwrap_or(&blank), &mut places);
    }
    for (requirement, answer) in other.answers.iter().filter(|(id, _)| !one.answers.contains_key(id)) {
        answer_changes(requirement, &blank, answer, &mut places);
    }
    if one.evidence != other.evidence {
        places.push(FormPlace::Register);
    }
    for field in replies(one, other) {
        if one.text(&field) != other.text(&field) {
            places.push(FormPlace::Field(field));
        }
    }
    if one.proposals != other.proposals {
        places.push(FormPlace::Proposals);
    }
    if one.self_rating != other.self_rating {
        places.push(FormPlace::SelfRating);
    }
    places
}

fn answer_changes(requirement: &RequirementId, one: &Answer, other: &Answer, places: &mut Vec<FormPlace>) {
    let texts = [
        (AnswerField::Results, one.results != other.results),
        (AnswerField::Limitations, one.limitations != other.limitations),
        (AnswerField::ObjectiveCauses, one.causes.objective != other.causes.objective),
        (AnswerField::SubjectiveCauses, one.causes.subjective != other.causes.subjective),
        (AnswerField::NoEvidenceReason, one.no_evidence_reason != other.no_evidence_reason),
    ];
    if one.status != other.status {
        places.push(FormPlace::Status(requirement.clone()));
    }
    for (field, _) in texts.into_iter().filter(|(_, differs)| *differs) {
        places.push(FormPlace::Field(Field::Answer(requirement.clone(), field)));
    }
    if one.evidence != other.evidence {
        places.push(FormPlace::Picks(requirement.clone()));
    }
    if one.next_steps != other.next_steps {
        places.push(FormPlace::Steps(requirement.clone()));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assessment::{Causes, Evidence, NextStep, Proposal, SelfRating, Status, UnitRef};

    fn filled() -> Assessment {
        let answer = Answer {
            status: Some(Status::Done),
            results: "a".into(),
            limitations: "b".into(),
            causes: Causes { objective: "c".into(), subjective: "d".into(), ..Causes::default() },
            evidence: vec!["e1".into()],
            no_evidence_reason: "f".into(),
            next_steps: vec![NextStep { id: "s1".into(), ..NextStep::default() }],
            ..Answer::default()
        };
        let mut filled = Assessment {
            unit: UnitRef { id: "u".into(), name: "U".into(), ..UnitRef::default() },
            evidence: vec![Evidence { id: "e1".into(), ..Evidence::default() }],
            opted_in: vec!["2".into()],
            self_rating: SelfRating { level: "good".into(), ..SelfRating::default() },
            ..Assessment::default()
        };
        filled.proposals = vec![Proposal { id: "p1".into(), ..Proposal::default() }];
        for field in alone().chain([Field::Reply("r1".into())]) {
            filled.set_text(&field, "1/7/2024");
        }
        filled.answers.insert("1.2".into(), answer);
        filled
    }

    #[test]
    fn every_place_of_the_form_is_told_from_either_side() {
        let (filled, blank) = (filled(), Assessment::default());
        let mut there = changes(&filled, &blank);
        let mut back = changes(&blank, &filled);
        let text = |field| FormPlace::Field(Field::Answer("1.2".into(), field));
        let fields = alone().chain([Field::Reply("r1".into())]);
        let mut wanted: Vec<FormPlace> = fields.map(FormPlace::Field).collect();
        wanted.extend([
            FormPlace::OptIn("2".into()),
            FormPlace::Status("1.2".into()),
            text(AnswerField::Results),
            text(AnswerField::Limitations),
            text(AnswerField::ObjectiveCauses),
            text(AnswerField::SubjectiveCauses),
            text(AnswerField::NoEvidenceReason),
            FormPlace::Picks("1.2".into()),
            FormPlace::Steps("1.2".into()),
            FormPlace::Register,
            FormPlace::Proposals,
            FormPlace::SelfRating,
        ]);
        for places in [&mut there, &mut back, &mut wanted] {
            places.sort();
        }
        assert_eq!(there, wanted);
        assert_eq!(back, wanted);
    }

    #[test]
    fn one_letter_is_one_place_and_a_blank_answer_is_none() {
        let mut other = filled();
        assert!(changes(&filled(), &other).is_empty());
        other.answers.insert("1.1".into(), Answer::default());
        assert!(changes(&filled(), &other).is_empty(), "nothing stands in it");
        other.set_text(&Field::Answer("1.2".into(), AnswerField::Results), "ă");
        let place = FormPlace::Field(Field::Answer("1.2".into(), AnswerField::Results));
        assert_eq!(changes(&filled(), &other), [place]);
    }

    #[test]
    fn another_unit_of_the_same_name_is_one_place() {
        let mut other = filled();
        other.unit.id = "another".into();
        assert_eq!(changes(&filled(), &other), [FormPlace::Field(Field::UnitName)]);
    }

    #[test]
    fn the_counts_and_dates_of_editing_are_no_content() {
        let other = Assessment { revision: 9, updated_at: "2024-07-01T02:00:00Z".into(), ..filled() };
        assert!(changes(&filled(), &other).is_empty());
    }
}
