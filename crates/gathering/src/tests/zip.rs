//! Writes ZIP archives byte by byte, as the usual programs do, and as none should.

use miniz_oxide::deflate::compress_to_vec;

/// An entry.
#[derive(Clone, Debug)]
pub(super) struct Entry {
    pub(super) name: Vec<u8>,
    pub(super) flags: u16,
    pub(super) method: u16,
    pub(super) packed: Vec<u8>,
    pub(super) unpacked: u64,
    pub(super) checksum: u32,
    /// What stands behind the name in the directory.
    pub(super) extra: Vec<u8>,
    /// Whether its sizes stand behind it, as where it was written without being known to its end.
    pub(super) is_streamed: bool,
    /// Whether its sizes and its place take 64 bits.
    pub(super) is_zip64: bool,
    /// Takes the place of an entry before it.
    pub(super) shares: Option<usize>,
}

/// Packed by DEFLATE.
pub(super) fn packed(name: impl AsRef<[u8]>, bytes: &[u8]) -> Entry {
    Entry { method: 8, packed: compress_to_vec(bytes, 6), ..stored(name, bytes) }
}

/// As it is.
pub(super) fn stored(name: impl AsRef<[u8]>, bytes: &[u8]) -> Entry {
    Entry {
        name: name.as_ref().to_vec(),
        flags: 0,
        method: 0,
        packed: bytes.to_vec(),
        unpacked: bytes.len() as u64,
        checksum: rawzip::crc32(bytes),
        extra: Vec::new(),
        is_streamed: false,
        is_zip64: false,
        shares: None,
    }
}

/// An extra field.
pub(super) fn field(id: u16, bytes: &[u8]) -> Vec<u8> {
    [&id.to_le_bytes(), &u16::try_from(bytes.len()).unwrap().to_le_bytes(), bytes].concat()
}

/// The extra field of Info-ZIP with a name in UTF-8, written for a name of those bytes.
pub(super) fn unicode_path(of: &[u8], name: &str) -> Vec<u8> {
    field(0x7075, &[&[1], rawzip::crc32(of).to_le_bytes().as_slice(), name.as_bytes()].concat())
}

fn size(number: u64) -> [u8; 4] {
    u32::try_from(number).unwrap_or(u32::MAX).to_le_bytes()
}

impl Entry {
    /// What the header and the directory have in common.
    fn common(&self, is_header: bool) -> Vec<u8> {
        let flags = self.flags | if self.is_streamed { 8 } else { 0 };
        let is_open = self.is_streamed && is_header;
        let sizes = |number: u64| match (self.is_zip64, is_open) {
            (true, _) => [0xff; 4],
            (_, true) => [0; 4],
            _ => size(number),
        };
        let mut bytes = Vec::new();
        bytes.extend(45u16.to_le_bytes());
        bytes.extend(flags.to_le_bytes());
        bytes.extend(self.method.to_le_bytes());
        bytes.extend([0; 4]);
        bytes.extend(if is_open { [0; 4] } else { self.checksum.to_le_bytes() });
        bytes.extend(sizes(self.packed.len() as u64));
        bytes.extend(sizes(self.unpacked));
        bytes.extend(u16::try_from(self.name.len()).unwrap().to_le_bytes());
        bytes
    }

    fn zip64(&self, offset: Option<u64>) -> Vec<u8> {
        if !self.is_zip64 {
            return Vec::new();
        }
        let numbers = [Some(self.unpacked), Some(self.packed.len() as u64), offset];
        field(1, &numbers.into_iter().flatten().flat_map(u64::to_le_bytes).collect::<Vec<_>>())
    }

    fn header(&self) -> Vec<u8> {
        let extra = self.zip64(None);
        let length = u16::try_from(extra.len()).unwrap().to_le_bytes();
        let mut bytes = [b"PK\x03\x04", &*self.common(true), &length, &self.name, &extra, &self.packed].concat();
        if self.is_streamed {
            bytes.extend(b"PK\x07\x08");
            bytes.extend(self.checksum.to_le_bytes());
            bytes.extend(size(self.packed.len() as u64));
            bytes.extend(size(self.unpacked));
        }
        bytes
    }

    fn listed(&self, offset: u64) -> Vec<u8> {
        let extra = [self.zip64(Some(offset)), self.extra.clone()].concat();
        let length = u16::try_from(extra.len()).unwrap().to_le_bytes();
        let offset = if self.is_zip64 { [0xff; 4] } else { size(offset) };
        [b"PK\x01\x02\x2d\x00", &*self.common(false), &length, &[0; 10], &offset, &self.name, &extra].concat()
    }
}

/// An archive with these entries.
pub(super) fn archive(entries: &[Entry]) -> Vec<u8> {
    let (mut bytes, mut directory, mut offsets) = (Vec::new(), Vec::new(), Vec::new());
    for entry in entries {
        let offset = entry.shares.map_or(bytes.len() as u64, |other| offsets[other]);
        offsets.push(offset);
        if entry.shares.is_none() {
            bytes.extend(entry.header());
        }
        directory.extend(entry.listed(offset));
    }
    let start = bytes.len() as u64;
    bytes.extend(&directory);
    let count = u16::try_from(entries.len()).unwrap().to_le_bytes();
    if entries.iter().any(|entry| entry.is_zip64) {
        let end = bytes.len() as u64;
        let wide = u64::from(u16::from_le_bytes(count)).to_le_bytes();
        bytes.extend([b"PK\x06\x06".as_slice(), &44u64.to_le_bytes(), &[45, 0, 45, 0], &[0; 8], &wide, &wide].concat());
        bytes.extend([(directory.len() as u64).to_le_bytes(), start.to_le_bytes()].concat());
        bytes.extend([b"PK\x06\x07".as_slice(), &[0; 4], &end.to_le_bytes(), &[1, 0, 0, 0]].concat());
        bytes.extend([b"PK\x05\x06".as_slice(), &[0; 4], &[0xff; 12], &[0; 2]].concat());
        return bytes;
    }
    bytes.extend(b"PK\x05\x06\0\0\0\0");
    bytes.extend([count, count].concat());
    bytes.extend([size(directory.len() as u64), size(start)].concat());
    bytes.extend([0, 0]);
    bytes
}
