//! Views of the state: Yew components that show the model and send messages, and have no effects of their own.

mod bar;
mod board;
mod context;
mod drafts;
mod field;
mod form;
mod gradual;
mod notices;
mod origin;
pub mod read;
mod review;
mod root;
pub mod texts;
mod watch;

pub use root::{App, AppProps};
