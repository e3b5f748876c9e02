//! Changes to the structure of a document.

use super::Chance;
use json::{Json, Map};

const NUMBERS: [&str; 14] = [
    "0",
    "-0",
    "1",
    "-1",
    "1.0",
    "1.5",
    "1e5",
    "1e+21",
    "1e400",
    "4294967295",
    "4294967296",
    "18446744073709551616",
    "9007199254740993",
    "0.1",
];

/// Keys that mean something to a reader or its language, or nothing to anybody.
const KEYS: [&str; 16] = [
    "",
    "*",
    "__proto__",
    "constructor",
    "toString",
    "format",
    "sha256",
    "assessments",
    "unit",
    "answers",
    "draft",
    "1.2",
    "completeness",
    "\u{202e}",
    "\u{10000}",
    "\u{e000}",
];

/// Texts that belong nowhere, and some that belong in one place.
const TEXTS: [&str; 16] = [
    "",
    " ",
    "done",
    "inProgress",
    "directive-assessment",
    "1022-CV/TU",
    "2024-06-30",
    "<script>",
    "javascript:alert(1)",
    "\u{202e}gnp.exe",
    "e\u{302}\u{323}",
    "\u{1100}\u{1161}\u{11a8}",
    "\u{fb1d}",
    "=1+1",
    "\\\"\n\r\t",
    "\u{10ffff}x",
];

/// Changes something in a document.
pub(super) fn mutate(document: &mut Json, files: &[Json], chance: &mut Chance) {
    match chance.below(12) {
        0 | 1 => *node(document, chance) = other_value(chance),
        2 => splice(document, files, chance),
        3 => swap(document, chance),
        4 => drop(take_member(node_of(document, is_object, chance), chance)),
        5 => rename(document, chance),
        6 => double(document, chance),
        7 => nest(document, chance),
        8 => lengthen(document, chance),
        9 => multiply(document, chance),
        10 => odd_text(document, chance),
        _ => root_field(document, chance),
    }
}

fn is_object(json: &Json) -> bool {
    matches!(json, Json::Object(fields) if !fields.is_empty())
}

fn is_array(json: &Json) -> bool {
    matches!(json, Json::Array(items) if !items.is_empty())
}

fn is_text(json: &Json) -> bool {
    matches!(json, Json::String(_))
}

fn count(json: &Json, wanted: &dyn Fn(&Json) -> bool) -> usize {
    let within: usize = match json {
        Json::Array(items) => items.iter().map(|item| count(item, wanted)).sum(),
        Json::Object(fields) => fields.values().map(|field| count(field, wanted)).sum(),
        _ => 0,
    };
    within + usize::from(wanted(json))
}

/// The value that comes after `left` others of those that are wanted.
fn nth<'a>(json: &'a mut Json, wanted: &dyn Fn(&Json) -> bool, left: &mut usize) -> Option<&'a mut Json> {
    if wanted(json) {
        if *left == 0 {
            return Some(json);
        }
        *left -= 1;
    }
    match json {
        Json::Array(items) => items.iter_mut().find_map(|item| nth(item, wanted, left)),
        Json::Object(fields) => fields.values_mut().find_map(|field| nth(field, wanted, left)),
        _ => None,
    }
}

/// A value of those that are wanted; the whole document where there is none.
fn node_of<'a>(document: &'a mut Json, wanted: fn(&Json) -> bool, chance: &mut Chance) -> &'a mut Json {
    match count(document, &wanted) {
        0 => document,
        number => nth(document, &wanted, &mut chance.below(number)).unwrap(),
    }
}

fn node<'a>(document: &'a mut Json, chance: &mut Chance) -> &'a mut Json {
    node_of(document, |_| true, chance)
}

fn other_value(chance: &mut Chance) -> Json {
    match chance.below(8) {
        0 => Json::Null,
        1 => Json::Bool(chance.one_in(2)),
        2 | 3 => Json::Number(chance.of(&NUMBERS).to_owned()),
        4 | 5 => Json::String(chance.of(&TEXTS).to_owned()),
        6 => Json::Array((0..chance.below(3)).map(|_| other_value(chance)).collect()),
        _ => Json::Object((0..chance.below(3)).map(|_| (chance.of(&KEYS).to_owned(), other_value(chance))).collect()),
    }
}

/// A part of another file in the place of a part of this one.
fn splice(document: &mut Json, files: &[Json], chance: &mut Chance) {
    let mut other = files[chance.below(files.len())].clone();
    let part = node(&mut other, chance).clone();
    *node(document, chance) = part;
}

