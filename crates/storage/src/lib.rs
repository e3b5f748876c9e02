//! The rules by which drafts are kept in two stores: what may be written over what, which of two records is the draft, what a
//! removal may take away, and what counts as saved.
//!
//! They stand once, below the browser, over three small ports: in the browser `edge` speaks to IndexedDB and localStorage
//! behind them, in a test a machine in memory does, whose every operation can be late, refused, torn or cut off.

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
