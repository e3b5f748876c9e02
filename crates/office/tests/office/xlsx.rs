//! Workbooks, read back by calamine.

use crate::package::{assert_tells_nothing, part, parts};
use crate::sample::workbook;
use calamine::{Data, DataType as _, Range, Reader, Xlsx};
use domain::date::Date;
use gathering::percent::Percent;
use office::xlsx::xlsx;
use report::workbook::{Sheet, SheetRow, SheetTable, Value, Workbook};
use std::collections::BTreeSet;
use std::io::Cursor;

type Read = Xlsx<Cursor<Vec<u8>>>;

pub(crate) fn written(workbook: &Workbook) -> Vec<u8> {
    xlsx(workbook.clone(), &mut |_, _| {}).unwrap().bytes
}

fn open(bytes: &[u8]) -> Read {
    calamine::open_workbook_from_rs(Cursor::new(bytes.to_vec())).unwrap()
}

fn cell(range: &Range<Data>, row: usize, column: usize) -> Data {
    range.get_value((u32::try_from(row).unwrap(), u32::try_from(column).unwrap())).cloned().unwrap_or_default()
}

/// All texts of all cells.
pub(crate) fn strings(bytes: &[u8]) -> BTreeSet<String> {
    let mut read = open(bytes);
    let ranges = read.worksheets();
    let cells = ranges.iter().flat_map(|(_, range)| range.used_cells());
    cells.filter_map(|(_, _, cell)| cell.get_string().map(str::to_owned)).collect()
}

/// A sheet of one column of texts.
pub(crate) fn sheet_of(texts: &[&str]) -> Workbook {
    let row = |text: &&str| SheetRow { is_total: false, values: vec![Value::Text((*text).to_owned())] };
    let rows = SheetTable { columns: vec!["Nội dung".into()], fixed: 0, rows: texts.iter().map(row).collect() };
    Workbook { sheets: vec![Sheet { name: "Chữ".into(), rows, ..Sheet::default() }], ..Workbook::default() }
}

/// The texts of the sheet of [`sheet_of`], each out of the cells that it takes.
pub(crate) fn texts_of(bytes: &[u8], rows: usize) -> Vec<String> {
    let range = open(bytes).worksheet_range("Chữ").unwrap();
    let columns = range.width();
    let text = |row: usize| (0..columns).map(|column| cell(&range, row + 1, column).to_string()).collect::<String>();
    (0..rows).map(text).collect()
}

#[test]
fn every_value_is_read_back_as_what_it_is() {
    let workbook = workbook();
    let bytes = written(&workbook);
    let mut read = open(&bytes);
    let names: Vec<String> = workbook.sheets.iter().map(|sheet| sheet.name.clone()).collect();
    assert_eq!(read.sheet_names(), names);
    assert_eq!(names.len(), 8);
    let (mut days, mut rates, mut numbers) = (0, 0, 0);
    for sheet in &workbook.sheets {
        let range = read.worksheet_range(&sheet.name).unwrap();
        let head = if sheet.facts.is_empty() { 0 } else { sheet.facts.len() + 1 };
        for (row, (label, value)) in sheet.facts.iter().enumerate() {
            assert_eq!(
                (cell(&range, row, 0).to_string(), cell(&range, row, 1).to_string()),
                (label.clone(), value.clone())
            );
        }
        for (column, name) in sheet.rows.columns.iter().enumerate() {
            assert_eq!(cell(&range, head, column), Data::String(name.clone()));
        }
        for (row, one) in sheet.rows.rows.iter().enumerate() {
            for (column, value) in one.values.iter().enumerate() {
                let read = cell(&range, head + 1 + row, column);
                match value {
                    Value::Empty => assert_eq!(read, Data::Empty),
                    Value::Text(text) => assert_eq!(read, Data::String(text.clone())),
                    Value::Number(number) => {
                        numbers += 1;
                        assert_eq!(read, Data::Float(f64::from(*number)));
                    }
                    Value::Rate(Percent(rate)) => {
                        rates += 1;
                        assert_eq!(read, Data::Float(f64::from(*rate) / 10_000.0));
                    }
                    Value::Day(day) => {
                        days += 1;
                        let Data::DateTime(read) = read else { panic!("{read:?} is no day") };
                        let (year, month, day_of_month, ..) = read.to_ymd_hms_milli();
                        assert_eq!(Date::new(year, month, day_of_month), Some(*day));
                    }
                }
            }
        }
    }
    assert!(days > 50 && rates > 20 && numbers > 200, "{days} {rates} {numbers}");
    assert_tells_nothing(&bytes);
}

