//! Tests of the browser floor, run inside the browsers: the stores as they really are.
#![cfg(target_arch = "wasm32")]
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "tests")]
#![allow(clippy::disallowed_methods, reason = "the browser is what is tested")]

use app::history::{Reason, Snapshot};
use directive_assessment::edge::stores;
use domain::assessment::Assessment;
use domain::date::Moment;
use exchange::record::{self, StoredDraft};
use storage::{Doomed, RemovalOutcome, Report, StoreFault, StoredRecord, Write, WriteOutcome, quarantine_id};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

const SAVED: WriteOutcome = WriteOutcome::Answered(Report { journal: Ok(()), mirror: Ok(()) });

/// A draft that may go, whatever state of it that writer has left.
fn doomed(id: &str, writer: &str) -> Doomed {
    Doomed { id: id.into(), writer: writer.into(), known: 99, sent: 99, ..Doomed::default() }
}

fn record_text(generation: u64, overall: &str) -> String {
    record_of("here", generation, overall)
}

fn record_of(writer: &str, generation: u64, overall: &str) -> String {
    let draft = StoredDraft {
        id: "k3".into(),
        generation,
        writer: writer.into(),
        assessment: Assessment { overall: overall.into(), ..Assessment::default() },
        ..StoredDraft::default()
    };
    record::to_text(&draft, "1022-CV/TU", "2024-06-18")
}

fn write(expected: u64, generation: u64, text: &str) -> Write {
    Write {
        id: "k3".into(),
        number: 0,
        writer: "here".into(),
        expected,
        follows: String::new(),
        base: (0, String::new()),
        known: expected,
        generation,
        text: text.into(),
        aside: "k3-here0".into(),
    }
}

#[wasm_bindgen_test]
async fn what_is_written_is_read_back_from_both_stores() {
    let here = stores("edge/both");
    let text = record_text(1, "chữ Việt: ế ỗ ự");
    assert_eq!(here.write(&write(0, 1, &text)).await, SAVED);
    // A second connection stands for a new page.
    let loaded = stores("edge/both").load().await;
    let record = loaded.records.first().expect("a record");
    assert_eq!(record.journal, Some((1, text.clone())));
    assert_eq!(record.mirror, Some(text));
    assert_eq!(loaded.report, Some(Report { journal: Ok(()), mirror: Ok(()) }));
    here.remove(&doomed("k3", "here")).await;
    assert!(stores("edge/both").load().await.records.is_empty());
}

#[wasm_bindgen_test]
async fn a_write_that_expects_an_older_generation_changes_nothing() {
    let here = stores("edge/generations");
    let (one, two, stale) = (record_text(1, "một"), record_text(2, "hai"), record_text(2, "cũ"));
    assert_eq!(here.write(&write(0, 1, &one)).await, SAVED);
    assert_eq!(here.write(&write(1, 2, &two)).await, SAVED);
    let record = StoredRecord {
        id: "k3".into(),
        journal: Some((2, two.clone())),
        mirror: Some(two.clone()),
        ..StoredRecord::default()
    };
    assert_eq!(here.write(&write(1, 2, &stale)).await, WriteOutcome::Conflict(record));
    let loaded = here.load().await;
    assert_eq!(loaded.records.first().and_then(|record| record.journal.clone()), Some((2, two)));
    here.remove(&doomed("k3", "here")).await;
}

#[wasm_bindgen_test]
async fn of_two_writers_at_once_one_wins_and_the_other_is_told() {
    let (here, there) = (stores("edge/race"), stores("edge/race"));
    let mine = record_text(1, "chung");
    assert_eq!(here.write(&write(0, 1, &mine)).await, SAVED);
    let (first, second) = (write(1, 2, &record_text(2, "một")), write(1, 2, &record_text(2, "hai")));
    let (one, other) = futures_util::join!(here.write(&first), there.write(&second));
    let outcomes = [one, other];
    assert_eq!(outcomes.iter().filter(|outcome| **outcome == SAVED).count(), 1, "{outcomes:?}");
    assert!(outcomes.iter().any(|outcome| matches!(outcome, WriteOutcome::Conflict(_))), "{outcomes:?}");
    here.remove(&doomed("k3", "here")).await;
}

