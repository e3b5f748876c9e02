//! The command line.

use crate::Result;

/// What `cargo xtask help` prints.
pub(crate) const HELP: &str = "\
cargo xtask <command>

  serve [--port N]    build, serve on 127.0.0.1 (port 8080, or the next free one), rebuild on change
  build [--dev]       the release build, into dist/; with --dev the quick one, for trying the end-to-end tests
  build --planted     the one in which the tests plant panics, into target/planted/
  check               format, lints and native tests: the quick inner loop
  test [--only PART]… [-- ARGS]
                      every test: lint, native, wasm (three engines), build, rebuild, audit, size, oldest, e2e;
                      ARGS go to the test runner
  torture kill|crash --engine chromium|firefox|webkit [--runs N] [--seed N]
                      ends browsers with kill -9 while someone types (200 times each), and tells what was lost
  torture powercut --engine chromium|firefox [--runs N] [--seed N] [--names journal|folder]
                      cuts the power under browsers while someone types (50 times): their disk, a file system in
                      memory, has only what was synced; wants Linux, root and FUSE
  torture panic --engine chromium|firefox|webkit
                      has the program panic at each message, effect and drawing, and tells what did not hold
  torture all [--runs N] [--seed N]
                      kills, crashes and panics in every engine
  size [--top N]      what a first visit loads, raw and compressed; the N largest functions of the wasm
  help                this text

Missing tools are installed into target/tools the first time a command needs them.";

const DEFAULT_PORT: u16 = 8080;

/// A command with its options.
#[derive(Debug, PartialEq)]
pub(crate) enum Command {
    /// Explain the commands.
    Help,
    /// Build, serve and rebuild on change.
    Serve {
        /// The first port to try.
        port: u16,
    },
    /// Wait for the server on `port` and print its address. Started by `serve`.
    Announce {
        /// The port on which the server will listen.
        port: u16,
    },
    /// The build.
    Build {
        /// Quick to make and large, rather than the release.
        dev: bool,
    },
    /// The build in which the tests plant panics.
    BuildPlanted,
    /// The quick inner loop.
    Check,
    /// Every test, or some parts.
    Test {
        /// The parts to run; all if empty.
        only: Vec<Part>,
        /// What the test runner gets.
        arguments: Vec<String>,
    },
    /// Browsers that end while someone types.
    Torture {
        /// What the rig gets.
        arguments: Vec<String>,
    },
    /// What a first visit loads.
    Size {
        /// How many functions of the wasm to list.
        top: usize,
    },
    /// Completes what Trunk has staged. Started by Trunk.
    Finish,
}

/// A part of the tests.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Part {
    /// Format and lints, natively and for wasm32.
    Lint,
    /// Tests that need no browser.
    Native,
    /// Tests of the browser floor, inside the browsers.
    Wasm,
    /// The release build.
    Build,
    /// Whether a second build gives the same program.
    Rebuild,
    /// What must hold of the files of the release build.
    Audit,
    /// The size of the release build.
    Size,
    /// The officer's job in the oldest browser.
    Oldest,
    /// Tests of the built product, from outside.
    E2e,
}

impl Part {
    /// Every part, in the order in which they run.
    pub(crate) const ALL: [Part; 9] = [
        Part::Lint,
        Part::Native,
        Part::Wasm,
        Part::Build,
        Part::Rebuild,
        Part::Audit,
        Part::Size,
        Part::Oldest,
        Part::E2e,
    ];

    /// The word that selects it.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Part::Lint => "lint",
            Part::Native => "native",
            Part::Wasm => "wasm",
            Part::Build => "build",
            Part::Rebuild => "rebuild",
            Part::Audit => "audit",
            Part::Size => "size",
            Part::Oldest => "oldest",
            Part::E2e => "e2e",
        }
    }

    fn parse(word: &str) -> Result<Part> {
        let known = || Part::ALL.map(Part::name).join(", ");
        Part::ALL
            .into_iter()
            .find(|part| part.name() == word)
            .ok_or_else(|| format!("no part of the tests is called `{word}`; there are {}", known()))
    }
}

