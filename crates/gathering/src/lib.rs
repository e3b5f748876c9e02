//! What the coordinating body receives (cơ quan tổng hợp): files of any kind are read, each with a verdict; each assessment is
//! given to its unit; of several of one unit it is told which counts, and why; and the numbers are counted.
//!
//! Nothing here depends on the order in which files come, on a clock, or on a browser.

mod archive;
pub mod bundle;
pub mod facts;
mod file;
mod gzip;
mod inflate;
pub mod kind;
pub mod limits;
pub mod line;
mod litter;
mod lost;
mod mail;
mod names;
pub mod ports;
pub mod reading;
pub mod receipt;
pub mod received;
pub mod sniff;
pub mod tally;
mod utf16;

#[cfg(test)]
mod tests;
