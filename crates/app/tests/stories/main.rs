//! Whole stories of the people who use the product, told in the domain's words through `Model::update`. Stores, clock and downloads
//! are in memory.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "tests")]
#![allow(missing_docs, unreachable_pub, reason = "tests")]

mod comparing;
mod conflicts;
mod drafting;
mod exchanging;
mod going;
mod history;
mod hosting;
mod losing;
mod machine;
mod model;
mod newer;
mod ports;
mod removing;
mod reporting;
mod returning;
mod reviewing;
mod saving;
mod unpacking;
mod windows;
