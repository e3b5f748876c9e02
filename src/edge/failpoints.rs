//! The failpoints: places where a test makes the program fail.

use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    /// The test's function: notes that the program has come here, and says whether it is to panic. It may also throw.
    #[wasm_bindgen(js_name = hitsFailpoint)]
    fn hits_failpoint(place: &str) -> bool;
}

#[allow(clippy::panic, reason = "this is what the test asks for")]
pub(super) fn pass(place: &str) {
    if hits_failpoint(place) {
        panic!("failpoint: {place}");
    }
}
