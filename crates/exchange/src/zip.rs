//! Finds the files in a ZIP archive by its central directory, and holds them to limits before they cost memory. The browser unpacks
//! them.

use std::ops::Range;

/// The most bytes of an archive.
pub const MOST_BYTES: usize = 20_000_000;
/// The most files in it.
pub const MOST_FILES: usize = 200;
/// The most bytes that its files may have together, unpacked.
pub const MOST_UNPACKED: usize = 20_000_000;

/// A file in an archive.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Packed {
    /// Its name, with the folders that it lies in.
    pub name: String,
    /// What it holds.
    pub content: Content,
}

/// What a file in an archive holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Content {
    /// These bytes.
    Plain(Vec<u8>),
    /// Bytes packed by DEFLATE (RFC 1951), and how many they are unpacked.
    Deflated(Vec<u8>, usize),
    /// More bytes than an import takes: how many.
    TooLarge(u64),
    /// Something encrypted, or packed in another way.
    Closed,
}

/// Why an archive is refused as a whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ZipFault {
    /// It is not whole, or not built as one is.
    Broken,
    /// It has more files than [`MOST_FILES`].
    TooManyFiles,
    /// Its files are more bytes than [`MOST_UNPACKED`].
    TooLarge,
    /// There is no file in it.
    Empty,
}

/// Whether these bytes begin as an archive does.
#[must_use]
pub fn is_zip(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06")
}

/// Bytes of the record at the end of an archive.
const END: usize = 22;
/// The longest remark behind it.
const LONGEST_REMARK: usize = 0xFFFF;
/// Bytes of the fixed part of a file's entry in the directory, and of its own header.
const ENTRY: usize = 46;
const HEADER: usize = 30;

/// The files of an archive, none longer than `most` bytes unpacked; folders, and what a Mac puts in beside them, are left
/// out.
///
/// # Errors
/// Where the archive is broken, or beyond a limit.
pub fn files(bytes: &[u8], most: usize) -> Result<Vec<Packed>, ZipFault> {
    if bytes.len() > MOST_BYTES {
        return Err(ZipFault::TooLarge);
    }
    let end = end_record(bytes).ok_or(ZipFault::Broken)?;
    let (count, mut at) = (short(bytes, end + 10)?, long(bytes, end + 16)?);
    if count > MOST_FILES {
        return Err(ZipFault::TooManyFiles);
    }
    let mut files = Vec::new();
    let mut unpacked = 0;
    // The directory, and each file, has bytes of its own: were they shared, a small archive would unpack to any size.
    let mut taken = Vec::new();
    take(&mut taken, at..end)?;
    for _ in 0..count {
        let entry = Entry::read(bytes, at)?;
        at = entry.end;
        take(&mut taken, entry.place(bytes)?)?;
        if entry.is_beside_the_point() {
            continue;
        }
        unpacked += entry.unpacked.min(most);
        if unpacked > MOST_UNPACKED {
            return Err(ZipFault::TooLarge);
        }
        files.push(Packed { content: entry.content(bytes, most)?, name: entry.name });
    }
    if at > end {
        return Err(ZipFault::Broken);
    }
    if files.is_empty() { Err(ZipFault::Empty) } else { Ok(files) }
}

/// The names in the directory of an archive, as far as that can be read.
pub(super) fn names(bytes: &[u8]) -> impl Iterator<Item = String> {
    let mut at = end_record(bytes).and_then(|end| long(bytes, end + 16).ok());
    std::iter::from_fn(move || {
        let entry = Entry::read(bytes, at?).ok()?;
        at = Some(entry.end);
        Some(entry.name)
    })
}

/// Takes a place in an archive, which nothing else may have.
fn take(taken: &mut Vec<Range<usize>>, place: Range<usize>) -> Result<(), ZipFault> {
    let is_apart = |other: &Range<usize>| place.end <= other.start || other.end <= place.start;
    if !taken.iter().all(is_apart) {
        return Err(ZipFault::Broken);
    }
    taken.push(place);
    Ok(())
}

