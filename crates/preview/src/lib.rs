//! A unit's report while somebody looks it over: the form hands over the draft with what was kept of its report, and is handed back what
//! is to be kept. The assessment itself is never changed here. The board's program has it in it; the scripts around call only
//! `program`.

pub mod model;
pub mod msg;
#[cfg(feature = "web")]
pub mod panicking;
#[cfg(feature = "web")]
pub mod program;
pub mod store;
pub mod views;
