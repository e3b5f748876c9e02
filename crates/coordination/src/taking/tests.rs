//! Stories of taking in, on a machine in memory.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, reason = "tests")]

mod colleagues;
mod crashes;
mod leaving;
mod machine;
mod portions;
mod sample;
mod words;

use super::Taking;
use crate::intake::Step;
use crate::msg::{Change, Opening};
use crate::note::Note;
use crate::records::keeping::{self, shelf};
use crate::records::opening::open;
use crate::rewrite::Rewrite;
use crate::settings::Settings;
use crate::thing::{LOST, Taken, Thing};
use crate::typed::Typed;
use domain::assessment::{Assessment, UnitRef};
use domain::date::Moment;
use domain::directive::Directive;
use gathering::bundle::{end_line, file_line, head_line};
use gathering::decisions::{Decision, Decisions, LeftOut};
use machine::{Held, Machine, Trouble};
use std::cell::RefCell;
use storage::StoreFault;

const GATHERING: &str = "g1";

/// An assessment file, each of its own.
fn file(number: usize) -> Vec<u8> {
    let unit = UnitRef { group: "districts".into(), name: format!("Unit {number}"), ..UnitRef::default() };
    let assessment =
        Assessment { unit, draft_id: number.to_string(), overall: format!("text {number}"), ..Assessment::default() };
    let directive = Directive::built_in().unwrap();
    exchange::export_all(&directive, &[&assessment], Moment(0), 0, &str::to_owned).text.into_bytes()
}

fn sources(machine: &Machine, count: usize) -> Vec<Held<'_>> {
    (0..count).map(|number| Held::new(machine, &format!("{number}.json"), &file(number))).collect()
}

#[test]
fn a_reader_that_reaches_files_reads_many_at_a_time_and_those_of_any_other_size_as_they_are_handed_to_it() {
    let machine = Machine::new();
    machine.reaches.set(true);
    let taking = Taking::default();
    let mut chosen = sources(&machine, 600);
    chosen.push(Held::new(&machine, "empty.json", b""));
    assert_eq!(taking.choose(chosen), Step::Began { things: 601, bytes: None });
    let (steps, _) = taken_in(&machine, &taking);
    assert_eq!(steps.last(), Some(&ended(0, false)));
    assert_eq!(machine.most_readers(), 16);
    let (things, taken) = kept(&steps);
    assert_eq!((things.len(), taken.len()), (601, 600));
    let empty = things.iter().find(|thing| thing.lines[0].name == "empty.json").unwrap();
    assert_eq!(empty.lines[0].cause, "empty");
    assert_eq!(opened(&machine).taken.len(), 600);
}

/// A bundle with so many files, and other records.
fn bundle(files: usize, others: &[&str]) -> Vec<u8> {
    let mut text = head_line(gathering::bundle::Head::default());
    for number in 0..files {
        text += &file_line(&format!("{number}.json"), None, &file(1000 + number), true).unwrap();
    }
    for other in others {
        text += &format!("{other}\n");
    }
    (text + &end_line((files + others.len()) as u64)).into_bytes()
}

/// Takes in what was chosen: what was told; and whether it came to its end.
fn taken_in(machine: &Machine, taking: &Taking<Held<'_>>) -> (Vec<Step>, bool) {
    let told = RefCell::new(Vec::new());
    let tell = |step| told.borrow_mut().push(step);
    let ended = machine.run(taking.run(GATHERING, machine, machine, machine, &tell)).is_some();
    (told.into_inner(), ended)
}

/// What is there when it is opened: its things, its assessments, its decisions.
#[derive(Debug, Default)]
struct Opened {
    things: Vec<Thing>,
    taken: Vec<Taken>,
    decisions: Vec<Decision>,
    rewrites: Vec<Rewrite>,
    notes: Vec<Note>,
    typed: Vec<Typed>,
}

impl Opened {
    fn names(&self) -> Vec<&str> {
        self.things.iter().map(|thing| thing.lines[0].name.as_str()).collect()
    }
}

