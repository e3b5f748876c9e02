//! Empty, loading and failed states; the sample says what it is; misleading names.

use super::page::{Board, CLOCK, page, read};
use super::{PARTS, attribute, read_out, tags};
use coordination::model::Intake;
use coordination::msg::{Msg, SettingsEdit};
use coordination::notice::{Notice, NoticeKind};
use storage::StoreFault;

#[test]
fn the_list_is_loading_failed_empty_or_there() {
    let text = |board: fn() -> Board| read_out(&page(board));
    let loading = text(Board::new);
    assert!(loading.contains("Đang đọc danh sách") && !loading.contains("Lập đợt mới"), "{loading}");
    let failed = text(|| {
        let board = Board::new();
        board.tell(Msg::ShelfRead(Err(StoreFault::Refused)));
        board
    });
    assert!(failed.contains("Không đọc được danh sách") && failed.contains("cửa sổ thường"), "{failed}");
    let empty = text(Board::empty);
    for words in ["Chưa có đợt nào", "Lập đợt mới", "Xem đợt mẫu"] {
        assert!(empty.contains(words), "{words}: {empty}");
    }
    let there = text(|| {
        let board = Board::begun("Quý I");
        board.tell(Msg::Arrived(String::new()));
        board
    });
    assert!(there.contains("Quý I") && there.contains("lập ngày 02/08/2024"), "{there}");
}

#[test]
fn a_gathering_is_opening_empty_or_taking_in() {
    let opening = read_out(&page(|| {
        let board = Board::new();
        board.tell(Msg::Arrived("abc".to_owned()));
        board
    }));
    assert!(opening.contains("Đang mở đợt tổng hợp"), "{opening}");
    for part in ["", "tinh-hinh-gui", "don-vi", "tep", "thiet-lap"] {
        let text = read_out(&page(move || Board::begun("Quý I").go(part)));
        assert!(text.contains("Quý I") && text.contains("Tệp đã nhận (0)"), "{part}: {text}");
    }
    let taking = page(|| {
        let board = Board::begun("Quý I").go("");
        let since = CLOCK.now.0 - 30_000;
        let intake = Intake { chosen: (120, 1_000), kept: (45, 250), files: 45, since, is_unweighed: false };
        board.model.borrow_mut().open.as_mut().unwrap().intake = Some(intake);
        board
    });
    assert!(tags(&taking).any(|tag| tag.starts_with("progress") && attribute(tag, "value") == Some("25")));
    let text = read_out(&taking);
    assert!(text.contains("Đã đọc 45/120 tệp đã chọn · còn khoảng 90 giây") && text.contains("Dừng"), "{text}");
}

#[test]
fn what_is_not_saved_is_said_to_be_so_with_what_to_do() {
    let text = read_out(&page(|| {
        let board = Board::with_sample().go("");
        board.model.borrow_mut().open.as_mut().unwrap().unsaved = Some(StoreFault::Full);
        board.model.borrow_mut().open.as_mut().unwrap().unread = 3;
        board
    }));
    assert!(text.contains("CHƯA lưu – bộ nhớ của trình duyệt đã đầy"), "{text}");
    assert!(!text.contains("Đã lưu"), "{text}");
    assert!(text.contains("Đọc lại 3 tệp"), "{text}");
}

#[test]
fn the_sample_says_so_on_every_screen_and_another_gathering_does_not() {
    for part in PARTS {
        assert!(read_out(&page(move || Board::with_sample().go(part))).contains("BẢN MẪU"), "{part}");
    }
    assert!(!read_out(&page(|| Board::begun("Quý I").go(""))).contains("BẢN MẪU"));
}

#[test]
fn a_removal_is_asked_for_before_it_is_done() {
    let asked = |times: usize| {
        read_out(&page(move || {
            let board = Board::begun("Quý I").go("thiet-lap");
            let id = board.id();
            (0..times).for_each(|_| board.tell(Msg::RemoveGathering(id.clone())));
            board
        }))
    };
    assert!(!asked(0).contains("Xóa hẳn"));
    assert!(asked(1).contains("Xóa hẳn khỏi máy này") && asked(1).contains("không lấy lại được"));
    assert!(asked(2).contains("Các đợt tổng hợp") && !asked(2).contains("Thiết lập"));
}

#[test]
fn every_notice_is_told_in_words_of_its_own() {
    use coordination::undo::Changed;
    let kinds = || {
        vec![
            NoticeKind::NoGathering,
            NoticeKind::Unopened(StoreFault::Full),
            NoticeKind::Removed("Quý I".to_owned()),
            NoticeKind::NotRemoved(StoreFault::Full),
            NoticeKind::TakenIn { files: 4, unread: 1, cancelled: true },
            NoticeKind::Unkept(StoreFault::Full),
            NoticeKind::Undone(Changed::Choice),
            NoticeKind::Unreadable,
            NoticeKind::HandedOut,
            NoticeKind::NotHandedOut,
        ]
    };
    let html = page(move || {
        let board = Board::empty();
        board.model.borrow_mut().notices = (1..).zip(kinds()).map(|(id, kind)| Notice { id, kind }).collect();
        board
    });
    let mut told: Vec<&str> = html
        .split("class=\"notice")
        .skip(1)
        .map(|rest| rest.split("<p>").nth(1).unwrap().split("</p>").next().unwrap())
        .collect();
    assert_eq!(told.len(), kinds().len());
    told.sort_unstable();
    assert!(told.windows(2).all(|pair| pair[0] != pair[1] && !pair[0].is_empty()), "{told:?}");
}

#[test]
fn names_are_text_whatever_they_are() {
    const HOSTILE: &str = "<img src=x onerror=alert(1)>\u{202e}nosj.\"><script>";
    let html = page(|| {
        let board = Board::begun(HOSTILE);
        board.tell(Msg::EditSettings(SettingsEdit::Name(HOSTILE.to_owned())));
        board.take(&[read(HOSTILE, b"not json"), read("b\u{202e}.json", b"")]);
        board.go("tep")
    });
    assert!(!tags(&html).any(|tag| tag.starts_with("img") || tag.starts_with("script")), "{html}");
    assert!(!html.contains('\u{202e}'), "what turns the direction is named");
    assert!(html.contains("[U+202E]"));
}
