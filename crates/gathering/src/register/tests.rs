#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests")]
use super::*;
use crate::decisions::{Arrival, Decision, Decisions, FileRef, SignedReport, Term};
use crate::made::{day, decided, directive, file, key, part, roster};
use crate::standing::standing;
use crate::succession::View;
use domain::date::DateText;

const X: &str = "quan-uy-o-mon";
const Y: &str = "ban-dan-van";

fn came(id: &str, files: &[&str], units: &[&str], on: &str, way: Option<Way>) -> Decision {
    let arrival = Arrival {
        files: files.iter().map(|name| FileRef::of(&key(name))).collect(),
        units: units.iter().map(|id| (*id).to_owned()).collect(),
        on: DateText::from_typed(on),
        way,
        ..Arrival::default()
    };
    Decision { id: id.into(), arrival: Some(arrival), ..Decision::default() }
}

fn term(id: &str, unit: &str, until: &str, excused: bool) -> Decision {
    let until = DateText::from_typed(until);
    let term = Term { unit: unit.into(), until, excused, reason: "why".into(), ..Term::default() };
    Decision { id: id.into(), term: Some(term), ..Decision::default() }
}

struct Register {
    lines: Vec<RegisterLine>,
    reminders: Vec<Reminder>,
    units: Units,
}

impl Register {
    fn line(&self, unit: &str) -> &RegisterLine {
        let row = self.units.row_of(unit).unwrap();
        self.lines.iter().find(|line| line.unit == row).unwrap()
    }
}

/// The register as of 2024-07-20, with 2024-07-10 as the deadline.
fn drawn(received: &[Received], proposed: &[Option<Date>], decisions: &[Decision]) -> Register {
    drawn_with(received, proposed, &decided(decisions), Some(day("2024-07-10")))
}

fn drawn_with(
    received: &[Received],
    proposed: &[Option<Date>],
    decisions: &Decisions,
    deadline: Option<Date>,
) -> Register {
    let (settled, directive) = (Settled::of(decisions), directive());
    let units = Units::of(&roster(), View::Current, &settled);
    let basis = Basis { deadline, ..Basis::of(&directive) };
    let standing = standing(received, &settled, &units, &basis);
    let lines = register(received, proposed, &standing, &settled, &units, &basis, day("2024-07-20"));
    let reminders = reminders(&lines, &standing, &units);
    Register { lines, reminders, units }
}

#[test]
fn the_day_on_which_it_was_received_tells_and_not_the_clock_of_the_unit() {
    let mut one = file("a", X, "d", &[]);
    one.exported_at = "2024-06-01T00:00:00Z".into();
    let mails = [Some(day("2024-07-10")), Some(day("2024-07-09"))];
    let again = [one.clone(), one.clone()];
    assert_eq!(drawn(&again[..1], &mails, &[]).line(X).timing, Timing::OnTime);
    assert_eq!(drawn(&again[..1], &[Some(day("2024-07-11"))], &[]).line(X).timing, Timing::Late { days: 1 });
    // Of a file that came twice, the first mail; and what a person noted, whatever mails say.
    assert_eq!(drawn(&again, &mails, &[]).line(X).reported_on, Some(day("2024-07-09")));
    let noted = came("1", &["a"], &[], "15/07/2024", Some(Way::Stick));
    let register = drawn(&again, &mails, &[noted]);
    let line = register.line(X);
    assert_eq!(
        (line.timing, line.way, line.latest_on),
        (Timing::Late { days: 5 }, Some(Way::Stick), Some(day("2024-07-15")))
    );
    assert_eq!(drawn(&again[..1], &[], &[]).line(X).timing, Timing::Undated);
}

#[test]
fn a_correction_after_the_deadline_does_not_make_it_late() {
    let received = [file("a", X, "d", &[]), file("b", X, "d", &["a"])];
    let register = drawn(&received, &[Some(day("2024-07-05")), Some(day("2024-07-15"))], &[]);
    let line = register.line(X);
    assert_eq!(
        (line.timing, line.reported_on, line.latest_on),
        (Timing::OnTime, Some(day("2024-07-05")), Some(day("2024-07-15")))
    );
    // Where it is not known when the first came, nobody is said to be late.
    assert_eq!(drawn(&received, &[None, Some(day("2024-07-15"))], &[]).line(X).timing, Timing::Undated);
    assert_eq!(drawn(&received, &[None, Some(day("2024-07-08"))], &[]).line(X).timing, Timing::OnTime);
}

