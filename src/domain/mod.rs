//! What is true about the directive, the units and a self-assessment: plain data and rules, with no clock, no
//! randomness and no browser.

pub mod assessment;
mod assessment_record;
pub mod changes;
pub mod checks;
pub mod content;
mod content_check;
mod content_record;
pub mod date;
pub mod directive;
pub mod field;
pub mod find;
pub mod fold;
pub mod ids;
pub mod link;
mod portion;
pub mod progress;
pub mod relevance;
pub mod roster;
pub mod sample;
pub mod scope;
pub mod tidy;

#[cfg(test)]
mod checks_tests;
#[cfg(test)]
mod content_tests;
#[cfg(test)]
mod field_tests;
#[cfg(test)]
mod tests;
