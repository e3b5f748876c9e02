//! `cargo xtask check`: the quick inner loop.

use crate::cargo;
use crate::lint::{self, Step};
use crate::workspace::Workspace;
use crate::{Result, process, tools};
use std::time::Instant;

/// Runs format, lints and native tests, and says how long each took. A step that fails does not hide the others.
pub(crate) fn check(workspace: &Workspace) -> Result<()> {
    tools::ensure(workspace, tools::CHECK)?;
    cargo::fetch(workspace)?;
    let started = Instant::now();
    let mut steps = lint::steps(workspace)?;
    steps.extend(native_tests(workspace));
    let mut problems = Vec::new();
    for Step { name, mut command } in steps {
        let step_started = Instant::now();
        println!("── {name}");
        let result = process::run(&mut command);
        let said = if result.is_ok() { "ok" } else { "FAILED" };
        println!("── {name}: {said}, {:.1} s", step_started.elapsed().as_secs_f32());
        problems.extend(result.err().map(|problem| format!("{name}: {problem}")));
    }
    println!("── all in {:.1} s", started.elapsed().as_secs_f32());
    if problems.is_empty() { Ok(()) } else { Err(problems.join("\nerror: ")) }
}

/// The tests that need no browser.
pub(crate) fn native_tests(workspace: &Workspace) -> [Step; 2] {
    let product = ["test", "--no-fail-fast"].into_iter().chain(cargo::native());
    let own = ["test", "--no-fail-fast", "--package", "gather", "--package", "xtask", "--package", "powercut"];
    [
        Step { name: "native tests", command: cargo::cargo(workspace, product) },
        Step {
            name: "tests of the native command, of xtask and of the disk that forgets",
            command: cargo::cargo(workspace, own),
        },
    ]
}
