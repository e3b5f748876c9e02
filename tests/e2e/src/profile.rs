//! A profile with which Firefox was started and ended once: starting with a copy of it takes half the work.

use crate::{
    engine::{Engine, Home, Storage},
    paths,
    session::Session,
};
use anyhow::{Context, Result};
use std::{fs, path::PathBuf};
use tokio::sync::OnceCell;

static BEGUN: OnceCell<PathBuf> = OnceCell::const_new();

/// Lays a copy of the profile into a home that has none yet.
pub(crate) async fn lay_into(home: &Home) -> Result<()> {
    let begun = BEGUN.get_or_try_init(begin).await?;
    paths::copy_folder(begun, &home.profile())
}

async fn begin() -> Result<PathBuf> {
    let folder = paths::output("firefox/profile")?.with_file_name("");
    // What an earlier run of the tests has left.
    let _ = fs::remove_dir_all(&folder);
    let home = Home { folder, wk_launch: PathBuf::new(), storage: Storage::Kept, layers: false };
    let session = Session::start(Engine::Firefox, &home).await?;
    // An orderly end, so that all of it is on the disk.
    session.web.clone().quit().await.context("Firefox did not end")?;
    Ok(home.profile())
}
