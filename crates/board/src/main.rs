//! The entry point in the browser. `board-loader.js` and `board-worker.js` start the rest through the exported functions of `program`.

use board as _;

fn main() {}
