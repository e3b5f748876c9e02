//! Unicode's form NFC, whose tables every browser has.

use js_sys::JsString;

/// A text in Unicode's form NFC.
#[must_use]
pub fn nfc(text: &str) -> String {
    // What Vietnamese is typed with is in that form already, and need not go to the browser and back.
    let is_composed = |letter: char| letter < '\u{300}' || ('\u{1ea0}'..='\u{1eff}').contains(&letter);
    if text.chars().all(is_composed) {
        return text.to_owned();
    }
    JsString::from(text).normalize("NFC").into()
}
