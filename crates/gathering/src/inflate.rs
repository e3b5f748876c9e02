//! Unpacking, never to more than is wanted of what it turns out to be.

use crate::limits::{ANY_RATIO, MOST_FILE, MOST_MEMBERS, MOST_RATIO, MOST_UNPACKED, most_bytes};
use crate::line::Cause;
use crate::sniff::kind_of;
use miniz_oxide::inflate::{TINFLStatus, decompress_to_vec_with_limit};

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
    held_to_kind(bytes, bytes.len() as u64)?;
    budget.spend(bytes.len())?;
    Ok(bytes.to_vec())
}

/// What was packed by DEFLATE (RFC 1951). It is unpacked up to the size of an assessment file first; then its kind is known, and with
/// it how much more there may be.
///
/// # Errors
/// Where that cannot be done, or what comes of it is refused for its kind or its size.
pub(crate) fn inflated(packed: &[u8], budget: &mut Budget) -> Result<Vec<u8>, Cause> {
    if budget.is_spent() {
        return Err(Cause::SumTooLarge { limit: MOST_UNPACKED });
    }
    let bytes = match up_to(packed, MOST_FILE)? {
        Unpacked::All(bytes) => bytes,
        Unpacked::Start(start) => {
            budget.spend(start.len())?;
            // Where even the longest of its kind is no longer, this ends it.
            held_to_ratio(packed, start.len())?;
            let kind = kind_of(&start);
            held_to_kind(&start, start.len() as u64)?;
            match up_to(packed, most_bytes(kind, true))? {
                Unpacked::All(bytes) => bytes,
                Unpacked::Start(start) => {
                    budget.spend(start.len())?;
                    held_to_ratio(packed, start.len())?;
                    return Err(Cause::TooLarge { size: start.len() as u64, limit: most_bytes(kind, true) });
                }
            }
        }
    };
    budget.spend(bytes.len())?;
    held_to_ratio(packed, bytes.len())?;
    held_to_kind(&bytes, bytes.len() as u64)?;
    Ok(bytes)
}

enum Unpacked {
    All(Vec<u8>),
    /// The start of it, one byte more than was wanted.
    Start(Vec<u8>),
}

fn up_to(packed: &[u8], most: u64) -> Result<Unpacked, Cause> {
    let most = usize::try_from(most).unwrap_or(usize::MAX).saturating_add(1);
    if packed.is_empty() {
        return Err(Cause::Broken);
    }
    match decompress_to_vec_with_limit(packed, most) {
        Ok(bytes) if bytes.len() < most => Ok(Unpacked::All(bytes)),
        Ok(bytes) => Ok(Unpacked::Start(bytes)),
        Err(error) if error.status == TINFLStatus::HasMoreOutput => Ok(Unpacked::Start(error.output)),
        Err(error) if error.status == TINFLStatus::FailedCannotMakeProgress => Err(Cause::CutShort),
        Err(_) => Err(Cause::Broken),
    }
}

fn held_to_ratio(packed: &[u8], unpacked: usize) -> Result<(), Cause> {
    let (packed, unpacked) = (packed.len() as u64, unpacked as u64);
    if unpacked > ANY_RATIO && unpacked / packed.max(1) > MOST_RATIO {
        return Err(Cause::UnusualRatio { packed, unpacked });
    }
    Ok(())
}

fn held_to_kind(bytes: &[u8], size: u64) -> Result<(), Cause> {
    let kind = kind_of(bytes);
    let limit = most_bytes(kind, true);
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
            assert_eq!(inflated(&packed, &mut Budget::default()), Ok(whole.clone()));
            assert_eq!(stored(&whole, &mut Budget::default()), Ok(whole));
        }
        let size = MOST_FILE + 1;
        let refused = Err(Cause::TooLarge { size, limit: MOST_FILE });
        assert_eq!(inflated(&compress_to_vec(&json(most + 1), 1), &mut Budget::default()), refused);
        assert_eq!(stored(&json(most + 1), &mut Budget::default()), refused);
    }

    #[test]
    fn what_unpacks_to_far_too_much_is_refused_for_that() {
        let bomb = compress_to_vec(&vec![b' '; 10_000_000], 9);
        let refused = inflated(&bomb, &mut Budget::default());
        assert!(matches!(refused, Err(Cause::UnusualRatio { unpacked: 2_000_001, .. })), "{refused:?}");
    }

    #[test]
    fn the_sum_is_held_to_its_limit() {
        let mut budget = Budget { unpacked: MOST_UNPACKED - 3, members: 0 };
        assert_eq!(stored(b"{}", &mut budget), Ok(b"{}".to_vec()));
        let refused = Err(Cause::SumTooLarge { limit: MOST_UNPACKED });
        assert_eq!(stored(b"{}", &mut budget), refused);
        assert_eq!(inflated(&compress_to_vec(b"{}", 1), &mut budget), refused);
        assert_eq!(budget.enter(MOST_MEMBERS), Ok(()));
        let refused = Err(Cause::TooManyMembers { count: MOST_MEMBERS + 1, limit: MOST_MEMBERS });
        assert_eq!(budget.enter(1), refused);
    }

    #[test]
    fn what_is_cut_or_changed_is_refused() {
        let packed = compress_to_vec(&page(10_000), 6);
        for cut in 1..packed.len() {
            assert!(inflated(packed.get(..cut).unwrap(), &mut Budget::default()).is_err(), "{cut}");
        }
        assert_eq!(inflated(b"", &mut Budget::default()), Err(Cause::Broken));
        assert_eq!(inflated(b"\xff\xff\xff", &mut Budget::default()), Err(Cause::Broken));
    }
}
