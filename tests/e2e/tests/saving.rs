//! What the page calls saved is there: after a reload, a kill, a refusal, and a move of the element in its page.

use e2e::prelude::*;
use e2e::product::{self, UNIT};

const FIRST: &str = "Đã tổ chức 04 hội nghị quán triệt;\n1.245 lượt cán bộ, đảng viên tham dự.";
const SECOND: &str = "Ủy ban nhân dân quận rà soát 17 nội dung thuộc thẩm quyền.";

async fn survives_a_reload_and_a_kill(page: &mut Page) -> Result<()> {
    let draft = product::begin(page).await?;
    let here = product::address(&draft, "yeu-cau/1.2");
    product::contents(page).await?.click("link", has("1.2")).await?;
    page.route_is(&here).await?;
    product::requirement(page, "1.1").await?.fill("Kết quả", FIRST).await?;
    let second = product::requirement(page, "1.2").await?;
    second.click("radio", "Đang thực hiện").await?;
    second.click("button", "Thêm việc").await?;
    second.fill("Thời hạn", "31/9/2024").await?;
    // Not even waiting for the state: leaving the page saves too.
    page.reload().await?;
    page.route_is(&here).await?;
    product::requirement(page, "1.1").await?.holds("Kết quả", FIRST).await?;
    let second = product::requirement(page, "1.2").await?;
    second.holds("Thời hạn", "31/9/2024").await?;
    ensure!(second.by_role("radio", "Đang thực hiện").await?.is_checked().await?);
    eventually("the focus at the requirement", async || Ok(page.focused().await?.id == "requirement-1.2")).await?;

    second.fill("Kết quả", SECOND).await?;
    product::is_saved(page).await?;
    page.kill();
    page.reopen(&here).await?;
    let second = product::requirement(page, "1.2").await?;
    second.holds("Kết quả", SECOND).await?;
    product::requirement(page, "1.1").await?.holds("Kết quả", FIRST).await?;
    // With the time of day where one of the stores had lagged behind the other, and was filled again at the start.
    let state =
        "return document.querySelector('directive-assessment').shadowRoot.querySelector('#save-state').textContent";
    eventually("\"Đã lưu … trên máy này\"", async || {
        let state = page.script(state, &[]).await?;
        Ok(state.as_str().is_some_and(|state| state.starts_with("Đã lưu ") && state.ends_with("trên máy này")))
    })
    .await?;

    // The bare page knows the unit and its draft again.
    page.open("").await?;
    page.inside("article", matches("^Nhiệm vụ 1:")).await?.sees("1/4 yêu cầu").await
}

const BREAK: &str = "window.stored = [Storage.prototype.setItem, IDBObjectStore.prototype.put];
const full = () => { throw new DOMException('full', 'QuotaExceededError') };
Storage.prototype.setItem = full;
IDBObjectStore.prototype.put = full;";
const BREAK_MIRROR: &str = "window.stored = [Storage.prototype.setItem, IDBObjectStore.prototype.put];
Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError') };";
const MEND: &str = "[Storage.prototype.setItem, IDBObjectStore.prototype.put] = window.stored;";

async fn says_so_when_nothing_can_be_stored(page: &Page) -> Result<()> {
    product::begin(page).await?;
    let card = product::requirement(page, "1.1").await?;
    card.fill("Kết quả", FIRST).await?;
    product::is_saved(page).await?;
    product::play(page, "break.js", BREAK).await?;
    card.fill("Hạn chế, khó khăn", SECOND).await?;
    page.sees("CHƯA lưu – hãy xuất tệp").await?;
    let alert = page.by_role("alert", any()).await?.text().await?;
    ensure!(alert.contains("đã đầy") && alert.contains("hãy xuất tệp để giữ lại"), "{alert}");
    page.axe_is_clean().await?;

    page.click("link", "Kiểm tra và xuất").await?;
    let file = product::export(page).await?;
    let found = product::assessment(&file)?;
    let limitations = found.pointer("/answers/1.1/limitations");
    ensure!(limitations.is_some_and(|text| text == SECOND), "the file has what no store took: {found}");

    product::play(page, "mend.js", MEND).await?;
    product::is_saved(page).await?;
    page.sees_no("CHƯA lưu").await?;
    page.reload().await?;
    product::go_to(page, "Nhiệm vụ 1").await?;
    product::requirement(page, "1.1").await?.holds("Hạn chế, khó khăn", SECOND).await
}

