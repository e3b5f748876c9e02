//! Taking in: what counts, in whatever order things come, and after the gathering is opened again.

use crate::desk::{Desk, sample};
use coordination::count::Count;
use coordination::intake::Step;
use coordination::model::Intake;
use coordination::msg::{Effect, Msg, SettingsEdit};
use coordination::notice::NoticeKind;
use coordination::place::Place;
use coordination::settings::Settings;
use coordination::views::lookup::is_file;
use domain::date::DateText;
use domain::directive::Directive;
use domain::roster::Roster;
use gathering::received::Key;
use gathering::verdict::Verdict;
use proptest::prelude::*;
use report::around::Particulars;
use report::particular::Particular;
use std::collections::BTreeMap;
use std::rc::Rc;
use storage::StoreFault;
use synthetic::kinds::VerdictKind;

/// What follows of it all, without the places of files, which are those of taking in.
fn told(desk: &Desk) -> (Vec<(Key, VerdictKind)>, String) {
    let open = desk.open();
    let Count { standing, summary, register, measures, .. } = &*open.count;
    let mut verdicts: Vec<_> = open
        .taken
        .iter()
        .zip(&standing.verdicts)
        .filter(|(_, verdict)| !matches!(verdict, Verdict::Duplicate { .. }))
        .map(|(taken, verdict)| (taken.received.key.clone(), VerdictKind::of(verdict)))
        .collect();
    assert_eq!(standing.verdicts.len(), open.taken.len());
    verdicts.sort_by(|one, other| one.0.cmp(&other.0));
    (verdicts, format!("{summary:?} {register:?} {measures:?}"))
}

#[test]
fn the_sample_opens_with_one_click_and_has_the_verdicts_that_it_was_made_with() {
    let mut desk = Desk::new();
    desk.send(Msg::OpenSample);
    let id = desk.open().settings.id.clone();
    assert_eq!(desk.model.place, Place::Overview(id.clone()));
    assert!(desk.open().settings.sample);
    let (directive, roster) = (Directive::built_in().unwrap(), Roster::built_in().unwrap());
    let mut expected: BTreeMap<Key, VerdictKind> = BTreeMap::new();
    for line in synthetic::sample(&directive, &roster).flat_map(|thing| thing.expected.lines) {
        expected.extend(line.assessments.into_iter().map(|one| (one.key, one.verdict)));
    }
    assert_eq!(told(&desk).0, expected.into_iter().collect::<Vec<_>>());
    assert!(desk.open().count.measures.all.missing() > 0 && desk.open().count.measures.all.received > 15);
    // The second time it is there already, in this window and in another one.
    let before = told(&desk);
    desk.go("");
    desk.send(Msg::OpenSample);
    assert_eq!((desk.open().settings.id.clone(), told(&desk)), (id.clone(), before.clone()));
    let mut other = Desk::over(Rc::clone(&desk.disk), 'b', "");
    other.send(Msg::OpenSample);
    assert_eq!((other.open().settings.id.clone(), told(&other)), (id, before));
    let taken = |desk: &Desk| desk.asked.iter().filter(|asked| matches!(asked, Effect::TakeSample(_))).count();
    assert_eq!((taken(&desk), taken(&other)), (1, 0));
}

#[test]
fn progress_is_told_and_numbers_come_while_it_goes_on() {
    let mut desk = Desk::with_gathering("6 tháng đầu năm 2024");
    let id = desk.open().settings.id.clone();
    let empty = Rc::clone(&desk.open().count);
    desk.take_in(sample());
    assert_eq!((desk.open().intake.clone(), desk.open().loading), (None, None));
    assert!(!Rc::ptr_eq(&empty, &desk.open().count));
    let things = u32::try_from(desk.open().things.len()).unwrap();
    let notices: Vec<_> = desk.model.notices.iter().map(|notice| notice.kind.clone()).collect();
    let files = desk.open().things.iter().flat_map(|thing| &thing.lines).filter(|line| is_file(line)).count();
    let files = u32::try_from(files).unwrap();
    assert!(files > things, "the members of archives are files too");
    assert_eq!(notices, [NoticeKind::TakenIn { files, unread: 0, cancelled: false }]);

    desk.send(Msg::Intake(id.clone(), Step::Began { things: 3, bytes: Some(300) }));
    desk.send(Msg::Intake(id.clone(), Step::Began { things: 1, bytes: Some(50) }));
    let (thing, taken) = (desk.open().things[0].clone(), desk.open().taken[0].clone());
    let files = u32::try_from(thing.lines.iter().filter(|line| is_file(line)).count()).unwrap();
    let kept = Step::Kept {
        things: vec![thing],
        taken: vec![taken],
        decisions: Vec::new(),
        rewrites: Vec::new(),
        notes: Vec::new(),
        settings: Vec::new(),
        bytes: 100,
    };
    let before = Rc::clone(&desk.open().count);
    desk.send(Msg::Intake(id.clone(), Step::Portion { bytes: 40 }));
    desk.send(Msg::Intake(id.clone(), kept));
    let since = desk.model.clock.now.0;
    assert_eq!(
        desk.open().intake,
        Some(Intake { chosen: (4, 350), kept: (1, 140), files, since, is_unweighed: false })
    );
    assert!(Rc::ptr_eq(&before, &desk.open().count), "what is here already is not counted twice");
    desk.send(Msg::CancelIntake);
    assert_eq!(desk.asked.last(), Some(&Effect::CancelIntake));
    desk.send(Msg::Intake(id, Step::Ended { unread: 2, cancelled: true }));
    assert_eq!((desk.open().intake.clone(), desk.open().unread), (None, 2));
    assert!(desk.model.notices.last().unwrap().kind.is_alarm());
    desk.send(Msg::ReadAgain);
    assert_eq!((desk.asked.last(), desk.open().unread), (Some(&Effect::ReadAgain), 0));
}

