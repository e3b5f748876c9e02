//! What is written in the browsers is what is written natively (`office/same.rs`).
#![cfg(target_arch = "wasm32")]
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests")]

#[path = "same/mod.rs"]
mod written;

use js_sys::{Function, Uint8Array};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

#[wasm_bindgen_test]
fn what_is_written_here_is_what_is_written_everywhere() {
    assert_eq!(written::digests(), written::DIGESTS);
}

#[wasm_bindgen_test]
fn what_cannot_be_read_is_refused_and_the_progress_is_told() {
    let told = Function::new_with_args("done, all", "(globalThis.told ??= []).push([done, all])");
    assert!(office::program::make(b"something".to_vec(), &told).is_err());
    let bytes = report::wire::written_workbook(&report::workbook::Workbook::default());
    let answer = office::program::make(bytes, &told).unwrap();
    let (replaced, file) = report::wire::read_file(&answer).unwrap();
    assert!(replaced == 0 && file.starts_with(b"PK"));
    let calls = Function::new_no_args("return globalThis.told.length").call0(&wasm_bindgen::JsValue::NULL).unwrap();
    assert!(calls.as_f64().unwrap() > 0.0 && Uint8Array::from(file).length() > 0);
}
