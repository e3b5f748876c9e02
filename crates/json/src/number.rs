//! The canonical form of a number.

/// A double has at most this many significant decimal digits in its shortest form.
const DIGITS: usize = 17;

/// Whether the text is of the form in which RFC 8785 (by way of ECMAScript's `Number::toString`) writes a number:
/// `0`, `-12`, `0.1`, `1e+21`, `1.5e-7`, and not `-0`, `1.0`, `1e5`, `1E+21` or `0.0000001`.
///
/// The form is decided by text alone, without a float. So where there are at most 15 significant digits, the answer is
/// exact. Of 16 and 17 digits it may be that a shorter or a neighbouring text is the canonical one of the same double:
/// such a text passes. More digits than 17, and exponents beyond a double's, never pass.
#[must_use]
pub fn is_canonical_number(text: &str) -> bool {
    if text == "0" {
        return true;
    }
    let magnitude = text.strip_prefix('-').unwrap_or(text);
    if let Some((mantissa, exponent)) = magnitude.split_once('e') {
        return is_mantissa(mantissa) && is_exponent(exponent);
    }
    match magnitude.split_once('.') {
        None => is_whole(magnitude) && magnitude.len() <= 21 && magnitude.trim_end_matches('0').len() <= DIGITS,
        Some(("0", fraction)) => {
            let digits = fraction.trim_start_matches('0');
            is_fraction(fraction) && fraction.len() - digits.len() <= 5 && digits.len() <= DIGITS
        }
        Some((whole, fraction)) => is_whole(whole) && is_fraction(fraction) && whole.len() + fraction.len() <= DIGITS,
    }
}

fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// Digits that do not begin with a zero.
fn is_whole(text: &str) -> bool {
    is_digits(text) && !text.starts_with('0')
}

/// Digits that do not end with a zero.
fn is_fraction(text: &str) -> bool {
    is_digits(text) && !text.ends_with('0')
}

fn is_mantissa(text: &str) -> bool {
    let (whole, fraction) = text.split_once('.').unwrap_or((text, "1"));
    whole.len() == 1 && is_whole(whole) && is_fraction(fraction) && fraction.len() < DIGITS
}

fn is_exponent(text: &str) -> bool {
    let digits = text.get(1..).unwrap_or_default();
    let size = if is_whole(digits) { digits.parse::<u16>().unwrap_or(0) } else { 0 };
    match text.as_bytes().first() {
        Some(b'+') => (21..=308).contains(&size),
        Some(b'-') => (7..=324).contains(&size),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_ecmascript_writes_is_canonical() {
        for text in [
            "0",
            "1",
            "-1",
            "10",
            "9007199254740991",
            "100000000000000000000",
            "0.1",
            "1.5",
            "-0.000001",
            "0.0000015",
            "123456.789",
            "1e+21",
            "1.5e+300",
            "1e-7",
            "-1.25e-10",
            "5e-324",
            "1.7976931348623157e+308",
            "0.30000000000000004",
            "333333333.3333333",
        ] {
            assert!(is_canonical_number(text), "{text}");
        }
    }

    #[test]
    fn what_it_writes_otherwise_is_not() {
        for text in [
            "",
            "-",
            "-0",
            "-0.0",
            "00",
            "01",
            "1.",
            ".5",
            "1.0",
            "1.50",
            "0.10",
            "1e5",
            "1E5",
            "1E+21",
            "1e21",
            "1e+20",
            "1e-6",
            "1e+021",
            "10e+21",
            "1.0e+21",
            "0.5e-7",
            "0.0000001",
            "1e+309",
            "1e-325",
            "1e+",
            "1000000000000000000000",
            "123456789012345678",
            "1.2345678901234567890",
            "+1",
            " 1",
            "1 ",
            "1e+99999999",
            "NaN",
            "0x1",
        ] {
            assert!(!is_canonical_number(text), "{text}");
        }
    }
}
