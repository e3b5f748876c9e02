//! What became of files is said in words, for every verdict and cause, and the possible decisions are offered.

use super::page::{Board, page};
use super::{of_part, read_out};
use crate::views::texts::Texts;
use coordination::filter::{FilesFilter, FilesWhich};
use coordination::msg::Msg;
use coordination::thing::ThingLine;
use domain::lang::Lang;
use std::collections::BTreeSet;

#[test]
fn the_sample_has_every_verdict_in_words() {
    let text = read_out(&of_part("tep"));
    for words in [
        "Tệp duy nhất của đơn vị.",
        "Bản mới nhất, nối tiếp",
        "Một trong 2 phần được ghép lại",
        "Đơn vị đã xuất bản mới hơn:",
        "Trùng với",
        "Chưa rõ của đơn vị nào.",
        "Đơn vị gửi hai bản lập riêng",
        "Đây là bản in (PDF).",
        "Nội dung đã bị sửa sau khi xuất",
        "Lấy từ tệp đính kèm của thư.",
    ] {
        assert!(text.contains(words), "{words}: {text}");
    }
}

#[test]
fn an_unknown_unit_has_suggestions_a_click_away() {
    let text = read_out(&page(|| {
        let board = Board::with_sample().go("tep");
        board.tell(Msg::FilterFiles(FilesFilter { which: FilesWhich::Waiting, ..FilesFilter::default() }));
        board
    }));
    assert!(text.contains("Có phải Quận ủy Ninh Kiều?") && text.contains("Đúng, là Quận ủy Ninh Kiều"), "{text}");
}

#[test]
fn a_unit_of_two_drafts_shows_both_in_full() {
    let html = of_part("don-vi/quan-uy-ninh-kieu");
    assert_eq!(html.matches("class=\"report\"").count(), 2);
    let text = read_out(&html);
    for words in
        ["Kết quả", "Hạn chế, khó khăn", "Tài liệu kiểm chứng", "Nhiệm vụ, giải pháp", "Hãy chọn tệp được tính"]
    {
        assert!(text.contains(words), "{words}");
    }
}

/// The codes of causes, of which each has words of its own, or shares them with those for which the same is to be done.
const CAUSES: [&str; 50] = [
    "empty",
    "zeros",
    "unreadable",
    "lost",
    "too-large",
    "too-much",
    "sample",
    "lost-letters",
    "utf-16",
    "utf-16-changed",
    "not-utf-8",
    "not-json",
    "other-format",
    "cut-file",
    "changed",
    "bad-version",
    "newer-version",
    "other-directive",
    "mismatch",
    "no-assessment",
    "page",
    "word",
    "excel",
    "powerpoint",
    "office",
    "encrypted-office",
    "pdf",
    "picture",
    "media",
    "shortcut",
    "program",
    "text",
    "rar",
    "7z",
    "other-archive",
    "outlook-message",
    "encrypted",
    "packing-method",
    "unusual-ratio",
    "sum-too-large",
    "too-many-members",
    "nested-too-deep",
    "cut",
    "broken",
    "overlapping",
    "no-members",
    "cut-record",
    "cut-bundle",
    "stopped",
    "bad-record",
];

#[test]
fn every_cause_has_words_in_both_languages() {
    for lang in [Lang::Vi, Lang::En] {
        let of = |cause: &str| {
            let line = ThingLine { outcome: "refused".into(), cause: cause.into(), ..ThingLine::default() };
            (Texts::of(lang).verdicts.line)(&line)
        };
        let unknown = of("a cause of a newer version");
        assert!(!unknown.what.is_empty());
        let mut words = BTreeSet::new();
        for cause in CAUSES {
            let said = of(cause);
            assert_ne!(said.what, unknown.what, "{cause}");
            assert!(!said.what.contains(" 0") && said.what.ends_with('.'), "{cause}: {}", said.what);
            words.insert(said.what);
        }
        assert!(words.len() + 4 >= CAUSES.len(), "{words:?}");
    }
}
