//! Mistakes are undone from the history, and a shared machine keeps nothing.

use e2e::prelude::*;
use e2e::product::{self, UNIT};
use serde_json::json;

const FIRST: &str = "Lần đầu: đã ban hành kế hoạch.";
const SECOND: &str = "Lần sau: đã sơ kết.";

/// A draft with a kept state: `FIRST` stood in it when it was deleted and brought back, `SECOND` stands there now.
async fn a_draft_with_a_past(page: &Page) -> Result<String> {
    let draft = product::begin(page).await?;
    let card = product::requirement(page, "1.1").await?;
    card.fill("Kết quả", FIRST).await?;
    product::is_saved(page).await?;
    page.click("link", "Tự đánh giá").await?;
    page.click("button", "Xóa bản nháp của Quận ủy Ninh Kiều").await?;
    page.click("button", "Hoàn tác").await?;
    page.inside("region", "Bản nháp trên máy này").await?.click("link", UNIT).await?;
    page.by_role("heading", "Phần chung").await?;
    product::go_to(page, "Nhiệm vụ 1").await?;
    product::requirement(page, "1.1").await?.fill("Kết quả", SECOND).await?;
    product::is_saved(page).await?;
    Ok(draft)
}

async fn holds(page: &Page, draft: &str, text: &str) -> Result<()> {
    page.open(&product::address(draft, "nhiem-vu/1")).await?;
    product::requirement(page, "1.1").await?.holds("Kết quả", text).await
}

async fn a_kept_state_is_looked_at_restored_and_the_restore_undone(page: &Page) -> Result<()> {
    let draft = a_draft_with_a_past(page).await?;
    page.click("link", "Lịch sử").await?;
    page.route_is(&product::address(&draft, "lich-su")).await?;
    page.focus_is("heading", "Lịch sử bản nháp").await?;
    page.sees("trước khi xóa").await?;
    page.sees("Khác bản hiện nay ở 1 chỗ, trong 1 yêu cầu").await?;
    page.sees("Yêu cầu 1.1 – Kết quả").await?;

    page.click("link", matches("^Xem bản \\d\\d:\\d\\d \\d\\d/\\d\\d/\\d{4}$")).await?;
    page.sees("Chỉ để xem").await?;
    page.sees(FIRST).await?;
    page.sees_no(SECOND).await?;
    let looked_at = page.route().await?;
    page.back().await?;
    page.focus_is("heading", "Lịch sử bản nháp").await?;
    page.forward().await?;
    page.sees(FIRST).await?;
    page.reload().await?;
    page.route_is(&looked_at).await?;
    page.sees(FIRST).await?;

    page.click("button", matches("^Khôi phục bản \\d")).await?;
    page.sees("Đã khôi phục bản").await?;
    page.route_is(&product::address(&draft, "lich-su")).await?;
    page.sees("trước khi khôi phục").await?;
    page.sees("Giống bản hiện nay.").await?;
    product::is_saved(page).await?;
    product::go_to(page, "Nhiệm vụ 1").await?;
    product::requirement(page, "1.1").await?.holds("Kết quả", FIRST).await?;
    page.click("button", "Hoàn tác").await?;
    product::requirement(page, "1.1").await?.holds("Kết quả", SECOND).await?;
    product::is_saved(page).await?;
    holds(page, &draft, SECOND).await
}

async fn a_restore_needs_no_mouse_and_outlives_the_browser(page: &mut Page) -> Result<()> {
    let draft = a_draft_with_a_past(page).await?;
    page.open(&product::address(&draft, "lich-su")).await?;
    page.focus_is("heading", "Lịch sử bản nháp").await?;
    let restore = page.by_role("button", matches("^Khôi phục bản \\d")).await?.name().await?;
    for _ in 0..20 {
        page.press("Tab").await?;
        if page.focused().await?.name == restore {
            break;
        }
    }
    page.focus_is("button", matches("^Khôi phục bản \\d")).await?;
    page.press("Enter").await?;
    page.focus_is("region", "Thông báo").await?;
    product::is_saved(page).await?;
    page.kill();
    page.reopen(&product::address(&draft, "nhiem-vu/1")).await?;
    product::requirement(page, "1.1").await?.holds("Kết quả", FIRST).await?;
    page.open(&product::address(&draft, "lich-su")).await?;
    page.sees("trước khi khôi phục").await?;
    page.sees("Khác bản hiện nay ở 1 chỗ").await
}

async fn no_barrier_in_the_history_and_the_removal(page: &Page) -> Result<()> {
    let draft = a_draft_with_a_past(page).await?;
    let history = product::address(&draft, "lich-su");
    for (colours, width) in [(Colours::Light, 1280), (Colours::Dark, 360)] {
        page.colours(colours).await?;
        page.viewport(width, 800).await?;
        page.open(&history).await?;
        page.by_role("button", matches("^Khôi phục bản \\d")).await?;
        page.axe_is_clean().await?;
        page.click("link", matches("^Xem bản \\d")).await?;
        page.sees("Chỉ để xem").await?;
        page.axe_is_clean().await?;
        page.open(&product::address(&draft, "xuat")).await?;
        page.click("button", "Xuất và xóa khỏi máy này").await?;
        page.focus_is("heading", "Bạn đã thấy tệp chưa?").await?;
        page.axe_is_clean().await?;
        page.click("button", "Không xóa").await?;
        page.focus_is("button", "Xuất và xóa khỏi máy này").await?;
    }
    page.viewport(1280, 800).await?;
    page.open(&history).await?;
    page.click("button", "English").await?;
    page.by_role("heading", "History of the draft").await?;
    page.by_role("button", matches("^Restore the state of \\d")).await?;
    page.sees("Differs from now in 1 place, in 1 requirement").await
}

