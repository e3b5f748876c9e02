//! Officers give each other bundles: whatever was taken back stays taken back, whatever was made anew stays made.

use crate::desk::Desk;
use coordination::intake::Step;
use coordination::msg::{Effect, Msg, Noting, Opening, SettingsEdit};
use coordination::note::Note;
use coordination::notice::NoticeKind;
use coordination::rewrite::Rewrite;
use coordination::settings::Settings;
use coordination::typed::{Typed, TypedOf};
use gathering::decisions::{Choice, Claim, Decision, FileRef, SignedReport};
use gathering::received::{Key, Received};
use gathering::settled::Settled;
use proptest::prelude::*;
use report::particular::Particular;
use std::rc::Rc;

/// What a bundle has but for files.
#[derive(Clone)]
struct Bundle {
    decisions: Vec<Decision>,
    rewrites: Vec<Rewrite>,
    notes: Vec<Note>,
    settings: Settings,
}

impl Bundle {
    fn of(desk: &Desk) -> Self {
        let (disk, settings) = (desk.disk.borrow(), desk.open().settings.clone());
        let id = &settings.id;
        let (decisions, rewrites, notes) = (disk.decisions_of(id), disk.rewrites_of(id), disk.notes_of(id));
        Self { decisions, rewrites, notes, settings }
    }
}

fn take(desk: &mut Desk, bundle: &Bundle) {
    let Bundle { decisions, rewrites, notes, settings } = bundle.clone();
    let id = desk.open().settings.id.clone();
    {
        let mut disk = desk.disk.borrow_mut();
        let (known, noted) = (disk.decisions_of(&id), disk.notes_of(&id));
        let new = decisions.iter().filter(|one| !known.contains(one));
        disk.beside.extend(new.map(|one| (id.clone(), one.clone())));
        let new = notes.iter().filter(|one| !noted.contains(one));
        disk.beside_notes.extend(new.map(|one| (id.clone(), one.clone())));
    }
    let (things, taken, settings) = (Vec::new(), Vec::new(), vec![settings]);
    desk.send(Msg::Intake(id, Step::Kept { things, taken, decisions, rewrites, notes, settings, bytes: 0 }));
}

/// All that was decided, rewritten and noted.
fn kept(desk: &Desk) -> String {
    let open = desk.open();
    let notes: Vec<&Note> = open.notes.iter().collect();
    format!("{:#?} {:#?} {notes:#?}", Settled::of(&open.decisions), open.edits)
}

/// What was filled in of the settings, which each gathering has of its own.
fn filled(desk: &Desk) -> String {
    let settings = &desk.open().settings;
    format!("{:?} {:?}", settings.deadline, settings.report)
}

fn officer(name: char) -> Desk {
    let mut desk = Desk::over(Rc::default(), name, "");
    desk.send(Msg::StartGathering("x".into()));
    desk
}

const UNITS: [&str; 2] = ["ban-dan-van", "ban-noi-chinh"];

/// One of the things that can be made and taken back: this one of that kind, or that it is taken back.
fn act(desk: &mut Desk, kind: u8, which: usize, is_made: bool) {
    let unit = UNITS[which];
    let received = |name: &str| Received { key: Key { sha256: name.into(), index: 0 }, ..Received::default() };
    let (one, batch) = (received(unit), UNITS.map(received));
    let if_made = |text: &'static str| if is_made { text } else { "" };
    match kind {
        0 => desk.term(unit, if_made("01/08/2024"), false),
        1 => desk.term(unit, "", is_made),
        2 => desk.arrived(&batch.iter().collect::<Vec<_>>(), &[unit], if_made("10/07/2024")),
        3 => desk.arrived(&[&one], &[], if_made("11/07/2024")),
        4 => desk.leave_out(&one, if_made("thử")),
        5 => desk.say_whose(Claim { name: "Sở X".into(), ..Claim::default() }, if is_made { unit } else { "" }),
        6 => {
            let files = if is_made { vec![FileRef::of(&one.key)] } else { Vec::new() };
            let choice = Some(Choice { unit: unit.into(), files, ..Choice::default() });
            desk.decide(Decision { choice, ..Decision::default() });
        }
        7 => {
            let report = SignedReport { unit: unit.into(), number: if_made("1-BC").into(), ..SignedReport::default() };
            desk.decide(Decision { report: Some(report), ..Decision::default() });
        }
        8 if is_made => desk.leaves(&Typed::paragraph(unit, "b"), "lời"),
        8 => desk.send(Msg::TakeGenerated(unit.into())),
        9 => {
            let (unit, requirement, sha256) = (unit.into(), "1.1".into(), "ab".into());
            desk.send(Msg::Note(Box::new(Noting::Read { unit, requirement, sha256, is_read: is_made })));
        }
        10 => desk.leaves(&Typed::remark(unit, "1.1", "ab", None), if_made("Nêu rõ.")),
        11 => desk.send(Msg::EditSettings(SettingsEdit::Deadline(if_made("15/07/2024").into()))),
        12 => desk.send(Msg::EditSettings(SettingsEdit::Report(Particular::Name, if_made("Lan").into()))),
        _ => desk.undo(),
    }
}

