//! The product as one file: from a disk or a USB stick, without a server, and with a draft in it.

use e2e::prelude::*;
use e2e::{Download, product};
use std::path::PathBuf;

const TEXT: &str = "Đã tổ chức 04 hội nghị quán triệt </script><!--report--> <b>.";

/// A file on the disk, which goes when it is dropped.
struct OnDisk(PathBuf);

impl OnDisk {
    fn new(copy: &Download) -> Result<Self> {
        let path = std::env::temp_dir().join(format!("{}-{}", std::process::id(), copy.name));
        std::fs::write(&path, &copy.bytes)?;
        Ok(Self(path))
    }

    fn address(&self) -> String {
        format!("file://{}", self.0.display())
    }
}

impl Drop for OnDisk {
    fn drop(&mut self) {
        // What is left behind in the temporary folder harms nobody.
        let _ = std::fs::remove_file(&self.0);
    }
}

fn address() -> Result<String> {
    Ok(format!("file://{}", e2e::built_page()?.with_file_name("directive-assessment.html").display()))
}

/// Begins a draft on the page that is open, with an answer that would end the elements which it is kept in.
async fn begin(page: &Page) -> Result<()> {
    page.ready().await?;
    product::begin_here(page).await?;
    product::requirement(page, "1.1").await?.fill("Kết quả", TEXT).await
}

async fn holds(page: &Page) -> Result<()> {
    product::go_to(page, "Nhiệm vụ 1").await?;
    product::requirement(page, "1.1").await?.holds("Kết quả", TEXT).await
}

/// Files that are opened from a disk may read each other's stores: the file says what to do with one that others have sent.
async fn says_to_import_what_others_send(page: &Page) -> Result<()> {
    page.visit(&address()?).await?;
    page.ready().await?;
    page.sees("nhập, không mở").await?;
    page.sees("do not open it").await?;
    page.sees_no("mở hay nhập").await
}

async fn works_from_a_disk(page: &Page) -> Result<()> {
    // WebKit may keep the page that was left, and its lock on the database: the product waits for that only so long.
    wait_up_to(Duration::from_secs(30));
    page.visit(&address()?).await?;
    begin(page).await?;
    product::is_saved(page).await?;
    page.click("link", "Kiểm tra và xuất").await?;
    let file = product::export(page).await?;
    let found = product::assessment(&file)?;
    ensure!(found.pointer("/answers/1.1/results").is_some_and(|text| text == TEXT), "in the file: {found}");
    page.visit(&address()?).await?;
    page.ready().await?;
    page.click("link", "Tự đánh giá").await?;
    page.click("link", product::UNIT).await?;
    holds(page).await?;
    let requests = page.server.requests();
    ensure!(requests.is_empty(), "a file asked for {requests:?}");
    Ok(())
}

/// What the copy has for machines: an exported file.
fn data(copy: &Download) -> Result<Download> {
    let (_, rest) = copy.text()?.split_once("id=\"directive-assessment-data\">").context("no data")?;
    let (data, _) = rest.split_once("</script>").context("no end of the data")?;
    Ok(Download { name: copy.name.clone(), bytes: data.as_bytes().to_vec() })
}

/// The copy opens from a disk with the draft in it, which is offered and not taken in by itself; it goes on from there, and
/// into another copy.
async fn goes_on(page: &Page, copy: &Download) -> Result<()> {
    let on_disk = OnDisk::new(copy)?;
    page.visit(&on_disk.address()).await?;
    page.ready().await?;
    let review = page.inside("region", "Xem trước tệp").await?;
    review.sees(product::UNIT).await?;
    page.axe_is_clean().await?;
    review.click("button", "Nhập").await?;
    holds(page).await?;
    let second = product::save_page(page).await?;
    let (one, two) = (product::assessment(&data(copy)?)?, product::assessment(&data(&second)?)?);
    ensure!(one.get("answers") == two.get("answers"), "{one} became {two}");
    ensure!(second.bytes.len() < copy.bytes.len() + 2_000, "a copy of a copy holds both");
    Ok(())
}

async fn carries_a_draft(page: &Page) -> Result<()> {
    page.open("").await?;
    begin(page).await?;
    product::is_saved(page).await?;
    let copy = product::save_page(page).await?;
    page.click("link", "Kiểm tra và xuất").await?;
    let file = product::export(page).await?;
    let (carried, mut exported) = (product::assessment(&data(&copy)?)?, product::assessment(&file)?);
    // The copy came first.
    let based_on = exported.as_object_mut().and_then(|fields| fields.remove("basedOn")).context("no chain")?;
    let digest: serde_json::Value = serde_json::from_str(data(&copy)?.text()?)?;
    ensure!(based_on == serde_json::json!([digest.get("sha256")]), "{based_on}");
    ensure!(carried == exported, "the copy has {carried}, the file {exported}");
    // Who has no use for the program reads the same as a document.
    let (_, document) = copy.text()?.split_once("<!--report-->").context("no document")?;
    let (document, _) = document.split_once("<!--/report-->").context("no end of the document")?;
    ensure!(document.contains("quán triệt &lt;/script&gt;"), "the document lacks the answer: {document}");
    goes_on(page, &copy).await
}

e2e::tests!(says_to_import_what_others_send, works_from_a_disk, carries_a_draft);
