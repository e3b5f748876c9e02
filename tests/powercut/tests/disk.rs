//! What is left on the disk after a power cut, without a kernel.

use powercut::{Change, Disk, Errno, Names, ROOT};

const FILE: u32 = 0o100_644;
const FOLDER: u32 = 0o040_755;
const BOTH: [Names; 2] = [Names::Journal, Names::Folder];

type Result<T> = std::result::Result<T, Errno>;

fn file(disk: &mut Disk, folder: u64, name: &str, text: &str) -> Result<u64> {
    let file = disk.make((folder, name.as_bytes()), FILE, 0, (0, 0))?;
    disk.write(file, 0, text.as_bytes())?;
    Ok(file)
}

fn folder(disk: &mut Disk, name: &str) -> Result<u64> {
    disk.make((ROOT, name.as_bytes()), FOLDER, 0, (0, 0))
}

/// The text of a file; a fault where there is none of that name.
fn text(disk: &Disk, folder: u64, name: &str) -> Result<String> {
    let file = disk.look_up(folder, name.as_bytes())?;
    Ok(String::from_utf8_lossy(disk.read(file, 0, 1 << 20)?).into_owned())
}

fn holds(disk: &Disk, name: &str, expected: Result<&str>) {
    assert_eq!(text(disk, ROOT, name), expected.map(str::to_owned), "{name} of {disk:?}");
}

/// A file whose contents and name are on the disk.
fn kept(names: Names) -> Result<(Disk, u64)> {
    let mut disk = Disk::new(names);
    let file = file(&mut disk, ROOT, "a", "old")?;
    disk.sync(file)?;
    disk.sync(ROOT)?;
    Ok((disk, file))
}

#[test]
fn what_is_synced_stays_and_what_is_not_goes() -> Result<()> {
    for names in BOTH {
        let (mut disk, a) = kept(names)?;
        file(&mut disk, ROOT, "b", "never synced")?;
        disk.write(a, 3, b" and new")?;
        holds(&disk, "a", Ok("old and new"));
        disk.forget_unsynced();
        holds(&disk, "a", Ok("old"));
        holds(&disk, "b", Err(Errno::NOT_THERE));
        assert_eq!(disk.list(ROOT, 0)?.len(), 1);
        assert_eq!(disk.size(a)?, 3);
    }
    Ok(())
}

#[test]
fn a_later_cut_begins_from_what_the_earlier_one_left() -> Result<()> {
    for names in BOTH {
        let (mut disk, a) = kept(names)?;
        disk.write(a, 0, b"lost")?;
        disk.forget_unsynced();
        disk.write(a, 3, b"!")?;
        disk.sync(a)?;
        disk.write(a, 0, b"lost")?;
        disk.forget_unsynced();
        holds(&disk, "a", Ok("old!"));
    }
    Ok(())
}

#[test]
fn a_sync_of_one_file_takes_no_contents_of_another() -> Result<()> {
    for names in BOTH {
        let (mut disk, a) = kept(names)?;
        disk.write(a, 0, b"new")?;
        let b = file(&mut disk, ROOT, "b", "b")?;
        disk.sync(b)?;
        disk.sync(ROOT)?;
        disk.forget_unsynced();
        holds(&disk, "a", Ok("old"));
        holds(&disk, "b", Ok("b"));
    }
    Ok(())
}

#[test]
fn a_new_name_is_there_with_the_file_or_only_with_its_folder() -> Result<()> {
    for (names, expected) in [(Names::Journal, Ok("b")), (Names::Folder, Err(Errno::NOT_THERE))] {
        let (mut disk, _) = kept(names)?;
        let b = file(&mut disk, ROOT, "b", "b")?;
        disk.sync(b)?;
        disk.forget_unsynced();
        holds(&disk, "b", expected);
    }
    Ok(())
}

