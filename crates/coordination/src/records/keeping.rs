//! Writes what was taken in, what was decided, and settings; and removes them.

use super::keys;
use crate::msg::Change;
use crate::note::Note;
use crate::ports::Records;
use crate::settings::Settings;
use crate::tally::Tally;
use crate::thing::Thing;
use gathering::decisions::Decision;
use json::Value;
use storage::StoreFault;

/// The most bytes that are written at once, or read; but for one record that has more.
pub(crate) const MOST_BYTES: usize = 8_000_000;
/// The most records that are written at once, or read.
pub(crate) const MOST_RECORDS: usize = 500;

/// A thing that is to be kept, with all that belongs to it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Whole {
    /// The thing.
    pub thing: Thing,
    /// The bytes of its files, each with its line.
    pub files: Vec<(u32, Vec<u8>)>,
    /// The decisions in it, which are joined with those that are there.
    pub decisions: Vec<Decision>,
    /// The notes in it, likewise.
    pub notes: Vec<Note>,
}

/// Keeps things in a gathering: how many of them, from the first on, are on the disk; with a fault, where that is not all. Of the
/// others nothing counts, and they can be kept again under the same ids.
///
/// Files of a large thing are written in several steps, the thing itself in the last. A gathering without settings keeps nothing: another
/// window has removed it, or it is not on the disk yet.
pub async fn keep(records: &impl Records, gathering: &str, things: Vec<Whole>) -> (usize, Result<(), StoreFault>) {
    if let Err(fault) = is_there(records, gathering).await {
        return (0, Err(fault));
    }
    let mut steps = Steps::new(records);
    for Whole { thing, files, decisions, notes } in things {
        for (line, bytes) in files {
            if let Err(fault) = steps.put(keys::file(gathering, &thing.id, line), bytes).await {
                return (steps.done, Err(fault));
            }
        }
        let decisions = decisions.into_iter().map(|one| decision_record(gathering, one));
        for (key, text) in decisions.chain(notes.into_iter().map(|one| note_record(gathering, one))) {
            if let Err(fault) = steps.put(key, text).await {
                return (steps.done, Err(fault));
            }
        }
        let key = keys::thing(gathering, &thing.id);
        if let Err(fault) = steps.put(key, text(thing)).await {
            return (steps.done, Err(fault));
        }
        steps.begun += 1;
    }
    let ended = steps.write().await;
    (steps.done, ended)
}

/// Keeps files of a thing that is kept later, by [`keep`]. Until then they count nowhere.
///
/// # Errors
/// Where the store does not take all of them, or [`keep`] would keep nothing.
pub(crate) async fn keep_files(
    records: &impl Records,
    gathering: &str,
    thing: &str,
    files: Vec<(u32, Vec<u8>)>,
) -> Result<(), StoreFault> {
    is_there(records, gathering).await?;
    let mut steps = Steps::new(records);
    for (line, bytes) in files {
        steps.put(keys::file(gathering, thing, line), bytes).await?;
    }
    steps.write().await
}

/// Removes what [`keep_files`] has kept of a thing.
///
/// # Errors
/// Where the store does not do it.
pub(crate) async fn remove_files(records: &impl Records, gathering: &str, thing: &str) -> Result<(), StoreFault> {
    records.write(Vec::new(), vec![keys::files_of(gathering, &keys::part(thing))]).await
}

/// Whether a gathering has settings.
async fn is_there(records: &impl Records, gathering: &str) -> Result<(), StoreFault> {
    records.get(&keys::settings(gathering)).await?.map(|_| ()).ok_or(StoreFault::Broken)
}

/// Writes records in steps, none of them too large.
struct Steps<'a, R> {
    records: &'a R,
    puts: Vec<(String, Vec<u8>)>,
    bytes: usize,
    /// How many things are in a step so far, written or not.
    begun: usize,
    /// How many things are on the disk.
    done: usize,
}

impl<'a, R: Records> Steps<'a, R> {
    fn new(records: &'a R) -> Self {
        Self { records, puts: Vec::new(), bytes: 0, begun: 0, done: 0 }
    }

    async fn put(&mut self, key: String, bytes: Vec<u8>) -> Result<(), StoreFault> {
        let is_full = self.puts.len() >= MOST_RECORDS || self.bytes + bytes.len() > MOST_BYTES;
        if is_full && !self.puts.is_empty() {
            self.write().await?;
        }
        self.bytes += bytes.len();
        self.puts.push((key, bytes));
        Ok(())
    }

    async fn write(&mut self) -> Result<(), StoreFault> {
        self.bytes = 0;
        let puts = std::mem::take(&mut self.puts);
        if !puts.is_empty() {
            self.records.write(puts, Vec::new()).await?;
        }
        self.done = self.begun;
        Ok(())
    }
}

/// Writes changes, all of them or none. A decision replaces whatever has its id. When a gathering is removed, its settings go first, so
/// that it is gone even if the rest fails; what is left of it goes when the list of gatherings is next read.
///
/// # Errors
/// Where the store does not take them.
pub async fn write(records: &impl Records, changes: Vec<Change>) -> Result<(), StoreFault> {
    let is_gone = |change: &Change| match change {
        Change::NoGathering(id) => Some(keys::all_of(id)),
        _ => None,
    };
    let gone: Vec<keys::Range> = changes.iter().filter_map(is_gone).collect();
    let (puts, removes) = records_of(changes);
    records.write(puts, removes).await?;
    if !gone.is_empty() {
        // It is gone already: what this leaves is removed when the list is read.
        let _ = records.write(Vec::new(), gone).await;
    }
    Ok(())
}

