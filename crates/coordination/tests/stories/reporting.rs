//! The report upwards: composed from what units say, rewritten, and recounted.

use crate::desk::{Desk, sample};
use coordination::intake::Step;
use coordination::msg::{CsvTable, Effect, Msg, SettingsEdit};
use coordination::notice::NoticeKind;
use coordination::rewrite::Rewrite;
use coordination::typed::Typed;
use coordination::views::report::{ReportShown, ReportView};
use coordination::words::{FileId, Words};
use domain::assessment::{Assessment, NextStep, UnitRef};
use domain::date::Moment;
use gathering::table::Heading;
use report::document::{Document, Origin, Paragraph};
use report::particular::Particular;
use report::plain;
use storage::StoreFault;

const PARAGRAPH: &str = "opening/reported";

/// A gathering with the sample, at its report.
fn at_report() -> Desk {
    let mut desk = Desk::with_gathering("6 tháng");
    desk.take_in(sample());
    look(&mut desk);
    desk
}

fn look(desk: &mut Desk) {
    let path = [&desk.open().settings.id, "/bao-cao"].concat();
    desk.go(&path);
}

fn view(desk: &Desk) -> ReportView {
    ReportView::of(&desk.model).unwrap()
}

fn document(desk: &Desk) -> Document {
    match view(desk).shown {
        ReportShown::Document(document) => *document,
        other => panic!("{other:?}"),
    }
}

fn paragraph(desk: &Desk, id: &str) -> Paragraph {
    document(desk).paragraphs().find(|one| one.id == id).expect(id).clone()
}

fn rewrite(desk: &mut Desk, text: &str) {
    let field = Typed::paragraph(PARAGRAPH, paragraph(desk, PARAGRAPH).base());
    desk.leaves(&field, text);
}

#[test]
fn what_units_say_is_read_once_the_report_is_looked_at_and_not_before() {
    let mut desk = Desk::with_gathering("6 tháng");
    desk.take_in(sample());
    assert!(!desk.asked.iter().any(|effect| matches!(effect, Effect::LoadWords(..))));
    look(&mut desk);
    let shown = document(&desk);
    let rows = |heading| shown.tables().find(|table| table.heading == heading).unwrap().rows.len();
    assert!(rows(Heading::Issues) > 10 && rows(Heading::Steps) > 10, "annexes have what units say");
    assert_eq!(view(&desk).unread, 0);
    // Looked at again nothing is read again.
    let asked = desk.asked.len();
    let id = desk.open().settings.id.clone();
    desk.go(&id);
    look(&mut desk);
    assert!(!desk.asked[asked..].iter().any(|effect| matches!(effect, Effect::LoadWords(..))));
}

/// A part of the first unit's report: it covers a requirement, and says that the unit takes part in those tasks.
fn part(desk: &Desk, covers: &str, opted_in: &[&str]) -> (String, Vec<u8>) {
    let (directive, unit) = (&desk.model.directive, &desk.model.roster.units[0]);
    let mut part = Assessment { covers: vec![covers.into()], draft_id: "d".into(), ..Assessment::default() };
    part.unit = UnitRef { id: unit.id.clone(), name: unit.name.clone(), ..UnitRef::default() };
    part.opted_in = opted_in.iter().map(|task| (*task).to_owned()).collect();
    let answer = part.answers.or_default(covers.into());
    answer.limitations = "Thiếu người".into();
    answer.next_steps = vec![NextStep { id: "s".into(), task: "Họp".into(), ..NextStep::default() }];
    let file = exchange::export_all(directive, &[&part], Moment(0), 0, &str::to_owned);
    (file.name, file.text.into_bytes())
}

#[test]
fn the_annexes_have_what_a_part_answers_where_another_part_says_that_the_unit_takes_part() {
    let mut desk = Desk::with_gathering("6 tháng");
    desk.take_in(vec![part(&desk, "1.1", &["3"]), part(&desk, "3.2", &[])]);
    desk.send(Msg::EditSettings(SettingsEdit::CutOff("31/7/2024".into())));
    look(&mut desk);
    let steps: u32 = desk.open().count.summary.cells.values().map(gathering::summary::Cell::steps).sum();
    let shown = document(&desk);
    let rows = |heading| shown.tables().find(|table| table.heading == heading).unwrap().rows.len();
    assert_eq!((steps, rows(Heading::Steps), rows(Heading::Issues)), (2, 2, 2));
}

