//! A page is left in the middle of its work, returned to, or has a database that never answers: nobody waits for ever, and nothing
//! typed is lost.

use e2e::prelude::*;
use e2e::{portal, product};

const TEXT: &str = "Đã tổ chức 04 hội nghị quán triệt; 1.245 lượt cán bộ, đảng viên tham dự.";

async fn begin(page: &Page) -> Result<String> {
    let draft = product::begin(page).await?;
    product::is_saved(page).await?;
    Ok(product::address(&draft, "nhiem-vu/1"))
}

/// Browsers may keep a page that was left as it stood, with the locks that it has on its database.
async fn a_page_that_is_left_holds_up_no_other(page: &Page) -> Result<()> {
    let here = begin(page).await?;
    let mut typed = String::new();
    for round in 1..=4 {
        let card = product::requirement(page, "1.1").await?;
        card.field("Kết quả").await?.focus().await?;
        page.press("End").await?;
        let more = format!("Lần {round}: {TEXT} ");
        page.type_text(&more).await?;
        typed.push_str(&more);
        // Now, while what was typed last is on its way.
        page.visit(&page.server.url("kiem-tra.html")).await?;
        page.open(&here).await?;
        product::requirement(page, "1.1").await?.holds("Kết quả", &typed).await?;
        journal_answers(page).await?;
    }
    page.open("").await?;
    page.sees_no("đã được sửa ở hai cửa sổ cùng lúc").await
}

/// Holds that the journal can be read, which a page that was left may prevent.
async fn journal_answers(page: &Page) -> Result<()> {
    let read = "return new Promise((told) => {
        const [refuse, opening] = [() => told('refused'), indexedDB.open('directive-assessment/1022-CV/TU')];
        opening.onerror = refuse;
        opening.onsuccess = () => {
            const reading = opening.result.transaction('drafts').objectStore('drafts').count();
            reading.onerror = refuse;
            reading.onsuccess = () => {
                opening.result.close();
                told('answers');
            };
        };
        setTimeout(told, 5000, 'silent');
    })";
    let said = page.script(read, &[]).await?;
    ensure!(said == "answers", "the journal is {said}");
    Ok(())
}

async fn a_page_that_is_come_back_to_shows_what_was_saved_since(page: &Page) -> Result<()> {
    let here = begin(page).await?;
    page.visit(&page.server.url("kiem-tra.html")).await?;
    page.visit(&page.server.url(&here)).await?;
    page.ready().await?;
    product::requirement(page, "1.1").await?.fill("Kết quả", TEXT).await?;
    product::is_saved(page).await?;
    product::into_another_page(page, async || {
        page.back().await?;
        page.back().await
    })
    .await?;
    product::requirement(page, "1.1").await?.holds("Kết quả", TEXT).await?;
    product::requirement(page, "1.1").await?.fill("Hạn chế, khó khăn", TEXT).await?;
    product::is_saved(page).await?;
    page.sees_no("Bản tách ra").await
}

/// The database is there, and whatever is asked of it is never answered.
const SILENT: &str = "const silent = () => new EventTarget();
    IDBFactory.prototype.open = silent;";

async fn a_database_that_never_answers_keeps_nobody_waiting(page: &Page) -> Result<()> {
    wait_up_to(Duration::from_secs(20));
    page.server.put("/portal/silent.js", SILENT);
    let tag = "<directive-assessment unit=\"quan-uy-ninh-kieu\" routing=\"hash\"></directive-assessment>";
    portal::open(page, "<script src=\"silent.js\"></script>", tag).await?;
    page.ready().await?;
    page.inside("article", matches("^Nhiệm vụ 1:")).await?.click("button", "Tự đánh giá").await?;
    product::requirement(page, "1.1").await?.fill("Kết quả", TEXT).await?;
    product::is_saved(page).await?;
    page.reload().await?;
    page.ready().await?;
    product::requirement(page, "1.1").await?.holds("Kết quả", TEXT).await
}

e2e::tests!(
    a_page_that_is_left_holds_up_no_other,
    a_page_that_is_come_back_to_shows_what_was_saved_since,
    a_database_that_never_answers_keeps_nobody_waiting,
);
