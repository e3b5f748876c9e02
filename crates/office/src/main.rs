//! The entry point in the browser. `office-worker.js` starts the rest through the exported function of `program`.

use office as _;

fn main() {}
