//! What the browser says about the storage of the drafts: whether it promises to keep it, and how much room is left.

/// Free space below which it is said, in bytes.
const LOW_BYTES: u64 = 50 << 20;
/// Little room is reported below this share of the whole: one in so many.
const LOW_SHARE: u64 = 10;

/// What the browser said; what it does not tell is absent.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Space {
    /// Whether it keeps the stores even when the disk is short of room.
    pub kept: Option<bool>,
    /// Bytes used, and bytes that may be used.
    pub used_of: Option<(u64, u64)>,
}

impl Space {
    /// Bytes used and bytes left, where little is left.
    #[must_use]
    pub fn running_low(self) -> Option<(u64, u64)> {
        let (used, quota) = self.used_of?;
        let free = quota.saturating_sub(used);
        (free < LOW_BYTES || free < quota / LOW_SHARE).then_some((used, free))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn little_room_is_said_by_either_measure() {
        let low = |used, quota| Space { kept: None, used_of: Some((used, quota)) }.running_low();
        let mib = 1 << 20;
        assert_eq!(low(50 * mib, 100 * mib), None, "just enough");
        assert_eq!(low(50 * mib + 1, 100 * mib), Some((50 * mib + 1, 50 * mib - 1)));
        assert_eq!(low(900 * mib, 1000 * mib), None);
        assert_eq!(low(900 * mib + 1, 1000 * mib), Some((900 * mib + 1, 100 * mib - 1)));
        assert_eq!(low(9, 5), Some((9, 0)), "more than there is");
        assert_eq!(Space::default().running_low(), None);
    }
}
