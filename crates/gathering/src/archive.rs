//! A ZIP archive: the entries of its directory, and their content, one at a time.

use crate::inflate::{Budget, inflated, stored};
use crate::kind::Kind;
use crate::limits::MOST_MEMBERS;
use crate::line::Cause;
use crate::names::Name;
use crate::ports::Ports;
use rawzip::{CompressionMethod, ZipArchive, ZipArchiveEntryWayfinder, ZipFileHeaderRecord, ZipSliceArchive};

/// An archive whose directory was read.
pub(crate) struct Archive<'a> {
    archive: ZipSliceArchive<&'a [u8]>,
    /// The things in it, in the order of the directory. Folders are none.
    pub(crate) members: Vec<Member>,
}

/// A thing in an archive.
pub(crate) struct Member {
    /// Its name.
    pub(crate) name: Name,
    /// Its bytes, as the directory says: not to be trusted.
    pub(crate) declared: u64,
    /// Whether a password is needed for it.
    pub(crate) is_encrypted: bool,
    method: CompressionMethod,
    checksum: u32,
    place: ZipArchiveEntryWayfinder,
    header: u64,
}

/// Why an archive or a member of it is refused, and before which of its bytes that is.
pub(crate) struct Fault {
    /// Why.
    pub(crate) cause: Cause,
    /// How many bytes stand before it; nothing where it is the whole of it.
    pub(crate) byte: Option<u64>,
}

fn at(cause: Cause, byte: u64) -> Fault {
    Fault { cause, byte: Some(byte) }
}

impl<'a> Archive<'a> {
    /// Reads the directory. Entries that share bytes are refused: a small archive could unpack to any size by them.
    pub(crate) fn open(bytes: &'a [u8], ports: &Ports<'_>) -> Result<Self, Fault> {
        let length = bytes.len() as u64;
        let archive = ZipArchive::from_slice(bytes).map_err(|_| at(Cause::CutShort, length))?;
        // The end of an archive within this one, where this one's own is gone.
        let rest = usize::try_from(archive.end_offset()).ok().and_then(|end| bytes.get(end..)).unwrap_or_default();
        if rest.iter().any(|byte| *byte != 0 && !byte.is_ascii_whitespace()) {
            return Err(at(Cause::CutShort, length));
        }
        let mut members = Vec::new();
        let mut entries = Vec::new();
        for entry in archive.entries() {
            let entry = entry.map_err(|_| at(Cause::Broken, archive.directory_offset()))?;
            let member = Member::of(&entry, ports);
            entries.push((member.header, entry.wayfinder()));
            if entries.len() as u64 > MOST_MEMBERS {
                let count = archive.entries_hint().max(entries.len() as u64);
                return Err(Fault { cause: Cause::TooManyMembers { count, limit: MOST_MEMBERS }, byte: None });
            }
            if !is_folder(&entry) {
                members.push(member);
            }
        }
        let found = entries.len() as u64;
        if archive.entries_hint() > found {
            return Err(at(Cause::CutShort, archive.eocd_offset()));
        }
        // An archive begins with its first file.
        if found > 0 && entries.iter().all(|(header, _)| *header > 0) && !bytes.starts_with(b"PK\x07\x08") {
            return Err(at(Cause::CutShort, length));
        }
        let archive = Self { archive, members };
        archive.held_apart(entries).map(|()| archive)
    }

    /// Sorts what the entries take, so that only neighbours can share bytes.
    fn held_apart(&self, entries: Vec<(u64, ZipArchiveEntryWayfinder)>) -> Result<(), Fault> {
        let directory = (self.archive.directory_offset(), self.archive.directory_offset());
        let mut ranges: Vec<(u64, u64)> = entries
            .into_iter()
            .filter_map(|(header, place)| {
                let entry = self.archive.get_entry(place).ok()?;
                Some((header, entry.compressed_data_range().1))
            })
            .chain([directory])
            .collect();
        ranges.sort_unstable();
        let mut end = 0;
        for (start, its_end) in ranges {
            if start < end {
                let name = self.members.iter().find(|member| member.header == start).map(|member| &member.name.shown);
                return Err(at(Cause::Overlapping(name.cloned().unwrap_or_default()), start));
            }
            end = its_end;
        }
        Ok(())
    }

