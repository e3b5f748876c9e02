//! The output folder: bundles with the files, and a journal with a line for each source that was read. A run that was interrupted
//! can be continued: a source is done when its line is complete, and the open bundle is cut back to what the lines account for.

use crate::sources::Source;
use crate::thing::{Thing, Told, number, whole};
use gathering::bundle::{self, Head};
use json::{Json, Limits, Map};
use std::collections::BTreeMap;
use std::fs::{self, File, OpenOptions};
use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};

/// A bundle is closed once it has this many bytes.
const FULL: u64 = 256_000_000;

/// The journal's name.
const JOURNAL: &str = "read.ndjson";

/// The folder.
pub(crate) struct Shelf {
    folder: PathBuf,
    journal: File,
    head: Head,
    /// The number of the bundle that is open, from 1.
    number: u64,
    open: Option<File>,
    /// Its bytes and its records.
    size: u64,
    records: u64,
    /// The sources that are done, by their paths, with size and time of change.
    done: BTreeMap<String, (u64, u64)>,
    /// What was said of them before this run.
    pub(crate) told: Vec<(String, Vec<Told>)>,
}

/// What a line of the journal says about the bundles.
struct Mark {
    bundle: u64,
    size: u64,
    records: u64,
}

impl Shelf {
    /// Opens the folder, or makes it.
    pub(crate) fn open(folder: &Path, directive: &str) -> Result<Self, String> {
        fs::create_dir_all(folder).map_err(|error| told(folder, &error))?;
        let path = folder.join(JOURNAL);
        let mut shelf = Self {
            folder: folder.to_owned(),
            journal: OpenOptions::new().create(true).append(true).open(&path).map_err(|error| told(&path, &error))?,
            head: Head { directive: directive.to_owned(), ..Head::default() },
            number: 1,
            open: None,
            size: 0,
            records: 0,
            done: BTreeMap::new(),
            told: Vec::new(),
        };
        let mark = shelf.recall(&path)?;
        shelf.go_on(&mark)?;
        Ok(shelf)
    }

    /// Reads the journal, and cuts off a line that was not finished.
    fn recall(&mut self, path: &Path) -> Result<Mark, String> {
        let mut mark = Mark { bundle: 1, size: 0, records: 0 };
        let mut reader = BufReader::new(File::open(path).map_err(|error| told(path, &error))?);
        let (mut line, mut whole_lines) = (Vec::new(), 0);
        loop {
            line.clear();
            let length = reader.read_until(b'\n', &mut line).map_err(|error| told(path, &error))?;
            if length == 0 || !line.ends_with(b"\n") {
                break;
            }
            let entry = json::read(&line, &Limits::STORE).ok().and_then(|json| entry(&json));
            let Some((source, things, at)) = entry else {
                return Err(format!(
                    "{}: byte {whole_lines} begins a line that is none of this program's",
                    path.display()
                ));
            };
            self.done.insert(source.0.clone(), (source.1, source.2));
            self.told.push((source.0, things));
            mark = at;
            whole_lines += length as u64;
        }
        self.journal.set_len(whole_lines).map_err(|error| told(path, &error))?;
        Ok(mark)
    }

    /// Cuts the open bundle back to what the journal accounts for, and removes later ones.
    fn go_on(&mut self, mark: &Mark) -> Result<(), String> {
        self.number = mark.bundle;
        let closed = self.bundle(mark.bundle, true);
        if closed.exists() {
            self.number += 1;
        } else if mark.size > 0 {
            let path = self.bundle(mark.bundle, false);
            let file = OpenOptions::new().append(true).open(&path).map_err(|error| told(&path, &error))?;
            file.set_len(mark.size).map_err(|error| told(&path, &error))?;
            (self.open, self.size, self.records) = (Some(file), mark.size, mark.records);
            return Ok(());
        }
        let begun = self.bundle(self.number, false);
        if begun.exists() { fs::remove_file(&begun).map_err(|error| told(&begun, &error)) } else { Ok(()) }
    }

