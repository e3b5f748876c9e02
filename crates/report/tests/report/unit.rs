//! The report of one unit, word for word, and what must hold of any.

use crate::golden::reads_as_it_did;
use domain::assessment::{Answer, Assessment, Evidence, NextStep, Proposal, Status, UnitRef};
use domain::date::DateText;
use domain::directive::Directive;
use domain::roster::Roster;
use domain::sample;
use json::Map;
use report::document::{Content, Document, Origin};
use report::edits::{Edits, merge};
use report::plain;
use report::profile::Profiles;
use report::unit::{Kept, Particulars, UnitInput, document};
use std::collections::BTreeSet;

const PARTY: &str = "party-36-hd-vptw";
const STATE: &str = "state-30-2020-nd-cp";

fn report(assessment: &Assessment, particulars: &Particulars) -> Document {
    let (directive, profiles) = (Directive::built_in().unwrap(), Profiles::built_in().unwrap());
    let profile = profiles.get(&particulars.profile).unwrap();
    document(&UnitInput { directive: &directive, assessment, profile, particulars })
}

fn unfilled(assessment: &Assessment) -> Document {
    report(assessment, &Particulars::default())
}

fn unit(id: &str) -> UnitRef {
    let roster = Roster::built_in().unwrap();
    let unit = roster.unit(id).unwrap();
    UnitRef { id: id.into(), group: unit.group.clone(), name: unit.name.clone(), ..UnitRef::default() }
}

fn empty() -> Assessment {
    Assessment { unit: unit("quan-uy-ninh-kieu"), ..Assessment::default() }
}

/// A text in every field of every requirement, by a unit that all tasks concern.
fn full() -> Assessment {
    let directive = Directive::built_in().unwrap();
    let mut full = Assessment { unit: unit("ban-can-su-dang-ubnd"), opted_in: vec!["3".into()], ..sample::built_in() };
    full.sample = false;
    full.answers = Map::new();
    for (at, (_, requirement)) in directive.requirements().enumerate() {
        let id = &requirement.id;
        let mut answer = Answer {
            status: Some(Status::ALL[at % 3]),
            results: format!("Kết quả của yêu cầu {id} đã nêu."),
            limitations: format!("Hạn chế của yêu cầu {id} đã nêu."),
            evidence: vec!["e3".into(), "e14".into()],
            ..Answer::default()
        };
        answer.causes.objective = format!("Nguyên nhân khách quan của yêu cầu {id} đã nêu.");
        answer.causes.subjective = format!("Nguyên nhân chủ quan của yêu cầu {id} đã nêu.");
        answer.next_steps.push(NextStep {
            id: format!("s{at}"),
            task: format!("Việc tiếp theo của yêu cầu {id} đã nêu"),
            owner: "Văn phòng".into(),
            due: DateText::from_typed("30/9/2024"),
            done_at: DateText::from_typed(if at == 0 { "1/2/2024" } else { "" }),
            ..NextStep::default()
        });
        full.answers.insert(id.clone(), answer);
    }
    for (at, level) in ["departments", "", "central"].into_iter().enumerate() {
        let text = format!("Kiến nghị số {at}.");
        full.proposals.push(Proposal { id: format!("q{at}"), text, to: level.into(), ..Proposal::default() });
    }
    full
}

fn filled(profile: &str) -> Particulars {
    Particulars {
        profile: profile.into(),
        symbol: "QU".into(),
        place: "Ninh Kiều".into(),
        addressees: "Ban Thường vụ Thành ủy\nBan Tuyên giáo Thành ủy".into(),
        authority: "T/M Ban Thường vụ".into(),
        position: "Phó Bí thư".into(),
        name: "Nguyễn Văn Ví Dụ".into(),
        recipients: "- Ban Tuyên giáo Thành ủy;\n- Lưu Văn phòng Quận ủy.".into(),
        ..Particulars::default()
    }
}

#[test]
fn reports_read_as_they_did() {
    reads_as_it_did("unit-sample", &plain::text(&report(&sample::built_in(), &filled(PARTY))));
    reads_as_it_did("unit-empty", &plain::text(&unfilled(&empty())));
    reads_as_it_did("unit-full-state", &plain::text(&report(&full(), &filled(STATE))));
    let mut partial = sample::built_in();
    partial.unit = unit("quan-uy-ninh-kieu");
    partial.sample = false;
    partial.overall = String::new();
    partial.answers.retain(|id, _| id == "1.2");
    partial.proposals.iter_mut().for_each(|proposal| proposal.to = String::new());
    reads_as_it_did("unit-partial", &plain::text(&unfilled(&partial)));
}

#[test]
fn the_same_assessment_gives_the_same_report_whatever_the_profile() {
    let paragraphs = |document: &Document| -> Vec<(String, String)> {
        document.paragraphs().map(|one| (one.id.clone(), one.text.clone())).collect()
    };
    let (party, state) = (report(&full(), &filled(PARTY)), report(&full(), &filled(STATE)));
    assert_eq!(party, report(&full(), &filled(PARTY)));
    assert_eq!(paragraphs(&party), paragraphs(&state));
    assert_ne!(party, state);
}

