//! A gzip file (RFC 1952): one thing, perhaps with its name.

use crate::inflate::{Budget, inflated};
use crate::line::Cause;

/// What lies in a gzip file.
pub(crate) struct Inside {
    /// Its name, in ISO 8859-1 or whatever was used; nothing where there is none.
    pub(crate) name: Option<Vec<u8>>,
    /// Its bytes.
    pub(crate) bytes: Result<Vec<u8>, Cause>,
}

/// Opens a gzip file; `is_nested` says whether it lies in another container.
///
/// # Errors
/// Where its head is not that of one.
pub(crate) fn open(bytes: &[u8], is_nested: bool, budget: &mut Budget) -> Result<Inside, Cause> {
    let (name, rest) = head(bytes)?;
    let (packed, tail) = rest.split_last_chunk::<8>().ok_or(Cause::CutShort)?;
    let bytes = inflated(packed, is_nested, budget)
        .and_then(|bytes| if rawzip::crc32(&bytes) == checksum(tail) { Ok(bytes) } else { Err(Cause::Checksum) });
    Ok(Inside { name, bytes })
}

/// The checksum that the last bytes of a gzip file tell.
pub(crate) fn checksum([a, b, c, d, ..]: &[u8; 8]) -> u32 {
    u32::from_le_bytes([*a, *b, *c, *d])
}

/// The name in the head of a gzip file, and what follows that head.
///
/// # Errors
/// Where its head is not that of one.
pub(crate) fn head(bytes: &[u8]) -> Result<(Option<Vec<u8>>, &[u8]), Cause> {
    const HAS_CHECKSUM: u8 = 2;
    const HAS_EXTRA: u8 = 4;
    const HAS_NAME: u8 = 8;
    const HAS_REMARK: u8 = 16;
    let (head, mut rest) = bytes.split_first_chunk::<10>().ok_or(Cause::CutShort)?;
    let [0x1f, 0x8b, 8, flags, ..] = *head else { return Err(Cause::Broken) };
    if flags & HAS_EXTRA != 0 {
        let (length, after) = rest.split_first_chunk().ok_or(Cause::CutShort)?;
        rest = after.get(usize::from(u16::from_le_bytes(*length))..).ok_or(Cause::CutShort)?;
    }
    let mut name = None;
    for flag in [HAS_NAME, HAS_REMARK] {
        if flags & flag != 0 {
            let end = rest.iter().position(|byte| *byte == 0).ok_or(Cause::CutShort)?;
            let text = rest.get(..end).unwrap_or_default();
            if flag == HAS_NAME {
                name = Some(text.to_vec());
            }
            rest = rest.get(end + 1..).unwrap_or_default();
        }
    }
    if flags & HAS_CHECKSUM != 0 {
        rest = rest.get(2..).ok_or(Cause::CutShort)?;
    }
    Ok((name, rest))
}
