//! The keys of records, and the ids in them.

use domain::date::Moment;

/// Where the settings of all gatherings stand.
pub(crate) const SETTINGS: &str = "settings";

/// A range of keys: from the first on, and before the second.
pub(crate) type Range = (String, String);

/// The longest id that stands in a key as it is.
const LONGEST: usize = 64;

/// The key of a gathering's settings.
pub(crate) fn settings(gathering: &str) -> String {
    [SETTINGS, "/", &part(gathering)].concat()
}

/// Where all else of a gathering stands.
pub(crate) fn all_of(gathering: &str) -> Range {
    below(&part(gathering))
}

/// Where a gathering's decisions stand.
pub(crate) fn decisions(gathering: &str) -> Range {
    below(&[&part(gathering), "/decision"].concat())
}

/// Where the decisions with that id stand: more than one, where two are in conflict.
pub(crate) fn decisions_of(gathering: &str, id: &str) -> Range {
    below(&[&part(gathering), "/decision/", &part(id)].concat())
}

/// The key of a decision with that id and that text.
pub(crate) fn decision(gathering: &str, id: &str, text: &str) -> String {
    let digest = exchange::record::digest(text);
    [&part(gathering), "/decision/", &part(id), "/", digest.get(..16).unwrap_or_default()].concat()
}

/// Where stands what was rewritten in the report.
pub(crate) fn rewrites(gathering: &str) -> Range {
    below(&[&part(gathering), "/rewrite"].concat())
}

/// The key of what was rewritten of a paragraph.
pub(crate) fn rewrite(gathering: &str, paragraph: &str) -> String {
    [&part(gathering), "/rewrite/", &part(paragraph)].concat()
}

/// Where a gathering's notes stand.
pub(crate) fn notes(gathering: &str) -> Range {
    below(&[&part(gathering), "/note"].concat())
}

/// Where the notes with that id stand.
pub(crate) fn notes_of(gathering: &str, id: &str) -> Range {
    below(&[&part(gathering), "/note/", &part(id)].concat())
}

/// The key of a note with that id and that text.
pub(crate) fn note(gathering: &str, id: &str, text: &str) -> String {
    let digest = exchange::record::digest(text);
    [&part(gathering), "/note/", &part(id), "/", digest.get(..16).unwrap_or_default()].concat()
}

/// Where stands what is being typed.
pub(crate) fn all_typed(gathering: &str) -> Range {
    below(&[&part(gathering), "/typed"].concat())
}

/// The key of what is typed in the field of that key.
pub(crate) fn typed(gathering: &str, field: &str) -> String {
    [&part(gathering), "/typed/", &part(field)].concat()
}

/// The key of how many units have reported.
pub(crate) fn tally(gathering: &str) -> String {
    [&part(gathering), "/tally/tally"].concat()
}

/// Where a gathering's things stand.
pub(crate) fn things(gathering: &str) -> Range {
    below(&[&part(gathering), "/thing"].concat())
}

/// The key of a thing.
pub(crate) fn thing(gathering: &str, thing: &str) -> String {
    [&part(gathering), "/thing/", &part(thing)].concat()
}

/// Where the files of all things of a gathering stand, in the order of the things' ids and of their lines.
pub(crate) fn files(gathering: &str) -> Range {
    below(&[&part(gathering), "/file"].concat())
}

/// Where the files of a thing stand, by what [`thing_of`] says of it.
pub(crate) fn files_of(gathering: &str, thing: &str) -> Range {
    below(&[&part(gathering), "/file/", thing].concat())
}

/// The key of the file of a line.
pub(crate) fn file(gathering: &str, thing: &str, line: u32) -> String {
    // All of one length, so that they stand in the order of the lines.
    [&part(gathering), "/file/", &part(thing), "/", &hexadecimal(line.into(), 8)].concat()
}

/// The thing of which this is the key of a file or of itself, as it stands in keys.
pub(crate) fn thing_of(key: &str) -> &str {
    key.split('/').nth(2).unwrap_or_default()
}

/// The gathering of which this is the key of something, as it stands in keys.
pub(crate) fn gathering_of(key: &str) -> &str {
    key.split('/').next().unwrap_or_default()
}

/// The first key behind this one.
pub(crate) fn behind(key: &str) -> String {
    [key, "\0"].concat()
}