#[test]
fn the_order_of_taking_in_and_of_reading_does_not_matter() {
    let one = plain::text(&document(&at_report()));
    let mut desk = Desk::with_gathering("6 tháng");
    desk.part = 7;
    desk.take_in(sample().into_iter().rev().collect());
    look(&mut desk);
    assert_eq!(plain::text(&document(&desk)), one);
}

#[test]
fn how_far_the_reading_is_is_told_and_what_cannot_be_read_is_counted() {
    let mut desk = Desk::with_gathering("6 tháng");
    desk.take_in(sample());
    let counting = desk.counting();
    let lost = desk.open().taken.iter().find(|one| one.received == counting[0].1).unwrap().clone();
    let id = desk.open().settings.id.clone();
    let key = (id.clone(), lost.thing.clone());
    let bytes = std::mem::take(&mut desk.disk.borrow_mut().things.get_mut(&key).unwrap().bytes);
    let effects = desk.model.update(desk.model.clock, Msg::Arrived([&id, "/bao-cao"].concat()));
    let [Effect::LoadWords(_, files)] = effects.as_slice() else { panic!("{effects:?}") };
    let all = files.len();
    assert_eq!(view(&desk).shown, ReportShown::Reading(0, all));
    let (first, rest) = files.split_first().unwrap();
    let read = |file: &FileId| {
        let bytes = desk.disk.borrow().things[&(id.clone(), file.0.clone())].bytes.get(&file.1).cloned();
        Words::read(file.clone(), bytes.as_deref(), &desk.model.directive.id)
    };
    let (first, rest) = (vec![read(first)], rest.iter().map(read).collect());
    desk.send(Msg::WordsLoaded(id.clone(), first));
    assert_eq!(view(&desk).shown, ReportShown::Reading(1, all));
    desk.send(Msg::WordsLoaded("another".into(), Vec::new()));
    desk.send(Msg::WordsLoaded(id, rest));
    assert_eq!(view(&desk).unread, 1);
    assert!(matches!(view(&desk).shown, ReportShown::Document(_)));
    // Opened again it is read again.
    desk.disk.borrow_mut().things.get_mut(&key).unwrap().bytes = bytes;
    look(&mut desk);
    assert_eq!(view(&desk).unread, 0);
    assert!(matches!(view(&desk).shown, ReportShown::Document(_)));
}

#[test]
fn without_a_cut_off_day_there_is_no_report_and_it_can_be_set() {
    let mut desk = at_report();
    desk.send(Msg::EditSettings(SettingsEdit::CutOff(String::new())));
    assert_eq!(view(&desk).shown, ReportShown::NoCutOff);
    desk.send(Msg::ExportCsv(CsvTable::Report(Heading::Steps)));
    assert_eq!(desk.handed_out.len(), 0);
    desk.send(Msg::EditSettings(SettingsEdit::CutOff("30/6/2024".into())));
    assert!(plain::text(&document(&desk)).contains("Số liệu tính đến ngày 30/6/2024."));
}

#[test]
fn what_was_rewritten_is_kept_undone_and_never_written_over_by_a_recount() {
    let mut desk = at_report();
    let generated = paragraph(&desk, PARAGRAPH).text;
    rewrite(&mut desk, "Lời của tôi");
    assert_eq!(paragraph(&desk, PARAGRAPH).origin, Origin::Edited { generated: generated.clone() });
    rewrite(&mut desk, " Lời\u{b}của\u{0}tôi \r\n");
    assert_eq!(paragraph(&desk, PARAGRAPH).text, "Lời\ncủa tôi", "what other programs hand out is tidied");
    rewrite(&mut desk, "Lời của tôi");
    // Another window, or another day.
    assert_eq!(paragraph(&desk.another('b'), PARAGRAPH).text, "Lời của tôi");
    for _ in 0..3 {
        desk.undo();
    }
    assert_eq!(paragraph(&desk, PARAGRAPH).origin, Origin::Generated);
    assert_eq!(desk.disk.borrow().rewritten(), 0);
    rewrite(&mut desk, "Lời của tôi");

    let id = desk.open().count.units.rows[3].id.clone();
    desk.term(&id, "", true);
    let changed = paragraph(&desk, PARAGRAPH);
    let Origin::Changed { base, generated: now } = &changed.origin else { panic!("{changed:?}") };
    assert_eq!((base, changed.text.as_str()), (&generated, "Lời của tôi"));
    assert_ne!(now, base);
    assert_eq!(view(&desk).changed, 1);
    desk.send(Msg::KeepRewritten(PARAGRAPH.into()));
    assert_eq!(paragraph(&desk, PARAGRAPH).origin, Origin::Edited { generated: now.clone() });
    desk.undo();
    assert_eq!(paragraph(&desk, PARAGRAPH), changed);
    desk.send(Msg::TakeGenerated(PARAGRAPH.into()));
    assert_eq!((paragraph(&desk, PARAGRAPH).text, view(&desk).changed), (now.clone(), 0));
    desk.undo();
    assert_eq!(paragraph(&desk, PARAGRAPH), changed);
}

