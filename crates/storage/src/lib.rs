//! The rules by which drafts are kept in two stores: what may overwrite what, which of two records is the draft, what a removal may
//! delete, and what counts as saved.
//!
//! They are written once, below the browser, over three small ports. In the browser `edge` connects these to IndexedDB and
//! localStorage; in tests a machine in memory does, whose every operation can be late, refused, torn or cut off.

mod mirroring;
mod ports;
mod protocol;
mod records;
mod removal;
mod resolve;

pub use mirroring::Mirroring;
pub use ports::{Change, Decide, Entry, Journal, Keys, Mirror, Snapshots};
pub use protocol::Stores;
pub use records::{
    Loaded, Report, StoreFault, StoredRecord, Write, WriteOutcome, is_of, is_quarantined, is_snapshot_of, quarantine_id,
};
pub use removal::{Doomed, RemovalOutcome};
pub use resolve::Stored;
