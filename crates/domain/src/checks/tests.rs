//! Each problem is found where it is, and not found where it is not.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test that cannot go on fails")]

use super::{Finding, Problem, check, check_requirement, of_evidence};
use crate::assessment::{Answer, Assessment, Causes, Evidence, NextStep, Period, Proposal, Status, UnitRef};
use crate::date::DateText;
use crate::directive::Directive;
use crate::field::FormPlace;
use crate::link::LinkFault;

fn directive() -> Directive {
    serde_json::from_str(include_str!("../../../../content/directive.json")).unwrap()
}

/// An assessment of a district committee in which nothing is the matter.
fn sound() -> Assessment {
    let unit = UnitRef { id: "quan-uy-ninh-kieu".into(), name: "Quận ủy Ninh Kiều".into(), ..UnitRef::default() };
    let causes = Causes { objective: "Chờ hướng dẫn.".into(), ..Causes::default() };
    let answer = || Answer {
        status: Some(Status::InProgress),
        results: "Đã quán triệt.".into(),
        causes: causes.clone(),
        ..Answer::default()
    };
    let answers = ["1.1", "1.2", "1.3", "1.4"].map(|id| (id.to_owned(), answer())).into_iter().collect();
    Assessment { unit, answers, as_of: date("30/6/2024"), overall: "Tốt.".into(), ..Assessment::default() }
}

fn date(typed: &str) -> DateText {
    DateText::from_typed(typed)
}

/// The element's id of each place, with what is the matter there.
fn found(assessment: &Assessment) -> Vec<(String, Problem)> {
    check(&directive(), assessment).into_iter().map(|finding| (finding.place.dom_id(), finding.problem)).collect()
}

#[track_caller]
fn finds(assessment: &Assessment, expected: &[(&str, Problem)]) {
    let expected: Vec<_> = expected.iter().map(|(place, problem)| ((*place).to_owned(), problem.clone())).collect();
    assert_eq!(found(assessment), expected);
}

fn answers(change: impl FnOnce(&mut Answer)) -> Assessment {
    let mut assessment = sound();
    change(assessment.answers.get_mut("1.2").unwrap());
    assessment
}

#[test]
fn nothing_is_found_where_nothing_is_the_matter() {
    finds(&sound(), &[]);
}

#[test]
fn a_unit_has_a_name() {
    let mut assessment = sound();
    assessment.unit.name = "  ".into();
    finds(&assessment, &[("unit-name", Problem::UnnamedUnit)]);
}

#[test]
fn a_date_exists_or_is_left_empty() {
    let mut assessment = sound();
    assessment.as_of = date("31/9/2024");
    assessment.period = Period { from: date("hôm qua"), to: date("30/6"), ..Period::default() };
    finds(
        &assessment,
        &[("as-of", Problem::NoSuchDate), ("period-from", Problem::NoSuchDate), ("period-to", Problem::NoSuchDate)],
    );
    assessment.as_of = date("30/9/2024");
    assessment.period = Period::default();
    finds(&assessment, &[]);
}

#[test]
fn a_period_does_not_end_before_it_starts() {
    let mut assessment = sound();
    let mut period = |from, to| {
        assessment.period = Period { from: date(from), to: date(to), ..Period::default() };
        found(&assessment)
    };
    assert_eq!(period("01/7/2024", "30/6/2024"), [("period-to".to_owned(), Problem::EndBeforeStart)]);
    assert_eq!(period("30/6/2024", "30/6/2024"), []);
    assert_eq!(period("", "30/6/2024"), []);
    assert_eq!(period("1/6/24", "1/6/2024"), [("period-from".to_owned(), Problem::ShortYear)]);
    assert_eq!(period("31/6/2024", "1/6/2024"), [("period-from".to_owned(), Problem::NoSuchDate)]);
}

