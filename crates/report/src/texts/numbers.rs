//! Numbers as official writing has them.

use gathering::percent::Percent;
use gathering::table::NOTHING;

/// A whole number as official writing has it: `1.234`.
#[must_use]
pub fn number(number: u32) -> String {
    let digits = number.to_string();
    let mut text = String::with_capacity(digits.len() + digits.len() / 3);
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push('.');
        }
        text.push(digit);
    }
    text
}

/// A part of a whole: `21/25`.
#[must_use]
pub fn share(part: u32, whole: u32) -> String {
    [number(part), number(whole)].join("/")
}

/// A rate: `84,00 %`, or a dash where there is none.
#[must_use]
pub fn rate(rate: Option<Percent>) -> String {
    rate.map_or_else(|| NOTHING.to_owned(), Percent::to_display)
}

/// The rate of a part of a whole.
pub(super) fn rate_of(part: u32, whole: u32) -> String {
    rate(Percent::of(part, whole))
}
