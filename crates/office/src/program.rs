//! The program that writes files, as the scripts call it (`shell/board/office.ts`).

use crate::docx::docx;
use crate::xlsx::xlsx;
use js_sys::{Error, Function};
use report::wire;
use wasm_bindgen::prelude::*;

/// Writes the file of a paper or a workbook, which comes as bytes (`report::wire`), and so does the answer. `tell` is called with how many
/// rows of how many were put in.
///
/// # Errors
/// Where the bytes are of neither, or the file would be larger than it can be.
#[wasm_bindgen]
pub fn make(of: Vec<u8>, tell: &Function) -> Result<Vec<u8>, JsValue> {
    let made = if let Some(paper) = wire::read_paper(&of) {
        docx(&paper)
    } else {
        let workbook = wire::read_workbook(&of).ok_or_else(|| Error::new("neither a paper nor a workbook"))?;
        // They are as large as what was read out of them.
        drop(of);
        xlsx(workbook, &mut |done, all| {
            let count = |count: usize| JsValue::from(u32::try_from(count).unwrap_or(u32::MAX));
            // Whoever cannot be told gets the file all the same.
            let _ = tell.call2(&JsValue::NULL, &count(done), &count(all));
        })
    };
    let made = made.map_err(|fault| Error::new(&fault.to_string()))?;
    Ok(wire::written_file(made.replaced, &made.bytes))
}
