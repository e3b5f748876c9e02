//! Tests of the browser floor, run inside the browsers: the stores as they really are.
#![cfg(target_arch = "wasm32")]
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "tests")]
#![allow(clippy::disallowed_methods, reason = "the browser is what is tested")]

use directive_assessment::app::msg::WriteOutcome;
use directive_assessment::app::saving::Report;
use directive_assessment::domain::assessment::Assessment;
use directive_assessment::edge::Stores;
use directive_assessment::exchange::record::{self, StoredDraft};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

const SAVED: WriteOutcome = WriteOutcome::Answered(Report { journal: Ok(()), mirror: Ok(()) });

/// Stores of a directive of their own for each test, so that they do not meet.
fn stores(test: &str) -> Stores {
    Stores::new(test)
}

fn record_text(generation: u64, overall: &str) -> String {
    let draft = StoredDraft {
        id: "k3".into(),
        generation,
        deleted: false,
        exported: None,
        touched: Vec::new(),
        assessment: Assessment { overall: overall.into(), ..Assessment::default() },
    };
    record::to_text(&draft, "1022-CV/TU", "2024-06-18")
}

#[wasm_bindgen_test]
async fn what_is_written_is_read_back_from_both_stores() {
    let stores = stores("edge/both");
    let text = record_text(1, "chữ Việt: ế ỗ ự");
    assert_eq!(stores.write("k3", 0, 1, &text).await, SAVED);
    // A second connection stands for a new page.
    let loaded = Stores::new("edge/both").load(7).await;
    let record = loaded.records.first().expect("a record");
    assert_eq!(record.journal, Some((1, text.clone())));
    assert_eq!(record.mirror, Some(text));
    assert_eq!(loaded.report, Some(Report { journal: Ok(()), mirror: Ok(()) }));
    stores.remove("k3").await;
    assert!(Stores::new("edge/both").load(7).await.records.is_empty());
}

#[wasm_bindgen_test]
async fn a_write_that_expects_an_older_generation_changes_nothing() {
    let stores = stores("edge/generations");
    let (one, two, stale) = (record_text(1, "một"), record_text(2, "hai"), record_text(2, "cũ"));
    assert_eq!(stores.write("k3", 0, 1, &one).await, SAVED);
    assert_eq!(stores.write("k3", 1, 2, &two).await, SAVED);
    assert_eq!(stores.write("k3", 1, 2, &stale).await, WriteOutcome::Conflict(2, two.clone()));
    let loaded = stores.load(0).await;
    assert_eq!(loaded.records.first().and_then(|record| record.journal.clone()), Some((2, two)));
    stores.remove("k3").await;
}

#[wasm_bindgen_test]
async fn of_two_writers_at_once_one_wins_and_the_other_is_told() {
    let (here, there) = (stores("edge/race"), stores("edge/race"));
    let mine = record_text(1, "chung");
    assert_eq!(here.write("k3", 0, 1, &mine).await, SAVED);
    let (first, second) = (record_text(2, "một"), record_text(2, "hai"));
    let (one, other) = futures_util::join!(here.write("k3", 1, 2, &first), there.write("k3", 1, 2, &second));
    let outcomes = [one, other];
    assert_eq!(outcomes.iter().filter(|outcome| **outcome == SAVED).count(), 1, "{outcomes:?}");
    assert!(outcomes.iter().any(|outcome| matches!(outcome, WriteOutcome::Conflict(2, _))), "{outcomes:?}");
    here.remove("k3").await;
}

#[wasm_bindgen_test]
async fn a_damaged_record_is_kept_under_an_id_of_its_own() {
    let stores = stores("edge/quarantine");
    stores.quarantine("k3", "{hỏng").await;
    let loaded = stores.load(0).await;
    let kept: Vec<_> = loaded.records.iter().map(|record| (record.id.as_str(), record.journal.clone())).collect();
    assert_eq!(kept, [("unreadable-k3", Some((1, "{hỏng".to_owned())))]);
    stores.remove("unreadable-k3").await;
}

#[wasm_bindgen_test]
async fn a_draft_that_is_removed_while_it_is_being_written_does_not_come_back() {
    let stores = stores("edge/removed");
    let (one, two) = (record_text(1, "một"), record_text(2, "hai"));
    assert_eq!(stores.write("k3", 0, 1, &one).await, SAVED);
    futures_util::join!(stores.write("k3", 1, 2, &two), stores.remove("k3"));
    assert!(Stores::new("edge/removed").load(0).await.records.is_empty());
}
