//! Another release of the product, as the next one would be: with another version, a changed script, and the digests that follow
//! from that.

use crate::{Page, paths};
use anyhow::{Context, Result, ensure};
use base64::{Engine as _, prelude::BASE64_STANDARD};
use sha2::{Digest, Sha256};
use std::{
    collections::HashMap,
    fs,
    path::{Path, PathBuf},
};

/// Its version.
pub const NEXT: &str = "fedcba9876543210";

/// Loaded only when it is needed, which may be after a change of releases.
const CHANGED: &str = "carry.js";

/// A folder that is gone once it is dropped.
#[derive(Debug)]
pub struct Release(PathBuf);

impl Release {
    /// The release that follows on the one that the page's server has.
    pub fn next(page: &Page) -> Result<Self> {
        let from = page.server.root();
        let name = format!("release-{}-{:?}", std::process::id(), std::thread::current().id());
        let next = Self(std::env::temp_dir().join(name));
        paths::copy_folder(&from, &next.0)?;
        let version = version(&from)?;
        let mut changed = next.replace(&version, NEXT)?;
        ensure!(changed.iter().any(|file| file.ends_with("sw.js")), "the worker does not name its version");
        let script = next.0.join(CHANGED);
        fs::write(&script, fs::read_to_string(&script)? + "\n// Changed.\n")?;
        changed.push(script);
        // Whatever names the digest of a changed file changes with it.
        let mut named = HashMap::new();
        while let Some(file) = changed.pop() {
            let (before, now) = (from.join(file.strip_prefix(&next.0)?), digests(&file)?);
            let before = named.insert(file, now.clone()).map_or_else(|| digests(&before), Ok)?;
            for (before, now) in before.iter().zip(&now) {
                changed.extend(next.replace(before, now)?);
            }
        }
        Ok(next)
    }

    /// Where it is.
    #[must_use]
    pub fn folder(&self) -> &Path {
        &self.0
    }

    /// Replaces a text in every script and page, and returns those in which it was.
    fn replace(&self, old: &str, new: &str) -> Result<Vec<PathBuf>> {
        let mut changed = Vec::new();
        for entry in fs::read_dir(&self.0)? {
            let path = entry?.path();
            let is_text =
                path.extension().is_some_and(|ending| ["js", "html", "json"].iter().any(|one| ending == *one));
            if !is_text {
                continue;
            }
            let text = fs::read_to_string(&path)?;
            if old != new && text.contains(old) {
                fs::write(&path, text.replace(old, new))?;
                changed.push(path);
            }
        }
        Ok(changed)
    }
}

impl Drop for Release {
    fn drop(&mut self) {
        // What is left behind in the temporary folder harms nobody.
        let _ = fs::remove_dir_all(&self.0);
    }
}

fn version(folder: &Path) -> Result<String> {
    let list: serde_json::Value = serde_json::from_slice(&fs::read(folder.join("files.json"))?)?;
    Ok(list.get("version").and_then(|version| version.as_str()).context("no version in files.json")?.to_owned())
}

/// As the scripts and pages write it, and as the list of files does.
fn digests(file: &Path) -> Result<[String; 2]> {
    let digest = Sha256::digest(fs::read(file)?);
    Ok([BASE64_STANDARD.encode(digest), format!("{digest:x}")])
}
