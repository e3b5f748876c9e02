//! Unpacks data, but never more of it than its kind may have.

use crate::limits::{ANY_RATIO, MOST_FILE, MOST_MEMBERS, MOST_RATIO, MOST_UNPACKED, most_bytes};
use crate::line::Cause;
use crate::sniff::kind_of;
use miniz_oxide::inflate::TINFLStatus;
use miniz_oxide::inflate::core::inflate_flags::TINFL_FLAG_USING_NON_WRAPPING_OUTPUT_BUF;
use miniz_oxide::inflate::core::{DecompressorOxide, decompress};

/// What is left for the members of one chosen thing.
#[derive(Debug, Default)]
pub(crate) struct Budget {
    unpacked: u64,
    members: u64,
}

impl Budget {
    /// Takes so many bytes.
    ///
    /// # Errors
    /// Where there were not so many left.
    pub(crate) fn spend(&mut self, bytes: usize) -> Result<(), Cause> {
        self.unpacked = self.unpacked.saturating_add(bytes as u64);
        if self.unpacked > MOST_UNPACKED { Err(Cause::SumTooLarge { limit: MOST_UNPACKED }) } else { Ok(()) }
    }

    /// Whether anything may still be unpacked.
    fn is_spent(&self) -> bool {
        self.unpacked > MOST_UNPACKED
    }

    /// Takes the room of so many members.
    ///
    /// # Errors
    /// Where there is no room for so many; then none is taken.
    pub(crate) fn enter(&mut self, members: u64) -> Result<(), Cause> {
        let count = self.members.saturating_add(members);
        if count > MOST_MEMBERS {
            return Err(Cause::TooManyMembers { count, limit: MOST_MEMBERS });
        }
        self.members = count;
        Ok(())
    }
}

/// What was packed without being made smaller.
///
/// # Errors
/// Where it is of a kind that is not read, or larger than one of its kind may be.
pub(crate) fn stored(bytes: &[u8], budget: &mut Budget) -> Result<Vec<u8>, Cause> {
    if budget.is_spent() {
        return Err(Cause::SumTooLarge { limit: MOST_UNPACKED });
    }
    held_to_kind(bytes, true)?;
    budget.spend(bytes.len())?;
    Ok(bytes.to_vec())
}

/// What was packed by DEFLATE (RFC 1951). It is unpacked up to the size of an assessment file first; then its kind is known, and with
/// it how much more there may be; `is_nested` says whether its container lies in another one, or has others in it.
///
/// # Errors
/// Where that cannot be done, or what comes of it is refused for its kind or its size.
pub(crate) fn inflated(packed: &[u8], is_nested: bool, budget: &mut Budget) -> Result<Vec<u8>, Cause> {
    if budget.is_spent() {
        return Err(Cause::SumTooLarge { limit: MOST_UNPACKED });
    }
    let mut unpacking = Unpacking::new(packed);
    unpacking.up_to(MOST_FILE)?;
    if !unpacking.is_done {
        let most = most_bytes(kind_of(&unpacking.bytes), is_nested);
        held_to_kind(&unpacking.bytes, is_nested)?;
        unpacking.up_to(most)?;
        if !unpacking.is_done {
            budget.spend(unpacking.bytes.len())?;
            return Err(Cause::TooLarge { size: unpacking.bytes.len() as u64, limit: most });
        }
    }
    budget.spend(unpacking.bytes.len())?;
    held_to_kind(&unpacking.bytes, is_nested)?;
    Ok(unpacking.bytes)
}

/// Bytes that are being unpacked.
struct Unpacking<'a> {
    state: Box<DecompressorOxide>,
    packed: &'a [u8],
    /// How many of the packed bytes are used up.
    used: usize,
    /// What came of them.
    bytes: Vec<u8>,
    is_done: bool,
}

/// How many bytes are unpacked before there is room for twice as many.
const ROOM: usize = 64 * 1024;

impl<'a> Unpacking<'a> {
    fn new(packed: &'a [u8]) -> Self {
        Self { state: Box::default(), packed, used: 0, bytes: Vec::new(), is_done: false }
    }