#[test]
fn a_requirement_in_scope_has_a_status() {
    let assessment = answers(|answer| answer.status = None);
    finds(&assessment, &[("status-1.2", Problem::Unanswered)]);
    let mut assessment = sound();
    assessment.answers.remove("1.4");
    finds(&assessment, &[("status-1.4", Problem::Unanswered)]);
    // What is out of scope is not asked for, until the unit says that it takes part.
    assessment.opted_in = vec!["3".into()];
    let unanswered = ["status-1.4", "status-3.1", "status-3.2"].map(|place| (place, Problem::Unanswered));
    finds(&assessment, &unanswered);
}

#[test]
fn what_is_done_has_evidence_or_a_reason_why_not() {
    let done = |evidence: &[&str], reason: &str| {
        answers(|answer| {
            answer.status = Some(Status::Done);
            answer.evidence = evidence.iter().map(|id| (*id).to_owned()).collect();
            answer.no_evidence_reason = reason.into();
        })
    };
    finds(&done(&[], " "), &[("picks-1.2", Problem::DoneWithoutEvidence)]);
    finds(&done(&["e1"], ""), &[]);
    finds(&done(&[], "Đang lập hồ sơ."), &[]);
    // What shows nothing is no evidence.
    let mut assessment = done(&["e1", "e2"], "");
    assessment.evidence = vec![entry("e1", " ", "", ""), entry("e2", "", "", "")];
    let bare = ["evidence-e1-number", "evidence-e2-number"].map(|place| (place, Problem::BareEvidence));
    finds(&assessment, &[[("picks-1.2", Problem::DoneWithoutEvidence)].as_slice(), &bare].concat());
    assessment.evidence[0].summary = "Kế hoạch".into();
    finds(&assessment, &bare[1..]);
}

#[test]
fn what_was_begun_has_results() {
    let without = |status| {
        answers(|answer| {
            answer.status = Some(status);
            answer.results = "\n".into();
            answer.no_evidence_reason = "Đang lập hồ sơ.".into();
        })
    };
    let missing = [("answer-1.2-results", Problem::WithoutResults)];
    finds(&without(Status::InProgress), &missing);
    finds(&without(Status::Done), &missing);
    finds(&without(Status::NotStarted), &[]);
}

#[test]
fn what_is_not_finished_has_a_cause_or_a_next_step() {
    let without = |status, change: fn(&mut Answer)| {
        answers(|answer| {
            answer.status = Some(status);
            answer.causes = Causes::default();
            answer.no_evidence_reason = "Đang lập hồ sơ.".into();
            change(answer);
        })
    };
    let missing = [("steps-1.2", Problem::UnfinishedWithoutReason)];
    finds(&without(Status::InProgress, |_| {}), &missing);
    finds(&without(Status::NotStarted, |answer| answer.next_steps = vec![NextStep::default()]), &missing);
    finds(&without(Status::NotStarted, |answer| answer.causes.subjective = "Chậm.".into()), &[]);
    finds(&without(Status::Done, |_| {}), &[]);
    let step = |answer: &mut Answer| {
        let due = date("30/9/2024");
        let step =
            NextStep {
                id: "s1".into(), task: "Rà soát".into(), owner: "Văn phòng".into(), due, ..NextStep::default()
            };
        answer.next_steps = vec![step];
    };
    finds(&without(Status::NotStarted, step), &[]);
}

#[test]
fn the_day_of_the_figures_and_the_overall_assessment_are_given() {
    let mut assessment = sound();
    (assessment.as_of, assessment.overall) = (date(""), " ".into());
    finds(&assessment, &[("as-of", Problem::WithoutAsOf), ("overall", Problem::WithoutOverall)]);
}

#[test]
fn a_year_far_off_is_asked_about() {
    let mut assessment = sound();
    for typed in ["1/7/1900", "1/7/2300", "29/2/1204", "ngày 1 tháng 7 năm 2204", "01072240"] {
        assessment.as_of = date(typed);
        finds(&assessment, &[("as-of", Problem::FarYear)]);
    }
    for typed in ["1/7/1975", "1/7/2050"] {
        assessment.as_of = date(typed);
        finds(&assessment, &[]);
    }
    assessment.as_of = date("31/9/2300");
    finds(&assessment, &[("as-of", Problem::NoSuchDate)]);
}

