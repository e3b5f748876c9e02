//! Remarks in the form, and a file with remarks in the review, as a reader finds them.

use super::page::*;
use crate::views::{App, AppProps};
use app::{Msg, Section};
use domain::assessment::Status;
use domain::field::Field;
use domain::lang::Lang;
use exchange::remark::RemarkField;
use ui::markup;

/// Where in the markup these stand, each behind the one before it.
#[track_caller]
fn in_order(html: &str, wanted: &[&str]) {
    let mut rest = html;
    for one in wanted {
        let behind = rest.split_once(one).map(|(_, behind)| behind);
        assert!(behind.is_some(), "{one:?} is not behind the one before it");
        rest = behind.unwrap_or_default();
    }
}

#[test]
fn a_remark_stands_below_its_field_with_who_when_and_the_field_for_the_answer() {
    let html = page(NINH_KIEU, task("1"), |filled| {
        let results = Some(RemarkField::Results);
        filled.remarks(vec![remark("r1", "1.1", results, "Nêu số liệu."), remark("r2", "1.1", None, "Viết gọn.")]);
    });
    in_order(
        &html,
        &[
            "id=\"status-1.1\"",
            "Viết gọn.",
            "id=\"reply-r2\"",
            "id=\"answer-1.1-results\"",
            "Nêu số liệu.",
            "id=\"reply-r1\"",
        ],
    );
    in_order(&html, &["id=\"reply-r1\"", "id=\"answer-1.1-limitations\""]);
    has(&html, "Yêu cầu 1.1 – Kết quả · Ban Tuyên giáo , 01:05 02/07/2024 · chờ trả lời Nêu số liệu. Trả lời nhận xét");
    has(&html, "Yêu cầu 1.1 · Ban Tuyên giáo");
    assert_eq!(count(&html, &["div ", "role=\"group\"", "aria-label=\"Yêu cầu 1.1 – Kết quả\""]), 1);
    let answered = page(NINH_KIEU, task("1"), |filled| {
        filled.remarks(vec![remark("r1", "1.1", None, "Viết gọn.")]).text(Field::Reply("r1".into()), "Vâng.");
    });
    has(&answered, "· đã trả lời");
    has_not(&answered, "chờ trả lời");
}

#[test]
fn what_is_asked_about_a_folded_part_is_not_folded() {
    let html = page(NINH_KIEU, task("1"), |filled| {
        filled.status("1.1", Status::NotStarted);
        filled.remarks(vec![remark("r1", "1.1", Some(RemarkField::Results), "Vì sao?")]);
    });
    in_order(&html, &["id=\"answer-1.1-results\"", "id=\"reply-r1\"", "<details class=\"folded\"", "picks-1.1"]);
}

#[test]
fn what_is_done_asks_for_nothing_and_an_answer_without_its_remark_is_not_hidden() {
    let html = page(NINH_KIEU, task("1"), full);
    has(&html, "· xong Đã rõ. Vâng.");
    assert_eq!(count(&html, &["textarea ", "id=\"reply-r4\""]), 0);
    let alone = page(NINH_KIEU, Section::Closing, |filled| {
        filled.text(Field::Reply("r9".into()), "Đã bổ sung.");
    });
    has(&alone, "Nhận xét này không có trên máy: hãy nhập lại tệp nhận xét. Trả lời nhận xét");
    assert_eq!(count(&alone, &["textarea ", "id=\"reply-r9\""]), 1);
}

#[test]
fn what_waits_is_listed_before_the_export_and_marked_in_the_contents() {
    for section in [Section::Overview, Section::Export] {
        let html = page(NINH_KIEU, section, full);
        has(&html, "2 nhận xét chờ trả lời");
        has(&html, "Yêu cầu 1.3 – Tài liệu kiểm chứng Thiếu tài liệu.");
        has(&html, "Bản tự đánh giá Bổ sung kiến nghị.");
        let toc = html.split("<nav").find(|nav| nav.contains("toc-title")).unwrap();
        let toc = &["<nav", toc.split_once("</nav>").unwrap().0, "</nav>"].concat();
        assert_eq!(text(toc, false).matches("1 nhận xét").count(), 2, "at 1.3 and at the closing part");
    }
    has(&page(NINH_KIEU, Section::Overview, |_| ()), "Nội dung cần bổ sung");
    has_not(&page(NINH_KIEU, Section::Overview, |_| ()), "nhận xét");
}

#[test]
fn the_print_is_the_unit_s_alone() {
    let html = page(NINH_KIEU, Section::Print, full);
    // The contents beside it are not printed.
    let (_, html) = html.split_once("</nav><div class=\"form\"").unwrap();
    for unwanted in ["Nêu số liệu.", "Bổ sung kiến nghị.", "nhận xét", "12 lớp."] {
        assert!(!html.contains(unwanted), "{unwanted:?}");
    }
}

#[test]
fn hostile_words_are_texts() {
    let html = page(NINH_KIEU, task("1"), |filled| {
        let mut one = remark("r1", "1.1", None, "<img src=x onerror=alert(1)> \u{202e}gpj.exe =1+1");
        one.by = "<b>Ban</b>\u{2066}".into();
        filled.remarks(vec![one]);
    });
    assert_eq!(count(&html, &["img"]), 0);
    assert!(html.contains("&lt;img src=x onerror=alert(1)&gt; [U+202E]gpj.exe =1+1"), "{html}");
    assert!(html.contains("&lt;b&gt;Ban&lt;/b&gt;[U+2066]"), "{html}");
}

/// The review of a file with two remarks, for the draft or, where `is_other`, for another one.
fn review(lang: Lang, is_other: bool) -> String {
    markup::render::<App>(move || {
        let filled = Filled::begun_by(NINH_KIEU);
        filled.runtime.send(Msg::SetLang(lang));
        filled.opens_remarks(vec![remark("r1", "1.1", None, "Viết gọn."), remark("r2", "", None, "Thiếu.")]);
        if is_other {
            filled.runtime.send(Msg::DeleteDraft(filled.id.clone()));
        }
        AppProps { runtime: Some(filled.runtime) }
    })
}

#[test]
fn a_file_with_remarks_says_for_whom_it_is_and_which_draft_takes_it() {
    let html = review(Lang::Vi, false);
    has(&html, "Đơn vị Quận ủy Ninh Kiều Người nhận xét Ban Tuyên giáo Xuất lúc 00:00 01/01/1970: 2 nhận xét");
    has(&html, "Nhận vào bản nháp sửa lúc 00:00 01/01/1970");
    let none = review(Lang::Vi, true);
    has(&none, "Không bản nháp nào ở đây là bản được nhận xét.");
    has_not(&none, "Nhận vào");
    let english = review(Lang::En, false);
    has(&english, "From Ban Tuyên giáo");
    has(&english, "Take into the draft changed 00:00 01/01/1970");
    has(&review(Lang::En, true), "No draft here is the one that was remarked on.");
}
