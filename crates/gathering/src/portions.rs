//! A bundle that is read in portions of whole lines, so that it never stands in memory as a whole.
//!
//! Whatever is unusual about it (it is damaged, too large, of another version, or has a line that no record has) is left to the reading
//! of the whole, which says what there is to say: so there is one place for that.

use crate::bundle::{self, LINE};
use crate::gzip;
use crate::kind::Kind;
use crate::limits::{ANY_RATIO, MOST_CONTAINER, MOST_RATIO, MOST_RECORDS};
use crate::line::Cause;
use crate::sniff::{HEAD, kind_of};
use miniz_oxide::inflate::stream::{InflateState, inflate};
use miniz_oxide::{DataFormat, MZError, MZFlush, MZStatus};
use std::mem;

/// A bundle that is being divided into portions. Its bytes come in any pieces ([`Portions::push`]), as they lie on their device.
pub struct Portions {
    packed: Option<Packed>,
    /// What was not handed out yet: the last line that is not blank, whole or not, which may be the end.
    rest: Vec<u8>,
    /// The number of the line with which `rest` begins, from 1; nothing before the head was seen.
    line: Option<u32>,
    /// How many bytes there were so far, unpacked.
    size: u64,
    /// How many lines were handed out.
    lines: u64,
}

/// Whole lines of a bundle, without its head and its end.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Portion {
    /// The number of the first line, from 1.
    pub line: u32,
    /// The lines.
    pub bytes: Vec<u8>,
}

/// What is known of a bundle but for its records.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Around {
    /// Where it is packed by gzip, the name that it has there, if any.
    pub packed: Option<Option<Vec<u8>>>,
    /// Its bytes, unpacked.
    pub size: u64,
    /// How many records it has.
    pub found: u64,
    /// How many its end tells of; nothing where it has no end.
    pub expected: Option<u64>,
    /// Whether its last line ends before its end, which that line says itself.
    pub last_is_cut: bool,
}

/// That a bundle is to be read as a whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unfit;

impl Around {
    /// That it was cut, if it was.
    pub(crate) fn cut(&self) -> Option<Cause> {
        let is_cut = self.expected != Some(self.found) && !self.last_is_cut;
        is_cut.then_some(Cause::CutBundle { expected: self.expected, found: self.found })
    }
}

impl Portions {
    /// Of a thing that begins so.
    pub(crate) fn of(head: &[u8]) -> Option<Self> {
        let packed = match kind_of(head) {
            Kind::Bundle => None,
            Kind::Gzip => Some(Packed::new(head)?),
            _ => return None,
        };
        Some(Self { packed, rest: Vec::new(), line: None, size: 0, lines: 0 })
    }

    /// In how many containers its records lie.
    #[must_use]
    pub fn depth(&self) -> u32 {
        1 + u32::from(self.packed.is_some())
    }

    /// How many bytes to push at once: what makes portions of some megabytes.
    #[must_use]
    pub fn step(&self) -> u64 {
        if self.packed.is_some() { 256 * 1024 } else { 4 * 1024 * 1024 }
    }

    /// Takes the next bytes, and hands out the lines that are whole by then.
    ///
    /// # Errors
    /// Where it is to be read as a whole.
    pub fn push(&mut self, bytes: &[u8]) -> Result<Portion, Unfit> {
        let before = self.rest.len();
        match &mut self.packed {
            Some(packed) => packed.unpack(bytes, &mut self.rest)?,
            None => self.rest.extend_from_slice(bytes),
        }
        self.size += (self.rest.len() - before) as u64;
        if self.size > MOST_CONTAINER {
            return Err(Unfit);
        }
        if self.line.is_none() && self.rest.len() < HEAD {
            return Ok(Portion::default());
        }
        self.begin()?;
        let last = self.rest.split_off(self.last());
        self.hand_out(last)
    }

    /// What is left once all was pushed, and what is known of the bundle then; `found` and `last_is_cut` are for whoever reads the
    /// records.
    ///
    /// # Errors
    /// Where it is to be read as a whole.
    pub fn end(mut self) -> Result<(Portion, Around), Unfit> {
        if self.packed.as_ref().is_some_and(|packed| !packed.is_whole()) {
            return Err(Unfit);
        }
        self.begin()?;
        let at = self.last();
        let expected = bundle::end(self.rest.get(at..).unwrap_or_default().trim_ascii());
        if expected.is_some() {
            self.rest.truncate(at);
        }
        let last = self.hand_out(Vec::new())?;
        Ok((last, Around { expected, ..self.around() }))
    }

