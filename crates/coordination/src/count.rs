//! What follows from all that was received and decided: which unit each file belongs to, which file counts, and the numbers. It is
//! recounted after each change; none of it is stored.

use crate::disputes;
use crate::settings::Settings;
use crate::tally::Tally;
use domain::date::{Date, Moment};
use domain::directive::Directive;
use domain::roster::Roster;
use gathering::basis::Basis;
use gathering::comparison::Side;
use gathering::decisions::Decisions;
use gathering::measures::Measures;
use gathering::received::Received;
use gathering::register::{self, RegisterLine};
use gathering::settled::Settled;
use gathering::standing::{Standing, standing};
use gathering::summary::{Summary, counted};
use gathering::units::Units;
use report::figures::Figures;
use report::stamp::Stamp;
use std::borrow::Borrow;

/// What follows from all that was received and decided.
#[derive(Clone, Debug, Default)]
pub struct Count {
    /// The units, and their groups.
    pub units: Units,
    /// What becomes of each assessment, in the order in which they were given.
    pub standing: Standing,
    /// The numbers by requirement and group.
    pub summary: Summary,
    /// The register of what was received (sổ theo dõi), those first who have not reported.
    pub register: Vec<RegisterLine>,
    /// The five measures.
    pub measures: Measures,
    /// By what two people can tell that they counted the same.
    pub stamp: Stamp,
    /// On how many matters officers decided differently.
    pub conflicts: usize,
}

impl Count {
    /// Counts. `proposed` has for each of the received the day that a mail proposes; `today` is only asked where the settings name no
    /// cut-off day: it tells how late those are who have not reported.
    #[must_use]
    pub fn of<One: Borrow<Received>>(
        received: &[One],
        proposed: &[Option<Date>],
        decisions: &Decisions,
        settings: &Settings,
        directive: &Directive,
        roster: &Roster,
        today: Date,
    ) -> Self {
        let (settled, basis) = (Settled::of(decisions), settings.basis(directive));
        let count = Self::summed(received, &settled, settings, &basis, roster);
        count.registered(received, proposed, &settled, &basis, today)
    }

    /// The numbers alone, of a gathering that is to be compared, and how many have reported to it.
    #[must_use]
    pub fn side<One: Borrow<Received>>(
        received: &[One],
        decisions: &Decisions,
        settings: &Settings,
        directive: &Directive,
        roster: &Roster,
    ) -> (Side, Tally) {
        let (settled, basis) = (Settled::of(decisions), settings.basis(directive));
        // Whether a unit has reported depends on no day.
        let (days, day) = (vec![None; received.len()], basis.cut_off.unwrap_or_else(|| Moment(0).civil(0).0));
        let count = Self::summed(received, &settled, settings, &basis, roster);
        let Self { units, summary, measures, .. } = count.registered(received, &days, &settled, &basis, day);
        (Side::of(summary, &units, roster, &basis), Tally::of(&measures.all))
    }

    fn summed<One: Borrow<Received>>(
        received: &[One],
        settled: &Settled<'_>,
        settings: &Settings,
        basis: &Basis<'_>,
        roster: &Roster,
    ) -> Self {
        let units = Units::of(roster, settings.view(), settled);
        let standing = standing(received, settled, &units, basis);
        let summary = Summary::of(&counted(received, &standing, &units), basis);
        Self { units, standing, summary, ..Self::default() }
    }

    /// The same after a decision on when something was received, on a signed report or on a term: on those only the register stands, and what
    /// is made of it. `received` is what was counted.
    #[must_use]
    pub fn with_arrivals<One: Borrow<Received>>(
        &self,
        received: &[One],
        proposed: &[Option<Date>],
        decisions: &Decisions,
        settings: &Settings,
        directive: &Directive,
        today: Date,
    ) -> Self {
        let (settled, basis) = (Settled::of(decisions), settings.basis(directive));
        self.clone().registered(received, proposed, &settled, &basis, today)
    }

    fn registered<One: Borrow<Received>>(
        mut self,
        received: &[One],
        proposed: &[Option<Date>],
        settled: &Settled<'_>,
        basis: &Basis<'_>,
        today: Date,
    ) -> Self {
        let day = basis.cut_off.unwrap_or(today);
        self.register = register::register(received, proposed, &self.standing, settled, &self.units, basis, day);
        self.measures = Measures::of(&self.register, &self.units);
        self.stamp = Stamp::of(received, &self.standing, settled);
        self.conflicts = disputes::among(settled).len();
        self
    }

