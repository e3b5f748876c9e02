//! The self-assessment of a unit against a directive, as a component for the browser: its views, and the only floor that touches
//! the browser. `docs/architecture.md` describes the crates below it.

pub mod views;

#[cfg(feature = "web")]
pub mod edge;
