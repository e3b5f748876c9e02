//! `cargo xtask serve`: the product on this machine, rebuilt on change.

use crate::workspace::Workspace;
use crate::{Result, build, process, tools};
use std::io::{Read, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::os::unix::process::{CommandExt, parent_id};
use std::process::Command;
use std::thread::sleep;
use std::time::Duration;

const PORTS_TO_TRY: u16 = 100;
const PAUSE: Duration = Duration::from_millis(100);

/// Serves a development build until interrupted.
pub(crate) fn serve(workspace: &Workspace, port: u16) -> Result<()> {
    tools::ensure(workspace, tools::SERVE)?;
    let mut trunk = build::trunk(workspace)?;
    let free = free_port(port)?;
    if free != port {
        println!("Port {port} is taken, so it will be {free}.");
    }
    announcer(free)?;
    // Not into dist/, which is always the release build. Emptied, so that a build that fails shows no old product.
    let folder = workspace.target().join("serve");
    let _ = std::fs::remove_dir_all(&folder);
    trunk.args(["serve", "--no-autoreload", "true", "--no-spa", "true", "--address", "127.0.0.1"]);
    // Looking every half second: notifications of a single file end when an editor saves by replacing it.
    trunk.args(["--poll", "--poll-interval", "500ms"]);
    trunk.arg("--port").arg(free.to_string()).arg("--dist").arg(folder);
    // In place of this process: whoever stops the one that he started stops the server.
    let error = trunk.exec();
    Err(format!("`{}` does not start: {error}", process::line(&trunk)))
}

/// Prints the address as soon as it answers. Ends with the server, should that never answer.
pub(crate) fn announce(port: u16) {
    let server = parent_id();
    while parent_id() == server {
        match status(port).as_deref() {
            Some("200") => return println!("\n  Open http://127.0.0.1:{port}/  (Ctrl-C stops it)\n"),
            Some(_) => return println!("\n  The build failed: see above. It is tried again when a file changes.\n"),
            None => sleep(PAUSE),
        }
    }
}

fn announcer(port: u16) -> Result<()> {
    let own = std::env::current_exe().map_err(|error| format!("cannot find the program of this command: {error}"))?;
    let mut command = Command::new(own);
    command.args(["announce", "--port", &port.to_string()]);
    command.spawn().map_err(|error| format!("`{}` does not start: {error}", process::line(&command)))?;
    Ok(())
}

fn free_port(first: u16) -> Result<u16> {
    (first..=first.saturating_add(PORTS_TO_TRY))
        .find(|&port| TcpListener::bind((Ipv4Addr::LOCALHOST, port)).is_ok())
        .ok_or_else(|| format!("no port from {first} on is free: choose another with `cargo xtask serve --port N`"))
}

/// The status of the page, if a server answers.
fn status(port: u16) -> Option<String> {
    let mut stream = TcpStream::connect((Ipv4Addr::LOCALHOST, port)).ok()?;
    stream.set_read_timeout(Some(Duration::from_secs(5))).ok()?;
    stream.write_all(b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n").ok()?;
    let mut answer = String::new();
    stream.take(64).read_to_string(&mut answer).ok()?;
    answer.split(' ').nth(1).map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_taken_port_is_passed_over() {
        let taken = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))
            .and_then(|listener| Ok((listener.local_addr()?.port(), listener)));
        assert!(taken.is_ok());
        if let Ok((port, _listener)) = taken {
            assert!(free_port(port).is_ok_and(|free| free > port));
        }
    }
}
