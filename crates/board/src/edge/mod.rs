//! The only part of the program that touches the browser.

#![allow(clippy::disallowed_methods, reason = "this is the floor that the lint protects")]

mod bundle;
mod choosing;
mod drawing;
mod dropping;
mod effects;
pub mod held;
pub mod here;
mod left;
mod making;
mod reader;
mod records;
pub mod runtime;
mod sources;
mod time;
mod writes;

pub use effects::{Csv, Given, Program};
pub use making::MakeWorkbook;
pub use records::{Records, records};
