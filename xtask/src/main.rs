//! The commands of the project: `cargo xtask help` lists them.
//!
//! They depend on the standard library alone, so that the first `cargo xtask` on a new machine starts in seconds.

mod args;
mod audit;
mod bom;
mod build;
mod cargo;
mod check;
mod cold_load;
mod css;
mod digest;
mod finish;
mod html;
mod js;
mod lint;
mod oldest;
mod process;
mod rebuild;
mod release;
mod results;
mod serve;
mod short_names;
mod size;
mod test;
mod tools;
mod torture;
mod wasm;
mod wasm_tests;
mod webkit;
mod workspace;

use args::Command;
use std::process::ExitCode;
use workspace::Workspace;

/// What a command yields, or a message that says what went wrong, where, and what to do.
pub(crate) type Result<T> = std::result::Result<T, String>;

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
        Command::BuildPlanted => build::planted(workspace)?,
        Command::Check => check::check(workspace)?,
        Command::Size { top } => size::size(workspace, top)?,
        Command::Finish => finish::finish(workspace)?,
        Command::Torture { arguments } => return torture::torture(workspace, &arguments),
        Command::Test { only, arguments } => return Ok(test::test(workspace, &only, &arguments)),
    }
    Ok(ExitCode::SUCCESS)
}
