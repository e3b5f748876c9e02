//! Every visible text of the board, in Vietnamese and in English. A text that one language lacks does not compile.

use domain::lang::Lang;

/// All texts of one language.
pub struct Texts {
    /// The view's title.
    pub title: &'static str,
    /// What the board is for.
    pub intro: &'static str,
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
    title: "Tổng hợp",
    intro: "Nơi cơ quan tổng hợp nhận bản tự đánh giá của các đơn vị và lập báo cáo chung.",
};
static EN: Texts = Texts {
    title: "Board",
    intro: "Where the coordinating body takes in the self-assessments of the units and makes the report of all of them.",
};
