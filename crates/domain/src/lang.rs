//! The languages of the product's own texts.

/// A language of the product's own texts; the directive's stay Vietnamese.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Lang {
    /// Tiếng Việt.
    #[default]
    Vi,
    /// English.
    En,
}

impl Lang {
    /// Its tag, as the attribute `lang` and the settings have it.
    #[must_use]
    pub fn tag(self) -> &'static str {
        match self {
            Self::Vi => "vi",
            Self::En => "en",
        }
    }

    /// The language of a tag such as `en` or `en-GB`; Vietnamese for any other.
    #[must_use]
    pub fn from_tag(tag: &str) -> Self {
        if tag.get(..2).is_some_and(|start| start.eq_ignore_ascii_case("en")) { Self::En } else { Self::Vi }
    }
}