#[test]
fn parts_are_a_report_on_the_day_on_which_they_are_all_there() {
    let received = [
        part("a", X, "d", &[], &["1.1", "1.2"]),
        part("b", X, "d", &[], &["1.3", "1.4"]),
        part("c", X, "d", &["a"], &["1.1", "1.2"]),
    ];
    let days = ["2024-07-01", "2024-07-09", "2024-07-18"].map(|text| Some(day(text)));
    let register = drawn(&received, &days, &[]);
    assert_eq!((register.line(X).timing, register.line(X).reported_on), (Timing::OnTime, Some(day("2024-07-09"))));
    let register = drawn(&received[..1], &days, &[]);
    assert_eq!(register.line(X).timing, Timing::Missing { days_late: 10 });
    assert_eq!((register.line(X).presence, register.line(X).reported_on), (Presence::Incomplete, None));
    let reminder = register.reminders.iter().find(|one| one.unit == register.line(X).unit).unwrap();
    assert_eq!((reminder.missing, reminder.days_late), (2, 10));
}

#[test]
fn two_drafts_are_a_report_though_nobody_knows_yet_which_counts() {
    let received = [file("a", X, "d", &[]), file("b", X, "e", &[])];
    let register = drawn(&received, &[Some(day("2024-07-12")), Some(day("2024-07-11"))], &[]);
    assert_eq!((register.line(X).presence, register.line(X).timing), (Presence::Waiting, Timing::Late { days: 1 }));
    assert!(register.reminders.iter().all(|one| one.unit != register.line(X).unit));
}

#[test]
fn more_time_and_none_are_told_with_their_reasons() {
    let late = [Some(day("2024-07-12"))];
    let extended = drawn(&[file("a", X, "d", &[])], &late, &[term("1", X, "15/07/2024", false)]);
    let line = extended.line(X);
    assert_eq!(
        (line.timing, line.due, line.is_extended, line.reason.as_str()),
        (Timing::OnTime, Some(day("2024-07-15")), true, "why")
    );
    let waiting = drawn(&[], &[], &[term("1", X, "20/07/2024", false), term("2", Y, "", true)]);
    assert_eq!(waiting.line(X).timing, Timing::Extended { until: day("2024-07-20") });
    assert_eq!(waiting.line(Y).timing, Timing::Excused);
    assert!(waiting.reminders.iter().all(|one| one.unit != waiting.line(Y).unit));
    assert_eq!(waiting.reminders.last().unwrap().unit, waiting.line(X).unit);
    let over = drawn(&[], &[], &[term("1", X, "19/07/2024", false)]);
    assert_eq!(over.line(X).timing, Timing::Missing { days_late: 1 });
}

#[test]
fn a_report_on_paper_is_one_without_a_file() {
    let report = SignedReport {
        unit: X.into(),
        number: "12-BC/QU".into(),
        date: DateText::from_typed("05/07/2024"),
        ..SignedReport::default()
    };
    let signed = Decision { id: "2".into(), report: Some(report), ..Decision::default() };
    let register = drawn(&[], &[], &[came("1", &[], &[X], "08/07/2024", Some(Way::Paper)), signed]);
    let line = register.line(X);
    assert_eq!((line.timing, line.presence, line.way), (Timing::OnTime, Presence::Missing, Some(Way::Paper)));
    assert_eq!((line.report_number.as_str(), line.report_date), ("12-BC/QU", Some(day("2024-07-05"))));
}

#[test]
fn those_who_have_not_reported_come_first_and_the_latest_are_reminded_first() {
    let received = [part("a", "ban-to-chuc", "d", &[], &["1.1"]), file("b", X, "e", &[]), file("c", X, "f", &[])];
    let register = drawn(&received, &[Some(day("2024-07-01")); 3], &[term("1", Y, "12/07/2024", false)]);
    let place =
        |unit: &str| register.lines.iter().position(|line| line.unit == register.units.row_of(unit).unwrap()).unwrap();
    let all = register.lines.len();
    assert_eq!((place("quan-uy-ninh-kieu"), place("ban-to-chuc"), place(X)), (0, all - 2, all - 1));
    let last = register.reminders.last().unwrap();
    assert_eq!((last.unit, last.days_late), (register.units.row_of(Y).unwrap(), 8));
    let first = &register.reminders[0];
    assert_eq!((first.days_late, first.group.as_str()), (10, register.units.groups[0].name.as_str()));
}

#[test]
fn without_a_deadline_nobody_is_on_time_or_late() {
    let received = [file("a", X, "d", &[])];
    let register = drawn_with(&received, &[Some(day("2024-07-19"))], &Decisions::default(), None);
    assert_eq!(
        (register.line(X).timing, register.line(Y).timing),
        (Timing::Reported, Timing::Missing { days_late: 0 })
    );
}
