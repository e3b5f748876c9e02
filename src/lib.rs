//! The self-assessment of a unit against a directive, as a component for the browser: its views, and the floor below which there is
//! only the browser. `docs/architecture.md` tells of the crates that it stands on.

pub mod views;

#[cfg(feature = "web")]
pub mod edge;
