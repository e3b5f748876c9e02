//! Where storage is absent, refused, short-lived or not the page's own, the product is usable, says where it saves or that it does
//! not, and exports.

use e2e::prelude::*;
use e2e::{FOLDER, Scope, product};

const TEXT: &str = "Đã tổ chức 04 hội nghị quán triệt;\n1.245 lượt cán bộ, đảng viên tham dự.";

/// Someone works on the page or in the frame that is open: begins, and fills a field.
async fn works(page: &Page) -> Result<Scope> {
    page.ready().await?;
    // A frame may take the focus only once a person has been in it.
    page.field("Đơn vị").await?.click().await?;
    product::begin_here(page).await?;
    let card = product::requirement(page, "1.1").await?;
    card.fill("Kết quả", TEXT).await?;
    card.holds("Kết quả", TEXT).await?;
    Ok(card)
}

/// The export has what was typed.
async fn exports(page: &Page) -> Result<()> {
    page.click("link", "Kiểm tra và xuất").await?;
    let file = product::export(page).await?;
    let found = product::assessment(&file)?;
    ensure!(found.pointer("/answers/1.1/results").is_some_and(|text| text == TEXT), "in the file: {found}");
    Ok(())
}

/// The page says that it saves nowhere, and why.
async fn says_that_it_saves_nowhere(page: &Page, why: &str) -> Result<()> {
    page.sees("CHƯA lưu – hãy xuất tệp").await?;
    page.sees(why).await
}

/// What is saved here is there when the page comes again, and once only.
async fn is_there_again(page: &Page) -> Result<()> {
    page.click("link", "Tự đánh giá").await?;
    page.click("link", product::UNIT).await?;
    product::go_to(page, "Nhiệm vụ 1").await?;
    product::requirement(page, "1.1").await?.holds("Kết quả", TEXT).await
}

async fn at_localhost(page: &Page) -> Result<()> {
    page.visit(&page.server.url_as("localhost", FOLDER)).await?;
    ensure!(page.script("return isSecureContext", &[]).await? == true);
    works(page).await?;
    product::is_saved(page).await?;
    exports(page).await?;
    page.reload().await?;
    is_there_again(page).await
}

/// Plain http: no Web Locks, no crypto.subtle, no randomUUID, no service worker.
async fn at_plain_http(page: &Page) -> Result<()> {
    let address = page.server.serve_insecurely()?;
    page.visit(&page.server.url_as(&address.to_string(), FOLDER)).await?;
    ensure!(page.script("return isSecureContext", &[]).await? == false);
    works(page).await?;
    product::is_saved(page).await?;
    exports(page).await?;
    page.reload().await?;
    is_there_again(page).await
}

async fn in_a_private_window(page: &mut Page) -> Result<()> {
    page.restart_with(Storage::Private).await?;
    page.open("").await?;
    works(page).await?;
    product::is_saved(page).await?;
    exports(page).await?;
    page.reload().await?;
    is_there_again(page).await
}

async fn where_settings_block_storage(page: &mut Page) -> Result<()> {
    page.restart_with(Storage::Blocked).await?;
    page.open("").await?;
    let stores = "const is = (look) => { try { return Boolean(look()); } catch { return false; } };
        return is(() => localStorage)";
    ensure!(page.script(stores, &[]).await? == false, "this browser does not block storage");
    works(page).await?;
    says_that_it_saves_nowhere(page, "Trình duyệt không cho trang này lưu dữ liệu").await?;
    exports(page).await
}

async fn in_a_sandboxed_frame(page: &Page) -> Result<()> {
    page.server.open_to_frames_without_origin();
    page.server.put_foreign("/host.html", frame("sandbox=\"allow-scripts allow-downloads\"", FOLDER));
    page.visit(&page.server.url_at("/host.html")).await?;
    page.enter_frame().await?;
    works(page).await?;
    says_that_it_saves_nowhere(page, "Trình duyệt không cho trang này lưu dữ liệu").await?;
    exports(page).await
}

async fn in_a_frame_of_another_site(page: &mut Page) -> Result<()> {
    page.server.put_foreign("/host.html", frame("", &page.server.url("")));
    let host = page.server.url_as("localhost", "/host.html");
    page.visit(&host).await?;
    page.enter_frame().await?;
    works(page).await?;
    product::is_saved(page).await?;
    exports(page).await?;
    page.visit(&host).await?;
    page.enter_frame().await?;
    page.ready().await?;
    is_there_again(page).await
}

fn frame(attributes: &str, address: &str) -> String {
    format!(
        "<!doctype html><title>host</title><iframe {attributes} src=\"{address}\" width=\"1200\" height=\"800\"></iframe>"
    )
}

const NO_QUOTA: &str = "const full = () => { throw new DOMException('full', 'QuotaExceededError'); };
Storage.prototype.setItem = full;
IDBObjectStore.prototype.put = full;
IDBFactory.prototype.open = full;";

async fn where_the_quota_is_zero(page: &Page) -> Result<()> {
    page.open("").await?;
    product::play(page, "no-quota.js", NO_QUOTA).await?;
    works(page).await?;
    says_that_it_saves_nowhere(page, "đã đầy").await?;
    exports(page).await
}

/// Browsers may load no module script from a file (Firefox does under its driver): the directive can be read all the same.
async fn from_a_file(page: &Page) -> Result<()> {
    page.visit(&format!("file://{}", e2e::built_page()?.display())).await?;
    page.sees("Kính gửi:").await?;
    page.sees("Tiếp tục quán triệt, thực hiện nghiêm túc, đầy đủ, hiệu quả").await
}

e2e::tests!(
    at_localhost,
    at_plain_http,
    in_a_private_window,
    where_settings_block_storage,
    in_a_sandboxed_frame,
    in_a_frame_of_another_site,
    where_the_quota_is_zero,
    from_a_file,
);
