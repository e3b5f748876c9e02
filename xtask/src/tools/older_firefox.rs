//! The Firefox ESR before the newest, from Debian's archive, unpacked beside the installed one.

use crate::workspace::Workspace;
use crate::{Result, process};
use std::fs;
use std::path::PathBuf;
use std::process::Command;

const PACKAGE: &str = "firefox-esr";

/// The program; nothing where the archive has but one version, or there is no such archive.
pub(crate) fn program(workspace: &Workspace) -> Result<Option<PathBuf>> {
    let offered = process::output(Command::new("apt-cache").args(["madison", PACKAGE])).unwrap_or_default();
    let Some(version) = older(&offered) else { return Ok(None) };
    let folder = workspace.tools().join(format!("{PACKAGE}-{version}"));
    let program = folder.join("usr/lib").join(PACKAGE).join(PACKAGE);
    if !program.is_file() {
        fs::create_dir_all(&folder).map_err(|error| format!("cannot create {}: {error}", folder.display()))?;
        let wanted = format!("{PACKAGE}={version}");
        process::run(Command::new("apt-get").args(["download", &wanted]).current_dir(&folder))?;
        process::run(Command::new("sh").args(["-c", "dpkg --extract ./*.deb . && rm ./*.deb"]).current_dir(&folder))?;
    }
    Ok(Some(program))
}

/// The oldest of the versions in a list such as `firefox-esr | 140.12.0esr-1 | address`, if there is a newer one too.
fn older(offered: &str) -> Option<&str> {
    let versions = offered.lines().filter_map(|line| line.split('|').nth(1).map(str::trim));
    let release = |version: &&str| version.split('.').next().and_then(|release| release.parse::<u32>().ok());
    let oldest = versions.clone().min_by_key(release)?;
    versions.map(|version| release(&version)).any(|other| other > release(&oldest)).then_some(oldest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_oldest_is_chosen_where_there_is_a_newer_one() {
        let line = |version: &str| format!("firefox-esr | {version} | http://a/debian bookworm/main amd64 Packages\n");
        let (new, old) = (line("153.8.0esr-1~deb12u1"), line("140.12.0esr-1~deb12u1"));
        assert_eq!(older(&(new.clone() + &old)), Some("140.12.0esr-1~deb12u1"));
        assert_eq!(older(&new), None);
        assert_eq!(older(&(new.clone() + &line("153.7.0esr-1~deb12u1"))), None);
        assert_eq!(older(""), None);
    }
}
