#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests")]
use super::*;
use crate::decisions::{FileRef, UnitIs, Way};
use domain::date::DateText;

fn decision(id: &str) -> Decision {
    Decision { id: id.into(), ..Decision::default() }
}

fn key(name: &str) -> Key {
    Key { sha256: name.into(), index: 0 }
}

fn arrival(id: &str, files: &[&str], day: &str) -> Decision {
    let files = files.iter().map(|name| FileRef::of(&key(name))).collect();
    let arrival = Arrival { files, on: DateText::from_typed(day), way: Some(Way::Mail), ..Arrival::default() };
    Decision { arrival: Some(arrival), ..decision(id) }
}

fn term(id: &str, unit: &str, day: &str) -> Decision {
    let term = Term { unit: unit.into(), until: DateText::from_typed(day), ..Term::default() };
    Decision { term: Some(term), ..decision(id) }
}

fn day_of<'a>(settled: &Settled<'a>, file: &str) -> Option<&'a str> {
    settled.arrival_of_file(&key(file)).map(|arrival| arrival.on.as_str())
}

#[test]
fn a_day_set_for_a_batch_is_corrected_for_one_and_corrected_back() {
    let mut decisions = Decisions::default();
    decisions.decide(arrival("d1", &["a", "b"], "01/07/2024"));
    decisions.decide(arrival("d2", &["b"], "28/06/2024"));
    decisions.decide(arrival("d3", &["b", "c"], "29/06/2024"));
    let settled = Settled::of(&decisions);
    let days = ["a", "b", "c", "d"].map(|file| day_of(&settled, file));
    assert_eq!(days, [Some("2024-07-01"), Some("2024-06-29"), Some("2024-06-29"), None]);
    assert_eq!(settled.conflicts(), []);
    let mut taken_back = decisions.clone();
    taken_back.put(Decision::removed("d3".into()));
    assert_eq!(day_of(&Settled::of(&taken_back), "b"), Some("2024-06-28"));
    // One in the middle is taken back: the last still holds.
    decisions.put(Decision::removed("d2".into()));
    assert_eq!(day_of(&Settled::of(&decisions), "b"), Some("2024-06-29"));
}

#[test]
fn two_officers_who_decide_differently_are_a_conflict_until_one_decides_again() {
    let (mut one, mut other) = (Decisions::default(), Decisions::default());
    one.decide(term("d1", "x", "10/07/2024"));
    one.decide(term("d2", "y", "10/07/2024"));
    other.decide(term("e1", "x", "15/07/2024"));
    other.decide(term("e2", "y", "10/07/2024"));
    one.join(other);
    let settled = Settled::of(&one);
    assert!(settled.term("x").is_none());
    assert_eq!(settled.term("y").unwrap().until.as_str(), "2024-07-10");
    let conflicts = settled.conflicts();
    assert_eq!(conflicts.len(), 1);
    assert_eq!(conflicts[0].subject, Subject::Term("x".into()));
    assert_eq!(conflicts[0].decisions.iter().map(|one| one.id.as_str()).collect::<Vec<_>>(), ["d1", "e1"]);
    one.decide(term("d3", "x", "20/07/2024"));
    let settled = Settled::of(&one);
    assert_eq!(settled.term("x").unwrap().until.as_str(), "2024-07-20");
    assert_eq!(settled.conflicts(), []);
}

#[test]
fn a_file_left_out_for_two_reasons_is_left_out_and_told() {
    let left_out = |id: &str, reason: &str| {
        let left_out = LeftOut { file: FileRef::of(&key("a")), reason: reason.into(), ..LeftOut::default() };
        Decision { left_out: Some(left_out), ..decision(id) }
    };
    let decisions = Decisions { list: vec![left_out("d2", "thử"), left_out("d1", "nhầm")], ..Decisions::default() };
    let settled = Settled::of(&decisions);
    assert_eq!(settled.left_out(&key("a")).map(|(id, one)| (id, one.reason.as_str())), Some(("d1", "nhầm")));
    assert_eq!((settled.left_out(&key("b")), settled.conflicts().len()), (None, 1));
}

#[test]
fn the_same_term_for_two_reasons_holds_and_is_told() {
    let reason = |mut decision: Decision, reason: &str| {
        decision.term.as_mut().unwrap().reason = reason.into();
        decision
    };
    let list = vec![reason(term("d1", "x", "10/07/2024"), "bão"), reason(term("d2", "x", "10/07/2024"), "lũ")];
    let decisions = Decisions { list, ..Decisions::default() };
    let settled = Settled::of(&decisions);
    assert_eq!(settled.term("x").map(|term| term.reason.as_str()), Some("bão"));
    assert_eq!(settled.conflicts().len(), 1);
}

#[test]
fn decisions_that_name_each_other_are_a_conflict_and_not_lost() {
    let one = Decision { replaces: vec!["d2".into(), "d1".into()], ..term("d1", "x", "10/07/2024") };
    let other = Decision { replaces: vec!["d1".into()], ..term("d2", "x", "11/07/2024") };
    let decisions = Decisions { list: vec![one, other], ..Decisions::default() };
    assert_eq!(Settled::of(&decisions).conflicts()[0].decisions.len(), 2);
}

#[test]
fn the_order_of_the_list_means_nothing() {
    let mut decisions = Decisions::default();
    for (id, day) in [("d3", "01/07/2024"), ("d1", "02/07/2024"), ("d2", "03/07/2024")] {
        decisions.decide(term(id, "x", day));
    }
    let last = |decisions: &Decisions| Settled::of(decisions).term("x").map(|term| term.until.clone());
    assert_eq!(last(&decisions), Some(DateText::from_typed("03/07/2024")));
    decisions.list.reverse();
    assert_eq!(last(&decisions), Some(DateText::from_typed("03/07/2024")));
}

#[test]
fn a_typed_unit_is_found_by_how_it_is_spelled() {
    let claim = |name: &str| Claim { group: "g".into(), name: name.into(), ..Claim::default() };
    let unit_is = UnitIs { claim: claim("Sở Y tế TP"), unit: "so-y-te".into(), ..UnitIs::default() };
    let decisions =
        Decisions { list: vec![Decision { unit_is: Some(unit_is), ..decision("d1") }], ..Decisions::default() };
    let settled = Settled::of(&decisions);
    assert_eq!(settled.unit_of(&claim("sở y tế thành phố")), Some("so-y-te"));
    assert_eq!(settled.unit_of(&claim("Sở Tài chính")), None);
    assert_eq!(settled.units().map(|(_, unit)| unit).collect::<Vec<_>>(), ["so-y-te"]);
}

#[test]
fn what_says_nothing_takes_back_what_it_replaces_and_stands_against_no_other() {
    let mut one = Decisions::default();
    one.decide(term("d1", "x", "10/07/2024"));
    let mut other = one.clone();
    one.decide(term("d2", "x", ""));
    assert!(Settled::of(&one).on(&Subject::Term("x".into())).is_empty());
    let holding = |decisions: &Decisions| -> Vec<String> {
        let settled = Settled::of(decisions);
        assert_eq!(settled.conflicts(), []);
        settled.holding().into_iter().map(str::to_owned).collect()
    };
    let mut joined = other.clone();
    joined.join(one.clone());
    assert_eq!(holding(&joined), [""; 0], "it is taken back for the other too");
    // The other decided on it meanwhile.
    other.decide(term("e1", "x", "15/07/2024"));
    other.join(one.clone());
    assert_eq!(holding(&other), ["e1"]);
    // What took it back is removed: it holds again.
    one.put(Decision::removed("d2".into()));
    assert_eq!(holding(&one), ["d1"]);
}
