//! What is counted in a document before it is read.

use super::limits::Limits;
use super::plain::plain_length;

/// How many commas each list and object has, in the order in which they open, as far as they are not too many or too deep.
pub(super) fn commas(bytes: &[u8], limits: &Limits) -> Vec<u32> {
    let (mut commas, mut open, mut at) = (Vec::new(), Vec::new(), 0);
    while let Some(byte) = bytes.get(at) {
        at += 1;
        match byte {
            b'"' => at += text_length(bytes.get(at..).unwrap_or_default()),
            b'[' | b'{' if open.len() > limits.depth || commas.len() >= limits.nodes => break,
            b'[' | b'{' => {
                open.push(commas.len());
                commas.push(0);
            }
            b']' | b'}' => drop(open.pop()),
            b',' => open.last().and_then(|last| commas.get_mut(*last)).into_iter().for_each(|count| *count += 1),
            _ => {}
        }
    }
    commas
}

/// How many bytes there are up to the quotation mark that ends a text, and with it.
fn text_length(bytes: &[u8]) -> usize {
    let mut at = 0;
    loop {
        at += plain_length(bytes.get(at..).unwrap_or_default());
        match bytes.get(at) {
            None => return bytes.len(),
            Some(b'"') => return at + 1,
            Some(b'\\') => at += 2,
            Some(_) => at += 1,
        }
    }
}