fn swap(document: &mut Json, chance: &mut Chance) {
    let one = std::mem::replace(node_of(document, |json| !is_object(json), chance), Json::Null);
    let other = std::mem::replace(node_of(document, |json| !is_object(json), chance), one);
    if let Some(place) = nth(document, &|json| *json == Json::Null, &mut 0) {
        *place = other;
    }
}

fn take_member(object: &mut Json, chance: &mut Chance) -> Option<(String, Json)> {
    let Json::Object(fields) = object else { return None };
    let key = fields.keys().nth(chance.below(fields.len()))?.to_owned();
    let value = fields.remove(&key)?;
    Some((key, value))
}

fn rename(document: &mut Json, chance: &mut Chance) {
    let object = node_of(document, is_object, chance);
    let taken = take_member(object, chance);
    if let (Json::Object(fields), Some((old, value))) = (object, taken) {
        let new = match chance.below(4) {
            0 => old.to_uppercase(),
            1 => old.repeat(1 + chance.below(20)),
            _ => chance.of(&KEYS).to_owned(),
        };
        fields.insert(new, value);
    }
}

/// A member once more under another name, or an item once more.
fn double(document: &mut Json, chance: &mut Chance) {
    match node_of(document, |json| is_object(json) || is_array(json), chance) {
        Json::Array(items) => items.extend(items.get(chance.below(items.len())).cloned()),
        Json::Object(fields) => {
            let value = fields.values().nth(chance.below(fields.len())).cloned().unwrap_or(Json::Null);
            fields.insert(chance.of(&KEYS).to_owned(), value);
        }
        _ => {}
    }
}

fn nest(document: &mut Json, chance: &mut Chance) {
    let value = node(document, chance);
    let most = if chance.one_in(3) { 20 } else { 2 };
    for _ in 0..=chance.below(most) {
        let inner = std::mem::replace(value, Json::Null);
        *value = if chance.one_in(2) {
            Json::Array(vec![inner])
        } else {
            Json::Object(Map::from([(chance.of(&KEYS).to_owned(), inner)]))
        };
    }
}

/// A text of many letters; now and then of about as many as a file may hold.
fn lengthen(document: &mut Json, chance: &mut Chance) {
    let letter = chance.of(&["a", "ế", "e\u{301}", "\u{301}", "👍🏽", "\u{202e}", "\"", "\u{2028}"]);
    let length = if chance.one_in(100) { 65_533 + chance.below(8) } else { chance.below(300) };
    let mut long = letter.repeat(length / letter.len());
    long.push_str(&"a".repeat(length - long.len()));
    match node_of(document, |json| is_text(json) || is_object(json), chance) {
        Json::Object(fields) => drop(fields.insert(long, Json::Null)),
        text => *text = Json::String(long),
    }
}

/// Items many times; seldom more than a file may hold.
fn multiply(document: &mut Json, chance: &mut Chance) {
    let times = if chance.one_in(1000) { 20_000 } else { chance.below(20) };
    if let Json::Array(items) = node_of(document, is_array, chance) {
        let item = items.get(chance.below(items.len())).cloned().unwrap_or(Json::Null);
        items.extend(std::iter::repeat_n(item, times));
    }
}

fn odd_text(document: &mut Json, chance: &mut Chance) {
    // Of every plane, with those that a file must not hold.
    let code = u32::try_from(chance.next() % 0x11_0000).unwrap() >> (4 * chance.below(5));
    let character = char::from_u32(code).unwrap_or('\u{fffe}');
    if let Json::String(text) = node_of(document, is_text, chance) {
        let at = text.char_indices().nth(chance.below(text.chars().count())).map_or(0, |(at, _)| at);
        text.insert(at, character);
    }
}

/// One of the fields that decide over the file as a whole.
fn root_field(document: &mut Json, chance: &mut Chance) {
    let key = chance.of(&["format", "version", "directive", "assessments", "sha256"]);
    if let Json::Object(fields) = document {
        let versions = ["0", "3", "1.0", "1e0", "4294967296", "-1"];
        let value = match key {
            "version" => Json::Number(chance.of(&versions).to_owned()),
            "assessments" => Json::Array(Vec::new()),
            _ => other_value(chance),
        };
        let directive = Json::Object(Map::from([
            ("id".to_owned(), Json::String(chance.of(&TEXTS).to_owned())),
            ("edition".to_owned(), Json::String(String::new())),
        ]));
        fields.insert(key.to_owned(), if key == "directive" { directive } else { value });
    }
}
