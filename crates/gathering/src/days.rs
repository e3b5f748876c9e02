//! The number of days between two dates.

use domain::date::{Date, Moment};

const DAY: i64 = 24 * 60 * 60 * 1000;

/// The number of a day, counted from 1970-01-01.
fn number(day: Date) -> i64 {
    // A day of the calendar always is a moment.
    Moment::from_iso(&(day.to_iso() + "T00:00:00Z")).map_or(0, |midnight| midnight.0.div_euclid(DAY))
}

/// By how many days `day` is later than `from`; 0 where it is not.
#[must_use]
pub fn days_after(day: Date, from: Date) -> u32 {
    u32::try_from(number(day) - number(from)).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]
    use super::*;

    #[test]
    fn days_are_counted_over_months_and_leap_years() {
        let day = |text| Date::from_iso(text).unwrap();
        for (later, earlier, days) in [
            ("2024-03-01", "2024-02-28", 2),
            ("2025-03-01", "2025-02-28", 1),
            ("2025-01-01", "2024-01-01", 366),
            ("2024-06-18", "2024-06-18", 0),
            ("2024-06-17", "2024-06-18", 0),
            ("1970-01-02", "1969-12-31", 2),
        ] {
            assert_eq!(days_after(day(later), day(earlier)), days, "{later} after {earlier}");
        }
    }
}
