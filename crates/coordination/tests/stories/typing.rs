//! What is typed is on the disk while it is typed, and a change once its field is left, or the page has ended.

use crate::desk::{Desk, sample};
use coordination::msg::{Effect, Msg, SettingsEdit};
use coordination::typed::{Typed, TypedOf};
use coordination::undo::Changed;
use coordination::views::frame::Save;
use coordination::views::report::{ReportShown, ReportView};
use coordination::views::settings::SettingsView;
use coordination::views::unit::UnitView;
use gathering::register::Timing;
use report::document::{Origin, Paragraph};
use report::particular::Particular;
use std::rc::Rc;
use storage::StoreFault;

const PARAGRAPH: &str = "opening/reported";
const WORDS: &str = "Đề nghị nêu rõ thời hạn và người chủ trì.";

/// A gathering with the sample, at a unit of which one file counts: the unit, and the digest of the file.
fn at_unit() -> (Desk, String, String) {
    let mut desk = Desk::with_gathering("x");
    desk.take_in(sample());
    let (unit, file) = desk.counting()[0].clone();
    desk.go(&[&desk.open().settings.id, "/don-vi/", &unit].concat());
    (desk, unit, file.key.sha256.to_string())
}

fn remarks(desk: &Desk) -> Vec<(String, String)> {
    let shown = UnitView::of(&desk.model).unwrap().remarks;
    shown.into_iter().map(|one| (one.id, one.text)).collect()
}

fn save(desk: &Desk) -> Save {
    Save::of(&desk.model).unwrap()
}

fn name() -> Typed {
    Typed::setting(TypedOf::Name)
}

fn paragraph(desk: &Desk) -> Paragraph {
    match ReportView::of(&desk.model).unwrap().shown {
        ReportShown::Document(document) => document.paragraphs().find(|one| one.id == PARAGRAPH).unwrap().clone(),
        other => panic!("{other:?}"),
    }
}

fn at_report(desk: &mut Desk) -> Typed {
    desk.go(&[&desk.open().settings.id, "/bao-cao"].concat());
    Typed::paragraph(PARAGRAPH, paragraph(desk).base())
}

#[test]
fn a_remark_that_is_being_written_survives_the_end_of_the_page_and_is_one_note_and_one_step() {
    let (mut desk, unit, file) = at_unit();
    let field = Typed::remark(&unit, "1.2", &file, None);
    desk.types(&field, WORDS, 40);
    assert_eq!(save(&desk), Save::Saving, "the last letters are on no disk");
    assert!(remarks(&desk).is_empty(), "it is no remark yet");
    desk.pass(200);
    assert_eq!(save(&desk), Save::Saved);
    // The browser is killed.
    let after = desk.another('b');
    let said = remarks(&after);
    assert_eq!((said.len(), said[0].1.as_str()), (1, WORDS));
    assert!(after.disk.borrow().typed.is_empty(), "it is taken once");
    assert_eq!(after.open().undo.last(), Some(Changed::Remark));

    // Where it goes on instead, the note is the same.
    desk.leaves(&field, &[WORDS, " Xin"].concat());
    let kept: Vec<String> = desk.disk.borrow().notes.keys().map(|(_, id)| id.clone()).collect();
    assert_eq!(kept, [said[0].0.clone()]);
    assert_eq!(remarks(&desk.another('c'))[0].1, [WORDS, " Xin"].concat());
    desk.undo();
    assert!(remarks(&desk).is_empty() && desk.disk.borrow().noted() == 0);
}

#[test]
fn what_is_typed_again_into_a_field_that_does_not_know_of_its_remark_yet_makes_no_second() {
    let (mut desk, unit, file) = at_unit();
    let field = Typed::remark(&unit, "1.2", &file, None);
    desk.types(&field, "Một", 100);
    desk.leaves(&field, "Một");
    desk.types(&field, "Một hai", 100);
    desk.leaves(&field, "Một hai");
    assert_eq!(remarks(&desk).len(), 1);
    desk.undo();
    assert_eq!(remarks(&desk)[0].1, "Một", "each visit is a step of its own");
    // Emptied, it is gone.
    desk.leaves(&field, " ");
    assert!(remarks(&desk).is_empty() && desk.disk.borrow().noted() == 0);
    // Letters that were all deleted again leave nothing.
    desk.types(&field, "a", 100);
    desk.leaves(&field, "");
    assert!(remarks(&desk).is_empty() && desk.disk.borrow().typed.is_empty());
}

#[test]
fn words_for_a_remark_that_was_sent_meanwhile_are_a_new_one() {
    let (mut desk, unit, file) = at_unit();
    desk.leaves(&Typed::remark(&unit, "1.2", &file, None), "Một");
    let id = remarks(&desk)[0].0.clone();
    let field = Typed::remark(&unit, "1.2", &file, Some(&id));
    desk.types(&field, "Một hai", 40);
    desk.send(Msg::ReturnFile(unit));
    desk.leaves(&field, "Một hai");
    let mut texts: Vec<String> = remarks(&desk).into_iter().map(|(_, text)| text).collect();
    texts.sort_unstable();
    assert_eq!(texts, ["Một", "Một hai"]);
}

