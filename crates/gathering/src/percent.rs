//! Rates: the one place where they are rounded.

/// A rate, in hundredths of a percent: 9862 is 98,62 %.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Percent(pub u32);

impl Percent {
    /// How much of the whole the part is, exactly, with a half rounded up. Nothing where the whole is nothing: there is no such
    /// rate, and it is shown as a dash.
    #[must_use]
    pub fn of(part: u32, whole: u32) -> Option<Self> {
        let (part, whole) = (u64::from(part), u64::from(whole));
        let rounded = (part * 20_000 + whole).checked_div(whole * 2)?;
        Some(Self(u32::try_from(rounded).unwrap_or(u32::MAX)))
    }

    /// The rate as official writing has it: a comma and two decimals, such as `98,62 %`. The blank does not break.
    #[must_use]
    pub fn to_display(self) -> String {
        let decimals = self.0 % 100;
        let zero = if decimals < 10 { "0" } else { "" };
        format!("{},{zero}{decimals}\u{a0}%", self.0 / 100)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_half_is_rounded_up_and_less_is_not() {
        for (part, whole, hundredths) in [
            (0, 9, 0),
            (9, 9, 10_000),
            (1, 3, 3333),
            (2, 3, 6667),
            (16_051, 16_274, 9863),
            (14_068, 16_051, 8765),
            // 1.005 % and 2.675 %, which a float makes 1.00 and 2.67.
            (201, 20_000, 101),
            (535, 20_000, 268),
            // Just below a half.
            (200_999, 20_000_000, 100),
            (1, 20_000, 1),
            (1, 20_001, 0),
            (19_999, 20_000, 10_000),
            (19_998, 20_000, 9999),
            (3, 2, 15_000),
        ] {
            assert_eq!(Percent::of(part, whole), Some(Percent(hundredths)), "{part}/{whole}");
        }
    }

    #[test]
    fn nothing_of_nothing_is_no_rate_and_the_largest_numbers_do_not_overflow() {
        assert_eq!(Percent::of(0, 0), None);
        assert_eq!(Percent::of(5, 0), None);
        assert_eq!(Percent::of(u32::MAX, u32::MAX), Some(Percent(10_000)));
        assert_eq!(Percent::of(u32::MAX, 1), Some(Percent(u32::MAX)));
    }

    #[test]
    fn it_is_written_with_a_comma_and_two_decimals() {
        let written = [
            (9862, "98,62\u{a0}%"),
            (10_000, "100,00\u{a0}%"),
            (5, "0,05\u{a0}%"),
            (0, "0,00\u{a0}%"),
            (110, "1,10\u{a0}%"),
        ];
        for (hundredths, text) in written {
            assert_eq!(Percent(hundredths).to_display(), text);
        }
    }
}