fn acts() -> impl Strategy<Value = Vec<(usize, u8, usize, bool)>> {
    proptest::collection::vec((0..3usize, 0..20u8, 0..2usize, any::<bool>()), 1..25)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    /// Whoever takes in an own bundle of before has all as it was, of whatever kind it is.
    #[test]
    fn a_bundle_of_before_changes_nothing(acts in acts()) {
        let mut desk = officer('a');
        let mut bundles = vec![Bundle::of(&desk)];
        for (_, kind, which, is_made) in acts {
            act(&mut desk, kind, which, is_made);
            bundles.push(Bundle::of(&desk));
        }
        let (before, settings) = (kept(&desk), filled(&desk));
        for bundle in &bundles {
            take(&mut desk, bundle);
            prop_assert_eq!((kept(&desk), filled(&desk)), (before.clone(), settings.clone()));
        }
        prop_assert_eq!(kept(&desk.another('z')), before, "opened anew");
    }

    /// Officers who give each other all that they have come to the same, in whatever order; and no bundle of before changes that.
    #[test]
    fn all_come_to_the_same(acts in acts()) {
        let mut desks = ['a', 'b', 'c'].map(officer);
        let mut bundles = Vec::new();
        for (who, kind, which, is_made) in acts {
            match kind {
                14.. => {
                    let bundle = Bundle::of(&desks[(who + 1 + which) % 3]);
                    take(&mut desks[who], &bundle);
                }
                kind => act(&mut desks[who], kind, which, is_made),
            }
            bundles.push(Bundle::of(&desks[who]));
        }
        let last: Vec<Bundle> = desks.iter().map(Bundle::of).collect();
        let orders = [[1, 2], [2, 0], [1, 0]];
        for (desk, order) in desks.iter_mut().zip(orders) {
            order.iter().for_each(|from| take(desk, &last[*from]));
        }
        let all = kept(&desks[0]);
        prop_assert_eq!((kept(&desks[1]), kept(&desks[2])), (all.clone(), all.clone()));
        for bundle in bundles.iter().rev() {
            take(&mut desks[0], bundle);
        }
        prop_assert_eq!(kept(&desks[0]), all.clone());
        prop_assert_eq!(kept(&desks[0].another('z')), all, "opened anew");
    }
}

#[test]
fn a_decision_that_was_taken_back_does_not_come_back_and_one_that_was_made_since_holds() {
    let (mut one, mut other) = (officer('a'), officer('b'));
    one.term(UNITS[0], "01/08/2024", false);
    let before = Bundle::of(&one);
    take(&mut other, &before);
    one.undo();
    take(&mut one, &before);
    assert!(!one.line(UNITS[0]).is_extended);
    one.term(UNITS[0], "02/08/2024", false);
    one.term(UNITS[0], "", false);
    take(&mut other, &Bundle::of(&one));
    assert!(!other.line(UNITS[0]).is_extended, "the colleague hears of it");
    // What the colleague decides meanwhile is of another matter.
    other.term(UNITS[0], "05/08/2024", false);
    take(&mut one, &Bundle::of(&other));
    assert!(one.line(UNITS[0]).is_extended);
}

