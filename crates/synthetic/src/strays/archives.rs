//! Archives that are malformed.

use crate::archive::{ENCRYPTED, Member, archive, overlapping};
use crate::desk::{Desk, container};
use crate::kinds::{CauseKind, LineKind};
use crate::thing::ExpectedLine;
use gathering::limits::{ANY_RATIO, MOST_MEMBERS};
use gathering::line::ContainerKind;

fn refuse(desk: &mut Desk<'_>, bytes: Vec<u8>, cause: CauseKind) {
    let stem = desk.stock.plain("folder", &mut desk.random);
    let name = desk.name(stem, "zip");
    desk.send_one(name, bytes, LineKind::Refused(cause));
}

/// Sends an archive of which a line comes and one for each of these members that are refused.
fn refuse_members(desk: &mut Desk<'_>, members: &[Member], causes: &[CauseKind]) {
    let stem = desk.stock.plain("folder", &mut desk.random);
    let name = desk.name(stem, "zip");
    let mut lines = vec![container(ContainerKind::Zip, members.len())];
    lines.extend(causes.iter().map(|cause| ExpectedLine::of(LineKind::Refused(*cause)).within(0)));
    desk.send(name, archive(members), lines);
}

/// A file of a unit that sends it nowhere else.
fn member(desk: &mut Desk<'_>) -> Member {
    let file = desk.usual();
    Member::named(&file.name, &file.bytes)
}

/// All of it wants a password.
pub(super) fn all_encrypted(desk: &mut Desk<'_>) {
    let member = member(desk);
    let bytes = archive(&[Member { flags: member.flags | ENCRYPTED, ..member }]);
    refuse(desk, bytes, CauseKind::Encrypted);
}

/// Copying broke off: the directory is gone.
pub(super) fn cut(desk: &mut Desk<'_>) {
    let mut bytes = archive(&[member(desk)]);
    bytes.truncate(bytes.len() * 2 / 3);
    refuse(desk, bytes, CauseKind::CutShort);
}

/// Two members share their bytes.
pub(super) fn overlapping_members(desk: &mut Desk<'_>) {
    let file = desk.usual();
    let members = ["1.json", "2.json"].map(|name| Member::named(name, &file.bytes));
    refuse(desk, overlapping(&members), CauseKind::Overlapping);
}

/// What was unpacked is not what was packed.
pub(super) fn checksum(desk: &mut Desk<'_>) {
    let member = member(desk);
    let checksum = !member.checksum;
    refuse_members(desk, &[Member { checksum, ..member }], &[CauseKind::Checksum]);
}

/// Packed by methods that are not read.
pub(super) fn method(desk: &mut Desk<'_>) {
    let members = [9, 14].map(|method| Member { method, ..member(desk) });
    refuse_members(desk, &members, &[CauseKind::Method; 2]);
}

/// What is packed is no DEFLATE, and what ends before its end.
pub(super) fn broken(desk: &mut Desk<'_>) {
    let (one, mut other) = (member(desk), member(desk));
    let broken = Member { packed: vec![0xff; 64], ..one };
    other.packed.truncate(other.packed.len() / 2);
    refuse_members(desk, &[broken, other], &[CauseKind::Broken, CauseKind::CutShort]);
}

/// It would unpack to much more than any file of ours.
pub(super) fn bomb(desk: &mut Desk<'_>) {
    let size = usize::try_from(ANY_RATIO).unwrap_or(0) * 20;
    let mut bytes = b"{\"format\":\"".to_vec();
    bytes.resize(size, b' ');
    refuse_members(desk, &[Member::named("bao-cao.json", &bytes)], &[CauseKind::UnusualRatio]);
}

/// There is nothing in it.
pub(super) fn empty(desk: &mut Desk<'_>) {
    refuse(desk, archive(&[]), CauseKind::NoMembers);
}

/// There is more in it than is read.
pub(super) fn too_many(desk: &mut Desk<'_>) {
    let count = usize::try_from(MOST_MEMBERS).unwrap_or(0) + 1;
    let members: Vec<Member> = (0..count).map(|number| Member::packed(format!("{number}").as_bytes(), b"")).collect();
    refuse(desk, archive(&members), CauseKind::TooManyMembers);
}
