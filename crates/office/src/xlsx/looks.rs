//! How cells look.

use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder};

/// A light grey, which reads on a copy too.
const GREY: Color = Color::RGB(0x00ED_EDED);

/// The looks of all cells, made once.
pub(super) struct Looks {
    pub(super) head: Format,
    /// What is told above a table, and what it is.
    pub(super) label: Format,
    pub(super) fact: Format,
    pub(super) plain: Kinds,
    pub(super) total: Kinds,
}

/// The look of each kind of value.
pub(super) struct Kinds {
    pub(super) text: Format,
    /// A text that would become a formula once somebody edits it.
    pub(super) quoted: Format,
    pub(super) number: Format,
    pub(super) rate: Format,
    pub(super) day: Format,
}

impl Looks {
    pub(super) fn new() -> Self {
        let base = Format::new().set_font_name("Times New Roman").set_font_size(12);
        let cell = base.clone().set_align(FormatAlign::Top).set_border(FormatBorder::Thin);
        let fact = base.clone().set_quote_prefix();
        let label = base.clone().set_bold();
        let head = base.set_align(FormatAlign::VerticalCenter).set_align(FormatAlign::Center).set_text_wrap();
        let total = cell.clone().set_bold().set_background_color(GREY);
        Self {
            head: head.set_bold().set_border(FormatBorder::Thin).set_background_color(GREY),
            label,
            fact,
            plain: Kinds::of(&cell),
            total: Kinds::of(&total),
        }
    }
}

impl Kinds {
    fn of(base: &Format) -> Self {
        let text = base.clone().set_text_wrap();
        Self {
            quoted: text.clone().set_quote_prefix(),
            text,
            number: base.clone().set_num_format("#,##0"),
            rate: base.clone().set_num_format("0.00%"),
            day: base.clone().set_num_format("dd/mm/yyyy").set_align(FormatAlign::Center),
        }
    }
}
