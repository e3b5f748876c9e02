//! What a unit says of the requirements in its scope.

use crate::typed::{day, in_lines, one_line};
use domain::assessment::{Answer, Assessment, Evidence, NextStep, Status};
use domain::directive::{Directive, Requirement};
use domain::ids::once;
use domain::scope::scope;

/// What a unit says of the requirements in its scope, in the order of the directive. What it says of others is not in the report.
pub(super) struct Said<'a> {
    pub(super) answers: Vec<(&'a Requirement, &'a Answer)>,
}

/// What somebody says who says nothing.
static NOTHING: Answer = Answer {
    status: None,
    results: String::new(),
    limitations: String::new(),
    causes: domain::assessment::Causes {
        objective: String::new(),
        subjective: String::new(),
        unknown: json::Unknown(json::Map::new()),
    },
    evidence: Vec::new(),
    no_evidence_reason: String::new(),
    next_steps: Vec::new(),
    unknown: json::Unknown(json::Map::new()),
};

impl<'a> Said<'a> {
    pub(super) fn of(directive: &'a Directive, assessment: &'a Assessment) -> Self {
        let tasks = directive.tasks.iter();
        let in_scope = tasks.filter(|task| scope(task, &assessment.unit, &assessment.opted_in).is_in());
        let requirements = in_scope.flat_map(|task| &task.requirements);
        let answers = requirements.map(|one| (one, assessment.answers.get(&one.id).unwrap_or(&NOTHING)));
        let is_in = |(_, answer): &(&Requirement, &Answer)| answer.status != Some(Status::OutOfScope);
        Self { answers: answers.filter(is_in).collect() }
    }

    /// The words of one kind, with the requirements that they are of; those that are said of several alike, once.
    pub(super) fn texts(&self, of: fn(&Answer) -> &String) -> Vec<(&'a str, String)> {
        let all = self.answers.iter().map(|(requirement, answer)| (requirement.id.as_str(), in_lines(of(answer))));
        let mut texts: Vec<(&str, String)> = Vec::new();
        for (id, text) in all.filter(|(_, text)| !text.is_empty()) {
            // There are a dozen requirements, and no more texts.
            if !texts.iter().any(|(_, other)| *other == text) {
                texts.push((id, text));
            }
        }
        texts
    }

    /// The number of the annex of answers; none where it would say nothing.
    pub(super) fn answers_annex(&self) -> Option<usize> {
        let says = |answer: &Answer| {
            let texts = [&answer.results, &answer.no_evidence_reason];
            answer.status.is_some()
                || !answer.evidence.is_empty()
                || texts.iter().any(|text| !in_lines(text).is_empty())
        };
        self.answers.iter().any(|(_, answer)| says(answer)).then_some(1)
    }

    /// The number of the annex of next steps, where there are any.
    pub(super) fn steps_annex(&self) -> usize {
        self.answers_annex().map_or(1, |before| before + 1)
    }

    /// The next steps that say anything, with the requirements that they are of.
    pub(super) fn steps(&self) -> impl Iterator<Item = (&'a Requirement, &'a NextStep)> {
        let steps =
            self.answers.iter().flat_map(|(one, answer)| answer.next_steps.iter().map(move |step| (*one, step)));
        steps.filter(|(_, step)| {
            let texts = [&step.task, &step.owner, &step.result];
            texts.iter().any(|text| !one_line(text).is_empty()) || !day(&step.due).is_empty()
        })
    }
}

/// The documents that an answer names, each once; an id that no entry of the register has is none.
pub(super) fn evidence<'a>(
    answer: &Answer,
    register: &'a [Evidence],
    ids: &domain::ids::Ids<'_>,
) -> impl Iterator<Item = &'a Evidence> {
    let entries = once(&answer.evidence).into_iter().filter_map(|id| register.get(ids.first(id)?));
    entries.collect::<Vec<_>>().into_iter()
}
