//! The only floor that touches the browser.

#![allow(clippy::disallowed_methods, reason = "this is the floor that the lint protects")]

mod around;
mod carry;
mod database;
mod element;
mod exchanging;
mod files;
mod halting;
mod journal;
mod mirror;
mod outside;
#[cfg(feature = "planted")]
mod planted;
mod snapshots;
mod space;
mod stores;
mod views;

pub use element::Component;
pub use halting::is_stopped;
pub use stores::{Stores, stores};
