use super::*;

fn snapshot(number: u64, reason: Reason, bytes: usize) -> Snapshot {
    let revision = u32::try_from(number).unwrap_or(0);
    let (draft, id) = ("k3".to_owned(), ["s", &number.to_string()].concat());
    Snapshot { draft, id, number, at: Moment(0), reason, bytes, revision }
}

fn numbers(history: &History) -> Vec<u64> {
    history.of("k3").into_iter().map(|snapshot| snapshot.number).collect()
}

#[test]
fn a_key_tells_everything_and_a_foreign_one_nothing() {
    for (reason, _) in Reason::NAMES {
        for draft in ["k3", "k3-2", "with/a/slash", ""] {
            let one = Snapshot { draft: draft.into(), at: Moment(-5), ..snapshot(7, reason, 12) };
            assert_eq!(Snapshot::from_key(&one.key()), Some(one));
        }
    }
    for foreign in ["", "k3", "k3/s/1/2/later/3/4", "k3/s/one/2/hourly/3/4", "s/1/2/hourly/3/4"] {
        assert_eq!(Snapshot::from_key(foreign), None, "{foreign}");
    }
}

#[test]
fn of_one_draft_twenty_are_kept_and_the_oldest_goes_first() {
    let mut history = History::default();
    for number in 1..=20 {
        assert_eq!(history.take(snapshot(number, Reason::Hourly, 10)), Some(Vec::new()));
    }
    assert_eq!(history.take(snapshot(21, Reason::Hourly, 10)), Some(vec![snapshot(1, Reason::Hourly, 10)]));
    assert_eq!(numbers(&history), (2..=21).rev().collect::<Vec<_>>());
}

#[test]
fn the_last_one_before_a_loss_of_its_kind_never_goes() {
    let mut history = History::default();
    history.take(snapshot(1, Reason::Delete, 10));
    history.take(snapshot(2, Reason::Import, 10));
    history.take(snapshot(3, Reason::Import, 10));
    history.take(snapshot(4, Reason::StartFrom, 10));
    for number in 5..=100 {
        history.take(snapshot(number, Reason::Hourly, 10));
    }
    let kept = numbers(&history);
    assert_eq!(kept.len(), MOST_OF_A_DRAFT);
    assert!(kept.ends_with(&[3, 1]), "{kept:?}");
}

#[test]
fn bytes_are_bounded_for_one_draft_and_for_all() {
    let mut history = History::default();
    let half = MOST_BYTES_OF_A_DRAFT / 2;
    history.take(snapshot(1, Reason::Hourly, half));
    assert_eq!(history.take(snapshot(2, Reason::Hourly, half)), Some(Vec::new()), "just as much as may be");
    assert_eq!(history.take(snapshot(3, Reason::Hourly, 1)), Some(vec![snapshot(1, Reason::Hourly, half)]));
    assert_eq!(history.take(snapshot(4, Reason::Hourly, 3 * half)).map(|dropped| dropped.len()), Some(2));
    assert_eq!(numbers(&history), [4], "the newest stays, however large");

    let mut history = History::default();
    let of = |draft: u64, number| {
        let draft = draft.to_string();
        Snapshot { draft, ..snapshot(number, Reason::Hourly, MOST_BYTES_OF_A_DRAFT / 2) }
    };
    for draft in 1..=4 {
        history.take(of(draft, draft));
        history.take(of(draft, draft + 10));
    }
    assert_eq!(history.take(of(5, 20)), Some(vec![of(1, 1)]));
    assert_eq!(history.take(of(6, 21)), Some(vec![of(2, 2)]));
}

#[test]
fn the_same_state_is_kept_once() {
    let mut history = History::default();
    history.take(snapshot(1, Reason::Hourly, 10));
    let same = Snapshot { number: 2, revision: 1, ..snapshot(2, Reason::Hourly, 10) };
    assert_eq!(history.take(same.clone()), None);
    let before = Snapshot { reason: Reason::Delete, ..same };
    assert_eq!(history.take(before), Some(vec![snapshot(1, Reason::Hourly, 10)]));
    assert_eq!(numbers(&history), [2]);
}

#[test]
fn an_hour_of_work_is_due_whichever_way_the_clock_jumps() {
    let mut history = History::default();
    let hour = 3_600_000;
    assert!(!history.is_due("k3", Moment(0), Moment(hour - 1)));
    assert!(history.is_due("k3", Moment(0), Moment(hour)));
    history.take(Snapshot { at: Moment(hour), ..snapshot(1, Reason::Hourly, 10) });
    assert!(!history.is_due("k3", Moment(0), Moment(hour + 1)));
    assert!(history.is_due("k3", Moment(0), Moment(-10 * hour)));
    assert!(history.is_due("k3", Moment(i64::MIN), Moment(i64::MAX)));
}

#[test]
fn what_makes_room_is_all_that_may_go() {
    let mut history = History::default();
    let of = |draft: &str, number, reason| Snapshot { draft: draft.into(), ..snapshot(number, reason, 10) };
    for one in [
        of("k3", 1, Reason::Delete),
        of("k3", 2, Reason::Hourly),
        of("k4", 3, Reason::Hourly),
        of("k3", 4, Reason::Hourly),
    ] {
        history.take(one);
    }
    assert_eq!(history.shed(), [of("k3", 2, Reason::Hourly)]);
    assert_eq!(history.shed(), []);
    assert_eq!(numbers(&history), [4, 1]);
}

#[test]
fn a_draft_is_forgotten_whole_and_alone() {
    let mut history = History::default();
    let other = Snapshot { draft: "k4".into(), ..snapshot(9, Reason::Hourly, 10) };
    for one in [snapshot(1, Reason::Hourly, 10), other.clone()] {
        history.unstored.push((one.key(), "text".into()));
        history.take(one);
    }
    history.forget_draft("k3");
    assert_eq!(
        history,
        History { index: vec![other.clone()], unstored: vec![(other.key(), "text".into())], opened: None }
    );
}
