//! What writes documents and workbooks: a program of its own, which is loaded when the first is asked for.

use js_sys::{Function, Uint8Array};
use wasm_bindgen::prelude::*;

/// What a document is, by its media type.
pub const DOCX_TYPE: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

#[wasm_bindgen]
extern "C" {
    /// Writes files in a worker; in the page where there is none. `shell/board/office.ts` has it.
    pub type Office;

    /// The file of a paper or a workbook, as an `Uint8Array`; both are as `report::wire` has them. The bytes are handed over: nobody else
    /// may use them afterwards. `tell` is called with how many rows of how many were put in.
    ///
    /// # Errors
    /// Where the program cannot be loaded, fails, or was given up.
    #[wasm_bindgen(method, catch)]
    pub async fn make(this: &Office, of: Uint8Array, tell: &Function) -> Result<JsValue, JsValue>;

    /// Gives up what is being written.
    #[wasm_bindgen(method)]
    pub fn cancel(this: &Office);
}
