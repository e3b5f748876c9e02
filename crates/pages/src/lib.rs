//! An official report as pages of A4: its markup ([`drawn`]) and the styles that follow from the figures of a profile ([`styles`]). It
//! draws plain data, and knows neither where that comes from nor who may edit it.

pub mod drawn;
pub mod styles;

#[cfg(all(test, feature = "markup", not(target_arch = "wasm32")))]
mod tests;
