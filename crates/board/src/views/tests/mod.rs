//! The markup of the board, rendered natively.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test that cannot go on fails")]

mod look;
mod page;

use page::*;

#[test]
fn draws() {
    let html = page(Board::with_sample);
    assert!(html.contains("h1"));
}
