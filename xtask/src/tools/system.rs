//! Packages of the operating system: the browsers and their drivers, which only Debian's tools can install.

use crate::{Result, process};
use std::env;
use std::process::Command;

/// A package of Debian.
#[derive(Clone, Copy)]
pub(crate) struct Package {
    /// Its name.
    pub(crate) name: &'static str,
    /// What shows that it is there.
    sign: Sign,
}

#[derive(Clone, Copy)]
enum Sign {
    /// A program in PATH, so that browsers from elsewhere are welcome too.
    Program(&'static str),
    /// No program: only Debian's list of packages knows.
    Listed,
}

/// The three engines, their drivers, a screen for the one that has no headless mode, and fonts with Vietnamese letters.
pub(crate) const BROWSERS: &[Package] = &[
    Package { name: "chromium", sign: Sign::Program("chromium") },
    Package { name: "chromium-driver", sign: Sign::Program("chromedriver") },
    Package { name: "firefox-esr", sign: Sign::Program("firefox-esr") },
    Package { name: "webkit2gtk-driver", sign: Sign::Program("WebKitWebDriver") },
    Package { name: "xvfb", sign: Sign::Program("Xvfb") },
    Package { name: "xauth", sign: Sign::Program("xauth") },
    Package { name: "fonts-liberation2", sign: Sign::Listed },
];

impl Package {
    fn is_there(self) -> bool {
        match self.sign {
            Sign::Program(program) => in_path(program),
            Sign::Listed => !in_path("dpkg-query") || listed(self.name),
        }
    }
}

/// Those of `packages` that are not there.
pub(crate) fn missing(packages: &[Package]) -> Vec<Package> {
    packages.iter().copied().filter(|package| !package.is_there()).collect()
}

/// Installs those of `packages` that are not there.
pub(crate) fn install(packages: &[Package]) -> Result<()> {
    let missing: Vec<&str> = missing(packages).iter().map(|package| package.name).collect();
    let by_hand = format!("apt-get update && apt-get install --no-install-recommends {}", missing.join(" "));
    if !in_path("apt-get") {
        return Err(format!(
            "the tests in browsers need the programs of these Debian packages: {}",
            missing.join(", ")
        ));
    }
    if !is_root() {
        return Err(format!(
            "the tests in browsers need packages that only root can install: run\n  sudo sh -c '{by_hand}'"
        ));
    }
    let explained = |error| format!("{error}\nTo install the browsers by hand, run\n  {by_hand}");
    process::run(Command::new("apt-get").arg("update")).map_err(explained)?;
    let mut command = Command::new("apt-get");
    command.env("DEBIAN_FRONTEND", "noninteractive").args(["install", "--yes", "--no-install-recommends"]);
    process::run(command.args(&missing)).map_err(explained)
}

fn in_path(program: &str) -> bool {
    env::split_paths(&env::var_os("PATH").unwrap_or_default()).any(|folder| folder.join(program).is_file())
}

fn listed(package: &str) -> bool {
    let status = Command::new("dpkg-query").args(["--show", "--showformat", "${db:Status-Status}", package]).output();
    status.is_ok_and(|output| output.stdout == b"installed")
}

fn is_root() -> bool {
    process::output(Command::new("id").arg("-u")).is_ok_and(|id| id.trim() == "0")
}
