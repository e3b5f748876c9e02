//! Remarks for units, the file that carries them, and the file that brings the answers.

use crate::desk::{Desk, sample};
use coordination::msg::{Msg, Noting};
use coordination::note::RemarkStage;
use coordination::typed::Typed;
use coordination::undo::Changed;
use coordination::views::remarks::{ShownRemark, returns};
use coordination::views::unit::UnitView;
use domain::assessment::{Assessment, Reply};
use domain::date::Moment;
use exchange::remark::{RemarkField, RemarkState};
use exchange::{export, read, read_remarks};
use storage::StoreFault;

/// A board at a unit of which one file counts: the unit, and the digest of the file.
fn at_unit() -> (Desk, String, String) {
    let mut desk = Desk::with_gathering("x");
    desk.take_in(sample());
    let (unit, file) = desk.counting()[0].clone();
    go_to(&mut desk, &unit);
    (desk, unit, file.key.sha256.to_string())
}

fn go_to(desk: &mut Desk, unit: &str) {
    let path = [&desk.open().settings.id, "/don-vi/", unit].concat();
    desk.go(&path);
}

fn note(desk: &mut Desk, noting: Noting) {
    desk.send(Msg::Note(Box::new(noting)));
}

fn say(desk: &mut Desk, unit: &str, about: &str, text: &str) {
    desk.leaves(&Typed::remark(unit, "1.2", about, None), text);
}

fn remarks(desk: &Desk) -> Vec<ShownRemark> {
    UnitView::of(&desk.model).unwrap().remarks
}

/// The unit's next file: what it said before, with an answer to each remark.
fn answering(desk: &Desk, remarks: &[ShownRemark], words: &str) -> Vec<u8> {
    let (thing, line, assessments) = desk.open().shown.clone().unwrap();
    let before = assessments[0].as_ref().clone();
    let sha256 = desk.open().taken.iter().find(|one| one.thing == thing && one.line == line).unwrap();
    let mut next = Assessment { revision: before.revision + 1, ..before };
    next.based_on.insert(0, sha256.received.key.sha256.to_string());
    next.replies = remarks
        .iter()
        .map(|one| Reply { remark: one.id.clone(), text: words.to_owned(), ..Reply::default() })
        .collect();
    let at = Moment::from_iso("2024-07-19T03:00:00Z").unwrap();
    export(&desk.model.directive, &next, at, 420, &str::to_owned).text.into_bytes()
}

#[test]
fn a_remark_goes_to_the_unit_in_a_file_and_its_answer_comes_back_in_the_next() {
    let (mut desk, unit, file) = at_unit();
    say(&mut desk, &unit, &file, "  Đề nghị nêu rõ thời hạn. ");
    let id = remarks(&desk)[0].id.clone();
    note(&mut desk, Noting::RemarkField(id.clone(), Some(RemarkField::NextSteps)));
    assert_eq!(remarks(&desk)[0].stage, RemarkStage::New);
    assert_eq!(returns(&desk.model)[0].stages, [1, 0, 0, 0]);

    desk.send(Msg::ReturnFile(unit.clone()));
    let (name, text) = desk.returned.pop().unwrap();
    assert!(name.contains("nhan-xet") && !name.contains("ban-mau"), "{name}");
    let returned = read_remarks(text.as_bytes(), &desk.model.directive.id).unwrap();
    let said = &returned.remarks[0];
    assert_eq!((said.text.as_str(), said.field), ("Đề nghị nêu rõ thời hạn.", Some(RemarkField::NextSteps)));
    assert_eq!((said.by.as_str(), said.about.as_str()), ("Ban Tuyên giáo Thành ủy", file.as_str()));
    let assessment = desk.open().shown.clone().unwrap().2[0].clone();
    assert_eq!(returned.unit, assessment.unit);
    assert!(returned.is_about(&assessment.draft_id, &[]), "the unit's draft takes it");
    assert_eq!(remarks(&desk)[0].stage, RemarkStage::Sent);

    let next = answering(&desk, &remarks(&desk), "Đã bổ sung.");
    desk.take_in(vec![("b.json".into(), next)]);
    go_to(&mut desk, &unit);
    assert_eq!(remarks(&desk)[0].stage, RemarkStage::Answered);
    assert_eq!(remarks(&desk)[0].answer.as_deref(), Some("Đã bổ sung."));
    let view = UnitView::of(&desk.model).unwrap();
    assert_ne!(*view.papers[0].0.sha256, *file, "the later file counts");
    assert_eq!(view.remarks_at(0, "1.2").count(), 1, "it stands on the later file too");
    assert_eq!(returns(&desk.model)[0].stages, [0, 0, 1, 0]);

    note(&mut desk, Noting::Close(id.clone()));
    assert_eq!(returns(&desk.model)[0].stages, [0, 0, 0, 1]);
    desk.send(Msg::ReturnFile(unit));
    let returned = read_remarks(desk.returned[0].1.as_bytes(), &desk.model.directive.id).unwrap();
    assert_eq!(returned.remarks[0].state, RemarkState::Done, "the unit is told so");
    note(&mut desk, Noting::Reopen(id));
    assert_eq!(remarks(&desk)[0].stage, RemarkStage::Answered);
}

