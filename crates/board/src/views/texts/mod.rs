//! Every visible text of the board, in Vietnamese and in English. A text that one language lacks does not compile.

mod causes;
pub mod common;
pub mod compare;
pub mod disputes;
pub mod files;
pub mod frame;
pub mod issues;
pub mod line_words;
pub mod narrowed;
pub mod notices;
pub mod office;
pub mod overview;
pub mod reading;
pub mod register;
pub mod remarks;
pub mod report;
pub mod settings;
pub mod shelf;
pub mod table;
pub mod unit;
pub mod units;
pub mod verdicts;
pub mod words;

use common::CommonTexts;
use compare::CompareTexts;
use disputes::DisputesTexts;
use domain::lang::Lang;
use files::FilesTexts;
use frame::FrameTexts;
use issues::IssueTexts;
use narrowed::NarrowedTexts;
use notices::NoticeTexts;
use office::OfficeTexts;
use overview::OverviewTexts;
use reading::ReadingTexts;
use register::RegisterTexts;
use remarks::RemarkTexts;
use report::ReportTexts;
use settings::SettingsTexts;
use shelf::ShelfTexts;
use table::TableTexts;
use ui::texts::names::{self, NameTexts};
use unit::UnitTexts;
use units::UnitsTexts;
use verdicts::VerdictTexts;

/// All texts of one language.
pub struct Texts {
    /// The names of statuses and fields.
    pub names: NameTexts,
    /// What several views say.
    pub common: CommonTexts,
    /// Of what stands around every view.
    pub frame: FrameTexts,
    /// Of the notices.
    pub notices: NoticeTexts,
    /// Of the list of gatherings.
    pub shelf: ShelfTexts,
    /// Of what makes documents and workbooks.
    pub office: OfficeTexts,
    /// Of the first screen.
    pub overview: OverviewTexts,
    /// Of the register.
    pub register: RegisterTexts,
    /// Of the reading.
    pub reading: ReadingTexts,
    /// Of the issues.
    pub issues: IssueTexts,
    /// Of the remarks for units.
    pub remarks: RemarkTexts,
    /// Of units × requirements.
    pub units: UnitsTexts,
    /// Of one unit.
    pub unit: UnitTexts,
    /// Of what was received.
    pub files: FilesTexts,
    /// What became of files, and why.
    pub verdicts: VerdictTexts,
    /// Of what stands around the report upwards.
    pub report: ReportTexts,
    /// Of two gatherings beside each other.
    pub compare: CompareTexts,
    /// Of what people decided differently.
    pub disputes: DisputesTexts,
    /// Of what a table is narrowed to.
    pub narrowed: NarrowedTexts,
    /// Of the settings.
    pub settings: SettingsTexts,
    /// Of the tables that are handed out.
    pub table: TableTexts,
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
    names: names::VI,
    common: common::VI,
    frame: frame::VI,
    notices: notices::VI,
    shelf: shelf::VI,
    office: office::VI,
    overview: overview::VI,
    reading: reading::VI,
    issues: issues::VI,
    register: register::VI,
    remarks: remarks::VI,
    units: units::VI,
    unit: unit::VI,
    files: files::VI,
    verdicts: verdicts::VI,
    report: report::VI,
    compare: compare::VI,
    disputes: disputes::VI,
    narrowed: narrowed::VI,
    settings: settings::VI,
    table: table::VI,
};
static EN: Texts = Texts {
    names: names::EN,
    common: common::EN,
    frame: frame::EN,
    notices: notices::EN,
    shelf: shelf::EN,
    office: office::EN,
    overview: overview::EN,
    reading: reading::EN,
    issues: issues::EN,
    register: register::EN,
    remarks: remarks::EN,
    units: units::EN,
    unit: unit::EN,
    files: files::EN,
    verdicts: verdicts::EN,
    report: report::EN,
    compare: compare::EN,
    disputes: disputes::EN,
    narrowed: narrowed::EN,
    settings: settings::EN,
    table: table::EN,
};
