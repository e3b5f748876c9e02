//! The sample gathering as a paper and as a workbook.

use crate::gathered::{Counted, Gathered, sample};
use gathering::lists::{self, FileLine};
use gathering::table::Table;
use report::in_workbook::in_workbook;
use report::on_paper::on_paper;
use report::paper::Paper;
use report::profile::{Profile, Profiles};
use report::texts::WORDS;
use report::workbook::Workbook;

pub(crate) fn paper() -> Paper {
    on_paper(&sample().report(), profile(""))
}

/// The profile with that id, or the first one.
pub(crate) fn profile(id: &str) -> Profile {
    Profiles::built_in().unwrap().get(id).unwrap().clone()
}

pub(crate) fn workbook() -> Workbook {
    workbook_of(&sample())
}

pub(crate) fn workbook_of(gathered: &Gathered) -> Workbook {
    let counted = gathered.counted();
    let report = gathered.report_of(&counted).unwrap();
    in_workbook(&gathered.settings.name, &report, &lists(gathered, &counted), &WORDS)
}

/// The board's lists, as the board has them without a filter.
fn lists(gathered: &Gathered, counted: &Counted) -> Vec<Table> {
    let (count, basis) = (&counted.count, gathered.settings.basis(&gathered.directive));
    let rows: Vec<u32> = (0..).take(count.units.rows.len()).collect();
    let files = gathered.files.iter().zip(&count.standing.verdicts).map(|(file, verdict)| FileLine {
        name: ["tep-", &file.received.facts.unit.name, ".json"].concat(),
        outcome: "held".into(),
        unit_name: file.received.facts.unit.name.clone(),
        received_on: file.day,
        verdict: Some(verdict.clone()),
        ..FileLine::default()
    });
    vec![
        lists::units(&rows, &count.register, &count.summary, &count.units, &basis),
        lists::files(&files.collect::<Vec<_>>(), &count.units),
    ]
}
