//! How many rows of the document are drawn in one turn of the browser's event loop.

/// The number of rows of each list that are drawn at a time.
pub const SLICE: usize = 200;

/// Everything is drawn.
pub const ALL: usize = usize::MAX;
