//! A workbook as a file for spreadsheets (SpreadsheetML).

mod cells;
mod heights;
mod looks;
mod pieces;
mod writer;

use crate::clean::Cleaner;
use crate::{Fault, Made};
use cells::Column;
use looks::Looks;
use report::texts::workbook as texts;
use report::workbook::{Sheet, SheetRow, Workbook};
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook as Book, Worksheet};
use writer::Writer;

/// So many rows has a sheet at most.
const MOST_ROWS: usize = 1_048_576;
/// The paper on which a sheet is printed: A4.
const A4: u8 = 9;
/// After so many rows it is told how far the writing has come.
const PACE: usize = 1000;

/// Writes a workbook, and lets go of each sheet once it is put in: they are large. Of `tell` each call says how many rows of how many were put in; the file itself comes after the last of them.
///
/// # Errors
/// Where it is larger than a file can be.
pub fn xlsx(workbook: Workbook, tell: &mut dyn FnMut(usize, usize)) -> Result<Made, Fault> {
    let mut cleaner = Cleaner::default();
    let mut book = Book::new();
    let looks = Looks::new();
    // The format begins with that day; when it was written is nobody's concern.
    let then = ExcelDateTime::from_ymd(1980, 1, 1)?;
    let title = cleaner.clean(&workbook.title).into_owned();
    book.set_properties(&DocProperties::new().set_title(title).set_creation_datetime(&then));
    let marks = cleaner.clean(&workbook.marks.join("  ")).replace('&', "&&");
    let all = workbook.sheets.iter().map(|sheet| sheet.rows.rows.len()).sum();
    let mut done = 0;
    tell(done, all);
    for sheet in workbook.sheets {
        let columns = cells::columns(&sheet.rows, &mut cleaner);
        let most = MOST_ROWS - 1 - above(&sheet);
        let mut portions = sheet.rows.rows.chunks(most);
        let mut at = 1;
        // A sheet without rows has its head.
        let mut portion = portions.next().or(Some(&[]));
        while let Some(rows) = portion {
            let to = book.add_worksheet();
            to.set_name(texts::part(&sheet.name, at))?;
            page(to, &marks);
            let mut writer = Writer { to, looks: &looks, cleaner: &mut cleaner };
            writer.write(&sheet, &columns, rows, &mut |rows| tell(done + rows, all))?;
            (done, at) = (done + rows.len(), at + 1);
            portion = portions.next();
        }
    }
    tell(all, all);
    let bytes = book.save_to_buffer()?;
    Ok(Made { bytes, replaced: cleaner.replaced })
}

/// How many rows stand above the names of the columns.
fn above(sheet: &Sheet) -> usize {
    if sheet.facts.is_empty() { 0 } else { sheet.facts.len() + 1 }
}

/// How a sheet is printed.
fn page(to: &mut Worksheet, marks: &str) {
    to.set_paper_size(A4).set_landscape().set_print_fit_to_pages(1, 0);
    to.set_header(["&L&A&R&\"Times New Roman,Bold\"", marks].concat()).set_footer("&C&P");
}

impl Writer<'_> {
    fn write(
        &mut self,
        sheet: &Sheet,
        columns: &[Column],
        rows: &[SheetRow],
        tell: &mut dyn FnMut(usize),
    ) -> Result<(), Fault> {
        for (row, (label, value)) in (0..).zip(&sheet.facts) {
            for (column, text, look) in [(0, label, &self.looks.label), (1, value, &self.looks.fact)] {
                let text = self.cleaner.clean(text);
                for (column, piece) in (column..).zip(pieces::pieces(&text)) {
                    self.to.write_string_with_format(row, column, piece, look)?;
                }
            }
        }
        let head = number(above(sheet));
        self.head(head, columns, &sheet.rows.columns)?;
        for (at, row) in rows.iter().enumerate() {
            self.row(head + 1 + number(at), row, columns)?;
            if at % PACE == PACE - 1 {
                tell(at + 1);
            }
        }
        let last = columns.last().map_or(0, Column::end).saturating_sub(1);
        if sheet.facts.is_empty() && !columns.is_empty() {
            // Of a text that takes several columns the first stays in sight.
            let fixed = columns.get(sheet.rows.fixed as usize).map_or(0, |column| column.at);
            self.to.set_freeze_panes(head + 1, fixed)?;
            self.to.set_repeat_rows(head, head)?;
            self.to.autofilter(head, 0, head + number(rows.len()), last)?;
        }
        Ok(())
    }

    fn head(&mut self, row: u32, columns: &[Column], names: &[String]) -> Result<(), Fault> {
        let mut lines = 1;
        for (column, name) in columns.iter().zip(names) {
            lines = lines.max(heights::lines(name, column.letters.saturating_sub(cells::BUTTON)));
            for part in 0..column.parts {
                let name = texts::part(&self.cleaner.clean(name), usize::from(part) + 1);
                self.to.write_string_with_format(row, column.at + part, name, &self.looks.head)?;
                self.to.set_column_width(column.at + part, column.width())?;
            }
        }
        self.to.set_row_height(row, heights::height(lines))?;
        Ok(())
    }
}

fn number(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}
