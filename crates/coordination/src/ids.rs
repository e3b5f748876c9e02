//! Ids made here. They have enough random bits to be unique across windows, machines and officers.

/// The next bits after a state (SplitMix64).
pub(crate) fn next_random(state: &mut u64) -> u64 {
    *state = state.wrapping_add(0x9E37_79B9_7F4A_7C15);
    let mut bits = *state;
    bits = (bits ^ (bits >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    bits = (bits ^ (bits >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    bits ^ (bits >> 31)
}

/// Twelve letters and digits, without those that look alike.
pub(crate) fn id_of(bits: u64) -> String {
    const LETTERS: &[u8; 32] = b"abcdefghijkmnpqrstuvwxyz23456789";
    let letter = |place: u32| {
        let index = usize::try_from((bits >> (place * 5)) & 31).unwrap_or(0);
        char::from(LETTERS.get(index).copied().unwrap_or(b'a'))
    };
    (0..12).map(letter).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn no_two_are_the_same_whatever_the_seeds() {
        let mut ids = BTreeSet::new();
        for mut seed in 0..100 {
            ids.extend((0..100).map(|_| id_of(next_random(&mut seed))));
        }
        assert_eq!(ids.len(), 10_000);
        assert!(ids.iter().all(|id| id.len() == 12 && id.bytes().all(|letter| letter.is_ascii_alphanumeric())));
    }
}
