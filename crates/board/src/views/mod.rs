//! The views of the board: they draw the model, and send messages. They have no effects.

mod bars;
mod compare;
mod context;
mod deciding;
mod disputes;
mod dots;
mod field;
mod files;
mod filters;
mod frame;
mod intake;
mod issues;
mod matrix;
mod notices;
mod office;
mod overview;
mod paper;
mod picker;
mod reading;
mod reading_parts;
mod reasoned;
mod register;
mod register_line;
mod remarks;
mod report;
mod root;
mod select;
mod settings;
mod shelf;
pub mod store;
pub mod texts;
mod unit;
mod unit_files;
mod units;

pub use root::{App, AppProps};

#[cfg(all(test, feature = "markup"))]
mod tests;
