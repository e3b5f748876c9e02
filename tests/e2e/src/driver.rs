//! The driver's process, its port, and how everything that it started is ended.

use crate::{
    engine::{Engine, Home},
    pool::RUN,
};
use anyhow::{Context, Result, bail, ensure};
use std::{
    fs,
    io::{BufRead, BufReader, Read},
    net::{Ipv4Addr, TcpListener, TcpStream},
    process::{Child, Command, Stdio},
    sync::{Arc, Mutex, PoisonError},
    thread,
    time::{Duration, Instant, SystemTime},
};

const PATIENCE: Duration = Duration::from_secs(20);
const BETWEEN_LOOKS: Duration = Duration::from_millis(10);

/// A running driver. Dropping it kills it with its browser.
#[derive(Debug)]
pub(crate) struct Driver {
    process: Child,
    _display: Option<Display>,
    output: Arc<Mutex<String>>,
    port: u16,
}

impl Driver {
    /// Starts the driver and waits until it listens.
    pub(crate) async fn start(engine: Engine, home: &Home) -> Result<Self> {
        let display = match engine {
            Engine::WebKit => Some(Display::start()?),
            Engine::Chromium | Engine::Firefox => None,
        };
        let port = free_port()?;
        let mut command = engine.driver(home, port, display.as_ref().map(|display| display.name.as_str()))?;
        let process = command
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .with_context(|| format!("cannot start the driver of {engine}: {command:?}"))?;
        let mut driver = Self { process, _display: display, output: Arc::default(), port };
        driver.collect_output();
        driver.listens().await?;
        Ok(driver)
    }

    /// Where commands go.
    pub(crate) fn address(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    /// Everything that the driver and its browser have said.
    pub(crate) fn output(&self) -> String {
        self.output.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// The most memory that the browser's processes ever took, each by itself, in bytes.
    pub(crate) fn most_memory(&self) -> u64 {
        let most = |pid: &u32| -> Option<u64> {
            let status = fs::read_to_string(format!("/proc/{pid}/status")).ok()?;
            let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
            Some(line.split_whitespace().next()?.parse::<u64>().ok()? * 1024)
        };
        descendants(self.process.id()).iter().filter_map(most).sum()
    }

    /// Kills the driver and every process of its browser at once, and waits until they are gone. Returns when the last of
    /// them was told to end.
    pub(crate) fn kill(&mut self) -> SystemTime {
        self.kill_and(|| {})
    }

    /// The same, with something to be done between telling them to end and waiting until they are gone.
    pub(crate) fn kill_and(&mut self, then: impl FnOnce()) -> SystemTime {
        let processes = descendants(self.process.id());
        let killed = kill(&processes);
        then();
        let _ = self.process.wait();
        wait_for_the_end(&processes);
        killed
    }

    /// Kills the processes of the browser whose command line holds `part`, such as those that run the pages, and waits
    /// until they are gone. Returns when the last of them was told to end.
    pub(crate) fn kill_those_with(&self, part: &str) -> Result<SystemTime> {
        let mut processes = descendants(self.process.id());
        processes.retain(|pid| command_line(*pid).contains(part));
        ensure!(!processes.is_empty(), "no process of the browser has {part:?} in its command line");
        let killed = kill(&processes);
        wait_for_the_end(&processes);
        Ok(killed)
    }

    fn collect_output(&mut self) {
        if let Some(stdout) = self.process.stdout.take() {
            collect(stdout, Arc::clone(&self.output));
        }
        if let Some(stderr) = self.process.stderr.take() {
            collect(stderr, Arc::clone(&self.output));
        }
    }

    async fn listens(&mut self) -> Result<()> {
        let start = Instant::now();
        while TcpStream::connect((Ipv4Addr::LOCALHOST, self.port)).is_err() {
            if let Some(status) = self.process.try_wait()? {
                bail!("the driver stopped with {status}: {}", self.output());
            }
            ensure!(start.elapsed() < PATIENCE, "the driver does not listen: {}", self.output());
            tokio::time::sleep(BETWEEN_LOOKS).await;
        }
        Ok(())
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        if matches!(self.process.try_wait(), Ok(None)) {
            self.kill();
        }
    }
}

/// A virtual screen of its own, so that sessions side by side do not take each other's focus.
#[derive(Debug)]
struct Display {
    process: Child,
    name: String,
}

impl Display {
    fn start() -> Result<Self> {
        let process = Command::new("Xvfb")
            .env(RUN, std::process::id().to_string())
            .args(["-displayfd", "1", "-screen", "0", "1600x1200x24", "-nolisten", "tcp"])
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .context("cannot start Xvfb")?;
        let mut display = Self { process, name: String::new() };
        let mut number = String::new();
        if let Some(stdout) = display.process.stdout.take() {
            BufReader::new(stdout).read_line(&mut number)?;
        }
        ensure!(!number.trim().is_empty(), "Xvfb offers no display");
        display.name = format!(":{}", number.trim());
        Ok(display)
    }
}

impl Drop for Display {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

fn free_port() -> Result<u16> {
    Ok(TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?.local_addr()?.port())
}

fn collect(from: impl Read + Send + 'static, into: Arc<Mutex<String>>) {
    thread::spawn(move || {
        for line in BufReader::new(from).split(b'\n').map_while(Result::ok) {
            let mut output = into.lock().unwrap_or_else(PoisonError::into_inner);
            output.push_str(&String::from_utf8_lossy(&line));
            output.push('\n');
        }
    });
}

fn kill(processes: &[u32]) -> SystemTime {
    let list: Vec<String> = processes.iter().map(u32::to_string).collect();
    // The shell's own `kill`: a bare machine may have no program of that name.
    let _ = Command::new("sh").args(["-c", &format!("kill -9 {}", list.join(" "))]).stderr(Stdio::null()).status();
    SystemTime::now()
}

fn wait_for_the_end(processes: &[u32]) {
    let start = Instant::now();
    while processes.iter().any(|pid| is_running(*pid)) && start.elapsed() < PATIENCE {
        thread::sleep(BETWEEN_LOOKS);
    }
}

/// The command line, its words divided by spaces; nothing for a process that is gone.
fn command_line(pid: u32) -> String {
    let line = fs::read(format!("/proc/{pid}/cmdline")).unwrap_or_default();
    String::from_utf8_lossy(&line).replace('\0', " ")
}

/// The process and all that descend from it, parents first.
fn descendants(root: u32) -> Vec<u32> {
    let family: Vec<(u32, u32)> = fs::read_dir("/proc")
        .into_iter()
        .flatten()
        .flatten()
        .filter_map(|entry| entry.file_name().to_str()?.parse().ok())
        .filter_map(|pid| Some((pid, parent(pid)?)))
        .collect();
    let mut found = vec![root];
    let mut next = 0;
    while let Some(&one) = found.get(next) {
        found.extend(family.iter().filter(|(_, parent)| *parent == one).map(|(pid, _)| *pid));
        next += 1;
    }
    found
}

/// The fields of `/proc/<pid>/stat` after the name, which may itself hold spaces and brackets.
fn status(pid: u32) -> Option<Vec<String>> {
    let line = fs::read_to_string(format!("/proc/{pid}/stat")).ok()?;
    Some(line.rsplit_once(')')?.1.split_whitespace().map(str::to_owned).collect())
}

fn parent(pid: u32) -> Option<u32> {
    status(pid)?.get(1)?.parse().ok()
}

fn is_running(pid: u32) -> bool {
    status(pid).is_some_and(|fields| fields.first().is_some_and(|state| state != "Z"))
}
