//! The markup of a draft's history and of its removal, rendered natively.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test that cannot go on fails")]

use crate::views::form::tests::page::*;
use app::history::{Reason, Snapshot};
use app::msg::{ExportOutcome, HistoryMsg, RemovalMsg};
use app::space::Space;
use app::{Msg, Section};
use domain::assessment::{Assessment, Status};
use domain::date::Moment;
use domain::field::{AnswerField, Field};
use domain::lang::Lang;
use exchange::record::{self, ExportMark, StoredDraft};

const HISTORY: Section = Section::History(None);

/// A snapshot of a filled draft, of another reason for each number.
fn kept(draft: &str, number: u64, assessment: Assessment) -> (String, String) {
    let text = record::to_text(&StoredDraft { assessment, ..StoredDraft::default() }, "1022-CV/TU", "1");
    let reasons = [Reason::Import, Reason::Replace, Reason::Delete, Reason::StartFrom, Reason::Restore, Reason::Hourly];
    let reason = reasons[usize::try_from(number).unwrap() % reasons.len()];
    let (draft, id) = (draft.to_owned(), ["s", &number.to_string()].concat());
    let at = Moment::from_iso("2024-07-01T09:05:00Z").unwrap();
    (Snapshot { draft, id, number, at, reason, bytes: text.len(), revision: 1 }.key(), text)
}

/// A draft whose history has a state like the present one, one that differs in a place, one that differs in many, and a
/// damaged one.
fn with_a_past(filled: &Filled) {
    full(filled);
    filled.go(HISTORY);
    let now = (*filled.runtime.model().draft(&filled.id).unwrap().assessment).clone();
    let mut once = now.clone();
    once.set_text(&Field::Answer("1.2".into(), AnswerField::Results), "Trước đây.");
    let long_ago = Assessment { unit: now.unit.clone(), ..Assessment::default() };
    let mut found: Vec<(String, String)> =
        (0..).zip([now, once, long_ago]).map(|(number, state)| kept(&filled.id, number, state)).collect();
    found.push((kept(&filled.id, 3, Assessment::default()).0, "{".into()));
    filled.runtime.send(Msg::History(HistoryMsg::Read(filled.id.clone(), found)));
}

#[test]
fn each_kept_state_tells_when_why_and_what_has_changed_since() {
    let html = page(NINH_KIEU, HISTORY, with_a_past);
    has(&html, "09:05 01/07/2024 trước khi nhập tệp Giống bản hiện nay. Xem");
    has(&html, "trước khi tệp thay bản nháp Khác bản hiện nay ở 1 chỗ, trong 1 yêu cầu Yêu cầu 1.2 – Kết quả");
    has(&html, "trước khi làm kỳ mới từ bản này Bản này bị hỏng, không đọc được.");
    has(&html, "Yêu cầu 1.1 – Mức độ thực hiện");
    assert_eq!(
        count(&html, &["button", "aria-label=\"Khôi phục bản 09:05 01/07/2024\""]),
        2,
        "where it changes something"
    );
    assert_eq!(count(&html, &["a ", "aria-label=\"Xem bản 09:05 01/07/2024\""]), 3, "where it can be read");
    assert_eq!(count(&html, &["details", "open"]), 1, "few places are listed at once, many when asked for");
}

#[test]
fn a_kept_state_is_shown_as_the_document_that_it_would_print() {
    let html = page(NINH_KIEU, Section::History(Some("s1".into())), with_a_past);
    has(&html, "Bản giữ lúc 09:05 01/07/2024, trước khi tệp thay bản nháp");
    has(&html, "Chỉ để xem");
    has(&html, "Trước đây.");
    assert_eq!(count(&html, &["textarea"]), 0);
    for gone in ["s3", "s9"] {
        has(&page(NINH_KIEU, Section::History(Some(gone.into())), with_a_past), "Bản này không còn trong lịch sử");
    }
}

