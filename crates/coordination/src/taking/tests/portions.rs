//! Large bundles, which are read and kept in portions.

use super::machine::{DIRECTIVE, Held, Machine, Trouble};
use super::{GATHERING, ended, kept, opened, taken_in};
use crate::intake::Step;
use crate::ports::Reader;
use crate::reading::{RECORDS, read_thing};
use crate::taking::Taking;
use crate::thing::{STOPPED, Thing, ThingLine};
use crate::wire;
use domain::assessment::{Assessment, UnitRef};
use domain::date::Moment;
use domain::directive::Directive;
use gathering::bundle::{Head, end_line, file_line, head_line};
use std::cell::RefCell;
use storage::StoreFault;

const FILES: usize = 180;

/// A bundle that makes several portions.
fn bundle() -> String {
    let directive = Directive::built_in().unwrap();
    let mut text = head_line(Head::default());
    for number in 0..FILES {
        let unit = UnitRef { group: "districts".into(), name: format!("Đơn vị {number}"), ..UnitRef::default() };
        let overall = "Đã quán triệt. ".repeat(2_500);
        let assessment = Assessment { unit, draft_id: number.to_string(), overall, ..Assessment::default() };
        let file = exchange::export_all(&directive, &[&assessment], Moment(0), 0, &str::to_owned).text;
        text += &file_line(&format!("{number}.json"), None, file.as_bytes(), true).unwrap();
    }
    text += "{\"decision\":{\"at\":\"2024-07-01T00:00:00Z\",\"id\":\"d1\"}}\n{\"other\":1}\n";
    text + &end_line(FILES as u64 + 2)
}

/// The same, packed by gzip without being made smaller.
fn packed(bytes: &[u8]) -> Vec<u8> {
    let mut out = vec![0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3];
    for block in bytes.chunks(60_000) {
        let length = u16::try_from(block.len()).unwrap();
        out.push(0);
        out.extend(length.to_le_bytes());
        out.extend((!length).to_le_bytes());
        out.extend(block);
    }
    out.extend([1, 0, 0, 0xff, 0xff]);
    let bit = |sum: u32| if sum & 1 == 1 { (sum >> 1) ^ 0xedb8_8320 } else { sum >> 1 };
    let byte = |sum: u32, byte: &u8| (0..8).fold(sum ^ u32::from(*byte), |sum, _| bit(sum));
    out.extend((!bytes.iter().fold(!0, byte)).to_le_bytes());
    out.extend(u32::try_from(bytes.len()).unwrap().to_le_bytes());
    out
}

/// The lines that reading it as a whole gives.
fn as_a_whole(machine: &Machine, name: &str, bytes: &[u8]) -> Vec<ThingLine> {
    wire::read(&read_thing(name, bytes, DIRECTIVE, &machine.ports())).unwrap().lines
}

/// That what is on the disk of files belongs to a line.
fn holds_together(machine: &Machine, things: &[Thing]) {
    let files = machine.disk.borrow().keys().filter(|key| key.contains("/file/")).count();
    assert_eq!(files, things.iter().flat_map(|thing| &thing.lines).filter(|line| line.kept).count());
}

#[test]
fn a_large_bundle_is_there_as_if_it_had_been_read_as_a_whole() {
    let text = bundle();
    for (name, bytes) in [("b.ndjson", text.clone().into_bytes()), ("b.ndjson.gz", packed(text.as_bytes()))] {
        let machine = Machine::new();
        let taking = Taking::default();
        taking.choose(vec![Held::new(&machine, name, &bytes)]);
        let (steps, _) = taken_in(&machine, &taking);
        assert_eq!(steps.last(), Some(&ended(0, false)));
        let (things, taken) = kept(&steps);
        assert_eq!(things[0].lines, as_a_whole(&machine, name, &bytes), "{name}");
        assert_eq!(taken.len(), FILES);
        let there = opened(&machine);
        assert_eq!((&there.things, &there.taken, there.decisions.len()), (&things, &taken, 1), "{name}");
        holds_together(&machine, &things);
        // Little of it at a time, and all that was told adds up.
        assert!(machine.read.borrow().len() > 2);
        let read = machine.read.borrow().iter().take_while(|name| *name == RECORDS).count();
        assert!(read > 2, "{:?}", machine.read.borrow());
        let (most, _) = machine.most.get();
        assert!(most <= 8_000_000, "{most}");
        let told = steps.iter().map(|step| match step {
            Step::Portion { bytes } | Step::Kept { bytes, .. } => *bytes,
            _ => 0,
        });
        assert_eq!(told.sum::<u64>(), bytes.len() as u64, "{name}");
    }
}

