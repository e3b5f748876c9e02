//! Answers each request of the kernel from the disk.

use crate::{
    disk::Disk,
    node::{Change, Errno, Kind, TYPE, Time, now},
    wire::{self, Answer, Request},
};

type Result<T> = std::result::Result<T, Errno>;

/// Nothing changes but through the kernel, so what it knows stays true.
const VALID_SECONDS: u64 = 86_400;
const BLOCK: u32 = 4096;

/// What the disk answers. A sync takes effect here: whoever calls has let its time pass.
pub(crate) fn answer(disk: &mut Disk, mut request: Request<'_>) -> Result<Answer> {
    let node = request.node;
    match request.what {
        wire::INIT => init(&mut request),
        wire::LOOKUP => {
            let found = disk.look_up(node, request.name()?)?;
            entry(disk, found)
        }
        wire::GETATTR => attributes(disk, node),
        wire::SETATTR => {
            disk.change(node, &change(&mut request)?)?;
            attributes(disk, node)
        }
        wire::READLINK => match &disk.attributes(node)?.kind {
            Kind::Link(target) => Ok(Answer::default().bytes(target)),
            _ => Err(Errno::NO_SENSE),
        },
        wire::SYMLINK | wire::MKNOD | wire::MKDIR | wire::LINK => make(disk, request),
        wire::UNLINK | wire::RMDIR => {
            disk.remove((node, request.name()?), request.what == wire::RMDIR)?;
            Ok(Answer::default())
        }
        wire::RENAME => {
            let to = request.u64()?;
            disk.rename((node, request.name()?), (to, request.name()?))?;
            Ok(Answer::default())
        }
        wire::READ => {
            let (from, most) = span(&mut request)?;
            Ok(Answer::default().bytes(disk.read(node, from, most)?))
        }
        wire::WRITE => write(disk, request),
        wire::FALLOCATE => allocate(disk, request),
        wire::FSYNC | wire::FSYNCDIR => {
            disk.sync(node)?;
            Ok(Answer::default())
        }
        wire::READDIR => list(disk, request),
        wire::STATFS => {
            let half_free = [1 << 24, 1 << 23, 1 << 23, 1 << 24, 1 << 23];
            let answer = half_free.into_iter().fold(Answer::default(), Answer::u64);
            Ok([BLOCK, 255, BLOCK, 0, 0, 0, 0, 0, 0, 0].into_iter().fold(answer, Answer::u32))
        }
        _ => Err(Errno::UNKNOWN),
    }
}

fn init(request: &mut Request<'_>) -> Result<Answer> {
    let (_major, _minor, read_ahead) = (request.u32()?, request.u32()?, request.u32()?);
    let offered = request.u32()?;
    let (major, minor) = wire::VERSION;
    let answer = Answer::default().u32(major).u32(minor).u32(read_ahead).u32(offered & wire::FLAGS);
    // How many requests wait at most, and how many are many; the steps of time; the pages of a request.
    let answer = answer.u16(64).u16(48).u32(wire::MOST_WRITTEN).u32(1);
    let pages = u16::try_from(wire::MOST_WRITTEN / BLOCK).map_err(|_| Errno::NO_SENSE)?;
    Ok(answer.u16(pages).u16(0).bytes(&[0; 32]))
}

fn entry(disk: &Disk, node: u64) -> Result<Answer> {
    let answer = Answer::default().u64(node).u64(0).u64(VALID_SECONDS).u64(VALID_SECONDS).u32(0).u32(0);
    described(answer, disk, node)
}

fn attributes(disk: &Disk, node: u64) -> Result<Answer> {
    described(Answer::default().u64(VALID_SECONDS).u32(0).u32(0), disk, node)
}

/// `struct fuse_attr`.
fn described(answer: Answer, disk: &Disk, node: u64) -> Result<Answer> {
    let (seen, size) = (disk.attributes(node)?, disk.size(node)?);
    let answer = answer.u64(node).u64(size).u64(size.div_ceil(512));
    let answer = answer.times([seen.accessed, seen.modified, seen.changed]);
    let device = if let Kind::Other(device) = seen.kind { device } else { 0 };
    Ok([seen.mode, disk.links(node)?, seen.user, seen.group, device, BLOCK, 0].into_iter().fold(answer, Answer::u32))
}

