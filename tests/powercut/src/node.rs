//! A file, a folder or a link, as the processes see it and as the disk has it.

use std::{
    collections::BTreeMap,
    time::{Duration, SystemTime, UNIX_EPOCH},
};

/// Why a request is refused: a number of `errno`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Errno(pub i32);

impl Errno {
    /// There is no such name, or no such node.
    pub const NOT_THERE: Self = Self(2);
    /// The power is off.
    pub const NO_POWER: Self = Self(5);
    /// The name is taken.
    pub const IS_THERE: Self = Self(17);
    /// A folder was wanted.
    pub const NO_FOLDER: Self = Self(20);
    /// A folder was not wanted.
    pub const IS_FOLDER: Self = Self(21);
    /// The request makes no sense.
    pub const NO_SENSE: Self = Self(22);
    /// Larger than any file of these tests.
    pub const TOO_LARGE: Self = Self(27);
    /// The disk does not know such a request; the kernel then does without it.
    pub const UNKNOWN: Self = Self(38);
    /// The folder has something in it.
    pub const NOT_EMPTY: Self = Self(39);
    /// Not in this way.
    pub const NOT_SO: Self = Self(95);
}

/// A moment since 1970.
pub type Time = Duration;

pub(crate) fn now() -> Time {
    SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default()
}

/// What kind of thing a node is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A file; its contents are kept beside it.
    File,
    /// A folder, with the node and the place in the listing of each name.
    Folder(BTreeMap<Vec<u8>, FolderEntry>),
    /// A symbolic link, and where it leads.
    Link(Vec<u8>),
    /// A socket, a pipe or a device, by its number.
    Other(u32),
}

/// What a folder knows of a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FolderEntry {
    pub(crate) node: u64,
    /// Rises with each name that is entered, so that a listing goes on where it was while names come and go.
    pub(crate) order: u64,
}

/// Everything of a node but its contents.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attributes {
    /// What it is.
    pub kind: Kind,
    /// The type and the permissions, as in `st_mode`.
    pub mode: u32,
    /// Its owner.
    pub user: u32,
    /// Its group.
    pub group: u32,
    /// When it was last read.
    pub accessed: Time,
    /// When its contents last changed.
    pub modified: Time,
    /// When anything of it last changed.
    pub changed: Time,
}

/// New attributes; what is not given stays.
#[derive(Clone, Copy, Debug, Default)]
pub struct Change {
    /// The new permissions.
    pub mode: Option<u32>,
    /// Its owner.
    pub user: Option<u32>,
    /// Its group.
    pub group: Option<u32>,
    /// The length of a file.
    pub size: Option<u64>,
    /// When it was last read.
    pub accessed: Option<Time>,
    /// When its contents last changed.
    pub modified: Option<Time>,
}

/// The file type in `st_mode`.
pub(crate) const TYPE: u32 = 0o170_000;
pub(crate) const FOLDER: u32 = 0o040_000;
pub(crate) const LINK: u32 = 0o120_000;
const FILE: u32 = 0o100_000;

impl Attributes {
    pub(crate) fn new(mode: u32, device: u32, (user, group): (u32, u32)) -> Self {
        let kind = match mode & TYPE {
            FOLDER => Kind::Folder(BTreeMap::new()),
            FILE => Kind::File,
            _ => Kind::Other(device),
        };
        let now = now();
        Self { kind, mode, user, group, accessed: now, modified: now, changed: now }
    }

    pub(crate) fn is_folder(&self) -> bool {
        matches!(self.kind, Kind::Folder(_))
    }
}

/// A node, twice.
#[derive(Debug)]
pub(crate) struct Node {
    /// As the processes see it.
    pub(crate) seen: Attributes,
    pub(crate) contents: Vec<u8>,
    /// By how many names it can be reached.
    pub(crate) links: u32,
    /// As the disk has it; nothing where the disk does not know of it.
    kept: Option<Attributes>,
    kept_contents: Vec<u8>,
    /// The lengths that were set since the disk last heard of the node.
    lengths: Vec<usize>,
    has_unsynced: bool,
}

impl Node {
    pub(crate) fn new(seen: Attributes) -> Self {
        Self {
            seen,
            contents: Vec::new(),
            links: 0,
            kept: None,
            kept_contents: Vec::new(),
            lengths: Vec::new(),
            has_unsynced: false,
        }
    }

    pub(crate) fn is_kept(&self) -> bool {
        self.kept.is_some()
    }

    /// The names that the disk has of a folder.
    pub(crate) fn kept_names(&self) -> impl Iterator<Item = u64> {
        let names = match &self.kept {
            Some(Attributes { kind: Kind::Folder(names), .. }) => Some(names),
            _ => None,
        };
        names.into_iter().flatten().map(|(_, place)| place.node)
    }

    pub(crate) fn write(&mut self, from: usize, bytes: &[u8]) -> Result<(), Errno> {
        let end = from.checked_add(bytes.len()).filter(|end| *end <= LARGEST).ok_or(Errno::TOO_LARGE)?;
        if self.contents.len() < end {
            self.contents.resize(end, 0);
        }
        self.contents.get_mut(from..end).ok_or(Errno::TOO_LARGE)?.copy_from_slice(bytes);
        self.has_unsynced = true;
        self.touched();
        Ok(())
    }

    pub(crate) fn resize(&mut self, length: usize) -> Result<(), Errno> {
        if length > LARGEST {
            return Err(Errno::TOO_LARGE);
        }
        self.contents.resize(length, 0);
        self.lengths.push(length);
        self.touched();
        Ok(())
    }

    fn touched(&mut self) {
        self.seen.modified = now();
        self.seen.changed = self.seen.modified;
    }

    /// The disk hears of the attributes and of the lengths that were set. What is longer than what it had is empty there.
    pub(crate) fn keep_attributes(&mut self) {
        self.kept = Some(self.seen.clone());
        for length in self.lengths.drain(..) {
            self.kept_contents.resize(length, 0);
        }
    }

    /// The disk hears of all of it.
    pub(crate) fn keep(&mut self) {
        self.keep_attributes();
        if self.has_unsynced {
            self.kept_contents.clone_from(&self.contents);
            self.has_unsynced = false;
        }
    }

    /// The processes see what the disk has. False where it has nothing.
    pub(crate) fn forget(&mut self) -> bool {
        let Some(kept) = self.kept.clone() else { return false };
        self.seen = kept;
        if self.has_unsynced || !self.lengths.is_empty() {
            self.contents.clone_from(&self.kept_contents);
        }
        self.has_unsynced = false;
        self.lengths.clear();
        self.links = 0;
        true
    }
}

/// No file of a profile is nearly as large.
const LARGEST: usize = 1 << 30;
