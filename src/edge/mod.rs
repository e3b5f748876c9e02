//! The only floor that touches the browser.

#![allow(clippy::disallowed_methods, reason = "this is the floor that the lint protects")]

mod around;
mod carry;
mod element;
mod files;
mod journal;
mod mirror;
mod outside;
mod stores;

pub use element::Component;
pub use stores::Stores;
