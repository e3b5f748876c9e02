//! What follows from all that was received and decided: which unit each file belongs to, which file counts, and the numbers. It is
//! recounted after each change; none of it is stored.

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
        self
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
