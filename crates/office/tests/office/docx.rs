//! Documents, read back.

use crate::package::{assert_tells_nothing, part, parts};
use crate::reports::report;
use crate::sample::{paper, profile};
use office::docx::docx;
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use report::around::{Addressees, Closing, Head, Recipients, Signature};
use report::on_paper::on_paper;
use report::paper::{Grid, Paper, Part, Piece};
use report::profile::{Mark, Profile, Profiles};

/// The paragraphs of a part, each with its style; tabs and line breaks as they are typed.
pub(crate) fn paragraphs(xml: &str) -> Vec<(String, String)> {
    let mut reader = Reader::from_str(xml);
    let (mut all, mut is_text) = (Vec::new(), false);
    loop {
        match reader.read_event().unwrap() {
            Event::Start(tag) | Event::Empty(tag) if tag.name().as_ref() == "w:p" => {
                all.push((String::new(), String::new()));
            }
            Event::Start(tag) if tag.name().as_ref() == "w:t" => is_text = true,
            Event::End(tag) if tag.name().as_ref() == "w:t" => is_text = false,
            Event::Empty(tag) => mark(&tag, &mut all),
            Event::Text(text) if is_text => {
                all.last_mut().unwrap().1.push_str(&text);
            }
            Event::GeneralRef(reference) if is_text => {
                let character = match reference.resolve_char_ref().unwrap() {
                    Some(character) => character.to_string(),
                    None => quick_xml::escape::resolve_predefined_entity(&reference).unwrap().into(),
                };
                all.last_mut().unwrap().1.push_str(&character);
            }
            Event::Eof => return all,
            _ => {}
        }
    }
}

fn mark(tag: &BytesStart<'_>, all: &mut [(String, String)]) {
    let Some((style, text)) = all.last_mut() else { return };
    match tag.name().as_ref() {
        "w:br" => text.push('\n'),
        "w:tab" if tag.attributes().count() == 0 => text.push('\t'),
        "w:pStyle" => {
            let value = tag.attributes().next().unwrap().unwrap();
            *style = value.value.into_owned();
        }
        _ => {}
    }
}

/// What a paper says, in order, with the style that each piece has to have. Marks below something are no part of it.
pub(crate) fn said(paper: &Paper) -> Vec<(String, String)> {
    let pieces = paper.parts.iter().flat_map(|part| &part.pieces);
    let marks = ("Around", paper.marks.join("  "));
    let around = |lines: Vec<&str>| lines.into_iter().map(|line| ("Around", line.to_owned())).collect();
    let of = |style, text: &String| vec![(style, text.clone())];
    let said = pieces.flat_map(|piece| match piece {
        Piece::Title(kind, subject) => [of("Title", kind), of("Subtitle", subject)].concat(),
        Piece::Heading(level, text) => of(["", "Heading1", "Heading2", "Heading3"][*level as usize], text),
        Piece::Annex(text) => of("AnnexHeading", text),
        Piece::Paragraph(text) => of("BodyText", text),
        Piece::Item(text) => of("ListBullet", text),
        Piece::Note(text) => of("Note", text),
        Piece::Table(grid) => cells(grid),
        // Row by row: the number stands beside place and date.
        Piece::Head(head) => {
            let names = [head.superior.as_str(), &head.issuer].into_iter();
            let row = [head.number.as_str(), &head.place_and_date];
            around(names.chain(head.motto.iter().map(String::as_str)).chain(row).collect())
        }
        Piece::Addressees(to) if to.lines.len() == 1 => of("Around", &to.text()),
        Piece::Addressees(to) => around(std::iter::once(&to.label).chain(&to.lines).map(String::as_str).collect()),
        Piece::Closing(closing) => around(closing.recipients.lines().chain(closing.signature.lines()).collect()),
    });
    let said = std::iter::once(marks).chain(said).filter(|(_, text)| !text.is_empty());
    said.map(|(style, text)| (style.to_owned(), text)).collect()
}

/// The paragraphs of a document that are read, without marks below something.
pub(crate) fn read(xml: &str) -> Vec<(String, String)> {
    paragraphs(xml).into_iter().filter(is_said).collect()
}

pub(crate) fn is_said((style, text): &(String, String)) -> bool {
    let is_mark = style == "Around" && ["*", "-----"].contains(&text.as_str());
    !text.is_empty() && !is_mark
}

fn cells(grid: &Grid) -> Vec<(&'static str, String)> {
    let head = grid.columns.iter().map(|column| &column.name).chain(grid.columns.iter().map(|column| &column.number));
    let cells = head.chain(grid.rows.iter().flat_map(|row| &row.cells)).map(|text| ("TableText", text.clone()));
    std::iter::once(("Caption", grid.caption.clone())).chain(cells).collect()
}

