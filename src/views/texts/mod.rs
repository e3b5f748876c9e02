//! Every visible text of this program, in Vietnamese and in English. A text that is missing in one language does not compile.

pub mod drafts;
pub mod fields;
pub mod form;
pub mod history;
pub mod host;
pub mod import;
mod names;
pub mod problems;
pub mod read;
pub mod returned;
pub mod review;
pub mod shell;

use app::review::ReviewFinding;
use domain::lang::Lang;
use drafts::DraftsTexts;
use form::FormTexts;
use history::HistoryTexts;
use host::HostTexts;
use import::{Explained, ImportTexts};
use read::ReadTexts;
use returned::ReturnedTexts;
use review::ReviewTexts;
use shell::ShellTexts;

/// All texts of one language.
pub struct Texts {
    /// For the bar, the save state and the notices.
    pub shell: ShellTexts,
    /// For the list of drafts.
    pub drafts: DraftsTexts,
    /// For the import.
    pub import: ImportTexts,
    /// For the review of files.
    pub review: ReviewTexts,
    /// For the remarks on an assessment.
    pub returned: ReturnedTexts,
    /// For the form.
    pub form: FormTexts,
    /// For a draft's history, its removal, and the place where it is kept.
    pub history: HistoryTexts,
    /// For what the page around the element is told.
    pub host: HostTexts,
    /// For reading the directive.
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

    /// Why there is nothing in a file that could be taken in as it is.
    #[must_use]
    pub fn explained(&self, finding: &ReviewFinding) -> Explained {
        let (what, remedy) = match finding {
            ReviewFinding::Returned(file) => {
                let what = (self.returned.remarks)(file.remarks.len());
                return Explained { what, place: String::new(), remedy: "" };
            }
            ReviewFinding::Refused(refusal, _) => return (self.import.refusal)(refusal),
            ReviewFinding::Unreadable | ReviewFinding::Ready { .. } => return (self.import.unreadable)(),
            ReviewFinding::BadArchive(fault) => (self.review.archive)(*fault),
            ReviewFinding::Closed => self.review.closed,
            ReviewFinding::Foreign(kind) => (self.review.foreign)(*kind),
            ReviewFinding::CannotUnpack => self.review.cannot_unpack,
        };
        Explained { what: what.into(), place: String::new(), remedy }
    }
}

static VI: Texts = Texts {
    shell: shell::VI,
    drafts: drafts::VI,
    form: form::VI,
    history: history::VI,
    host: host::VI,
    import: import::VI,
    returned: returned::VI,
    review: review::VI,
    read: read::VI,
};
static EN: Texts = Texts {
    shell: shell::EN,
    drafts: drafts::EN,
    form: form::EN,
    history: history::EN,
    host: host::EN,
    import: import::EN,
    returned: returned::EN,
    review: review::EN,
    read: read::EN,
};
