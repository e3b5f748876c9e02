//! An official report as pages of A4: its markup ([`drawn`]), paragraphs that are edited in their places ([`written`]), and the styles
//! that follow from the figures of a profile ([`styles`]). It draws plain data, and knows neither where that comes from nor what becomes
//! of edits.

pub mod drawn;
pub mod styles;
pub mod texts;
pub mod written;

#[cfg(all(test, feature = "markup", not(target_arch = "wasm32")))]
mod tests;
