//! The annexes (phụ lục): what the unit says of each requirement, and its next steps.

use super::input::UnitInput;
use super::said::{Said, evidence};
use crate::document::{Block, Content, Page, Paragraph, Section, WrittenTable};
use crate::filled::Filled;
use crate::texts;
use crate::texts::unit::{self as words, Cited};
use crate::typed::{day, in_lines, one_line};
use domain::assessment::{Answer, Evidence, NextStep};
use domain::directive::Requirement;
use domain::ids::Ids;
use gathering::table::{Cell, Column, Heading, Table, TableRow};

/// The annexes that there is something for.
pub(super) fn annexes(input: &UnitInput<'_>, said: &Said<'_>, filled: &Filled<'_>) -> Vec<Section> {
    let answers = said.answers_annex().map(|_| Content::Written(Box::new(answers(input, said))));
    let steps: Vec<(&Requirement, &NextStep)> = said.steps().collect();
    let steps = (!steps.is_empty()).then(|| Content::Table(Box::new(self::steps(&steps))));
    let of = [("annex-answers", Heading::Answers, answers), ("annex-steps", Heading::Steps, steps)];
    let there = of.into_iter().filter_map(|(place, heading, content)| Some((place, heading, content?)));
    (1..).zip(there).map(|(at, (place, heading, content))| annex(filled, at, (place, heading), content)).collect()
}

fn annex(filled: &Filled<'_>, at: usize, (place, heading): (&str, Heading), table: Content) -> Section {
    let id = |name: &str| [place, "/", name].concat();
    let blocks = vec![
        Block::heading(place, 2, words::annex(at, texts::heading(heading))),
        Block::note(&id("attached"), filled.attached()),
        Block::of(&id("table"), table),
    ];
    Section { page: Page::Landscape, blocks }
}

/// Requirement × status, results, supporting documents. The results are paragraphs, since they are the unit's words.
fn answers(input: &UnitInput<'_>, said: &Said<'_>) -> WrittenTable {
    let register = &input.assessment.evidence;
    let ids = Ids::of(register.iter().map(|entry| &entry.id));
    let row = |(requirement, answer): &(&Requirement, &Answer)| TableRow {
        is_total: false,
        cells: vec![
            Cell::Text(words::requirement(&requirement.id, &requirement.title)),
            answer.status.map_or_else(|| Cell::Text(words::UNSTATED.to_owned()), |status| Cell::Answer(Some(status))),
            Cell::Empty,
            Cell::Text(documents(answer, register, &ids)),
        ],
    };
    let results = |(requirement, answer): &(&Requirement, &Answer)| {
        Paragraph::generated(["annex-answers/", &requirement.id].concat(), in_lines(&answer.results))
    };
    let columns = vec![Column::Requirement, Column::Status, Column::Results, Column::Evidence];
    let table = table(Heading::Answers, columns, said.answers.iter().map(row).collect());
    let paragraphs = said.answers.iter().map(results).collect();
    let mut written = WrittenTable { table, column: Column::Results, paragraphs };
    written.fill();
    written
}

/// The documents that support an answer; where there are none, why.
fn documents(answer: &Answer, register: &[Evidence], ids: &Ids<'_>) -> String {
    let cited = evidence(answer, register, ids).map(citation).filter(|text| !text.is_empty());
    let cited: Vec<String> = cited.collect();
    let reason = in_lines(&answer.no_evidence_reason);
    if cited.is_empty() && !reason.is_empty() {
        return words::without_evidence(&reason);
    }
    words::citations(&cited)
}

fn citation(entry: &Evidence) -> String {
    words::citation(Cited {
        number: &one_line(&entry.number),
        day: &words::on_day(&entry.date),
        issuer: &one_line(&entry.issuer),
        summary: &one_line(&entry.summary),
        section: &one_line(&entry.section),
        url: &one_line(&entry.url),
    })
}

/// What is to be done, by whom and by when; what became of it, where the unit says so of any.
fn steps(steps: &[(&Requirement, &NextStep)]) -> Table {
    let result = |step: &NextStep| words::step_done(&words::on_day(&step.done_at), &in_lines(&step.result));
    let has_results = steps.iter().any(|(_, step)| !result(step).is_empty());
    let mut columns = vec![Column::Number, Column::Requirement, Column::Task, Column::Owner, Column::Due];
    columns.extend(has_results.then_some(Column::Results));
    let row = |(number, (requirement, step)): (u32, &(&Requirement, &NextStep))| {
        let mut cells = vec![
            Cell::Number(number),
            Cell::Text(requirement.id.clone()),
            Cell::Text(in_lines(&step.task)),
            Cell::Text(one_line(&step.owner)),
            Cell::Text(day(&step.due)),
        ];
        cells.extend(has_results.then(|| Cell::Text(result(step))));
        TableRow { is_total: false, cells }
    };
    table(Heading::Steps, columns, (1..).zip(steps).map(row).collect())
}

fn table(heading: Heading, columns: Vec<Column>, rows: Vec<TableRow>) -> Table {
    Table { heading, columns, sums: Vec::new(), rows, requirements: Vec::new() }
}