fn opened(machine: &Machine) -> Opened {
    let mut all = Opened::default();
    let mut tell = |part: Opening| {
        all.things.extend(part.things);
        all.taken.extend(part.taken);
        all.decisions.extend(part.decisions);
        all.rewrites.extend(part.rewrites);
        all.notes.extend(part.notes);
        all.typed.extend(part.typed);
        true
    };
    let result = machine.run(open(GATHERING, machine, machine, machine, &mut tell)).unwrap();
    assert_eq!(result, Ok(()));
    all
}

fn kept(steps: &[Step]) -> (Vec<Thing>, Vec<Taken>) {
    let (mut all, mut all_taken) = (Vec::new(), Vec::new());
    for step in steps {
        if let Step::Kept { things, taken, .. } = step {
            all.extend(things.clone());
            all_taken.extend(taken.clone());
        }
    }
    (all, all_taken)
}

fn ended(unread: u32, cancelled: bool) -> Step {
    Step::Ended { unread, cancelled }
}

#[test]
fn what_was_told_is_what_is_there_when_it_is_opened() {
    let machine = Machine::new();
    let taking = Taking::default();
    let bytes: u64 = (0..450).map(|number| file(number).len() as u64).sum();
    assert_eq!(taking.choose(sources(&machine, 450)), Step::Began { things: 450, bytes: Some(bytes) });
    let (steps, _) = taken_in(&machine, &taking);
    assert_eq!(steps.last(), Some(&ended(0, false)));
    let told: u64 = steps.iter().map(|step| if let Step::Kept { bytes, .. } = step { *bytes } else { 0 }).sum();
    assert_eq!(told, bytes);
    let (things, taken) = kept(&steps);
    let there = opened(&machine);
    let mut by_id = things.clone();
    by_id.sort_by(|one, other| one.id.cmp(&other.id));
    assert_eq!(there.things, by_id);
    assert_eq!((things.len(), taken.len(), there.taken.len()), (450, 450, 450));
    for one in &taken {
        assert!(there.taken.contains(one));
    }
    assert_eq!(machine.most_readers(), 2);
    // In batches, each within half a second or of two hundred things.
    assert!(machine.writes.get() >= 3 && machine.writes.get() < 10, "{}", machine.writes.get());
    // Bytes exactly as they came.
    let id = &things[7].id;
    let bytes = machine.run(keeping::file(&machine, GATHERING, id, 0)).unwrap();
    let number: usize = things[7].lines[0].name.trim_end_matches(".json").parse().unwrap();
    assert_eq!(bytes, Ok(file(number)));
    assert_eq!(machine.run(keeping::file(&machine, GATHERING, id, 9)).unwrap(), Err(StoreFault::Broken));
}

#[test]
fn a_large_bundle_is_kept_in_steps_and_read_in_portions() {
    let machine = Machine::new();
    let taking = Taking::default();
    taking.choose(vec![Held::new(&machine, "b.ndjson", &bundle(1100, &[]))]);
    let (steps, _) = taken_in(&machine, &taking);
    assert_eq!(kept(&steps).1.len(), 1100);
    let there = opened(&machine);
    assert_eq!((there.things.len(), there.taken.len()), (1, 1100));
    assert_eq!(there.things, kept(&steps).0);
    assert!(there.taken.iter().zip(kept(&steps).1).all(|(one, other)| *one == other));
    let (bytes, records) = machine.most.get();
    assert!(bytes <= 8_000_000 && records <= 501, "{bytes} bytes, {records} records");
    assert_eq!(machine.writes.get(), 3);
}

#[test]
fn what_is_refused_unread_has_its_line_and_is_not_read() {
    let machine = Machine::new();
    let taking = Taking::default();
    let mut large = b"%PDF-1.7".to_vec();
    large.resize(2_100_000, 0);
    taking.choose(vec![
        Held::new(&machine, "empty.json", b""),
        Held::new(&machine, "a/la\u{300}.pdf", &large),
        Held::new(&machine, "Thumbs.db", &large),
    ]);
    let (steps, _) = taken_in(&machine, &taking);
    let (things, _) = kept(&steps);
    let mut told: Vec<_> =
        things.iter().map(|thing| &thing.lines[0]).map(|line| (&*line.name, &*line.outcome, &*line.cause)).collect();
    told.sort_unstable();
    assert_eq!(told, [("", "skipped", ""), ("a/l\u{e0}.pdf", "refused", "pdf"), ("empty.json", "refused", "empty")]);
    assert_eq!(machine.read.borrow().len(), 0);
    assert_eq!(opened(&machine).things.len(), 3);
}