#[test]
fn a_text_too_long_for_a_file_is_told_where_it_stands() {
    let long = |over: usize| ["ế".repeat(20_000).as_str(), &"a".repeat(65_536 - 60_000 + over)].concat();
    let mut assessment = answers(|answer| answer.results = long(12));
    assessment.overall = long(0);
    finds(&assessment, &[("answer-1.2-results", Problem::TooLong(12))]);
    // Half a letter is a letter too many.
    assessment.overall = "ế".repeat(21_846);
    assessment.evidence = vec![entry("e1", &long(1), "", "")];
    assessment.unit.name = long(2);
    let expected = [
        ("unit-name", Problem::TooLong(2)),
        ("answer-1.2-results", Problem::TooLong(12)),
        ("overall", Problem::TooLong(1)),
        ("evidence-e1-number", Problem::TooLong(1)),
    ];
    finds(&assessment, &expected);
    assert!(Problem::TooLong(1).is_error());
}

#[test]
fn what_a_merge_has_left_is_pointed_out() {
    let mark = "— Từ tệp b.json: —";
    let mut assessment = answers(|answer| answer.limitations = ["Chậm.\n\n", mark, "\nThiếu."].concat());
    let text = "Đã nói — Từ tệp b.json: — ở trên.".into();
    assessment.proposals = vec![Proposal { id: "p1".into(), text, ..Proposal::default() }];
    finds(&assessment, &[("answer-1.2-limitations", Problem::LeftByMerge)]);
}

#[test]
fn a_limitation_has_a_cause() {
    let limited = |objective: &str, subjective: &str| {
        answers(|answer| {
            answer.limitations = "Tiến độ chậm.".into();
            answer.status = Some(Status::NotStarted);
            answer.causes = Causes { objective: objective.into(), subjective: subjective.into(), ..Causes::default() };
        })
    };
    finds(&limited(" ", "\n"), &[("answer-1.2-causes-objective", Problem::LimitationWithoutCause)]);
    finds(&limited("Chờ hướng dẫn.", ""), &[]);
    finds(&limited("", "Phối hợp chưa chặt chẽ."), &[]);
}

#[test]
fn a_next_step_says_what_and_who_and_when() {
    let step = |task: &str, owner: &str, due: &str| {
        answers(|answer| {
            let step = NextStep {
                id: "s1".into(),
                task: task.into(),
                owner: owner.into(),
                due: date(due),
                ..NextStep::default()
            };
            answer.next_steps = vec![step];
        })
    };
    finds(&step("", "", ""), &[]);
    finds(&step("Rà soát", "UBND quận", "30/9/2024"), &[]);
    finds(&step("", "UBND quận", "30/9/2024"), &[("step-1.2-s1-task", Problem::StepWithoutTask)]);
    finds(
        &step("Rà soát", "", ""),
        &[("step-1.2-s1-owner", Problem::StepWithoutOwner), ("step-1.2-s1-due", Problem::StepWithoutDue)],
    );
    finds(&step("Rà soát", "UBND quận", "31/9/2024"), &[("step-1.2-s1-due", Problem::NoSuchDate)]);
}

#[test]
fn what_is_out_of_scope_is_not_checked_any_further() {
    let assessment = answers(|answer| {
        answer.status = Some(Status::OutOfScope);
        answer.limitations = "Tiến độ chậm.".into();
        answer.next_steps = vec![NextStep { id: "s1".into(), due: date("31/9/2024"), ..NextStep::default() }];
    });
    finds(&assessment, &[]);
}

fn entry(id: &str, number: &str, day: &str, url: &str) -> Evidence {
    Evidence { id: id.into(), number: number.into(), date: date(day), url: url.into(), ..Evidence::default() }
}

