//! Reads the command line.

use domain::date::Date;
use gathering::succession::View;
use pico_args::Arguments;
use std::ffi::OsString;
use std::path::PathBuf;

/// What `gather --help` prints.
pub(crate) const HELP: &str = "\
gather [OPTIONS] PATH…

Reads the self-assessments in files, folders, archives, mails and bundles, says of each thing what became of it, and counts.

  --out FOLDER        keeps what was read there: bundles of about 256 MB, and a line for each thing. Begun again with the
                      same folder, it goes on where it was
  --directive FILE    the directive's data, where it is not the one built in
  --roster FILE       the roster of units, where it is not the one built in
  --decisions FILE    what people decided on the board: which file counts, whose it is, what is left out
  --from DAY          figures of a day before it are of an earlier period
  --deadline DAY      the last day on which a report is on time
  --cut-off DAY       the day as of which next steps are overdue
  --former            by the units as they were before any of them were merged
  --threads N         as many threads read; otherwise as many as there are cores
  --help              this text

A day is yyyy-mm-dd or dd/mm/yyyy. The exit code is 0 where all was read, whatever became of it.";

/// What is asked for.
#[derive(Debug, Default, PartialEq)]
pub(crate) struct Options {
    pub(crate) paths: Vec<PathBuf>,
    pub(crate) out: Option<PathBuf>,
    pub(crate) directive: Option<PathBuf>,
    pub(crate) roster: Option<PathBuf>,
    pub(crate) decisions: Option<PathBuf>,
    pub(crate) from: Option<Date>,
    pub(crate) deadline: Option<Date>,
    pub(crate) cut_off: Option<Date>,
    pub(crate) view: View,
    pub(crate) threads: Option<usize>,
}

/// Reads the arguments after the program's name; nothing, where the help is asked for.
pub(crate) fn options(arguments: Vec<OsString>) -> Result<Option<Options>, String> {
    let mut arguments = Arguments::from_vec(arguments);
    if arguments.contains("--help") {
        return Ok(None);
    }
    let mut path = |name| {
        let value = arguments.opt_value_from_os_str(name, |value| Ok::<_, String>(PathBuf::from(value)));
        value.map_err(|error| error.to_string())
    };
    let (out, directive) = (path("--out")?, path("--directive")?);
    let (roster, decisions) = (path("--roster")?, path("--decisions")?);
    let mut date = |name| arguments.opt_value_from_fn(name, day).map_err(|error| error.to_string());
    let (from, deadline, cut_off) = (date("--from")?, date("--deadline")?, date("--cut-off")?);
    let view = if arguments.contains("--former") { View::Former } else { View::Current };
    let threads = arguments.opt_value_from_str("--threads").map_err(|error| error.to_string())?;
    if threads == Some(0) {
        return Err("--threads: at least one has to read".to_owned());
    }
    let paths: Vec<PathBuf> = arguments.finish().into_iter().map(PathBuf::from).collect();
    if let Some(unknown) = paths.iter().find(|path| path.to_string_lossy().starts_with('-')) {
        return Err(format!("no option is called `{}`; `gather --help` lists them", unknown.display()));
    }
    if paths.is_empty() && out.is_none() {
        return Err("nothing to read: name files or folders; `gather --help` says more".to_owned());
    }
    Ok(Some(Options { paths, out, directive, roster, decisions, from, deadline, cut_off, view, threads }))
}

fn day(text: &str) -> Result<Date, String> {
    Date::from_typed(text).ok_or_else(|| format!("`{text}` is no day"))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]
    use super::*;

    fn parsed(line: &str) -> Result<Option<Options>, String> {
        options(line.split_whitespace().map(OsString::from).collect())
    }

    #[test]
    fn paths_and_options_may_be_mixed() {
        let found = parsed("a --deadline 15/7/2024 b --out kept --threads 3 --former").unwrap().unwrap();
        let expected = Options {
            paths: vec!["a".into(), "b".into()],
            out: Some("kept".into()),
            deadline: Date::from_iso("2024-07-15"),
            view: View::Former,
            threads: Some(3),
            ..Options::default()
        };
        assert_eq!(found, expected);
        assert_eq!(parsed("--help a"), Ok(None));
    }

    #[test]
    fn what_is_wrong_is_told() {
        for (line, told) in [
            ("", "nothing to read"),
            ("--from hôm-qua a", "is no day"),
            ("--threads 0 a", "--threads"),
            ("--threads x a", "--threads"),
            ("--quiet a", "`--quiet`"),
        ] {
            let error = parsed(line).unwrap_err();
            assert!(error.contains(told) || told == "--threads" && error.contains('x'), "{line}: {error}");
        }
    }
}