#[test]
fn a_paragraph_of_the_report_survives_the_end_of_the_page_though_nothing_is_put_together_by_then() {
    let (mut desk, ..) = at_unit();
    let field = at_report(&mut desk);
    let generated = paragraph(&desk).text;
    desk.types(&field, "Lời của tôi", 200);
    desk.pass(200);
    let mut after = desk.another('b');
    assert_eq!(paragraph(&after).text, "Lời của tôi");
    assert_eq!(paragraph(&after).origin, Origin::Edited { generated: generated.clone() });
    after.undo();
    assert_eq!(paragraph(&after).text, generated);
    // What is generated, typed again, is no edit.
    let field = at_report(&mut after);
    after.leaves(&field, &generated);
    assert_eq!(after.disk.borrow().rewritten(), 0);
}

#[test]
fn words_of_a_paragraph_that_is_counted_anew_meanwhile_are_not_lost() {
    let (mut desk, ..) = at_unit();
    let field = at_report(&mut desk);
    desk.types(&field, "Lời", 40);
    desk.send(Msg::EditSettings(SettingsEdit::CutOff("30/06/2024".into())));
    desk.leaves(&field, "Lời");
    let shown = paragraph(&desk);
    assert_eq!(shown.text, "Lời");
    // They were typed over what stood there then, and the officer is told.
    let Origin::Changed { base, .. } = shown.origin else { panic!("{shown:?}") };
    assert_eq!(base, field.base);
}

#[test]
fn a_day_that_is_half_typed_sets_nothing_until_its_field_is_left() {
    let (mut desk, ..) = at_unit();
    let field = Typed::setting(TypedOf::CutOff);
    let before = desk.open().settings.clone();
    desk.types(&field, "30/0", 200);
    desk.pass(200);
    assert_eq!(desk.open().settings, before);
    assert_eq!(desk.disk.borrow().settings[&before.id], before);
    let after = desk.another('b');
    assert_eq!(after.open().settings.cut_off.as_str(), "30/0", "as wrong as it was typed, and not lost");
    desk.types(&field, "30/06/2024", 200);
    desk.leaves(&field, "30/06/2024");
    assert_eq!(desk.open().settings.cut_off.as_str(), "2024-06-30");
}

#[test]
fn the_register_takes_one_thing_and_keeps_the_others_as_they_are_by_then() {
    let (mut desk, ..) = at_unit();
    let unit = "ban-dan-van".to_owned();
    let typed = |of| Typed::of_unit(of, &unit);
    desk.types(&typed(TypedOf::Number), "12-BC/BDV", 40);
    desk.leaves(&typed(TypedOf::Number), "12-BC/BDV");
    // Typed before the field could be drawn anew.
    desk.leaves(&typed(TypedOf::Dated), "10/7/2024");
    desk.leaves(&typed(TypedOf::Received), "12/7/2024");
    let line = desk.line(&unit);
    assert_eq!(line.report_number, "12-BC/BDV");
    assert_eq!(line.report_date.map(|day| day.to_iso()).as_deref(), Some("2024-07-10"));
    assert_eq!(line.timing, Timing::OnTime);
    desk.leaves(&typed(TypedOf::Until), "20/7/2024");
    desk.types(&typed(TypedOf::Reason), "bão lụt", 100);
    desk.pass(500);
    let after = desk.another('b');
    assert_eq!((after.line(&unit).reason.as_str(), after.line(&unit).is_extended), ("bão lụt", true));
}

#[test]
fn what_stands_beside_a_button_is_there_again_and_decides_nothing() {
    let (mut desk, ..) = at_unit();
    let field = Typed::beside("leave-out-1");
    let decisions = desk.open().decisions.clone();
    desk.types(&field, "gửi nhầm", 100);
    desk.pass(200);
    let mut after = desk.another('b');
    assert_eq!(after.open().typing.of(&field), Some(&field.with("gửi nhầm".into())));
    assert_eq!(after.open().typing.of(&Typed::beside("leave-out-2")), None);
    assert_eq!(after.open().decisions, decisions);
    after.leaves(&field, "");
    assert!(after.disk.borrow().typed.is_empty());
    assert_eq!(after.another('c').open().typing.of(&field), None);
}

