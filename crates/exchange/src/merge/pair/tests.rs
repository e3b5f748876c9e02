//! Which row is which, where several signs compete.

use super::{Row, pairs};

/// A row by its id, and the texts of its number, date, issuer and summary.
fn row<'a>(id: &'a str, texts: [&'a str; 4]) -> Row<'a> {
    Row { id, number: texts[0].replace(' ', "").to_lowercase(), texts: texts.to_vec() }
}

#[test]
fn of_rows_that_say_the_same_the_id_tells_which_it_is() {
    let mine = [row("e1", ["", "", "a", ""]), row("e2", ["", "", "a", ""])];
    assert_eq!(pairs(&mine, &[row("e2", ["", "", "a", ""])]), [Some(1)]);
    assert_eq!(pairs(&mine, &[row("e3", ["", "", "a", ""])]), [Some(0)]);
    let mine = [row("e1", ["1-KH", "1/7/2024", "a", ""]), row("e2", ["1-KH", "1/7/2024", "b", ""])];
    assert_eq!(pairs(&mine, &[row("e2", ["1 - kh", "1/7/2024", "c", ""])]), [Some(1)]);
    assert_eq!(pairs(&mine, &[row("e2", ["1 - kh", "2/7/2024", "c", ""])]), [None], "another document");
}

#[test]
fn a_row_that_one_of_the_file_is_already_is_no_other() {
    let mine = [row("e1", ["", "", "x", ""])];
    let theirs = [row("e1", ["", "", "", "s"]), row("e9", ["", "", "x", ""])];
    assert_eq!(pairs(&mine, &theirs), [None, Some(0)]);
    assert_eq!(pairs(&mine, &[row("e1", ["", "", "", "s"])]), [Some(0)], "alone it would fill it up");
}

#[test]
fn what_fills_a_row_up_is_not_what_another_row_of_the_file_says() {
    let mine = [row("e1", ["", "", "x", "s"])];
    let alike = [row("e1", ["", "", "x", ""]), row("e2", ["", "", "x", ""])];
    assert_eq!(pairs(&mine, &alike), [None, None]);
    let mine = [row("e1", ["", "", "x", ""])];
    let parts = [row("e1", ["", "", "", "s"]), row("e2", ["", "", "x", "s"])];
    assert_eq!(pairs(&mine, &parts), [None, None]);
}

#[test]
fn what_fills_a_row_up_makes_no_document_of_it_that_the_file_has_elsewhere() {
    let numbered = || row("e1", ["1-KH", "", "", ""]);
    let dated = || row("e1", ["", "1/7/2024", "", ""]);
    let other = || row("e2", ["1 - kh", "1/7/2024", "b", ""]);
    assert_eq!(pairs(&[numbered()], &[dated(), other()]), [None, None]);
    assert_eq!(pairs(&[dated()], &[numbered(), other()]), [None, None]);
    assert_eq!(pairs(&[numbered()], &[dated()]), [Some(0)]);
}