/// Reads the command line, without the name of the program.
pub(crate) fn parse(arguments: &[String]) -> Result<Command> {
    let Some((name, rest)) = arguments.split_first() else { return Ok(Command::Help) };
    let mut options = Options { rest: rest.iter() };
    let command = match name.as_str() {
        "help" | "--help" | "-h" => Command::Help,
        "serve" => Command::Serve { port: options.number("--port")?.unwrap_or(DEFAULT_PORT) },
        "announce" => Command::Announce { port: options.number("--port")?.unwrap_or(DEFAULT_PORT) },
        "build" if options.flag("--planted") => Command::BuildPlanted,
        "build" => Command::Build { dev: options.flag("--dev") },
        "check" => Command::Check,
        "size" => Command::Size { top: options.number("--top")?.unwrap_or(0) },
        "finish" => Command::Finish,
        "test" => return test_command(options),
        "torture" => Command::Torture { arguments: options.rest.by_ref().cloned().collect() },
        _ => return Err(format!("there is no command `{name}`\n\n{HELP}")),
    };
    match options.rest.next() {
        Some(word) => Err(format!("`{name}` does not understand `{word}`\n\n{HELP}")),
        None => Ok(command),
    }
}

fn test_command(mut options: Options<'_>) -> Result<Command> {
    let mut only = Vec::new();
    let mut arguments = Vec::new();
    while let Some(word) = options.rest.next() {
        match word.as_str() {
            "--only" => only.push(Part::parse(options.value("--only")?)?),
            "--" => arguments = options.rest.by_ref().cloned().collect(),
            _ => return Err(format!("`test` does not understand `{word}`\n\n{HELP}")),
        }
    }
    Ok(Command::Test { only, arguments })
}

struct Options<'a> {
    rest: std::slice::Iter<'a, String>,
}

impl<'a> Options<'a> {
    fn value(&mut self, option: &str) -> Result<&'a str> {
        self.rest.next().map(String::as_str).ok_or_else(|| format!("`{option}` needs a value after it"))
    }

    /// Whether `option` is the next word.
    fn flag(&mut self, option: &str) -> bool {
        let is_next = self.rest.as_slice().first().is_some_and(|word| word == option);
        if is_next {
            self.rest.next();
        }
        is_next
    }

    /// The number after `option`, if that is the next word.
    fn number<N: std::str::FromStr>(&mut self, option: &str) -> Result<Option<N>> {
        if !self.flag(option) {
            return Ok(None);
        }
        let value = self.value(option)?;
        value.parse().map(Some).map_err(|_| format!("`{option} {value}`: that is not a number it can use"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(line: &str) -> Result<Command> {
        parse(&line.split_whitespace().map(str::to_owned).collect::<Vec<_>>())
    }

    #[test]
    fn options_have_defaults() {
        assert_eq!(parsed("serve"), Ok(Command::Serve { port: 8080 }));
        assert_eq!(parsed("serve --port 9000"), Ok(Command::Serve { port: 9000 }));
        assert_eq!(parsed("size --top 20"), Ok(Command::Size { top: 20 }));
        assert_eq!(parsed("build"), Ok(Command::Build { dev: false }));
        assert_eq!(parsed("build --dev"), Ok(Command::Build { dev: true }));
        assert_eq!(parsed("build --planted"), Ok(Command::BuildPlanted));
        let arguments = ["kill", "--engine", "webkit"].map(str::to_owned).to_vec();
        assert_eq!(parsed("torture kill --engine webkit"), Ok(Command::Torture { arguments }));
        assert_eq!(parsed(""), Ok(Command::Help));
    }

    #[test]
    fn what_follows_two_dashes_goes_to_the_test_runner() {
        let expected = Command::Test {
            only: vec![Part::Native, Part::E2e],
            arguments: vec!["--nocapture".to_owned(), "--only".to_owned()],
        };
        assert_eq!(parsed("test --only native --only e2e -- --nocapture --only"), Ok(expected));
    }

    #[test]
    fn what_is_not_understood_is_named() {
        for (line, named) in [
            ("serve --prot 1", "`--prot`"),
            ("serve --port x", "`--port x`"),
            ("serve --port 70000", "`--port 70000`"),
            ("serve --port", "`--port`"),
            ("build --debug", "`--debug`"),
            ("test --only speed", "`speed`"),
            ("deploy", "`deploy`"),
        ] {
            let message = parsed(line).err().unwrap_or_default();
            assert!(message.contains(named), "{line}: {message}");
        }
    }
}
