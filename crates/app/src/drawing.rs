//! How many rows of the document are drawn in one turn of the browser's event loop.

/// As many rows of each list are drawn in one go.
pub const SLICE: usize = 200;

/// Everything is drawn.
pub const ALL: usize = usize::MAX;
