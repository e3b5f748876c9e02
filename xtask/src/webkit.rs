//! WebKit's driver. It has no headless mode, so it gets an invisible screen of its own.

use crate::Result;
use crate::workspace::Workspace;
use std::fs;
use std::io::{BufRead, BufReader};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

const PATIENCE: Duration = Duration::from_secs(20);
const PAUSE: Duration = Duration::from_millis(50);

/// A running driver; it and its screen end with this value.
pub(crate) struct WebKit {
    // The order matters: fields are dropped in it, and a browser that outlives its driver dies with its screen.
    _driver: Running,
    _screen: Running,
    port: u16,
}

impl WebKit {
    /// Starts the screen and the driver, and waits until it answers.
    pub(crate) fn start(workspace: &Workspace) -> Result<WebKit> {
        let (screen, display) = start_screen()?;
        let port = free_port().map_err(|error| format!("no port for WebKitWebDriver: {error}"))?;
        let profile = workspace.target().join("webkit");
        fs::create_dir_all(&profile).map_err(|error| format!("cannot create {}: {error}", profile.display()))?;
        let mut command = Command::new("WebKitWebDriver");
        command.arg(format!("--port={port}")).env("DISPLAY", display).env("GDK_BACKEND", "x11");
        for folder in ["XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"] {
            command.env(folder, &profile);
        }
        // Its sandbox needs rights that containers do not give; the only pages it opens are our own tests.
        command.env("WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS", "1");
        command.env("LIBGL_ALWAYS_SOFTWARE", "1").env("NO_AT_BRIDGE", "1").env("GSETTINGS_BACKEND", "memory");
        command.stdin(Stdio::null()).stderr(Stdio::null());
        let driver = Running::start(&mut command)?;
        wait_for(port)?;
        Ok(WebKit { _driver: driver, _screen: screen, port })
    }

    /// Where the driver listens.
    pub(crate) fn address(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }
}

fn start_screen() -> Result<(Running, String)> {
    let mut command = Command::new("Xvfb");
    command.args(["-displayfd", "1", "-screen", "0", "1280x900x24", "-nolisten", "tcp"]);
    command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::null());
    let mut screen = Running::start(&mut command)?;
    let mut number = String::new();
    if let Some(stdout) = screen.0.stdout.take() {
        BufReader::new(stdout).read_line(&mut number).map_err(|error| format!("Xvfb: {error}"))?;
    }
    match number.trim() {
        "" => Err("Xvfb ended without a screen: run `Xvfb -displayfd 1` to see why".to_owned()),
        number => Ok((screen, format!(":{number}"))),
    }
}

fn free_port() -> std::io::Result<u16> {
    Ok(TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?.local_addr()?.port())
}

fn wait_for(port: u16) -> Result<()> {
    let started = Instant::now();
    while TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_err() {
        if started.elapsed() > PATIENCE {
            return Err(format!("WebKitWebDriver does not listen on port {port} after {} s", PATIENCE.as_secs()));
        }
        sleep(PAUSE);
    }
    Ok(())
}

/// A process that does not outlive this value.
struct Running(Child);

impl Running {
    fn start(command: &mut Command) -> Result<Running> {
        let program = command.get_program().to_string_lossy().into_owned();
        command.spawn().map(Running).map_err(|error| format!("`{program}` does not start: {error}"))
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        // It may have ended by itself, which is as good.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}
