//! What an attacker may have written is text, in every file.

use crate::docx::{is_said, official, read, said};
use crate::gathered::sample;
use crate::package::{assert_tells_nothing, part, parts};
use crate::sample::{profile, workbook_of};
use crate::xlsx::{sheet_of, strings, texts_of, written};
use domain::assessment::{Assessment, NextStep, Proposal};
use domain::directive::Directive;
use domain::tidy::tidied;
use office::docx::docx;
use office::xlsx::xlsx;
use report::on_paper::on_paper;
use report::paper::{Grid, GridColumn, GridRow, Paper, Part, Piece};
use report::profile::Profile;
use report::unit::{Particulars, UnitInput, document};
use report::workbook::{Value, Workbook};
use std::collections::BTreeSet;

/// What would be a formula, a field, a link or a command elsewhere.
const MORE: [&str; 14] = [
    "=HYPERLINK(\"http://x\",\"y\")",
    "=cmd|'/c calc'!A0",
    "+1+1",
    "-1",
    "@SUM(A1)",
    "\t=1",
    "{=1}",
    "http://x.example/",
    "mailto:a@b.example",
    "{ HYPERLINK \"http://x\" }",
    "{ DDEAUTO c:\\\\windows\\\\system32\\\\cmd.exe }",
    "_x0041__x000D_",
    "]]></w:t><w:fldSimple w:instr=\"DATE\"/>",
    "  hai đầu  ",
];

/// The texts of the end-to-end tests: what a unit may send.
fn texts() -> Vec<String> {
    let lines = include_str!("../../../../tests/e2e/src/hostile/payloads.jsonl").lines();
    let mut texts: Vec<String> = lines
        .map(|line| {
            let line: serde_json::Value = serde_json::from_str(line).unwrap();
            let part = |name: &str| line.get(name).and_then(serde_json::Value::as_str).unwrap_or_default();
            [part("text"), &part("add").repeat(100)].concat()
        })
        .collect();
    assert!(texts.len() > 500);
    texts.extend(MORE.map(str::to_owned));
    // Every scalar that there is, a thousand in a text.
    let scalars: Vec<char> = ('\0'..=char::MAX).collect();
    texts.extend(scalars.chunks(1000).map(|some| some.iter().collect::<String>()));
    texts
}

/// How a text is read back: what no XML holds is replaced, and any end of a line is one.
fn read_back(text: &str) -> String {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    text.replace(
        |one: char| one < ' ' && one != '\n' && one != '\t' || matches!(one, '\u{fffe}' | '\u{ffff}'),
        "\u{fffd}",
    )
}

fn paper(texts: &[String]) -> Paper {
    let pieces = texts.iter().flat_map(|text| {
        let column = GridColumn { name: text.clone(), width: 1, ..GridColumn::default() };
        let rows = vec![GridRow { is_total: true, cells: vec![text.clone()] }];
        [
            Piece::Title(text.clone(), text.clone()),
            Piece::Annex(text.clone()),
            Piece::Heading(1, text.clone()),
            Piece::Paragraph(text.clone()),
            Piece::Item(text.clone()),
            Piece::Note(text.clone()),
            Piece::Table(Grid { caption: text.clone(), columns: vec![column], rows }),
        ]
    });
    let around =
        texts.iter().flat_map(|text| official(profile(""), |_| text.clone()).parts).flat_map(|part| part.pieces);
    let parts = vec![Part { is_across: false, pieces: pieces.chain(around).collect() }];
    Paper { title: texts.concat(), marks: texts.to_vec(), footer: texts.concat(), parts, profile: profile("") }
}

/// The report of a unit that writes such texts wherever it can write.
pub(crate) fn units_paper(profile: Profile) -> Paper {
    units_paper_of(profile, &texts())
}

