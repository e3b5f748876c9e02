//! The officer decides, and takes decisions back.

use crate::desk::{Desk, sample};
use coordination::msg::{CsvTable, Effect, Msg, SettingsEdit};
use coordination::settings::RosterView;
use coordination::undo::Changed;
use domain::date::Date;
use gathering::decisions::{Claim, Decision, SignedReport, own_id};
use gathering::register::Timing;
use gathering::verdict::{Cause, Verdict};

fn desk() -> Desk {
    let mut desk = Desk::with_gathering("6 tháng");
    desk.take_in(sample());
    desk
}

fn writes(desk: &Desk) -> usize {
    desk.asked.iter().filter(|asked| matches!(asked, Effect::Write(..))).count()
}

fn day(text: &str) -> Option<Date> {
    Date::from_typed(text)
}

/// An assessment whose unit is not known.
fn unknown(desk: &Desk) -> usize {
    let is_unknown = |verdict: &Verdict| *verdict == Verdict::Aside(Cause::UnitUnknown);
    desk.open().count.standing.verdicts.iter().position(is_unknown).unwrap()
}

#[test]
fn whose_an_unknown_unit_is_is_decided_once_and_can_be_taken_back() {
    let mut desk = desk();
    let at = unknown(&desk);
    let claim = Claim::of(&desk.open().taken[at].received.facts.unit);
    let missing = desk.open().count.measures.all;
    let own = own_id(&claim.group, &claim.name);
    desk.say_whose(claim, &own);
    assert!(desk.open().count.standing.verdicts[at].counts());
    assert_eq!(desk.open().count.measures.all.expected, missing.expected + 1);
    assert_eq!(desk.open().undo.last(), Some(Changed::Unit));
    assert!(desk.another('b').open().count.units.row_of(&own).is_some(), "it is remembered");
    desk.undo();
    assert_eq!(desk.open().count.standing.verdicts[at], Verdict::Aside(Cause::UnitUnknown));
    assert!(desk.another('c').open().count.units.row_of(&own).is_none(), "it is forgotten on the disk too");
}

#[test]
fn a_file_is_left_out_with_a_reason_and_without_one_counts_again() {
    let mut desk = desk();
    let (unit, file) = desk.counting()[0].clone();
    desk.leave_out(&file, "tệp thử của cán bộ");
    assert!(matches!(desk.line(&unit).timing, Timing::Missing { .. }));
    desk.leave_out(&file, " ");
    assert!(desk.line(&unit).timing.is_reported());
    assert!(desk.another('b').line(&unit).timing.is_reported());
    desk.undo();
    assert!(!desk.line(&unit).timing.is_reported(), "that a decision was taken back can be taken back");
    desk.undo();
    assert!(desk.line(&unit).timing.is_reported());
}

#[test]
fn days_of_a_batch_are_set_at_once_and_corrected_for_one() {
    let mut desk = desk();
    let files = desk.counting();
    let batch: Vec<_> = files[..4].iter().map(|(_, file)| file).collect();
    desk.arrived(&batch, &[], "10/07/2024");
    desk.arrived(&[batch[1]], &[], "17/07/2024");
    assert_eq!(desk.line(&files[0].0).reported_on, day("10/07/2024"));
    assert_eq!(desk.line(&files[1].0).timing, Timing::Late { days: 2 });
    // What is taken back of one file stays for the others.
    desk.arrived(&[batch[0]], &[], "");
    assert_eq!(desk.line(&files[0].0).timing, Timing::Undated);
    assert_eq!(desk.line(&files[2].0).reported_on, day("10/07/2024"));
    assert_eq!(
        desk.line(&files[1].0).timing,
        Timing::Late { days: 2 },
        "the correction still takes the place of the batch"
    );
    let again = desk.another('b');
    assert_eq!(again.open().count.register, desk.open().count.register);
    desk.undo();
    assert_eq!(desk.line(&files[0].0).reported_on, day("10/07/2024"));
    assert_eq!(desk.line(&files[1].0).timing, Timing::Late { days: 2 });
    desk.undo();
    desk.undo();
    assert!(files[..4].iter().all(|(unit, _)| desk.line(unit).timing == Timing::Undated));
    assert_eq!(desk.disk.borrow().decided(), 0);
}