    /// What is known of the bundle so far, as of one that ends here.
    #[must_use]
    pub fn around(&self) -> Around {
        let packed = self.packed.as_ref().map(|packed| packed.name.clone());
        Around { packed, size: self.size, found: 0, expected: None, last_is_cut: false }
    }

    /// Where the last line begins that is not blank.
    fn last(&self) -> usize {
        self.rest.trim_ascii_end().iter().rposition(|byte| *byte == b'\n').map_or(0, |at| at + 1)
    }

    /// Passes over the head, before anything else.
    fn begin(&mut self) -> Result<(), Unfit> {
        if self.line.is_some() {
            return Ok(());
        }
        if kind_of(&self.rest) != Kind::Bundle {
            return Err(Unfit);
        }
        let text = json::read::without_bom(&self.rest);
        let head = bundle::lines(1, text).next().ok_or(Unfit)?;
        bundle::known(head.bytes).map_err(|_| Unfit)?;
        // A head that goes on beyond what was seen of it is none of ours.
        let mut ends = text.iter().enumerate().filter(|(_, byte)| **byte == b'\n').map(|(at, _)| at + 1);
        let behind = usize::try_from(head.number).ok().and_then(|number| ends.nth(number.saturating_sub(1)));
        let behind = behind.ok_or(Unfit)?;
        self.line = Some(head.number + 1);
        self.rest.drain(..self.rest.len() - text.len() + behind);
        Ok(())
    }

    /// Hands out what is there, and keeps `rest`.
    fn hand_out(&mut self, rest: Vec<u8>) -> Result<Portion, Unfit> {
        // With its end.
        if rest.len() > LINE.bytes + 2 {
            return Err(Unfit);
        }
        let bytes = mem::replace(&mut self.rest, rest);
        let line = self.line.unwrap_or(1);
        self.lines += bundle::lines(line, &bytes).count() as u64;
        if self.lines > MOST_RECORDS {
            return Err(Unfit);
        }
        let ends = bytes.iter().filter(|byte| **byte == b'\n').count();
        self.line = Some(line.saturating_add(u32::try_from(ends).unwrap_or(u32::MAX)));
        Ok(Portion { line, bytes })
    }
}

/// What is packed by gzip, and is being unpacked.
struct Packed {
    /// The name that it has there.
    name: Option<Vec<u8>>,
    /// How many bytes of its head are still to be passed over.
    head: usize,
    state: Box<InflateState>,
    checksum: rawzip::Crc32,
    /// How many bytes were unpacked, and how many came of them.
    counts: (u64, u64),
    /// The bytes behind what was unpacked, once all was.
    tail: Option<Vec<u8>>,
}

/// So many bytes are unpacked at once.
const ROOM: usize = 256 * 1024;

impl Packed {
    fn new(head: &[u8]) -> Option<Self> {
        let (name, behind) = gzip::head(head).ok()?;
        Some(Self {
            name,
            head: head.len() - behind.len(),
            state: InflateState::new_boxed(DataFormat::Raw),
            checksum: rawzip::Crc32::new(),
            counts: (0, 0),
            tail: None,
        })
    }

    fn unpack(&mut self, bytes: &[u8], out: &mut Vec<u8>) -> Result<(), Unfit> {
        let (passed, mut bytes) = bytes.split_at(self.head.min(bytes.len()));
        self.head -= passed.len();
        while self.tail.is_none() {
            let before = out.len();
            out.resize(before + ROOM, 0);
            let room = out.get_mut(before..).unwrap_or_default();
            let result = inflate(&mut self.state, bytes, room, MZFlush::None);
            let came = result.bytes_written;
            out.truncate(before + came);
            self.checksum.update(out.get(before..).unwrap_or_default());
            self.counts = (self.counts.0 + result.bytes_consumed as u64, self.counts.1 + came as u64);
            if self.counts.1 > ANY_RATIO && self.counts.1 / self.counts.0.max(1) > MOST_RATIO {
                return Err(Unfit);
            }
            bytes = bytes.get(result.bytes_consumed..).unwrap_or_default();
            match result.status {
                Ok(MZStatus::StreamEnd) => self.tail = Some(Vec::new()),
                // More bytes are wanted.
                Ok(_) | Err(MZError::Buf) if bytes.is_empty() && came == 0 => return Ok(()),
                Ok(_) => {}
                Err(_) => return Err(Unfit),
            }
        }
        let tail = self.tail.get_or_insert_default();
        tail.extend_from_slice(bytes);
        if tail.len() > 8 { Err(Unfit) } else { Ok(()) }
    }

    fn is_whole(&self) -> bool {
        let tail = self.tail.as_ref().and_then(|tail| tail.as_slice().try_into().ok());
        tail.is_some_and(|tail| gzip::checksum(tail) == self.checksum.checksum())
    }
}
