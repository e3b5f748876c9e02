//! The board: a program of its own, in one of the form's views. It is reached from every place that should lead there, its failures
//! stay within it, and it reads in a worker where there can be one.

use e2e::portal::{self, value};
use e2e::prelude::*;
use e2e::{FOLDER, product};

const INTRO: &str = "Nơi cơ quan tổng hợp nhận tệp tự đánh giá";

/// The board is there, and its heading has the focus.
async fn is_open(page: &Page) -> Result<()> {
    page.sees(INTRO).await?;
    page.focus_is("heading", "Tổng hợp báo cáo").await
}

async fn is_opened_from_its_task_and_from_the_foot(page: &Page) -> Result<()> {
    page.open("").await?;
    page.gone("link", "Tổng hợp").await?;
    page.inside("article", matches("^Nhiệm vụ 3:")).await?.click("link", "Mở phần Tổng hợp").await?;
    page.route_is("#/tong-hop").await?;
    is_open(page).await?;
    page.by_role("link", "Tổng hợp").await?;
    page.axe_is_clean().await?;
    page.click("button", "English").await?;
    page.by_role("heading", "Reports of all units").await?;
    page.click("button", "Tiếng Việt").await?;
    page.back().await?;
    page.by_role("article", matches("^Nhiệm vụ 3:")).await?;
    page.gone("link", "Tổng hợp").await?;
    page.forward().await?;
    is_open(page).await?;
    page.open("").await?;
    page.click("link", "Phần Tổng hợp").await?;
    page.route_is("#/tong-hop").await?;
    is_open(page).await?;
    // An address of a gathering that is not here leads to those that are.
    page.open("#/tong-hop/khong-co/tinh-hinh-gui").await?;
    is_open(page).await?;
    page.route_is("#/tong-hop").await
}

/// The form goes on beside a board of which files are missing, and the board comes once they are there.
async fn what_is_missing_is_told_and_tried_again(page: &Page) -> Result<()> {
    page.allow("board");
    page.allow("sw.js");
    for file in ["board-loader.js", "board.js", "board_bg.wasm", "board.css"] {
        page.server.hide("sw.js");
        page.server.hide(file);
        page.open("").await?;
        page.click("link", "Phần Tổng hợp").await?;
        page.inside("alert", any()).await?.sees("Chưa tải được phần này").await.with_context(|| file.to_owned())?;
        page.click("button", "Thử lại").await?;
        page.by_role("button", "Thử lại").await?;
        page.click("link", "Công văn").await?;
        page.by_role("article", matches("^Nhiệm vụ 3:")).await?;
        page.back().await?;
        page.by_role("button", "Thử lại").await?;
        page.server.put(file, product::file(file)?);
        page.click("button", "Thử lại").await?;
        is_open(page).await.with_context(|| file.to_owned())?;
    }
    Ok(())
}

async fn a_board_that_has_stopped_harms_no_draft(page: &Page) -> Result<()> {
    product::begin(page).await?;
    product::requirement(page, "1.1").await?.fill("Kết quả", "Đã mở 12 lớp.").await?;
    page.open("#/tong-hop").await?;
    is_open(page).await?;
    page.allow("hỏng");
    let panic = "window.dispatchEvent(new CustomEvent('directive-assessment-board-panic', { detail: 'hỏng' }))";
    page.script(panic, &[]).await?;
    page.by_role("heading", "Phần Tổng hợp đã dừng vì một lỗi").await?;
    page.axe_is_clean().await?;
    page.click("link", "Tự đánh giá").await?;
    product::requirement(page, "1.1").await?.holds("Kết quả", "Đã mở 12 lớp.").await?;
    product::requirement(page, "1.1").await?.fill("Kết quả", "Đã mở 13 lớp.").await?;
    page.open("#/tong-hop").await?;
    page.click("button", "Lưu và tải lại trang").await?;
    is_open(page).await?;
    page.click("link", "Tự đánh giá").await?;
    page.click("link", product::UNIT).await?;
    product::go_to(page, "Nhiệm vụ 1").await?;
    product::requirement(page, "1.1").await?.holds("Kết quả", "Đã mở 13 lớp.").await
}

/// Begins a script of the page: what reads files.
fn reader(folder: &str) -> String {
    format!(
        "const {{ version }} = await (await fetch('{folder}files.json')).json();
        const reader = await (await import(`{folder}board-loader.js?${{version}}`)).reader();
        const read = async (name = 'a.json') => (await reader.read(name, new Uint8Array(3), '1022-CV/TU')).length > 0;"
    )
}

async fn reads_in_a_worker_and_in_the_page_once_that_has_ended(page: &Page) -> Result<()> {
    portal::open(page, "", "<directive-assessment view=\"board\" heading-level=\"3\"></directive-assessment>").await?;
    page.ready().await?;
    page.sees(INTRO).await?;
    let level = "return el.shadowRoot.querySelector('#view-title').getAttribute('aria-level')";
    ensure!(value(page, level).await? == "3");
    ensure!(page.focused().await?.id.is_empty(), "a page that loads keeps its focus");
    page.allow("");
    let read = "const first = await read();
        const before = reader.isWorker;
        // A name that is none ends the worker.
        const pending = await Promise.allSettled([reader.read(null, new Uint8Array(1), ''), read()]);
        return [first, before, ...pending.map(({ status }) => status), await read(), reader.isWorker]";
    let found = value(page, &(reader("/portal/tu-danh-gia/") + read)).await?;
    ensure!(found == serde_json::json!([true, true, "rejected", "rejected", true, false]), "{found}");
    Ok(())
}

async fn reads_in_the_page_of_another_origin(page: &Page) -> Result<()> {
    page.allow("");
    let folder = page.server.url("");
    let tag = format!("<script type=\"module\" src=\"{folder}embed.js\"></script>");
    portal::serve(page, &tag, "<directive-assessment view=\"board\"></directive-assessment>");
    page.server.no_policy_at(portal::HOST);
    page.server.header("Access-Control-Allow-Origin: *");
    page.visit(&page.server.url_as("localhost", portal::HOST)).await?;
    page.sees(INTRO).await?;
    let found = value(page, &(reader(&folder) + "return [await read(), reader.isWorker]")).await?;
    ensure!(found == serde_json::json!([true, false]), "{found}");
    Ok(())
}

async fn is_in_the_single_file(page: &Page) -> Result<()> {
    let file = e2e::built_page()?.with_file_name("directive-assessment.html");
    page.visit(&format!("file://{}", file.display())).await?;
    page.ready().await?;
    page.click("link", "Phần Tổng hợp").await?;
    is_open(page).await?;
    let requests = page.server.requests();
    ensure!(requests.is_empty(), "{FOLDER}: a file asked for {requests:?}");
    Ok(())
}

e2e::tests!(
    is_opened_from_its_task_and_from_the_foot,
    what_is_missing_is_told_and_tried_again,
    a_board_that_has_stopped_harms_no_draft,
    reads_in_a_worker_and_in_the_page_once_that_has_ended,
    reads_in_the_page_of_another_origin,
    is_in_the_single_file,
);