/// `struct fuse_setattr_in`.
fn change(request: &mut Request<'_>) -> Result<Change> {
    let given = request.u32()?;
    let (_padding, _handle) = (request.u32()?, request.u64()?);
    let (size, _owner) = (request.u64()?, request.u64()?);
    let (accessed, modified, _changed) = (request.u64()?, request.u64()?, request.u64()?);
    let (accessed_beyond, modified_beyond, _changed_beyond) = (request.u32()?, request.u32()?, request.u32()?);
    let (mode, _unused) = (request.u32()?, request.u32()?);
    let (user, group) = (request.u32()?, request.u32()?);
    let is_given = |bit: u32| given & 1 << bit != 0;
    let time = |bit: u32, now_bit: u32, seconds: u64, beyond: u32| {
        let told = || if is_given(now_bit) { now() } else { Time::new(seconds, beyond) };
        is_given(bit).then(told)
    };
    Ok(Change {
        mode: is_given(0).then_some(mode),
        user: is_given(1).then_some(user),
        group: is_given(2).then_some(group),
        size: is_given(3).then_some(size),
        accessed: time(4, 7, accessed, accessed_beyond),
        modified: time(5, 8, modified, modified_beyond),
    })
}

fn make(disk: &mut Disk, mut request: Request<'_>) -> Result<Answer> {
    let (folder, owner) = (request.node, request.owner);
    let made = match request.what {
        wire::MKNOD => {
            let (mode, device) = (request.u32()?, request.u32()?);
            let _mask_and_padding = request.u64()?;
            disk.make((folder, request.name()?), mode, device, owner)?
        }
        wire::MKDIR => {
            let mode = request.u32()? & !TYPE | crate::node::FOLDER;
            let _mask = request.u32()?;
            disk.make((folder, request.name()?), mode, 0, owner)?
        }
        wire::LINK => {
            let node = request.u64()?;
            disk.link(node, (folder, request.name()?))?;
            node
        }
        _ => {
            let name = request.name()?;
            disk.make_link((folder, name), request.name()?, owner)?
        }
    };
    entry(disk, made)
}

/// From where, and how much.
fn span(request: &mut Request<'_>) -> Result<(u64, usize)> {
    let _handle = request.u64()?;
    let from = request.u64()?;
    Ok((from, usize::try_from(request.u32()?).map_err(|_| Errno::NO_SENSE)?))
}

fn write(disk: &mut Disk, mut request: Request<'_>) -> Result<Answer> {
    let (from, length) = span(&mut request)?;
    let _flags_and_owner = request.bytes(20)?;
    let bytes = request.bytes(length)?;
    disk.write(request.node, from, bytes)?;
    Ok(Answer::default().u32(u32::try_from(length).map_err(|_| Errno::TOO_LARGE)?).u32(0))
}

fn allocate(disk: &mut Disk, mut request: Request<'_>) -> Result<Answer> {
    let _handle = request.u64()?;
    let end = request.u64()?.saturating_add(request.u64()?);
    if request.u32()? != 0 {
        return Err(Errno::NOT_SO);
    }
    if end > disk.size(request.node)? {
        disk.change(request.node, &Change { size: Some(end), ..Change::default() })?;
    }
    Ok(Answer::default())
}

fn list(disk: &Disk, mut request: Request<'_>) -> Result<Answer> {
    let (after, most) = span(&mut request)?;
    let mut answer = Answer::default();
    for entry in disk.list(request.node, after)? {
        if answer.len() + 24 + entry.name.len().next_multiple_of(8) > most {
            break;
        }
        let length = u32::try_from(entry.name.len()).map_err(|_| Errno::NO_SENSE)?;
        let kind = (disk.attributes(entry.node)?.mode & TYPE) >> 12;
        answer = answer.u64(entry.node).u64(entry.order).u32(length).u32(kind).bytes(&entry.name).padded();
    }
    Ok(answer)
}
