//! What a page that is being left keeps at once, as one text, and the next page writes into the store: by then nothing could be waited for.

use super::keeping::{read, records_of};
use crate::msg::Change;
use crate::ports::Records;
use json::{Unknown, record};
use storage::StoreFault;

/// What changes do to the store.
#[record(open)]
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Left {
    /// Ranges of keys that are removed first.
    removes: Vec<Pair>,
    /// What is written.
    puts: Vec<Pair>,
    unknown: Unknown,
}

/// The two ends of a range; a key and what is written there.
#[record(open)]
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Pair {
    one: String,
    other: String,
    unknown: Unknown,
}

fn pair(one: String, other: String) -> Pair {
    Pair { one, other, ..Pair::default() }
}

/// Changes as one text.
#[must_use]
pub fn text(changes: Vec<Change>) -> String {
    let (puts, removes) = records_of(changes);
    // All that is written here is text.
    let put = |(key, bytes)| Some(pair(key, String::from_utf8(bytes).ok()?));
    let left = Left {
        removes: removes.into_iter().map(|(from, to)| pair(from, to)).collect(),
        puts: puts.into_iter().filter_map(put).collect(),
        ..Left::default()
    };
    json::canonical(&json::written(left))
}

/// Writes what such a text holds; nothing of what is none.
///
/// # Errors
/// Where the store does not take it.
pub async fn write(records: &impl Records, text: &str) -> Result<(), StoreFault> {
    let Some(Left { removes, puts, .. }) = read::<Left>(text.as_bytes()) else { return Ok(()) };
    let puts = puts.into_iter().map(|put| (put.one, put.other.into_bytes())).collect();
    let removes = removes.into_iter().map(|range| (range.one, range.other)).collect();
    records.write(puts, removes).await
}
