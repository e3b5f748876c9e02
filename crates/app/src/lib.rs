//! The state of the product, the messages that change it, and the effects that it asks for.
//!
//! Nothing here reads a clock, a store or the screen: `edge` (or a test) hands in what happened as a [`Msg`] and carries out the
//! [`Effect`]s that come back, so that a whole story runs as a native test.

pub mod board;
pub mod draft;
pub mod drawing;
#[cfg(feature = "failpoints")]
mod failpoints;
pub mod history;
pub mod host;
pub mod model;
pub mod msg;
pub mod notice;
pub mod removal;
pub mod report;
pub mod review;
pub mod route;
pub mod runtime;
pub mod saving;
pub mod space;
pub mod unpacking;
mod update;
pub mod views;

pub use board::{BOARD_DOM_ID, ShownBoard};
pub use draft::Draft;
pub use host::{Host, HostError, HostEvent, HostView};
pub use model::Model;
pub use msg::{Clock, Edit, Effect, Msg};
pub use report::{REPORT_DOM_ID, ShownReport};
pub use route::{Route, Section};
pub use runtime::{EffectHandler, Runtime};
pub use update::ERROR_SUMMARY;
