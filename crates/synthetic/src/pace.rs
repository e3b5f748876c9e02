//! How often unusual things happen.

/// Among this many units each story and each stray occurs at least once. Most of the units after them send one good file.
const FIRST: usize = 100;

/// Which story is that of a unit: of the first units two in five have one, then one in ten.
pub(crate) fn number_of_story(at: usize) -> Option<usize> {
    match (at < FIRST, at % 5, at % 10) {
        (true, 1, _) => Some(at / 5 * 2),
        (true, 3, _) => Some(at / 5 * 2 + 1),
        (false, _, 1) => Some(FIRST * 2 / 5 + (at - FIRST) / 10),
        _ => None,
    }
}

/// Which unit has one of the first stories.
pub(crate) fn place_of_story(number: usize) -> usize {
    number / 2 * 5 + if number.is_multiple_of(2) { 1 } else { 3 }
}

/// Which stray comes with a unit: with one of three of the first, then with one of twelve.
pub(crate) fn number_of_stray(at: usize) -> Option<usize> {
    match (at < FIRST, at % 3, at % 12) {
        (true, 2, _) => Some(at / 3),
        (false, _, 5) => Some(FIRST / 3 + (at - FIRST) / 12),
        _ => None,
    }
}