/// All keys that begin so, with a slash behind it.
pub(crate) fn below(start: &str) -> Range {
    // In the order of the letters `0` comes after the slash.
    ([start, "/"].concat(), [start, "0"].concat())
}

/// An id as it stands in a key: as it is where it cannot be taken for anything else; what others wrote may hold whatever it likes.
pub(crate) fn part(id: &str) -> String {
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_';
    if !id.is_empty() && id.len() <= LONGEST && id != SETTINGS && id.bytes().all(is_plain) {
        return id.to_owned();
    }
    ["~", &exchange::record::digest(id)].concat()
}

/// An id for a thing that is taken in at that moment as the one of that number: in the order of taking in, and of no other window's.
pub(crate) fn thing_id(at: Moment, number: u32, chance: u64) -> String {
    let moment = hexadecimal(u64::try_from(at.0).unwrap_or(0), MOMENT);
    [&moment, "-", &hexadecimal(number.into(), 8), "-", &hexadecimal(chance, 16)].concat()
}

/// When an id was made; nothing where it is none of [`thing_id`].
pub(crate) fn made_at(id: &str) -> Option<Moment> {
    let (moment, _) = id.split_once('-').filter(|(moment, _)| moment.len() == MOMENT)?;
    i64::from_str_radix(moment, 16).ok().map(Moment)
}

/// The digits of a moment: enough for ten thousand years.
const MOMENT: usize = 12;

/// A number in so many digits.
fn hexadecimal(number: u64, digits: usize) -> String {
    let digit = |at: usize| {
        let shift = u32::try_from(at * 4).unwrap_or(0);
        let nibble = number.checked_shr(shift).unwrap_or(0) & 15;
        char::from_digit(u32::try_from(nibble).unwrap_or(0), 16).unwrap_or('0')
    };
    (0..digits).rev().map(digit).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn has(range: &Range, key: &str) -> bool {
        range.0.as_str() <= key && key < range.1.as_str()
    }

    #[test]
    fn whatever_an_id_is_its_keys_stand_where_they_belong_and_nowhere_else() {
        for id in ["a", "a0", "", "a/b", "../x", "settings", "chữ", "\0", "~", &"x".repeat(500)] {
            for other in ["a", "a0", "b", "", "a/file", "settings"] {
                let is_same = part(id) == part(other);
                assert_eq!(is_same, id == other, "{id:?} {other:?}");
                assert_eq!(has(&all_of(id), &file(other, id, 3)), is_same, "{id:?} {other:?}");
                assert_eq!(has(&files_of(id, &part("t")), &file(other, "t", 3)), is_same, "{id:?} {other:?}");
                assert_eq!(has(&notes_of("g", id), &note("g", other, "{}")), is_same, "{id:?} {other:?}");
                assert_eq!(has(&decisions_of("g", id), &decision("g", other, "{}")), is_same, "{id:?} {other:?}");
                assert!(!has(&all_of(id), &settings(other)), "{id:?} {other:?}");
            }
            assert!(has(&files(id), &file(id, "t", u32::MAX)) && !has(&files(id), &thing(id, "t")));
            assert!(has(&all_of(id), &tally(id)) && !has(&decisions(id), &tally(id)) && !has(&things(id), &tally(id)));
            assert!(has(&things(id), &thing(id, "t")) && has(&decisions(id), &decision(id, "d", "")));
            assert!(has(&notes(id), &note(id, "d", "")) && !has(&notes(id), &decision(id, "d", "")));
            assert_eq!(thing_of(&file(id, id, 1)), part(id));
            assert_eq!(gathering_of(&thing(id, "t")), part(id));
        }
    }

    #[test]
    fn ids_of_things_stand_in_the_order_of_taking_in_and_tell_when_they_were_made() {
        let now = Moment(1_719_792_000_123);
        let ids = [(now, 0, u64::MAX), (now, 1, 0), (now, 16, 0), (Moment(now.0 + 1), 0, 0)];
        let ids: Vec<String> = ids.iter().map(|(at, number, chance)| thing_id(*at, *number, *chance)).collect();
        assert!(ids.is_sorted(), "{ids:?}");
        assert!(ids.iter().all(|id| part(id) == *id), "{ids:?}");
        assert_eq!(made_at(ids.first().map_or("", String::as_str)), Some(now));
        assert_eq!(made_at("x"), None);
        assert!(file("g", "t", 9) < file("g", "t", 10) && file("g", "t", 10) < file("g", "t", 0x1000_0000));
    }
}
