//! Made-up gatherings (đợt tổng hợp thử): what units might send, thing by thing, each with the expected result of reading and
//! ruling.
//!
//! The same plan gives the same bytes on every machine: nothing here uses a clock, the system or randomness. Things are made one at
//! a time, so that ten thousand of them are never in memory together.

mod archive;
mod before;
mod composing;
mod days;
mod desk;
mod handing_in;
mod issues;
pub mod kinds;
mod letters;
mod mail;
mod names;
mod pace;
pub mod plan;
mod random;
mod sealing;
mod stock;
mod stories;
mod strays;
pub mod thing;
mod units;

pub use handing_in::{gathering, sample, sample_basis, sample_before, sample_before_basis, sample_before_name};
pub use issues::{SampleIssue, sample_issues};
pub use plan::Plan;
pub use thing::{Expected, ExpectedAssessment, ExpectedLine, Thing};

#[cfg(test)]
mod tests;