    /// What kind of document the archive is, if it is one of an office program.
    pub(crate) fn document(&self) -> Option<Kind> {
        let has = |part: &str| self.members.iter().any(|member| member.name.shown == part);
        let has_folder = |part: &str| self.members.iter().any(|member| member.name.shown.starts_with(part));
        if has("[Content_Types].xml") {
            let kinds = [("word/", Kind::Word), ("xl/", Kind::Excel), ("ppt/", Kind::PowerPoint)];
            let kind = kinds.iter().find(|(part, _)| has_folder(part));
            return Some(kind.map_or(Kind::Office, |(_, kind)| *kind));
        }
        let marked = self.members.iter().find(|member| member.name.shown == "mimetype")?;
        let entry = self.archive.get_entry(marked.place).ok()?;
        entry.data().starts_with(b"application/vnd.oasis.opendocument").then_some(Kind::OpenDocument)
    }

    /// Unpacks a member.
    pub(crate) fn unpacked(&self, member: &Member, budget: &mut Budget) -> Result<Vec<u8>, Fault> {
        let fault = |cause| at(cause, member.header);
        if member.is_encrypted {
            return Err(Fault { cause: Cause::Encrypted, byte: None });
        }
        let entry = self.archive.get_entry(member.place).map_err(|_| fault(Cause::Broken))?;
        let bytes = match member.method {
            CompressionMethod::STORE => stored(entry.data(), budget),
            CompressionMethod::DEFLATE => inflated(entry.data(), true, budget),
            method => Err(Cause::Method { id: method.as_u16(), name: name_of(method) }),
        };
        let bytes = bytes.map_err(|cause| match cause {
            cause @ (Cause::CutShort | Cause::Broken) => fault(cause),
            cause => Fault { cause, byte: None },
        })?;
        if rawzip::crc32(&bytes) == member.checksum { Ok(bytes) } else { Err(fault(Cause::Checksum)) }
    }
}

impl Member {
    fn of(entry: &ZipFileHeaderRecord<'_>, ports: &Ports<'_>) -> Self {
        let flags = entry.flags();
        let method = entry.compression_method();
        Self {
            name: Name::of_member(entry.file_path().as_bytes(), flags.is_utf8(), entry.extra_fields(), ports),
            declared: entry.uncompressed_size_hint(),
            is_encrypted: flags.is_encrypted()
                || flags.has_strong_encryption()
                || flags.is_masked()
                || method == CompressionMethod::AES,
            method,
            checksum: entry.crc32(),
            place: entry.wayfinder(),
            header: entry.local_header_offset(),
        }
    }
}

/// A folder has nothing in itself; what has is a file, whatever its name.
fn is_folder(entry: &ZipFileHeaderRecord<'_>) -> bool {
    let name = entry.file_path();
    let ends = name.as_bytes().ends_with(b"/") || name.as_bytes().ends_with(b"\\");
    ends && entry.uncompressed_size_hint() == 0
}

/// The methods by the names under which programs offer them.
fn name_of(method: CompressionMethod) -> Option<&'static str> {
    Some(match method {
        CompressionMethod::DEFLATE64 => "Deflate64",
        CompressionMethod::BZIP2 => "bzip2",
        CompressionMethod::LZMA => "LZMA",
        CompressionMethod::ZSTD | CompressionMethod::ZSTD_DEPRECATED => "zstd",
        CompressionMethod::XZ => "xz",
        CompressionMethod::PPMD => "PPMd",
        CompressionMethod::IMPLODED => "Implode",
        CompressionMethod::SHRUNK => "Shrink",
        method => return method.name(),
    })
}
