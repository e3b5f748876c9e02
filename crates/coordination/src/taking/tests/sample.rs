//! The sample goes through the whole intake.

use super::machine::{Held, Machine};
use super::{Taking, kept, opened, taken_in};
use crate::count::Count;
use crate::settings::Settings;
use domain::date::DateText;
use domain::directive::Directive;
use domain::roster::Roster;
use gathering::codes;
use gathering::decisions::Decisions;
use gathering::received::Received;
use std::collections::BTreeMap;
use synthetic::kinds::VerdictKind;

#[test]
fn the_sample_is_what_it_says_when_it_was_taken_in_and_opened() {
    let (directive, roster) = (Directive::built_in().unwrap(), Roster::built_in().unwrap());
    let machine = Machine::new();
    let made: Vec<synthetic::Thing> = synthetic::sample(&directive, &roster).collect();
    let taking = Taking::default();
    let held = made.iter().map(|thing| {
        let decisions = thing.decisions.clone();
        Held { decisions, ..Held::new(&machine, &thing.name, &thing.bytes) }
    });
    taking.choose(held.collect());
    let (steps, _) = taken_in(&machine, &taking);
    assert_eq!(kept(&steps).0.len(), made.len());
    let there = opened(&machine);
    let mut by_name: BTreeMap<&str, _> = BTreeMap::new();
    for thing in &there.things {
        by_name.insert(&thing.lines[0].name, thing);
    }
    let mut wanted: BTreeMap<_, Vec<VerdictKind>> = BTreeMap::new();
    for thing in &made {
        let lines = &by_name[thing.name.as_str()].lines;
        assert_eq!(lines.len(), thing.expected.lines.len(), "{}", thing.name);
        for (line, expected) in lines.iter().zip(&thing.expected.lines) {
            assert_eq!(line.parent.checked_sub(1), expected.parent, "{}", thing.name);
            let is_held = expected.kind == synthetic::kinds::LineKind::Held;
            assert_eq!(line.outcome == codes::HELD, is_held, "{}: {line:?}", thing.name);
            assert_eq!(line.assessments as usize, expected.assessments.len());
            for one in &expected.assessments {
                wanted.entry(one.key.clone()).or_default().push(one.verdict);
            }
        }
    }
    let basis = synthetic::sample_basis(&directive);
    let text = |day: Option<domain::date::Date>| DateText::from_typed(&day.unwrap().to_iso());
    let settings = Settings {
        from: text(basis.from),
        deadline: text(basis.deadline),
        cut_off: text(basis.cut_off),
        ..Settings::default()
    };
    let received: Vec<Received> = there.taken.into_iter().map(|taken| taken.received).collect();
    let decisions = Decisions { list: there.decisions, ..Decisions::default() };
    let days = vec![None; received.len()];
    let count = Count::of(&received, &days, &decisions, &settings, &directive, &roster, basis.cut_off.unwrap());
    let mut found: BTreeMap<_, Vec<VerdictKind>> = BTreeMap::new();
    for (one, verdict) in received.iter().zip(&count.standing.verdicts) {
        found.entry(one.key.clone()).or_default().push(VerdictKind::of(verdict));
    }
    assert!(found.len() > 40, "{}", found.len());
    assert_eq!(found.keys().collect::<Vec<_>>(), wanted.keys().collect::<Vec<_>>());
    for (key, mut verdicts) in found {
        assert_eq!(verdicts.len(), wanted[&key].len());
        verdicts.retain(|one| *one != VerdictKind::Duplicate);
        assert_eq!(verdicts, wanted[&key][..1], "{key:?}");
    }
}
