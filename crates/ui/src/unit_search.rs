//! Searches the roster for a unit by what is typed of its name, ignoring marks, case and the order of words.

use domain::assessment::UnitRef;
use domain::fold::fold;
use domain::roster::{Group, Roster, Unit};

/// A group with those of its units that match.
pub(super) struct Matches<'a> {
    pub(super) group: &'a Group,
    pub(super) units: Vec<UnitRef>,
}

/// The groups with their units whose names have every word of the query, the best match first.
pub(super) fn search<'a>(roster: &'a Roster, query: &str) -> Vec<Matches<'a>> {
    let folded = fold(query.trim());
    let words: Vec<&str> = folded.split_whitespace().collect();
    let mut groups: Vec<(u8, Matches<'a>)> = Vec::new();
    for group in &roster.groups {
        let mut units: Vec<(u8, &Unit)> = Vec::new();
        for unit in roster.units_of(&group.id) {
            let name = fold(&unit.name);
            if words.iter().all(|word| name.contains(word)) {
                insert(&mut units, distance(&name, &folded), unit);
            }
        }
        let Some((nearest, _)) = units.first().copied() else { continue };
        let unit = |(_, unit): (u8, &Unit)| UnitRef {
            id: unit.id.clone(),
            group: group.id.clone(),
            name: unit.name.clone(),
            ..UnitRef::default()
        };
        insert(&mut groups, nearest, Matches { group, units: units.into_iter().map(unit).collect() });
    }
    groups.into_iter().map(|(_, matches)| matches).collect()
}

/// How well a name matches the query: equal, starting with it, with a word that starts with it, any other.
fn distance(name: &str, query: &str) -> u8 {
    match name.find(query) {
        Some(0) => u8::from(name.len() != query.len()),
        Some(_) if name.contains(&[" ", query].concat()) => 2,
        _ => 3,
    }
}

/// Inserts an item behind those that match as well or better. Each use of the standard sort adds 4 KiB.
fn insert<T>(items: &mut Vec<(u8, T)>, distance: u8, item: T) {
    let at = items.partition_point(|(other, _)| *other <= distance);
    items.insert(at, (distance, item));
}

/// The query as a name that the roster does not have, if some group accepts one.
pub(super) fn typed(roster: &Roster, query: &str) -> Option<UnitRef> {
    let (name, folded) = (query.trim(), fold(query.trim()));
    let is_taken = !name.is_empty()
        && roster.groups.iter().any(|group| group.takes_typed_names)
        && roster.units.iter().all(|unit| fold(&unit.name) != folded);
    is_taken.then(|| UnitRef { name: name.to_owned(), ..UnitRef::default() })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test that cannot go on fails")]
    use super::*;

    fn roster() -> Roster {
        serde_json::from_str(include_str!("../../../content/roster.json")).unwrap()
    }

    fn found(query: &str) -> Vec<String> {
        let roster = roster();
        search(&roster, query).into_iter().flat_map(|matches| matches.units).map(|unit| unit.name).collect()
    }

    #[test]
    fn marks_case_and_the_order_of_words_do_not_matter() {
        for query in ["Quận ủy Ninh Kiều", "quan uy ninh kieu", "NINH KIEU", "kiều ninh", "ninh kiêù"] {
            assert_eq!(found(query).first().map(String::as_str), Some("Quận ủy Ninh Kiều"), "{query}");
        }
        assert_eq!(found("uỷ ban mttq").get(1), found("ủy ban mttq").get(1));
        assert_eq!(found("").len(), roster().units.len());
        assert_eq!(found("  ").len(), roster().units.len());
    }

    #[test]
    fn the_best_match_comes_first_whatever_its_group() {
        // The same name, then a name that begins so, then one with a word that begins so.
        for (query, expected) in [
            ("ban to chuc", "Ban Tổ chức Thành ủy"),
            ("phong dien", "Huyện ủy Phong Điền"),
            ("hoi", "Hội Nông dân thành phố"),
        ] {
            assert!(found(query)[0].starts_with(expected), "{query}: {:?}", found(query));
        }
        assert!(distance("ban a", "ban a") < distance("ban a b", "ban a"));
        assert!(distance("ban a", "ban") < distance("van ban", "ban"));
        assert!(distance("van ban", "ban") < distance("huban", "ban"));
    }

    #[test]
    fn a_name_that_the_roster_does_not_have_is_offered_last_and_never_taken_by_itself() {
        let roster = roster();
        let name = |query: &str| typed(&roster, query).map(|unit| (unit.id, unit.group, unit.name));
        assert_eq!(name(" Sở Tài chính "), Some((String::new(), String::new(), "Sở Tài chính".into())));
        assert_eq!(name("huyen uy co do"), None);
        assert_eq!(name("  "), None);
    }
}
