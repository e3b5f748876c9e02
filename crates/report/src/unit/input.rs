//! What a unit's report is made of.

use crate::around::Particulars;
use crate::profile::Profile;
use domain::assessment::Assessment;
use domain::directive::Directive;

/// All that a unit's report is made of.
#[derive(Clone, Copy, Debug)]
pub struct UnitInput<'a> {
    /// What it reports on.
    pub directive: &'a Directive,
    /// Its answers.
    pub assessment: &'a Assessment,
    /// How the report looks. Of its text, only what stands around it and the headings depend on that.
    pub profile: &'a Profile,
    /// What was filled in of what stands around the text.
    pub particulars: &'a Particulars,
}
