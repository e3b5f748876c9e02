//! The board of the coordinating body (cơ quan tổng hợp) without a browser: its state, the messages that change it, the effects that
//! it asks for, and what its views show.

pub mod bundle_out;
mod comparable;
pub mod compared;
pub mod count;
pub mod disputes;
pub mod filter;
mod ids;
pub mod intake;
mod lanes;
pub mod model;
pub mod msg;
pub mod narrowed;
pub mod note;
pub mod notes;
pub mod notice;
pub mod place;
pub mod ports;
pub mod reading;
pub mod records;
pub mod returning;
pub mod rewrite;
pub mod said;
mod saving;
pub mod settings;
pub mod taking;
pub mod tally;
pub mod thing;
pub mod undo;
pub mod update;
pub mod views;
pub mod wire;
pub mod words;