#[test]
fn what_the_device_did_not_give_can_be_read_again() {
    let machine = Machine::new();
    let taking = Taking::default();
    let all = sources(&machine, 10);
    all[3].failures.set(1);
    all[4].failures.set(2);
    taking.choose(all);
    let (steps, _) = taken_in(&machine, &taking);
    assert_eq!((kept(&steps).0.len(), steps.last()), (8, Some(&ended(2, false))));
    let bytes = (file(3).len() + file(4).len()) as u64;
    assert_eq!(taking.choose_again(), Step::Began { things: 2, bytes: Some(bytes) });
    assert_eq!(taken_in(&machine, &taking).0.last(), Some(&ended(1, false)));
    taking.choose_again();
    assert_eq!(taken_in(&machine, &taking).0.last(), Some(&ended(0, false)));
    assert_eq!(opened(&machine).taken.len(), 10);
}

#[test]
fn a_slow_thing_does_not_hold_up_what_was_read() {
    let machine = Machine::new();
    let taking = Taking::default();
    let mut all = sources(&machine, 20);
    all[0].slowness = 60_000;
    taking.choose(all);
    let (steps, _) = taken_in(&machine, &taking);
    let Step::Kept { things, .. } = &steps[0] else { panic!("{steps:?}") };
    assert_eq!(things.len(), 19);
    assert_eq!(kept(&steps).0.len(), 20);
}

#[test]
fn who_ends_it_keeps_what_was_read_and_may_begin_anew() {
    let machine = Machine::new();
    let taking = Taking::default();
    let mut all = sources(&machine, 300);
    all[250].slowness = 60_000;
    taking.choose(all);
    let told = RefCell::new(Vec::new());
    let tell = |step: Step| {
        if told.borrow().is_empty() {
            taking.cancel();
        }
        told.borrow_mut().push(step);
    };
    machine.run(taking.run(GATHERING, &machine, &machine, &machine, &tell)).unwrap();
    let steps = told.into_inner();
    assert_eq!(steps.last(), Some(&ended(0, true)));
    let (things, _) = kept(&steps);
    assert!(things.len() >= 200 && things.len() < 300, "{}", things.len());
    assert_eq!(opened(&machine).things.len(), things.len());
    taking.choose(sources(&machine, 2));
    assert_eq!(taken_in(&machine, &taking).0.last(), Some(&ended(0, false)));
    assert_eq!(opened(&machine).things.len(), things.len() + 2);
    machine.run(taking.ended()).unwrap();
}

#[test]
fn what_is_chosen_while_it_goes_on_is_read_by_the_one_that_does() {
    let machine = Machine::new();
    let taking = Taking::default();
    taking.choose(sources(&machine, 3));
    let (told, has_chosen) = (RefCell::new(Vec::new()), std::cell::Cell::new(false));
    let tell = |step: Step| {
        if !has_chosen.replace(true) {
            taking.choose(vec![Held::new(&machine, "late.json", &file(77))]);
        }
        told.borrow_mut().push(step);
    };
    machine.run(taking.run(GATHERING, &machine, &machine, &machine, &tell)).unwrap();
    let steps = told.into_inner();
    assert_eq!(steps.iter().filter(|step| matches!(step, Step::Ended { .. })).count(), 1);
    assert_eq!(kept(&steps).0.len(), 4);
}

