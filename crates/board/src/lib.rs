//! The coordinating body's board (Tổng hợp) as a browser loads it.

pub mod views;
