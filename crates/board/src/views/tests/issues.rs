//! Tagging while one reads, and the issues.

use super::page::{Board, page};
use super::{attribute, read_out, tags};
use coordination::msg::{Msg, Tagging};
use coordination::views::issues::IssuesView;
use coordination::views::reading::ReadingView;
use domain::lang::Lang;

const HOSTILE: &str = "<img src=x onerror=alert(1)>\u{202e}=1+1 https://a.b/";

fn tag(board: &Board, tagging: Tagging) {
    board.tell(Msg::Tag(tagging));
}

/// Reads until a unit says something, and chooses its first part for the report.
fn chosen(board: &Board) {
    while ReadingView::of(&board.model.borrow()).unwrap().text.unwrap().parts.is_empty() {
        board.tell(Msg::ReadNext);
    }
    tag(board, Tagging::Choose(None));
}

#[test]
fn each_part_says_what_it_is_about_and_one_is_here() {
    let html = page(|| {
        let board = Board::with_sample().go("doc/1.1");
        chosen(&board);
        board
    });
    assert!(html.matches("part-read").count() > 2 && html.matches("part-read here").count() == 1);
    assert_eq!(html.matches("class=\"tag in-report\"").count(), 1);
    let text = read_out(&html);
    for words in
        ["Gắn vấn đề", "Bỏ khỏi báo cáo", "Đang chọn: Kết quả (1/", "1 vấn đề, đưa vào báo cáo", "phần tiếp theo"]
    {
        assert!(text.contains(words), "{words}: {text}");
    }
}

#[test]
fn the_picker_is_a_combobox_over_the_issues_and_a_new_one() {
    let html = page(|| {
        let board = Board::with_sample().go("doc/1.2");
        let is_tagged = |board: &Board| {
            let text = ReadingView::of(&board.model.borrow()).unwrap().text.unwrap();
            text.parts.iter().position(|part| !part.tags.is_empty())
        };
        while is_tagged(&board).is_none() {
            board.tell(Msg::ReadNext);
        }
        tag(&board, Tagging::Part(is_tagged(&board).unwrap()));
        tag(&board, Tagging::Ask(None));
        board
    });
    let field = tags(&html).find(|tag| attribute(tag, "role") == Some("combobox")).unwrap();
    let active = attribute(field, "aria-activedescendant").unwrap();
    let options: Vec<&str> = tags(&html).filter(|tag| attribute(tag, "role") == Some("option")).collect();
    assert!(options.len() > 1, "{options:?}");
    assert_eq!(attribute(options[0], "id"), Some(active));
    assert_eq!(attribute(options[0], "aria-selected"), Some("true"));
    let text = read_out(&html);
    assert!(text.contains("đang gắn, chọn lại để bỏ") && text.contains("Vấn đề mới:"), "{text}");
}

#[test]
fn issues_have_their_units_their_level_and_what_can_be_done() {
    let text = read_out(&super::of_part("van-de"));
    for words in ["Thiếu nhân lực tham mưu", "đơn vị nêu", "Cấp có thẩm quyền", "Đưa vào báo cáo", "Sửa, gộp, xóa"]
    {
        assert!(text.contains(words), "{words}: {text}");
    }
    let none = read_out(&page(|| Board::begun("x").go("van-de")));
    assert!(none.contains("Chưa có vấn đề nào."), "{none}");
    let proposals = read_out(&super::of_part("doc/de-xuat"));
    assert!(proposals.contains("Đề xuất, kiến nghị") && proposals.contains("Chưa rõ cấp"), "{proposals}");
}

#[test]
fn what_was_chosen_stands_in_the_report_and_what_nobody_says_is_told() {
    let text = read_out(&super::of_part("bao-cao"));
    assert!(text.matches("Thiếu nhân lực tham mưu").count() >= 2, "in the text and in annex 3");
    let left_out = page(|| {
        let board = Board::with_sample();
        let notes = {
            let model = board.model.borrow();
            let notes = &model.open.as_ref().unwrap().notes;
            let tagged: Vec<_> = notes.iter().filter(|note| note.tag.is_some()).cloned().collect();
            let issue = tagged[0].tag.as_ref().unwrap().issue.clone();
            let mut of_it: Vec<_> =
                tagged.into_iter().filter(|note| note.tag.as_ref().unwrap().issue == issue).collect();
            for note in &mut of_it {
                note.revision += 1;
                note.tag.as_mut().unwrap().unit = "gone".into();
            }
            of_it
        };
        let issue = notes[0].tag.as_ref().unwrap().issue.clone();
        let id = board.id();
        board.tell(Msg::Opened(coordination::msg::Opening { id, notes, ..Default::default() }));
        tag(&board, Tagging::InReport(issue, true));
        board.go("bao-cao")
    });
    assert!(read_out(&left_out).contains("Không còn đơn vị nào nêu 1 vấn đề đã chọn"));
}

#[test]
fn wordings_stay_text_in_every_place() {
    for part in ["van-de", "doc/1.1", "bao-cao"] {
        let html = page(move || {
            let board = Board::with_sample().go("doc/1.1");
            chosen(&board);
            let lines = IssuesView::of(&board.model.borrow()).unwrap().lines;
            for line in lines {
                tag(&board, Tagging::Reword(line.id, HOSTILE.into()));
            }
            let board = board.go(part);
            if part == "doc/1.1" {
                tag(&board, Tagging::Ask(None));
            }
            board
        });
        assert!(!tags(&html).any(|tag| tag.starts_with("img")), "{part}");
        assert!(!html.contains("href=\"https") && html.contains("onerror"), "{part}");
    }
}

#[test]
fn english_says_it_too() {
    let text = read_out(&page(|| {
        let board = Board::with_sample().go("van-de");
        board.tell(Msg::Configured(Lang::En, 1));
        board
    }));
    assert!(text.contains("Edit, join, remove") && text.contains("Limitation or difficulty"), "{text}");
}
