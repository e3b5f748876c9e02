//! How many units have reported, and how many of them on time.

use crate::percent::Percent;
use crate::register::{RegisterLine, Timing};
use crate::units::Units;

/// Five measures of some units: expected, received, its rate, on time, its rate.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Measure {
    /// Units that are to report (phải gửi). Those that are excused are not among them, whether they reported or not.
    pub expected: u32,
    /// Those that have reported (đã gửi): units, not files. Parts that do not make a whole are no report.
    pub received: u32,
    /// Those that have reported on time (đúng hạn).
    pub on_time: u32,
    /// Those that have reported late (chậm). Those of whom it is not known are neither.
    pub late: u32,
    /// Those to whom a deadline applies.
    pub due: u32,
}

/// The measures of a gathering.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Measures {
    /// Of all units.
    pub all: Measure,
    /// Of each group, in the order of the groups. Their sum is [`Self::all`].
    pub groups: Vec<Measure>,
}

impl Measure {
    /// How many of those that are to report have done so; none where nobody is to.
    #[must_use]
    pub fn rate(&self) -> Option<Percent> {
        Percent::of(self.received, self.expected)
    }

    /// How many of those that are to report have done so on time; none where nobody is to, or where there is no deadline.
    #[must_use]
    pub fn rate_on_time(&self) -> Option<Percent> {
        Percent::of(self.on_time, self.expected).filter(|_| self.due > 0)
    }

    /// Those that have not reported (chưa gửi).
    #[must_use]
    pub fn missing(&self) -> u32 {
        self.expected.saturating_sub(self.received)
    }

    fn count(&mut self, line: &RegisterLine) {
        if line.timing == Timing::Excused {
            return;
        }
        self.expected += 1;
        self.received += u32::from(line.timing.is_reported());
        self.on_time += u32::from(line.timing == Timing::OnTime);
        self.late += u32::from(matches!(line.timing, Timing::Late { .. }));
        self.due += u32::from(line.due.is_some());
    }
}

impl Measures {
    /// The measures of the lines of a register.
    #[must_use]
    pub fn of(lines: &[RegisterLine], units: &Units) -> Self {
        let mut measures = Self { all: Measure::default(), groups: vec![Measure::default(); units.groups.len()] };
        for line in lines {
            measures.all.count(line);
            let group = units.rows.get(line.unit as usize).map(|row| row.group as usize);
            if let Some(group) = group.and_then(|group| measures.groups.get_mut(group)) {
                group.count(line);
            }
        }
        measures
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests")]
    use super::*;
    use crate::standing::Presence;
    use crate::units::{GroupRow, Row};
    use domain::date::Date;

    /// Lines of units in two groups; the last group has none.
    fn measured(timings: &[(u32, Timing)], due: Option<Date>) -> Measures {
        let line = |unit: usize, timing: Timing| RegisterLine {
            unit: u32::try_from(unit).unwrap(),
            presence: Presence::Whole,
            timing,
            reported_on: None,
            latest_on: None,
            way: None,
            report_number: String::new(),
            report_date: None,
            due,
            is_extended: false,
            reason: String::new(),
        };
        let mut units = Units::default();
        units.rows = timings.iter().map(|(group, _)| Row { group: *group, ..Row::default() }).collect();
        units.groups = vec![GroupRow::default(); 3];
        let lines: Vec<RegisterLine> = timings.iter().enumerate().map(|(at, (_, timing))| line(at, *timing)).collect();
        Measures::of(&lines, &units)
    }

    #[test]
    fn units_are_counted_and_the_groups_are_all_of_them() {
        let day = Date::from_iso("2024-07-01");
        let measures = measured(
            &[
                (0, Timing::OnTime),
                (0, Timing::Late { days: 3 }),
                (0, Timing::Missing { days_late: 9 }),
                (1, Timing::Undated),
                (1, Timing::Excused),
                (1, Timing::Extended { until: day.unwrap() }),
                (1, Timing::OnTime),
            ],
            day,
        );
        assert_eq!(measures.all, Measure { expected: 6, received: 4, on_time: 2, late: 1, due: 6 });
        assert_eq!(measures.groups[0], Measure { expected: 3, received: 2, on_time: 1, late: 1, due: 3 });
        assert_eq!(measures.groups[1], Measure { expected: 3, received: 2, on_time: 1, late: 0, due: 3 });
        assert_eq!((measures.all.rate(), measures.all.rate_on_time()), (Some(Percent(6667)), Some(Percent(3333))));
        assert_eq!(measures.all.missing(), 2);
        let sum = |of: fn(&Measure) -> u32| measures.groups.iter().map(of).sum::<u32>();
        assert_eq!((sum(|one| one.expected), sum(|one| one.received), sum(|one| one.on_time)), (6, 4, 2));
    }

    #[test]
    fn nobody_expected_is_no_rate_and_without_a_deadline_nobody_is_on_time() {
        let measures = measured(&[(0, Timing::Excused), (1, Timing::Reported)], None);
        assert_eq!((measures.groups[0].rate(), measures.groups[2].rate()), (None, None));
        assert_eq!((measures.groups[1].rate(), measures.groups[1].rate_on_time()), (Some(Percent(10_000)), None));
    }
}
