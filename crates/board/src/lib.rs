//! The board of the coordinating body (tổng hợp): a program of its own, loaded when its view is opened. The scripts around it call
//! only `program`; the views are in `views`.

pub mod views;

#[cfg(feature = "web")]
pub mod edge;
#[cfg(feature = "web")]
pub mod program;
#[cfg(feature = "web")]
pub mod reader;
