//! The same through the kernel, where this process may mount; elsewhere the test says that it tried nothing.

use powercut::{Disk, Mounted, Names};
use std::{
    env, fs,
    io::{self, Write},
    path::{Path, PathBuf},
    process,
};

/// An empty folder that goes with the test.
struct Folder(PathBuf);

impl Folder {
    fn make(name: &str) -> io::Result<Self> {
        let folder = env::temp_dir().join(format!("powercut-{}-{name}", process::id()));
        fs::create_dir_all(&folder)?;
        Ok(Self(folder))
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir(&self.0);
    }
}

fn write(path: &Path, text: &str, is_synced: bool) -> io::Result<()> {
    let mut file = fs::File::create(path)?;
    file.write_all(text.as_bytes())?;
    if is_synced { file.sync_data() } else { Ok(()) }
}

fn names(folder: &Path) -> io::Result<Vec<String>> {
    let mut names: Vec<String> = Vec::new();
    for entry in fs::read_dir(folder)? {
        names.push(entry?.file_name().to_string_lossy().into_owned());
    }
    names.sort();
    Ok(names)
}

#[test]
fn a_cut_leaves_what_was_synced() -> io::Result<()> {
    let folder = Folder::make("cut")?;
    let at = folder.0.as_path();
    let mounted = match Mounted::mount(Disk::new(Names::Journal), at) {
        Ok(mounted) => mounted,
        Err(error) => {
            println!("not tested, for want of FUSE: {error}");
            return Ok(());
        }
    };
    fs::create_dir(at.join("inner"))?;
    let long = "Ủy ban nhân dân quận ".repeat(20_000);
    write(&at.join("inner/long"), &long, true)?;
    write(&at.join("replaced"), "old", true)?;
    write(&at.join("new"), "new", false)?;
    fs::rename(at.join("new"), at.join("replaced"))?;
    fs::hard_link(at.join("replaced"), at.join("second"))?;
    std::os::unix::fs::symlink("inner/long", at.join("link"))?;
    assert_eq!(names(at)?, ["inner", "link", "replaced", "second"]);
    assert_eq!(fs::read_to_string(at.join("second"))?, "new");
    assert_eq!(fs::read_to_string(at.join("link"))?, long);
    let many = at.join("many");
    fs::create_dir(&many)?;
    for number in 0..500 {
        write(&many.join(format!("a file with a long name, number {number}")), "x", false)?;
    }
    assert_eq!(names(&many)?.len(), 500);
    fs::remove_dir_all(&many)?;

    mounted.cut();
    mounted.let_go();
    assert!(fs::write(at.join("late"), "x").is_err());
    let mounted = Mounted::mount(mounted.take(), at)?;
    assert_eq!(names(at)?, ["inner", "replaced"]);
    assert_eq!(fs::read_to_string(at.join("inner/long"))?, long);
    assert_eq!(fs::read_to_string(at.join("replaced"))?, "old");

    // A sync of whatever it is brings all earlier names; the contents that are not synced are empty.
    write(&at.join("new"), "new", false)?;
    fs::rename(at.join("new"), at.join("replaced"))?;
    write(&at.join("other"), "x", true)?;
    fs::OpenOptions::new().write(true).open(at.join("inner/long"))?.set_len(3)?;
    mounted.cut();
    let mounted = Mounted::mount(mounted.take(), at)?;
    assert_eq!(names(at)?, ["inner", "other", "replaced"]);
    assert_eq!(fs::read_to_string(at.join("replaced"))?, "");
    assert_eq!(fs::read_to_string(at.join("inner/long"))?, long);
    drop(mounted);
    assert_eq!(names(at)?, [""; 0]);
    Ok(())
}
