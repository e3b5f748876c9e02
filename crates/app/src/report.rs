//! The report of a unit (báo cáo), as far as this program knows it: another program draws it, into a place in the section of a draft. What
//! that one keeps of it goes into the draft's record and is never looked into here.

use domain::assessment::Assessment;
use domain::lang::Lang;

/// The id of the element in the section that the report is drawn into.
pub const REPORT_DOM_ID: &str = "report";

/// What the report shows, while its section is open.
#[derive(Clone, Debug, PartialEq)]
pub struct ShownReport {
    /// The draft, by its id.
    pub draft: String,
    /// Its content.
    pub assessment: Box<Assessment>,
    /// What was kept of the report.
    pub kept: String,
    /// The language of the screen.
    pub lang: Lang,
    /// The level of the first heading of the view.
    pub heading_level: u8,
}
