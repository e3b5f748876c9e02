//! Two people can tell whether they counted the same.

use crate::gathered::sample;
use gathering::decisions::{Decision, SignedReport};

#[test]
fn what_came_twice_or_does_not_count_changes_nothing() {
    let gathered = sample();
    let stamp = gathered.counted().stamp;
    assert_eq!((stamp.digest.len(), stamp.short().len()), (64, 12));
    assert!(stamp.digest.starts_with(&stamp.short()));
    let mut more = gathered.clone();
    more.files.extend(gathered.files.clone());
    assert_eq!(more.counted().stamp, stamp);
    let count = gathered.counted().count;
    let aside = count.standing.verdicts.iter().position(|verdict| !verdict.counts() && !verdict.awaits_decision());
    let mut less = gathered.clone();
    less.files.remove(aside.unwrap());
    assert_eq!(less.counted().stamp.files, stamp.files);
}

#[test]
fn a_file_more_or_a_decision_more_is_told() {
    let mut gathered = sample();
    let before = gathered.counted().stamp;
    let unit = gathered.units(1).remove(0);
    let report = SignedReport { unit: unit.clone(), number: "12-BC/QU".into(), ..SignedReport::default() };
    gathered.decisions.decide(Decision { id: "z".into(), report: Some(report), ..Decision::default() });
    let decided = gathered.counted().stamp;
    assert_ne!(decided.digest, before.digest);
    assert_eq!(decided.files, before.files);
    gathered.leave_out(&unit);
    let left_out = gathered.counted().stamp;
    assert_eq!(left_out.files + 1, before.files);
    assert_ne!(left_out.digest, decided.digest);
    // What is taken back is as if it had never been.
    for id in ["z", &["leave-out-", &unit].concat()] {
        gathered.decisions.list.retain(|decision| decision.id != id);
    }
    assert_eq!(gathered.counted().stamp, before);
}

#[test]
fn a_decision_whose_place_another_takes_does_not_count() {
    let mut gathered = sample();
    let unit = gathered.units(1).remove(0);
    let decision = |id: &str, replaces: &[&str]| {
        let report = SignedReport { unit: unit.clone(), number: id.into(), ..SignedReport::default() };
        let replaces = replaces.iter().map(|id| (*id).to_owned()).collect();
        Decision { id: id.into(), replaces, report: Some(report), ..Decision::default() }
    };
    gathered.decisions.list.push(decision("y", &["x"]));
    let only_later = gathered.counted().stamp;
    gathered.decisions.list.push(decision("x", &[]));
    assert_eq!(gathered.counted().stamp, only_later);
}
