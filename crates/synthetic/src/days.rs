//! On which days a gathering that is to be shown was received, and who has more time or need not report: as an officer notes it.

use crate::random::Random;
use crate::stock::Stock;
use crate::thing::Thing;
use crate::units::decided;
use domain::date::{Date, DateText};
use gathering::decisions::{Arrival, Decision, FileRef, Term, Way};
use gathering::received::Key;

/// What an officer notes of a unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Noted {
    /// That its files came in time.
    InTime,
    /// That they came late.
    Late,
    /// Nothing: a mail tells, or nobody knows.
    Nothing,
    /// That it has more time (được lùi hạn).
    MoreTime,
    /// That it need not report (được miễn).
    Excused,
}

/// The deadline, as a day of its month.
const DEADLINE: u64 = 15;

/// Notes it, as decisions of what the unit has sent.
pub(crate) fn note(
    things: &[Thing],
    noted: Noted,
    whose: (&str, usize),
    stock: &Stock,
    random: &mut Random,
) -> Vec<Decision> {
    let (unit, number) = whose;
    let term = |until: &str, list: &str, random: &mut Random| Term {
        unit: unit.to_owned(),
        until: DateText::from_typed(until),
        excused: until.is_empty(),
        reason: stock.plain(list, random).to_owned(),
        ..Term::default()
    };
    let term = match noted {
        Noted::InTime => return arrivals(things, number, random.between(4, DEADLINE - 2), random),
        Noted::Late => return arrivals(things, number, DEADLINE + random.between(1, 6), random),
        Noted::Nothing => return Vec::new(),
        Noted::MoreTime => term("2024-08-15", "more time", random),
        Noted::Excused => term("", "excused", random),
    };
    vec![decided(format!("term-{number}"), Decision { term: Some(term), ..Decision::default() })]
}

/// The day of each file of a unit: the first on that day of the month, a later one a day later.
fn arrivals(things: &[Thing], number: usize, first: u64, random: &mut Random) -> Vec<Decision> {
    let ways = [Way::Mail, Way::Chat, Way::Stick];
    let mut keys: Vec<&Key> = Vec::new();
    let of_things = things.iter().flat_map(|thing| &thing.expected.lines).flat_map(|line| &line.assessments);
    for one in of_things {
        if !keys.contains(&&one.key) {
            keys.push(&one.key);
        }
    }
    let arrival = |(at, key): (u64, &Key)| {
        let on = Date::new(2024, 7, crate::plan::small((first + at).min(31)));
        let arrival = Arrival {
            files: vec![FileRef::of(key)],
            on: on.map(|day| DateText::from_typed(&day.to_iso())).unwrap_or_default(),
            way: random.one(&ways).copied(),
            ..Arrival::default()
        };
        decided(format!("arrival-{number}-{at}"), Decision { arrival: Some(arrival), ..Decision::default() })
    };
    (0..).zip(keys).map(arrival).collect()
}
