//! Views of the state: Yew components that show the model and send messages, and have no effects of their own.

pub mod app;
mod bar;
pub mod disclosure;
mod drafts;
pub mod field;
mod form;
mod gradual;
mod html;
#[cfg(feature = "markup")]
pub mod markup;
mod notices;
mod pages;
pub mod read;
mod review;
pub mod store;
pub mod texts;
pub mod unit_picker;
mod visible;
mod watch;

pub use app::{App, AppProps};
