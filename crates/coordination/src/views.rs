//! What each view of the board shows, as plain data made from the model.

pub mod compare;
pub mod difference;
pub mod disputes;
pub mod files;
pub mod frame;
pub mod issues;
pub mod lookup;
pub mod office;
pub mod overview;
pub mod reading;
mod reading_parts;
pub mod register;
pub mod remarks;
pub mod report;
pub mod settings;
pub mod shelf;
pub mod unit;
pub mod units;
pub mod waiting;