#[test]
fn counting_follows_growth_and_not_each_batch() {
    let mut desk = Desk::with_gathering("x");
    desk.part = 1;
    let id = desk.open().settings.id.clone();
    let (mut counts, mut last) = (0, Rc::clone(&desk.open().count));
    let mut watch = |desk: &Desk| {
        if !Rc::ptr_eq(&last, &desk.open().count) {
            (counts, last) = (counts + 1, Rc::clone(&desk.open().count));
        }
    };
    let mut donor = Desk::with_gathering("y");
    donor.take_in(sample());
    desk.send(Msg::Intake(id.clone(), Step::Began { things: 1000, bytes: Some(0) }));
    for thing in &donor.open().things {
        let taken = donor.open().taken.iter().filter(|one| one.thing == thing.id).cloned().collect();
        let kept = Step::Kept {
            things: vec![thing.clone()],
            taken,
            decisions: Vec::new(),
            rewrites: Vec::new(),
            notes: Vec::new(),
            settings: Vec::new(),
            bytes: 1,
        };
        desk.send(Msg::Intake(id.clone(), kept));
        watch(&desk);
    }
    desk.send(Msg::Intake(id, Step::Ended { unread: 0, cancelled: false }));
    watch(&desk);
    assert!((5..30).contains(&counts), "{counts} counts for {} batches", donor.open().things.len());
    assert_eq!(told(&desk), told(&donor));
}

#[test]
fn a_store_that_takes_no_more_ends_it_and_what_was_kept_counts() {
    let mut desk = Desk::with_gathering("x");
    let id = desk.open().settings.id.clone();
    desk.send(Msg::Intake(id.clone(), Step::Began { things: 3, bytes: Some(300) }));
    desk.send(Msg::Intake(id.clone(), Step::Unkept(StoreFault::Full)));
    assert_eq!(desk.open().intake, None);
    desk.send(Msg::Intake(id, Step::Ended { unread: 3, cancelled: false }));
    assert_eq!(desk.open().unread, 3);
    let notices: Vec<_> = desk.model.notices.iter().map(|notice| notice.kind.clone()).collect();
    assert_eq!(notices, [NoticeKind::Unkept(StoreFault::Full)], "said once");
}

#[test]
fn the_same_is_counted_after_opening_anew() {
    let mut desk = Desk::with_gathering("x");
    desk.take_in(sample());
    let late = desk.counting()[3].1.clone();
    desk.leave_out(&late, "thử");
    let again = desk.another('b');
    assert_eq!(again.open().loading, None);
    assert_ne!(again.open().things[0].id, desk.open().things[0].id, "the order is another one");
    assert_eq!(told(&again), told(&desk));
    assert_eq!(again.open().settings, desk.open().settings);
}

#[test]
fn a_sample_of_which_nothing_came_to_the_disk_is_taken_in_at_the_next_opening() {
    let mut desk = Desk::new();
    desk.send(Msg::OpenSample);
    desk.disk.borrow_mut().things.clear();
    let again = desk.another('b');
    assert!(again.open().count.measures.all.received > 15);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 6, ..ProptestConfig::default() })]
    #[test]
    fn the_order_of_taking_in_does_not_matter(mut order in Just(sample()).prop_shuffle(), part in 1_usize..60) {
        let mut desk = Desk::with_gathering("x");
        desk.part = part;
        let rest = order.split_off(order.len() / 3);
        desk.take_in(order);
        desk.take_in(rest);
        let mut usual = Desk::with_gathering("x");
        usual.take_in(sample());
        prop_assert_eq!(told(&desk), told(&usual));
        prop_assert_eq!(told(&desk.another('b')), told(&usual));
    }
}

