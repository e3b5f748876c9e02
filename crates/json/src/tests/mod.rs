//! Tests of the floor as a whole.

#![allow(clippy::unwrap_used, reason = "tests")]

mod bridge;
mod properties;
mod refusals;
