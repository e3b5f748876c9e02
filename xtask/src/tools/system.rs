//! Packages of the operating system: the browsers, their drivers and web servers, which only Debian's tools can install.

use crate::{Result, process};
use std::env;
use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::process::Command;

/// A package of Debian.
#[derive(Clone, Copy)]
pub(crate) struct Package {
    pub(crate) name: &'static str,
    /// What shows that it is there.
    sign: Sign,
}

#[derive(Clone, Copy)]
enum Sign {
    /// A program in PATH, so that browsers from elsewhere are welcome too.
    Program(&'static str),
    /// A program that its package would have the machine start, now and from then on.
    Server(&'static str),
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
    Package { name: "fonts-dejavu-core", sign: Sign::Listed },
    // Reads what they print.
    Package { name: "poppler-utils", sign: Sign::Program("pdftotext") },
];

/// The web servers that webmasters have.
pub(crate) const SERVERS: &[Package] = &[
    Package { name: "nginx", sign: Sign::Server("nginx") },
    Package { name: "apache2", sign: Sign::Server("apache2") },
    Package { name: "caddy", sign: Sign::Server("caddy") },
];

/// What environments for packages of Python are made with.
pub(crate) const PYTHON: &[Package] = &[Package { name: "python3-venv", sign: Sign::Listed }];

/// What opens documents and workbooks, and what makes pictures of a PDF.
pub(crate) const OFFICE: &[Package] = &[
    Package { name: "libreoffice-writer", sign: Sign::Listed },
    Package { name: "libreoffice-calc", sign: Sign::Listed },
    Package { name: "poppler-utils", sign: Sign::Program("pdftoppm") },
];

/// What the engines that count run on.
pub(crate) const ENGINES: &[Package] = &[Package { name: "openjdk-17-jre-headless", sign: Sign::Program("java") }];

/// Asks here whether a service that was just installed may be started, and how it says no.
const MAY_START: &str = "/usr/sbin/policy-rc.d";
const NO: &str = "#!/bin/sh\nexit 101\n";

impl Package {
    fn is_there(self) -> bool {
        match self.sign {
            Sign::Program(program) => in_path(program),
            Sign::Server(program) => in_path(program) || Path::new("/usr/sbin").join(program).is_file(),
            Sign::Listed => !in_path("dpkg-query") || listed(self.name),
        }
    }
}

/// Those of `packages` that are missing.
pub(crate) fn missing(packages: &[Package]) -> Vec<Package> {
    packages.iter().copied().filter(|package| !package.is_there()).collect()
}

/// Installs those of `packages` that are not there.
pub(crate) fn install(packages: &[Package]) -> Result<()> {
    let packages = missing(packages);
    let missing: Vec<&str> = packages.iter().map(|package| package.name).collect();
    let by_hand = format!("apt-get update && apt-get install --no-install-recommends {}", missing.join(" "));
    if !in_path("apt-get") {
        return Err(format!("the tests need the programs of these Debian packages: {}", missing.join(", ")));
    }
    if !is_root() {
        return Err(format!("the tests need packages that only root can install: run\n  sudo sh -c '{by_hand}'"));
    }
    let explained = |error| format!("{error}\nTo install them by hand, run\n  {by_hand}");
    process::run(Command::new("apt-get").arg("update")).map_err(explained)?;
    let mut command = Command::new("apt-get");
    command.env("DEBIAN_FRONTEND", "noninteractive").args(["install", "--yes", "--no-install-recommends"]);
    without_starting(&packages, || process::run(command.args(&missing))).map_err(explained)
}

/// Installs with every server left alone: it would take a port of the machine, now and at each start.
fn without_starting(packages: &[Package], install: impl FnOnce() -> Result<()>) -> Result<()> {
    let servers = packages.iter().filter(|package| matches!(package.sign, Sign::Server(_)));
    let servers: Vec<&str> = servers.map(|package| package.name).collect();
    if servers.is_empty() {
        return install();
    }
    // A machine that has one says itself what may be started.
    let is_ours = !Path::new(MAY_START).exists();
    if is_ours {
        let runs = fs::Permissions::from_mode(0o755);
        let written = fs::write(MAY_START, NO).and_then(|()| fs::set_permissions(MAY_START, runs));
        written.map_err(|error| format!("cannot write {MAY_START}: {error}"))?;
    }
    let installed = install();
    if is_ours {
        fs::remove_file(MAY_START).map_err(|error| format!("cannot remove {MAY_START}: {error}"))?;
    }
    // Where there is no such program, nothing starts by itself.
    process::succeeds(Command::new("systemctl").arg("disable").args(servers));
    installed
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