#[test]
fn an_empty_history_and_one_that_lasts_only_as_long_as_the_page_say_so() {
    has(&page(NINH_KIEU, HISTORY, |_| ()), "Đang đọc…");
    let nothing = |filled: &Filled| {
        filled.go(HISTORY);
        filled.runtime.send(Msg::History(HistoryMsg::Read(filled.id.clone(), Vec::new())));
    };
    has(&page(NINH_KIEU, HISTORY, nothing), "Chưa có bản nào.");
    let refused = |filled: &Filled| {
        filled.status("1.1", Status::Done);
        filled.runtime.send(Msg::StartFrom(filled.id.clone()));
        let key = filled.runtime.model().history.of(&filled.id)[0].key();
        let text = kept(&filled.id, 1, Assessment::default()).1;
        filled.runtime.send(Msg::History(HistoryMsg::Taken(key, Some(text))));
        filled.go(HISTORY);
        filled.runtime.send(Msg::History(HistoryMsg::Read(filled.id.clone(), Vec::new())));
    };
    let html = page(NINH_KIEU, HISTORY, refused);
    has(&html, "Trình duyệt không cho lưu lịch sử trên máy này.");
    has(&html, "trước khi làm kỳ mới từ bản này tạm");
}

#[test]
fn the_removal_names_the_file_and_asks() {
    let asking = |filled: &Filled| {
        filled.go(Section::Export);
        filled.runtime.send(Msg::Removal(RemovalMsg::Begin(filled.id.clone())));
        let mark = ExportMark { file_name: "tep.json".into(), ..ExportMark::default() };
        let content = filled.runtime.model().draft(&filled.id).unwrap().assessment.clone();
        filled.runtime.send(Msg::Exported(filled.id.clone(), content, ExportOutcome::Done { mark, oversize: false }));
    };
    let runtime = |fill: fn(&Filled)| {
        ui::markup::render::<crate::views::App>(move || {
            let filled = Filled::begun_by(NINH_KIEU);
            filled.go(Section::Export);
            fill(&filled);
            crate::views::AppProps { runtime: Some(filled.runtime) }
        })
    };
    assert_eq!(count(&runtime(|_| ()), &["button", "id=\"export-and-remove\""]), 1);
    let html = runtime(asking);
    has(&html, "Bạn đã thấy tệp chưa?");
    has(&html, "tep.json");
    assert_eq!(count(&html, &["h3", "id=\"remove-title\"", "tabindex=\"-1\""]), 1);
    assert_eq!(count(&html, &["id=\"export-and-remove\""]), 0);
}

#[test]
fn what_the_browser_says_of_the_place_stands_beside_the_state() {
    let said = |space: Space| {
        page(NINH_KIEU, Section::General, move |filled: &Filled| {
            filled.runtime.send(Msg::Space(space));
        })
    };
    has(&said(Space { kept: Some(true), used_of: None }), "được giữ lâu dài");
    let unsure = said(Space { kept: Some(false), used_of: Some((1, 1 << 40)) });
    assert_eq!(count(&unsure, &["class=\"place"]), 0, "the list of drafts says it");
    let low = Space { kept: Some(true), used_of: Some((900 << 20, 940 << 20)) };
    has(&said(low), "Sắp hết chỗ lưu: đã dùng 900 MB, còn 40 MB");
    assert_eq!(count(&said(Space::default()), &["class=\"place"]), 0, "where it says nothing");
}

#[test]
fn the_history_speaks_english_too() {
    let english = |filled: &Filled| {
        with_a_past(filled);
        filled.runtime.send(Msg::SetLang(Lang::En));
    };
    let html = page(NINH_KIEU, HISTORY, english);
    has(&html, "History of the draft");
    has(&html, "before a file replaced it Differs from now in 1 place, in 1 requirement Requirement 1.2 – Results");
    let own = text(&html, true);
    let vietnamese = own.chars().find(|letter| "ăâđêôơưếệủ".contains(*letter));
    assert_eq!(vietnamese, None, "{own}");
}
