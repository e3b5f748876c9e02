#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests")]
use super::*;

fn file(name: &str) -> FileRef {
    FileRef { sha256: name.into(), ..FileRef::default() }
}

fn left_out(id: &str, name: &str, reason: &str) -> Decision {
    let left_out = LeftOut { file: file(name), reason: reason.into(), ..LeftOut::default() };
    Decision { id: id.into(), at: "2024-07-01T08:00:00Z".into(), left_out: Some(left_out), ..Decision::default() }
}

fn ids(decisions: &Decisions) -> Vec<&str> {
    decisions.list.iter().map(|decision| decision.id.as_str()).collect()
}

#[test]
fn a_later_decision_names_the_earlier_ones_about_the_same() {
    let mut decisions = Decisions::default();
    decisions.decide(left_out("d1", "a", "thử"));
    decisions.decide(left_out("d2", "b", "thử"));
    decisions.decide(left_out("d3", "a", "gửi nhầm"));
    decisions.decide(left_out("d4", "a", "thử"));
    let replaced: Vec<&[String]> = decisions.list.iter().map(|decision| decision.replaces.as_slice()).collect();
    assert_eq!(replaced, [&[] as &[&str], &[], &["d1"], &["d1", "d3"]]);
    decisions.put(Decision::removed("d3".into()));
    assert_eq!(ids(&decisions), ["d1", "d2", "d4", "d3"]);
    assert!(decisions.list.last().unwrap().is_removed());
}

#[test]
fn two_lists_are_joined_by_id_and_nothing_is_lost_whichever_comes_first() {
    let (mut one, mut other) = (Decisions::default(), Decisions::default());
    one.decide(left_out("d1", "a", "thử"));
    other.join(one.clone());
    one.decide(left_out("d3", "b", "thử"));
    other.decide(left_out("d2", "a", "gửi nhầm"));
    other.list.push(left_out("d3", "b", "khác"));
    let (mut left, mut right) = (one.clone(), other.clone());
    left.join(other);
    right.join(one);
    assert_eq!(left, right);
    assert_eq!(ids(&left), ["d1", "d2", "d3", "d3"]);
    let again = left.clone();
    left.join(again.clone());
    assert_eq!(left, again);
}

#[test]
fn what_was_removed_stays_removed_whoever_has_it_still() {
    let mut before = Decisions::default();
    before.decide(left_out("d1", "a", "thử"));
    let mut here = before.clone();
    here.put(Decision::removed("d1".into()));
    for (mut one, other) in
        [(here.clone(), before.clone()), (before.clone(), here.clone()), (Decisions::default(), here.clone())]
    {
        one.join(other);
        assert_eq!(one.list, here.list);
    }
    // A newer version's decision is none that was removed.
    let text = r#"{"at":"","id":"d1","votes":{"a":2}}"#;
    let newer: Decision = json::read_as(json::read(text.as_bytes(), &json::Limits::FILE).unwrap()).unwrap();
    assert!(!newer.is_removed());
}

#[test]
fn what_it_says_is_written_and_read_as_it_was() {
    let text = r#"{"future":1,"list":[{"at":"2024-07-01T08:00:00Z","id":"d1","unitIs":{"claim":{"group":"g","name":"Sở Y tế"},"unit":"so-y-te"}},{"arrival":{"files":[{"index":0,"sha256":"ab"}],"on":"2024-07-01","units":["ban-dan-van"],"way":"paper"},"at":"2024-07-01T08:00:00Z","by":"Lan","id":"d2","replaces":["d0"]},{"at":"2024-07-02T08:00:00Z","id":"d3","term":{"excused":true,"reason":"mới lập","unit":"x"},"votes":{"a":2}},{"at":"","choice":{"files":[{"index":1,"sha256":"ab"}],"over":[{"index":0,"sha256":"ab"}],"unit":"x"},"id":"d4"},{"at":"","id":"d5","report":{"date":"2024-07-03","number":"12-BC/BDV","unit":"x"}},{"at":"","id":"d6","leftOut":{"file":{"index":0,"sha256":"ab"},"reason":"thử"}}]}"#;
    let document = json::read(text.as_bytes(), &json::Limits::FILE).unwrap();
    let decisions: Decisions = json::read_as(document).unwrap();
    assert_eq!(decisions.list[1].arrival.as_ref().unwrap().way, Some(Way::Paper));
    assert_eq!(decisions.list[2].subjects(), [Subject::Term("x".into())]);
    assert_eq!(json::canonical(&json::written(decisions)), text);
}

#[test]
fn a_claim_is_the_same_however_it_is_typed() {
    let claim = |name: &str| Claim { group: "g".into(), name: name.into(), ..Claim::default() };
    assert_eq!(claim("Sở Y tế TP.Cần Thơ").subject(), claim("SỞ Y TẾ  thành phố Cần Thơ").subject());
    assert_ne!(claim("Sở Y tế").subject(), claim("Sở Tài chính").subject());
    assert_ne!(claim("Sở Y tế").subject(), Claim { id: "s".into(), ..claim("Sở Y tế") }.subject());
    assert_eq!(own_id("g", "Sở Y  tế"), own_id("g", "sở y tế"));
}
