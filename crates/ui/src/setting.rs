//! Where something is drawn.

use crate::texts::Texts;
use domain::lang::Lang;

/// Where something is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Setting {
    /// The language of the texts around it.
    pub lang: Lang,
    /// The level of the first heading.
    pub heading_level: u8,
}

impl Setting {
    /// The texts of what is drawn here.
    #[must_use]
    pub fn texts(self) -> &'static Texts {
        Texts::of(self.lang)
    }
}
