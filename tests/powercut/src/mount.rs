//! The disk below a folder, and the cut.

use crate::{
    answer::answer,
    disk::Disk,
    node::Errno,
    wire::{self, Answer, Request},
};
use std::{
    fs::{File, OpenOptions},
    io::{self, ErrorKind, Read, Write},
    path::{Path, PathBuf},
    process::{Command, Stdio},
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    thread,
    time::{Duration, SystemTime},
};

/// How long a sync takes. Disks that people work on take about as long.
const SYNC: Duration = Duration::from_millis(5);
/// What `read` of the device fails with once nothing is mounted any more.
const NO_DEVICE: i32 = 19;

/// What an answer fails with where nobody waits for it any more: `ENOENT`, `EPERM` and the device's own.
const GONE: [i32; 3] = [2, 1, NO_DEVICE];

/// A disk below a folder. Dropping it takes it away from there.
#[derive(Debug)]
pub struct Mounted {
    folder: PathBuf,
    device: Arc<File>,
    shared: Arc<Mutex<Shared>>,
}

#[derive(Debug)]
struct Shared {
    disk: Disk,
    power: Power,
    /// The requests that came after the cut, by their numbers.
    waiting: Vec<u64>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Power {
    On,
    /// Nothing is answered.
    Cut,
    /// Everything is refused: whoever still waits is to be let go.
    Off,
}

impl Mounted {
    /// Puts a disk below a folder.
    ///
    /// # Errors
    /// Where the system has no FUSE, or does not let this process use it.
    pub fn mount(disk: Disk, folder: &Path) -> io::Result<Self> {
        let device = OpenOptions::new().read(true).write(true).open("/dev/fuse")?;
        let options = "fd=0,rootmode=40000,user_id=0,group_id=0,allow_other,default_permissions";
        let mut command = Command::new("mount");
        command.args(["-i", "-n", "-t", "fuse", "-o", options, "powercut"]).arg(folder);
        let status = command.stdin(Stdio::from(device.try_clone()?)).status()?;
        if !status.success() {
            return Err(io::Error::other(format!("`mount` ended with {status}")));
        }
        let shared = Shared { disk, power: Power::On, waiting: Vec::new() };
        let (device, shared) = (Arc::new(device), Arc::new(Mutex::new(shared)));
        let (its_device, its_shared) = (Arc::clone(&device), Arc::clone(&shared));
        thread::spawn(move || serve(&its_device, &its_shared));
        Ok(Self { folder: folder.to_owned(), device, shared })
    }

    /// Lets the disk have all that was written so far, as after a while in which nothing happened.
    pub fn settle(&self) {
        lock(&self.shared).disk.settle();
    }

    /// Cuts the power: from now on the disk takes nothing, answers nothing, and has only what was synced. Returns when.
    pub fn cut(&self) -> SystemTime {
        let mut shared = lock(&self.shared);
        shared.power = Power::Cut;
        shared.disk.forget_unsynced();
        SystemTime::now()
    }

    /// Lets go of the processes that wait for the disk, once they have been told to end.
    pub fn let_go(&self) {
        let mut shared = lock(&self.shared);
        shared.power = Power::Off;
        for number in std::mem::take(&mut shared.waiting) {
            tell(&self.device, number, Err(Errno::NO_POWER));
        }
    }

    /// Takes the disk away, to be put below a folder again: with what was synced, where the power was cut, and with all of it
    /// otherwise.
    pub fn take(self) -> Disk {
        self.unmount();
        std::mem::replace(&mut lock(&self.shared).disk, Disk::new(crate::Names::Journal))
    }

    fn unmount(&self) {
        self.let_go();
        // Processes that are about to end may still be in it.
        let _ = Command::new("umount").args(["-i", "-n", "-f", "-l"]).arg(&self.folder).stderr(Stdio::null()).status();
    }
}

impl Drop for Mounted {
    fn drop(&mut self) {
        self.unmount();
    }
}

fn lock(shared: &Mutex<Shared>) -> MutexGuard<'_, Shared> {
    shared.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Answers until nothing is mounted any more.
fn serve(mut device: &File, shared: &Mutex<Shared>) {
    let mut room = vec![0; wire::MOST_READ];
    loop {
        let length = match device.read(&mut room) {
            Ok(length) => length,
            Err(error) if error.raw_os_error() == Some(NO_DEVICE) => return,
            // A request was taken back before it was read.
            Err(error) if matches!(error.kind(), ErrorKind::Interrupted | ErrorKind::NotFound) => continue,
            Err(error) => {
                eprintln!("the disk has failed: {error}");
                return;
            }
        };
        let Ok(request) = Request::read(room.get(..length).unwrap_or_default()) else { continue };
        if !request.is_asked() {
            continue;
        }
        if [wire::FSYNC, wire::FSYNCDIR].contains(&request.what) {
            thread::sleep(SYNC);
        }
        let number = request.number;
        // The lock is held until the answer is given: the cut comes before it or after it.
        let mut shared = lock(shared);
        match shared.power {
            Power::On => tell(device, number, answer(&mut shared.disk, request)),
            Power::Cut => shared.waiting.push(number),
            Power::Off => tell(device, number, Err(Errno::NO_POWER)),
        }
    }
}

/// Nobody is told if the process that asked has ended, or nothing is mounted any more.
fn tell(mut device: &File, number: u64, answer: Result<Answer, Errno>) {
    match device.write(&wire::message(number, answer)) {
        Err(error) if !GONE.iter().any(|gone| error.raw_os_error() == Some(*gone)) => {
            eprintln!("the kernel does not take an answer of the disk: {error}");
        }
        Ok(_) | Err(_) => {}
    }
}