    /// Goes on until all is unpacked, or one byte more than so many.
    fn up_to(&mut self, most: u64) -> Result<(), Cause> {
        let most = usize::try_from(most).unwrap_or(usize::MAX).saturating_add(1);
        while !self.is_done && self.bytes.len() < most {
            let before = self.bytes.len();
            self.bytes.resize(before.saturating_mul(2).max(ROOM).min(most), 0);
            let rest = self.packed.get(self.used..).unwrap_or_default();
            let (status, used, came) =
                decompress(&mut self.state, rest, &mut self.bytes, before, TINFL_FLAG_USING_NON_WRAPPING_OUTPUT_BUF);
            self.used = self.used.saturating_add(used);
            self.bytes.truncate(before.saturating_add(came));
            match status {
                TINFLStatus::Done => self.is_done = true,
                TINFLStatus::HasMoreOutput => {}
                TINFLStatus::FailedCannotMakeProgress => return Err(Cause::CutShort),
                _ => return Err(Cause::Broken),
            }
            self.held_to_ratio()?;
        }
        Ok(())
    }

    fn held_to_ratio(&self) -> Result<(), Cause> {
        let (packed, unpacked) = (self.used as u64, self.bytes.len() as u64);
        if unpacked > ANY_RATIO && unpacked / packed.max(1) > MOST_RATIO {
            return Err(Cause::UnusualRatio { packed, unpacked });
        }
        Ok(())
    }
}

fn held_to_kind(bytes: &[u8], is_nested: bool) -> Result<(), Cause> {
    let (kind, size) = (kind_of(bytes), bytes.len() as u64);
    let limit = most_bytes(kind, is_nested);
    if size <= limit {
        return Ok(());
    }
    Err(if kind.is_read() { Cause::TooLarge { size, limit } } else { Cause::of_kind(kind) })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]
    use super::*;
    use miniz_oxide::deflate::compress_to_vec;

    fn page(bytes: usize) -> Vec<u8> {
        let mut page = b"<!doctype html>".to_vec();
        // Not too regular, or it would be refused for that.
        page.extend((0..bytes - page.len()).map(|at| b'a' + u8::try_from(at * at / 7 % 23).unwrap()));
        page
    }

    #[test]
    fn everything_comes_out_up_to_the_limit_of_its_kind() {
        let most = usize::try_from(MOST_FILE).unwrap();
        let json = |bytes: usize| {
            let mut json = page(bytes);
            json.splice(..15, *b"{              ");
            json
        };
        for whole in [vec![], json(1000), json(most), page(most + 1), page(3 * most)] {
            let packed = compress_to_vec(&whole, 1);
            assert_eq!(inflated(&packed, true, &mut Budget::default()), Ok(whole.clone()));
            assert_eq!(stored(&whole, &mut Budget::default()), Ok(whole));
        }
        let size = MOST_FILE + 1;
        let refused = Err(Cause::TooLarge { size, limit: MOST_FILE });
        assert_eq!(inflated(&compress_to_vec(&json(most + 1), 1), true, &mut Budget::default()), refused);
        assert_eq!(stored(&json(most + 1), &mut Budget::default()), refused);
    }

    #[test]
    fn what_unpacks_to_far_too_much_is_refused_for_that() {
        let bomb = compress_to_vec(&vec![b' '; 10_000_000], 9);
        let refused = inflated(&bomb, true, &mut Budget::default());
        assert!(matches!(refused, Err(Cause::UnusualRatio { .. })), "{refused:?}");
    }

    #[test]
    fn the_sum_is_held_to_its_limit() {
        let mut budget = Budget { unpacked: MOST_UNPACKED - 3, members: 0 };
        assert_eq!(stored(b"{}", &mut budget), Ok(b"{}".to_vec()));
        let refused = Err(Cause::SumTooLarge { limit: MOST_UNPACKED });
        assert_eq!(stored(b"{}", &mut budget), refused);
        assert_eq!(inflated(&compress_to_vec(b"{}", 1), true, &mut budget), refused);
        assert_eq!(budget.enter(MOST_MEMBERS), Ok(()));
        let refused = Err(Cause::TooManyMembers { count: MOST_MEMBERS + 1, limit: MOST_MEMBERS });
        assert_eq!(budget.enter(1), refused);
    }

    #[test]
    fn what_is_cut_or_changed_is_refused() {
        let packed = compress_to_vec(&page(10_000), 6);
        for cut in 1..packed.len() {
            assert!(inflated(packed.get(..cut).unwrap(), true, &mut Budget::default()).is_err(), "{cut}");
        }
        assert_eq!(inflated(b"", true, &mut Budget::default()), Err(Cause::CutShort));
        assert_eq!(inflated(b"\xff\xff\xff", true, &mut Budget::default()), Err(Cause::Broken));
    }
}