#[test]
fn lists_can_be_filtered_and_their_heads_stay() {
    let workbook = workbook();
    let bytes = written(&workbook);
    for (at, sheet) in workbook.sheets.iter().enumerate() {
        let xml = part(&bytes, &format!("xl/worksheets/sheet{}.xml", at + 1));
        let is_list = sheet.facts.is_empty();
        assert_eq!(xml.contains("<autoFilter ref=\"A1:"), is_list, "{}", sheet.name);
        assert_eq!(xml.contains("ySplit=\"1\"") && xml.contains("state=\"frozen\""), is_list, "{}", sheet.name);
        assert!(xml.contains("<cols>") && xml.contains("orientation=\"landscape\""));
        assert!(xml.contains("DỰ THẢO  BẢN MẪU"));
    }
    for (name, text) in parts(&bytes) {
        assert!(!text.contains("<f>") && !text.contains("<f ") && !text.contains("<hyperlink"), "{name}");
    }
}

#[test]
fn the_same_workbook_gives_the_same_bytes() {
    let workbook = workbook();
    assert_eq!(written(&workbook), written(&workbook.clone()));
}

#[test]
fn a_text_that_no_cell_holds_goes_on_in_columns_that_say_so() {
    let long = ["Nội dung rất dài 😀 ", &"à".repeat(33)].concat().repeat(1500);
    let texts = ["ngắn", &long, "=1+1"];
    let workbook = sheet_of(&texts);
    let bytes = written(&workbook);
    assert_eq!(texts_of(&bytes, texts.len()), texts);
    let range = open(&bytes).worksheet_range("Chữ").unwrap();
    let heads: Vec<String> = (0..range.width()).map(|column| cell(&range, 0, column).to_string()).collect();
    assert_eq!(heads, ["Nội dung", "Nội dung (tiếp)", "Nội dung (tiếp 2)"]);
}

#[test]
fn rows_that_no_sheet_holds_go_on_in_the_next_one() {
    let rows = vec![SheetRow { is_total: false, values: vec![Value::Number(1)] }; 1_048_580];
    let rows = SheetTable { columns: vec!["STT".into()], fixed: 0, rows };
    let sheets = vec![Sheet { name: "Dòng".into(), rows, ..Sheet::default() }];
    let mut told = Vec::new();
    let bytes =
        xlsx(Workbook { sheets, ..Workbook::default() }, &mut |done, all| told.push((done, all))).unwrap().bytes;
    let mut read = open(&bytes);
    assert_eq!(read.sheet_names(), ["Dòng", "Dòng (tiếp)"]);
    let heights = ["Dòng", "Dòng (tiếp)"].map(|name| read.worksheet_range(name).unwrap().height());
    assert_eq!(heights, [1_048_576, 6]);
    assert!(told.is_sorted() && told.first() == Some(&(0, 1_048_580)) && told.last() == Some(&(1_048_580, 1_048_580)));
}

#[test]
fn a_workbook_without_rows_has_its_heads() {
    let bytes = written(&sheet_of(&[]));
    assert_eq!(open(&bytes).worksheet_range("Chữ").unwrap().get_size(), (1, 1));
    assert!(!written(&Workbook::default()).is_empty());
}