#[wasm_bindgen_test]
async fn damaged_records_are_kept_under_ids_of_their_own_when_their_place_is_written() {
    let here = stores("edge/quarantine");
    assert_eq!(here.write(&write(0, 1, "{hỏng một")).await, SAVED);
    // A new page: it has not written what stands there.
    let here = stores("edge/quarantine");
    let text = record_text(2, "lành");
    assert_eq!(here.write(&write(1, 2, &text)).await, SAVED);
    let loaded = here.load().await;
    let damaged = quarantine_id("k3", "{hỏng một");
    let kept = |id: &str| loaded.records.iter().find(|record| record.id == id).cloned().expect("a record");
    assert_eq!(kept(&damaged).journal, Some((1, "{hỏng một".to_owned())));
    assert_eq!(kept(&damaged).mirror, Some("{hỏng một".to_owned()));
    assert_eq!(kept("k3").journal, Some((2, text)));
    here.remove(&doomed("k3", "here")).await;
}

#[wasm_bindgen_test]
async fn what_is_left_in_a_hurry_is_found_and_another_window_s_is_not_written_over() {
    let (here, there) = (stores("edge/leave"), stores("edge/leave"));
    assert_eq!(here.write(&write(0, 1, &record_text(1, "chung"))).await, SAVED);
    let left = |writer: &str, overall: &str| {
        let text = record_of(writer, 2, overall);
        Write { writer: writer.into(), aside: format!("k3-{writer}0"), ..write(1, 2, &text) }
    };
    here.leave(&left("here", "một"));
    there.leave(&left("there", "hai"));
    let loaded = here.load().await;
    let ids: Vec<&str> = loaded.records.iter().map(|record| record.id.as_str()).collect();
    assert_eq!(ids, ["k3", "k3-there0"]);
    assert!(loaded.records.iter().all(|record| record.mirror.is_some()));
    here.remove(&doomed("k3", "here")).await;
    here.remove(&doomed("k3-there0", "there")).await;
}

#[wasm_bindgen_test]
async fn a_store_that_was_emptied_is_filled_from_the_other_without_a_new_generation() {
    let here = stores("edge/evicted");
    let text = record_text(4, "còn");
    assert_eq!(here.write(&write(0, 4, &text)).await, SAVED);
    let storage = web_sys::window().unwrap().local_storage().unwrap().unwrap();
    storage.remove_item("directive-assessment/edge/evicted/draft/k3").unwrap();
    let before = here.read("k3").await;
    assert_eq!((before.journal, before.mirror), (Some((4, text.clone())), None));
    assert_eq!(here.write(&Write { known: 4, ..write(4, 4, &text) }).await, SAVED);
    let after = here.read("k3").await;
    assert_eq!((after.journal, after.mirror), (Some((4, text.clone())), Some(text)));
    here.remove(&doomed("k3", "here")).await;
}

#[wasm_bindgen_test]
async fn a_draft_that_is_removed_while_it_is_being_written_does_not_come_back() {
    let here = stores("edge/removed");
    let (one, two) = (record_text(1, "một"), record_text(2, "hai"));
    assert_eq!(here.write(&write(0, 1, &one)).await, SAVED);
    let (two, gone) = (write(1, 2, &two), doomed("k3", "here"));
    futures_util::join!(here.write(&two), here.remove(&gone));
    assert!(stores("edge/removed").load().await.records.is_empty());
}

fn snapshot_key(draft: &str, number: u64) -> String {
    let id = ["s", &number.to_string()].concat();
    let (draft, at) = (draft.to_owned(), Moment(1_719_799_200_000));
    Snapshot { draft, id, number, at, reason: Reason::Delete, bytes: 5, revision: 1 }.key()
}

#[wasm_bindgen_test]
async fn snapshots_are_kept_listed_read_and_dropped_in_a_store_of_their_own() {
    let here = stores("edge/history");
    let (one, two, other) = (snapshot_key("k3", 1), snapshot_key("k3", 2), snapshot_key("k30", 3));
    for key in [&one, &other] {
        assert_eq!(here.keep_snapshot(key, "chữ ế".into(), &[]).await, None);
    }
    // A second connection stands for a new page.
    let again = stores("edge/history");
    let loaded = again.load().await;
    assert_eq!(loaded.snapshots, [one.clone(), other.clone()]);
    assert!(loaded.records.is_empty(), "no draft");
    assert_eq!(again.read_history("k3").await, [(one.clone(), "chữ ế".to_owned())]);
    assert_eq!(again.keep_snapshot(&two, "chữ ỗ".into(), &[one]).await, None);
    assert_eq!(here.read_history("k3").await, [(two, "chữ ỗ".to_owned())]);
    here.remove(&doomed("k3", "here")).await;
    assert_eq!(stores("edge/history").load().await.snapshots, [other], "another draft's history stays");
    here.remove(&doomed("k30", "here")).await;
}

