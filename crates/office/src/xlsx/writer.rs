//! What is at hand while a sheet is written.

use super::looks::Looks;
use crate::clean::Cleaner;
use rust_xlsxwriter::Worksheet;

/// Writes one sheet.
pub(super) struct Writer<'a> {
    pub(super) to: &'a mut Worksheet,
    pub(super) looks: &'a Looks,
    pub(super) cleaner: &'a mut Cleaner,
}
