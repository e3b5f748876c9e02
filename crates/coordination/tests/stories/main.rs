//! Whole stories of the coordinating officer, told in the domain's words through `Model::update`. The store, the reader and the
//! exported files are in memory.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "tests")]
#![allow(missing_docs, unreachable_pub, reason = "tests")]

mod comparing;
mod deciding;
mod desk;
mod disk;
mod gathering_in;
mod going;
mod joining;
mod lists;
mod making;
mod reading;
mod remarks;
mod removing;
mod reporting;
mod saving;
mod settling;
mod tagging;
mod typing;
mod windows;
