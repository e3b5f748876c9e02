//! Documents and workbooks, written and read back by other programs' libraries.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic, reason = "tests")]

mod docx;
#[path = "../../../report/tests/report/gathered.rs"]
#[allow(dead_code, reason = "the report's own tests use more of it")]
mod gathered;
mod hostile;
mod looked_at;
mod package;
#[path = "../../../report/tests/looked_at/mod.rs"]
mod reports;
mod same;
mod sample;
mod wire;
mod xlsx;
