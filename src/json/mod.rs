//! Strict and canonical JSON (RFC 8785): the form of every file that the product reads, writes and stores, and its
//! bridge to serde's derived types.

mod de;
pub mod limits;
pub mod map;
pub mod mismatch;
pub mod number;
pub mod place;
pub mod read;
pub mod record;
pub mod refusal;
mod ser;
#[cfg(test)]
mod tests;
pub mod value;
pub mod write;

pub use de::from_json;
pub use limits::Limits;
pub use map::Map;
pub use mismatch::{Expected, Fault, Mismatch, MismatchKind};
pub use number::is_canonical_number;
pub use place::Place;
pub use read::{read, read_start};
pub use record::{Choice, Fields, Record, Value, read_as, written};
pub use refusal::{Cause, ReadError, is_forbidden};
pub use ser::to_json;
pub use value::{Json, Unknown};
pub use write::{canonical, write_canonical};

/// The name of the field that takes what the other fields of a struct do not, as an [`Unknown`].
const REST: &str = "*";
