//! The paths of the building machine: no released file contains one.

use crate::workspace::Workspace;
use crate::{Result, cargo};
use std::env;
use std::fs;
use std::path::{Path, PathBuf};

/// The folders that it must not name: of the project, of cargo, of the person.
pub(crate) fn of(workspace: &Workspace) -> Vec<PathBuf> {
    let places = [Some(workspace.root().to_path_buf()), cargo::home(), env::home_dir()];
    places.into_iter().flatten().filter(|place| place.parent().is_some()).collect()
}

/// A released file must not tell on which machine, and as whom, it was built.
pub(crate) fn none_in(file: &Path, places: &[PathBuf]) -> Result<()> {
    let bytes = fs::read(file).map_err(|error| format!("cannot read {}: {error}", file.display()))?;
    for place in places {
        let place = format!("{}/", place.display());
        if bytes.windows(place.len()).any(|window| window == place.as_bytes()) {
            return Err(format!(
                "{} holds the local path {place}. Is RUSTFLAGS set? It replaces the flags that keep such paths out: unset it",
                file.display()
            ));
        }
    }
    Ok(())
}
