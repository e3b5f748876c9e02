//! The board of the coordinating body (tổng hợp), as far as this program knows it: another program draws it, into a place in one of
//! this program's views.

use domain::lang::Lang;

/// The id of the element in the view that the board is drawn into.
pub const BOARD_DOM_ID: &str = "board";

/// What the board shows, while its view is open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ShownBoard {
    /// The place in it, as in the board's part of the address; empty for its first view.
    pub place: String,
    /// The language of the screen.
    pub lang: Lang,
    /// The level of its first heading.
    pub heading_level: u8,
}