#[wasm_bindgen_test]
async fn a_removal_leaves_nothing_and_what_is_under_way_does_not_come_back() {
    let here = stores("edge/leaving");
    let (key, late) = (snapshot_key("k3", 1), snapshot_key("k3", 2));
    assert_eq!(here.write(&write(0, 1, &record_text(1, "một"))).await, SAVED);
    // As the product does with a record that cannot be read.
    let damaged = quarantine_id("k3", "{hỏng");
    let aside = Write { id: damaged, ..write(0, 1, "{hỏng") };
    assert_eq!(here.write(&aside).await, SAVED);
    here.keep_snapshot(&key, "một".into(), &[]).await;
    let (two, gone) = (write(1, 2, &record_text(2, "hai")), doomed("k3", "here"));
    let (removed, _, _) = futures_util::join!(
        here.remove_all(&gone, &[]),
        here.write(&two),
        here.keep_snapshot(&late, "hai".into(), &[])
    );
    assert_eq!(removed, RemovalOutcome::Done);
    let loaded = stores("edge/leaving").load().await;
    assert!(loaded.records.is_empty() && loaded.snapshots.is_empty(), "{loaded:?}");
}

#[wasm_bindgen_test]
async fn a_later_state_of_another_window_is_not_removed() {
    let here = stores("edge/later");
    let text = record_text(1, "của cửa sổ kia");
    assert_eq!(here.write(&write(0, 1, &text)).await, SAVED);
    let earlier = Doomed { known: 0, sent: 0, ..doomed("k3", "here") };
    assert_eq!(here.remove_all(&earlier, &[]).await, RemovalOutcome::Newer);
    assert_eq!(here.write(&write(1, 2, &record_text(2, "tiếp"))).await, SAVED, "it can go on");
    assert_eq!(here.remove_all(&doomed("k3", "here"), &[]).await, RemovalOutcome::Done);
}

/// Opens a database at a later version, as a later version of the product would; the connection.
async fn raise(name: &str) -> web_sys::IdbDatabase {
    let factory = web_sys::window().unwrap().indexed_db().unwrap().unwrap();
    let request = factory.open_with_u32(name, 9).unwrap();
    let opened = js_sys::Promise::new(&mut |done, fail| {
        request.set_onsuccess(Some(&done));
        request.set_onerror(Some(&fail));
        request.set_onblocked(Some(&fail));
    });
    wasm_bindgen_futures::JsFuture::from(opened).await.expect("nothing stands in the way");
    request.result().unwrap().into()
}

#[wasm_bindgen_test]
async fn a_database_of_a_later_version_is_left_alone_and_the_mirror_serves() {
    let name = "directive-assessment/edge/newer";
    raise(name).await.close();
    raise("directive-assessment-history/edge/newer").await.close();
    let here = stores("edge/newer");
    let text = record_text(1, "một nơi");
    let mirror_only = WriteOutcome::Answered(Report { journal: Err(StoreFault::Broken), mirror: Ok(()) });
    assert_eq!(here.write(&write(0, 1, &text)).await, mirror_only);
    let loaded = here.load().await;
    let mirror = loaded.records.first().and_then(|record| record.mirror.as_deref()).expect("a record in the mirror");
    assert_eq!(record::from_text(mirror).expect("a whole one").assessment.overall, "một nơi");
    assert_eq!(here.keep_snapshot(&snapshot_key("k3", 1), "chữ".into(), &[]).await, Some("chữ".to_owned()));
    assert_eq!(
        here.remove_all(&doomed("k3", "here"), &[]).await,
        RemovalOutcome::Nothing,
        "what cannot be looked at may be there"
    );
}

#[wasm_bindgen_test]
async fn a_later_version_does_not_have_to_wait_for_this_one() {
    let here = stores("edge/versions");
    assert_eq!(here.write(&write(0, 1, &record_text(1, "một"))).await, SAVED);
    here.keep_snapshot(&snapshot_key("k3", 1), "một".into(), &[]).await;
    raise("directive-assessment/edge/versions").await.close();
    raise("directive-assessment-history/edge/versions").await.close();
    let outcome = here.write(&write(1, 2, &record_text(2, "hai"))).await;
    assert_eq!(outcome, WriteOutcome::Answered(Report { journal: Err(StoreFault::Broken), mirror: Ok(()) }));
}
