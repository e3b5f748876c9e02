//! The power cut: the browser's profile is on a disk in memory that forgets, at that moment, what was not synced.

use super::{End, Summary, ends};
use crate::{Engine, Page, Server, pool::TemporaryHome};
use anyhow::{Context, Result};
use powercut::{Disk, Mounted, Names};
use std::{
    fs,
    path::{Path, PathBuf},
    time::SystemTime,
};

/// The disk below a profile.
#[derive(Debug)]
pub(super) struct Power {
    profile: PathBuf,
    names: Names,
    mounted: Option<Mounted>,
}

impl Power {
    fn on(disk: Disk, names: Names, profile: &Path) -> Result<Self> {
        let mounted = Mounted::mount(disk, profile).context("the cut of the power needs Linux, root and FUSE")?;
        Ok(Self { profile: profile.to_owned(), names, mounted: Some(mounted) })
    }

    /// Where no journal brings the names of folders to the disk, no browser syncs those of its profile: they are taken to be there
    /// from a while ago, with all that is in them as a person begins to type.
    pub(super) fn begins(&self) -> Result<()> {
        if self.names == Names::Folder {
            self.mounted.as_ref().context("the power is off")?.settle();
        }
        Ok(())
    }

    /// Cuts the power, ends every process, and tells when the power was gone. The disk takes nothing and says nothing from then
    /// on, so that no page hears of a write that came too late.
    pub(super) fn cut(&self, page: &Page) -> Result<SystemTime> {
        let mounted = self.mounted.as_ref().context("the power is off already")?;
        let cut = mounted.cut();
        page.session.kill_and(|| mounted.let_go());
        Ok(cut)
    }

    /// Puts the disk, as the cut has left it, below the profile again.
    pub(super) fn back(&mut self) -> Result<()> {
        let disk = self.mounted.take().context("there is no disk")?.take();
        *self = Self::on(disk, self.names, &self.profile)?;
        self.without_what_the_driver_left()
    }

    /// Chromium's driver writes the preferences into the profile without a sync, and refuses to start on what is then left of them:
    /// nothing. By itself a browser starts anew with an empty file, as it does without one.
    fn without_what_the_driver_left(&self) -> Result<()> {
        for name in ["Default/Preferences", "Local State"] {
            let file = self.profile.join(name);
            if fs::metadata(&file).is_ok_and(|found| found.len() == 0) {
                fs::remove_file(&file).with_context(|| format!("cannot remove {name}"))?;
            }
        }
        Ok(())
    }
}

/// Starts a browser on the built product, with its profile on such a disk, and cuts its power `runs` times. `told` hears of
/// every run.
pub fn power_cut(
    (engine, names): (Engine, Names),
    (runs, seed): (u32, u64),
    wk_launch: PathBuf,
    told: impl FnMut(&str),
) -> Result<Summary> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    runtime.block_on(async {
        let server = Server::serve(crate::paths::dist()?)?;
        let home = TemporaryHome::new(wk_launch);
        home.get().make()?;
        let mut power = Power::on(Disk::new(names), names, &home.get().profile())?;
        let mut page = Page::start(engine, home.get(), server).await?;
        ends(&mut page, End::Cut(&mut power), (runs, seed), told).await
    })
}