/// Settings that came in a bundle.
fn told_settings(desk: &mut Desk, settings: Settings) {
    let (things, taken, decisions, settings) = (Vec::new(), Vec::new(), Vec::new(), vec![settings]);
    let (rewrites, notes) = (Vec::new(), Vec::new());
    let kept = Step::Kept { things, taken, decisions, rewrites, notes, settings, bytes: 0 };
    desk.send(Msg::Intake(desk.open().settings.id.clone(), kept));
}

#[test]
fn days_that_are_not_set_come_out_of_a_colleagues_bundle() {
    let mut desk = Desk::with_gathering("x");
    desk.send(Msg::EditSettings(SettingsEdit::From("1/1/2024".into())));
    let day = DateText::from_typed;
    let (from, deadline) = (day("1/2/2024"), day("15/7/2024"));
    let report = Particulars { position: "Phó Trưởng ban".into(), no_superior: true, ..Particulars::default() };
    let theirs = Settings { id: "theirs".into(), from, deadline, report, revision: 9, ..Settings::default() };
    told_settings(&mut desk, theirs.clone());
    let here = desk.open().settings.clone();
    assert_eq!((here.from.as_str(), here.deadline.as_str(), here.name.as_str()), ("2024-01-01", "2024-07-15", "x"));
    assert_eq!((here.report.position.as_str(), here.report.no_superior), ("Phó Trưởng ban", true));
    // Of a later state of the same settings all holds that is filled in there, of an earlier one nothing.
    let later = Settings { id: here.id.clone(), name: "z".into(), cut_off: day("1/8/2024"), ..theirs };
    told_settings(&mut desk, Settings { revision: here.revision, ..later.clone() });
    assert_eq!(desk.open().settings, here);
    told_settings(&mut desk, Settings { deadline: DateText::default(), ..later });
    let here = &desk.open().settings;
    let days = [&here.from, &here.deadline, &here.cut_off].map(DateText::as_str);
    assert_eq!((days, here.name.as_str()), (["2024-02-01", "2024-07-15", "2024-08-01"], "z"));
}

#[test]
fn a_signature_comes_out_of_a_bundle_as_a_whole_and_nothing_is_emptied_by_it() {
    let mut desk = Desk::with_gathering("x");
    let fill = |desk: &mut Desk, field, text: &str| {
        desk.send(Msg::EditSettings(SettingsEdit::Report(field, text.into())));
    };
    fill(&mut desk, Particular::Position, "Trưởng ban");
    fill(&mut desk, Particular::Place, "Cái Răng");
    let report = Particulars {
        issuer: "ĐẢNG ỦY A".into(),
        symbol: "ĐU".into(),
        authority: "T/M BAN THƯỜNG VỤ".into(),
        position: "Phó Bí thư".into(),
        name: "Trần Thị Mẫu".into(),
        ..Particulars::default()
    };
    let theirs = Settings { id: "theirs".into(), report, revision: 99, ..Settings::default() };
    let around = |desk: &Desk| {
        let Particulars { issuer, symbol, place, authority, position, name, .. } = &desk.open().settings.report;
        [issuer, symbol, place, authority, position, name].map(String::clone)
    };
    told_settings(&mut desk, theirs.clone());
    assert_eq!(around(&desk), ["ĐẢNG ỦY A", "ĐU", "Cái Răng", "", "Trưởng ban", ""]);
    // Of a body whose symbol stands here already, no name comes.
    fill(&mut desk, Particular::Issuer, "");
    let before = around(&desk);
    assert_eq!(before[..2], ["", "ĐU"]);
    told_settings(&mut desk, theirs.clone());
    assert_eq!(around(&desk), before);
    // A later state of these settings has another signature, and no place.
    let later = Settings { id: desk.open().settings.id.clone(), name: "x".into(), ..theirs };
    told_settings(&mut desk, later.clone());
    let taken = ["ĐẢNG ỦY A", "ĐU", "Cái Răng", "T/M BAN THƯỜNG VỤ", "Phó Bí thư", "Trần Thị Mẫu"];
    assert_eq!(around(&desk), taken);
    // A still later one has only a part of it.
    let report = Particulars { position: "Bí thư".into(), ..Particulars::default() };
    told_settings(&mut desk, Settings { report, revision: 999, ..later.clone() });
    assert_eq!(around(&desk), taken);
    // What was emptied here since does not come back.
    fill(&mut desk, Particular::Name, "");
    told_settings(&mut desk, Settings { revision: 1, ..later });
    assert_eq!(around(&desk)[5], "");
}