/// The records that changes write, and the ranges that they remove before.
pub(crate) fn records_of(changes: Vec<Change>) -> (Vec<(String, Vec<u8>)>, Vec<keys::Range>) {
    let (mut puts, mut removes): (Vec<(String, Vec<u8>)>, Vec<keys::Range>) = (Vec::new(), Vec::new());
    for change in changes {
        match change {
            Change::Settings(settings) => puts.push((keys::settings(&settings.id), text(*settings))),
            Change::Decision(gathering, decision) => {
                remove(keys::decisions_of(&gathering, &decision.id), &mut puts, &mut removes);
                puts.push(decision_record(&gathering, *decision));
            }
            Change::Rewrite(gathering, rewrite) => {
                let key = keys::rewrite(&gathering, &rewrite.paragraph);
                puts.push((key, text(*rewrite)));
            }
            Change::Note(gathering, note) => {
                remove(keys::notes_of(&gathering, &note.id), &mut puts, &mut removes);
                puts.push(note_record(&gathering, *note));
            }
            Change::Typed(gathering, typed) => {
                puts.push((keys::typed(&gathering, &typed.key()), text(*typed)));
            }
            Change::NoTyped(gathering, field) => {
                remove(only(keys::typed(&gathering, &field)), &mut puts, &mut removes);
            }
            Change::NoGathering(id) => remove(only(keys::settings(&id)), &mut puts, &mut removes),
        }
    }
    (puts, removes)
}

/// The range of one key.
fn only(key: String) -> keys::Range {
    let behind = keys::behind(&key);
    (key, behind)
}

/// Removes a range, and what was to be written there: removing comes before writing.
fn remove((from, to): keys::Range, puts: &mut Vec<(String, Vec<u8>)>, removes: &mut Vec<keys::Range>) {
    puts.retain(|(key, _)| !(from <= *key && *key < to));
    removes.push((from, to));
}

/// The settings of all gatherings. Those that cannot be read are left as they are, and have nothing but their id here.
///
/// What is left of a gathering without settings is removed: it was being removed.
///
/// # Errors
/// Where they cannot be read.
pub async fn shelf(records: &impl Records) -> Result<Vec<Settings>, StoreFault> {
    let mut shelf = Vec::new();
    each(records, keys::below(keys::SETTINGS), &mut |key, bytes| {
        let id = key.rsplit('/').next().unwrap_or_default().to_owned();
        shelf.push(read(&bytes).unwrap_or(Settings { id, ..Settings::default() }));
    })
    .await?;
    remove_leftovers(records).await?;
    Ok(shelf)
}

/// Keeps how many units have reported, or that nobody can tell. Where the store does not take it, the list does not say it: it is counted
/// anew whenever the gathering is opened.
pub async fn keep_tally(records: &impl Records, gathering: &str, tally: Option<Tally>) {
    let key = keys::tally(gathering);
    let removed = vec![(key.clone(), keys::behind(&key))];
    let put = tally.map(|tally| (key, text(tally)));
    let _ = records.write(put.into_iter().collect(), removed).await;
}

/// How many units have reported to these gatherings, of those of which that was kept and can be read.
pub async fn tallies(records: &impl Records, gatherings: &[String]) -> Vec<(String, Tally)> {
    let mut found = Vec::new();
    for id in gatherings {
        if let Ok(Some(bytes)) = records.get(&keys::tally(id)).await {
            found.extend(read(&bytes).map(|tally| (id.clone(), tally)));
        }
    }
    found
}

/// Removes what is left of gatherings without settings. Settings are the first that is written of a gathering.
async fn remove_leftovers(records: &impl Records) -> Result<(), StoreFault> {
    let mut from = String::new();
    // All keys are ASCII.
    while let Some((key, _)) = records.range(&from, "\u{7f}", 1).await?.pop() {
        let gathering = keys::gathering_of(&key).to_owned();
        let all = keys::below(&gathering);
        from.clone_from(&all.1);
        let settings = [keys::SETTINGS, "/", &gathering].concat();
        if gathering != keys::SETTINGS && records.get(&settings).await?.is_none() {
            records.write(Vec::new(), vec![all]).await?;
        }
    }
    Ok(())
}

/// The bytes of the file of a line, as they are kept.
///
/// # Errors
/// Where they cannot be read, or are not there.
pub async fn file(records: &impl Records, gathering: &str, thing: &str, line: u32) -> Result<Vec<u8>, StoreFault> {
    records.get(&keys::file(gathering, thing, line)).await?.ok_or(StoreFault::Broken)
}

/// Hands out all records in a range.
pub(crate) async fn each(
    records: &impl Records,
    (mut from, to): keys::Range,
    take: &mut dyn FnMut(String, Vec<u8>),
) -> Result<(), StoreFault> {
    loop {
        let some = records.range(&from, &to, MOST_RECORDS).await?;
        let Some((last, _)) = some.last() else { return Ok(()) };
        from = keys::behind(last);
        some.into_iter().for_each(|(key, bytes)| take(key, bytes));
    }
}

fn decision_record(gathering: &str, decision: Decision) -> (String, Vec<u8>) {
    let id = decision.id.clone();
    let text = json::canonical(&json::written(decision));
    (keys::decision(gathering, &id, &text), text.into_bytes())
}

fn note_record(gathering: &str, note: Note) -> (String, Vec<u8>) {
    let id = note.id.clone();
    let text = json::canonical(&json::written(note));
    (keys::note(gathering, &id, &text), text.into_bytes())
}

fn text(value: impl Value) -> Vec<u8> {
    json::canonical(&json::written(value)).into_bytes()
}

/// What a record says.
pub(crate) fn read<T: Value + Default>(bytes: &[u8]) -> Option<T> {
    json::read_as(json::read(bytes, &json::Limits::STORE).ok()?).ok()
}