#[test]
fn what_the_store_does_not_take_is_said_to_be_unsaved_and_is_written_with_the_next() {
    let mut desk = at_report();
    desk.full = true;
    rewrite(&mut desk, "một");
    assert_eq!((paragraph(&desk, PARAGRAPH).text.as_str(), desk.open().unsaved), ("một", Some(StoreFault::Full)));
    desk.full = false;
    rewrite(&mut desk, "hai");
    assert_eq!(desk.open().unsaved, None);
    assert_eq!(paragraph(&desk.another('b'), PARAGRAPH).text, "hai");
    // What is of no paragraph changes nothing.
    let asked = desk.asked.len();
    desk.send(Msg::KeepRewritten("results/nothing".into()));
    desk.send(Msg::TakeGenerated("results/nothing".into()));
    assert_eq!(desk.asked.len(), asked);
}

#[test]
fn what_a_colleague_rewrote_is_joined_and_never_over_what_was_rewritten_here() {
    let mut desk = at_report();
    rewrite(&mut desk, "của tôi");
    let theirs = |paragraph: &str, text: &str| Rewrite {
        paragraph: paragraph.into(),
        text: text.into(),
        base: "x".into(),
        ..Rewrite::default()
    };
    let rewrites = vec![theirs(PARAGRAPH, "của bạn"), theirs("opening/subject", "Về việc khác")];
    let (things, taken, decisions, settings) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    let id = desk.open().settings.id.clone();
    desk.send(Msg::Intake(
        id,
        Step::Kept { things, taken, decisions, rewrites, notes: Vec::new(), settings, bytes: 0 },
    ));
    assert_eq!(paragraph(&desk, PARAGRAPH).text, "của tôi");
    assert_eq!(paragraph(&desk, "opening/subject").text, "Về việc khác");
    assert_eq!(paragraph(&desk.another('b'), "opening/subject").text, "Về việc khác");
    assert!(desk.model.notices.iter().any(|notice| notice.kind == NoticeKind::RewrittenOtherwise(1)));
}

#[test]
fn annexes_are_handed_out_whatever_a_filter_shows() {
    let mut desk = at_report();
    desk.send(Msg::ExportCsv(CsvTable::Report(Heading::Register)));
    let (name, table) = desk.handed_out.last().unwrap().clone();
    assert!(name.contains("phu-luc-1_"), "{name}");
    assert_eq!(Some(&table), document(&desk).tables().find(|one| one.heading == Heading::Register));
    desk.send(Msg::Print);
    assert_eq!(desk.asked.last(), Some(&Effect::Print));
}

#[test]
fn what_stands_around_the_text_is_filled_in_once_kept_and_can_be_taken_back() {
    let mut desk = at_report();
    let text = |desk: &Desk| plain::text(&document(desk));
    assert!(text(&desk).contains("THÀNH ỦY CẦN THƠ\nBAN TUYÊN GIÁO THÀNH ỦY\n"), "it follows by rule");
    let field = Typed::particular(Particular::Position);
    desk.types(&field, "Trưởng ban", 40);
    desk.leaves(&field, "Trưởng ban");
    assert!(text(&desk).contains("\nTRƯỞNG BAN\n"));
    // By rule there is a superior body; emptied there is none.
    desk.send(Msg::EditSettings(SettingsEdit::Report(Particular::Superior, String::new())));
    assert!(!text(&desk).contains("THÀNH ỦY CẦN THƠ\n"));
    let mut again = desk.another('b');
    look(&mut again);
    assert!(text(&again).contains("\nTRƯỞNG BAN\n") && !text(&again).contains("THÀNH ỦY CẦN THƠ\n"));
    desk.send(Msg::Undo);
    assert!(text(&desk).contains("THÀNH ỦY CẦN THƠ\n") && text(&desk).contains("\nTRƯỞNG BAN\n"));
    desk.send(Msg::Undo);
    assert!(!text(&desk).contains("TRƯỞNG BAN"));
}
