//! Documents and workbooks of the board: loaded when they are asked for, made in a worker where there can be one, and handed out.

use e2e::prelude::*;
use e2e::{Download, product};

/// The sample gathering, at its report.
async fn at_report(page: &Page) -> Result<()> {
    page.open("#/tong-hop").await?;
    page.click("button", "Xem đợt mẫu").await?;
    page.sees("chưa rõ của đơn vị nào").await?;
    page.inside("navigation", "Các phần của đợt tổng hợp").await?.click("link", "Báo cáo").await?;
    page.sees("Căn cứ Công văn 1022-CV/TU").await
}

async fn made(page: &Page, button: &str, ending: &str) -> Result<Download> {
    page.click("button", button).await?;
    let file = page.downloaded(ending).await?;
    page.sees("Đã xuất tệp vào thư mục tải xuống").await?;
    Ok(file)
}

/// An archive with parts of these names. How they are read is tried natively, and that every engine writes the same bytes in the tests of
/// the crate `office`.
fn is_whole(file: &Download, name: &str, parts: &[&str]) -> Result<()> {
    let has = |part: &str| file.bytes.windows(part.len()).any(|bytes| bytes == part.as_bytes());
    ensure!(file.name.contains(name) && file.name.contains("ban-mau"), "{}", file.name);
    ensure!(file.bytes.starts_with(b"PK\x03\x04") && has("PK\x05\x06"), "{} is no whole archive", file.name);
    ensure!(parts.iter().all(|part| has(part)), "{} lacks one of {parts:?}", file.name);
    Ok(())
}

async fn loaded(page: &Page) -> Result<i64> {
    let count = "return performance.getEntriesByType('resource').filter(({ name }) => name.includes('office')).length";
    page.script(count, &[]).await?.as_i64().context("a number")
}

async fn the_report_and_the_numbers_are_handed_out(page: &Page) -> Result<()> {
    at_report(page).await?;
    ensure!(loaded(page).await? == 0, "what was not asked for is loaded");
    let document = made(page, "Tải Word", ".docx").await?;
    is_whole(&document, "bao-cao-tong-hop", &["word/document.xml", "word/styles.xml"])?;
    let workbook = made(page, "Tải Excel", ".xlsx").await?;
    is_whole(&workbook, "so-lieu-tong-hop", &["xl/workbook.xml", "xl/worksheets/sheet8.xml"])?;
    ensure!(made(page, "Tải Word", ".docx").await?.bytes == document.bytes, "the same report is another file");
    page.axe_is_clean().await?;
    page.inside("navigation", "Các phần của đợt tổng hợp").await?.click("link", "Toàn cảnh").await?;
    ensure!(
        made(page, "Tải Excel", ".xlsx").await?.bytes == workbook.bytes,
        "the first screen hands out another workbook"
    );
    Ok(())
}

/// What is not as it was released does not write: without the program there is no file, and without the worker the page writes.
async fn changed_files_do_not_write(page: &Page) -> Result<()> {
    page.allow("");
    page.server.hide("sw.js");
    at_report(page).await?;
    for name in ["office.js", "office_bg.wasm"] {
        let bytes = [product::file(name)?, b"\n\0changed".to_vec()].concat();
        page.server.put(name, bytes);
        page.click("button", "Tải Word").await?;
        page.sees("Không lập được tệp Word, Excel").await.with_context(|| name.to_owned())?;
        page.click("button", "Đóng thông báo").await?;
        page.server.put(name, product::file(name)?);
    }
    let worker = "office-worker.js";
    page.server.put(worker, [b"self.tampered = true;".to_vec(), product::file(worker)?].concat());
    let document = made(page, "Tải Word", ".docx").await?;
    is_whole(&document, "bao-cao-tong-hop", &["word/document.xml"])?;
    page.server.put(worker, product::file(worker)?);
    ensure!(
        made(page, "Tải Word", ".docx").await?.bytes == document.bytes,
        "the page writes other bytes than the worker"
    );
    Ok(())
}

e2e::tests!(the_report_and_the_numbers_are_handed_out, changed_files_do_not_write);
