//! The machine dies at each of its writes, before it and after it.

use super::machine::{Held, Machine, Trouble};
use super::{GATHERING, Taking, bundle, kept, opened, sources, taken_in};
use std::collections::BTreeSet;

/// What is taken in: small files, more than a batch has, and a bundle that is kept in several steps.
fn things(machine: &Machine) -> Vec<Held<'_>> {
    let mut things = sources(machine, 230);
    things.insert(100, Held::new(machine, "b.ndjson", &bundle(1100, &[])));
    things
}

#[test]
fn nothing_that_was_told_is_lost_and_nothing_is_there_twice() {
    let whole = Machine::new();
    let taking = Taking::default();
    taking.choose(things(&whole));
    let (steps, _) = taken_in(&whole, &taking);
    assert_eq!(kept(&steps).1.len(), 1330);
    let writes = whole.writes.get();
    assert!(writes >= 4, "{writes}");
    for trouble in (0..writes).flat_map(|at| [Trouble::CrashBefore(at), Trouble::CrashAfter(at)]) {
        let machine = Machine::new();
        machine.trouble.set(Some(trouble));
        let taking = Taking::default();
        taking.choose(things(&machine));
        let (steps, has_ended) = taken_in(&machine, &taking);
        assert!(!has_ended, "{trouble:?}");
        let told: BTreeSet<String> = kept(&steps).0.into_iter().map(|thing| thing.lines[0].name.clone()).collect();
        after(&machine, &told, trouble);
    }
}

/// What is there after a crash, and after the rest was taken in.
fn after(machine: &Machine, told: &BTreeSet<String>, trouble: Trouble) {
    let machine = machine.restarted();
    let there = opened(&machine);
    let names: BTreeSet<String> = there.names().into_iter().map(str::to_owned).collect();
    assert!(names.is_superset(told), "{trouble:?}");
    assert_eq!(names.len(), there.things.len(), "{trouble:?}");
    let assessments: u32 = there.things.iter().flat_map(|thing| &thing.lines).map(|line| line.assessments).sum();
    assert_eq!(there.taken.len(), assessments as usize, "{trouble:?}");
    // A window may still be writing; a day later none is.
    machine.goes_on(86_400_000);
    opened(&machine);
    let known: BTreeSet<&str> = there.things.iter().map(|thing| thing.id.as_str()).collect();
    let files = format!("{GATHERING}/file/");
    let is_known = |key: &String| key.strip_prefix(&files).is_none_or(|rest| known.contains(&rest[..rest.len() - 9]));
    assert!(machine.disk.borrow().keys().all(is_known), "{trouble:?}");
    let taking = Taking::default();
    taking.choose(things(&machine).into_iter().filter(|one| !names.contains(&one.name)).collect());
    taken_in(&machine, &taking);
    let there = opened(&machine);
    assert_eq!((there.things.len(), there.taken.len()), (231, 1330), "{trouble:?}");
}

#[test]
fn what_another_window_is_writing_is_no_leftover() {
    let machine = Machine::new();
    machine.slowness.set(1000);
    let taking = Taking::default();
    taking.choose(vec![Held::new(&machine, "b.ndjson", &bundle(600, &[]))]);
    machine.trouble.set(Some(Trouble::CrashAfter(0)));
    taken_in(&machine, &taking);
    let files = machine.disk.borrow().len();
    assert_eq!(files, 501);
    assert_eq!(opened(&machine).things.len(), 0);
    assert_eq!(machine.disk.borrow().len(), files);
}