async fn saves_in_the_store_that_is_left(page: &mut Page) -> Result<()> {
    let draft = product::begin(page).await?;
    product::is_saved(page).await?;
    product::play(page, "break.js", BREAK_MIRROR).await?;
    product::requirement(page, "1.1").await?.fill("Kết quả", FIRST).await?;
    page.sees("Một trong hai nơi lưu của trình duyệt không dùng được").await?;
    product::is_saved(page).await?;
    page.kill();
    page.reopen(&product::address(&draft, "nhiem-vu/1")).await?;
    product::requirement(page, "1.1").await?.holds("Kết quả", FIRST).await
}

async fn keeps_everything_when_it_is_moved_in_its_page(page: &Page) -> Result<()> {
    product::begin(page).await?;
    let card = product::requirement(page, "1.1").await?;
    card.fill("Kết quả", FIRST).await?;
    page.script("document.body.append(document.querySelector('directive-assessment'))", &[]).await?;
    page.ready().await?;
    let card = product::requirement(page, "1.1").await?;
    card.holds("Kết quả", FIRST).await?;
    card.field("Kết quả").await?.type_text(" Thêm.").await?;
    card.holds("Kết quả", &format!("{FIRST} Thêm.")).await?;
    product::is_saved(page).await?;
    page.reload().await?;
    product::requirement(page, "1.1").await?.holds("Kết quả", &format!("{FIRST} Thêm.")).await
}

/// Two windows on one draft: the one whose words no store has taken must not write over the other's work, and who types in it
/// must not be disturbed when that comes out.
async fn a_stale_window_overwrites_nothing(page: &Page) -> Result<()> {
    let draft = product::begin(page).await?;
    let here = product::address(&draft, "nhiem-vu/1");
    product::is_saved(page).await?;
    let first = page.window().await?;
    product::play(page, "break.js", BREAK).await?;
    let field = product::requirement(page, "1.1").await?.field("Kết quả").await?;
    field.type_like_unikey(SECOND).await?;
    page.sees("CHƯA lưu – hãy xuất tệp").await?;
    page.new_window().await?;
    page.open(&here).await?;
    product::requirement(page, "1.1").await?.fill("Kết quả", FIRST).await?;
    product::is_saved(page).await?;

    page.switch_to(&first).await?;
    product::play(page, "mend.js", MEND).await?;
    page.sees("đã được sửa ở một cửa sổ khác").await?;
    product::is_saved(page).await?;
    product::requirement(page, "1.1").await?.holds("Kết quả", SECOND).await?;
    let field = product::requirement(page, "1.1").await?.field("Kết quả").await?;
    // On in the same field.
    field.type_text(" Thêm.").await?;
    let mine = format!("{SECOND} Thêm.");
    product::requirement(page, "1.1").await?.holds("Kết quả", &mine).await?;
    product::is_saved(page).await?;
    page.reload().await?;
    ensure!(product::draft(page).await? != draft, "the copy is a draft of its own");
    product::requirement(page, "1.1").await?.holds("Kết quả", &mine).await?;
    page.open(&here).await?;
    product::requirement(page, "1.1").await?.holds("Kết quả", FIRST).await?;
    page.click("link", "Tự đánh giá").await?;
    let drafts = page.inside("region", "Bản nháp trên máy này").await?;
    drafts.sees("Bản tách ra lúc").await?;
    eventually("both drafts", async || Ok(drafts.all_by_role("link", UNIT).await?.len() == 2)).await
}

/// Nothing is edited here, so what another window saves is shown as it comes, and no conflict comes of it.
async fn a_window_shows_what_another_has_saved(page: &Page) -> Result<()> {
    let draft = product::begin(page).await?;
    let here = product::address(&draft, "nhiem-vu/1");
    product::is_saved(page).await?;
    let first = page.window().await?;
    page.new_window().await?;
    let second = {
        page.open(&here).await?;
        product::requirement(page, "1.1").await?.fill("Kết quả", FIRST).await?;
        product::is_saved(page).await?;
        page.window().await?
    };
    page.switch_to(&first).await?;
    product::requirement(page, "1.1").await?.holds("Kết quả", FIRST).await?;
    product::requirement(page, "1.2").await?.fill("Kết quả", SECOND).await?;
    product::is_saved(page).await?;
    page.switch_to(&second).await?;
    product::requirement(page, "1.2").await?.holds("Kết quả", SECOND).await?;
    product::requirement(page, "1.1").await?.holds("Kết quả", FIRST).await?;
    page.sees_no("cửa sổ khác").await?;
    ensure!(product::draft(page).await? == draft, "it is the one draft still");
    Ok(())
}

