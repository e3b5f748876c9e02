//! Reads the command line of `cargo xtask`.

use crate::Result;
use pico_args::Arguments;
use std::ffi::OsString;
use std::fmt::Display;
use std::path::PathBuf;
use std::str::FromStr;

/// What `cargo xtask help` prints.
pub(crate) const HELP: &str = "\
cargo xtask <command>

  serve [--port N]    build, serve on 127.0.0.1 (port 8080, or the next free one), rebuild on change
  build [--dev]       the release build, into dist/, and on Linux the native command; with --dev the quick one, for trying the end-to-end tests
  build --failpoints  the one with failpoints, for the tests, into target/failpoints/
  package             the release build, and of it the npm package, into dist/npm/
  check               format, lints and native tests: the quick inner loop
  test [--only PART]… [-- ARGS]
                      every test: lint, native, documents (their schemas), wasm (three engines), build, rebuild, audit, size, scale
                      (DuckDB, Spark, the board), oldest, servers (nginx, Apache, Caddy), e2e, hosts (frameworks); ARGS go to the test runner
  torture kill|crash --engine chromium|firefox|webkit [--runs N] [--seed N]
                      ends browsers with kill -9 while someone types (200 times each), and reports what was lost
  torture reading --engine chromium|firefox|webkit [--runs N] [--seed N]
                      ends browsers with kill -9 while the board takes files in (20 times each), and reports what was lost
  torture powercut --engine chromium|firefox [--runs N] [--seed N] [--names journal|folder]
                      cuts the power under browsers while someone types (50 times): their disk, a file system in
                      memory, keeps only what was synced; needs Linux, root and FUSE
  torture panic --engine chromium|firefox|webkit [--story NAME] [--place PART]
                      makes the program panic at each message, effect and drawing, and reports what did not hold
  torture all [--runs N] [--seed N]
                      kills, crashes, readings and panics in every engine
  generate --files N --out DIR [--seed N]
                      makes up what N units might send, with traps, into a new or empty folder; the same seed
                      (default 1) gives the same files; the decisions on them go into DIR.decisions.json beside it
  bench load [--runs N]
                      what a first visit waits for on a slow line, beside the same form written by hand
  bench board [--runs N] [--files N]…
                      what the officer waits for at the board with 100, 1,000 and 10,000 units, beside a plain reader in
                      JavaScript; in Chromium
  documents           sample documents and workbooks as LibreOffice shows them, beside the same reports as Chromium prints
                      them: PDFs and pictures, into target/office/; compares where pages begin
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
    /// Build the product.
    Build {
        /// Quick to make and large, rather than the release.
        dev: bool,
    },
    /// The build with failpoints.
    BuildFailpoints,
    /// Make the npm package.
    Package,
    /// The quick inner loop.
    Check,
    /// Every test, or some parts.
    Test {
        /// The parts to run; all if empty.
        only: Vec<TestPart>,
        /// What the test runner gets.
        arguments: Vec<String>,
    },
    /// Browsers that end while someone types.
    Torture {
        /// What the rig gets.
        arguments: Vec<String>,
    },
    /// A made-up gathering, as files.
    Generate {
        /// How many usual files: one for each unit.
        files: usize,
        /// What chance follows from.
        seed: u64,
        /// The folder.
        out: PathBuf,
    },
    /// How long a first visit takes.
    BenchLoad {
        /// How many visits of each page.
        runs: usize,
    },
    /// How long the board takes with many files.
    BenchBoard {
        /// How many times.
        runs: usize,
        /// Of how many units; some sizes if empty.
        files: Vec<usize>,
    },
    /// Documents and workbooks as other programs show them.
    Documents,
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
pub(crate) enum TestPart {
    /// Format and lints, natively and for wasm32.
    Lint,
    /// Tests that need no browser.
    Native,
    /// Documents and workbooks beside the schemas of their formats.
    Documents,
    /// Tests of the browser floor, inside the browsers.
    Wasm,
    Build,
    /// Whether a second build gives the same program.
    Rebuild,
    /// What must hold of the files of the release build.
    Audit,
    /// The size of the release build.
    Size,
    /// The native command beside DuckDB, Spark and the board.
    Scale,
    /// The officer's job in the oldest browser.
    Oldest,
    /// What web servers make of the lines that webmasters are given.
    Servers,
    /// Tests of the built product, from outside.
    E2e,
    /// The npm package in applications of frameworks.
    Hosts,
}

