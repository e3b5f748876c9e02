//! The commands of the project; `cargo xtask help` lists them.
//!
//! They have few dependencies, so that the first `cargo xtask` on a new machine starts within a minute.

mod args;
mod audit;
mod bench;
mod beside;
mod board;
mod bom;
mod build;
mod cargo;
mod check;
mod cold_load;
mod digest;
mod documents;
mod e2e;
mod esbuild;
mod finish;
mod generate;
mod hosts;
mod html;
mod json;
mod lint;
mod local_paths;
mod native;
mod oldest;
mod package;
mod problem;
mod process;
mod rebuild;
mod release;
mod results;
mod scale;
mod serve;
mod servers;
mod shell;
mod short_names;
mod size;
mod test;
mod toolchain;
mod tools;
mod torture;
mod typings;
mod wasm;
mod wasm_tests;
mod webkit;
mod workspace;

pub(crate) use problem::Result;

use args::Command;
use std::process::ExitCode;
use workspace::Workspace;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    args::parse(&arguments).and_then(run).unwrap_or_else(|message| {
        eprintln!("error: {message}");
        ExitCode::FAILURE
    })
}

fn run(command: Command) -> Result<ExitCode> {
    let workspace = &Workspace::find()?;
    match command {
        Command::Help => println!("{}", args::HELP),
        Command::Serve { port } => serve::serve(workspace, port)?,
        Command::Announce { port } => serve::announce(port),
        Command::Build { dev } => build::build(workspace, dev)?,
        Command::BuildFailpoints => build::failpoints(workspace)?,
        Command::Package => package::package(workspace)?,
        Command::Check => check::check(workspace)?,
        Command::Generate { files, seed, out } => generate::generate(workspace, files, seed, &out)?,
        Command::BenchLoad { runs } => bench::load(workspace, runs)?,
        Command::BenchBoard { runs, files } => bench::board(workspace, runs, &files)?,
        Command::Documents => documents::look(workspace)?,
        Command::Size { top } => size::size(workspace, top)?,
        Command::Finish => finish::finish(workspace)?,
        Command::Torture { arguments } => return torture::torture(workspace, &arguments),
        Command::Test { only, arguments } => return Ok(test::test(workspace, &only, &arguments)),
    }
    Ok(ExitCode::SUCCESS)
}
