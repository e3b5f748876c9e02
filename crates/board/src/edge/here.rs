//! Reading in this copy of the program: in the worker, or in the page where there is no worker.

use browser::nfc::nfc;
use coordination::reading::read_thing;
use gathering::ports::Ports;
use web_sys::TextDecoder;

/// What the reading needs.
pub(super) const PORTS: Ports<'static> = Ports { decode_1258: &decode_1258, nfc: &nfc };

/// Reads what was chosen under that name, about the directive of that id, see [`read_thing`].
#[must_use]
pub fn read(name: &str, bytes: &[u8], directive: &str) -> Vec<u8> {
    read_thing(name, bytes, directive, &PORTS)
}

/// Bytes in the code page windows-1258, which every browser knows.
fn decode_1258(bytes: &[u8]) -> String {
    let decoder = TextDecoder::new_with_label("windows-1258");
    let decoded = decoder.and_then(|decoder| decoder.decode_with_u8_array(bytes));
    decoded.unwrap_or_else(|_| String::from_utf8_lossy(bytes).into_owned())
}
