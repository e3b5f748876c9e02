//! The only part of the program that touches the browser.

#![allow(clippy::disallowed_methods, reason = "this is the floor that the lint protects")]

mod beside;
mod carry;
mod effects;
mod element;
mod exchanging;
#[cfg(feature = "failpoints")]
mod failpoints;
mod files;
mod focusing;
mod host_bridge;
mod journal;
mod mirror;
mod snapshots;
mod space;
mod stores;
mod views;

pub use element::Component;
pub use stores::{BrowserStores, stores};
