//! `gather`: what the board does in a browser, for more files than a browser can hold. It reads as strictly and counts by the same
//! rules, on all cores, and stores what it read in bundles that a board opens.

mod args;
mod gathered;
mod intake;
mod shelf;
mod sources;
mod thing;

use args::{HELP, Options, options};
use domain::content::{self, ContentFault};
use gathered::{Gathered, Result as Outcome};
use gathering::decisions::Decisions;
use json::Limits;
use shelf::Shelf;
use sources::{Source, sources};
use std::fs::{self, File};
use std::io::{BufWriter, Write};
use std::path::Path;
use std::process::ExitCode;
use std::{env, thread};

fn main() -> ExitCode {
    let asked = options(env::args_os().skip(1).collect());
    let done = asked.and_then(|options| match options {
        Some(options) => run(&options),
        None => {
            println!("{HELP}");
            Ok(())
        }
    });
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => {
            eprintln!("error: {problem}");
            ExitCode::FAILURE
        }
    }
}

fn run(options: &Options) -> Result<(), String> {
    let given = |path: &Option<_>| path.as_deref().map(bytes).transpose();
    let (directive, roster) = (given(&options.directive)?, given(&options.roster)?);
    let (directive, roster) = content::read(directive.as_deref(), roster.as_deref()).map_err(|fault| told(&fault))?;
    let decisions = options.decisions.as_deref().map(decisions).transpose()?.unwrap_or_default();
    let threads = options.threads.or_else(|| thread::available_parallelism().ok().map(usize::from)).unwrap_or(1);
    let mut gathered = Gathered::default();
    let mut shelf = options.out.as_deref().map(|out| Shelf::open(out, &directive.id)).transpose()?;
    if let Some(shelf) = &mut shelf {
        gathered.recall(std::mem::take(&mut shelf.told));
        let kept = sources(&shelf.bundles())?;
        intake::read_all(&kept, &directive.id, threads, |_, things| {
            gathered.take_kept(things);
            Ok(())
        })?;
    }
    let is_new = |source: &Source| shelf.as_ref().is_none_or(|shelf| !shelf.has(source));
    let new: Vec<Source> = sources(&options.paths)?.into_iter().filter(is_new).collect();
    intake::read_all(&new, &directive.id, threads, |source, things| {
        if let Some(shelf) = &mut shelf {
            shelf.keep(source, &things)?;
        }
        gathered.take(source.path.to_string_lossy().into_owned(), things);
        Ok(())
    })?;
    let outcome = Outcome::of(gathered, options, &directive, &roster, &decisions);
    print!("{}", outcome.told());
    if let (Some(mut shelf), Some(out)) = (shelf, options.out.as_deref()) {
        shelf.close()?;
        write(&out.join("basis.ndjson"), &mut |file| file.write_all(outcome.basis_line().as_bytes()))?;
        write(&out.join("summary.ndjson"), &mut |file| file.write_all(outcome.summary_lines().as_bytes()))?;
        let mut outcome = Some(outcome);
        write(&out.join("verdicts.ndjson"), &mut |file| {
            outcome.take().map_or(Ok(()), |outcome| outcome.write_verdicts(file))
        })?;
    }
    Ok(())
}

fn decisions(path: &Path) -> Result<Decisions, String> {
    let json = json::read(&bytes(path)?, &Limits::STORE).map_err(|error| {
        format!("{}: line {}, column {}: {:?}", path.display(), error.place.line, error.place.column, error.cause)
    })?;
    let read = json::read_as(json).map_err(|error| format!("{}: {}: {:?}", path.display(), error.path, error.kind))?;
    // What was removed may still stand beside its trace.
    let mut decisions = Decisions::default();
    decisions.join(read);
    Ok(decisions)
}

fn bytes(path: &Path) -> Result<Vec<u8>, String> {
    fs::read(path).map_err(|error| format!("{}: {error}", path.display()))
}

fn told(fault: &ContentFault) -> String {
    format!("{:?}: {}: {:?}", fault.name, fault.path, fault.cause)
}

/// Writes a file that is there whole or not at all.
fn write(path: &Path, content: &mut dyn FnMut(&mut dyn Write) -> std::io::Result<()>) -> Result<(), String> {
    let begun = path.with_extension("part");
    let written = File::create(&begun).and_then(|file| {
        let mut file = BufWriter::new(file);
        content(&mut file)?;
        file.flush()
    });
    written.and_then(|()| fs::rename(&begun, path)).map_err(|error| format!("{}: {error}", path.display()))
}
