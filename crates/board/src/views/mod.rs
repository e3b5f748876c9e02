//! The views of the board: they draw the model, and send messages. They have no effects.

mod bars;
mod context;
mod deciding;
mod field;
mod files;
mod filters;
mod frame;
mod intake;
mod matrix;
mod notices;
mod office;
mod overview;
mod paper;
mod reading;
mod reasoned;
mod register;
mod register_line;
mod remarks;
mod report;
mod report_paragraph;
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
