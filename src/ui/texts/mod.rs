//! Every visible text of the product's own, in Vietnamese and in English. A text that one language lacks does not
//! compile.

pub mod drafts;
pub mod fields;
pub mod form;
pub mod history;
pub mod host;
pub mod import;
pub mod picker;
pub mod problems;
pub mod read;
pub mod review;
pub mod shell;

use crate::app::Lang;
use drafts::DraftsTexts;
use form::FormTexts;
use history::HistoryTexts;
use host::HostTexts;
use import::ImportTexts;
use picker::PickerTexts;
use read::ReadTexts;
use review::ReviewTexts;
use shell::ShellTexts;

/// All texts of one language.
pub struct Texts {
    /// Of the bar, the save state and the notices.
    pub shell: ShellTexts,
    /// Of the list of drafts.
    pub drafts: DraftsTexts,
    /// Of the import.
    pub import: ImportTexts,
    /// Of the review of files.
    pub review: ReviewTexts,
    /// Of the form.
    pub form: FormTexts,
    /// Of a draft's history, its removal, and the place where it is kept.
    pub history: HistoryTexts,
    /// Of what the page around the element is told.
    pub host: HostTexts,
    /// Of the choice of a unit.
    pub picker: PickerTexts,
    /// Of the reading of the directive.
    pub read: ReadTexts,
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

static VI: Texts = Texts {
    shell: shell::VI,
    drafts: drafts::VI,
    form: form::VI,
    history: history::VI,
    host: host::VI,
    import: import::VI,
    review: review::VI,
    picker: picker::VI,
    read: read::VI,
};
static EN: Texts = Texts {
    shell: shell::EN,
    drafts: drafts::EN,
    form: form::EN,
    history: history::EN,
    host: host::EN,
    import: import::EN,
    review: review::EN,
    picker: picker::EN,
    read: read::EN,
};
