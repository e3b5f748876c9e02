//! What goes from one program to the other comes out as it went in.

use crate::sample::{paper, workbook};
use report::wire;

#[test]
fn papers_and_workbooks_arrive_as_they_were_sent() {
    let (paper, workbook) = (paper(), workbook());
    let (of_paper, of_workbook) = (wire::written_paper(&paper), wire::written_workbook(&workbook));
    assert_eq!(wire::read_paper(&of_paper), Some(paper));
    assert_eq!(wire::read_workbook(&of_workbook), Some(workbook));
    assert_eq!((wire::read_paper(&of_workbook), wire::read_workbook(&of_paper)), (None, None));
}

#[test]
fn bytes_that_are_not_all_there_are_nothing() {
    let (paper, workbook) = (wire::written_paper(&paper()), wire::written_workbook(&workbook()));
    for length in (0..4000).chain([paper.len() - 1]) {
        assert_eq!(wire::read_paper(&paper[..length]), None, "{length}");
    }
    for length in (0..4000).chain([workbook.len() - 1]) {
        assert_eq!(wire::read_workbook(&workbook[..length]), None, "{length}");
    }
    assert_eq!(wire::read_paper(&[&paper[..], b"x"].concat()), None);
}