fn units_paper_of(profile: Profile, texts: &[String]) -> Paper {
    let mut more = texts.iter().cycle();
    let mut next = || more.next().cloned().unwrap_or_default();
    let mut unit = Assessment { overall: next(), ..domain::sample::built_in() };
    unit.unit.name = next();
    unit.period.label = next();
    for answer in unit.answers.values_mut() {
        for text in [&mut answer.results, &mut answer.limitations, &mut answer.no_evidence_reason] {
            *text = next();
        }
        (answer.causes.objective, answer.causes.subjective) = (next(), next());
        answer.next_steps.push(NextStep {
            id: next(),
            task: next(),
            owner: next(),
            result: next(),
            ..NextStep::default()
        });
    }
    for entry in &mut unit.evidence {
        for text in [&mut entry.number, &mut entry.issuer, &mut entry.summary, &mut entry.section, &mut entry.url] {
            *text = next();
        }
    }
    unit.proposals = texts.iter().map(|text| Proposal { text: text.clone(), ..Proposal::default() }).collect();
    let particulars = Particulars {
        profile: profile.id.clone(),
        superior: next(),
        issuer: next(),
        symbol: next(),
        place: next(),
        addressees: [next(), next()].join("\n"),
        authority: next(),
        position: next(),
        name: next(),
        recipients: [next(), next()].join("\n"),
        ..Particulars::default()
    };
    let directive = Directive::built_in().unwrap();
    let input = UnitInput { directive: &directive, assessment: &unit, profile: &profile, particulars: &particulars };
    on_paper(&document(&input), profile.clone())
}

/// The workbook of a gathering whose units do.
pub(crate) fn gathered_workbook() -> Workbook {
    let (texts, mut gathered) = (texts(), sample());
    let mut more = texts.iter().cycle();
    let mut next = || more.next().cloned().unwrap_or_default();
    gathered.settings.name = MORE[1].into();
    for file in &mut gathered.files {
        file.received.facts.unit.name = next();
        for answer in file.words.answers.values_mut() {
            answer.limitations = next();
            answer.next_steps.iter_mut().for_each(|step| (step.task, step.owner) = (next(), next()));
        }
        file.words.proposals.push(Proposal { id: "q".into(), text: next(), ..Proposal::default() });
    }
    workbook_of(&gathered)
}

/// The names of all elements of a part, and the instructions of its fields.
fn marks(xml: &str) -> Vec<String> {
    let mut marks: Vec<String> = xml
        .split('<')
        .skip(1)
        .map(|rest| rest.split([' ', '>']).next().unwrap().trim_matches('/').to_owned())
        .collect();
    marks.sort();
    marks.dedup();
    marks
}

#[test]
fn in_a_document_they_are_text_and_nothing_but_text() {
    let texts = texts();
    let made = docx(&paper(&texts)).unwrap();
    let mut expected = said(&paper(&texts));
    for (_, text) in &mut expected {
        *text = read_back(text);
    }
    // What is said nowhere is not told apart from what is not there.
    expected.retain(is_said);
    let document = part(&made.bytes, "word/document.xml");
    let read = read(&document);
    for (read, expected) in read.iter().zip(&expected) {
        assert_eq!(read, expected);
    }
    assert_eq!(read.len(), expected.len());
    assert!(made.replaced > 0);
    let tame = docx(&paper(&["chữ".to_owned(), "hai\ndòng\tvà".to_owned()])).unwrap();
    for (name, text) in parts(&tame.bytes) {
        assert_eq!(marks(&part(&made.bytes, &name)), marks(&text), "{name}");
    }
    for name in ["word/header2.xml", "word/footer1.xml", "docProps/core.xml"] {
        let text = part(&made.bytes, name);
        assert!(text.contains("&lt;script&gt;") && !text.contains("<script"), "{name}");
    }
}

