//! The notes of two officers are joined to the same result, whoever takes in whose.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests")]

use super::*;
use crate::issue::{Issue, IssueOrder, Tag};
use crate::note::HasRead;
use exchange::remark::Remark;
use proptest::prelude::*;

fn remark(id: &str, revision: u32, text: &str) -> Note {
    let remark = Remark { id: id.into(), text: text.into(), ..Remark::default() };
    let remark = Some(UnitRemark { unit: "u".into(), remark, ..UnitRemark::default() });
    Note { id: id.into(), revision, remark, ..Note::default() }
}

fn of(notes: &[Note]) -> Notes {
    let mut all = Notes::default();
    assert!(all.join(notes.to_vec()).is_empty());
    all
}

/// Both together, and how many notes are to be written.
fn joined(one: &Notes, other: &Notes) -> (Notes, usize) {
    let mut all = one.clone();
    let written = all.join(other.iter().cloned().collect()).len();
    (all, written)
}

fn issue(id: &str, at: &str, in_report: bool, level: &str) -> Note {
    let issue = Issue { wording: "x".into(), in_report, level: level.into(), ..Issue::default() };
    Note { id: id.into(), at: at.into(), revision: 1, issue: Some(issue), ..Note::default() }
}

fn texts(notes: &Notes) -> Vec<String> {
    let mut texts: Vec<String> = notes.remarks().into_iter().map(|(_, one)| one.remark.text.clone()).collect();
    texts.sort_unstable();
    texts
}

#[test]
fn the_more_often_changed_one_holds_whoever_takes_in_whose() {
    let (one, other) = (of(&[remark("a", 1, "x")]), of(&[remark("a", 2, "y"), remark("b", 1, "z")]));
    let (both, apart) = joined(&one, &other);
    assert_eq!((&both, apart), (&joined(&other, &one).0, 0));
    assert_eq!(texts(&both), ["y", "z"]);
    assert_eq!(joined(&one, &one), (one, 0));
}

#[test]
fn of_two_that_were_changed_at_one_time_neither_is_lost() {
    let (one, other) = (of(&[remark("a", 2, "x")]), of(&[remark("a", 2, "y")]));
    let (both, written) = joined(&one, &other);
    assert_eq!(
        (&both, written),
        (&joined(&other, &one).0, 2),
        "the one and the other, so that no pair is left on the disk"
    );
    assert_eq!(texts(&both), ["x", "y"]);
    for (note, one) in both.remarks() {
        assert_eq!(note.id, one.remark.id, "the unit's answer finds it");
    }
    assert_eq!(joined(&both, &one).0, both, "once more brings nothing new");
    assert_eq!(joined(&both, &other).0, both);
}

#[test]
fn what_differs_in_no_word_is_one() {
    let mut sent = remark("a", 2, "x");
    sent.remark.as_mut().unwrap().sent_at = "2024-07-20T03:00:00Z".into();
    let (one, other) = (of(&[sent]), of(&[remark("a", 2, "x")]));
    let (both, written) = joined(&one, &other);
    assert_eq!((&both, written), (&joined(&other, &one).0, 1));
    assert_eq!(both.iter().count(), 1);
}

#[test]
fn what_either_chose_of_an_issue_stays() {
    let (one, other) = (of(&[issue("i", "9", false, "city")]), of(&[issue("i", "10", true, "")]));
    let (both, _) = joined(&one, &other);
    assert_eq!(both, joined(&other, &one).0);
    let issue = both.get("i").unwrap().issue.clone().unwrap();
    assert_eq!((issue.in_report, issue.level.as_str()), (true, "city"));
    assert_eq!(joined(&both, &one).0, both);
    assert_eq!(joined(&both, &other).0, both);
}

fn gone(id: &str, revision: u32) -> Note {
    Note { revision, ..Note::removed(id.into()) }
}