#[test]
fn a_name_that_is_synced_without_its_file_stands_for_an_empty_one() -> Result<()> {
    for names in BOTH {
        let mut disk = Disk::new(names);
        file(&mut disk, ROOT, "a", "text")?;
        let inner = folder(&mut disk, "inner")?;
        let b = file(&mut disk, inner, "b", "text")?;
        disk.make((ROOT, b"empty"), FILE, 0, (0, 0))?;
        disk.sync(b)?;
        disk.sync(ROOT)?;
        holds(&disk, "a", Ok("text"));
        disk.forget_unsynced();
        holds(&disk, "a", Ok(""));
        holds(&disk, "empty", Ok(""));
        let inner = disk.look_up(ROOT, b"inner")?;
        let b = if names == Names::Journal { Ok("text".to_owned()) } else { Err(Errno::NOT_THERE) };
        assert_eq!(text(&disk, inner, "b"), b);
    }
    Ok(())
}

#[test]
fn replacing_with_a_synced_file_and_folder_is_whole() -> Result<()> {
    for names in BOTH {
        for (syncs_file, syncs_folder) in [(false, false), (true, false), (false, true), (true, true)] {
            let (mut disk, _) = kept(names)?;
            let new = file(&mut disk, ROOT, "a.new", "new")?;
            if syncs_file {
                disk.sync(new)?;
            }
            disk.rename((ROOT, b"a.new"), (ROOT, b"a"))?;
            if syncs_folder {
                disk.sync(ROOT)?;
            }
            holds(&disk, "a", Ok("new"));
            disk.forget_unsynced();
            let expected = match (syncs_file, syncs_folder) {
                (_, false) => "old",
                (false, true) => "",
                (true, true) => "new",
            };
            holds(&disk, "a", Ok(expected));
            let is_left = names == Names::Journal && syncs_file && !syncs_folder;
            holds(&disk, "a.new", if is_left { Ok("new") } else { Err(Errno::NOT_THERE) });
        }
    }
    Ok(())
}

#[test]
fn a_removal_that_was_not_synced_is_undone() -> Result<()> {
    for names in BOTH {
        for syncs in [false, true] {
            let (mut disk, _) = kept(names)?;
            disk.remove((ROOT, b"a"), false)?;
            holds(&disk, "a", Err(Errno::NOT_THERE));
            if syncs {
                disk.sync(ROOT)?;
            }
            disk.forget_unsynced();
            holds(&disk, "a", if syncs { Err(Errno::NOT_THERE) } else { Ok("old") });
        }
    }
    Ok(())
}

#[test]
fn a_removed_file_that_is_open_can_still_be_used() -> Result<()> {
    let (mut disk, a) = kept(Names::Journal)?;
    disk.remove((ROOT, b"a"), false)?;
    disk.write(a, 0, b"new")?;
    assert_eq!((disk.read(a, 0, 9)?, disk.links(a)?), (&b"new"[..], 0));
    disk.sync(a)?;
    disk.forget_unsynced();
    assert_eq!(disk.read(a, 0, 9), Err(Errno::NOT_THERE));
    Ok(())
}

#[test]
fn a_length_that_was_set_is_no_sync_of_the_contents() -> Result<()> {
    let size = |size: u64| Change { size: Some(size), ..Change::default() };
    for (names, shorter, longer) in [(Names::Journal, "ol", "old\0\0"), (Names::Folder, "old", "old")] {
        for (length, expected) in [(2, shorter), (5, longer)] {
            let (mut disk, a) = kept(names)?;
            disk.write(a, 0, b"new and more")?;
            disk.change(a, &size(length))?;
            disk.forget_unsynced();
            holds(&disk, "a", Ok("old"));
            disk.write(a, 0, b"new and more")?;
            disk.change(a, &size(length))?;
            disk.sync(ROOT)?;
            disk.forget_unsynced();
            holds(&disk, "a", Ok(expected));
        }
    }
    Ok(())
}

