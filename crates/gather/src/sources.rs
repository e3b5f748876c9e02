//! Lists the files to read.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::UNIX_EPOCH;

/// A file to be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Source {
    /// Where it is, as it was named or found.
    pub(crate) path: PathBuf,
    /// Its bytes.
    pub(crate) size: u64,
    /// When it was last changed, in milliseconds since 1970; 0 where the file system does not say.
    pub(crate) modified: u64,
}

/// All files of these paths, those of folders in the order of their names, each path once. Links within folders are not followed.
pub(crate) fn sources(paths: &[PathBuf]) -> Result<Vec<Source>, String> {
    let mut found = Vec::new();
    for path in paths {
        let told = |error| format!("{}: {error}", path.display());
        let meta = fs::metadata(path).map_err(told)?;
        if meta.is_dir() { below(path, &mut found)? } else { found.push(source(path.clone(), &meta)) }
    }
    found.sort_by(|one, other| one.path.cmp(&other.path));
    found.dedup_by(|one, other| one.path == other.path);
    Ok(found)
}

fn below(folder: &Path, found: &mut Vec<Source>) -> Result<(), String> {
    let told = |error| format!("{}: {error}", folder.display());
    for entry in fs::read_dir(folder).map_err(told)? {
        let entry = entry.map_err(told)?;
        // Of a file that goes away meanwhile nothing is said.
        let Ok(meta) = entry.metadata() else { continue };
        if meta.is_dir() {
            below(&entry.path(), found)?;
        } else if meta.is_file() {
            found.push(source(entry.path(), &meta));
        }
    }
    Ok(())
}

fn source(path: PathBuf, meta: &fs::Metadata) -> Source {
    let modified = meta.modified().ok().and_then(|time| time.duration_since(UNIX_EPOCH).ok());
    let modified = modified.map_or(0, |since| u64::try_from(since.as_millis()).unwrap_or(u64::MAX));
    Source { path, size: meta.len(), modified }
}