#[test]
fn what_was_taken_away_does_not_come_back_from_whoever_has_it_still() {
    let (one, other) = (of(&[remark("a", 1, "x")]), of(&[gone("a", 2)]));
    let (both, written) = joined(&one, &other);
    assert_eq!((&both, written), (&joined(&other, &one).0, 0));
    assert_eq!((both.get("a"), texts(&both)), (None, Vec::new()));
    // Noted anew, it is there again.
    let mut anew = both.clone();
    let (note, before) = anew.change(remark("a", 0, "y"));
    assert_eq!((note.revision, before), (3, gone("a", 2)));
    for (mine, theirs) in [(&anew, &both), (&both, &anew), (&one, &anew)] {
        assert_eq!(joined(mine, theirs).0, anew);
    }
}

#[test]
fn what_one_took_away_and_another_changed_stays_once() {
    let (one, other) = (of(&[remark("a", 2, "x")]), of(&[gone("a", 2)]));
    let (both, written) = joined(&one, &other);
    assert_eq!((&both, written), (&joined(&other, &one).0, 1));
    assert_eq!(both, one, "nothing stands apart");
}

#[test]
fn what_both_took_away_at_other_times_is_one_that_is_to_be_written() {
    let removed = |at: &str| of(&[Note { at: at.into(), ..gone("a", 2) }]);
    let (both, written) = joined(&removed("1"), &removed("2"));
    assert_eq!((&both, written), (&joined(&removed("2"), &removed("1")).0, 1));
    assert_eq!(both.iter().count(), 1);
}

/// Notes of few ids, changed few times, so that they meet: tags, issues and remarks in so many wordings, what was read, and what was taken
/// away.
fn some_notes(wordings: u32) -> impl Strategy<Value = Notes> {
    let one = (0..5usize, any::<bool>(), 1..4u32, 0..4u32).prop_map(move |(of, is_there, revision, at)| {
        let is = |kind| is_there && of == kind;
        let tag = Tag { issue: "i".into(), said: at.to_string(), ..Tag::default() };
        let wording = (at % wordings).to_string();
        let issue = Issue { wording: wording.clone(), in_report: at > 1, ..Issue::default() };
        let said = remark("remark", revision, &wording).remark;
        Note {
            id: ["tag", "issue", "read", "order", "remark"][of].into(),
            at: at.to_string(),
            revision,
            tag: is(0).then_some(tag),
            issue: is(1).then_some(issue),
            read: is(2).then(HasRead::default),
            order: is(3).then(IssueOrder::default),
            remark: said.filter(|_| is(4)),
            ..Note::default()
        }
    });
    proptest::collection::vec(one, 0..4).prop_map(|notes| {
        let mut all = Notes::default();
        notes.into_iter().for_each(|note| all.put(note));
        all
    })
}

proptest! {
    /// In whatever order bundles are joined, they come to the same, and what is in one of them changes nothing a second time.
    #[test]
    fn bundles_are_joined_to_the_same_in_any_order(one in some_notes(1), other in some_notes(1), third in some_notes(1)) {
        let both = joined(&one, &other).0;
        prop_assert_eq!(&both, &joined(&other, &one).0);
        let all = joined(&both, &third).0;
        prop_assert_eq!(&all, &joined(&one, &joined(&other, &third).0).0);
        for part in [&one, &other, &third] {
            prop_assert_eq!(&joined(&all, part).0, &all);
        }
    }

    /// Of what was worded otherwise more stays in one order than in another. Those who give each other all that they have come to the same,
    /// all the same.
    #[test]
    fn what_was_worded_otherwise_comes_to_all(mut all in proptest::array::uniform3(some_notes(3))) {
        for order in [[0, 1, 2], [0, 2, 1]] {
            let told = all.clone();
            for notes in &mut all {
                order.iter().for_each(|from| *notes = joined(notes, &told[*from]).0);
            }
        }
        prop_assert_eq!(&all[0], &all[1]);
        prop_assert_eq!(&all[1], &all[2]);
    }
}