#[test]
fn who_stops_a_bundle_keeps_what_was_read_of_it_and_may_add_it_again() {
    let (machine, text) = (Machine::new(), bundle());
    let taking = Taking::default();
    taking.choose(vec![Held::new(&machine, "b.ndjson", text.as_bytes())]);
    let told = RefCell::new(Vec::new());
    let tell = |step: Step| {
        if matches!(step, Step::Portion { .. }) {
            taking.cancel();
        }
        told.borrow_mut().push(step);
    };
    machine.run(taking.run(GATHERING, &machine, &machine, &machine, &tell)).unwrap();
    let steps = told.into_inner();
    assert_eq!(steps.last(), Some(&ended(0, true)));
    let (things, taken) = kept(&steps);
    let lines = &things[0].lines;
    assert!(!taken.is_empty() && taken.len() < FILES, "{}", taken.len());
    let last = lines.last().unwrap();
    assert_eq!((last.cause.as_str(), last.number, last.parent), (STOPPED, taken.len() as u64, 1));
    assert_eq!((lines[0].number, lines.len()), (taken.len() as u64 + 1, taken.len() + 2));
    let there = opened(&machine);
    assert_eq!((&there.things, &there.taken), (&things, &taken));
    holds_together(&machine, &things);
    taking.choose(vec![Held::new(&machine, "b.ndjson", text.as_bytes())]);
    assert_eq!(taken_in(&machine, &taking).0.last(), Some(&ended(0, false)));
    assert_eq!(opened(&machine).taken.len(), taken.len() + FILES);
}

#[test]
fn what_fails_on_the_way_is_read_again_and_is_there_once() {
    let text = bundle();
    let troubles = [None, Some(Trouble::FullFrom(1)), Some(Trouble::FullFrom(3)), Some(Trouble::FailsAfter(2))];
    for trouble in troubles {
        let machine = Machine::new();
        let taking = Taking::default();
        let held = Held::new(&machine, "b.ndjson", text.as_bytes());
        held.failures.set(u32::from(trouble.is_none()));
        taking.choose(vec![held]);
        machine.trouble.set(trouble);
        let (steps, _) = taken_in(&machine, &taking);
        assert_eq!(steps.last(), Some(&ended(1, false)), "{trouble:?}");
        let unkept = steps.iter().filter(|step| matches!(step, Step::Unkept(_))).count();
        assert_eq!((unkept, kept(&steps).0.len()), (usize::from(trouble.is_some()), 0), "{trouble:?}");
        holds_together(&machine, &[]);
        machine.trouble.set(None);
        taking.choose_again();
        let (again, _) = taken_in(&machine, &taking);
        assert_eq!(again.last(), Some(&ended(0, false)));
        let there = opened(&machine);
        assert_eq!((there.things.len(), there.taken.len()), (1, FILES), "{trouble:?}");
        holds_together(&machine, &there.things);
    }
}

#[test]
fn what_turns_out_unusual_is_read_as_a_whole_and_leaves_nothing() {
    let text = bundle();
    let lines: Vec<&str> = text.lines().collect();
    let (last, rest) = lines.split_last().unwrap();
    let long = format!("{}\n{{\"x\":\"{}\"}}\n{last}\n", rest.join("\n"), "x".repeat(3_000_000)).into_bytes();
    let mut wrong = packed(text.as_bytes());
    let at = wrong.len() - 8;
    wrong[at] ^= 1;
    for (name, bytes, taken) in [("b.ndjson", long, FILES), ("b.ndjson.gz", wrong, 0)] {
        let machine = Machine::new();
        let taking = Taking::default();
        taking.choose(vec![Held::new(&machine, name, &bytes)]);
        assert_eq!(taken_in(&machine, &taking).0.last(), Some(&ended(0, false)));
        assert!(machine.read.borrow().iter().any(|read| read == RECORDS));
        let there = opened(&machine);
        assert_eq!(there.things[0].lines, as_a_whole(&machine, name, &bytes), "{name}");
        assert_eq!(there.taken.len(), taken, "{name}");
        holds_together(&machine, &there.things);
    }
}

#[test]
fn of_a_bundle_in_the_midst_of_which_the_machine_went_nothing_counts() {
    for at in 1..4 {
        let (machine, text) = (Machine::new(), bundle());
        let taking = Taking::default();
        taking.choose(vec![Held::new(&machine, "b.ndjson", text.as_bytes())]);
        machine.trouble.set(Some(Trouble::CrashBefore(at)));
        assert!(!taken_in(&machine, &taking).1);
        let machine = machine.restarted();
        machine.goes_on(100_000_000);
        assert_eq!(opened(&machine).things.len(), 0);
        holds_together(&machine, &[]);
    }
}

#[test]
fn a_bundle_for_a_gathering_that_is_gone_leaves_nothing() {
    let (machine, text) = (Machine::new(), bundle());
    let taking = Taking::default();
    taking.choose(vec![Held::new(&machine, "b.ndjson", text.as_bytes())]);
    machine.disk.borrow_mut().clear();
    let (steps, _) = taken_in(&machine, &taking);
    assert_eq!(steps, [Step::Unkept(StoreFault::Broken), ended(1, false)]);
    assert_eq!(machine.disk.borrow().len(), 0);
}
