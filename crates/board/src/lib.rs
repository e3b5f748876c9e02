//! The board of the coordinating body (tổng hợp): a program of its own, which is loaded when its view is opened. `program` is all that
//! the scripts around it call; the views are in `views`.

pub mod views;

#[cfg(feature = "web")]
pub mod edge;
#[cfg(feature = "web")]
pub mod office;
#[cfg(feature = "web")]
pub mod program;
#[cfg(feature = "web")]
pub mod reader;
