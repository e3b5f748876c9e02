//! What both programs share: markup, pieces of forms, the choice of a unit, their texts, and how they learn that a program has
//! stopped.
//!
//! Nothing here knows a program's state: what is drawn is passed in, and what the person does is passed out.

pub mod disclosure;
pub mod field;
#[cfg(feature = "markup")]
pub mod markup;
pub mod outline;
pub mod pages;
pub mod poisoned;
mod setting;
pub mod texts;
pub mod unit_picker;
mod unit_search;
pub mod view;
pub mod visible;

pub use setting::Setting;
