//! The input of a report.

use crate::around::Particulars;
use crate::chosen::Chosen;
use crate::profile::Profile;
use crate::stamp::Stamp;
use domain::date::DateText;
use gathering::basis::Basis;
use gathering::measures::Measures;
use gathering::register::RegisterLine;
use gathering::standing::Standing;
use gathering::statements::{Issue, Step};
use gathering::summary::Summary;
use gathering::units::Units;

/// What was counted of a gathering.
#[derive(Clone, Copy, Debug)]
pub struct Figures<'a> {
    /// The units, and their groups.
    pub units: &'a Units,
    /// What becomes of each assessment that was received.
    pub standing: &'a Standing,
    /// The numbers by requirement and group.
    pub summary: &'a Summary,
    /// The register of what was received. It has to be of the cut-off day.
    pub register: &'a [RegisterLine],
    /// The five measures.
    pub measures: &'a Measures,
}

/// All that a report is made of.
#[derive(Clone, Copy, Debug)]
pub struct Input<'a> {
    /// What was counted.
    pub figures: Figures<'a>,
    /// The directive and the days: that of the cut-off (ngày chốt số liệu) must be there.
    pub basis: Basis<'a>,
    /// The name of the gathering, such as "6 tháng đầu năm 2024"; may be empty.
    pub name: &'a str,
    /// Whether it is the sample (bản mẫu).
    pub is_sample: bool,
    /// The day of which the roster is.
    pub roster_as_of: &'a DateText,
    /// By what the gathering is told from others.
    pub stamp: &'a Stamp,
    /// What units say alike of difficulties and proposals.
    pub issues: &'a [Issue],
    /// The next steps of all units.
    pub steps: &'a [Step],
    /// What the officer chose.
    pub chosen: &'a Chosen,
    /// How the report looks.
    pub profile: &'a Profile,
    /// What the officer filled in of what stands around the text.
    pub particulars: &'a Particulars,
}

/// An assessment that counts: its words stand in the file that is kept, and are read there for the annexes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Counting {
    /// Its place among all that were received.
    pub received: u32,
    /// The unit, by its place in the rows.
    pub unit: u32,
}

impl<'a> Figures<'a> {
    /// The assessments that count, in the order of the units: those of which `gathering::statements` asks the words.
    pub fn counting(self) -> impl Iterator<Item = Counting> {
        (0..).zip(&self.standing.rows).flat_map(move |(unit, row)| {
            row.counting.iter().map(move |received| Counting { received: *received, unit })
        })
    }
}
