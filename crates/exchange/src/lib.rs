//! The file: one envelope for export, import and storage.
//!
//! It is canonical JSON (RFC 8785) and a line feed. `sha256` is the digest of the canonical text of everything but itself. So any
//! change of the content is noticed, and a change of the form alone is reported as that. The digest proves that a file is whole,
//! not who wrote it.

pub mod carrier;
mod clean;
mod code;
mod draft;
mod envelope;
mod foreign;
pub mod merge;
mod migrate;
pub mod name;
pub mod preview;
pub mod read;
pub mod record;
pub mod remark;
mod returned;
pub mod salvage;
pub mod write;
pub mod zip;

pub use clean::{clean, clean_text, tidy};
pub use envelope::{DirectiveRef, Envelope, FORMAT, VERSION};
pub use foreign::{Foreign, foreign};
pub use read::{Damage, Incoming, Refusal, read, read_newer};
pub use returned::{MOST_REMARKS, REMARKS, REMARKS_VERSION, Returned, export_remarks, read_remarks};
pub use write::{ExportFile, Oversize, export, export_all};

/// The most bytes that an import accepts.
pub const MOST_BYTES: usize = json::Limits::FILE.bytes;

/// This version of the product, as its files name it.
pub const APP_VERSION: &str = env!("CARGO_PKG_VERSION");

#[cfg(test)]
mod tests;
