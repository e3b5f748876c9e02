//! The state of the product, the messages that change it, and the effects that it asks for.
//!
//! Nothing here reads a clock, a store or the screen: `edge` (or a test) hands in what happened as a [`Msg`] and carries out the
//! [`Effect`]s that come back, so that a whole story runs as a native test.

pub mod draft;
pub mod drawing;
mod edit;
mod exporting;
pub mod history;
pub mod host;
pub mod importing;
mod keeping;
mod loading;
pub mod model;
pub mod msg;
pub mod notice;
#[cfg(feature = "planted")]
mod planted;
pub mod removing;
pub mod restoring;
pub mod route;
pub mod saving;
mod sections;
pub mod space;
pub mod store;
pub mod unpacking;
mod update;
pub mod views;

pub use draft::Draft;
pub use host::{Host, HostError, HostView, Told};
pub use model::{Lang, Model};
pub use msg::{Clock, Edit, Effect, Msg};
pub use route::{Route, Section};
pub use store::{Outside, Store};
pub use update::ERROR_SUMMARY;
