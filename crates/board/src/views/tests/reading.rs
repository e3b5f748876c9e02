//! Remarks below requirements, and the reading view.

use super::page::{Board, Read, page, read};
use super::{attribute, read_out, tags};
use coordination::filter::ReadingFilter;
use coordination::msg::Msg;
use coordination::typed::Typed;
use coordination::views::reading::ReadingView;
use coordination::views::unit::UnitView;
use domain::assessment::{Assessment, Status, UnitRef};
use domain::date::Moment;
use domain::directive::Directive;
use domain::lang::Lang;
use domain::roster::Roster;

const HOSTILE: &str = "<img src=x onerror=alert(1)>\u{202e}=1+1 https://a.b/";
const UNIT: &str = "don-vi/quan-uy-ninh-kieu";

/// Says something to the unit that is shown.
fn say(board: &Board, requirement: &str, text: &str) {
    let view = UnitView::of(&board.model.borrow()).unwrap();
    let about = view.papers[0].0.sha256.to_string();
    board.leave(&Typed::remark(&view.unit, requirement, &about, None), text);
}

/// Marks all remarks as sent.
fn send(board: &Board) {
    let ids = board.model.borrow().open.as_ref().unwrap().notes.iter().map(|note| note.id.clone()).collect();
    board.tell(Msg::RemarksHandedOut(ids, Ok(())));
}

fn with_remarks(text: &'static str, part: &'static str) -> String {
    page(move || {
        let board = Board::with_sample().go(UNIT);
        say(&board, "1.2", text);
        say(&board, "", text);
        send(&board);
        say(&board, "1.3", text);
        board.go(part)
    })
}

#[test]
fn a_remark_stands_below_its_requirement_with_its_state() {
    let html = with_remarks("Đề nghị nêu rõ thời hạn.", UNIT);
    assert_eq!(html.matches("class=\"remarks\"").count(), 2, "below 1.2, and one on the whole");
    let of_it = html.split("class=\"report-req\"").skip(1).find(|part| part.contains("class=\"remarks\"")).unwrap();
    assert!(read_out(of_it).contains("1.2 ") && !read_out(of_it).contains("1.3 "), "{of_it}");
    let text = read_out(&html);
    for words in ["đã gửi", "mới, chưa gửi", "Đề nghị nêu rõ thời hạn.", "1 mới · 2 đã gửi", "Tải tệp trả lại"]
    {
        assert!(text.contains(words), "{words}: {text}");
    }
    let none = read_out(&super::of_part(UNIT));
    assert!(!none.contains("Tải tệp trả lại") && none.contains("Nhận xét về yêu cầu 1.2"), "{none}");
}

#[test]
fn the_reading_lists_units_shows_one_and_says_what_keys_do() {
    let html = page(|| {
        let board = Board::with_sample().go("doc/1.2");
        let done = ReadingView::of(&board.model.borrow()).unwrap();
        let done = done.lines.into_iter().find(|line| line.status == Some(Status::Done)).unwrap();
        board.tell(Msg::FilterReading(ReadingFilter { unit: done.unit, ..ReadingFilter::default() }));
        board
    });
    let text = read_out(&html);
    for words in
        ["Đọc và trả lời", "Đã đọc 0/", "Kết quả", "Nhận xét về yêu cầu 1.2", "Chưa có nhận xét nào.", "đơn vị trước"]
    {
        assert!(text.contains(words), "{words}: {text}");
    }
    let region = tags(&html).find(|tag| attribute(tag, "class") == Some("reading-text")).unwrap();
    assert_eq!(attribute(region, "tabindex"), Some("0"));
    assert_eq!(html.matches("aria-current=\"true\"").count(), 1);
    let off = read_out(&page(|| {
        let board = Board::with_sample().go("doc/1.2");
        let filter = ReadingFilter { is_without_keys: true, ..ReadingFilter::default() };
        board.tell(Msg::FilterReading(filter));
        board
    }));
    assert!(off.contains("Dùng phím tắt") && !off.contains("từ ô nhận xét"), "{off}");
}

#[test]
fn returned_files_are_listed_with_a_button_each() {
    let text = read_out(&with_remarks("a", "doc/1.2"));
    assert!(text.contains("Quận ủy Ninh Kiều 1 mới · 2 đã gửi Tải tệp trả lại"), "{text}");
}

#[test]
fn what_people_write_stays_text_in_every_place() {
    for part in [UNIT, "doc/1.2"] {
        let html = with_remarks(HOSTILE, part);
        assert!(!tags(&html).any(|tag| tag.starts_with("img")), "{part}");
        assert!(!html.contains("href=\"https"), "{part}");
    }
    let html = with_remarks(HOSTILE, UNIT);
    assert!(html.contains("[U+202E]") && !html.split("<textarea").next().unwrap().contains('\u{202e}'));
}

#[test]
fn an_address_of_no_requirement_says_so() {
    let text = read_out(&page(|| {
        let board = Board::with_sample().go("doc/9.9");
        board.tell(Msg::Configured(Lang::En, 1));
        board
    }));
    assert!(text.contains("Read and answer"), "{text}");
}

/// A part of a report, of the first unit of the roster: it answers a requirement, and says in which tasks the unit takes part.
fn part(covers: &str, opted_in: &[&str]) -> Read {
    let (directive, roster) = (Directive::built_in().unwrap(), Roster::built_in().unwrap());
    let unit = &roster.units[0];
    let mut part = Assessment { covers: vec![covers.into()], draft_id: "d".into(), ..Assessment::default() };
    part.unit = UnitRef { id: unit.id.clone(), name: unit.name.clone(), ..UnitRef::default() };
    part.opted_in = opted_in.iter().map(|task| (*task).to_owned()).collect();
    part.answers.or_default(covers.into()).limitations = ["Thiếu người ở ", covers].concat();
    let file = exchange::export_all(&directive, &[&part], Moment(0), 0, &str::to_owned);
    read(&file.name, file.text.as_bytes())
}

#[test]
fn what_a_part_answers_is_read_where_another_part_says_that_the_unit_takes_part() {
    let unit = Roster::built_in().unwrap().units[0].id.clone();
    let html = page(move || {
        let board = Board::begun("Quý I");
        board.take(&[part("1.1", &["3"]), part("3.2", &[])]);
        board.go(&["don-vi/", &unit].concat())
    });
    let text = read_out(&html);
    assert!(text.contains("Thiếu người ở 1.1") && text.contains("Thiếu người ở 3.2"), "{text}");
}
