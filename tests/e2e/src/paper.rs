//! A print of a page, read back.

use anyhow::{Context, Result, ensure};
use std::{fs, path::Path, process::Command};

/// A page of paper.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sheet {
    /// What can be read on it, line by line.
    pub text: String,
    /// Whether it is wider than high.
    pub is_across: bool,
}

/// Reads the pages of a PDF, which is left in that file.
pub(crate) fn sheets(pdf: &[u8], file: &Path) -> Result<Vec<Sheet>> {
    fs::write(file, pdf).with_context(|| format!("cannot write {}", file.display()))?;
    let text = read_by("pdftotext", &["-enc", "UTF-8", "-layout"], file, &["-"])?;
    let sizes = read_by("pdfinfo", &["-f", "1", "-l", "1000"], file, &[])?;
    // `Page    2 size:  595.92 x 842.88 pts (A4)`
    let is_across = sizes.lines().filter_map(|line| {
        let (_, size) = line.strip_prefix("Page ")?.split_once("size:")?;
        let mut numbers = size.split_whitespace().filter_map(|word| word.parse::<f64>().ok());
        Some(numbers.next()? > numbers.next()?)
    });
    let is_across: Vec<bool> = is_across.collect();
    // The end of each page is a form feed.
    let texts: Vec<&str> = text.split_terminator('\u{c}').collect();
    ensure!(texts.len() == is_across.len(), "{} texts of {} pages in {}", texts.len(), is_across.len(), file.display());
    let sheet = |(text, is_across): (&str, bool)| Sheet { text: text.to_owned(), is_across };
    let sheets: Vec<Sheet> = texts.into_iter().zip(is_across).map(sheet).collect();
    ensure!(!sheets.is_empty(), "there is no page in {}", file.display());
    Ok(sheets)
}

fn read_by(program: &str, options: &[&str], file: &Path, rest: &[&str]) -> Result<String> {
    let output = Command::new(program).args(options).arg(file).args(rest).output();
    let output = output.with_context(|| format!("cannot start {program}, of Debian's package poppler-utils"))?;
    ensure!(output.status.success(), "{program}: {}", String::from_utf8_lossy(&output.stderr));
    Ok(String::from_utf8(output.stdout)?)
}
