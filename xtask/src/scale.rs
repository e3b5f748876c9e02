//! The native command beside DuckDB, Spark and the board: the same numbers of the same files, row for row.

use crate::results::Tally;
use crate::tools::python::ENGINES;
use crate::workspace::Workspace;
use crate::{Result, cargo, e2e, generate, native, process, tools};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// How many units report, and what chance follows from.
const FILES: usize = 2_000;
const SEED: u64 = 17;
/// The days of the generated gatherings, to which those of `scale/edges.py` are set, too.
const DAYS: [&str; 6] = ["--from", "2024-01-01", "--deadline", "2024-07-15", "--cut-off", "2024-07-31"];

/// Makes a gathering up, and has all four count it.
pub(crate) fn scale(workspace: &Workspace, tally: &mut Tally) -> Result<()> {
    tools::ensure(workspace, &[tools::SCALE, tools::E2E].concat())?;
    cargo::fetch(workspace)?;
    let folder = workspace.target().join("scale");
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).map_err(|error| format!("cannot create {}: {error}", folder.display()))?;
    let gather = native::gather(workspace)?;
    println!("── {FILES} units");
    let (made, edges) = (folder.join("made"), folder.join("edges"));
    generate::generate(workspace, FILES, SEED, &made)?;
    process::run(python(workspace, "edges.py").arg(&edges))?;
    let decisions = folder.join("made.decisions.json");
    let made = gathered(&gather, &made, Some(&decisions))?;
    let edges = gathered(&gather, &edges, None)?;
    println!("── gather, DuckDB and Spark");
    process::run_tests(python(workspace, "check.py").arg(folder.join("work")).args([made, edges]), tally)?;
    println!("── gather and the board");
    e2e::in_browsers(workspace, None, &["--test", "counted"], &[], tally)
}

/// Has the command read a folder. Returns where it has kept what was in it.
fn gathered(gather: &Path, folder: &Path, decisions: Option<&Path>) -> Result<PathBuf> {
    let kept = folder.with_extension("kept");
    let mut command = Command::new(gather);
    command.args(DAYS).arg("--out").arg(&kept).arg(folder);
    if let Some(decisions) = decisions {
        command.arg("--decisions").arg(decisions);
    }
    // What it tells people is long.
    process::run(command.stdout(Stdio::null()))?;
    Ok(kept)
}

fn python(workspace: &Workspace, script: &str) -> Command {
    let mut command = Command::new(ENGINES.program(workspace, "python"));
    // Nothing is written beside the sources.
    command.arg("-B").arg(workspace.root().join("scale").join(script));
    command
}
