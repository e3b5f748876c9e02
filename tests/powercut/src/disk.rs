//! The model: what processes see, and what has reached the disk.

use crate::node::{Attributes, Change, Errno, FOLDER, FolderEntry, Kind, LINK, Node, now};
use std::collections::{BTreeMap, BTreeSet};

/// The number of the top folder.
pub const ROOT: u64 = 1;

/// When names, and the lengths that were set, reach the disk.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Names {
    /// With the next sync of whatever it is, all that were changed before it, as a journal of the whole file system has it
    /// (ext4, XFS).
    Journal,
    /// With the sync of the folder that holds the name, and the sync of the file that has the length: the least that POSIX
    /// asks of any file system.
    Folder,
}

/// A name in the listing of a folder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// From where the listing goes on after it.
    pub order: u64,
    /// The number of the node.
    pub node: u64,
    /// The name in its folder.
    pub name: Vec<u8>,
}

/// A disk with its file system.
#[derive(Debug)]
pub struct Disk {
    names: Names,
    nodes: BTreeMap<u64, Node>,
    /// What the disk has not heard of yet, but for contents.
    changed: BTreeSet<u64>,
    last_node: u64,
    last_order: u64,
}

type Result<T> = std::result::Result<T, Errno>;

impl Disk {
    /// A disk with nothing on it but the root folder.
    pub fn new(names: Names) -> Self {
        let mut root = Node::new(Attributes::new(FOLDER | 0o755, 0, (0, 0)));
        root.links = 1;
        root.keep();
        let nodes = BTreeMap::from([(ROOT, root)]);
        Self { names, nodes, changed: BTreeSet::new(), last_node: ROOT, last_order: 0 }
    }

    /// The power is cut: of what was not synced nothing is left.
    pub fn forget_unsynced(&mut self) {
        let mut reached = BTreeMap::new();
        let mut links = vec![ROOT];
        let mut next = vec![ROOT];
        while let Some(number) = next.pop() {
            // A second name leads to the same node.
            if let Some(mut node) = self.nodes.remove(&number)
                && node.forget()
            {
                next.extend(node.kept_names());
                links.extend(node.kept_names());
                reached.insert(number, node);
            }
        }
        for number in links {
            if let Some(node) = reached.get_mut(&number) {
                node.links += 1;
            }
        }
        self.nodes = reached;
        self.changed.clear();
    }

    /// The disk has all of it, synced or not, as after a while in which nothing happened.
    pub fn settle(&mut self) {
        self.nodes.values_mut().for_each(Node::keep);
        self.changed.clear();
    }

    /// `fsync`, or `fdatasync`, which is taken for the same.
    pub fn sync(&mut self, number: u64) -> Result<()> {
        match self.names {
            Names::Journal => {
                for changed in std::mem::take(&mut self.changed) {
                    self.node_mut(changed)?.keep_attributes();
                }
            }
            Names::Folder => self.keep_new_names(number)?,
        }
        self.changed.remove(&number);
        self.node_mut(number)?.keep();
        Ok(())
    }

    /// A name that the disk hears of needs something that it names: empty, where that was never synced itself.
    fn keep_new_names(&mut self, number: u64) -> Result<()> {
        let Kind::Folder(names) = &self.node(number)?.seen.kind else { return Ok(()) };
        let named: Vec<u64> = names.values().map(|place| place.node).collect();
        for number in named {
            let node = self.node_mut(number)?;
            if !node.is_kept() {
                let seen = node.seen.clone();
                if let Kind::Folder(names) = &mut node.seen.kind {
                    names.clear();
                }
                node.keep_attributes();
                node.seen = seen;
            }
        }
        Ok(())
    }

    /// What a name stands for.
    pub fn look_up(&self, folder: u64, name: &[u8]) -> Result<u64> {
        self.names(folder)?.get(name).map(|place| place.node).ok_or(Errno::NOT_THERE)
    }

    /// The names in a folder that come after a place in the listing.
    pub fn list(&self, folder: u64, after: u64) -> Result<Vec<Entry>> {
        let entries = self.names(folder)?.iter().filter(|(_, place)| place.order > after);
        let mut entries: Vec<Entry> =
            entries.map(|(name, place)| Entry { order: place.order, node: place.node, name: name.clone() }).collect();
        entries.sort_by_key(|entry| entry.order);
        Ok(entries)
    }

    /// Everything of a node but its contents.
    pub fn attributes(&self, number: u64) -> Result<&Attributes> {
        Ok(&self.node(number)?.seen)
    }

    /// How long a file is, or where a link leads, in bytes.
    pub fn size(&self, number: u64) -> Result<u64> {
        let node = self.node(number)?;
        Ok(match &node.seen.kind {
            Kind::Link(target) => target.len() as u64,
            _ => node.contents.len() as u64,
        })
    }

    /// By how many names a node can be reached.
    pub fn links(&self, number: u64) -> Result<u32> {
        let node = self.node(number)?;
        Ok(if node.seen.is_folder() { 2 } else { node.links })
    }

    /// Makes a file, a folder or whatever else the mode says.
    pub fn make(&mut self, (folder, name): (u64, &[u8]), mode: u32, device: u32, owner: (u32, u32)) -> Result<u64> {
        self.add((folder, name), Attributes::new(mode, device, owner))
    }

    /// Makes a symbolic link.
    pub fn make_link(&mut self, (folder, name): (u64, &[u8]), target: &[u8], owner: (u32, u32)) -> Result<u64> {
        let kind = Kind::Link(target.to_vec());
        self.add((folder, name), Attributes { kind, ..Attributes::new(LINK | 0o777, 0, owner) })
    }

