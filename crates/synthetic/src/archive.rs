//! Writes ZIP archives and gzip files, as the usual programs do.

use miniz_oxide::deflate::compress_to_vec;

/// A thing in an archive.
pub(crate) struct Member {
    /// The bytes of its name.
    pub(crate) name: Vec<u8>,
    /// Its flags: 1 where a password is needed, 0x800 where its name is in UTF-8.
    pub(crate) flags: u16,
    /// By which method it is packed: 0 not at all, 8 by DEFLATE.
    pub(crate) method: u16,
    /// Its checksum.
    pub(crate) checksum: u32,
    /// How many bytes it has unpacked.
    pub(crate) size: usize,
    /// Its bytes, packed.
    pub(crate) packed: Vec<u8>,
}

/// Says that a name is in UTF-8.
pub(crate) const UTF8: u16 = 0x800;
/// Says that a password is needed.
pub(crate) const ENCRYPTED: u16 = 1;
const DEFLATE: u16 = 8;
/// What the usual programs pack with.
const LEVEL: u8 = 6;

impl Member {
    /// A thing, packed by DEFLATE.
    pub(crate) fn packed(name: &[u8], bytes: &[u8]) -> Self {
        Self {
            name: name.to_vec(),
            flags: 0,
            method: DEFLATE,
            checksum: checksum(bytes),
            size: bytes.len(),
            packed: compress_to_vec(bytes, LEVEL),
        }
    }

    /// The same, with a name in UTF-8 that says so.
    pub(crate) fn named(name: &str, bytes: &[u8]) -> Self {
        Self { flags: UTF8, ..Self::packed(name.as_bytes(), bytes) }
    }

    fn common(&self) -> Vec<u8> {
        let mut bytes = Vec::new();
        bytes.extend(20_u16.to_le_bytes());
        bytes.extend(self.flags.to_le_bytes());
        bytes.extend(self.method.to_le_bytes());
        // The day and the hour in the form of MS-DOS: 2024-07-01, 08:00.
        bytes.extend([0x00, 0x40, 0xe1, 0x58]);
        bytes.extend(self.checksum.to_le_bytes());
        bytes.extend(four(self.packed.len()));
        bytes.extend(four(self.size));
        bytes.extend(two(self.name.len()));
        bytes
    }
}

/// An archive with these things. Where `shared` holds, the last thing is listed at the place of the first.
fn archive_of(members: &[Member], shared: bool) -> Vec<u8> {
    let (mut bytes, mut directory) = (Vec::new(), Vec::new());
    for (at, member) in members.iter().enumerate() {
        let is_shared = shared && at + 1 == members.len();
        let offset = if is_shared { 0 } else { bytes.len() };
        if !is_shared {
            bytes.extend([b"PK\x03\x04".as_slice(), &member.common(), &[0; 2], &member.name, &member.packed].concat());
        }
        directory.extend([b"PK\x01\x02\x14\x00".as_slice(), &member.common(), &[0; 12], &four(offset)].concat());
        directory.extend(&member.name);
    }
    let (start, count) = (bytes.len(), two(members.len()));
    bytes.extend(&directory);
    bytes.extend([b"PK\x05\x06\0\0\0\0".as_slice(), &count, &count, &four(directory.len()), &four(start)].concat());
    bytes.extend([0; 2]);
    bytes
}

/// An archive with these things.
pub(crate) fn archive(members: &[Member]) -> Vec<u8> {
    archive_of(members, false)
}

/// An archive whose last thing shares the bytes of its first.
pub(crate) fn overlapping(members: &[Member]) -> Vec<u8> {
    archive_of(members, true)
}

/// A gzip file with a thing in it.
pub(crate) fn gzip(bytes: &[u8]) -> Vec<u8> {
    let head = [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3];
    [&head, &*compress_to_vec(bytes, LEVEL), &checksum(bytes).to_le_bytes(), &four(bytes.len())].concat()
}

fn two(number: usize) -> [u8; 2] {
    u16::try_from(number).unwrap_or(u16::MAX).to_le_bytes()
}

fn four(number: usize) -> [u8; 4] {
    u32::try_from(number).unwrap_or(u32::MAX).to_le_bytes()
}

/// CRC-32, as ZIP and gzip have it.
fn checksum(bytes: &[u8]) -> u32 {
    let mut sum = u32::MAX;
    for byte in bytes {
        sum ^= u32::from(*byte);
        for _ in 0..8 {
            sum = (sum >> 1) ^ if sum & 1 == 1 { 0xedb8_8320 } else { 0 };
        }
    }
    !sum
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_checksum_is_crc_32() {
        assert_eq!(checksum(b"123456789"), 0xcbf4_3926);
    }
}