#[test]
fn an_entry_of_the_register_has_a_date_that_exists_and_a_link_that_works() {
    let mut assessment = sound();
    assessment.evidence = vec![
        entry("e1", "1-KH", "31/9/2024", ""),
        entry("e2", "2-KH", "", "cantho.gov.vn"),
        entry("e3", "3-KH", "", "https://"),
        entry("e4", "4-KH", "", "https://a@b.vn"),
        entry("e5", "5-KH", "12/4/2022", " https://cantho.gov.vn/1 "),
    ];
    finds(
        &assessment,
        &[
            ("evidence-e1-date", Problem::NoSuchDate),
            ("evidence-e2-url", Problem::BadLink(LinkFault::Scheme)),
            ("evidence-e3-url", Problem::BadLink(LinkFault::Host)),
            ("evidence-e4-url", Problem::BadLink(LinkFault::UserInfo)),
        ],
    );
}

#[test]
fn the_second_of_two_entries_with_the_same_number_and_date_is_pointed_out() {
    let mut assessment = sound();
    assessment.evidence = vec![
        entry("e1", "85-KH/QU", "12/4/2022", ""),
        entry("e2", " 85-kh / qu ", "12/04/2022", ""),
        entry("e3", "85-KH/QU", "13/4/2022", ""),
        entry("e4", "", "", ""),
        entry("e5", "", "", ""),
    ];
    let bare = ["evidence-e4-number", "evidence-e5-number"].map(|place| (place, Problem::BareEvidence));
    finds(&assessment, &[[("evidence-e2-number", Problem::LikelyDuplicate)].as_slice(), &bare].concat());
    let found = check(&directive(), &assessment);
    let of = |id| of_evidence(&found, id).collect::<Vec<&Finding>>();
    assert_eq!(of("e2").len(), 1);
    assert_eq!(of("e1"), [] as [&Finding; 0]);
    assert_eq!(of("e9"), [] as [&Finding; 0]);
}

#[test]
fn a_card_is_checked_as_the_whole_is() {
    let assessment = answers(|answer| answer.status = None);
    assert_eq!(check_requirement(&assessment, &"1.2".to_owned()), check(&directive(), &assessment));
    assert_eq!(check_requirement(&assessment, &"1.1".to_owned()), []);
}

#[test]
fn only_what_is_wrong_whatever_the_unit_means_is_an_error() {
    for problem in
        [Problem::NoSuchDate, Problem::EndBeforeStart, Problem::BadLink(LinkFault::Scheme), Problem::UnnamedUnit]
    {
        assert!(problem.is_error());
    }
    for problem in [
        Problem::Unanswered,
        Problem::FarYear,
        Problem::WithoutAsOf,
        Problem::WithoutOverall,
        Problem::LeftByMerge,
        Problem::WithoutResults,
        Problem::UnfinishedWithoutReason,
        Problem::BareEvidence,
        Problem::DoneWithoutEvidence,
        Problem::LimitationWithoutCause,
        Problem::StepWithoutTask,
        Problem::StepWithoutOwner,
        Problem::StepWithoutDue,
        Problem::LikelyDuplicate,
    ] {
        assert!(!problem.is_error());
    }
}

#[test]
fn a_register_of_thousands_is_checked() {
    let numbers = ["12-KH/QU", "", "12 - kh/qu", "13", "12-KH/QU", " "];
    let mut assessment = Assessment::default();
    for at in 0..5_000 {
        // One letter of many marks, as in a file that means harm: comparing each with each would take minutes.
        let number =
            numbers.get(at).map_or_else(|| ["e", &"\u{301}".repeat(90), &at.to_string()].concat(), |one| (*one).into());
        assessment.evidence.push(Evidence { id: at.to_string(), number, ..Evidence::default() });
    }
    let found = check(&Directive::default(), &assessment);
    let found =
        found.into_iter().filter(|finding| finding.problem == Problem::LikelyDuplicate).map(|finding| finding.place);
    let expected = ["2", "4"]
        .map(|id| FormPlace::Field(crate::field::Field::Evidence(id.into(), crate::field::EvidenceField::Number)));
    assert_eq!(found.collect::<Vec<_>>(), expected);
}
