//! What the reading needs from outside: tables that every browser has, and that would be larger here than everything else in this
//! crate.

/// Functions of text.
#[derive(Clone, Copy)]
pub struct Ports<'a> {
    /// Decodes bytes of the code page windows-1258 (Vietnamese), never failing.
    pub decode_1258: &'a dyn Fn(&[u8]) -> String,
    /// A text in Unicode's form NFC.
    pub nfc: &'a dyn Fn(&str) -> String,
}
