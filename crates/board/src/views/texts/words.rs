//! The catalogue as the words of exported tables.

use super::Texts;
use super::line_words::LineWords;
use coordination::narrowed::Narrowed;
use coordination::office::Material;
use coordination::thing::ThingLine;
use domain::assessment::Status;
use domain::lang::Lang;
use gathering::csv;
use gathering::excerpt::ExcerptKind;
use gathering::register::Timing;
use gathering::step_state::StepState;
use gathering::table::{Column, Heading, Table, Words};
use gathering::verdict::Verdict;
use report::in_workbook::in_workbook;
use report::workbook::Workbook;

/// A table as CSV, in the words of a language, with what it is narrowed to before it.
#[must_use]
pub fn csv(lang: Lang, table: &Table, narrowed: &[Narrowed]) -> String {
    let texts = Texts::of(lang);
    csv::csv(table, texts, &texts.narrowed_to(narrowed))
}

impl Texts {
    /// What a table is narrowed to: a word for it, and then each in words.
    fn narrowed_to(&self, narrowed: &[Narrowed]) -> Vec<String> {
        let is_filter = narrowed.iter().any(|one| !matches!(one, Narrowed::Gatherings(_)));
        let word = is_filter.then(|| self.narrowed.only.to_owned());
        word.into_iter().chain(narrowed.iter().map(|one| self.said_of(one))).collect()
    }

    fn said_of(&self, narrowed: &Narrowed) -> String {
        let texts = &self.narrowed;
        let named = |(name, is_sample): &(String, bool)| match (name.trim(), is_sample) {
            ("", true) => self.frame.sample_name.to_owned(),
            ("", false) => self.common.unnamed.to_owned(),
            (name, _) => name.to_owned(),
        };
        let labelled = |label: &str, words: &str| [label, ": ", words].concat();
        match narrowed {
            Narrowed::Group(name) => labelled(self.common.group, name),
            Narrowed::Register(which) => labelled(self.register.timing, (self.register.which)(*which)),
            Narrowed::Status(requirement, status) if requirement.is_empty() => (self.common.status)(*status).to_owned(),
            Narrowed::Status(requirement, status) => {
                let asked = labelled(self.overview.requirement, requirement);
                [asked.as_str(), (self.common.status)(*status)].join(" – ")
            }
            Narrowed::Issue(wording) => labelled(self.units.issue, wording),
            Narrowed::Requirement(id) => labelled(self.overview.requirement, id),
            Narrowed::Files(which) => labelled(self.files.verdict, (self.files.which)(*which)),
            Narrowed::Kind(kind) => labelled(self.issues.which, &self.kind(*kind)),
            Narrowed::InReport => self.issues.in_report.to_owned(),
            Narrowed::Words(words) => labelled(texts.words, words),
            Narrowed::BothOnly => texts.both_only.to_owned(),
            Narrowed::Gatherings([earlier, later]) => (texts.gatherings)(&named(earlier), &named(later)),
        }
    }
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

    fn kind(&self, kind: ExcerptKind) -> String {
        (self.table.kind)(kind).to_owned()
    }
}
