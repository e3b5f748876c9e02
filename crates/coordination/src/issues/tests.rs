//! How issues follow from notes, whoever wrote them and in whatever order.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests")]

use super::*;
use crate::note::Note;
use proptest::prelude::*;

fn issue(id: &str, joined: &str) -> Note {
    let issue = Issue { wording: id.into(), joined: joined.into(), in_report: true, ..Issue::default() };
    Note { id: id.into(), revision: 1, issue: Some(issue), ..Note::default() }
}

fn tag(issue: &str, unit: &str) -> Note {
    let statement = Statement { unit: unit.into(), requirement: "1.1".into(), ..Statement::default() };
    let tag = Tag::new(issue, &statement, "ab", "Lời");
    Note { id: crate::issue::tag_id(issue, &statement), revision: 1, tag: Some(tag), ..Note::default() }
}

fn notes(all: Vec<Note>) -> Notes {
    let mut notes = Notes::default();
    notes.join(all);
    notes
}

#[test]
fn what_is_joined_has_all_tags_and_a_circle_is_its_first() {
    let all =
        notes(vec![issue("a", "b"), issue("b", "c"), issue("c", ""), tag("a", "u"), tag("c", "v"), tag("z", "u")]);
    let issues = Issues::of(&all);
    assert_eq!(issues.iter().map(|(id, _)| id).collect::<Vec<_>>(), ["c"]);
    assert_eq!((issues.tags("c").len(), issues.get("a").unwrap().0, issues.get("z")), (2, "c", None));
    assert_eq!(issues.joined_to("c"), ["a", "b", "c"]);
    let circle = notes(vec![issue("a", "b"), issue("b", "a"), issue("c", "b"), issue("d", "gone"), tag("c", "u")]);
    let issues = Issues::of(&circle);
    assert_eq!(issues.iter().map(|(id, _)| id).collect::<Vec<_>>(), ["a", "d"]);
    assert_eq!(issues.tags("a").len(), 1);
}

#[test]
fn the_same_words_are_one_issue_however_they_are_spelled() {
    let id = |kind, requirement, words| crate::issue::issue_id(kind, requirement, words);
    let one = id(ExcerptKind::Limitation, "1.1", "Thiếu nhân lực.");
    assert_eq!(id(ExcerptKind::Limitation, "1.1", "thiếu  nhân lực"), one);
    let others = [
        id(ExcerptKind::Limitation, "1.2", "Thiếu nhân lực."),
        id(ExcerptKind::Result, "1.1", "Thiếu nhân lực."),
        id(ExcerptKind::Limitation, "1.1", "Thiếu kinh phí."),
    ];
    assert!(!others.contains(&one));
}

proptest! {
    /// Two bundles with tags of the same and of other officers come to the same, whichever came first.
    #[test]
    fn tags_of_two_officers_are_all_there(mine in "[a-d]{0,6}", theirs in "[a-d]{0,6}") {
        let of = |units: &str| -> Vec<Note> {
            std::iter::once(issue("i", "")).chain(units.chars().map(|unit| tag("i", &unit.to_string()))).collect()
        };
        let (mut one, mut other) = (notes(of(&mine)), notes(of(&theirs)));
        prop_assert!(one.join(of(&theirs)).is_empty() && other.join(of(&mine)).is_empty());
        prop_assert_eq!(&one, &other);
        let units: BTreeSet<char> = mine.chars().chain(theirs.chars()).collect();
        prop_assert_eq!(Issues::of(&one).tags("i").len(), units.len());
    }
}
