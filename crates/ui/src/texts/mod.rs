//! The texts of what is drawn here, in Vietnamese and in English. A text that is missing in one language does not compile.

pub mod list;
pub mod names;
pub mod picker;

use domain::lang::Lang;
use list::ListTexts;
use names::NameTexts;
use picker::PickerTexts;

/// All texts of one language.
pub struct Texts {
    /// The texts of long lists.
    pub list: ListTexts,
    /// The names of statuses and fields.
    pub names: NameTexts,
    /// For the choice of a unit.
    pub picker: PickerTexts,
}

impl Texts {
    /// The texts of a language.
    #[must_use]
    pub fn of(lang: Lang) -> &'static Self {
        match lang {
            Lang::Vi => &VI,
            Lang::En => &EN,
        }
    }
}

static VI: Texts = Texts { list: list::VI, names: names::VI, picker: picker::VI };
static EN: Texts = Texts { list: list::EN, names: names::EN, picker: picker::EN };
