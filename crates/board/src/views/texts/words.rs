//! The catalogue as the words of the tables that are handed out.

use super::Texts;
use super::line_words::LineWords;
use coordination::office::Material;
use coordination::thing::ThingLine;
use domain::assessment::Status;
use domain::lang::Lang;
use gathering::csv;
use gathering::register::Timing;
use gathering::step_state::StepState;
use gathering::table::{Column, Heading, Table, Words};
use gathering::verdict::Verdict;
use report::in_workbook::in_workbook;
use report::workbook::Workbook;

/// A table as CSV, in the words of a language.
#[must_use]
pub fn csv(lang: Lang, table: &Table) -> String {
    csv::csv(table, Texts::of(lang))
}

/// A workbook of what was gathered: in Vietnamese, as the report is.
#[must_use]
pub fn workbook(material: &Material) -> Workbook {
    in_workbook(&material.name, &material.document, &material.lists, Texts::of(Lang::Vi))
}

impl Words for Texts {
    fn heading(&self, heading: Heading) -> String {
        (self.table.heading)(heading).to_owned()
    }

    fn column(&self, column: Column) -> String {
        (self.table.column)(column).to_owned()
    }

    fn timing(&self, timing: Timing) -> String {
        (self.register.timing_of)(timing)
    }

    fn step_state(&self, state: StepState) -> String {
        (self.unit.step_state)(state).to_owned()
    }

    fn answer(&self, answer: Option<Status>) -> String {
        (self.names.status)(answer).to_owned()
    }

    fn outcome(&self, outcome: &str, cause: &str) -> String {
        let line = ThingLine { outcome: outcome.to_owned(), cause: cause.to_owned(), ..ThingLine::default() };
        let LineWords { verdict, what, .. } = (self.verdicts.line)(&line);
        if what.is_empty() { verdict.to_owned() } else { [verdict, ": ", &what].concat() }
    }

    fn verdict(&self, verdict: &Verdict) -> String {
        let (word, why) = ((self.verdicts.verdict)(verdict, false), (self.verdicts.why)(verdict, ""));
        let why = why.trim_end();
        // Which other file it speaks of stands on the screen.
        [word, ": ", why.strip_suffix(':').unwrap_or(why)].concat()
    }

    fn total(&self) -> String {
        self.table.total.to_owned()
    }

    fn open_level(&self) -> String {
        self.table.open_level.to_owned()
    }
}
