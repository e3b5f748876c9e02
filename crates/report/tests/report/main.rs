//! The report of the sample gathering, from files to text.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, reason = "tests")]

mod gathered;
mod golden;
mod order;
mod recounts;
mod stamps;
mod strange;
mod unit;
