//! What the coordinating body (cơ quan tổng hợp) receives. Files of any kind are read, and each gets a verdict. Each assessment is
//! assigned to its unit; where a unit has several, it is decided which one counts, and why. Then the numbers are counted.
//!
//! Nothing here depends on the order in which files come, on a clock, or on a browser.

pub mod annexes;
mod archive;
pub mod basis;
pub mod bundle;
pub mod bytes;
pub mod choosing;
pub mod codes;
pub mod comparability;
pub mod comparison;
pub mod csv;
pub mod days;
pub mod decisions;
pub mod excerpt;
pub mod facts;
mod file;
pub mod fold;
mod gzip;
mod inflate;
pub mod issue_list;
pub mod kind;
pub mod levels;
pub mod likeness;
pub mod limits;
pub mod line;
pub mod lineage;
pub mod lists;
mod litter;
mod lost;
mod mail;
pub mod measures;
mod names;
pub mod percent;
pub mod portions;
pub mod ports;
pub mod reading;
pub mod receipt;
pub mod received;
pub mod register;
pub mod settled;
pub mod sniff;
pub mod standing;
pub mod statements;
pub mod step_state;
pub mod succession;
pub mod summary;
pub mod table;
pub mod tally;
pub mod unit_counts;
pub mod unit_set;
pub mod units;
mod utf16;
pub mod verdict;

#[cfg(test)]
mod made;
#[cfg(test)]
mod tests;