#[test]
fn a_batch_of_ten_thousand_does_not_take_ten_thousand_times_as_long() {
    use gathering::received::{Key, Received};
    let desk = |files: usize| {
        let mut desk = Desk::with_gathering("x");
        let of =
            |at: usize| Received { key: Key { sha256: format!("{at:064}").into(), index: 0 }, ..Received::default() };
        let files: Vec<Received> = (0..files).map(of).collect();
        let start = std::time::Instant::now();
        for on in ["10/07/2024", "11/07/2024", ""] {
            desk.arrived(&files.iter().collect::<Vec<_>>(), &[], on);
        }
        desk.undo();
        assert_eq!(desk.disk.borrow().decided(), 2);
        start.elapsed()
    };
    let best = |files: usize| (0..3).map(|_| desk(files)).min().unwrap();
    let (few, many) = (best(500), best(10_000));
    assert!(many < few * 200, "20 times as many took {many:?}, and not some 20 times {few:?}");
}

#[test]
fn terms_are_extended_excused_and_emptied() {
    let mut desk = desk();
    let missing = |desk: &Desk| {
        let line = desk.open().count.register.iter().find(|line| matches!(line.timing, Timing::Missing { .. }));
        desk.open().count.units.rows[line.unwrap().unit as usize].id.clone()
    };
    let (unit, expected) = (missing(&desk), desk.open().count.measures.all.expected);
    desk.term(&unit, "01/08/2024", false);
    assert_eq!(desk.line(&unit).timing, Timing::Extended { until: day("01/08/2024").unwrap() });
    assert_eq!(desk.line(&unit).reason, "bão lụt");
    desk.term(&unit, "", true);
    assert_eq!((desk.line(&unit).timing, desk.open().count.measures.all.expected), (Timing::Excused, expected - 1));
    assert_eq!(desk.open().decisions.list.len(), 2, "the later one takes the place of the earlier one");
    desk.term(&unit, "", false);
    assert!(matches!(desk.line(&unit).timing, Timing::Missing { days_late: 16 }), "nothing holds any more");
    desk.undo();
    desk.undo();
    assert_eq!(desk.line(&unit).timing, Timing::Extended { until: day("01/08/2024").unwrap() });
    let report = SignedReport { unit: unit.clone(), number: "12-BC/QU".into(), ..SignedReport::default() };
    desk.decide(Decision { report: Some(report), ..Decision::default() });
    desk.arrived(&[], &[&unit], "15/07/2024");
    assert_eq!((desk.line(&unit).timing, desk.line(&unit).report_number.as_str()), (Timing::OnTime, "12-BC/QU"));
    // What is counted anew after such a decision is what would be counted of all.
    let all = desk.another('b');
    let (one, other) = (&desk.open().count, &all.open().count);
    assert_eq!((&one.register, &one.measures, &one.summary), (&other.register, &other.measures, &other.summary));
}

#[test]
fn saying_the_same_again_changes_nothing() {
    let mut desk = desk();
    let unit = desk.counting()[0].0.clone();
    desk.term(&unit, "01/08/2024", false);
    let (before, count) = (writes(&desk), std::rc::Rc::clone(&desk.open().count));
    desk.term(&unit, "1/8/2024", false);
    desk.send(Msg::EditSettings(SettingsEdit::Deadline("15.7.2024".into())));
    desk.send(Msg::EditSettings(SettingsEdit::Name(" 6 tháng ".into())));
    desk.term("ban-dan-van", "", false);
    desk.decide(Decision::default());
    assert_eq!(writes(&desk), before);
    assert!(std::rc::Rc::ptr_eq(&count, &desk.open().count));
    desk.undo();
    assert_eq!((desk.line(&unit).is_extended, desk.open().undo.last()), (false, Some(Changed::Settings)));
}

#[test]
fn settings_are_undone_by_a_later_revision() {
    let mut desk = desk();
    let (revision, files) = (desk.open().settings.revision, desk.counting());
    desk.arrived(&[&files[0].1], &[], "16/07/2024");
    assert_eq!(desk.line(&files[0].0).timing, Timing::Late { days: 1 });
    desk.send(Msg::EditSettings(SettingsEdit::Deadline("16/07/2024".into())));
    desk.send(Msg::EditSettings(SettingsEdit::RosterView(RosterView::Former)));
    desk.undo();
    assert_eq!(desk.open().settings.roster_view, RosterView::Current);
    assert_eq!(desk.line(&files[0].0).timing, Timing::OnTime);
    desk.undo();
    assert_eq!(desk.line(&files[0].0).timing, Timing::Late { days: 1 });
    assert_eq!(desk.open().settings.revision, revision + 4);
    let id = desk.open().settings.id.clone();
    assert_eq!(desk.disk.borrow().settings[&id], desk.open().settings);
    // A slip stays what was typed.
    desk.send(Msg::EditSettings(SettingsEdit::CutOff("31/06/2024".into())));
    assert!(desk.open().settings.cut_off.is_wrong());
    desk.send(Msg::ExportCsv(CsvTable::Measures));
    assert_eq!(desk.handed_out[0].0, "1022-CV-TU_6-thang_so-lieu-gui_2024-07-20.csv");
}