#[test]
fn what_a_page_that_is_left_could_not_write_is_there_again() {
    let (mut desk, unit, file) = at_unit();
    // No write comes to its end any more.
    desk.full = true;
    desk.types(&name(), "6 tháng đầu năm 2024", 30);
    desk.send(Msg::Hidden);
    desk.leaves(&name(), "6 tháng đầu năm 2024");
    desk.types(&Typed::remark(&unit, "", &file, None), WORDS, 30);
    desk.send(Msg::Hidden);
    assert!(matches!(save(&desk), Save::Unsaved(StoreFault::Full)));
    let after = desk.another('b');
    assert_eq!(after.open().settings.name, "6 tháng đầu năm 2024");
    assert_eq!(remarks(&after)[0].1, WORDS);
    assert_eq!(save(&after), Save::Saved);
    // Once it is on the disk after all, nothing that is written later may be written over by it.
    desk.full = false;
    desk.leaves(&name(), "z");
    assert!(desk.disk.borrow().left[&'a'].is_empty());
    // Where everything is on the disk, nothing is kept besides.
    let mut quiet = desk.another('c');
    quiet.send(Msg::Hidden);
    assert!(!quiet.disk.borrow().left.contains_key(&'c'));
}

#[test]
fn typing_is_written_within_half_a_second_and_draws_counts_and_reads_nothing() {
    let (mut desk, unit, file) = at_unit();
    let (changes, count, writes, asked) =
        (desk.model.changes, Rc::clone(&desk.open().count), desk.writes(), desk.asked.len());
    desk.types(&Typed::remark(&unit, "1.2", &file, None), &"ă".repeat(100), 60);
    let written = desk.writes() - writes;
    assert!((10..=13).contains(&written), "6 s of typing, and {written} writes");
    let others = desk.asked[asked..].iter().filter(|asked| !matches!(asked, Effect::Write(..) | Effect::SaveLater(_)));
    assert_eq!(others.count(), 0);
    assert_eq!(desk.model.changes, changes, "nothing but the state of saving is drawn anew");
    assert!(Rc::ptr_eq(&count, &desk.open().count));
    // A clock that is set back delays nothing.
    desk.pass(-3_600_000);
    desk.types(&name(), "y", 0);
    desk.pass(150);
    assert_eq!(save(&desk), Save::Saved);
}

#[test]
fn whoever_goes_elsewhere_takes_along_what_is_typed() {
    let (mut desk, unit, file) = at_unit();
    let here = desk.model.place.path();
    desk.types(&Typed::remark(&unit, "1.2", &file, None), WORDS, 30);
    desk.go("");
    assert!(desk.disk.borrow().noted() == 1 && desk.disk.borrow().typed.is_empty());
    desk.go(&here);
    assert_eq!(remarks(&desk).len(), 1);
}

#[test]
fn what_is_left_late_is_taken_into_no_other_gathering() {
    let (mut desk, ..) = at_unit();
    desk.types(&name(), "6 tháng đầu năm 2024", 30);
    desk.send(Msg::StartGathering("Năm 2025".into()));
    // The field goes with its view, after the other gathering has come.
    desk.send(Msg::Take(Box::new(name().with("6 tháng đầu năm 2024".to_owned()))));
    assert_eq!(desk.open().settings.name, "Năm 2025");
}

#[test]
fn of_what_is_pasted_no_controls_come_into_a_record() {
    let (mut desk, unit, file) = at_unit();
    for field in [name(), Typed::setting(TypedOf::Officer), Typed::particular(Particular::Position)] {
        desk.leaves(&field, " Phó\u{1}Trưởng\u{1f} ban\u{2}");
    }
    desk.leaves(&Typed::remark(&unit, "1.2", &file, None), "Một\u{b}hai\u{3}");
    desk.leaves(&Typed::particular(Particular::Addressees), "Một\u{b}hai\u{3}");
    let settings = &desk.open().settings;
    let lines = [&settings.name, &settings.officer, &settings.report.position];
    assert_eq!(lines, ["Phó Trưởng ban"; 3]);
    assert_eq!((remarks(&desk)[0].1.as_str(), settings.report.addressees.as_str()), ("Một\nhai", "Một\nhai"));
}

#[test]
fn an_emptied_field_around_the_report_follows_the_rule_again_where_there_is_one() {
    let mut desk = Desk::with_gathering("x");
    let shown = |desk: &Desk, field: Particular| {
        let around = SettingsView::of(&desk.model).unwrap().around.into_iter().find(|one| one.field == field).unwrap();
        (around.text, around.has_rule)
    };
    for (field, has_rule) in [(Particular::Issuer, true), (Particular::Position, false)] {
        let before = shown(&desk, field);
        assert_eq!((before.1, before.0.is_empty()), (has_rule, !has_rule), "{field:?}");
        desk.leaves(&Typed::particular(field), "Mình");
        assert_eq!(shown(&desk, field).0, "Mình");
        desk.leaves(&Typed::particular(field), " ");
        assert_eq!(shown(&desk, field), before);
    }
    // That no superior body stands there is said by emptying its field.
    desk.leaves(&Typed::particular(Particular::Superior), "");
    assert_eq!(shown(&desk, Particular::Superior), (String::new(), false));
}
