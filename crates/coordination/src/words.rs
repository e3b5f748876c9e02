//! The words of files (nội dung tệp). What is stored of a file for its verdict has none of them, so a view that needs them has them
//! read from the store.

use domain::assessment::Assessment;
use std::collections::{HashMap, HashSet, VecDeque};
use std::rc::Rc;

/// A file, by its thing and its line in that.
pub type FileId = (String, u32);

/// What a file says, as it was read from the store.
#[derive(Clone, Debug, PartialEq)]
pub struct Words {
    /// The thing that it is, or lies in.
    pub thing: String,
    /// Its line there.
    pub line: u32,
    /// Its bytes.
    pub size: u64,
    /// Its assessments, in the order of the file; none where it cannot be read.
    pub assessments: Option<Vec<Rc<Assessment>>>,
}

impl Words {
    /// Reads a file about the directive of that id. Without bytes it cannot be read.
    #[must_use]
    pub fn read((thing, line): FileId, bytes: Option<&[u8]>, directive: &str) -> Self {
        let size = bytes.map_or(0, |bytes| bytes.len() as u64);
        let incoming = bytes.and_then(|bytes| exchange::read(bytes, directive).ok());
        let assessments = incoming.map(|incoming| incoming.envelope.assessments.into_iter().map(Rc::new).collect());
        Self { thing, line, size, assessments }
    }

    /// Which file it is.
    #[must_use]
    pub fn file(&self) -> FileId {
        (self.thing.clone(), self.line)
    }
}

/// So many bytes of files are kept at a time. As words they take a few times that.
const MOST_BYTES: u64 = 64_000_000;

/// The words of a gathering's files, as far as they were loaded: the last ones, up to so many bytes.
#[derive(Clone, Debug, PartialEq)]
pub struct Loaded {
    files: HashMap<FileId, Words>,
    /// In the order of loading.
    order: VecDeque<FileId>,
    bytes: u64,
    most_bytes: u64,
    /// What was asked for and did not come yet.
    asked: HashSet<FileId>,
}

impl Default for Loaded {
    fn default() -> Self {
        Self { files: HashMap::new(), order: VecDeque::new(), bytes: 0, most_bytes: MOST_BYTES, asked: HashSet::new() }
    }
}

impl Loaded {
    /// What was loaded of a file.
    #[must_use]
    pub fn get(&self, thing: &str, line: u32) -> Option<&Words> {
        self.files.get(&(thing.to_owned(), line))
    }

    /// Those of these files that are neither here nor on their way: they are asked for from now on (`Effect::LoadWords`).
    pub fn ask(&mut self, files: impl IntoIterator<Item = FileId>) -> Vec<FileId> {
        let is_new = |file: &FileId| !self.files.contains_key(file) && self.asked.insert(file.clone());
        files.into_iter().filter(is_new).collect()
    }

    /// Takes words in. Where that is too much, those are let go of that were loaded first: they can be asked for again.
    pub fn take(&mut self, words: Vec<Words>) {
        for one in words {
            let file = one.file();
            self.asked.remove(&file);
            self.bytes = self.bytes.saturating_add(one.size);
            match self.files.insert(file.clone(), one) {
                Some(before) => self.bytes = self.bytes.saturating_sub(before.size),
                None => self.order.push_back(file),
            }
        }
        while self.bytes > self.most_bytes && self.order.len() > 1 {
            let oldest = self.order.pop_front().and_then(|file| self.files.remove(&file));
            self.bytes = self.bytes.saturating_sub(oldest.map_or(0, |words| words.size));
        }
    }

    /// Forgets what could not be read, so that it is asked for again.
    pub fn forget_unread(&mut self) {
        self.files.retain(|_, words| words.assessments.is_some());
        self.order.retain(|file| self.files.contains_key(file));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(line: u32, size: u64, is_read: bool) -> Words {
        Words { thing: "a".into(), line, size, assessments: is_read.then(Vec::new) }
    }

    fn file(line: u32) -> FileId {
        ("a".into(), line)
    }

    #[test]
    fn only_what_is_missing_is_asked_for_and_only_once() {
        let mut loaded = Loaded::default();
        let files = |lines: &[u32]| lines.iter().map(|line| file(*line)).collect::<Vec<_>>();
        assert_eq!(loaded.ask(files(&[1, 2])), files(&[1, 2]));
        assert_eq!(loaded.ask(files(&[2, 3, 3])), files(&[3]));
        loaded.take(vec![words(1, 9, true), words(2, 9, false)]);
        loaded.take(vec![words(3, 9, true)]);
        assert!(loaded.get("a", 2).is_some_and(|words| words.assessments.is_none()));
        assert_eq!(loaded.ask(files(&[1, 2, 3])), []);
        loaded.forget_unread();
        assert_eq!(loaded.ask(files(&[1, 2, 3])), files(&[2]));
    }

    #[test]
    fn what_was_loaded_first_is_let_go_of_first() {
        let mut loaded = Loaded { most_bytes: 100, ..Loaded::default() };
        loaded.take(vec![words(1, 60, true), words(2, 40, true)]);
        assert!(loaded.get("a", 1).is_some());
        loaded.take(vec![words(2, 30, true), words(3, 30, true)]);
        let here = |loaded: &Loaded| (1..5).filter(|line| loaded.get("a", *line).is_some()).collect::<Vec<_>>();
        assert_eq!(here(&loaded), [2, 3]);
        loaded.take(vec![words(4, 500, true)]);
        assert_eq!(here(&loaded), [4], "the last one stays, however large");
    }
}
