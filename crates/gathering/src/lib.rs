//! What the coordinating body receives (cơ quan tổng hợp): files of any kind are read, each with a verdict; each assessment is
//! given to its unit; of several of one unit it is told which counts, and why; and the numbers are counted.
//!
//! Nothing here depends on the order in which files come, on a clock, or on a browser.

pub mod annexes;
pub mod basis;
pub mod choosing;
pub mod comparability;
pub mod csv;
pub mod days;
pub mod decisions;
pub mod facts;
pub mod fold;
pub mod likeness;
pub mod lineage;
pub mod measures;
pub mod percent;
pub mod received;
pub mod register;
pub mod settled;
pub mod standing;
pub mod statements;
pub mod step_state;
pub mod succession;
pub mod summary;
pub mod table;
pub mod unit_counts;
pub mod unit_set;
pub mod units;
pub mod verdict;

#[cfg(test)]
mod made;
