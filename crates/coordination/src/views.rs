//! What each view of the board shows, as plain data made from the model.

pub mod difference;
pub mod files;
pub mod frame;
pub mod lookup;
pub mod office;
pub mod overview;
pub mod reading;
pub mod register;
pub mod remarks;
pub mod report;
pub mod settings;
pub mod shelf;
pub mod unit;
pub mod units;
pub mod waiting;