#[test]
fn emptied_and_written_anew_without_a_sync_is_empty_or_old() -> Result<()> {
    for (names, expected) in [(Names::Journal, ""), (Names::Folder, "old")] {
        let (mut disk, a) = kept(names)?;
        disk.change(a, &Change { size: Some(0), ..Change::default() })?;
        disk.write(a, 0, b"new")?;
        let other = file(&mut disk, ROOT, "b", "b")?;
        disk.sync(other)?;
        disk.forget_unsynced();
        holds(&disk, "a", Ok(expected));
    }
    Ok(())
}

#[test]
fn a_second_name_keeps_what_the_first_loses() -> Result<()> {
    for names in BOTH {
        let (mut disk, a) = kept(names)?;
        disk.link(a, (ROOT, b"b"))?;
        disk.remove((ROOT, b"a"), false)?;
        disk.sync(ROOT)?;
        disk.forget_unsynced();
        holds(&disk, "b", Ok("old"));
        assert_eq!(disk.links(a)?, 1);
    }
    Ok(())
}

#[test]
fn a_listing_goes_on_where_it_was_while_names_come_and_go() -> Result<()> {
    let mut disk = Disk::new(Names::Journal);
    for name in ["a", "b", "c"] {
        file(&mut disk, ROOT, name, "")?;
    }
    let first = disk.list(ROOT, 0)?.into_iter().next().ok_or(Errno::NOT_THERE)?;
    disk.remove((ROOT, b"a"), false)?;
    file(&mut disk, ROOT, "0", "")?;
    let rest: Vec<Vec<u8>> = disk.list(ROOT, first.order)?.into_iter().map(|entry| entry.name).collect();
    assert_eq!(rest, [b"b", b"c", b"0"]);
    let last = disk.list(ROOT, 0)?.into_iter().next_back().ok_or(Errno::NOT_THERE)?;
    assert_eq!(disk.list(ROOT, last.order)?, []);
    Ok(())
}

#[test]
fn what_makes_no_sense_is_refused_and_changes_nothing() -> Result<()> {
    let (mut disk, a) = kept(Names::Journal)?;
    let inner = folder(&mut disk, "inner")?;
    file(&mut disk, inner, "b", "b")?;
    assert_eq!(disk.remove((ROOT, b"inner"), true), Err(Errno::NOT_EMPTY));
    assert_eq!(disk.remove((ROOT, b"inner"), false), Err(Errno::IS_FOLDER));
    assert_eq!(disk.remove((ROOT, b"a"), true), Err(Errno::NO_FOLDER));
    assert_eq!(disk.rename((ROOT, b"a"), (ROOT, b"inner")), Err(Errno::IS_FOLDER));
    assert_eq!(disk.rename((ROOT, b"none"), (ROOT, b"a")), Err(Errno::NOT_THERE));
    assert_eq!(disk.link(a, (inner, b"b")), Err(Errno::IS_THERE));
    assert_eq!(disk.look_up(a, b"b"), Err(Errno::NO_FOLDER));
    assert_eq!(disk.write(a, u64::MAX, b"x"), Err(Errno::TOO_LARGE));
    holds(&disk, "a", Ok("old"));
    assert_eq!(text(&disk, inner, "b").as_deref(), Ok("b"));
    Ok(())
}

#[test]
fn a_write_beyond_the_end_leaves_zeros() -> Result<()> {
    for names in BOTH {
        let (mut disk, a) = kept(names)?;
        disk.write(a, 5, b"!")?;
        disk.sync(a)?;
        disk.forget_unsynced();
        holds(&disk, "a", Ok("old\0\0!"));
    }
    Ok(())
}

#[test]
fn what_has_settled_stays() -> Result<()> {
    for names in BOTH {
        let mut disk = Disk::new(names);
        let inner = folder(&mut disk, "inner")?;
        let b = file(&mut disk, inner, "b", "b")?;
        disk.settle();
        disk.write(b, 0, b"lost")?;
        file(&mut disk, inner, "c", "c")?;
        disk.forget_unsynced();
        assert_eq!(text(&disk, inner, "b").as_deref(), Ok("b"));
        assert_eq!(disk.list(inner, 0)?.len(), 1);
    }
    Ok(())
}
