//! Reads files away from the page that the person sees: both ends of that.

use crate::edge::here;
use js_sys::Uint8Array;
use wasm_bindgen::prelude::*;
use web_sys::File;

#[wasm_bindgen]
extern "C" {
    /// Reads files in a worker; in the page where there is none. `shell/board/reader.ts` has it.
    pub type Reader;

    /// The answer of [`read`] to these arguments, as an `Uint8Array`. The bytes are handed over: nobody else may use them afterwards.
    ///
    /// # Errors
    /// Where the worker has ended before it answered. What is asked after that is read in the page.
    #[wasm_bindgen(method, catch)]
    pub async fn read(this: &Reader, name: &str, bytes: Uint8Array, directive: &str) -> Result<JsValue, JsValue>;

    /// The same for a file, whose bytes never come into the program's memory: `null` where its device does not give it, and nothing
    /// where there is no worker, where it is empty or where it has more bytes than so many.
    ///
    /// # Errors
    /// Where the worker has ended before it answered.
    #[wasm_bindgen(method, catch, js_name = readFile)]
    pub async fn read_file(
        this: &Reader,
        name: &str,
        file: &File,
        directive: &str,
        most: f64,
    ) -> Result<JsValue, JsValue>;

    /// Whether a worker reads, so far as is known.
    #[wasm_bindgen(method, getter, js_name = isWorker)]
    pub fn is_worker(this: &Reader) -> bool;
}

/// Reads a file about the directive of that id, in the worker or in the page: what the board takes in (`coordination::wire`).
#[wasm_bindgen(js_name = read)]
#[must_use]
pub fn answer(name: &str, bytes: &[u8], directive: &str) -> Vec<u8> {
    here::read(name, bytes, directive)
}
