//! The report upwards: as on paper, rewritten, and with what has changed beneath.

use super::page::{Board, page};
use super::{attribute, of_part, read_out, tags};
use coordination::msg::{Msg, SettingsEdit};
use coordination::typed::Typed;
use domain::lang::Lang;
use gathering::decisions::{Decision, Term};
use report::document::{Block, Content, Document, Page};
use report::{plain, texts};

const PART: &str = "bao-cao";
const PARAGRAPH: &str = "opening/reported";

fn document(board: &Board) -> Document {
    let model = board.model.borrow();
    model.open.as_ref().unwrap().document(&model).unwrap()
}

/// Rewrites a paragraph.
pub(super) fn rewrite(board: &Board, paragraph: &str, text: &str) {
    let document = document(board);
    let base = document.paragraphs().find(|one| one.id == paragraph).unwrap().base();
    board.leave(&Typed::paragraph(paragraph, base), text);
}

fn rewritten(text: &'static str) -> Board {
    let board = Board::with_sample().go(PART);
    rewrite(&board, PARAGRAPH, text);
    board
}

/// Somebody need not report any more: the numbers are others.
fn recounted(board: &Board) {
    let unit = board.model.borrow().open.as_ref().unwrap().count.units.rows[3].id.clone();
    let term = Term { unit, excused: true, ..Term::default() };
    board.tell(Msg::Decide(Box::new(Decision { term: Some(term), ..Decision::default() })));
}

#[test]
fn all_of_the_report_is_there_and_each_page_says_of_what_it_was_made() {
    let document = document(&Board::with_sample().go(PART));
    let html = of_part(PART);
    let text = read_out(&html);
    let plain_text = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    for paragraph in document.paragraphs() {
        let words = paragraph.text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
        let words = words.replace('"', "&quot;").replace('\'', "&#x27;");
        assert!(text.contains(&plain_text(&words)), "{}", paragraph.text);
    }
    let is_heading = |block: &&Block| matches!(block.content, Content::Heading { .. } | Content::Title(_));
    let headings = document.blocks().filter(is_heading).count();
    assert_eq!(html.matches("<h3").count() + html.matches("<h4").count() + html.matches("<h5").count(), headings);
    assert_eq!(html.matches("class=\"annex-table\"").count(), document.tables().count());
    let across = document.sections.iter().filter(|section| section.page == Page::Landscape).count();
    assert_eq!((across, html.matches("class=\"sheet-a4 across\"").count()), (4, 4));
    for each in [texts::DRAFT, texts::SAMPLE] {
        assert!(html.matches(&format!("class=\"stamp\">{each}<")).count() == document.sections.len(), "{each}");
    }
    assert_eq!(
        text.matches(&plain_text(&plain::footer(document.footer.as_ref().unwrap()))).count(),
        document.sections.len()
    );
    for part in ["Kính gửi:", "BAN TUYÊN GIÁO THÀNH ỦY", "ĐẢNG CỘNG SẢN VIỆT NAM", "Nơi nhận:"] {
        assert_eq!(text.matches(part).count(), 1, "{part}");
    }
    assert_eq!(html.matches("Tải bảng này (CSV)").count(), document.tables().count());
    assert!(!html.contains("<textarea"), "nothing is open that nobody opened");
}

#[test]
fn every_table_has_its_rows_its_numbers_and_heads_that_are_repeated() {
    let document = document(&Board::with_sample().go(PART));
    let html = of_part(PART);
    let drawn = html.split("class=\"annex-table\"").skip(1).map(|rest| rest.split("</table>").next().unwrap());
    for (table, drawn) in document.tables().zip(drawn) {
        let (head, body) = drawn.split_once("</thead>").unwrap();
        assert_eq!(head.matches("scope=\"col\"").count(), table.columns.len());
        for number in table.numbering() {
            assert!(head.contains(&format!("<td>({number})</td>")), "{number}: {head}");
        }
        assert_eq!(body.matches("<tr").count(), table.rows.len());
        assert_eq!(body.matches("<td").count(), table.rows.len() * table.columns.len());
    }
}

