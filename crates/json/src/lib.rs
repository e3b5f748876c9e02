//! Strict and canonical JSON (RFC 8785): the form of every file that the product reads, writes and stores.

mod ahead;
pub mod limits;
pub mod map;
pub mod mismatch;
pub mod number;
pub mod place;
mod plain;
pub mod read;
mod reader;
pub mod record;
pub mod refusal;
#[cfg(any(test, feature = "serde"))]
pub mod serde_bridge;
pub mod value;
pub mod write;

pub use limits::Limits;
pub use map::Map;
pub use mismatch::{BoxedMismatch, Expected, Mismatch, MismatchKind};
pub use number::is_canonical_number;
pub use place::DocumentPlace;
pub use read::{read, read_start};
pub use record::{Fields, Record, TextChoice, Value, read_as, written};
pub use record_macros::{choice, record};
pub use refusal::{Cause, ReadError, is_forbidden};
pub use value::{Json, Unknown};
pub use write::{canonical, write_canonical};

#[cfg(test)]
mod tests;
