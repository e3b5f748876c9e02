//! A document and a workbook whose bytes are the same wherever they are written: their digests, which the tests of both worlds hold.

use domain::date::Date;
use gathering::percent::Percent;
use office::docx::docx;
use office::xlsx::xlsx;
use report::paper::{Grid, GridColumn, GridRow, Paper, Part, Piece, Side};
use report::profile::Profiles;
use report::workbook::{Sheet, SheetRow, SheetTable, Value, Workbook};
use sha2::{Digest, Sha256};

/// The digests of the document and of the workbook.
pub(crate) const DIGESTS: [&str; 2] = [
    "1eb833c1fd09e8269e0c78cbac552b3b0c9ff4be4a185b3f9c5b4216b21e9d07",
    "08538e24c8011aea49595d1b0c12e985fd81984f05c8b1a9c18f7d568971b530",
];

/// What is written here.
pub(crate) fn digests() -> [String; 2] {
    let document = docx(&paper()).unwrap().bytes;
    let workbook = xlsx(workbook(), &mut |_, _| {}).unwrap().bytes;
    [document, workbook].map(|bytes| Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect())
}

/// Words in which little repeats, so that packing them is work.
fn words(count: u32) -> String {
    let mut seed = 7_u32;
    let mut next = || {
        seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        seed >> 16
    };
    let syllables =
        ["thực", "hiện", "nghị", "quyết", "của", "Đảng", "đất đai", "quy hoạch", "1.245", "😀", "\u{202e}", "<&>"];
    let word = |_| [syllables[next() as usize % syllables.len()].to_owned(), (next() % 97).to_string()].join(" ");
    (0..count).map(word).collect::<Vec<_>>().join(" ")
}

fn paper() -> Paper {
    let column = |name: &str, side| GridColumn { name: name.into(), number: "(1)".into(), width: 9, side };
    let columns = vec![column("Đơn vị", Side::Left), column("Số", Side::Right)];
    let rows = (0..200)
        .map(|at: u32| GridRow { is_total: at.is_multiple_of(10), cells: vec![words(at % 7 + 1), at.to_string()] });
    let table = Grid { caption: words(3), columns, rows: rows.collect() };
    let pieces = vec![
        Piece::Title("BÁO CÁO".into(), words(9)),
        Piece::Heading(1, words(4)),
        Piece::Paragraph(words(3000)),
        Piece::Item(words(20)),
        Piece::Table(table),
    ];
    let parts = vec![Part { is_across: false, pieces }, Part { is_across: true, pieces: vec![Piece::Annex(words(2))] }];
    let profile = Profiles::built_in().unwrap().get("").unwrap().clone();
    Paper { title: words(3), profile, marks: vec!["DỰ THẢO".into()], footer: words(8), parts }
}

fn workbook() -> Workbook {
    let row = |at: u32| SheetRow {
        is_total: at.is_multiple_of(50),
        values: vec![
            Value::Number(at),
            Value::Text(words(at % 11 + 1)),
            Value::Rate(Percent(at * 37 % 10_001)),
            Value::Day(Date::new(2024, 1, u8::try_from(at % 31 + 1).unwrap()).unwrap()),
            Value::Empty,
        ],
    };
    let columns = ["STT", "Nội dung", "Tỷ lệ", "Ngày", "Ghi chú"].map(str::to_owned).to_vec();
    let rows = SheetTable { columns, fixed: 2, rows: (0..2000).map(row).collect() };
    let sheet = |name: &str, facts| Sheet { name: name.into(), facts, rows: rows.clone() };
    let sheets = vec![sheet("Tổng quan", vec![("Đợt".into(), words(3))]), sheet("Đơn vị", Vec::new())];
    Workbook { title: words(4), marks: vec!["BẢN MẪU".into()], sheets }
}
