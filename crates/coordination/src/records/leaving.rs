//! What a page that is being left keeps at once, as one text, and the next page writes into the store: by then nothing could be waited for.

use super::keeping::{read, records_of};
use super::keys::behind;
use crate::msg::Change;
use crate::ports::Records;
use crate::rewrite::Rewrite;
use gathering::decisions::Decision;
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

/// Of one id no more stand beside each other.
const MOST_OF_ONE: usize = 100;

/// How often something was changed, where it tells.
#[record(open)]
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Revised {
    #[optional]
    revision: u32,
    unknown: Unknown,
}

/// Whether what stands there was changed more often than what would be written, or knew that: it was removed since, or rewritten.
fn is_later(here: &[u8], mine: &[u8]) -> bool {
    let revision = |bytes| read::<Revised>(bytes).map_or(0, |found| found.revision);
    let rewrites = || {
        let (here, mine) = (read::<Rewrite>(here)?.known(), read::<Rewrite>(mine)?.known());
        Some(here.joined(&mine)? == here)
    };
    revision(here) > revision(mine)
        || read::<Decision>(here).is_some_and(|decision| decision.is_removed())
        || rewrites().unwrap_or(false)
}

/// Writes what such a text holds; nothing of what is none. What another page has changed more often since stays.
///
/// # Errors
/// Where the store does not take it, or cannot be read.
pub async fn write(records: &impl Records, text: &str) -> Result<(), StoreFault> {
    let Some(Left { removes, puts, .. }) = read::<Left>(text.as_bytes()) else { return Ok(()) };
    let mut removes: Vec<(String, String)> = removes.into_iter().map(|range| (range.one, range.other)).collect();
    let mut written = Vec::new();
    for Pair { one: key, other: text, .. } in puts {
        let range = removes.iter().position(|(from, to)| *from <= key && key < *to);
        let (from, to) = range.and_then(|at| removes.get(at).cloned()).unwrap_or_else(|| (key.clone(), behind(&key)));
        let here = records.range(&from, &to, MOST_OF_ONE).await?;
        if here.iter().any(|(_, bytes)| is_later(bytes, text.as_bytes())) {
            // It may be there twice, where something was changed twice before it was left.
            removes.retain(|range| *range != (from.clone(), to.clone()));
        } else {
            written.push((key, text.into_bytes()));
        }
    }
    records.write(written, removes).await
}