#[test]
fn what_was_emptied_is_not_filled_in_again_by_the_bundle_that_brought_it() {
    let (mut one, mut other) = (officer('a'), officer('b'));
    let deadline = |desk: &Desk| desk.open().settings.deadline.as_str().to_owned();
    other.leaves(&Typed::setting(TypedOf::Deadline), "15/07/2024");
    let theirs = Bundle::of(&other);
    take(&mut one, &theirs);
    assert_eq!(deadline(&one), "2024-07-15");
    let own = Bundle::of(&one);
    one.undo();
    for bundle in [&theirs, &own] {
        take(&mut one, bundle);
        assert_eq!(deadline(&one), "");
    }
    // Another day is another matter.
    other.leaves(&Typed::setting(TypedOf::Deadline), "16/07/2024");
    take(&mut one, &Bundle::of(&other));
    assert_eq!(deadline(&one), "2024-07-16");
}

#[test]
fn what_a_bundle_brings_after_its_gathering_was_let_go_of_is_there_when_that_is_opened_again() {
    let (mut one, mut other) = (officer('a'), officer('b'));
    act(&mut other, 8, 0, true);
    other.leaves(&Typed::setting(TypedOf::Deadline), "15/07/2024");
    let Bundle { rewrites, settings, .. } = Bundle::of(&other);
    let (things, taken, decisions, notes) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    let kept = Step::Kept { things, taken, decisions, rewrites, notes, settings: vec![settings], bytes: 0 };
    let id = one.open().settings.id.clone();
    one.go("");
    one.send(Msg::StartGathering("y".into()));
    one.send(Msg::Intake(id.clone(), kept));
    assert!(one.open().edits.paragraphs.is_empty());
    one.go(&id);
    for desk in [&one, &one.another('z')] {
        assert_eq!(desk.open().edits.paragraphs.get(UNITS[0]).map(|edit| edit.text.as_str()), Some("lời"));
        assert_eq!(desk.open().settings.deadline.as_str(), "2024-07-15");
    }
}

#[test]
fn a_bundle_that_comes_while_its_gathering_is_being_opened_is_not_written_over_what_was_rewritten_there() {
    let (mut one, mut other) = (officer('a'), officer('b'));
    one.leaves(&Typed::paragraph(UNITS[0], "b"), "của tôi");
    other.leaves(&Typed::paragraph(UNITS[0], "b"), "của bạn");
    let (id, rewrites) = (one.open().settings.id.clone(), Bundle::of(&other).rewrites);
    one.go("");
    one.send(Msg::StartGathering("y".into()));
    // The store has not answered yet.
    let asked = one.model.update(one.model.clock, Msg::Arrived(id.clone()));
    assert!(asked.contains(&Effect::Open(id.clone())));
    let (things, taken, decisions) = (Vec::new(), Vec::new(), Vec::new());
    let (notes, settings) = (Vec::new(), Vec::new());
    one.send(Msg::Intake(id.clone(), Step::Kept { things, taken, decisions, rewrites, notes, settings, bytes: 0 }));
    let rewrites = one.disk.borrow().rewrites_of(&id);
    one.send(Msg::Opened(Opening { id: id.clone(), rewrites, ..Opening::default() }));
    one.send(Msg::OpenEnded(id, Ok(())));
    for desk in [&one, &one.another('z')] {
        assert_eq!(desk.open().edits.paragraphs.get(UNITS[0]).map(|edit| edit.text.as_str()), Some("của tôi"));
    }
    assert!(one.model.notices.iter().any(|notice| notice.kind == NoticeKind::RewrittenOtherwise(1)));
}

#[test]
fn whoever_is_typing_has_not_seen_what_a_bundle_brings_to_the_paragraph() {
    let (mut one, mut other) = (officer('a'), officer('b'));
    let field = Typed::paragraph(UNITS[0], "b");
    other.leaves(&field, "của bạn");
    one.types(&field, "của tôi", 0);
    take(&mut one, &Bundle::of(&other));
    assert!(one.model.notices.iter().any(|notice| notice.kind == NoticeKind::RewrittenOtherwise(1)));
    one.leaves(&field, "của tôi");
    take(&mut other, &Bundle::of(&one));
    let words = |desk: &Desk| desk.open().edits.paragraphs.get(UNITS[0]).unwrap().text.clone();
    assert_eq!((words(&one), words(&other)), ("của tôi".to_owned(), "của bạn".to_owned()));
}
