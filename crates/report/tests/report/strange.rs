//! Texts that would be something else elsewhere stay texts here.

use crate::gathered::{excerpt, sample};
use report::chosen::{Excerpt, ExcerptKind};
use report::document::{Content, Document};
use report::plain;

const HOSTILE: [&str; 9] = [
    "=HYPERLINK(\"http://x\",\"y\")",
    "+1-1",
    "@SUM(A1)",
    "\t=1\t2",
    "<script>alert(1)</script>",
    "# I. Kết quả",
    "**đậm** [x](javascript:y)",
    "một\r\nhai\u{2028}ba\u{0}",
    "{{name}} %s ${x}",
];

/// Where headings stand, and which.
fn headings(document: &Document) -> Vec<String> {
    let of = document.blocks().filter_map(|block| match &block.content {
        Content::Heading { text, .. } => Some(text.clone()),
        _ => None,
    });
    of.collect()
}

#[test]
fn whatever_an_officer_chose_stays_a_text() {
    let mut gathered = sample();
    let units = gathered.units(2);
    let before = headings(&gathered.report());
    let kinds = [
        ExcerptKind::Result,
        ExcerptKind::Limitation,
        ExcerptKind::ObjectiveCause,
        ExcerptKind::SubjectiveCause,
        ExcerptKind::Step,
        ExcerptKind::Proposal,
    ];
    for kind in kinds {
        for (at, text) in HOSTILE.iter().enumerate() {
            let id = format!("{kind:?}-{at}");
            let one = excerpt(&id, kind, "1.1", text, &units);
            gathered.choose(Excerpt { owner: (*text).into(), level: (*text).into(), ..one });
        }
    }
    let document = gathered.report();
    // Proposals to a level that the directive does not have are open, as others are.
    assert_eq!(headings(&document), before);
    let items = document.paragraphs().filter(|one| one.id.contains("/item/")).count();
    assert_eq!(items, kinds.len() * HOSTILE.len());
    let controls = |text: &str| text.chars().any(|letter| letter.is_control() && letter != '\n');
    assert!(document.paragraphs().all(|one| !controls(&one.text)));
    let text = plain::text(&document);
    assert!(text.contains("- <script>alert(1)</script> (2 đơn vị nêu"));
    assert!(text.contains("\n  hai\n  ba"), "what stands in several lines stands in");
}

#[test]
fn tables_are_handed_out_without_formulas_and_a_row_is_a_line() {
    let mut gathered = sample();
    for file in &mut gathered.files {
        for (at, (_, answer)) in (0..).zip(file.words.answers.clone().iter()) {
            let mut answer = answer.clone();
            answer.limitations = HOSTILE[at % HOSTILE.len()].into();
            for step in &mut answer.next_steps {
                step.task = HOSTILE[at % HOSTILE.len()].into();
            }
            let id = file.words.answers.keys().nth(at).unwrap().clone();
            file.words.answers.insert(id, answer);
        }
    }
    let document = gathered.report();
    let tables = plain::tables(&document);
    assert_eq!(tables.len(), 6);
    let formula = |cell: &str| cell.trim_start_matches('"').starts_with(['=', '+', '@', '\t']);
    for (heading, csv) in &tables {
        assert!(csv.starts_with('\u{feff}'), "{heading:?}");
        assert!(!csv.lines().flat_map(|line| line.split(',')).any(formula), "{heading:?}");
    }
    let text = plain::text(&document);
    let rows: usize = document.tables().map(|table| table.rows.len()).sum();
    let is_row = |line: &&str| line.contains('\t') && !line.contains("(1)\t") && !line.starts_with(['S', 'N', 'Y']);
    assert_eq!(text.lines().filter(is_row).count(), rows);
}

#[test]
fn a_gathering_of_nothing_has_a_report_with_dashes() {
    let mut gathered = sample();
    gathered.files.clear();
    gathered.settings.sample = false;
    gathered.settings.name = String::new();
    gathered.roster.units.clear();
    let text = plain::text(&gathered.report());
    for part in [
        "DỰ THẢO\n\nTHÀNH ỦY CẦN THƠ\nBAN TUYÊN GIÁO THÀNH ỦY\nSố",
        "Tổng hợp kết quả thực hiện Công văn 1022-CV/TU\n",
        "có 0/0 đơn vị gửi báo cáo, đạt –",
        "không có đơn vị thuộc phạm vi đã gửi báo cáo (0/0, –).",
        "Có 0/0 đơn vị được tổng hợp (–) nêu hạn chế",
        "Không còn đơn vị chưa gửi báo cáo.",
        "Không có nhiệm vụ, giải pháp.",
        "; 0 tệp được tính; mã đối chiếu ",
    ] {
        assert!(text.contains(part), "{part}");
    }
    assert!(!text.contains("BẢN MẪU") && !text.contains("0,00"));
}