#[test]
fn only_the_report_is_printed() {
    let html = of_part(PART);
    // Buttons and hints, and what stands around every view.
    for part in ["class=\"board-head no-print\"", "<h2 id=\"report\" class=\"no-print\"", "upwards-around no-print"] {
        assert!(html.contains(part), "{part}");
    }
    for (place, _) in html.match_indices("<button") {
        assert!(html[..place].contains("no-print"), "{}", &html[place..place + 80]);
    }
    let ways = html.matches("class=\"ways no-print\"").count();
    let written = tags(&html).filter(|tag| attribute(tag, "class").is_some_and(|class| class.starts_with("written")));
    assert_eq!(written.count(), ways);
    assert!(of_part("tinh-hinh-gui").contains("class=\"board-head\""), "other views say of which gathering they are");
}

#[test]
fn what_was_rewritten_is_marked_and_what_has_changed_beneath_is_shown_with_both_ways_out() {
    let html = page(|| rewritten("Lời của tôi"));
    assert_eq!(html.matches("class=\"written edited\"").count(), 1);
    let text = read_out(&html);
    assert!(text.contains("Lời của tôi Đã sửa Sửa") && text.contains("Lấy lại bản tự động"), "{text}");
    assert!(!text.contains("Lấy bản mới"));
    let html = page(|| {
        let board = rewritten("Lời của tôi");
        recounted(&board);
        board
    });
    let text = read_out(&html);
    let (before, now) = (text.find("Bản tự động khi sửa").unwrap(), text.find("Bản tự động nay").unwrap());
    assert!(text[before..now].contains("Đến ngày 31/7/2024"), "{text}");
    assert!(text[now..].contains("được miễn báo cáo") && text.contains("Lời của tôi"), "{text}");
    assert!(text.contains("Lấy bản mới") && text.contains("Giữ bản của tôi") && text.contains("Có 1 đoạn đã sửa"));
    let left_out = read_out(&page(|| rewritten("")));
    assert!(left_out.contains("Đoạn này được bỏ khỏi báo cáo"), "{left_out}");
}

#[test]
fn hostile_words_are_words() {
    let html = page(|| rewritten("<script>alert(1)</script> \u{202e}ẩn\u{0} =1+1"));
    assert!(!html.contains("<script") && html.contains("&lt;script"), "it is no tag");
    assert!(!html.contains('\u{202e}'), "what hides is named");
}

#[test]
fn without_a_cut_off_day_it_is_asked_for() {
    let html = page(|| {
        let board = Board::with_sample().go(PART);
        board.tell(Msg::EditSettings(SettingsEdit::CutOff(String::new())));
        board
    });
    assert!(html.contains("id=\"report-cut-off\"") && !html.contains("class=\"sheet-a4 "), "{html}");
    let taking = page(|| {
        let board = Board::begun("Quý I");
        board.tell(Msg::EditSettings(SettingsEdit::CutOff("31/7/2024".to_owned())));
        board.go(PART)
    });
    assert!(read_out(&taking).contains("Không có khó khăn, vướng mắc, kiến nghị."), "an empty gathering has one too");
}

#[test]
fn the_report_stays_vietnamese_and_what_stands_around_it_does_not() {
    let html = page(|| {
        let board = rewritten("Lời của tôi");
        recounted(&board);
        board.tell(Msg::Configured(Lang::En, 1));
        board
    });
    let text = read_out(&html);
    for words in ["Take the new text", "Keep my words", "Print", "Edited", "Download this table (CSV)"] {
        assert!(text.contains(words), "{words}");
    }
    for words in ["Sửa", "Lấy bản", "Tải bảng", "Bản tự động"] {
        assert!(!text.contains(words), "{words}");
    }
    assert!(text.contains("I- KẾT QUẢ LÃNH ĐẠO TRIỂN KHAI"), "{text}");
    assert!(html.contains("class=\"sheets\" lang=\"vi\""));
}
