//! Tables, whose heads stand again on each page.

use super::runs::runs;
use crate::xml::Xml;
use report::paper::{Grid, GridColumn, GridRow, Side};

/// A row with fewer letters stays on one page.
const SHORT: usize = 600;

/// Writes a table that is so wide.
pub(super) fn write(xml: &mut Xml, grid: &Grid, width: u32) {
    let widths = widths(grid, width);
    xml.mark(&format!(
        "<w:tbl><w:tblPr><w:tblStyle w:val=\"TableGrid\"/><w:tblW w:w=\"{width}\" w:type=\"dxa\"/><w:tblLayout w:type=\"fixed\"/>\
         <w:tblLook w:val=\"0020\" w:firstRow=\"1\" w:lastRow=\"0\" w:firstColumn=\"0\" w:lastColumn=\"0\" w:noHBand=\"1\" w:noVBand=\"1\"/>\
         </w:tblPr><w:tblGrid>"
    ));
    for width in &widths {
        xml.mark(&format!("<w:gridCol w:w=\"{width}\"/>"));
    }
    xml.mark("</w:tblGrid>");
    head(xml, &widths, grid.columns.iter().map(|column| &column.name), "<w:b/><w:bCs/>");
    if grid.columns.iter().any(|column| !column.number.is_empty()) {
        head(xml, &widths, grid.columns.iter().map(|column| &column.number), "<w:i/><w:iCs/>");
    }
    for one in &grid.rows {
        row(xml, &widths, &grid.columns, one);
    }
    xml.mark("</w:tbl>");
}

/// The width of each column; together they are as wide as the table.
fn widths(grid: &Grid, width: u32) -> Vec<u32> {
    let all = grid.columns.iter().map(|column| u64::from(column.width)).sum::<u64>().max(1);
    let part =
        |column: &GridColumn| u32::try_from(u64::from(width) * u64::from(column.width) / all).unwrap_or_default();
    let mut widths: Vec<u32> = grid.columns.iter().map(part).collect();
    let sum: u32 = widths.iter().sum();
    if let Some(last) = widths.last_mut() {
        *last += width.saturating_sub(sum);
    }
    widths
}

fn head<'a>(xml: &mut Xml, widths: &[u32], names: impl Iterator<Item = &'a String>, letters: &str) {
    xml.mark("<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>");
    for (width, name) in widths.iter().zip(names) {
        cell(xml, *width, name, Side::Middle, letters, true);
    }
    xml.mark("</w:tr>");
}

fn row(xml: &mut Xml, widths: &[u32], columns: &[GridColumn], row: &GridRow) {
    let letters: usize = row.cells.iter().map(String::len).sum();
    xml.mark(if letters < SHORT { "<w:tr><w:trPr><w:cantSplit/></w:trPr>" } else { "<w:tr>" });
    let bold = if row.is_total { "<w:b/><w:bCs/>" } else { "" };
    for (at, (width, column)) in widths.iter().zip(columns).enumerate() {
        let text = row.cells.get(at).map(String::as_str).unwrap_or_default();
        cell(xml, *width, text, column.side, bold, false);
    }
    xml.mark("</w:tr>");
}

fn cell(xml: &mut Xml, width: u32, text: &str, side: Side, letters: &str, is_head: bool) {
    xml.mark(&format!("<w:tc><w:tcPr><w:tcW w:w=\"{width}\" w:type=\"dxa\"/>"));
    xml.mark(if is_head { "<w:vAlign w:val=\"center\"/></w:tcPr>" } else { "</w:tcPr>" });
    xml.mark("<w:p><w:pPr><w:pStyle w:val=\"TableText\"/>");
    xml.mark(match side {
        Side::Left => "",
        Side::Middle => "<w:jc w:val=\"center\"/>",
        Side::Right => "<w:jc w:val=\"right\"/>",
    });
    xml.mark("</w:pPr>");
    runs(xml, text, letters);
    xml.mark("</w:p></w:tc>");
}