#[test]
fn nothing_of_the_officer_the_form_or_the_editor_is_in_it() {
    let text = plain::text(&report(&sample::built_in(), &filled(PARTY)));
    for other in ["Nguyễn Thị Ánh", "0292", "4/4", "biên tập", "Không thuộc phạm vi", "example.vn", "2.1.", "3.1."]
    {
        assert!(!text.contains(other), "{other}");
    }
    // What a unit wrote on a task that does not concern it stays in its draft.
    let mut outside = empty();
    let answer = Answer { limitations: "Ngoài phạm vi.".into(), status: Some(Status::Done), ..Answer::default() };
    outside.answers.insert("2.1".into(), answer.clone());
    let said = Answer { status: Some(Status::OutOfScope), ..answer };
    outside.answers.insert("1.4".into(), said);
    let text = plain::text(&unfilled(&outside));
    assert!(!text.contains("Ngoài phạm vi.") && text.contains("của 03 yêu cầu"), "{text}");
}

#[test]
fn every_word_of_the_unit_that_is_in_its_scope_is_in_it() {
    let full = full();
    let text = plain::text(&unfilled(&full));
    let mut words: Vec<&String> = vec![&full.overall];
    for answer in full.answers.values() {
        words.extend([&answer.results, &answer.limitations, &answer.causes.objective, &answer.causes.subjective]);
        words.extend(answer.next_steps.iter().map(|step| &step.task));
    }
    words.extend(full.proposals.iter().map(|proposal| &proposal.text));
    assert!(words.len() > 70);
    for word in words {
        assert_eq!(text.matches(word.as_str()).count(), 1, "{word}");
    }
}

#[test]
fn whatever_a_unit_wrote_stays_a_text() {
    let hostile =
        ["<script>alert(1)</script>", "=1+1", "I- KẾT QUẢ\nII- KHÁC", "một\r\nhai\u{2028}ba\u{0}\t", "\u{202e}abc"];
    let mut unit = full();
    let before = unfilled(&unit);
    for (at, answer) in unit.answers.values_mut().enumerate() {
        let word = hostile[at % hostile.len()];
        (answer.results, answer.limitations, answer.no_evidence_reason) = (word.into(), word.into(), word.into());
        answer.evidence = vec!["e3".into(), "e3".into(), "nothing".into()];
        answer.next_steps.iter_mut().for_each(|step| {
            (step.task, step.owner, step.due) = (word.into(), word.into(), DateText::from_typed(word));
        });
    }
    let register = |entry: &mut Evidence| {
        (entry.number, entry.issuer, entry.summary) = (hostile[0].into(), hostile[2].into(), hostile[3].into());
    };
    unit.evidence.iter_mut().for_each(register);
    // Two rows with one id, and one that says nothing.
    unit.proposals.push(unit.proposals[0].clone());
    unit.proposals.push(Proposal { id: "p1".into(), text: " \u{0} ".into(), ..Proposal::default() });
    unit.unit.name = hostile[3].into();
    let mut filled = filled(PARTY);
    (filled.name, filled.place, filled.recipients) = (hostile[0].into(), hostile[3].into(), hostile[2].into());
    let document = report(&unit, &filled);
    let headings = |document: &Document| -> Vec<String> {
        let of = document.blocks().filter_map(|block| match &block.content {
            Content::Heading { text, .. } => Some(text.clone()),
            _ => None,
        });
        of.collect()
    };
    assert_eq!(headings(&document), headings(&before));
    let ids: Vec<&str> = document.paragraphs().map(|one| one.id.as_str()).collect();
    assert_eq!(ids.iter().collect::<BTreeSet<_>>().len(), ids.len(), "{ids:?}");
    let text = plain::text(&document);
    assert!(!text.chars().any(|letter| letter.is_control() && !['\n', '\t'].contains(&letter)));
    assert!(text.contains("<script>alert(1)</script>") && text.contains("=1+1"));
}

#[test]
fn what_was_rewritten_survives_a_change_beneath_it_and_stays_above_the_signature() {
    let mut unit = full();
    let before = unfilled(&unit);
    let mut edits = Edits::default();
    let paragraph = |document: &Document, id: &str| document.paragraphs().find(|one| one.id == id).unwrap().clone();
    for id in ["annex-answers/1.1", "limitations/1.2", "objective-causes/1.1", "opening/subject", "opening/basis"] {
        edits.write(&paragraph(&before, id), "Lãnh đạo đã sửa.");
    }
    unit.answers.get_mut("1.1").unwrap().results = "Kết quả mới.".into();
    // Nothing is said any longer of objective causes, nor of this limitation.
    unit.answers.values_mut().for_each(|answer| answer.causes.objective.clear());
    unit.answers.get_mut("1.2").unwrap().limitations.clear();
    let merged = merge(unfilled(&unit), &edits);
    let changed = paragraph(&merged, "annex-answers/1.1");
    assert!(matches!(changed.origin, Origin::Changed { generated, .. } if generated == "Kết quả mới."));
    assert!(matches!(paragraph(&merged, "opening/subject").origin, Origin::Edited { .. }));
    assert!(matches!(paragraph(&merged, "limitations/1.2").origin, Origin::Gone { .. }));
    let results = merged.tables().next().unwrap().rows[0].cells[2].clone();
    assert_eq!(report::texts::cell(&results), "Lãnh đạo đã sửa.", "the table has what was rewritten");
    let text = &merged.sections[0].blocks;
    let place = |id: &str| text.iter().position(|block| block.id == id).unwrap();
    assert_eq!(place("closing"), text.len() - 1);
    // Its kind has no heading any more: it stays in the part, after the causes of the other kind.
    assert_eq!(place("objective-causes/1.1"), place("steps") - 1);
    assert!(place("limitations/1.2") < place("causes"));
}

