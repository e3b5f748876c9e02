//! Reads the things of a gathering and their files, a portion at a time.

use super::keeping::{MOST_BYTES, MOST_RECORDS, each, read};
use super::keys;
use crate::ports::Records;
use crate::thing::{Thing, ThingLine};
use std::collections::{BTreeMap, BTreeSet};
use std::mem;
use storage::StoreFault;

/// A kept file with more bytes is not read where nothing needs it.
const LARGE: u64 = 100_000;

/// The things of a gathering, in the order of taking in. One whose record is no good has one line that says so.
pub(crate) async fn things(gathering: &str, records: &impl Records) -> Result<Vec<Thing>, StoreFault> {
    let mut things = Vec::new();
    each(records, keys::things(gathering), &mut |key, bytes| {
        let id = keys::thing_of(&key);
        let whole = read(&bytes).filter(|thing: &Thing| keys::part(&thing.id) == id);
        things.push(whole.unwrap_or_else(|| {
            let mut line = ThingLine::default();
            line.lose();
            Thing { id: id.to_owned(), lines: vec![line], ..Thing::default() }
        }));
    })
    .await?;
    Ok(things)
}

/// Files that are read from the store at once.
pub(crate) struct Portion {
    pub(crate) files: Vec<Wanted>,
    /// The key before which they end.
    pub(crate) upto: String,
    /// The key at which the next portion begins.
    pub(crate) next: String,
}

/// A file that is to be read: its thing and its line, by their places, and its key.
pub(crate) struct Wanted {
    pub(crate) thing: usize,
    pub(crate) line: usize,
    pub(crate) key: String,
}

/// All files of things that are wanted, in portions. Between them no key is passed over but those of large files that are not: whatever
/// stands there and belongs to no thing is met.
pub(crate) fn portions(gathering: &str, things: &[Thing], is_wanted: &dyn Fn(&ThingLine) -> bool) -> Vec<Portion> {
    let (mut portions, mut files, mut bytes) = (Vec::new(), Vec::<Wanted>::new(), 0);
    for (thing, one) in things.iter().enumerate() {
        for (line, told) in one.lines.iter().enumerate().filter(|(_, told)| told.kept) {
            let key = keys::file(gathering, &one.id, u32::try_from(line).unwrap_or(u32::MAX));
            if is_wanted(told) {
                let is_full = files.len() >= MOST_RECORDS || bytes + told.size > MOST_BYTES as u64;
                if let Some(last) = files.last().filter(|_| is_full) {
                    let next = keys::behind(&last.key);
                    portions.push(Portion { files: mem::take(&mut files), upto: next.clone(), next });
                    bytes = 0;
                }
                bytes += told.size;
                files.push(Wanted { thing, line, key });
            } else if told.size > LARGE {
                portions.push(Portion { files: mem::take(&mut files), next: keys::behind(&key), upto: key });
                bytes = 0;
            }
        }
    }
    let (_, end) = keys::files(gathering);
    portions.push(Portion { files, upto: end.clone(), next: end });
    portions
}

/// The bytes of the files of a portion, by their keys. The things whose files stand there though nobody knows of them go to `left`.
pub(crate) async fn fetched(
    records: &impl Records,
    from: &str,
    portion: &Portion,
    known: &BTreeSet<String>,
    left: &mut BTreeSet<String>,
) -> Result<BTreeMap<String, Vec<u8>>, StoreFault> {
    let (mut found, mut from) = (BTreeMap::new(), from.to_owned());
    let most = portion.files.len() + 1;
    while from < portion.upto {
        let some = records.range(&from, &portion.upto, most).await?;
        let is_last = some.len() < most;
        for (key, bytes) in some {
            from = keys::behind(&key);
            if known.contains(keys::thing_of(&key)) {
                found.insert(key, bytes);
            } else {
                left.insert(keys::thing_of(&key).to_owned());
            }
        }
        if is_last {
            break;
        }
    }
    Ok(found)
}
