//! How much is read: of one thing, and of everything inside it.

use crate::kind::Kind;

/// The most bytes of one assessment file.
pub const MOST_FILE: u64 = exchange::MOST_BYTES as u64;
/// The most bytes of a page that holds a draft.
pub const MOST_PAGE: u64 = exchange::carrier::MOST_PAGE_BYTES as u64;
/// The most bytes of an archive, a mail or a bundle that lies in another container, unpacked.
pub const MOST_NESTED_CONTAINER: u64 = 20_000_000;
/// The most bytes of an archive or a bundle that was chosen itself: it stands in memory while it is read.
pub const MOST_CONTAINER: u64 = 512_000_000;
/// The most bytes of a mail that was chosen itself: while it is read, it stands in memory twice. No server hands on half of it.
pub const MOST_MAIL: u64 = 64_000_000;
/// The most bytes that the members of one chosen thing may have together, unpacked.
pub const MOST_UNPACKED: u64 = 1_000_000_000;
/// The most members of one chosen thing, those of nested containers among them, without the records of bundles.
pub const MOST_MEMBERS: u64 = 20_000;
/// The most records of a bundle: files, and what was said of them.
pub const MOST_RECORDS: u64 = 200_000;
/// How many containers a container may lie in.
pub const MOST_NESTED: u32 = 2;
/// How many times as large as its packed bytes a member may be. What people write is packed to a fifth, the emptiest file to
/// a fiftieth.
pub const MOST_RATIO: u64 = 200;
/// Up to so many bytes a member may have any ratio.
pub const ANY_RATIO: u64 = 100_000;

/// The most bytes of a thing of that kind.
#[must_use]
pub fn most_bytes(kind: Kind, is_nested: bool) -> u64 {
    match kind {
        Kind::Zip | Kind::Gzip | Kind::Mail | Kind::Bundle if is_nested => MOST_NESTED_CONTAINER,
        Kind::Zip | Kind::Gzip | Kind::Bundle => MOST_CONTAINER,
        Kind::Mail => MOST_MAIL,
        Kind::Page => MOST_PAGE,
        // Two bytes a letter, where a file has one for most.
        Kind::Utf16 => 2 * MOST_FILE + 2,
        _ => MOST_FILE,
    }
}