    /// A count of so many assessments, to be made step by step.
    #[must_use]
    pub fn in_steps(upto: usize) -> Box<Counting> {
        Box::new(Counting { upto, count: Self::default(), next: Step::Units })
    }

    /// What a report is made of.
    #[must_use]
    pub fn figures(&self) -> Figures<'_> {
        Figures {
            units: &self.units,
            standing: &self.standing,
            summary: &self.summary,
            register: &self.register,
            measures: &self.measures,
        }
    }
}

/// A count of very much, made step by step: between them the page has its turns.
#[derive(Debug)]
pub struct Counting {
    /// How many of the assessments are counted. What comes meanwhile is for the next count.
    upto: usize,
    /// What was counted.
    count: Count,
    next: Step,
}

#[derive(Clone, Copy, Debug)]
enum Step {
    Units,
    Standing,
    Summary,
    Register,
}

/// What a step of a count is given.
pub(crate) struct Given<'a, One> {
    pub(crate) received: &'a [One],
    /// What [`Count::of`] is given as `proposed`.
    pub(crate) proposed: &'a dyn Fn() -> Vec<Option<Date>>,
    pub(crate) decisions: &'a Decisions,
    pub(crate) settings: &'a Settings,
    pub(crate) directive: &'a Directive,
    pub(crate) roster: &'a Roster,
    pub(crate) today: Date,
}

impl Counting {
    /// Goes on by a step: the count, where that was the last; else what is left of it.
    pub(crate) fn go_on<One: Borrow<Received>>(
        mut self: Box<Self>,
        given: &Given<'_, One>,
    ) -> Result<Count, Box<Self>> {
        let (settled, basis) = (Settled::of(given.decisions), given.settings.basis(given.directive));
        let received = given.received.get(..self.upto).unwrap_or(given.received);
        let count = &mut self.count;
        self.next = match self.next {
            Step::Units => {
                count.units = Units::of(given.roster, given.settings.view(), &settled);
                Step::Standing
            }
            Step::Standing => {
                count.standing = standing(received, &settled, &count.units, &basis);
                Step::Summary
            }
            Step::Summary => {
                count.summary = Summary::of(&counted(received, &count.standing, &count.units), &basis);
                Step::Register
            }
            Step::Register => {
                let proposed = (given.proposed)();
                return Ok(self.count.registered(received, &proposed, &settled, &basis, given.today));
            }
        };
        Err(self)
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]
    use super::*;
    use gathering::decisions::Decision;
    use gathering::facts::Facts;

    #[test]
    fn in_steps_the_same_is_counted_and_what_came_meanwhile_is_left() {
        let (directive, roster) = (Directive::built_in().unwrap(), Roster::built_in().unwrap());
        let of_unit = |(number, unit): (usize, &domain::roster::Unit)| {
            let claim =
                domain::assessment::UnitRef { id: unit.id.clone(), name: unit.name.clone(), ..Default::default() };
            let mut received = Received { directive: directive.id.as_str().into(), ..Received::default() };
            received.edition = directive.edition.as_str().into();
            received.key.index = u32::try_from(number).unwrap();
            received.facts = Facts { unit: claim, ..Facts::default() };
            received
        };
        let received: Vec<Received> = roster.units.iter().take(20).enumerate().map(of_unit).collect();
        let proposed = vec![None; 12];
        let decisions = Decisions { list: vec![Decision::default()], ..Decisions::default() };
        let settings = Settings::default();
        let today = Date::new(2024, 8, 1).unwrap();
        let upto = received.get(..12).unwrap();
        let whole = Count::of(upto, &proposed, &decisions, &settings, &directive, &roster, today);
        let given = Given {
            received: &received,
            proposed: &|| vec![None; 20],
            decisions: &decisions,
            settings: &settings,
            directive: &directive,
            roster: &roster,
            today,
        };
        let mut counting = Count::in_steps(12);
        let mut steps = 1;
        let count = loop {
            match counting.go_on(&given) {
                Ok(count) => break count,
                Err(rest) => counting = rest,
            }
            steps += 1;
        };
        assert_eq!(steps, 4);
        assert!(count.standing.verdicts.len() == 12 && count.standing.rows.iter().any(|row| !row.counting.is_empty()));
        assert_eq!((&count.standing, &count.summary), (&whole.standing, &whole.summary));
        assert_eq!((&count.register, count.measures.all), (&whole.register, whole.measures.all));
    }
}
