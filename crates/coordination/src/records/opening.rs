//! Reads a gathering from its records, part by part.

use super::files::{Portion, Wanted, fetched, portions, things};
use super::keeping::{each, read};
use super::keys;
use crate::msg::Opening;
use crate::ports::{Reader, Records, Time};
use crate::reading::{DECISION, KEPT, NOTE, REWRITE};
use crate::thing::{Taken, Thing, ThingLine};
use crate::typed::Typed;
use crate::wire;
use json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::mem;
use storage::StoreFault;

/// Files without their thing are a crash's leftovers once so many milliseconds have gone by since they were taken in. Until then another
/// window may be about to write the thing.
const LEFT_AFTER: i64 = 60 * 60 * 1000;

/// The id of the thing that stands for decisions and other small records that cannot be read.
const UNREAD_RECORDS: &str = "decisions";

/// Reads a gathering: the decisions, the notes and what was rewritten, then its things, in the order of taking in and with their
/// assessments, which are read anew out of the files. Each part goes to `tell`, which says whether it wants more. What cannot be read is
/// left as it is: a thing whose record is no good has one line that says so, and so does a line whose file is missing; decisions, notes
/// and what was rewritten are lines of a thing that comes last.
///
/// # Errors
/// Where the store or the reader fails; whatever could be read was told by then.
pub async fn open(
    gathering: &str,
    records: &impl Records,
    reader: &impl Reader,
    time: &impl Time,
    tell: &mut dyn FnMut(Opening) -> bool,
) -> Result<(), StoreFault> {
    let mut unread = Vec::new();
    let decisions = all_of(records, keys::decisions(gathering), DECISION, &mut unread).await?;
    let rewrites = all_of(records, keys::rewrites(gathering), REWRITE, &mut unread).await?;
    let notes = all_of(records, keys::notes(gathering), NOTE, &mut unread).await?;
    let typed = typed(records, gathering).await?;
    let mut opener = Opener { things: things(gathering, records).await?, ..Opener::default() };
    if !unread.is_empty() {
        opener.things.push(Thing { id: UNREAD_RECORDS.to_owned(), lines: unread, ..Thing::default() });
    }
    let all = u32::try_from(opener.things.len()).unwrap_or(u32::MAX);
    let part = |things, taken| Opening { id: gathering.to_owned(), things, taken, all, ..Opening::default() };
    if !tell(Opening { decisions, rewrites, notes, typed, ..part(Vec::new(), Vec::new()) }) {
        return Ok(());
    }
    let known: BTreeSet<String> = opener.things.iter().map(|thing| keys::part(&thing.id)).collect();
    let mut left = BTreeSet::new();
    let portions = portions(gathering, &opener.things, &Thing::is_file);
    let mut from = keys::files(gathering).0;
    for (at, portion) in portions.iter().enumerate() {
        let found = fetched(records, &from, portion, &known, &mut left).await?;
        from.clone_from(&portion.next);
        opener.take(portion, found, reader).await?;
        let waiting = portions.get(at + 1..).into_iter().flatten().find_map(|later| later.files.first());
        let (things, taken) = opener.done(waiting.map_or(usize::MAX, |file| file.thing));
        if !things.is_empty() && !tell(part(things, taken)) {
            return Ok(());
        }
    }
    remove_left(gathering, records, time, left).await;
    Ok(())
}

/// The records of one kind. Of each that cannot be read there is a line.
async fn all_of<T: Value + Default>(
    records: &impl Records,
    range: keys::Range,
    kind: &str,
    unread: &mut Vec<ThingLine>,
) -> Result<Vec<T>, StoreFault> {
    let mut found = Vec::new();
    each(records, range, &mut |_, bytes| match read(&bytes) {
        Some(record) => found.push(record),
        None => {
            let mut line = ThingLine { size: bytes.len() as u64, ..ThingLine::default() };
            line.lose();
            kind.clone_into(&mut line.word);
            unread.push(line);
        }
    })
    .await?;
    Ok(found)
}

/// What was typed and not taken before a page ended. What cannot be read, another version wrote: it is left as it is.
async fn typed(records: &impl Records, gathering: &str) -> Result<Vec<Typed>, StoreFault> {
    let mut found = Vec::new();
    each(records, keys::all_typed(gathering), &mut |_, bytes| found.extend(read::<Typed>(&bytes))).await?;
    Ok(found)
}

/// Things that are being read.
#[derive(Default)]
struct Opener {
    things: Vec<Thing>,
    /// How many of them were told.
    told: usize,
    /// The assessments of those that were not, each with the place of its thing.
    taken: Vec<(usize, Taken)>,
}

impl Opener {
    /// Reads the files of a portion.
    async fn take(
        &mut self,
        portion: &Portion,
        mut found: BTreeMap<String, Vec<u8>>,
        reader: &impl Reader,
    ) -> Result<(), StoreFault> {
        let mut wanted: Vec<(&Wanted, Vec<u8>)> = Vec::new();
        for file in &portion.files {
            match found.remove(&file.key) {
                Some(bytes) => wanted.push((file, bytes)),
                None => self.line(file).map_or((), ThingLine::lose),
            }
        }
        drop(found);
        if wanted.is_empty() {
            return Ok(());
        }
        let packed = wire::packed(&wanted.iter().map(|(_, bytes)| bytes.as_slice()).collect::<Vec<_>>());
        let files: Vec<&Wanted> = wanted.into_iter().map(|(file, _)| file).collect();
        let found = wire::read(&reader.read(KEPT, packed).await).filter(|found| found.lines.len() == files.len());
        let found = found.ok_or(StoreFault::Broken)?;
        for (file, told) in files.iter().zip(found.lines) {
            if let Some(line) = self.line(file)
                && (&line.outcome, &line.sha256) != (&told.outcome, &told.sha256)
            {
                line.take_outcome(told);
            }
        }
        for (at, received) in found.received {
            let file = usize::try_from(at).ok().and_then(|at| files.get(at).copied());
            let whose = file.and_then(|file| Some((file, self.things.get(file.thing)?)));
            if let Some((file, thing)) = whose {
                let line = u32::try_from(file.line).unwrap_or(u32::MAX);
                self.taken.push((file.thing, Taken { thing: thing.id.clone(), line, received }));
            }
        }
        Ok(())
    }

    fn line(&mut self, file: &Wanted) -> Option<&mut ThingLine> {
        self.things.get_mut(file.thing)?.lines.get_mut(file.line)
    }

    /// What was not told yet of the things before that place.
    fn done(&mut self, before: usize) -> (Vec<Thing>, Vec<Taken>) {
        let before = before.min(self.things.len()).max(self.told);
        let things = self.things.get_mut(self.told..before).into_iter().flatten().map(mem::take).collect();
        self.told = before;
        let waiting = self.taken.iter().position(|(thing, _)| *thing >= before).unwrap_or(self.taken.len());
        (things, self.taken.drain(..waiting).map(|(_, taken)| taken).collect())
    }
}

/// Removes the files of things that nobody knows of. Where that fails, they are met again at the next opening.
async fn remove_left(gathering: &str, records: &impl Records, time: &impl Time, left: BTreeSet<String>) {
    let now = time.now();
    // The clock may have been set back since.
    let is_old = |thing: &String| keys::made_at(thing).is_none_or(|at| (now.0 - at.0).abs() > LEFT_AFTER);
    let ranges: Vec<keys::Range> =
        left.into_iter().filter(is_old).map(|thing| keys::files_of(gathering, &thing)).collect();
    if !ranges.is_empty() {
        let _ = records.write(Vec::new(), ranges).await;
    }
}