#[test]
fn a_full_disk_ends_it_and_nothing_is_lost_or_there_twice() {
    for trouble in [Trouble::FullFrom(1), Trouble::FullFrom(0), Trouble::FailsAfter(0), Trouble::FailsAfter(1)] {
        let machine = Machine::new();
        let taking = Taking::default();
        taking.choose(sources(&machine, 450));
        machine.trouble.set(Some(trouble));
        let (steps, _) = taken_in(&machine, &taking);
        let fault = if matches!(trouble, Trouble::FullFrom(_)) { StoreFault::Full } else { StoreFault::Broken };
        let count = kept(&steps).0.len();
        let end = [Step::Unkept(fault), ended(u32::try_from(450 - count).unwrap(), false)];
        assert_eq!(steps[steps.len() - 2..], end, "{trouble:?}");
        machine.trouble.set(None);
        taking.choose_again();
        let (again, _) = taken_in(&machine, &taking);
        assert_eq!(again.last(), Some(&ended(0, false)));
        assert_eq!(count + kept(&again).0.len(), 450, "{trouble:?}");
        let there = opened(&machine);
        assert_eq!((there.things.len(), there.taken.len()), (450, 450), "{trouble:?}");
    }
}

#[test]
fn nothing_is_kept_of_a_gathering_that_another_window_has_removed() {
    let machine = Machine::new();
    let taking = Taking::default();
    taking.choose(sources(&machine, 450));
    let told = RefCell::new(Vec::new());
    let tell = |step: Step| {
        let is_first = told.borrow().is_empty();
        told.borrow_mut().push(step);
        if is_first {
            machine.disk.borrow_mut().clear();
        }
    };
    machine.run(taking.run(GATHERING, &machine, &machine, &machine, &tell)).unwrap();
    let steps = told.into_inner();
    assert_eq!(steps[1], Step::Unkept(StoreFault::Broken));
    assert_eq!(machine.disk.borrow().len(), 0);
}

const REWRITE: &str = r#"{"rewrite":{"base":"b","paragraph":"results/1.2","text":"t"}}"#;

