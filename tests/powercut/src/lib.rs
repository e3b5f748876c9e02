//! A file system in memory that forgets, at a power cut, whatever was not synced: a disk under a browser's profile.
//!
//! [`Disk`] is the model and knows nothing of the kernel; [`Mounted`] puts it below a folder through `/dev/fuse`, which takes
//! Linux and root.
//!
//! What the disk has after a cut is what an `fsync`, `fdatasync` or `msync(MS_SYNC)` has brought there, and nothing else:
//!
//! - The contents of a file are on the disk as they were at the last sync of that very file. Nothing gets there by itself,
//!   however long it waits, and neither `close`, `sync`, `syncfs`, `sync_file_range` nor `msync(MS_ASYNC)` brings it there.
//! - Names (creating, renaming, replacing, linking, removing) and lengths that were set get there by one of two rules, see
//!   [`Names`]. A file that is renamed over another without a sync is therefore empty after a cut, or as it was when last synced.
//! - A write that is on its way at the cut is not there, nor is a part of it: the disk tears nothing by itself.
//! - A sync takes a few milliseconds, in which the disk does nothing else, and counts only at its end.
//! - From the cut on no request is answered until the processes that ask have been told to end.

mod answer;
mod disk;
mod mount;
mod node;
mod wire;

pub use disk::{Disk, Entry, Names, ROOT};
pub use mount::Mounted;
pub use node::{Attributes, Change, Errno, Kind, Time};