#[test]
fn the_report_is_read_back_to_the_letter_with_real_styles() {
    let paper = paper();
    let made = docx(&paper).unwrap();
    assert_eq!(made.replaced, 0);
    assert_eq!(read(&part(&made.bytes, "word/document.xml")), said(&paper));
    let styles = part(&made.bytes, "word/styles.xml");
    for name in ["Title", "heading 1", "heading 2", "heading 3", "List Bullet", "caption", "Table Grid", "Body Text"] {
        assert!(styles.contains(&format!("<w:name w:val=\"{name}\"/>")), "{name}");
    }
    assert!(styles.contains("w:ascii=\"Times New Roman\"") && styles.contains("<w:lang w:val=\"vi-VN\""));
    assert_tells_nothing(&made.bytes);
}

#[test]
fn annexes_lie_across_and_the_heads_of_tables_are_repeated() {
    let paper = paper();
    let document = part(&docx(&paper).unwrap().bytes, "word/document.xml");
    assert_eq!(document.matches("<w:sectPr>").count(), paper.parts.len());
    let across = paper.parts.iter().filter(|part| part.is_across).count();
    assert_eq!(document.matches("<w:pgSz w:w=\"16838\" w:h=\"11906\" w:orient=\"landscape\"/>").count(), across);
    let tables = paper.parts.iter().flat_map(|part| &part.pieces).filter(|piece| matches!(piece, Piece::Table(_)));
    let tables = tables.count();
    // The names of the columns, and their numbers.
    assert_eq!(document.matches("<w:tblHeader/>").count(), 2 * tables);
    for table in document.split("<w:tbl>").skip(1) {
        let (grid, _) = table.split_once("</w:tblGrid>").unwrap();
        let widths = grid.split("<w:gridCol w:w=\"").skip(1).map(|rest| rest.split('"').next().unwrap());
        let sum: u32 = widths.map(|width| width.parse::<u32>().unwrap()).sum();
        assert!(grid.contains(&format!("<w:tblW w:w=\"{sum}\"")), "{grid}");
    }
}

#[test]
fn an_annex_says_once_what_it_is_called() {
    let captions = |part: &Part| -> Vec<String> {
        let tables = part.pieces.iter().filter_map(|piece| match piece {
            Piece::Table(grid) => Some(grid.caption.clone()),
            _ => None,
        });
        tables.collect()
    };
    let units = on_paper(&report(&domain::sample::built_in(), &profile("")), profile(""));
    let of: Vec<Vec<String>> = [&units, &paper()].iter().flat_map(|paper| paper.parts.iter().map(captions)).collect();
    let none = vec![String::new()];
    let two = vec!["Các đơn vị chưa gửi báo cáo".to_owned(), "Tình hình gửi báo cáo".to_owned()];
    let measures = vec!["Tình hình gửi theo nhóm".to_owned()];
    assert_eq!(of, [vec![], none.clone(), none.clone(), measures, two, none.clone(), none.clone(), none]);
}

#[test]
fn pages_are_marked_and_numbered_from_the_second_on() {
    let paper = paper();
    let bytes = docx(&paper).unwrap().bytes;
    let first = part(&bytes, "word/header1.xml");
    assert!(!first.contains("DỰ THẢO") && !first.contains("PAGE"));
    assert_eq!(read(&part(&bytes, "word/document.xml"))[0].1, "DỰ THẢO  BẢN MẪU");
    for name in ["word/header2.xml", "word/header3.xml"] {
        let head = part(&bytes, name);
        assert!(head.contains("DỰ THẢO") && head.contains("<w:fldSimple w:instr=\" PAGE \">"), "{name}");
    }
    let document = part(&bytes, "word/document.xml");
    assert_eq!(document.matches("<w:titlePg/>").count(), 1);
    assert!(document.find("<w:titlePg/>") < document.find("landscape"));
    assert_eq!(paragraphs(&part(&bytes, "word/footer1.xml")), [("Footer".to_owned(), paper.footer.clone())]);
}

#[test]
fn the_same_paper_gives_the_same_bytes() {
    let paper = paper();
    assert_eq!(docx(&paper).unwrap(), docx(&paper.clone()).unwrap());
}

#[test]
fn a_paper_without_anything_is_a_document_too() {
    let made = docx(&Paper::default()).unwrap();
    assert!(parts(&made.bytes).len() > 10);
    assert!(part(&made.bytes, "word/document.xml").contains("</w:p><w:sectPr>"));
}

