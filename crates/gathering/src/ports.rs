//! What the reading asks of its surroundings: tables that every browser has and that would weigh more here than all of the reading.

/// Functions of text.
#[derive(Clone, Copy)]
pub struct Ports<'a> {
    /// Decodes bytes of the code page windows-1258 (Vietnamese), never failing.
    pub decode_1258: &'a dyn Fn(&[u8]) -> String,
    /// A text in Unicode's form NFC.
    pub nfc: &'a dyn Fn(&str) -> String,
}