#[test]
fn what_is_kept_is_read_back_and_nothing_is_kept_of_nothing() {
    assert_eq!(Kept::default().write(), None);
    let mut kept = Kept { particulars: filled(STATE), ..Kept::default() };
    kept.edits.write(&unfilled(&full()).paragraphs().next().unwrap().clone(), "Khác");
    assert_eq!(Kept::read(kept.clone().write().unwrap()).unwrap(), kept);
    let newer = json::read(br#"{"later":[1],"particulars":{"more":true,"name":"A"}}"#, &json::Limits::FILE).unwrap();
    let read = Kept::read(newer.clone()).unwrap();
    assert_eq!(read.particulars.name, "A");
    assert_eq!(read.write(), Some(newer));
}

#[test]
fn an_annex_that_would_say_nothing_is_left_out_and_the_next_one_moves_up() {
    let mut unit = empty();
    assert_eq!(unfilled(&unit).sections.len(), 1);
    let mut answer = Answer::default();
    answer.next_steps.push(NextStep { id: "s1".into(), task: "Họp".into(), ..NextStep::default() });
    // A row that was begun and says nothing.
    answer.next_steps.push(NextStep { id: "s2".into(), task: " ".into(), ..NextStep::default() });
    unit.answers.insert("1.1".into(), answer.clone());
    let text = plain::text(&unfilled(&unit));
    assert!(text.contains("đề ra 01 nhiệm vụ, giải pháp (Phụ lục 1).") && text.contains("\nPhụ lục 1. Nhiệm vụ"));
    answer.results = "Có kết quả.".into();
    unit.answers.insert("1.1".into(), answer);
    let text = plain::text(&unfilled(&unit));
    assert!(text.contains("của đơn vị (Phụ lục 1).") && text.contains("\nPhụ lục 2. Nhiệm vụ"));
}

/// A report with that paragraph rewritten, after the unit has changed what it says.
fn rewritten(before: &Assessment, id: &str, after: &Assessment) -> Document {
    let mut edits = Edits::default();
    edits.write(unfilled(before).paragraphs().find(|one| one.id == id).unwrap(), "Lãnh đạo đã sửa.");
    merge(unfilled(after), &edits)
}

#[test]
fn what_was_rewritten_of_a_part_that_says_nothing_any_more_stands_in_that_part() {
    for kind in ["objective-causes/1.1", "subjective-causes/1.1"] {
        let mut unit = full();
        unit.answers.values_mut().for_each(|answer| answer.causes = domain::assessment::Causes::default());
        let merged = rewritten(&full(), kind, &unit);
        let ids: Vec<&str> = merged.blocks().map(|block| block.id.as_str()).collect();
        let at = ids.iter().position(|id| *id == kind).unwrap();
        assert_eq!((ids[at - 1], ids[at + 1]), ("causes", "steps"), "{ids:?}");
        assert!(plain::text(&merged).contains("III- NGUYÊN NHÂN\n\nLãnh đạo đã sửa.\n\nIV-"));
    }
}

#[test]
fn what_was_rewritten_in_a_row_that_is_gone_is_shown_and_not_printed() {
    // The task does not concern the unit any more: its row is gone.
    let mut unit = full();
    unit.answers.get_mut("3.2").unwrap().status = Some(Status::OutOfScope);
    let merged = rewritten(&full(), "annex-answers/3.2", &unit);
    assert_eq!(merged.changed_beneath(), 1);
    assert!(!plain::text(&merged).contains("Lãnh đạo đã sửa."));
    assert!(merged.paragraphs().any(|one| one.text == "Lãnh đạo đã sửa."));
}

#[test]
fn what_is_no_day_is_not_called_one() {
    let mut unit = full();
    unit.as_of = DateText::from_typed("hết quý II/2024");
    unit.period.label = String::new();
    unit.period.from = DateText::from_typed("đầu năm 2022");
    unit.period.to = DateText::from_typed("30/6/2024");
    unit.evidence.iter_mut().for_each(|entry| entry.date = DateText::from_typed("tháng 4/2024"));
    let text = plain::text(&unfilled(&unit));
    assert!(
        text.contains("(kỳ báo cáo: từ đầu năm 2022 đến ngày 30/6/2024; số liệu tính đến hết quý II/2024):"),
        "{text}"
    );
    assert!(text.contains("85-KH/QU tháng 4/2024 của") && !text.contains("ngày tháng 4"));
}