/// A short report with all that there is around a text.
pub(crate) fn official(profile: Profile, say: impl Fn(&str) -> String) -> Paper {
    let profile_motto = profile.motto.iter().map(|line| line.text.clone());
    let head = Head {
        superior: say("THÀNH ỦY CẦN THƠ"),
        issuer: say("QUẬN ỦY NINH KIỀU"),
        number: say("Số       -BC/QU"),
        motto: profile_motto.map(|line| say(&line)).collect(),
        place_and_date: say("Ninh Kiều, ngày      tháng 7 năm 2024"),
    };
    let signature =
        Signature {
            authority: say("T/M BAN THƯỜNG VỤ"), position: say("PHÓ BÍ THƯ"), name: say("Nguyễn Văn A")
        };
    let lines = vec![say("- Ban Tuyên giáo Thành ủy,"), say("- Lưu Văn phòng.")];
    let recipients = Recipients { label: say("Nơi nhận:"), lines };
    let to =
        |lines: &[&str]| Addressees { label: say("Kính gửi:"), lines: lines.iter().map(|line| say(line)).collect() };
    let text = "Thực hiện Công văn số 1022-CV/TU, Quận ủy Ninh Kiều báo cáo kết quả như sau. ".repeat(6);
    let pieces = vec![
        Piece::Head(head),
        Piece::Title(say("BÁO CÁO"), say("kết quả rà soát việc cụ thể hóa, thực hiện Nghị quyết số 45/2022/QH15")),
        Piece::Addressees(to(&["Ban Thường vụ Thành ủy"])),
        Piece::Addressees(to(&["Ban Tuyên giáo Thành ủy", "Văn phòng Thành ủy"])),
        Piece::Paragraph(say(&text)),
        Piece::Heading(1, say("I- KẾT QUẢ LÃNH ĐẠO TRIỂN KHAI QUÁN TRIỆT, THỰC HIỆN")),
        Piece::Heading(2, say("1. Nhiệm vụ 1")),
        Piece::Heading(3, say("a) Yêu cầu 1.1")),
        Piece::Paragraph(say(&text)),
        Piece::Item(say(&text)),
        Piece::Item(say("Ngắn")),
        Piece::Paragraph(say(&text)),
        Piece::Closing(Closing { signature, recipients }),
    ];
    let annex = vec![Piece::Annex(say("PHỤ LỤC 1")), Piece::Note(say("(Kèm theo Báo cáo)"))];
    let parts = vec![Part { is_across: false, pieces }, Part { is_across: true, pieces: annex }];
    Paper { title: say("Báo cáo"), profile, marks: vec![say("DỰ THẢO")], footer: String::new(), parts }
}

#[test]
fn what_stands_around_an_official_text_is_there_in_each_profile() {
    for profile in Profiles::built_in().unwrap().profiles {
        let paper = official(profile.clone(), str::to_owned);
        let document = part(&docx(&paper).unwrap().bytes, "word/document.xml");
        assert_eq!(read(&document), said(&paper), "{}", profile.id);
        let marks: Vec<String> = paragraphs(&document).into_iter().map(|(_, text)| text).collect();
        for mark in [profile.below_issuer, profile.below_subject].into_iter().filter_map(Mark::text) {
            assert!(marks.iter().any(|text| text == mark), "{}: {mark}", profile.id);
        }
        let is_rule = |mark: Mark| usize::from(mark.text().is_none());
        let rules = 1 + is_rule(profile.below_issuer) + is_rule(profile.below_subject);
        assert_eq!(document.matches("<w:pBdr>").count(), rules, "{}", profile.id);
        // Who signs is not alone on a page.
        let (before, closing) = document.rsplit_once("<w:tbl>").unwrap();
        assert!(before.rsplit_once("<w:p>").unwrap().1.contains("<w:keepNext/>"));
        assert!(closing.contains("<w:cantSplit/>"));
        let styles = part(&docx(&paper).unwrap().bytes, "word/styles.xml");
        assert!(styles.contains("w:line=\"360\" w:lineRule=\"atLeast\""));
        assert!(styles.contains("<w:ind w:firstLine=\"567\"/>"));
        assert!(document.contains("w:top=\"1134\" w:right=\"850\" w:bottom=\"1134\" w:left=\"1701\""));
    }
}

#[test]
fn the_last_two_words_of_a_name_of_two_lines_stay_together() {
    let document = |issuer: &str| {
        let mut paper = official(Profiles::built_in().unwrap().profiles[0].clone(), str::to_owned);
        let Piece::Head(head) = &mut paper.parts[0].pieces[0] else { panic!("no head") };
        head.issuer = issuer.to_owned();
        part(&docx(&paper).unwrap().bytes, "word/document.xml")
    };
    // What is said of the paragraph that begins so.
    let indent = |document: &str, text: &str| {
        let (before, _) = document.split_once(&format!(">{text}<")).unwrap();
        let (_, paragraph) = before.rsplit_once("<w:p>").unwrap();
        let (_, indent) = paragraph.split_once("<w:ind w:left=\"")?;
        indent.split('"').next().unwrap().parse::<u32>().ok()
    };
    let long = "BAN TUYÊN GIÁO THÀNH ỦY";
    // In a column of 4,022 twentieths of a point, BAN TUYÊN GIÁO fits between the indents, and with THÀNH it does not.
    assert!(indent(&document(long), long).is_some_and(|indent| (400..900).contains(&indent)));
    assert_eq!(indent(&document("QUẬN ỦY"), "QUẬN ỦY"), None);
}
