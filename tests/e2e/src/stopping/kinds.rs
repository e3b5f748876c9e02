//! Every kind of message and effect, as the product's sources list them.

use crate::Engine;
use std::collections::BTreeSet;

const MESSAGES: &str = include_str!("../../../../crates/app/src/msg.rs");
const HOST: &str = include_str!("../../../../crates/app/src/host.rs");
const RECORDS: &str = include_str!("../../../../crates/storage/src/records.rs");

/// What a message or an effect holds that has kinds of its own.
const WITHIN: [(&str, &str, &str, &str); 6] = [
    ("Msg", "Edit", "Edit", MESSAGES),
    ("Msg", "History", "HistoryMsg", MESSAGES),
    ("Msg", "Import", "ImportChoice", MESSAGES),
    ("Msg", "Removal", "RemovalMsg", MESSAGES),
    ("Msg", "Written", "WriteOutcome", RECORDS),
    ("Effect", "Tell", "HostEvent", HOST),
];

/// Those that no story drives in an engine: WebKitGTK lets no page look at the room that its stores have, so it never answers.
const NOT_DRIVEN: [(Engine, &str); 1] = [(Engine::WebKit, "message Space")];

/// The kinds that are in none of these places, without a reason.
pub(super) fn missing(engine: Engine, places: &BTreeSet<String>) -> Vec<String> {
    let of = |name: &str, at: &'static str| {
        let mut wanted = Vec::new();
        for kind in variants(MESSAGES, name) {
            let within = WITHIN.iter().find(|(outer, holder, ..)| (*outer, *holder) == (name, kind.as_str()));
            match within {
                Some((_, _, inner, source)) => {
                    wanted.extend(variants(source, inner).iter().map(|inner| format!("{at} {kind}/{inner}")));
                }
                None => wanted.push(format!("{at} {kind}")),
            }
        }
        wanted
    };
    let mut wanted = of("Msg", "message");
    wanted.extend(of("Effect", "before"));
    wanted.extend(of("Effect", "after"));
    wanted.retain(|place| !places.contains(place) && !NOT_DRIVEN.contains(&(engine, place.as_str())));
    wanted
}

/// The variants of an enum: the names that stand four blanks deep in it.
fn variants(source: &str, name: &str) -> Vec<String> {
    let body = source.split_once(&format!("pub enum {name} {{\n")).map_or("", |(_, rest)| rest);
    let lines = body.lines().take_while(|line| *line != "}");
    let names = lines.filter_map(|line| line.strip_prefix("    ").filter(|rest| rest.starts_with(char::is_uppercase)));
    names.map(|rest| rest.chars().take_while(|letter| letter.is_alphanumeric()).collect()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_enum_is_found() {
        for (_, _, inner, source) in WITHIN {
            assert!(variants(source, inner).len() > 1, "{inner}");
        }
        assert!(variants(MESSAGES, "Msg").contains(&"Hidden".to_owned()));
        assert!(variants(MESSAGES, "Effect").contains(&"RemoveAll".to_owned()));
        assert!(missing(Engine::Chromium, &BTreeSet::new()).contains(&"message Edit/Text".to_owned()));
    }
}
