//! What is typed stands on the disk, and what a page has left comes there by the next.

use super::machine::{Machine, Trouble};
use super::{GATHERING, opened};
use crate::msg::Change;
use crate::note::Note;
use crate::records::{keeping, leaving};
use crate::rewrite::Rewrite;
use crate::settings::Settings;
use crate::typed::{Typed, TypedOf};
use gathering::decisions::{Decision, Term};
use storage::StoreFault;

fn typed(text: &str) -> Typed {
    Typed::remark("quận ủy", "1.2", "abc", Some("n")).with(text.into())
}

fn decision(id: &str) -> Decision {
    Decision { id: id.into(), term: Some(Term::default()), ..Decision::default() }
}

fn changes() -> Vec<Change> {
    let of = || GATHERING.to_owned();
    vec![
        Change::Settings(Box::new(Settings {
            id: of(),
            name: "\u{0}\u{b}\u{ffff} \"ế\"".into(),
            ..Settings::default()
        })),
        Change::Decision(of(), Box::new(decision("d"))),
        Change::Decision(of(), Box::new(Decision::removed("e".into()))),
        Change::Note(of(), Box::new(Note { id: "n/~".into(), revision: 2, ..Note::default() })),
        Change::Typed(of(), Box::new(typed("chữ\r\n\u{7}"))),
        Change::Typed(of(), Box::new(Typed::beside("x").with("y".into()))),
        Change::NoTyped(of(), Typed::setting(TypedOf::CutOff).key()),
        Change::Rewrite(of(), Box::new(Rewrite { paragraph: "results/1.2".into(), ..Rewrite::default() })),
    ]
}

/// A disk with older records under the same ids.
fn before() -> Machine {
    let machine = Machine::new();
    let of = || GATHERING.to_owned();
    let older = vec![
        Change::Decision(of(), Box::new(decision("e"))),
        Change::Note(of(), Box::new(Note { id: "n/~".into(), revision: 1, ..Note::default() })),
        Change::Typed(of(), Box::new(Typed::setting(TypedOf::CutOff).with("3".into()))),
        Change::Typed(of(), Box::new(typed("ch"))),
    ];
    machine.run(keeping::write(&machine, older)).unwrap().unwrap();
    machine
}

#[test]
fn what_a_page_has_left_changes_the_disk_as_the_changes_would() {
    let (written, left) = (before(), before());
    written.run(keeping::write(&written, changes())).unwrap().unwrap();
    let text = leaving::text(changes());
    left.run(leaving::write(&left, &text)).unwrap().unwrap();
    assert_eq!(*written.disk.borrow(), *left.disk.borrow());
    // Once more it stands there once.
    left.run(leaving::write(&left, &text)).unwrap().unwrap();
    assert_eq!(*written.disk.borrow(), *left.disk.borrow());
    let mut texts: Vec<String> = opened(&left).typed.into_iter().map(|typed| typed.text).collect();
    texts.sort_unstable();
    assert_eq!(texts, ["chữ\r\n\u{7}", "y"]);
}

#[test]
fn what_is_no_such_text_changes_nothing_and_what_is_refused_is_told() {
    let machine = before();
    let disk = machine.disk.borrow().clone();
    for text in ["", "{}", "[1]", "{\"puts\":[{\"one\":1}]}"] {
        machine.run(leaving::write(&machine, text)).unwrap().unwrap();
        assert_eq!(*machine.disk.borrow(), disk, "{text}");
    }
    machine.trouble.set(Some(Trouble::FullFrom(0)));
    let refused = machine.run(leaving::write(&machine, &leaving::text(changes())));
    assert_eq!(refused, Some(Err(StoreFault::Full)));
}

#[test]
fn what_another_version_has_typed_is_left_as_it_is_and_hinders_nothing() {
    let machine = before();
    let key = format!("{GATHERING}/typed/x");
    machine.disk.borrow_mut().insert(key.clone(), br#"{"of":"something-new","text":"a"}"#.to_vec());
    let there = opened(&machine);
    assert_eq!((there.typed.len(), there.things.len()), (2, 0));
    assert!(machine.disk.borrow().contains_key(&key));
}

#[test]
fn what_was_changed_more_often_since_is_not_written_over() {
    let machine = before();
    let of = || GATHERING.to_owned();
    let note = Note { id: "n/~".into(), revision: 5, ..Note::default() };
    let settings = Settings { id: of(), name: "mới".into(), revision: 9, ..Settings::default() };
    let removed = Decision::removed("d".into());
    let later = vec![
        Change::Settings(Box::new(settings.clone())),
        Change::Note(of(), Box::new(note.clone())),
        Change::Decision(of(), Box::new(removed.clone())),
    ];
    machine.run(keeping::write(&machine, later)).unwrap().unwrap();
    machine.run(leaving::write(&machine, &leaving::text(changes()))).unwrap().unwrap();
    let here = opened(&machine);
    assert_eq!(here.notes, [note]);
    assert_eq!(here.decisions, [removed, Decision::removed("e".into())], "what was removed stays removed");
    assert_eq!(here.typed.len(), 2, "all else is written");
    let kept = machine
        .disk
        .borrow()
        .values()
        .filter(|bytes| keeping::read::<Settings>(bytes) == Some(settings.clone()))
        .count();
    assert_eq!(kept, 1);
}

#[test]
fn what_was_undone_as_a_page_was_left_stays_undone_and_what_was_rewritten_since_stays() {
    let machine = Machine::new();
    let of = || GATHERING.to_owned();
    let decided = Decision { replaces: vec!["d".into()], ..decision("e") };
    let words = |ids: &[&str], replaces: &[&str]| Rewrite {
        paragraph: "results/1.2".into(),
        ids: ids.iter().map(|id| (*id).to_owned()).collect(),
        replaces: replaces.iter().map(|id| (*id).to_owned()).collect(),
        ..Rewrite::default()
    };
    let there = words(&["c"], &["a"]);
    let note = |revision| Note { id: "n".into(), revision, ..Note::default() };
    let later = vec![
        Change::Decision(of(), Box::new(decided)),
        Change::Rewrite(of(), Box::new(there.clone())),
        Change::Note(of(), Box::new(note(5))),
    ];
    machine.run(keeping::write(&machine, later)).unwrap().unwrap();
    // The undo was under way; the words were given up before others were written; the note was changed twice before that.
    let left = vec![
        Change::Decision(of(), Box::new(Decision::removed("e".into()))),
        Change::Rewrite(of(), Box::new(words(&[], &["a"]))),
        Change::Note(of(), Box::new(note(2))),
        Change::Note(of(), Box::new(note(3))),
    ];
    machine.run(leaving::write(&machine, &leaving::text(left))).unwrap().unwrap();
    let here = opened(&machine);
    assert_eq!(here.decisions, [Decision::removed("e".into())]);
    assert_eq!((here.rewrites, here.notes), (vec![there], vec![note(5)]));
}
