//! Calendar dates, as people type them and as the file holds them.

use super::fold::fold;
use json::{BoxedMismatch, Json, Value};

/// A day of the Gregorian calendar that exists, between the years 1900 and 2199.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Date {
    year: u16,
    month: u8,
    day: u8,
}

impl Date {
    /// The day, if it exists and its year is plausible for a document.
    #[must_use]
    pub fn new(year: u16, month: u8, day: u8) -> Option<Self> {
        let exists = (1900..=2199).contains(&year)
            && (1..=12).contains(&month)
            && (1..=days_in_month(year, month)).contains(&day);
        exists.then_some(Self { year, month, day })
    }

    /// Its year, month and day.
    #[must_use]
    pub fn parts(self) -> (u16, u8, u8) {
        (self.year, self.month, self.day)
    }

    /// Reads `yyyy-mm-dd`, the file's form.
    #[must_use]
    pub fn from_iso(text: &str) -> Option<Self> {
        let bytes = text.as_bytes();
        if bytes.len() != 10 || bytes.get(4) != Some(&b'-') || bytes.get(7) != Some(&b'-') {
            return None;
        }
        Self::from_parts(text.get(0..4)?, text.get(5..7)?, text.get(8..10)?)
    }

    /// Reads what a person types: day, month and year with `/`, `-`, `.` or blanks between, with or without leading zeros; the
    /// eight digits alone, which is all that a phone's pad of digits has; `ngày 1 tháng 7 năm 2024`; and the file's own
    /// `yyyy-mm-dd`. Marks, case and width of the letters do not matter.
    #[must_use]
    pub fn from_typed(text: &str) -> Option<Self> {
        Self::from_iso(text.trim()).or_else(|| Self::with_year(text, 4))
    }

    /// Reads what [`Date::from_typed`] reads, with a year of so many digits.
    fn with_year(text: &str, digits: usize) -> Option<Self> {
        let (year, month, day) = parts(text, digits)?;
        // Of this century, where only the two last digits are there.
        Self::new(if digits == 2 { 2000 + year } else { year }, month, day)
    }

    /// Whether its year is so far off that it may be a slip.
    fn is_far(self) -> bool {
        !NEAR.contains(&self.year)
    }

    fn from_parts(year: &str, month: &str, day: &str) -> Option<Self> {
        let (year, month, day) = numbers(year, month, day)?;
        Self::new(year, month, day)
    }

    /// `yyyy-mm-dd`, the file's form.
    #[must_use]
    pub fn to_iso(self) -> String {
        [four(self.year), two(self.month), two(self.day)].join("-")
    }

    /// `d/m/yyyy`, as official documents have it: a day below 10 and the months 1 and 2 have their 0, so that nobody makes another of them.
    #[must_use]
    pub fn to_official(self) -> String {
        let month = if self.month > 2 { self.month.to_string() } else { two(self.month) };
        [two(self.day), month, four(self.year)].join("/")
    }

    /// `dd/mm/yyyy`, the form on screen.
    #[must_use]
    pub fn to_display(self) -> String {
        [two(self.day), two(self.month), four(self.year)].join("/")
    }
}

/// A year that has every day.
const LEAP_YEAR: u16 = 2024;

/// Years that nobody is asked about: from the oldest documents that are still in force to plans far ahead.
const NEAR: std::ops::Range<u16> = 1975..2051;

/// Year, month and day as a person types them, with a year of so many digits; they need not be those of a day that exists.
fn parts(text: &str, digits: usize) -> Option<(u16, u8, u8)> {
    let text = fold(text).replace("thang", "/").replace("nam", "/");
    let text = text.trim();
    let text = text.strip_prefix("ngay").unwrap_or(text).trim_start();
    let parts: Vec<&str> = match ['/', '-', '.'].into_iter().find(|separator| text.contains(*separator)) {
        Some(separator) => text.split(separator).map(str::trim).collect(),
        None if text.len() == 4 + digits && text.bytes().all(|letter| letter.is_ascii_digit()) => {
            vec![text.get(..2)?, text.get(2..4)?, text.get(4..)?]
        }
        None => text.split_whitespace().collect(),
    };
    let &[day, month, year] = parts.as_slice() else { return None };
    if year.len() != digits || day.len() > 2 || month.len() > 2 {
        return None;
    }
    numbers(year, month, day)
}

fn numbers(year: &str, month: &str, day: &str) -> Option<(u16, u8, u8)> {
    let are_digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    if !(are_digits(year) && are_digits(month) && are_digits(day)) {
        return None;
    }
    Some((year.parse().ok()?, month.parse().ok()?, day.parse().ok()?))
}

fn two(number: u8) -> String {
    let text = number.to_string();
    if number < 10 { "0".to_owned() + &text } else { text }
}

fn four(number: u16) -> String {
    number.to_string()
}

fn days_in_month(year: u16, month: u8) -> u8 {
    match month {
        2 if year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400)) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// A date as it was entered: `yyyy-mm-dd` where it names a day that exists, else the typed text to the letter, so