/// A window that is left for another keeps its field, and gets the focus back in it: what was saved meanwhile stands there
/// before anything is typed. The windows of a driven browser may all have the focus at once, so the events are sent.
async fn a_field_that_is_come_back_to_shows_what_another_has_saved(page: &Page) -> Result<()> {
    let draft = product::begin(page).await?;
    let first = page.window().await?;
    let field = product::requirement(page, "1.1").await?.field("Kết quả").await?;
    field.type_text("Một. ").await?;
    product::is_saved(page).await?;
    field.script("arguments[0].dispatchEvent(new FocusEvent('blur'))").await?;
    page.new_window().await?;
    page.open(&product::address(&draft, "nhiem-vu/1")).await?;
    let other = product::requirement(page, "1.1").await?;
    other.holds("Kết quả", "Một. ").await?;
    other.field("Kết quả").await?.type_text("Hai. ").await?;
    other.fill("Hạn chế, khó khăn", SECOND).await?;
    product::is_saved(page).await?;
    page.switch_to(&first).await?;
    // Where nobody has been, the other's state is to be seen.
    product::requirement(page, "1.1").await?.holds("Hạn chế, khó khăn", SECOND).await?;
    field.script("arguments[0].dispatchEvent(new FocusEvent('focus'))").await?;
    // Key by key: typing into an element would first take the focus from it and give it back.
    page.type_text("Ba. ").await?;
    product::is_saved(page).await?;
    let stored = product::stored(page).await?;
    let has_all = |one: &product::Stored| {
        ["Một. ", "Hai. ", "Ba. "].iter().all(|word| one.results().is_some_and(|text| text.contains(word)))
    };
    ensure!(stored.iter().any(has_all), "each word that was saved is in a record: {stored:?}");
    Ok(())
}

const NEWER: &str = "window.newer = async () => {
    const key = Object.keys(localStorage).find((key) => key.includes('/draft/'));
    const record = JSON.parse(localStorage[key]);
    record.version = 3;
    delete record.sha256;
    const bytes = new TextEncoder().encode(JSON.stringify(record));
    const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
    const sha256 = [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
    const sorted = {};
    for (const name of Object.keys({ ...record, sha256 }).sort()) sorted[name] = name === 'sha256' ? sha256 : record[name];
    const text = JSON.stringify(sorted) + '\\n';
    localStorage[key] = text;
    const database = await new Promise((done) => {
        const request = indexedDB.open('directive-assessment/1022-CV/TU');
        request.onsuccess = () => done(request.result);
    });
    const store = database.transaction('drafts', 'readwrite').objectStore('drafts');
    store.put({ id: key.split('/draft/')[1], generation: 99, text });
    await new Promise((done) => { store.transaction.oncomplete = done; });
    return text;
};";

/// Another version has written it: it can be read, and had to the letter, and is never written.
async fn a_draft_of_a_newer_version_is_left_as_it_is(page: &Page) -> Result<()> {
    product::begin(page).await?;
    product::requirement(page, "1.1").await?.fill("Kết quả", FIRST).await?;
    product::is_saved(page).await?;
    product::play(page, "newer.js", NEWER).await?;
    let text = page.script("return window.newer()", &[]).await?;
    page.open("#/tu-danh-gia").await?;
    page.reload().await?;
    page.sees("phiên bản mới hơn").await?;
    let drafts = page.inside("region", "Bản nháp trên máy này").await?;
    drafts.click("button", has("Tải bản lưu")).await?;
    let file = page.downloaded(".json").await?;
    ensure!(text.as_str().is_some_and(|text| text.as_bytes() == file.bytes), "the file is the record");
    page.axe_is_clean().await?;
    drafts.click("link", UNIT).await?;
    page.sees(FIRST.lines().next().unwrap_or_default()).await?;
    page.axe_is_clean().await?;
    let fields = page.all_by_role("textbox", any()).await?;
    ensure!(fields.is_empty(), "nothing can be typed");
    // By every way out it is the record, and no way out writes.
    page.click("button", "Lưu thành một tệp HTML").await?;
    let file = page.downloaded(".json").await?;
    ensure!(text.as_str().is_some_and(|text| text.as_bytes() == file.bytes), "the file is the record");
    let made = "const element = document.querySelector('directive-assessment');
        return element.exportFile({ download: false }).then((file) => file.text());";
    ensure!(page.script(made, &[]).await? == text, "what the element hands out is the record");
    product::into_another_page(page, async || page.reload().await).await?;
    let stored = product::records(page).await?;
    ensure!(stored.iter().all(|record| text == record.text.as_str()), "nothing was written: {stored:?}");
    Ok(())
}

e2e::tests!(
    survives_a_reload_and_a_kill,
    says_so_when_nothing_can_be_stored,
    saves_in_the_store_that_is_left,
    keeps_everything_when_it_is_moved_in_its_page,
    a_stale_window_overwrites_nothing,
    a_window_shows_what_another_has_saved,
    a_field_that_is_come_back_to_shows_what_another_has_saved,
    a_draft_of_a_newer_version_is_left_as_it_is,
);
