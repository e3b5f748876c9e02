//! The self-assessment of a unit against a directive, as a component for the browser.
//!
//! Floors, of which each uses only those above it in this list; `docs/architecture.md` tells more.

pub mod json;

pub mod domain;

pub mod exchange;

pub mod storage;

pub mod app;

#[cfg(feature = "ui")]
pub mod ui;

#[cfg(feature = "web")]
pub mod edge;