#[test]
fn in_a_workbook_they_are_text_and_nothing_but_text() {
    let texts = texts();
    let borrowed: Vec<&str> = texts.iter().map(String::as_str).collect();
    let made = xlsx(sheet_of(&borrowed), &mut |_, _| {}).unwrap();
    let read = texts_of(&made.bytes, texts.len());
    for (text, read) in texts.iter().zip(&read) {
        // A cell keeps either end of a line.
        let expected = text.replace(
            |one: char| one < ' ' && !matches!(one, '\n' | '\r' | '\t') || matches!(one, '\u{fffe}' | '\u{ffff}'),
            "\u{fffd}",
        );
        assert_eq!(*read, expected, "{text:?}");
    }
    for (name, text) in parts(&made.bytes) {
        assert!(!text.contains("<f>") && !text.contains("<f ") && !text.contains("<hyperlink"), "{name}");
        assert!(!name.contains("external") && !name.contains("_rels/sheet"), "{name}");
    }
    let controls = texts.iter().flat_map(|text| text.chars());
    let wrong = controls
        .filter(|one| *one < ' ' && !matches!(one, '\n' | '\r' | '\t') || matches!(one, '\u{fffe}' | '\u{ffff}'));
    assert_eq!(made.replaced as usize, wrong.count());
}

#[test]
fn what_would_become_a_formula_once_it_is_edited_is_marked_as_text() {
    let made = xlsx(sheet_of(&["=1+1", "một"]), &mut |_, _| {}).unwrap();
    let sheet = part(&made.bytes, "xl/worksheets/sheet1.xml");
    let styles = part(&made.bytes, "xl/styles.xml");
    let looks: Vec<&str> = styles.split_once("<cellXfs").unwrap().1.split("<xf ").skip(1).collect();
    let look = |cell: &str| {
        let style = sheet.split_once(&format!("<c r=\"{cell}\" s=\"")).unwrap().1.split('"').next().unwrap();
        looks[style.parse::<usize>().unwrap()].contains("quotePrefix=\"1\"")
    };
    assert!(look("A2") && !look("A3"));
}

#[test]
fn in_a_units_report_they_are_text_and_nothing_but_text() {
    let tame = docx(&units_paper_of(profile(""), &["chữ".to_owned(), "hai\ndòng".to_owned()])).unwrap();
    for id in ["party-36-hd-vptw", "state-30-2020-nd-cp"] {
        let paper = units_paper(profile(id));
        let made = docx(&paper).unwrap();
        let mut expected = said(&paper);
        expected.retain(is_said);
        let read = read(&part(&made.bytes, "word/document.xml"));
        for (read, expected) in read.iter().zip(&expected) {
            assert_eq!(read, expected);
        }
        assert_eq!((read.len(), made.replaced), (expected.len(), 0));
        for (name, _) in parts(&tame.bytes) {
            let [known, found] = [&tame, &made].map(|made| marks(&part(&made.bytes, &name)));
            assert!(found.iter().all(|mark| known.contains(mark)), "{id}: {name}: {found:?}");
        }
        // What a unit's text loses on its way is what its form takes out too, as it says there.
        let read: BTreeSet<&str> = read.iter().map(|(_, text)| text.as_str()).collect();
        for text in texts() {
            for line in tidied(text.trim()).split(['\n', '\r']).filter(|line| !line.is_empty()) {
                assert!(read.contains(line.replace('\t', " ").as_str()), "{id}: {line:?}");
            }
        }
    }
}

#[test]
fn in_the_workbook_of_a_gathering_they_are_text_and_nothing_but_text() {
    let workbook = gathered_workbook();
    let bytes = written(&workbook);
    let read = strings(&bytes);
    let mut hostile = 0;
    for sheet in &workbook.sheets {
        for value in sheet.rows.rows.iter().flat_map(|row| &row.values) {
            let Value::Text(text) = value else { continue };
            hostile += usize::from(text.starts_with('=') || text.contains("<script"));
            assert!(text.encode_utf16().count() > 32_767 || read.contains(text), "{}: {text:?}", sheet.name);
        }
    }
    assert!(hostile > 10 && read.contains(MORE[1]), "{hostile}");
    for (name, text) in parts(&bytes) {
        assert!(!text.contains("<f>") && !text.contains("<f ") && !text.contains("<hyperlink"), "{name}");
    }
    assert_tells_nothing(&bytes);
}