#[test]
fn a_remark_is_reworded_until_it_is_sent_and_taken_away_without_words() {
    let (mut desk, unit, file) = at_unit();
    say(&mut desk, &unit, &file, " ");
    assert!(remarks(&desk).is_empty() && desk.open().undo.last() != Some(Changed::Remark));
    say(&mut desk, &unit, &file, "a");
    let id = remarks(&desk)[0].id.clone();
    let reword = |desk: &mut Desk, text: &str| desk.leaves(&Typed::remark(&unit, "1.2", &file, Some(&id)), text);
    reword(&mut desk, "b");
    assert_eq!(remarks(&desk)[0].text, "b");
    reword(&mut desk, "");
    assert!(remarks(&desk).is_empty() && desk.disk.borrow().noted() == 0);
    desk.undo();
    desk.undo();
    assert_eq!(remarks(&desk)[0].text, "a");
    desk.send(Msg::ReturnFile(unit.clone()));
    reword(&mut desk, "c");
    let mut texts: Vec<String> = remarks(&desk).into_iter().map(|one| one.text).collect();
    texts.sort_unstable();
    assert_eq!(texts, ["a", "c"], "what the unit has is not changed behind its back");
    desk.undo();
    desk.undo();
    assert_eq!(remarks(&desk)[0].stage, RemarkStage::New, "that it was sent can be taken back");
}

#[test]
fn notes_are_on_the_disk_before_they_are_called_saved() {
    let (mut desk, unit, file) = at_unit();
    desk.full = true;
    say(&mut desk, &unit, &file, "a");
    assert_eq!((remarks(&desk).len(), desk.open().unsaved), (1, Some(StoreFault::Full)));
    assert!(desk.another('b').open().notes.iter().next().is_none());
    desk.full = false;
    say(&mut desk, &unit, &file, "b");
    assert_eq!(desk.open().unsaved, None);
    assert_eq!(desk.another('c').open().notes, desk.open().notes);
}

#[test]
fn no_number_is_counted_anew_for_a_remark() {
    let (mut desk, unit, file) = at_unit();
    let count = std::rc::Rc::clone(&desk.open().count);
    say(&mut desk, &unit, &file, "a");
    desk.undo();
    assert!(std::rc::Rc::ptr_eq(&count, &desk.open().count));
}

#[test]
fn what_is_too_long_for_the_unit_is_not_sent_and_not_lost() {
    let (mut desk, unit, file) = at_unit();
    say(&mut desk, &unit, &file, &"ư".repeat(9_000));
    desk.send(Msg::ReturnFile(unit.clone()));
    assert!(desk.returned.is_empty() && desk.model.notices.last().unwrap().kind.is_alarm());
    assert_eq!(remarks(&desk)[0].stage, RemarkStage::New);
}

#[test]
fn two_hundred_remarks_go_in_one_file_and_the_others_in_the_next() {
    let (mut desk, unit, file) = at_unit();
    for at in 0..210 {
        let field = Typed::remark(&unit, &at.to_string(), &file, None);
        desk.leaves(&field, &format!("{at} {}", "<b>\u{202e}ề".repeat(200)));
    }
    desk.send(Msg::ReturnFile(unit.clone()));
    assert_eq!(returns(&desk.model)[0].stages, [10, 200, 0, 0]);
    desk.send(Msg::ReturnFile(unit));
    assert_eq!(returns(&desk.model)[0].stages, [0, 210, 0, 0]);
    for (_, text) in &desk.returned {
        assert_eq!(read_remarks(text.as_bytes(), &desk.model.directive.id).unwrap().remarks.len(), 200);
    }
}

#[test]
fn the_file_of_the_sample_says_so_in_its_name() {
    let mut desk = Desk::new();
    desk.send(Msg::OpenSample);
    let open = desk.open();
    let (row, standing) = open.count.standing.rows.iter().enumerate().find(|(_, row)| row.counting.len() == 1).unwrap();
    let file = open.taken[standing.counting[0] as usize].received.key.sha256.to_string();
    let unit = open.count.units.rows[row].id.clone();
    say(&mut desk, &unit, &file, "a");
    desk.send(Msg::ReturnFile(unit));
    assert!(desk.returned[0].0.starts_with("ban-mau_"), "{}", desk.returned[0].0);
}

#[test]
fn the_unit_can_read_its_own_file_back() {
    let (mut desk, unit, file) = at_unit();
    say(&mut desk, &unit, &file, "a");
    let next = answering(&desk, &remarks(&desk), " ");
    assert!(read(&next, &desk.model.directive.id).is_ok());
    desk.take_in(vec![("b.json".into(), next)]);
    go_to(&mut desk, &unit);
    assert_eq!(remarks(&desk)[0].stage, RemarkStage::New, "blanks are no answer");
}
