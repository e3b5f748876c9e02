//! A large bundle, read and kept in portions: of its files only those of two portions are in memory at a time.

use super::batch::Chosen;
use super::{Fault, Taking, Way};
use crate::intake::Step;
use crate::lanes;
use crate::ports::{Reader, Records, Source, SourceReader, Unreadable};
use crate::reading::{RECORDS, records_question};
use crate::records::keeping::{keep_files, remove_files};
use crate::thing::{STOPPED, ThingLine};
use crate::wire::{self, Found};
use gathering::codes;
use gathering::portions::{Around, Portion, Portions, Unfit};
use gathering::ports::Ports;
use gathering::reading::read_around;
use std::mem;
use storage::StoreFault;

impl<S: Source> Taking<S> {
    /// What is found in a bundle, whose files are kept then; nothing, where it is to be read as a whole.
    pub(super) async fn in_portions(
        &self,
        chosen: &mut Chosen<S>,
        portions: Portions,
        way: &Way<'_, impl Records, impl SourceReader<S>>,
    ) -> Result<Option<Found>, Fault> {
        // An earlier attempt may have left files.
        remove_files(way.records, way.gathering, &chosen.id).await.map_err(Fault::Unkept)?;
        let found = self.read_in_portions(chosen, portions, way).await;
        if found.is_err() {
            // They belong to nothing, and may be what fills the disk. Where the store does not do it, the next attempt does.
            let _ = remove_files(way.records, way.gathering, &chosen.id).await;
        }
        found
    }

    async fn read_in_portions(
        &self,
        chosen: &mut Chosen<S>,
        portions: Portions,
        way: &Way<'_, impl Records, impl SourceReader<S>>,
    ) -> Result<Option<Found>, Fault> {
        let mut bundle = Bundle::new(portions, chosen.source.size());
        let mut waiting = None;
        loop {
            let keep = kept(waiting.take(), bundle.known(), &chosen.id, way);
            let read = self.unless_stopped(bundle.next(&chosen.source, way.reader));
            let (next, kept) = lanes::both(read, keep).await;
            if let Some((part, bytes)) = kept.map_err(Fault::Unkept)? {
                bundle.found.add(part);
                chosen.told += bytes;
                (way.tell)(Step::Portion { bytes });
            }
            let is_stopped = match next {
                Ok(Ok(Some(part))) => {
                    waiting = Some(part);
                    continue;
                }
                Ok(Ok(None)) => false,
                Ok(Err(Trouble::Unreadable)) => return Err(Fault::Unreadable),
                Ok(Err(Trouble::Unfit)) => {
                    remove_files(way.records, way.gathering, &chosen.id).await.map_err(Fault::Unkept)?;
                    return Ok(None);
                }
                // What was read stays.
                Err(_) if self.state.borrow().is_cancelled && !bundle.found.lines.is_empty() => true,
                Err(fault) => return Err(fault),
            };
            return Ok(Some(bundle.ended(&chosen.source.name(), is_stopped, &way.reader.ports())));
        }
    }
}

/// Why a portion could not be read.
enum Trouble {
    Unreadable,
    Unfit,
}

impl From<Unreadable> for Trouble {
    fn from(Unreadable: Unreadable) -> Self {
        Self::Unreadable
    }
}

impl From<Unfit> for Trouble {
    fn from(Unfit: Unfit) -> Self {
        Self::Unfit
    }
}

/// What was read of a portion, and how many bytes it has on its device.
type Part = (Found, u64);

/// A bundle that is being read.
struct Bundle {
    /// Nothing, once all was divided.
    portions: Option<Portions>,
    /// What is known of it, then.
    around: Option<Around>,
    depth: u32,
    size: u64,
    /// How many of its bytes were read.
    at: u64,
    /// The records of which the files are kept.
    found: Found,
}

impl Bundle {
    fn new(portions: Portions, size: u64) -> Self {
        let depth = portions.depth();
        Self { portions: Some(portions), around: None, depth, size, at: 0, found: Found::default() }
    }

    /// How many lines there are with those of the containers.
    fn known(&self) -> u32 {
        self.depth.saturating_add(u32::try_from(self.found.lines.len()).unwrap_or(u32::MAX))
    }

    /// Reads on, until there are records.
    async fn next(&mut self, source: &impl Source, reader: &impl Reader) -> Result<Option<Part>, Trouble> {
        let before = self.at;
        while let Some(portions) = &mut self.portions {
            let portion = if self.at < self.size {
                let upto = self.size.min(self.at.saturating_add(portions.step()));
                let bytes = source.slice(self.at, upto).await?;
                if bytes.len() as u64 != upto - self.at {
                    return Err(Trouble::Unreadable);
                }
                self.at = upto;
                portions.push(&bytes)?
            } else if let Some(portions) = self.portions.take() {
                let (last, around) = portions.end()?;
                self.around = Some(around);
                last
            } else {
                Portion::default()
            };
            if !portion.bytes.is_empty() {
                let answer = reader.read(RECORDS, records_question(&portion, self.depth)).await;
                return Ok(Some((wire::read(&answer).ok_or(Unreadable)?, self.at - before)));
            }
        }
        Ok(None)
    }

    /// All that is found in it, but for the bytes of its files.
    fn ended(self, name: &str, is_stopped: bool, ports: &Ports<'_>) -> Found {
        let so_far = || self.portions.as_ref().map(Portions::around);
        let Some(mut around) = self.around.or_else(so_far) else { return self.found };
        around.found = self.found.lines.len() as u64;
        if is_stopped {
            around.expected = None;
        } else {
            around.last_is_cut = self.found.lines.last().is_some_and(|line| line.cause == codes::CUT_RECORD);
        }
        let mut lines = Vec::new();
        read_around(name, self.size, &around, ports, &mut |line| lines.push(ThingLine::of(&line)));
        let depth = usize::try_from(self.depth).unwrap_or(usize::MAX).min(lines.len());
        let mut behind = lines.split_off(depth);
        if let Some(line) = behind.first_mut().filter(|_| is_stopped) {
            STOPPED.clone_into(&mut line.cause);
            line.place.clear();
        }
        let mut all = Found { lines, ..Found::default() };
        all.add(self.found);
        all.lines.extend(behind);
        all
    }
}

/// Keeps the files of a portion, behind so many lines: the rest of it.
async fn kept<S>(
    part: Option<Part>,
    behind: u32,
    thing: &str,
    way: &Way<'_, impl Records, impl SourceReader<S>>,
) -> Result<Option<Part>, StoreFault> {
    let Some((mut found, bytes)) = part else { return Ok(None) };
    let files = mem::take(&mut found.files).into_iter().map(|(line, bytes)| (line.saturating_add(behind), bytes));
    keep_files(way.records, way.gathering, thing, files.collect()).await?;
    Ok(Some((found, bytes)))
}
