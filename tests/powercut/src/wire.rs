//! The kernel's side of FUSE, as bytes: the part of `include/uapi/linux/fuse.h`, version 7.31, that is used here.

use crate::node::{Errno, Time};

/// The version that is spoken.
pub(crate) const VERSION: (u32, u32) = (7, 31);
/// The most that a request may write.
pub(crate) const MOST_WRITTEN: u32 = 1 << 20;
/// Room for any request.
pub(crate) const MOST_READ: usize = (1 << 20) + (1 << 16);

pub(crate) const LOOKUP: u32 = 1;
pub(crate) const FORGET: u32 = 2;
pub(crate) const GETATTR: u32 = 3;
pub(crate) const SETATTR: u32 = 4;
pub(crate) const READLINK: u32 = 5;
pub(crate) const SYMLINK: u32 = 6;
pub(crate) const MKNOD: u32 = 8;
pub(crate) const MKDIR: u32 = 9;
pub(crate) const UNLINK: u32 = 10;
pub(crate) const RMDIR: u32 = 11;
pub(crate) const RENAME: u32 = 12;
pub(crate) const LINK: u32 = 13;
pub(crate) const READ: u32 = 15;
pub(crate) const WRITE: u32 = 16;
pub(crate) const STATFS: u32 = 17;
pub(crate) const FSYNC: u32 = 20;
pub(crate) const INIT: u32 = 26;
pub(crate) const READDIR: u32 = 28;
pub(crate) const FSYNCDIR: u32 = 30;
pub(crate) const INTERRUPT: u32 = 36;
pub(crate) const BATCH_FORGET: u32 = 42;
pub(crate) const FALLOCATE: u32 = 43;

/// `FUSE_BIG_WRITES`, `FUSE_NO_OPEN_SUPPORT`, `FUSE_PARALLEL_DIROPS`, `FUSE_MAX_PAGES` and `FUSE_NO_OPENDIR_SUPPORT`. Not
/// `FUSE_WRITEBACK_CACHE`: each `write` comes at once, and what is written through a mapping when the kernel writes it back.
pub(crate) const FLAGS: u32 = 1 << 5 | 1 << 17 | 1 << 18 | 1 << 22 | 1 << 24;

/// What the kernel asks, read from the front.
pub(crate) struct Request<'a> {
    pub(crate) what: u32,
    /// What the answer is known by.
    pub(crate) number: u64,
    pub(crate) node: u64,
    pub(crate) owner: (u32, u32),
    rest: &'a [u8],
}

impl<'a> Request<'a> {
    pub(crate) fn read(bytes: &'a [u8]) -> Result<Self, Errno> {
        let mut request = Self { what: 0, number: 0, node: 0, owner: (0, 0), rest: bytes };
        let _length = request.u32()?;
        request.what = request.u32()?;
        request.number = request.u64()?;
        request.node = request.u64()?;
        request.owner = (request.u32()?, request.u32()?);
        // The process, and what is not used.
        request.u64()?;
        Ok(request)
    }

    /// Whether the kernel waits for an answer.
    pub(crate) fn is_asked(&self) -> bool {
        ![FORGET, BATCH_FORGET, INTERRUPT].contains(&self.what)
    }

    pub(crate) fn u32(&mut self) -> Result<u32, Errno> {
        let (value, rest) = self.rest.split_first_chunk().ok_or(Errno::NO_SENSE)?;
        self.rest = rest;
        Ok(u32::from_ne_bytes(*value))
    }

    pub(crate) fn u64(&mut self) -> Result<u64, Errno> {
        let (value, rest) = self.rest.split_first_chunk().ok_or(Errno::NO_SENSE)?;
        self.rest = rest;
        Ok(u64::from_ne_bytes(*value))
    }

    /// A name, which ends with a zero.
    pub(crate) fn name(&mut self) -> Result<&'a [u8], Errno> {
        let end = self.rest.iter().position(|byte| *byte == 0).ok_or(Errno::NO_SENSE)?;
        let (name, rest) = self.rest.split_at(end);
        self.rest = rest.get(1..).unwrap_or_default();
        Ok(name)
    }

    /// So many bytes.
    pub(crate) fn bytes(&mut self, length: usize) -> Result<&'a [u8], Errno> {
        let (bytes, rest) = self.rest.split_at_checked(length).ok_or(Errno::NO_SENSE)?;
        self.rest = rest;
        Ok(bytes)
    }
}

/// An answer in the making, without its head.
#[derive(Default)]
pub(crate) struct Answer(Vec<u8>);

impl Answer {
    pub(crate) fn u16(mut self, value: u16) -> Self {
        self.0.extend(value.to_ne_bytes());
        self
    }

    pub(crate) fn u32(mut self, value: u32) -> Self {
        self.0.extend(value.to_ne_bytes());
        self
    }

    pub(crate) fn u64(mut self, value: u64) -> Self {
        self.0.extend(value.to_ne_bytes());
        self
    }

    pub(crate) fn bytes(mut self, bytes: &[u8]) -> Self {
        self.0.extend(bytes);
        self
    }

    /// The seconds of three moments, then what is beyond them.
    pub(crate) fn times(mut self, times: [Time; 3]) -> Self {
        self = times.into_iter().fold(self, |answer, time| answer.u64(time.as_secs()));
        times.into_iter().fold(self, |answer, time| answer.u32(time.subsec_nanos()))
    }

    /// With zeros up to a multiple of eight.
    pub(crate) fn padded(mut self) -> Self {
        self.0.resize(self.0.len().next_multiple_of(8), 0);
        self
    }

    pub(crate) fn len(&self) -> usize {
        self.0.len()
    }
}

/// The whole message to the kernel.
pub(crate) fn message(number: u64, answer: Result<Answer, Errno>) -> Vec<u8> {
    let (fault, body) = match answer {
        Ok(Answer(body)) => (0, body),
        Err(Errno(fault)) => (-fault, Vec::new()),
    };
    let length = u32::try_from(body.len() + 16).unwrap_or_default();
    let head = Answer::default().u32(length).bytes(&fault.to_ne_bytes()).u64(number);
    head.bytes(&body).0
}