/// Everything in every store of this origin, as one text.
const STORES: &str = "const answer = (request) => new Promise((done, fail) => {
    request.onsuccess = () => done(request.result);
    request.onerror = () => fail(request.error);
});
return (async () => {
    const found = { local: { ...localStorage }, session: { ...sessionStorage }, databases: {} };
    for (const { name } of await indexedDB.databases()) {
        const database = await answer(indexedDB.open(name));
        for (const store of database.objectStoreNames) {
            const read = () => database.transaction(store).objectStore(store);
            found.databases[`${name}:${store}`] = [await answer(read().getAllKeys()), await answer(read().getAll())];
        }
        database.close();
    }
    return JSON.stringify(found);
})();";

/// Puts a copy that cannot be read into both stores, as the product does with a damaged record.
const PLANT: &str = "const [id, text] = arguments;
localStorage.setItem(`directive-assessment/1022-CV/TU/draft/unreadable-${id}-0a1b2c3d`, text);
return new Promise((done, fail) => {
    const request = indexedDB.open('directive-assessment/1022-CV/TU');
    request.onerror = () => fail(request.error);
    request.onsuccess = () => {
        const transaction = request.result.transaction('drafts', 'readwrite');
        transaction.objectStore('drafts').put({ id: `unreadable-${id}-0a1b2c3d`, generation: 1, text });
        transaction.oncomplete = () => { request.result.close(); done(null); };
        transaction.onabort = () => fail(transaction.error);
    };
});";

async fn stores(page: &Page) -> Result<String> {
    Ok(page.script(STORES, &[]).await?.as_str().context("the stores as a text")?.to_owned())
}

async fn export_and_remove_leaves_nothing_in_any_store(page: &Page) -> Result<()> {
    let draft = a_draft_with_a_past(page).await?;
    page.script(PLANT, &[json!(draft), json!("{hỏng: Ninh Kiều")]).await?;
    page.open(&product::address(&draft, "xuat")).await?;
    page.reload().await?;
    let before = stores(page).await?;
    // The draft, its mirror and its history hold these; a history that is kept elsewhere would not be looked at.
    for (part, times) in [(FIRST, 1), (SECOND, 2), ("hỏng: Ninh Kiều", 2), (":snapshots", 1), ("/draft/", 2)] {
        ensure!(before.matches(part).count() >= times, "{part:?} not {times} times in {before}");
    }

    page.click("button", "Xuất và xóa khỏi máy này").await?;
    let file = page.downloaded(".json").await?;
    page.focus_is("heading", "Bạn đã thấy tệp chưa?").await?;
    let question = page.inside("group", "Bạn đã thấy tệp chưa?").await?;
    question.sees(&file.name).await?;
    ensure!(stores(page).await?.contains(SECOND), "nothing goes before the person has said so");
    question.click("button", "Đã thấy tệp, xóa khỏi máy này").await?;
    page.sees("Đã xóa khỏi máy này mọi bản lưu của").await?;
    page.route_is("#/tu-danh-gia").await?;
    page.sees("Chưa có bản nháp nào").await?;

    page.reload().await?;
    page.sees("Chưa có bản nháp nào").await?;
    let after = stores(page).await?;
    for part in [FIRST, SECOND, "Ninh Kiều", "ninh-kieu", draft.as_str(), "hỏng"] {
        ensure!(!after.contains(part), "{part:?} is left in {after}");
    }

    ensure!(product::assessment(&file)?.to_string().contains(SECOND));
    page.choose_files("Chọn tệp đã xuất", &[Upload::json(&file.name, file.bytes.clone())]).await?;
    page.click("button", "Nhập").await?;
    page.by_role("heading", "Phần chung").await?;
    holds(page, &product::draft(page).await?, SECOND).await
}

/// A window that holds the journal open in its first version, and lets go of nothing.
const HOLD: &str = "return new Promise((done, fail) => {
    const request = indexedDB.open('directive-assessment/1022-CV/TU', 1);
    request.onupgradeneeded = () => request.result.createObjectStore('drafts', { keyPath: 'id' });
    request.onsuccess = () => { window.held = request.result; done(null); };
    request.onerror = () => fail(request.error);
});";

async fn an_old_window_that_holds_the_journal_open_holds_up_nothing(page: &Page) -> Result<()> {
    page.server.put("old.html", "<!doctype html><title>old</title>");
    page.visit(&page.server.url("old.html")).await?;
    page.script(HOLD, &[]).await?;
    let old = page.window().await?;
    let new = page.new_window().await?;
    page.switch_to(&new).await?;
    let draft = a_draft_with_a_past(page).await?;
    page.open(&product::address(&draft, "lich-su")).await?;
    page.by_role("button", matches("^Khôi phục bản \\d")).await?;
    page.close_window(&old).await
}

e2e::tests!(
    a_kept_state_is_looked_at_restored_and_the_restore_undone,
    a_restore_needs_no_mouse_and_outlives_the_browser,
    no_barrier_in_the_history_and_the_removal,
    export_and_remove_leaves_nothing_in_any_store,
    an_old_window_that_holds_the_journal_open_holds_up_nothing,
);
