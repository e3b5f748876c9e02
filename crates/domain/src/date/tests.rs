//! Tests of dates: every way to type one, and the days as they follow each other.
#![allow(clippy::unwrap_used, reason = "tests")]

use super::*;

#[test]
fn every_usual_way_to_type_a_date_is_understood() {
    for typed in ["1/7/2024", "01/07/2024", "1-7-2024", "1.7.2024", " 01 / 07 / 2024 ", "2024-07-01"] {
        assert_eq!(DateText::from_typed(typed).as_str(), "2024-07-01", "{typed}");
    }
    assert_eq!(DateText::from_typed("1/7/2024").to_display(), "01/07/2024");
    for typed in [
        "01072024",
        "1 7 2024",
        " 1\u{a0}7  2024",
        "ngày 1 tháng 7 năm 2024",
        "Ngày 01 Tháng 07 Năm 2024 ",
        "1 tháng 7 năm 2024",
        "nga\u{300}y 1 tha\u{301}ng 7 na\u{306}m 2024",
        "ngày 1/7/2024",
        "０１／０７／２０２４",
        "１\u{3000}７\u{3000}２０２４",
        "1–7–2024",
    ] {
        assert_eq!(DateText::from_typed(typed).as_str(), "2024-07-01", "{typed}");
    }
}

#[test]
fn a_year_of_two_digits_is_told_from_a_date_that_does_not_exist() {
    for typed in ["1/7/24", "010724", "1 7 24", "ngày 1 tháng 7 năm 24", "29.2.24"] {
        let date = DateText::from_typed(typed);
        assert_eq!((date.as_str(), date.is_wrong(), date.has_short_year()), (typed, true, true));
    }
    for typed in ["31/9/24", "310924", "1/7/2024", "1/7/224", "1/7", "24", "", "31092024", "tháng 7 năm 24"] {
        assert!(!DateText::from_typed(typed).has_short_year(), "{typed}");
    }
}

#[test]
fn a_date_that_does_not_exist_keeps_its_text() {
    for typed in ["31/9/2024", "29/2/2023", "1/13/2024", "1/7/24", "today", "1/7", "1/7-2024", "+1/7/2024"] {
        let date = DateText::from_typed(typed);
        assert_eq!((date.as_str(), date.is_wrong()), (typed, true));
    }
    assert!(!DateText::from_typed("29/2/2024").is_wrong());
    assert!(!DateText::from_typed("  ").is_wrong());
}

#[test]
fn the_form_of_a_file_is_that_form_alone() {
    let day = Date::from_iso("2024-10-09").unwrap();
    assert_eq!((day.to_iso().as_str(), day.to_display().as_str()), ("2024-10-09", "09/10/2024"));
    for text in ["2024-10-091", "2024x10-09", "2024-10x09", "2024-1-09", "2024-10-9"] {
        assert_eq!(Date::from_iso(text), None, "{text}");
    }
    for typed in ["1/7/2024/5", "1/7/24", "001/7/2024", "1/007/2024", "1/7/02024"] {
        assert_eq!(Date::from_typed(typed), None, "{typed}");
    }
}

#[test]
fn days_are_counted_as_they_follow_each_other() {
    let mut days = -25_567;
    for year in 1900..=2199 {
        for month in 1..=12 {
            for day in 1..=days_in_month(year, month) {
                let date = Date { year, month, day };
                assert_eq!((days_from_civil(date), civil_from_days(days)), (days, date));
                days += 1;
            }
        }
    }
    for (year, days) in [(1900, 28), (2000, 29), (2023, 28), (2024, 29), (2100, 28)] {
        assert_eq!(days_in_month(year, 2), days);
    }
    assert_eq!(civil_from_days(days), Date { year: 1900, month: 1, day: 1 });
}

#[test]
fn moments_and_their_text_agree() {
    for (milliseconds, text) in [
        (0, "1970-01-01T00:00:00Z"),
        (951_782_399_000, "2000-02-28T23:59:59Z"),
        (1_718_668_800_000, "2024-06-18T00:00:00Z"),
    ] {
        assert_eq!(Moment(milliseconds).to_iso(), text);
        assert_eq!(Moment::from_iso(text), Some(Moment(milliseconds)));
    }
    let (date, hour, minute) = Moment(1_718_668_800_000 - 60_000).civil(7 * 60);
    assert_eq!((date.to_display().as_str(), hour, minute), ("18/06/2024", 6, 59));
    for wrong in [
        "2024-06-18",
        "2024-06-18T24:00:00Z",
        "2024-06-31T00:00:00Z",
        "2024-06-18T0:00:000Z",
        "2024-06-18T00x00:00Z",
        "2024-06-18T00:00x00Z",
        "2024-06-18T00:00:000Z",
    ] {
        assert_eq!(Moment::from_iso(wrong), None, "{wrong}");
    }
}

#[test]
fn official_writing_has_zeros_where_a_digit_could_be_added() {
    for (iso, official) in [
        ("2024-04-12", "12/4/2024"),
        ("2024-06-05", "05/6/2024"),
        ("2024-02-01", "01/02/2024"),
        ("2024-01-31", "31/01/2024"),
        ("2024-12-10", "10/12/2024"),
    ] {
        assert_eq!(Date::from_iso(iso).unwrap().to_official(), official);
    }
}
