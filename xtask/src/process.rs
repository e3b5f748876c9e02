//! Starts other programs, watches them, and names them when they fail.

use crate::Result;
use crate::results::Tally;
use std::io::{BufRead, BufReader, ErrorKind, Write};
use std::process::{Command, Stdio};

/// Runs a program that writes to the terminal as it goes.
pub(crate) fn run(command: &mut Command) -> Result<()> {
    let status = command.status().map_err(|error| not_started(command, &error))?;
    if status.success() { Ok(()) } else { Err(format!("`{}` failed ({status})", line(command))) }
}

/// Runs a program for what it prints, also where it fails; its errors go to the terminal.
pub(crate) fn output(command: &mut Command) -> Result<String> {
    let output = command.stderr(Stdio::inherit()).output().map_err(|error| not_started(command, &error))?;
    if !output.status.success() {
        let said = String::from_utf8_lossy(&output.stdout);
        return Err(format!("`{}` failed ({})\n{said}", line(command), output.status).trim_end().to_owned());
    }
    String::from_utf8(output.stdout).map_err(|_| format!("`{}` printed what is not UTF-8", line(command)))
}

/// Whether a program starts and succeeds. Nothing is shown.
pub(crate) fn succeeds(command: &mut Command) -> bool {
    command.stdout(Stdio::null()).stderr(Stdio::null()).status().is_ok_and(|status| status.success())
}

/// Runs tests: shows what they print, line by line, and adds their results to `tally`.
pub(crate) fn run_tests(command: &mut Command, tally: &mut Tally) -> Result<()> {
    let mut child = command.stdout(Stdio::piped()).spawn().map_err(|error| not_started(command, &error))?;
    if let Some(stdout) = child.stdout.take() {
        show(BufReader::new(stdout), std::io::stdout(), tally)
            .map_err(|error| format!("`{}`: {error}", line(command)))?;
    }
    let status = child.wait().map_err(|error| format!("`{}`: {error}", line(command)))?;
    if status.success() { Ok(()) } else { Err(format!("`{}` failed ({status})", line(command))) }
}

fn show(mut from: impl BufRead, mut to: impl Write, tally: &mut Tally) -> std::io::Result<()> {
    let mut bytes = Vec::new();
    while from.read_until(b'\n', &mut bytes)? > 0 {
        to.write_all(&bytes)?;
        tally.read(&String::from_utf8_lossy(&bytes));
        bytes.clear();
    }
    to.flush()
}

/// The command, with arguments for the tests that it runs.
pub(crate) fn with<'a>(command: &'a mut Command, arguments: &[String]) -> &'a mut Command {
    if arguments.is_empty() { command } else { command.arg("--").args(arguments) }
}

/// The command as a person would type it.
pub(crate) fn line(command: &Command) -> String {
    let mut words = vec![command.get_program().to_string_lossy()];
    if let Some(name) = std::path::Path::new(command.get_program()).file_name() {
        words = vec![name.to_string_lossy()];
    }
    words.extend(command.get_args().map(|word| word.to_string_lossy()));
    words.join(" ")
}

fn not_started(command: &Command, error: &std::io::Error) -> String {
    let program = command.get_program().to_string_lossy();
    match error.kind() {
        ErrorKind::NotFound => format!("`{program}` is not installed, or not in PATH"),
        _ => format!("`{program}` does not start: {error}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_failure_names_the_command_as_typed() {
        let message = run(Command::new("/bin/sh").args(["-c", "exit 3"])).err().unwrap_or_default();
        assert!(message.starts_with("`sh -c exit 3` failed"), "{message}");
    }

    #[test]
    fn what_a_program_printed_before_it_failed_is_told() {
        let message = output(Command::new("/bin/sh").args(["-c", "echo found; exit 3"])).err().unwrap_or_default();
        assert!(message.contains(" failed (") && message.ends_with("\nfound"), "{message}");
    }

    #[test]
    fn a_missing_program_is_named() {
        let message = output(&mut Command::new("no-such-program")).err().unwrap_or_default();
        assert_eq!(message, "`no-such-program` is not installed, or not in PATH");
    }

    #[test]
    fn what_is_shown_is_also_counted() -> std::io::Result<()> {
        let printed = b"test a ... ok\ntest result: FAILED. 2 passed; 1 failed; 0 ignored\n\xff";
        let (mut shown, mut tally) = (Vec::new(), Tally::default());
        show(printed.as_slice(), &mut shown, &mut tally)?;
        assert_eq!(shown, printed);
        assert_eq!(tally, Tally { passed: 2, failed: 1 });
        Ok(())
    }
}
