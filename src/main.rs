//! The entry point in the browser. `embed.js` starts the rest through the exported functions of `edge`.

use directive_assessment as _;

fn main() {}