/// Where the last record begins that its length fits.
fn end_record(bytes: &[u8]) -> Option<usize> {
    let last = bytes.len().checked_sub(END)?;
    let first = last.saturating_sub(LONGEST_REMARK);
    let is_end = |at: &usize| {
        let remark = short(bytes, at + 20).unwrap_or(usize::MAX);
        bytes.get(*at..).is_some_and(|rest| rest.starts_with(b"PK\x05\x06")) && remark == bytes.len() - at - END
    };
    (first..=last).rev().find(is_end)
}

struct Entry {
    name: String,
    flags: usize,
    method: usize,
    packed: usize,
    unpacked: usize,
    header: usize,
    /// Where the next entry begins.
    end: usize,
}

impl Entry {
    fn read(bytes: &[u8], at: usize) -> Result<Self, ZipFault> {
        if !bytes.get(at..).is_some_and(|rest| rest.starts_with(b"PK\x01\x02")) {
            return Err(ZipFault::Broken);
        }
        let name_end = at + ENTRY + short(bytes, at + 28)?;
        let name = bytes.get(at + ENTRY..name_end).ok_or(ZipFault::Broken)?;
        Ok(Self {
            // A name in another encoding than UTF-8 is only shown.
            name: String::from_utf8_lossy(name).into_owned(),
            flags: short(bytes, at + 8)?,
            method: short(bytes, at + 10)?,
            packed: long(bytes, at + 20)?,
            unpacked: long(bytes, at + 24)?,
            header: long(bytes, at + 42)?,
            end: name_end + short(bytes, at + 30)? + short(bytes, at + 32)?,
        })
    }

    fn is_beside_the_point(&self) -> bool {
        self.name.ends_with('/') || self.name.starts_with("__MACOSX/") || self.name.ends_with(".DS_Store")
    }

    /// Where its header and what it holds stand.
    fn place(&self, bytes: &[u8]) -> Result<Range<usize>, ZipFault> {
        if !bytes.get(self.header..).is_some_and(|rest| rest.starts_with(b"PK\x03\x04")) {
            return Err(ZipFault::Broken);
        }
        let start = self.header + HEADER + short(bytes, self.header + 26)? + short(bytes, self.header + 28)?;
        Ok(self.header..start + self.packed)
    }

    fn content(&self, bytes: &[u8], most: usize) -> Result<Content, ZipFault> {
        const ENCRYPTED: usize = 1;
        if self.unpacked > most {
            return Ok(Content::TooLarge(self.unpacked as u64));
        }
        if self.flags & ENCRYPTED != 0 {
            return Ok(Content::Closed);
        }
        let end = self.place(bytes)?.end;
        let data = bytes.get(end - self.packed..end).ok_or(ZipFault::Broken)?.to_vec();
        Ok(match self.method {
            0 if self.packed == self.unpacked => Content::Plain(data),
            8 => Content::Deflated(data, self.unpacked),
            _ => Content::Closed,
        })
    }
}

fn short(bytes: &[u8], at: usize) -> Result<usize, ZipFault> {
    let two = bytes.get(at..at + 2).and_then(|two| two.try_into().ok()).ok_or(ZipFault::Broken)?;
    Ok(u16::from_le_bytes(two).into())
}

fn long(bytes: &[u8], at: usize) -> Result<usize, ZipFault> {
    let four = bytes.get(at..at + 4).and_then(|four| four.try_into().ok()).ok_or(ZipFault::Broken)?;
    // An archive of four gigabytes and more names its places elsewhere, and is beyond every limit here.
    usize::try_from(u32::from_le_bytes(four)).ok().filter(|number| *number < MOST_PLACE).ok_or(ZipFault::TooLarge)
}

/// Sums of places stay far from the largest number, also where that has 32 bits.
const MOST_PLACE: usize = 1 << 30;