impl TestPart {
    /// Every part, in the order in which they run.
    pub(crate) const ALL: [TestPart; 13] = [
        TestPart::Lint,
        TestPart::Native,
        TestPart::Documents,
        TestPart::Wasm,
        TestPart::Build,
        TestPart::Rebuild,
        TestPart::Audit,
        TestPart::Size,
        TestPart::Scale,
        TestPart::Oldest,
        TestPart::Servers,
        TestPart::E2e,
        TestPart::Hosts,
    ];

    /// The word that selects it.
    pub(crate) fn name(self) -> &'static str {
        match self {
            TestPart::Lint => "lint",
            TestPart::Native => "native",
            TestPart::Documents => "documents",
            TestPart::Wasm => "wasm",
            TestPart::Build => "build",
            TestPart::Rebuild => "rebuild",
            TestPart::Audit => "audit",
            TestPart::Size => "size",
            TestPart::Scale => "scale",
            TestPart::Oldest => "oldest",
            TestPart::Servers => "servers",
            TestPart::E2e => "e2e",
            TestPart::Hosts => "hosts",
        }
    }

    /// Whether it looks at what was built.
    pub(crate) fn wants_a_build(self) -> bool {
        match self {
            TestPart::Lint | TestPart::Native | TestPart::Documents | TestPart::Wasm => false,
            TestPart::Build => false,
            TestPart::Scale | TestPart::Rebuild | TestPart::Audit | TestPart::Size | TestPart::Oldest => true,
            TestPart::Servers | TestPart::E2e | TestPart::Hosts => true,
        }
    }

    /// Whether it drives browsers, which nothing else may hold up.
    pub(crate) fn wants_a_quiet_machine(self) -> bool {
        matches!(self, TestPart::Oldest | TestPart::Servers | TestPart::E2e | TestPart::Hosts)
    }

    fn parse(word: &str) -> Result<TestPart> {
        let known = || TestPart::ALL.map(TestPart::name).join(", ");
        TestPart::ALL
            .into_iter()
            .find(|part| part.name() == word)
            .ok_or_else(|| format!("no part of the tests is called `{word}`; there are {}", known()))
    }
}

/// Reads the command line, without the name of the program.
pub(crate) fn parse(words: &[String]) -> Result<Command> {
    // What follows two dashes is the test runner's, whatever it is.
    let (own, theirs) = words.split_at(words.iter().position(|word| word == "--").unwrap_or(words.len()));
    let mut arguments = Arguments::from_vec(own.iter().map(OsString::from).collect());
    if arguments.contains(["-h", "--help"]) {
        return Ok(Command::Help);
    }
    let word = |arguments: &mut Arguments| arguments.subcommand().map_err(|error| error.to_string());
    let name = word(&mut arguments)?.unwrap_or_default();
    let command = match name.as_str() {
        "" | "help" => Command::Help,
        "serve" => Command::Serve { port: number(&mut arguments, "--port")?.unwrap_or(DEFAULT_PORT) },
        "announce" => Command::Announce { port: number(&mut arguments, "--port")?.unwrap_or(DEFAULT_PORT) },
        "build" if arguments.contains("--failpoints") => Command::BuildFailpoints,
        "build" => Command::Build { dev: arguments.contains("--dev") },
        "package" => Command::Package,
        "check" => Command::Check,
        "bench" => match word(&mut arguments)?.as_deref() {
            Some("load") => Command::BenchLoad { runs: number(&mut arguments, "--runs")?.unwrap_or(5) },
            Some("board") => Command::BenchBoard {
                runs: number(&mut arguments, "--runs")?.unwrap_or(3),
                files: arguments.values_from_str("--files").map_err(|error| format!("`--files`: {error}"))?,
            },
            _ => return Err(format!("`bench` measures `load` or `board`\n\n{HELP}")),
        },
        "generate" => Command::Generate {
            files: required(&mut arguments, "--files")?,
            seed: number(&mut arguments, "--seed")?.unwrap_or(1),
            out: required(&mut arguments, "--out")?,
        },
        "documents" => Command::Documents,
        "size" => Command::Size { top: number(&mut arguments, "--top")?.unwrap_or(0) },
        "finish" => Command::Finish,
        "test" => Command::Test {
            only: arguments.values_from_fn("--only", TestPart::parse).map_err(|error| format!("`--only`: {error}"))?,
            arguments: theirs.iter().skip(1).cloned().collect(),
        },
        // The rig reads its own.
        "torture" => return Ok(Command::Torture { arguments: words.iter().skip(1).cloned().collect() }),
        _ => return Err(format!("there is no command `{name}`\n\n{HELP}")),
    };
    match (arguments.finish().first(), theirs.first()) {
        (Some(word), _) => Err(format!("`{name}` does not understand `{}`\n\n{HELP}", word.display())),
        (None, Some(_)) if name != "test" => Err(format!("`{name}` hands nothing on\n\n{HELP}")),
        _ => Ok(command),
    }
}

