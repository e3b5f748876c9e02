//! The entry point in the browser. `board-loader.js` and `board-worker.js` start the rest through the exported functions of `program`, and
//! of that of the unit's report, which is in the same program: both draw pages, and who has the one offline has the other.

use board as _;
use preview as _;

fn main() {}