    /// Gives a node one more name.
    pub fn link(&mut self, number: u64, (folder, name): (u64, &[u8])) -> Result<()> {
        if self.look_up(folder, name).is_ok() {
            return Err(Errno::IS_THERE);
        }
        self.node_mut(number)?.links += 1;
        self.enter((folder, name), number)
    }

    /// Takes a name away, and with it what has no other.
    pub fn remove(&mut self, (folder, name): (u64, &[u8]), is_folder: bool) -> Result<()> {
        let number = self.look_up(folder, name)?;
        match (&self.node(number)?.seen.kind, is_folder) {
            (Kind::Folder(names), true) if !names.is_empty() => return Err(Errno::NOT_EMPTY),
            (Kind::Folder(_), false) => return Err(Errno::IS_FOLDER),
            (Kind::Folder(_), true) | (_, false) => {}
            (_, true) => return Err(Errno::NO_FOLDER),
        }
        self.strike((folder, name))
    }

    /// Gives a node another name, replacing what had it.
    pub fn rename(&mut self, from: (u64, &[u8]), to: (u64, &[u8])) -> Result<()> {
        let number = self.look_up(from.0, from.1)?;
        if let Ok(replaced) = self.look_up(to.0, to.1) {
            if replaced == number {
                return Ok(());
            }
            self.remove(to, self.node(number)?.seen.is_folder())?;
        }
        self.node_mut(number)?.links += 1;
        self.strike(from)?;
        self.enter(to, number)
    }

    /// Changes attributes, and the length of a file.
    pub fn change(&mut self, number: u64, change: &Change) -> Result<()> {
        self.changed.insert(number);
        let node = self.node_mut(number)?;
        if let Some(size) = change.size {
            if node.seen.is_folder() {
                return Err(Errno::IS_FOLDER);
            }
            node.resize(usize::try_from(size).map_err(|_| Errno::TOO_LARGE)?)?;
        }
        let seen = &mut node.seen;
        seen.mode = change.mode.map_or(seen.mode, |mode| (seen.mode & crate::node::TYPE) | (mode & 0o7777));
        seen.user = change.user.unwrap_or(seen.user);
        seen.group = change.group.unwrap_or(seen.group);
        seen.accessed = change.accessed.unwrap_or(seen.accessed);
        seen.modified = change.modified.unwrap_or(seen.modified);
        seen.changed = now();
        Ok(())
    }

    /// The content of a file, from that offset and at most that many bytes.
    pub fn read(&self, number: u64, from: u64, most: usize) -> Result<&[u8]> {
        let contents = &self.node(number)?.contents;
        let from = usize::try_from(from).map_or(contents.len(), |from| from.min(contents.len()));
        let end = from.saturating_add(most).min(contents.len());
        contents.get(from..end).ok_or(Errno::NO_SENSE)
    }

    /// Writes into a file.
    pub fn write(&mut self, number: u64, from: u64, bytes: &[u8]) -> Result<()> {
        self.changed.insert(number);
        let from = usize::try_from(from).map_err(|_| Errno::TOO_LARGE)?;
        self.node_mut(number)?.write(from, bytes)
    }

    fn add(&mut self, (folder, name): (u64, &[u8]), attributes: Attributes) -> Result<u64> {
        if self.names(folder)?.contains_key(name) {
            return Err(Errno::IS_THERE);
        }
        self.last_node += 1;
        let number = self.last_node;
        let mut node = Node::new(attributes);
        node.links = 1;
        self.nodes.insert(number, node);
        self.changed.insert(number);
        self.enter((folder, name), number)?;
        Ok(number)
    }

    fn enter(&mut self, (folder, name): (u64, &[u8]), node: u64) -> Result<()> {
        self.last_order += 1;
        let order = self.last_order;
        self.names_mut(folder)?.insert(name.to_vec(), FolderEntry { node, order });
        Ok(())
    }

    /// What has no name any more stays: a process may have it open, and the disk may still know it.
    fn strike(&mut self, (folder, name): (u64, &[u8])) -> Result<()> {
        let place = self.names_mut(folder)?.remove(name).ok_or(Errno::NOT_THERE)?;
        let node = self.node_mut(place.node)?;
        node.links = node.links.saturating_sub(1);
        Ok(())
    }

    fn node(&self, number: u64) -> Result<&Node> {
        self.nodes.get(&number).ok_or(Errno::NOT_THERE)
    }

    fn node_mut(&mut self, number: u64) -> Result<&mut Node> {
        self.nodes.get_mut(&number).ok_or(Errno::NOT_THERE)
    }

    fn names(&self, folder: u64) -> Result<&BTreeMap<Vec<u8>, FolderEntry>> {
        match &self.node(folder)?.seen.kind {
            Kind::Folder(names) => Ok(names),
            _ => Err(Errno::NO_FOLDER),
        }
    }

    fn names_mut(&mut self, folder: u64) -> Result<&mut BTreeMap<Vec<u8>, FolderEntry>> {
        self.changed.insert(folder);
        let seen = &mut self.nodes.get_mut(&folder).ok_or(Errno::NOT_THERE)?.seen;
        seen.modified = now();
        seen.changed = seen.modified;
        match &mut seen.kind {
            Kind::Folder(names) => Ok(names),
            _ => Err(Errno::NO_FOLDER),
        }
    }
}
