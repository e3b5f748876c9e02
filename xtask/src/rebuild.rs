//! Checks that a second build gives the same files, so that anyone who wants to know what runs can build it and compare.

use crate::digest::{hex, sha256};
use crate::workspace::{Workspace, files_below};
use crate::{Result, build};
use std::collections::BTreeMap;
use std::fs;
use std::os::unix::fs::symlink;
use std::path::Path;

/// The digest of each file, by name.
type Digests = BTreeMap<String, String>;

/// Builds all of it again, from nothing and in another folder, and compares every file that is shipped.
pub(crate) fn rebuild(workspace: &Workspace) -> Result<()> {
    let again = workspace.target().join("again");
    // A build that finds nothing of an earlier one is what another machine would do.
    let _ = fs::remove_dir_all(&again);
    fs::create_dir_all(&again).map_err(|error| format!("cannot create {}: {error}", again.display()))?;
    let tools = again.join("tools");
    symlink(workspace.tools(), &tools).map_err(|error| format!("cannot link {}: {error}", tools.display()))?;
    let dist = again.join("dist");
    build::release(workspace, &dist, Some(&again))?;
    let (first, second) = (digests(&workspace.dist())?, digests(&dist)?);
    let _ = fs::remove_dir_all(&again);
    let differences = differences(&first, &second);
    if differences.is_empty() {
        println!("Both builds have the same {} files", first.len());
        return Ok(());
    }
    Err(format!("two builds of the same source differ:\n  {}", differences.join("\n  ")))
}

fn digests(dist: &Path) -> Result<Digests> {
    let digest = |file: &std::path::PathBuf| {
        let bytes = fs::read(file).map_err(|error| format!("cannot read {}: {error}", file.display()))?;
        Ok((file.strip_prefix(dist).unwrap_or(file).display().to_string(), hex(&sha256(&bytes))))
    };
    files_below(dist)?.iter().map(digest).collect()
}

/// Every file that differs between the two.
fn differences(first: &Digests, second: &Digests) -> Vec<String> {
    let names = first.keys().chain(second.keys().filter(|name| !first.contains_key(*name)));
    let digest = |of: &Digests, name: &String| of.get(name).cloned().unwrap_or_else(|| "nothing".to_owned());
    names
        .filter(|name| first.get(*name) != second.get(*name))
        .map(|name| format!("{name}: {} and {}", digest(first, name), digest(second, name)))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_only_one_build_has_is_a_difference() {
        let of =
            |files: &[(&str, &str)]| files.iter().map(|(name, digest)| ((*name).into(), (*digest).into())).collect();
        let first: Digests = of(&[("a", "1"), ("b", "2"), ("c", "3")]);
        assert_eq!(differences(&first, &first), Vec::<String>::new());
        let second = of(&[("a", "1"), ("b", "4"), ("d", "5")]);
        assert_eq!(differences(&first, &second), ["b: 2 and 4", "c: 3 and nothing", "d: nothing and 5"]);
    }
}