    fn bundle(&self, number: u64, is_closed: bool) -> PathBuf {
        self.folder.join(format!("bundle-{number:04}.ndjson{}", if is_closed { "" } else { ".part" }))
    }

    /// Whether a source was read before, as it is now.
    pub(crate) fn has(&self, source: &Source) -> bool {
        self.done.get(&*source.path.to_string_lossy()) == Some(&(source.size, source.modified))
    }

    /// The bundles with what is kept.
    pub(crate) fn bundles(&self) -> Vec<PathBuf> {
        let all = (1..=self.number).flat_map(|number| [self.bundle(number, true), self.bundle(number, false)]);
        all.filter(|path| path.exists()).collect()
    }

    /// Keeps what was found in a source. It is done once this returns.
    pub(crate) fn keep(&mut self, source: &Source, things: &[Thing]) -> Result<(), String> {
        for thing in things {
            let Some(kept) = &thing.kept else { continue };
            let line = bundle::file_line(&thing.told.name, thing.receipt.as_deref(), &kept.bytes, kept.is_canonical);
            if let Some(line) = line {
                self.append(&line)?;
            }
        }
        let entry = Json::Object(Map::from([
            ("bundle".to_owned(), number(self.number)),
            ("bytes".to_owned(), number(self.size)),
            ("modified".to_owned(), number(source.modified)),
            ("path".to_owned(), Json::String(source.path.to_string_lossy().into_owned())),
            ("records".to_owned(), number(self.records)),
            ("size".to_owned(), number(source.size)),
            ("things".to_owned(), Json::Array(things.iter().map(|thing| thing.told.to_json()).collect())),
        ]));
        let line = json::canonical(&entry) + "\n";
        self.journal.write_all(line.as_bytes()).map_err(|error| told(&self.folder, &error))?;
        if self.size >= FULL { self.close() } else { Ok(()) }
    }

    fn append(&mut self, line: &str) -> Result<(), String> {
        let path = self.bundle(self.number, false);
        if self.open.is_none() {
            let mut file = File::create(&path).map_err(|error| told(&path, &error))?;
            let head = bundle::head_line(self.head.clone());
            file.write_all(head.as_bytes()).map_err(|error| told(&path, &error))?;
            (self.open, self.size) = (Some(file), head.len() as u64);
        }
        if let Some(file) = &mut self.open {
            file.write_all(line.as_bytes()).map_err(|error| told(&path, &error))?;
            self.size += line.len() as u64;
            self.records += 1;
        }
        Ok(())
    }

    /// Closes the bundle that is open: it is whole from then on.
    pub(crate) fn close(&mut self) -> Result<(), String> {
        let Some(mut file) = self.open.take() else { return Ok(()) };
        let (begun, closed) = (self.bundle(self.number, false), self.bundle(self.number, true));
        let written = file.write_all(bundle::end_line(self.records).as_bytes()).and_then(|()| file.sync_data());
        written.and_then(|()| fs::rename(&begun, &closed)).map_err(|error| told(&begun, &error))?;
        (self.number, self.size, self.records) = (self.number + 1, 0, 0);
        Ok(())
    }
}

fn told(path: &Path, error: &std::io::Error) -> String {
    format!("{}: {error}", path.display())
}

/// A source by its path, size and time of change, what was said of what is in it, and where the bundles stood after it.
type Entry = ((String, u64, u64), Vec<Told>, Mark);

fn entry(json: &Json) -> Option<Entry> {
    let number = |name| whole(json.get(name)?);
    let Some(Json::Array(things)) = json.get("things") else { return None };
    let things = things.iter().map(Told::from_json).collect::<Option<_>>()?;
    let mark = Mark { bundle: number("bundle")?, size: number("bytes")?, records: number("records")? };
    let path = json.get("path")?.as_str()?.to_owned();
    Some(((path, number("size")?, number("modified")?), things, mark))
}