/// The value after `option`, which has to be there.
fn required<T: FromStr<Err: Display>>(arguments: &mut Arguments, option: &'static str) -> Result<T> {
    arguments.value_from_str(option).map_err(|error| format!("`{option}`: {error}"))
}

/// The number after `option`, if that is there.
fn number<N: FromStr<Err: Display>>(arguments: &mut Arguments, option: &'static str) -> Result<Option<N>> {
    arguments.opt_value_from_str(option).map_err(|error| format!("`{option}`: {error}"))
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
        assert_eq!(parsed("bench load --runs 3"), Ok(Command::BenchLoad { runs: 3 }));
        assert_eq!(
            parsed("bench board --files 100 --files 9"),
            Ok(Command::BenchBoard { runs: 3, files: vec![100, 9] })
        );
        assert!(parsed("bench").is_err());
        assert_eq!(parsed("size --top 20"), Ok(Command::Size { top: 20 }));
        assert_eq!(parsed("build"), Ok(Command::Build { dev: false }));
        assert_eq!(parsed("build --dev"), Ok(Command::Build { dev: true }));
        assert_eq!(parsed("build --failpoints"), Ok(Command::BuildFailpoints));
        let arguments = ["kill", "--engine", "webkit"].map(str::to_owned).to_vec();
        assert_eq!(parsed("torture kill --engine webkit"), Ok(Command::Torture { arguments }));
        assert_eq!(parsed(""), Ok(Command::Help));
    }

    #[test]
    fn a_gathering_is_made_up_by_number_folder_and_seed() {
        let made = |files, seed| Ok(Command::Generate { files, seed, out: "made/up".into() });
        assert_eq!(parsed("generate --files 100 --out made/up"), made(100, 1));
        assert_eq!(parsed("generate --files 10000 --seed 7 --out made/up"), made(10_000, 7));
    }

    #[test]
    fn what_follows_two_dashes_goes_to_the_test_runner() {
        let expected = Command::Test {
            only: vec![TestPart::Native, TestPart::E2e],
            arguments: vec!["--nocapture".to_owned(), "--only".to_owned()],
        };
        assert_eq!(parsed("test --only native --only e2e -- --nocapture --only"), Ok(expected));
    }

    #[test]
    fn what_is_not_understood_is_named() {
        for (line, named) in [
            ("serve --prot 1", "`--prot`"),
            ("serve --port x", "`--port`: failed to parse 'x'"),
            ("serve --port 70000", "`--port`: failed to parse '70000'"),
            ("serve --port", "`--port`"),
            ("build --debug", "`--debug`"),
            ("test --only speed", "`speed`"),
            ("deploy", "`deploy`"),
            ("bench", "`bench`"),
            ("generate --out made", "`--files`"),
            ("generate --files 10", "`--out`"),
            ("generate --files ten --out made", "`--files`: failed to parse 'ten'"),
        ] {
            let message = parsed(line).err().unwrap_or_default();
            assert!(message.contains(named), "{line}: {message}");
        }
    }
}
