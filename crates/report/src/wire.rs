//! A paper or a workbook as bytes: from the program that has the numbers to the one that writes files, which may be another memory. Both
//! are of one release.

use crate::around::{Addressees, Closing, Head, Recipients, Signature};
use crate::paper::{Grid, GridColumn, GridRow, Paper, Part, Piece, Side};
use crate::workbook::{Sheet, SheetRow, SheetTable, Value, Workbook};
use domain::date::Date;
use gathering::bytes::{In, Out};
use gathering::percent::Percent;
use json::Limits;

/// With what the bytes of a paper begin.
const PAPER: &[u8] = b"paper 1\n";
/// With what the bytes of a workbook begin.
const WORKBOOK: &[u8] = b"workbook 1\n";

/// A paper as bytes.
#[must_use]
pub fn written_paper(paper: &Paper) -> Vec<u8> {
    let mut out = Out(PAPER.to_vec());
    out.text(&paper.title);
    out.text(&json::canonical(&json::written(paper.profile.clone())));
    write_texts(&mut out, &paper.marks);
    out.text(&paper.footer);
    out.list(&paper.parts, |out, part| {
        out.byte(u8::from(part.is_across));
        out.list(&part.pieces, write_piece);
    });
    out.0
}

/// A paper out of the bytes of [`written_paper`]; nothing where they are not all there, or others.
#[must_use]
pub fn read_paper(bytes: &[u8]) -> Option<Paper> {
    let mut from = In(bytes.strip_prefix(PAPER)?);
    let paper = Paper {
        title: from.owned()?,
        profile: json::read_as(json::read(from.bytes()?, &Limits::STORE).ok()?).ok()?,
        marks: from.list(In::owned)?,
        footer: from.owned()?,
        parts: from.list(|from| Some(Part { is_across: is(from)?, pieces: from.list(read_piece)? }))?,
    };
    from.0.is_empty().then_some(paper)
}

/// A workbook as bytes.
#[must_use]
pub fn written_workbook(workbook: &Workbook) -> Vec<u8> {
    let mut out = Out(WORKBOOK.to_vec());
    out.text(&workbook.title);
    write_texts(&mut out, &workbook.marks);
    out.list(&workbook.sheets, |out, sheet| {
        out.text(&sheet.name);
        out.list(&sheet.facts, |out, (label, value)| {
            out.text(label);
            out.text(value);
        });
        write_texts(out, &sheet.rows.columns);
        out.number(sheet.rows.fixed);
        out.list(&sheet.rows.rows, |out, row| {
            out.byte(u8::from(row.is_total));
            out.list(&row.values, write_value);
        });
    });
    out.0
}

/// A workbook out of the bytes of [`written_workbook`]; nothing where they are not all there, or others.
#[must_use]
pub fn read_workbook(bytes: &[u8]) -> Option<Workbook> {
    let mut from = In(bytes.strip_prefix(WORKBOOK)?);
    let workbook = Workbook { title: from.owned()?, marks: from.list(In::owned)?, sheets: from.list(read_sheet)? };
    from.0.is_empty().then_some(workbook)
}

/// A file that was written, with how many characters it could not hold.
#[must_use]
pub fn written_file(replaced: u32, file: &[u8]) -> Vec<u8> {
    let mut out = Out::default();
    out.number(replaced);
    out.0.extend_from_slice(file);
    out.0
}

/// How many characters a file could not hold, and the file, out of the bytes of [`written_file`].
#[must_use]
pub fn read_file(bytes: &[u8]) -> Option<(u32, &[u8])> {
    let mut from = In(bytes);
    Some((from.number()?, from.0))
}

fn read_sheet(from: &mut In<'_>) -> Option<Sheet> {
    let (name, facts) = (from.owned()?, from.list(|from| Some((from.owned()?, from.owned()?)))?);
    let row = |from: &mut In<'_>| Some(SheetRow { is_total: is(from)?, values: from.list(read_value)? });
    let rows = SheetTable { columns: from.list(In::owned)?, fixed: from.number()?, rows: from.list(row)? };
    Some(Sheet { name, facts, rows })
}

fn write_value(out: &mut Out, value: &Value) {
    match value {
        Value::Empty => out.byte(0),
        Value::Text(text) => {
            out.byte(1);
            out.text(text);
        }
        Value::Number(number) => {
            out.byte(2);
            out.number(*number);
        }
        Value::Rate(rate) => {
            out.byte(3);
            out.number(rate.0);
        }
        Value::Day(day) => {
            out.byte(4);
            out.text(&day.to_iso());
        }
    }
}

