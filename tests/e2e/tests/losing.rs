//! Ways in which words were once lost, in real browsers; `crates/app/tests/stories/losing.rs` has all of them.

use e2e::prelude::*;
use e2e::product::{self, UNIT};
use std::fs;

const FIRST: &str = "Đã tổ chức 04 hội nghị quán triệt.";
const SECOND: &str = "Viết tiếp ở cửa sổ hai.";
const THIRD: &str = "Và thêm ở cửa sổ một.";

/// The page's databases are there, and whatever is asked of them is not answered in this visit.
const SILENT: &str = "IDBFactory.prototype.open = () => new EventTarget();";

/// Has that script run before any other of the page, and nothing come from the worker.
fn begin_with(page: &Page, script: &str) -> Result<()> {
    page.server.hide("sw.js");
    page.server.put("first.js", script);
    let index = fs::read_to_string(page.server.root().join("index.html"))?;
    page.server
        .put("index.html", index.replacen("<meta charset", "<script src=\"first.js\"></script><meta charset", 1));
    Ok(())
}

async fn holds(page: &Page, text: &str) -> Result<()> {
    product::requirement(page, "1.1").await?.holds("Kết quả", text).await
}

async fn writes(page: &Page, text: &str) -> Result<()> {
    product::requirement(page, "1.1").await?.fill("Kết quả", text).await?;
    product::is_saved(page).await
}

/// Nothing is said or begun before the stores were read; what is begun without the journal takes no other draft's place.
async fn a_slow_database_is_shown_as_such_and_hides_no_draft_for_good(page: &Page) -> Result<()> {
    page.allow("");
    wait_up_to(Duration::from_secs(20));
    begin_with(page, "")?;
    let first = product::begin(page).await?;
    writes(page, FIRST).await?;
    page.script("localStorage.clear()", &[]).await?;

    begin_with(page, SILENT)?;
    page.visit(&page.server.url("kiem-tra.html")).await?;
    page.visit(&page.server.url("#/tu-danh-gia")).await?;
    page.sees("Đang mở các bản nháp đã lưu trên máy này").await?;
    page.sees_no("Chưa có bản nháp nào").await?;
    ensure!(page.all_by_role("button", "Chọn tệp đã xuất").await?.is_empty(), "nothing is begun before that");
    page.ready().await?;
    page.sees("Nơi lưu chính của trình duyệt chưa trả lời").await?;
    page.axe_is_clean().await?;
    product::choose_unit(page, product::UNIT_TYPED, UNIT).await?;
    page.click("button", "Bắt đầu").await?;
    page.by_role("heading", "Phần chung").await?;
    product::go_to(page, "Nhiệm vụ 1").await?;
    writes(page, SECOND).await?;
    let second = product::draft(page).await?;
    ensure!(second != first, "an id of its own");

    begin_with(page, "")?;
    for (draft, text) in [(first, FIRST), (second, SECOND)] {
        page.open(&product::address(&draft, "nhiem-vu/1")).await?;
        page.reload().await?;
        holds(page, text).await?;
    }
    Ok(())
}

/// A draft that was removed here and that another window goes on with is a draft again, in both windows and in both stores.
async fn what_another_window_types_after_a_removal_stays(page: &Page) -> Result<()> {
    let draft = product::begin(page).await?;
    writes(page, FIRST).await?;
    let here = page.window().await?;
    let there = page.new_window().await?;
    page.open(&product::address(&draft, "nhiem-vu/1")).await?;
    holds(page, FIRST).await?;

    page.switch_to(&here).await?;
    page.click("link", "Kiểm tra và xuất").await?;
    page.click("button", "Xuất và xóa khỏi máy này").await?;
    page.downloaded(".json").await?;
    page.click("button", "Đã thấy tệp, xóa khỏi máy này").await?;
    page.sees("Đã xóa khỏi máy này mọi bản lưu của").await?;

    page.switch_to(&there).await?;
    writes(page, SECOND).await?;
    page.switch_to(&here).await?;
    page.inside("region", "Bản nháp trên máy này").await?.click("link", UNIT).await?;
    product::go_to(page, "Nhiệm vụ 1").await?;
    holds(page, SECOND).await?;
    writes(page, THIRD).await?;
    let stored = product::stored(page).await?;
    let held = stored.iter().filter(|one| one.id == draft && one.results() == Some(THIRD)).count();
    ensure!(held == 2, "both stores have it: {stored:?}");
    page.reload().await?;
    holds(page, THIRD).await
}

/// The page around the element takes its time with the file; what is typed meanwhile is not in it.
async fn what_was_typed_while_the_file_was_on_its_way_is_an_edit_since(page: &Page) -> Result<()> {
    product::begin(page).await?;
    writes(page, FIRST).await?;
    let slow = "addEventListener('directive-assessment-export', (event) => {
        event.preventDefault();
        event.detail.waitUntil(new Promise((done) => { window.take = done; }));
    });";
    product::play(page, "slow.js", slow).await?;
    page.click("link", "Kiểm tra và xuất").await?;
    page.click("button", "Xuất và xóa khỏi máy này").await?;
    product::go_to(page, "Nhiệm vụ 1").await?;
    writes(page, SECOND).await?;
    page.script("window.take()", &[]).await?;
    page.sees("Đã chuyển").await?;
    page.click("link", "Tự đánh giá").await?;
    page.inside("region", "Bản nháp trên máy này").await?.sees("1 chỗ đã sửa kể từ lần xuất").await?;
    page.sees_no("Đã xóa khỏi máy này").await
}

/// Of a database that cannot be opened nobody knows what is in it.
async fn nothing_is_called_removed_that_could_not_be_looked_at(page: &Page) -> Result<()> {
    let draft = product::begin(page).await?;
    writes(page, FIRST).await?;
    page.click("link", "Kiểm tra và xuất").await?;
    page.click("button", "Xuất và xóa khỏi máy này").await?;
    page.downloaded(".json").await?;
    let refused = "IDBDatabase.prototype.transaction = IDBFactory.prototype.open = () => {
        throw new DOMException('gone', 'UnknownError');
    };";
    product::play(page, "refused.js", refused).await?;
    page.click("button", "Đã thấy tệp, xóa khỏi máy này").await?;
    // Whether its connection was still open, each browser decides.
    let said = "return document.querySelector('directive-assessment').shadowRoot.querySelector('#notices').textContent";
    eventually("what was not removed", async || {
        let said = page.script(said, &[]).await?;
        let is_said = |text: &str| said.as_str().is_some_and(|said| said.contains(text));
        Ok(is_said("Chưa xóa gì của") || is_said("Chưa chắc đã xóa hết"))
    })
    .await?;
    page.sees_no("Đã xóa khỏi máy này").await?;
    page.reload().await?;
    page.open(&product::address(&draft, "nhiem-vu/1")).await?;
    holds(page, FIRST).await
}

e2e::tests!(
    a_slow_database_is_shown_as_such_and_hides_no_draft_for_good,
    what_another_window_types_after_a_removal_stays,
    what_was_typed_while_the_file_was_on_its_way_is_an_edit_since,
    nothing_is_called_removed_that_could_not_be_looked_at,
);
