//! Whether the program can still be trusted with what was typed. It cannot after a panic, nor after an exception that no part of it
//! caught, since a message may then be half done.

use std::cell::Cell;
use std::hint::black_box;
use wasm_bindgen::prelude::*;

thread_local! {
    /// Nothing is written any more.
    static POISONED: Cell<bool> = const { Cell::new(false) };
    /// The stack pointer while the program is idle; 0 until it is known.
    static AT_REST: Cell<usize> = const { Cell::new(0) };
}

/// Stops all writing from now on.
pub fn poison() {
    POISONED.set(true);
}

/// Whether nothing may be written any more.
#[must_use]
pub fn is_poisoned() -> bool {
    POISONED.get()
}

/// Whether the program has stopped for good: after a panic, or after an exception (no memory, no stack) that went through it. Asked
/// while nothing of it is under way, and for the first time before anything can have gone wrong.
///
/// What an exception goes through does not come to its end, and never gives back its part of the stack: that tells, wherever in
/// the program it was.
#[wasm_bindgen(js_name = isStopped)]
#[must_use]
pub fn is_stopped() -> bool {
    let mark = 0_u8;
    let here = std::ptr::from_ref(black_box(&mark)).addr();
    if AT_REST.get() == 0 {
        AT_REST.set(here);
    }
    if here != AT_REST.get() {
        poison();
    }
    is_poisoned()
}