/// that a slip of the pen is pointed out and never lost.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[cfg_attr(any(test, feature = "serde"), derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(any(test, feature = "serde"), serde(transparent))]
pub struct DateText(String);

impl Value for DateText {
    fn read(&mut self, json: Json) -> Result<(), BoxedMismatch> {
        self.0.read(json)
    }

    fn write(&mut self) -> Json {
        self.0.write()
    }
}

impl DateText {
    /// Takes what a person typed.
    #[must_use]
    pub fn from_typed(text: &str) -> Self {
        Self(Date::from_typed(text).map_or_else(|| text.to_owned(), Date::to_iso))
    }

    /// The day, if it exists.
    #[must_use]
    pub fn date(&self) -> Option<Date> {
        Date::from_iso(&self.0)
    }

    /// Whether nothing was entered.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether something was entered that is no day of the calendar.
    #[must_use]
    pub fn is_wrong(&self) -> bool {
        !self.0.trim().is_empty() && self.date().is_none()
    }

    /// Whether it would be a day if its year were written out.
    #[must_use]
    pub fn has_short_year(&self) -> bool {
        Date::with_year(&self.0, 2).is_some()
    }

    /// Whether it is a day, or would be one in another year, of a year so far off that it may be a slip.
    #[must_use]
    pub fn has_far_year(&self) -> bool {
        match self.date() {
            Some(date) => date.is_far(),
            None => parts(&self.0, 4)
                .is_some_and(|(year, month, day)| !NEAR.contains(&year) && Date::new(LEAP_YEAR, month, day).is_some()),
        }
    }

    /// What the field shows: `dd/mm/yyyy`, or the text as typed.
    #[must_use]
    pub fn to_display(&self) -> String {
        self.date().map_or_else(|| self.0.clone(), Date::to_display)
    }

    /// The text as the file holds it.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// A moment, in milliseconds since 1970-01-01 UTC, as a clock gave it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Moment(pub i64);

impl Moment {
    /// `yyyy-mm-ddThh:mm:ssZ`, the file's form of a moment.
    #[must_use]
    pub fn to_iso(self) -> String {
        let (date, hour, minute) = self.civil(0);
        let second = self.0.div_euclid(1000).rem_euclid(60);
        format!("{}T{}:{}:{}Z", date.to_iso(), two(hour), two(minute), two(small(second)))
    }

    /// Reads `yyyy-mm-ddThh:mm:ssZ`.
    #[must_use]
    pub fn from_iso(text: &str) -> Option<Self> {
        let (date, time) = text.strip_suffix('Z')?.split_once('T')?;
        let date = Date::from_iso(date)?;
        let number = |range: std::ops::Range<usize>| time.get(range)?.parse::<i64>().ok();
        let separators = time.len() == 8 && time.get(2..3) == Some(":") && time.get(5..6) == Some(":");
        let (hour, minute, second) = (number(0..2)?, number(3..5)?, number(6..8)?);
        let in_range = (0..24).contains(&hour) && (0..60).contains(&minute) && (0..60).contains(&second);
        (separators && in_range)
            .then(|| Self(((days_from_civil(date) * 24 + hour) * 60 + minute) * 60_000 + second * 1000))
    }

    /// Day, hour and minute on a wall clock that is `offset_minutes` ahead of UTC.
    #[must_use]
    pub fn civil(self, offset_minutes: i32) -> (Date, u8, u8) {
        let minutes = self.0.div_euclid(60_000) + i64::from(offset_minutes);
        let minute_of_day = minutes.rem_euclid(1440);
        (civil_from_days(minutes.div_euclid(1440)), small(minute_of_day / 60), small(minute_of_day % 60))
    }
}

fn small(number: i64) -> u8 {
    u8::try_from(number).unwrap_or(0)
}

/// Days since 1970-01-01 of the proleptic Gregorian calendar (years from March, in eras of 400 years).
fn days_from_civil(date: Date) -> i64 {
    let (month, day) = (i64::from(date.month), i64::from(date.day));
    let year = i64::from(date.year) - i64::from(month <= 2);
    let era = year.div_euclid(400);
    let day_of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    let year_of_era = year.rem_euclid(400);
    era * 146_097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year - 719_468
}

/// The inverse of [`days_from_civil`]; a clock outside 1900–2199 is shown as 1900-01-01.
fn civil_from_days(days: i64) -> Date {
    let shifted = days + 719_468;
    let (era, day_of_era) = (shifted.div_euclid(146_097), shifted.rem_euclid(146_097));
    let year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let month_from_march = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * month_from_march + 2) / 5 + 1;
    let month = if month_from_march < 10 { month_from_march + 3 } else { month_from_march - 9 };
    let year = year_of_era + era * 400 + i64::from(month <= 2);
    u16::try_from(year).ok().and_then(|year| Date::new(year, small(month), small(day))).unwrap_or(Date {
        year: 1900,
        month: 1,
        day: 1,
    })
}

#[cfg(test)]
mod tests;
