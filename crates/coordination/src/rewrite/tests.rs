//! What officers rewrote is joined to the same, whoever takes in whose.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests")]

use super::*;
use proptest::prelude::*;

fn words(text: &str) -> Option<Edit> {
    Some(Edit { text: text.into(), ..Edit::default() })
}

fn nothing() -> Rewrite {
    Rewrite { paragraph: "p".into(), ..Rewrite::default() }
}

#[test]
fn what_was_given_up_or_written_since_stands_against_what_was_there_before() {
    let first = nothing().followed_by(words("một"), "1".into());
    let (given_up, second) = (first.followed_by(None, "2".into()), first.followed_by(words("hai"), "2".into()));
    for later in [&given_up, &second] {
        assert_eq!(first.joined(later).as_ref(), Some(later));
        assert_eq!(later.joined(&first).as_ref(), Some(later));
    }
    // Words that nobody knew of who gave others up stand.
    let both = given_up.joined(&second).unwrap();
    assert_eq!((both.edit(), &both), (words("hai"), &second.joined(&given_up).unwrap()));
    // The same words written once more are other ones.
    let anew = given_up.followed_by(words("một"), "3".into());
    assert_eq!((first.joined(&anew), anew.joined(&given_up)), (Some(anew.clone()), Some(anew)));
}

#[test]
fn of_two_who_wrote_something_else_each_keeps_the_own_words() {
    let (one, other) =
        (nothing().followed_by(words("một"), "1".into()), nothing().followed_by(words("hai"), "2".into()));
    assert_eq!((one.joined(&other), other.joined(&one)), (None, None));
    let given_up = one.followed_by(None, "3".into());
    assert_eq!(given_up.joined(&other).unwrap().edit(), words("hai"));
}

#[test]
fn what_an_earlier_version_wrote_is_known_by_its_words() {
    let text = r#"{"base":"b","paragraph":"p","text":"một"}"#;
    let read = || -> Rewrite { json::read_as(json::read(text.as_bytes(), &json::Limits::FILE).unwrap()).unwrap() };
    let (here, bundle) = (read().known(), read().known());
    assert_eq!(here.joined(&bundle), Some(here.clone()));
    for later in [here.followed_by(words("hai"), "2".into()), here.followed_by(None, "2".into())] {
        assert_eq!(later.joined(&bundle), Some(later.clone()));
        assert_eq!(bundle.joined(&later), Some(later));
    }
    let left_out = Rewrite { base: "b".into(), ..nothing() }.known();
    assert_eq!(left_out.edit().unwrap().text, "", "without words the paragraph is left out");
}

/// What three officers come to who write the same words, give them up and give each other what they have.
fn some_states() -> impl Strategy<Value = Vec<Rewrite>> {
    proptest::collection::vec((0..3usize, 0..5usize), 0..20).prop_map(|acts| {
        let mut states = vec![nothing(); 3];
        for (at, (who, act)) in acts.into_iter().enumerate() {
            states[who] = match act {
                0 | 1 => states[who].followed_by(words("x"), at.to_string()),
                2 => states[who].followed_by(None, at.to_string()),
                from => states[who].joined(&states[(who + from) % 3]).unwrap(),
            };
        }
        states
    })
}

proptest! {
    #[test]
    fn the_order_of_joining_does_not_matter(states in some_states()) {
        let (one, other, third) = (&states[0], &states[1], &states[2]);
        let both = one.joined(other).unwrap();
        prop_assert_eq!(&both, &other.joined(one).unwrap());
        let all = both.joined(third).unwrap();
        prop_assert_eq!(&all, &one.joined(&other.joined(third).unwrap()).unwrap());
        for part in &states {
            prop_assert_eq!(&all.joined(part).unwrap(), &all);
        }
    }
}
