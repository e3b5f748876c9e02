//! What must hold for whatever comes, in whatever order.

use super::*;
use proptest::prelude::*;
use std::collections::BTreeMap;

const NAMES: [&str; 8] = ["a", "b", "c", "e", "f", "g", "h", "i"];
const REQUIREMENTS: [&str; 5] = ["1.1", "1.2", "1.3", "3.1", "9.9"];

fn some_of(texts: &'static [&'static str], most: usize) -> impl Strategy<Value = Vec<String>> {
    let some = prop::sample::subsequence(texts, 0..=most);
    some.prop_map(|texts| texts.into_iter().map(str::to_owned).collect())
}

fn files() -> impl Strategy<Value = Vec<Received>> {
    let whose = prop::sample::select(vec![X, X, X, Y, ""]);
    let draft = prop::sample::select(vec!["d", "d", "d", "e", ""]);
    let covers = prop_oneof![3 => Just(Vec::new()), 2 => some_of(&REQUIREMENTS, 3)];
    let one = (whose, draft, some_of(&NAMES, 3), covers, 0_u8..6, 0_u32..3, 0_u8..12);
    prop::collection::vec(one, 0..=NAMES.len()).prop_map(|files| {
        let named = NAMES.iter().zip(files);
        let made = named.map(|(name, (unit, draft, based_on, covers, content, revision, odd))| {
            let mut one = file(name, unit, draft, &[]);
            one.facts.based_on = based_on;
            one.facts.covers = covers;
            if content < 2 {
                one.facts.content = [content; 16];
            }
            one.facts.revision = revision;
            match odd {
                0 => one.facts.sample = true,
                1 => one.edition = "old".into(),
                2 => one.facts.as_of = Some(day("2020-01-01")),
                3 => one.facts.unit.name = "Other".into(),
                _ => {}
            }
            one
        });
        made.collect()
    })
}

fn decisions() -> impl Strategy<Value = Decisions> {
    let names = || prop::sample::subsequence(&NAMES[..], 0..=2);
    let chosen = prop::option::weighted(0.4, (names(), names()));
    (prop::option::weighted(0.3, prop::sample::select(&NAMES[..])), chosen).prop_map(|(out, chosen)| {
        let out = out.map(|name| left_out("1", name));
        let chosen = chosen.map(|(files, over)| choice("2", X, &files, &over));
        decided(&out.into_iter().chain(chosen).collect::<Vec<_>>())
    })
}

