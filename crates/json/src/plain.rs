//! Bytes of a text that stand for themselves, and are skipped in one go.

/// The first byte of the last characters of the basic plane, and all after it: some code points there are no characters.
const LAST_BASIC: u8 = 0xEF;

/// Whether a byte of a text, at any position of a character, belongs to one that stands for itself and is allowed in any document.
fn is_plain(byte: u8) -> bool {
    matches!(byte, 0x20..LAST_BASIC) && byte != b'"' && byte != b'\\'
}

/// How many bytes at the start are [plain](is_plain), by eight at a time.
pub(super) fn plain_length(bytes: &[u8]) -> usize {
    let (words, rest) = bytes.as_chunks::<8>();
    for (index, word) in words.iter().enumerate() {
        let others = not_plain(u64::from_le_bytes(*word));
        if others != 0 {
            return index * 8 + others.trailing_zeros() as usize / 8;
        }
    }
    let length = rest.iter().position(|byte| !is_plain(*byte)).unwrap_or(rest.len());
    words.len() * 8 + length
}

/// The highest bit of each byte that is not plain. Above the lowest of them there may be others that should not be.
fn not_plain(word: u64) -> u64 {
    const ONES: u64 = u64::MAX / 0xFF;
    const HIGH: u64 = ONES << 7;
    let is_below = |word: u64, limit: u8| word.wrapping_sub(ONES * u64::from(limit)) & !word;
    let is_byte = |byte: u8| is_below(word ^ (ONES * u64::from(byte)), 1);
    let is_late = ((word & !HIGH) + ONES * u64::from(!LAST_BASIC + 1)) & word;
    (is_below(word, 0x20) | is_byte(b'"') | is_byte(b'\\') | is_late) & HIGH
}

#[cfg(test)]
mod tests {
    use super::{is_plain, plain_length};

    #[test]
    fn every_byte_in_every_place_is_told() {
        for at in 0..20 {
            for byte in 0..=u8::MAX {
                let mut bytes = [b'a'; 20];
                bytes.iter_mut().skip(at).for_each(|one| *one = byte);
                assert_eq!(plain_length(&bytes), if is_plain(byte) { 20 } else { at }, "{byte:#x} from {at}");
                let mut bytes = [0xBF; 20];
                bytes.iter_mut().skip(at).take(1).for_each(|one| *one = byte);
                assert_eq!(plain_length(&bytes), if is_plain(byte) { 20 } else { at }, "{byte:#x} at {at}");
            }
        }
    }
}
