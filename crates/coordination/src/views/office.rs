//! The document or workbook that is being made: how far it has come.

use crate::model::Model;
use crate::office::OfficeFile;

/// What there is to be seen of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OfficeView {
    /// Whether one can be made: there is a cut-off day as of which it could speak.
    pub can: bool,
    /// The one that is being made.
    pub making: Option<OfficeFile>,
    /// How many files were read, of how many, for what units say.
    pub read: Option<(usize, usize)>,
    /// How many rows were put in, of how many.
    pub rows: Option<(u32, u32)>,
}

impl OfficeView {
    /// Of the open gathering.
    #[must_use]
    pub fn of(model: &Model) -> Option<Self> {
        let open = model.open.as_ref()?;
        let making = model.making.as_ref();
        let is_read = making.is_some_and(|making| making.rows.is_none()) && open.said.is_of(&open.count);
        Some(Self {
            can: open.settings.cut_off.date().is_some(),
            making: making.map(|making| making.file),
            read: is_read.then(|| open.said.progress()),
            rows: making.and_then(|making| making.rows).filter(|(_, all)| *all > 0),
        })
    }
}