fn ruled_from(received: &[Received], decisions: &Decisions) -> (Standing, Units) {
    stand_in(received, decisions, &roster(), View::Current, Some(day("2024-01-01")))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(500))]

    #[test]
    fn the_order_in_which_files_come_does_not_matter(
        (one, other) in files().prop_flat_map(|files| {
            // Some come twice.
            let twice: Vec<Received> = files.iter().chain(files.iter().take(2)).cloned().collect();
            (Just(twice.clone()), Just(twice).prop_shuffle())
        }),
        decisions in decisions(),
    ) {
        let by_key = |received: &[Received]| {
            let (standing, _) = ruled_from(received, &decisions);
            let mut all: BTreeMap<Key, Vec<String>> = BTreeMap::new();
            for (one, verdict) in received.iter().zip(&standing.verdicts) {
                all.entry(one.key.clone()).or_default().push(format!("{verdict:?}"));
            }
            all.values_mut().for_each(|verdicts| verdicts.sort());
            let rows: Vec<_> = standing.rows.iter().map(|row| {
                let keys = |files: &[u32]| files.iter().map(|at| received[*at as usize].key.clone()).collect::<Vec<_>>();
                (keys(&row.counting), keys(&row.waiting), keys(&row.others), row.missing.clone())
            }).collect();
            (all, rows)
        };
        prop_assert_eq!(by_key(&one), by_key(&other));
    }

    #[test]
    fn no_unit_is_lost_and_none_counts_twice(files in files(), decisions in decisions()) {
        let (standing, units) = ruled_from(&files, &decisions);
        for (row, of_row) in units.rows.iter().zip(&standing.rows) {
            let counting: Vec<&Received> = of_row.counting.iter().map(|at| &files[*at as usize]).collect();
            prop_assert!(counting.iter().all(|one| one.facts.unit.id == row.id));
            let mut covered: Vec<&String> = counting.iter().flat_map(|one| &one.facts.covers).filter(|id| *id != "9.9").collect();
            let all = covered.len();
            covered.sort();
            covered.dedup();
            prop_assert_eq!(all, covered.len(), "parts that count overlap");
            let wholes = counting.iter().filter(|one| one.facts.covers.is_empty()).count();
            prop_assert!(wholes == 0 || counting.len() == 1, "a whole counts beside another");
            let of_unit = || files.iter().zip(&standing.verdicts).filter(|(one, _)| one.facts.unit.id == row.id);
            let mut done_with = of_unit().filter(|(_, verdict)| matches!(verdict, Verdict::Superseded { .. }));
            let is_seen = !of_row.counting.is_empty() || !of_row.waiting.is_empty();
            prop_assert!(is_seen || done_with.next().is_none(), "all of a unit is superseded");
        }
    }

    #[test]
    fn what_has_taken_a_place_is_there_and_of_the_same_unit(files in files(), decisions in decisions()) {
        let (standing, _) = ruled_from(&files, &decisions);
        for (one, verdict) in files.iter().zip(&standing.verdicts) {
            if let Verdict::Superseded { by, .. } = verdict {
                let other = files.iter().position(|other| other.key == *by).unwrap();
                prop_assert_eq!(&files[other].facts.unit.id, &one.facts.unit.id);
                prop_assert!(*by != one.key);
                // A part after a whole changes nothing, and so does what led to it.
                let goes_on = match &standing.verdicts[other] {
                    Verdict::Counts(_) | Verdict::Superseded { .. } => true,
                    Verdict::Aside(Cause::PartAfterWhole { .. } | Cause::CoversNothing) => true,
                    verdict => verdict.awaits_decision(),
                };
                prop_assert!(goes_on, "{:?}", standing.verdicts[other]);
            }
        }
    }
}

/// A hundred thousand files of each awkward kind. Anything that looks at each pair of them would not end.
#[test]
fn a_hundred_thousand_files_are_sorted_out() {
    const EACH: usize = 25_000;
    let name = |kind: &str, at: usize| format!("{kind}{at:06}");
    let (of_chain, of_same, of_parts, of_many) =
        (file("", X, "d", &[]), file("", Y, "", &[]), file("", "ban-to-chuc", "p", &[]), file("", "", "", &[]));
    let mut received = Vec::with_capacity(4 * EACH);
    for at in 0..EACH {
        // A chain, each link of which names the sixteen before it.
        let mut link = Received { key: key(&name("c", at)), ..of_chain.clone() };
        link.facts.based_on = (at.saturating_sub(16)..at).map(|before| name("c", before)).collect();
        (link.facts.content, link.facts.revision) = ([3; 16], 9);
        received.push(link);
        received.push(Received { key: key(&name("s", at)), ..of_same.clone() });
        let mut part = Received { key: key(&name("p", at)), ..of_parts.clone() };
        part.facts.content = [0; 16];
        part.facts.covers = vec![REQUIREMENTS[at % 3].to_owned()];
        part.facts.based_on = (at.saturating_sub(3)..at).map(|before| name("p", before)).collect();
        received.push(part);
        let mut typed = Received { key: key(&name("t", at)), ..of_many.clone() };
        (typed.facts.unit.group, typed.facts.unit.name) = ("so".into(), name("Truong ", at));
        received.push(typed);
    }
    received.reverse();
    let decisions = Decisions::default();
    let (standing, units) = stand(&received, &decisions);
    let of = |unit: &str| &standing.rows[units.row_of(unit).unwrap() as usize];
    let keys = |files: &[u32]| files.iter().map(|at| received[*at as usize].key.sha256.to_string()).collect::<Vec<_>>();
    assert_eq!(keys(&of(X).counting), [name("c", EACH - 1)]);
    assert_eq!((keys(&of(Y).counting), of(Y).others.len()), (vec![name("s", EACH - 1)], EACH - 1));
    assert_eq!(keys(&of("ban-to-chuc").counting), [EACH - 3, EACH - 2, EACH - 1].map(|at| name("p", at)));
    let unknown = standing.verdicts.iter().filter(|verdict| **verdict == aside(Cause::UnitUnknown));
    assert_eq!(unknown.count(), EACH);
}
