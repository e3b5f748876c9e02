//! What both programs ask of the browser.

#![allow(clippy::disallowed_methods, reason = "this is the floor that the lint protects")]

pub mod database;
pub mod fault;
pub mod handing_out;
pub mod nfc;
pub mod office;
