use super::*;
use crate::excerpt::ExcerptKind;
use crate::percent::Percent;
use crate::register::Timing;
use crate::step_state::StepState;
use crate::table::{Cell, Column, Heading, TableRow};
use crate::verdict::Verdict;
use domain::assessment::Status;

struct Short;

impl Words for Short {
    fn heading(&self, heading: Heading) -> String {
        format!("{heading:?}")
    }
    fn column(&self, column: Column) -> String {
        format!("{column:?}")
    }
    fn timing(&self, timing: Timing) -> String {
        format!("{timing:?}")
    }
    fn step_state(&self, state: StepState) -> String {
        format!("{state:?}")
    }
    fn answer(&self, answer: Option<Status>) -> String {
        format!("{answer:?}")
    }
    fn outcome(&self, outcome: &str, cause: &str) -> String {
        [outcome, cause].join(" ")
    }
    fn kind(&self, kind: ExcerptKind) -> String {
        format!("{kind:?}")
    }
    fn verdict(&self, verdict: &Verdict) -> String {
        format!("{verdict:?}")
    }
    fn total(&self) -> String {
        "Tổng".into()
    }
    fn open_level(&self) -> String {
        "-".into()
    }
}

fn written(cells: Vec<Cell>) -> String {
    let rows = vec![TableRow { is_total: false, cells }];
    let columns = vec![Column::Number, Column::Unit];
    csv(&Table { heading: Heading::Register, columns, sums: Vec::new(), rows, requirements: Vec::new() }, &Short, &[])
}

fn cell(text: &str) -> String {
    let whole = written(vec![Cell::Text(text.into())]);
    whole.strip_prefix("\u{feff}Number,Unit\r\n").and_then(|rest| rest.strip_suffix("\r\n")).unwrap_or("?").into()
}

#[test]
fn it_begins_with_the_mark_and_the_names_and_lines_end_with_both() {
    let cells = vec![Cell::Number(1), Cell::Unit(4, "Quận ủy Ô Môn".into())];
    assert_eq!(written(cells), "\u{feff}Number,Unit\r\n1,Quận ủy Ô Môn\r\n");
    assert_eq!(
        written(vec![Cell::Percent(Some(Percent(9862))), Cell::Percent(None)]),
        "\u{feff}Number,Unit\r\n\"98,62\u{a0}%\",–\r\n"
    );
    assert_eq!(written(vec![Cell::Total, Cell::OpenLevel]), "\u{feff}Number,Unit\r\nTổng,'-\r\n");
}

#[test]
fn separators_quotes_and_lines_are_quoted() {
    for (text, field) in [
        ("a,b", "\"a,b\""),
        ("a\"b", "\"a\"\"b\""),
        ("a\nb", "\"a\nb\""),
        ("a;b 'c'", "a;b 'c'"),
        ("", ""),
        ("\"", "\"\"\"\""),
    ] {
        assert_eq!(cell(text), field);
    }
}

#[test]
fn nothing_that_a_person_wrote_is_a_formula() {
    for (text, field) in [
        ("=1+1", "'=1+1"),
        ("+84 292", "'+84 292"),
        ("-5", "'-5"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "'\t=1"),
        ("\r=1", "\"'\r=1\""),
        ("\n=1", "\"'\n=1\""),
        ("=HYPERLINK(\"x\",\"y\")", "\"'=HYPERLINK(\"\"x\"\",\"\"y\"\")\""),
        ("＝1", "'＝1"),
        ("1-2", "1-2"),
        ("– gạch", "– gạch"),
    ] {
        assert_eq!(cell(text), field, "{text:?}");
    }
}
