//! Writes a made-up gathering as files: `--files N --seed N --out DIR`. The decisions on it go into `DIR.decisions.json`, beside
//! the folder, so that the folder holds only what would be handed in.

use domain::directive::Directive;
use domain::roster::Roster;
use gathering::decisions::Decisions;
use gathering::succession::View;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use synthetic::Plan;

struct Wanted {
    files: usize,
    seed: u64,
    out: PathBuf,
}

/// What was written.
#[derive(Default)]
struct Written {
    things: usize,
    bytes: usize,
    decisions: usize,
}

fn main() -> ExitCode {
    match wanted(std::env::args_os().skip(1)).and_then(|wanted| write(&wanted)) {
        Ok(Written { things, bytes, decisions }) => {
            println!("{things} things, {bytes} bytes, {decisions} decisions");
            ExitCode::SUCCESS
        }
        Err(message) => {
            eprintln!("error: {message}");
            ExitCode::FAILURE
        }
    }
}

fn wanted(mut words: impl Iterator<Item = OsString>) -> Result<Wanted, String> {
    let (mut files, mut seed, mut out) = (None, None, None);
    while let Some(option) = words.next() {
        let option = option.to_string_lossy().into_owned();
        let value = words.next().ok_or_else(|| format!("`{option}` wants a value"))?;
        let number = || value.to_str().and_then(|text| text.parse::<u64>().ok());
        match option.as_str() {
            "--files" => files = number().and_then(|number| usize::try_from(number).ok()),
            "--seed" => seed = number(),
            "--out" => out = Some(PathBuf::from(&value)),
            _ => return Err(format!("`{option}` is not known")),
        }
    }
    let missing = |option: &str| format!("`{option}` is missing, or no number");
    Ok(Wanted {
        files: files.ok_or_else(|| missing("--files"))?,
        seed: seed.ok_or_else(|| missing("--seed"))?,
        out: out.ok_or_else(|| "`--out` is missing".to_owned())?,
    })
}

fn write(wanted: &Wanted) -> Result<Written, String> {
    let at = |path: &Path, error: std::io::Error| format!("{}: {error}", path.display());
    let out = &wanted.out;
    fs::create_dir_all(out).map_err(|error| at(out, error))?;
    if fs::read_dir(out).map_err(|error| at(out, error))?.next().is_some() {
        return Err(format!("{} is not empty", out.display()));
    }
    let data = |error| format!("{error:?}");
    let (directive, roster) = (Directive::built_in().map_err(data)?, Roster::built_in().map_err(data)?);
    let (directive, roster) = (&directive, &roster);
    let plan = Plan { seed: wanted.seed, files: wanted.files, directive, roster, view: View::Current };
    let (mut written, mut decisions) = (Written::default(), Decisions::default());
    for thing in synthetic::gathering(&plan) {
        let path = out.join(&thing.name);
        fs::write(&path, &thing.bytes).map_err(|error| at(&path, error))?;
        written.things += 1;
        written.bytes += thing.bytes.len();
        // Each is about something else: none takes the place of another.
        decisions.list.extend(thing.decisions);
    }
    written.decisions = decisions.list.len();
    let mut beside = out.clone().into_os_string();
    beside.push(".decisions.json");
    let beside = PathBuf::from(beside);
    let text = json::canonical(&json::written(decisions)) + "\n";
    fs::write(&beside, text).map_err(|error| at(&beside, error))?;
    Ok(written)
}