fn read_value(from: &mut In<'_>) -> Option<Value> {
    Some(match from.byte()? {
        0 => Value::Empty,
        1 => Value::Text(from.owned()?),
        2 => Value::Number(from.number()?),
        3 => Value::Rate(Percent(from.number()?)),
        4 => Value::Day(Date::from_iso(from.text()?)?),
        _ => return None,
    })
}

fn write_piece(out: &mut Out, piece: &Piece) {
    let mut text = |kind: u8, text: &str| {
        out.byte(kind);
        out.text(text);
    };
    match piece {
        Piece::Title(kind, subject) => {
            text(0, kind);
            out.text(subject);
        }
        Piece::Paragraph(paragraph) => text(1, paragraph),
        Piece::Item(item) => text(2, item),
        Piece::Note(note) => text(3, note),
        Piece::Annex(heading) => text(4, heading),
        Piece::Heading(level, heading) => {
            text(5, heading);
            out.number(*level);
        }
        Piece::Table(grid) => {
            text(6, &grid.caption);
            write_grid(out, grid);
        }
        Piece::Head(head) => {
            text(7, &head.superior);
            write_texts(out, &[head.issuer.clone(), head.number.clone(), head.place_and_date.clone()]);
            write_texts(out, &head.motto);
        }
        Piece::Addressees(to) => {
            text(8, &to.label);
            write_texts(out, &to.lines);
        }
        Piece::Closing(Closing { signature, recipients }) => {
            text(9, &recipients.label);
            write_texts(out, &recipients.lines);
            write_texts(out, &[signature.authority.clone(), signature.position.clone(), signature.name.clone()]);
        }
    }
}

fn read_piece(from: &mut In<'_>) -> Option<Piece> {
    let (kind, text) = (from.byte()?, from.owned()?);
    Some(match kind {
        0 => Piece::Title(text, from.owned()?),
        1 => Piece::Paragraph(text),
        2 => Piece::Item(text),
        3 => Piece::Note(text),
        4 => Piece::Annex(text),
        5 => Piece::Heading(from.number()?, text),
        6 => Piece::Table(Grid { caption: text, ..read_grid(from)? }),
        7 => {
            let [issuer, number, place_and_date] = from.list(In::owned)?.try_into().ok()?;
            Piece::Head(Head { superior: text, issuer, number, place_and_date, motto: from.list(In::owned)? })
        }
        8 => Piece::Addressees(Addressees { label: text, lines: from.list(In::owned)? }),
        9 => {
            let recipients = Recipients { label: text, lines: from.list(In::owned)? };
            let [authority, position, name] = from.list(In::owned)?.try_into().ok()?;
            Piece::Closing(Closing { signature: Signature { authority, position, name }, recipients })
        }
        _ => return None,
    })
}

fn write_grid(out: &mut Out, grid: &Grid) {
    out.list(&grid.columns, |out, column| {
        out.text(&column.name);
        out.text(&column.number);
        out.number(column.width);
        out.byte(match column.side {
            Side::Left => 0,
            Side::Middle => 1,
            Side::Right => 2,
        });
    });
    out.list(&grid.rows, |out, row| {
        out.byte(u8::from(row.is_total));
        write_texts(out, &row.cells);
    });
}

/// All of a table but its caption.
fn read_grid(from: &mut In<'_>) -> Option<Grid> {
    let column = |from: &mut In<'_>| {
        let (name, number, width) = (from.owned()?, from.owned()?, from.number()?);
        let side = match from.byte()? {
            0 => Side::Left,
            1 => Side::Middle,
            2 => Side::Right,
            _ => return None,
        };
        Some(GridColumn { name, number, width, side })
    };
    let columns = from.list(column)?;
    let rows = from.list(|from| Some(GridRow { is_total: is(from)?, cells: from.list(In::owned)? }))?;
    Some(Grid { caption: String::new(), columns, rows })
}

fn write_texts(out: &mut Out, texts: &[String]) {
    out.list(texts, |out, text| out.text(text));
}

fn is(from: &mut In<'_>) -> Option<bool> {
    match from.byte()? {
        0 => Some(false),
        1 => Some(true),
        _ => None,
    }
}
