//! What a unit writes.

use crate::plan::{PERIOD, PERIOD_BEFORE, day_of_period, small};
use crate::random::Random;
use crate::stock::Stock;
use domain::assessment::{
    Answer, Assessment, Causes, Evidence, NextStep, Period, PreparedBy, Proposal, SelfRating, Status, UnitRef,
};
use domain::date::{Date, DateText};
use domain::directive::{Directive, Requirement};
use domain::scope::scope;

/// How much a unit writes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Length {
    /// Next to nothing.
    Short,
    /// As most do.
    Usual,
    /// Much more.
    Long,
}

/// The period that is reported on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Reported {
    /// That of the gathering.
    This,
    /// The one before.
    Before,
}

/// Writes what a unit says.
pub(crate) struct Composer<'a> {
    pub(crate) stock: &'a Stock,
    pub(crate) directive: &'a Directive,
}

impl Composer<'_> {
    /// What a unit says of a period.
    pub(crate) fn assessment(&self, unit: &UnitRef, length: Length, of: Reported, random: &mut Random) -> Assessment {
        let [from, to] = if of == Reported::This { PERIOD } else { PERIOD_BEFORE };
        let label = self.stock.plain(if of == Reported::This { "period" } else { "earlier" }, random).to_owned();
        let mut assessment = Assessment {
            unit: unit.clone(),
            draft_id: random.id(12),
            revision: u32::try_from(random.between(20, 400)).unwrap_or(0),
            created_at: "2024-06-24T01:30:00Z".to_owned(),
            updated_at: "2024-07-01T02:15:00Z".to_owned(),
            as_of: DateText::from_typed(to),
            period: Period {
                label,
                from: DateText::from_typed(from),
                to: DateText::from_typed(to),
                ..Period::default()
            },
            opted_in: self.opted_in(unit, random),
            ..Assessment::default()
        };
        if length == Length::Short {
            self.answer_shortly(&mut assessment, random);
        } else {
            self.answer_all(&mut assessment, length, random);
        }
        assessment
    }

    /// The tasks, out of a unit's scope, in which it says that it takes part.
    fn opted_in(&self, unit: &UnitRef, random: &mut Random) -> Vec<String> {
        let out = self.directive.tasks.iter().filter(|task| !scope(task, unit, &[]).is_in());
        out.filter(|_| random.once_in(8)).map(|task| task.id.clone()).collect()
    }

    fn requirements(&self, assessment: &Assessment) -> Vec<&Requirement> {
        let is_in = |task| scope(task, &assessment.unit, &assessment.opted_in).is_in();
        let all = self.directive.requirements().filter(|(task, _)| is_in(task));
        all.map(|(_, requirement)| requirement).collect()
    }

    fn answer_shortly(&self, assessment: &mut Assessment, random: &mut Random) {
        let ids: Vec<String> = self.requirements(assessment).iter().map(|one| one.id.clone()).collect();
        for id in ids.into_iter().take(2) {
            assessment.answers.insert(id, Answer { status: Some(Status::InProgress), ..Answer::default() });
        }
        // Two that say nothing would say the same.
        assessment.overall = self.stock.phrase("results", random);
    }

    fn answer_all(&self, assessment: &mut Assessment, length: Length, random: &mut Random) {
        assessment.prepared_by = PreparedBy {
            name: self.stock.person(random),
            position: self.stock.plain("positions", random).to_owned(),
            contact: format!("0292 3{}", random.between(100_000, 999_999)),
            ..PreparedBy::default()
        };
        let ids: Vec<String> = self.requirements(assessment).iter().map(|one| one.id.clone()).collect();
        // Whoever answers more requirements writes less on each.
        let phrases = match (ids.len(), length) {
            (_, Length::Long) => 10,
            (0..=5, _) => usize::try_from(random.between(4, 7)).unwrap_or(0),
            _ => usize::try_from(random.between(2, 4)).unwrap_or(0),
        };
        self.register(assessment, phrases + 3, random);
        for id in ids {
            let answer = self.answer(phrases, &assessment.evidence, random);
            assessment.answers.insert(id, answer);
        }
        assessment.overall = self.stock.text("overall", phrases, random);
        for number in 1..=random.between(1, 4) {
            assessment.proposals.push(self.proposal(number, random));
        }
        if let Some(scale) = self.directive.rating_scales.first().filter(|_| random.once_in(2))
            && let Some(level) = random.one(&scale.levels)
        {
            let (scale, level) = (scale.id.clone(), level.id.clone());
            assessment.self_rating = SelfRating { scale, level, ..SelfRating::default() };
        }
    }

    fn answer(&self, phrases: usize, register: &[Evidence], random: &mut Random) -> Answer {
        // Of ten, six are done, three go on, and one was not begun.
        let status = match random.between(1, 10) {
            1..=6 => Status::Done,
            7..=9 => Status::InProgress,
            _ => Status::NotStarted,
        };
        let mut answer = Answer { status: Some(status), ..Answer::default() };
        if status != Status::NotStarted {
            answer.results = self.stock.text("results", phrases, random);
        }
        if !random.once_in(4) {
            answer.limitations = self.stock.text("limitations", phrases / 2, random);
            answer.causes = Causes {
                objective: self.stock.text("objective", phrases / 3, random),
                subjective: self.stock.text("subjective", phrases / 3, random),
                ..Causes::default()
            };
        }
        if status == Status::NotStarted {
            answer.no_evidence_reason = self.stock.phrase("reasons", random);
        } else {
            let chosen = (0..3).filter_map(|_| random.one(register)).map(|entry| entry.id.clone());
            answer.evidence = chosen.collect();
            answer.evidence.sort_unstable();
            answer.evidence.dedup();
        }
        for _ in 0..phrases / 2 {
            answer.next_steps.push(self.step(random));
        }
        answer
    }

    fn step(&self, random: &mut Random) -> NextStep {
        // Between the end of the period and the end of the year; one of five was due before.
        let due = match random.between(1, 5) {
            1 => day_of_period(random),
            _ => Date::new(2024, small(random.between(7, 12)), small(random.between(1, 28))),
        };
        let mut step = NextStep {
            id: ["s", &random.id(6)].concat(),
            task: self.stock.phrase("steps", random),
            owner: self.stock.plain("owners", random).to_owned(),
            due: date(due),
            ..NextStep::default()
        };
        if random.once_in(4) {
            step.done_at = date(day_of_period(random));
            step.result = self.stock.phrase("outcomes", random);
        }
        step
    }

    fn proposal(&self, number: u64, random: &mut Random) -> Proposal {
        let to = random.one(&self.directive.proposal_levels).filter(|_| number > 1);
        Proposal {
            id: format!("p{number}"),
            text: self.stock.phrase("proposals", random),
            to: to.map(|level| level.id.clone()).unwrap_or_default(),
            ..Proposal::default()
        }
    }

    fn register(&self, assessment: &mut Assessment, entries: usize, random: &mut Random) {
        for number in 1..=entries {
            let section =
                if random.once_in(2) { self.stock.plain("sections", random).to_owned() } else { String::new() };
            assessment.evidence.push(Evidence {
                id: format!("e{number}"),
                number: self.stock.number(random),
                date: date(day_of_period(random)),
                issuer: assessment.unit.name.clone(),
                summary: self.stock.phrase("summaries", random),
                section,
                ..Evidence::default()
            });
        }
    }
}

fn date(day: Option<Date>) -> DateText {
    day.map(|day| DateText::from_typed(&day.to_iso())).unwrap_or_default()
}
