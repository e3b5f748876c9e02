//! Numbers that look random and come again with the same seed (SplitMix64).

/// A source of such numbers.
#[derive(Clone, Debug)]
pub(super) struct Chance(u64);

impl Chance {
    pub(super) fn new(seed: u64) -> Self {
        Self(seed)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number from `least` up to, but not including, `end`.
    pub(super) fn between(&mut self, least: u64, end: u64) -> u64 {
        least + self.next() % (end - least).max(1)
    }

    /// True once in `times`.
    pub(super) fn once_in(&mut self, times: u64) -> bool {
        self.between(0, times) == 0
    }

    /// One of these, or nothing where there is none.
    pub(super) fn one_of<'a>(&mut self, these: &[&'a str]) -> &'a str {
        let index = usize::try_from(self.next() % these.len().max(1) as u64).unwrap_or(0);
        these.get(index).copied().unwrap_or_default()
    }
}
