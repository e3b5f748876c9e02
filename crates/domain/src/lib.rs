//! What is true of the directive, the units and a self-assessment: plain data and rules, with no clock, no randomness and no
//! browser.

pub mod assessment;
pub mod changes;
pub mod checks;
pub mod content;
pub mod date;
pub mod directive;
pub mod field;
pub mod find;
pub mod fold;
pub mod ids;
pub mod lang;
pub mod link;
mod portion;
pub mod progress;
pub mod relevance;
pub mod roster;
pub mod sample;
pub mod scope;
pub mod tidy;

#[cfg(test)]
mod tests;