#[test]
fn decisions_and_settings_come_out_of_bundles() {
    let machine = Machine::new();
    let taking = Taking::default();
    let decision_text = r#"{"decision":{"at":"2024-07-01T00:00:00Z","id":"d1","leftOut":{"file":{"index":0,"sha256":"ab"},"reason":"x"}}}"#;
    let others =
        [decision_text, r#"{"settings":{"id":"g9","name":"N","revision":3}}"#, r#"{"remark":{"id":"r"}}"#, REWRITE];
    taking.choose(vec![Held::new(&machine, "b.ndjson", &bundle(1, &others))]);
    let (steps, _) = taken_in(&machine, &taking);
    let Step::Kept { things, decisions, rewrites, settings, .. } = &steps[0] else { panic!("{steps:?}") };
    let outcomes: Vec<&str> = things[0].lines.iter().map(|line| line.outcome.as_str()).collect();
    assert_eq!(outcomes, ["bundle", "held", "joined", "joined", "other-record", "joined"]);
    assert_eq!((rewrites.len(), rewrites[0].text.as_str()), (1, "t"));
    assert_eq!((decisions.len(), decisions[0].id.as_str()), (1, "d1"));
    assert_eq!((settings.len(), settings[0].revision), (1, 3));
    let there = opened(&machine);
    assert_eq!((&there.decisions, there.taken.len()), (decisions, 1));
    assert_eq!(there.things, *things);
    // Another of the same id, out of another bundle, is not written over it; what is decided here is written over both.
    let says = |reason: &str| decision_text.replace("\"x\"", &format!("\"{reason}\""));
    taking.choose(vec![Held::new(&machine, "c.ndjson", &bundle(0, &[&says("y")]))]);
    taken_in(&machine, &taking);
    assert_eq!(opened(&machine).decisions.len(), 2);
    let left_out = LeftOut { reason: "z".into(), ..LeftOut::default() };
    let here = Decision { left_out: Some(left_out), ..decisions[0].clone() };
    let write = |changes| machine.run(keeping::write(&machine, changes)).unwrap().unwrap();
    write(vec![Change::Decision(GATHERING.into(), Box::new(here.clone()))]);
    assert_eq!(opened(&machine).decisions, [here]);
    let removed = Decision::removed("d1".into());
    write(vec![Change::Decision(GATHERING.into(), Box::new(removed.clone()))]);
    assert_eq!(opened(&machine).decisions, std::slice::from_ref(&removed));
    // An old bundle brings it to the disk once more, and it stays removed.
    taking.choose(vec![Held::new(&machine, "b.ndjson", &bundle(1, &others))]);
    taken_in(&machine, &taking);
    let mut there = Decisions::default();
    there.join(Decisions { list: opened(&machine).decisions, ..Decisions::default() });
    assert_eq!(there.list, [removed]);
}

#[test]
fn what_cannot_be_read_is_left_and_said() {
    let machine = Machine::new();
    let taking = Taking::default();
    taking.choose(sources(&machine, 3));
    taken_in(&machine, &taking);
    let before = opened(&machine);
    let key = |what: &str, at: usize| format!("{GATHERING}/{what}/{}", before.things[at].id);
    let bad = b"{\"id\":1}".to_vec();
    machine.disk.borrow_mut().insert(key("thing", 0), bad.clone());
    machine.disk.borrow_mut().remove(&(key("file", 1) + "/00000000")).unwrap();
    machine.disk.borrow_mut().insert(format!("{GATHERING}/decision/d/0"), bad.clone());
    machine.disk.borrow_mut().insert(format!("{GATHERING}/rewrite/x"), bad.clone());
    machine.goes_on(100_000_000);
    let disk = machine.disk.borrow().clone();
    let there = opened(&machine);
    let said = |thing: &Thing| (thing.lines[0].cause.clone(), thing.lines[0].word.clone());
    let lost = |word: &str| (LOST.to_owned(), word.to_owned());
    let said: Vec<_> = there.things.iter().map(said).collect();
    assert_eq!(said, [lost(""), lost(""), Default::default(), lost("decision")]);
    assert_eq!(there.things[3].lines[1].word, "rewrite");
    assert_eq!(there.taken.len(), 1);
    assert_eq!(*machine.disk.borrow(), disk);
}

#[test]
fn what_a_newer_version_of_the_product_can_read_is_read_once_it_is_there() {
    let machine = Machine::new();
    let taking = Taking::default();
    taking.choose(sources(&machine, 1));
    taken_in(&machine, &taking);
    let mut thing = opened(&machine).things.remove(0);
    let line = &mut thing.lines[0];
    (line.outcome, line.assessments) = ("newer-version".to_owned(), 0);
    line.sha256.clear();
    let whole = keeping::Whole { thing, ..Default::default() };
    machine.run(keeping::keep(&machine, GATHERING, vec![whole])).unwrap().1.unwrap();
    let there = opened(&machine);
    assert_eq!((there.things[0].lines[0].outcome.as_str(), there.taken.len()), ("held", 1));
}

#[test]
fn gatherings_are_listed_and_removed_as_a_whole() {
    let machine = Machine::new();
    let write = |changes| machine.run(keeping::write(&machine, changes)).unwrap();
    let settings = |id: &str| Settings { id: id.into(), name: format!("N {id}"), ..Settings::default() };
    write(vec![Change::Settings(Box::new(settings(GATHERING))), Change::Settings(Box::new(settings("g10")))]).unwrap();
    let taking = Taking::default();
    taking.choose(sources(&machine, 3));
    taken_in(&machine, &taking);
    let names = |machine: &Machine| -> Vec<String> {
        machine.run(shelf(machine)).unwrap().unwrap().into_iter().map(|one| one.name).collect()
    };
    assert_eq!(names(&machine), ["N g1", "N g10"]);
    assert_eq!(opened(&machine).things.len(), 3);
    // Cut off in the midst, it is gone all the same, and the rest goes when the list is read.
    machine.trouble.set(Some(Trouble::CrashBefore(machine.writes.get() + 1)));
    assert!(machine.run(keeping::write(&machine, vec![Change::NoGathering(GATHERING.into())])).is_none());
    let machine = machine.restarted();
    assert!(machine.disk.borrow().len() > 6);
    assert_eq!(names(&machine), ["N g10"]);
    assert_eq!(machine.disk.borrow().keys().collect::<Vec<_>>(), ["settings/g10"]);
}
