//! Every way to fail at the start: each states its own cause, and the directive and the drafts stay available.

use e2e::Reply;
use e2e::prelude::*;
use e2e::product::{self, UNIT};

const WASM: &str = "directive-assessment_bg.wasm";
const GLUE: &str = "directive-assessment.js";
const EMBED: &str = "embed.js";
const NO_WASM: &str = "default-src 'self'; script-src 'self'; style-src 'self'";
const NO_SCRIPT: &str = "default-src 'self'; script-src 'none'; style-src 'self'";
/// From the directive's own text.
const DIRECTIVE: &str = "Ban Thường vụ Thành ủy yêu cầu";

/// The page with a script of the test before all others; without the worker, which would hide what the server does.
fn plant(page: &Page, script: &str) -> Result<()> {
    page.server.mend();
    page.server.hide("sw.js");
    let index = std::fs::read_to_string(page.server.root().join("index.html"))?;
    page.server.put("plant.js", script);
    page.server
        .put("index.html", index.replacen("<meta charset", "<script src=\"plant.js\"></script><meta charset", 1));
    Ok(())
}

const CAUSE: &str = "const host = document.querySelector('directive-assessment');
    const panel = document.querySelector('.failure') ?? host?.shadowRoot?.querySelector('.failure');
    if (panel) return panel.dataset.cause;
    return host?.shadowRoot?.querySelector('[data-ready]') ? 'none' : 'looking';";

/// Waits until the panel tells this cause, and looks at what stands around it.
async fn tells(page: &Page, way: &str, cause: &str, words: &str) -> Result<()> {
    page.visit(&page.server.url("")).await?;
    eventually(format!("{way}: the cause {cause}"), async || {
        let found = page.script(CAUSE, &[]).await?;
        ensure!(found != "none", "{way}: it started");
        Ok(found == cause)
    })
    .await
    .with_context(|| way.to_owned())?;
    page.sees(words).await?;
    page.sees(DIRECTIVE).await?;
    page.sees("Ban Tuyên giáo Thành ủy").await?;
    page.by_role("button", "Tải lại").await.map(drop)
}

async fn the_server_fails(page: &Page) -> Result<()> {
    // Errors are what this is about.
    page.allow("");
    let ways = [
        (WASM, Reply::Status(404), "missing", "Máy chủ thiếu một tệp"),
        (GLUE, Reply::Status(404), "missing", "directive-assessment.js"),
        (EMBED, Reply::Status(404), "missing", "embed.js"),
        (WASM, Reply::Status(500), "server", "Máy chủ đang gặp lỗi"),
        (WASM, Reply::Page, "html", "Mạng trả về một trang khác"),
        (GLUE, Reply::Page, "html", "Mạng trả về một trang khác"),
        (GLUE, Reply::Typed("text/plain"), "mime", "Máy chủ gửi sai loại tệp"),
        (WASM, Reply::Short(4096), "truncated", "Một tệp tải về chưa đủ"),
        (WASM, Reply::Refusal, "blocked", "Một tệp bị chặn trên đường tải"),
        (EMBED, Reply::Refusal, "blocked", "Một tệp bị chặn trên đường tải"),
    ];
    for (file, reply, cause, words) in ways {
        plant(page, "")?;
        let way = format!("{file}: {reply:?}");
        page.server.reply(file, reply);
        tells(page, &way, cause, words).await?;
    }
    page.server.mend();
    page.server.hide("sw.js");
    page.click("button", "Tải lại").await?;
    page.ready().await
}

/// Not even the panel is to be had.
async fn the_panel_fails_too(page: &Page) -> Result<()> {
    page.allow("");
    for file in [WASM, EMBED] {
        plant(page, "")?;
        page.server.hide(file);
        page.server.hide("rescue.js");
        page.visit(&page.server.url("")).await?;
        page.sees("Phần tự đánh giá không mở được vì trang thiếu tệp.").await?;
        page.sees(DIRECTIVE).await?;
        page.axe_is_clean().await?;
    }
    page.server.mend();
    page.server.hide("sw.js");
    page.click("button", "Tải lại").await?;
    page.ready().await
}

async fn the_files_do_not_fit(page: &Page) -> Result<()> {
    page.allow("");
    let read = |name: &str| std::fs::read(page.server.root().join(name));
    plant(page, "")?;
    let mut wasm = read(WASM)?;
    if let Some(byte) = wasm.get_mut(5000) {
        *byte ^= 1;
    }
    page.server.put(WASM, wasm.clone());
    tells(page, "a changed byte", "damaged", "Một tệp của trang bị thay đổi").await?;

    plant(page, "")?;
    let glue = String::from_utf8(read(GLUE)?)?;
    page.server.put(GLUE, glue.replace("const build = \"", "const build = \"0"));
    tells(page, "glue of another release", "mixed", "Hai phiên bản của trang bị lẫn").await?;

    plant(page, "")?;
    let list = String::from_utf8(read("files.json")?)?;
    page.server.put("files.json", list.replace("\"version\":\"", "\"version\":\"0"));
    page.server.put(WASM, wasm);
    tells(page, "a script of another release", "mixed", "Hai phiên bản của trang bị lẫn").await?;

    // A wrong type of the program alone is no reason to fail.
    plant(page, "")?;
    page.server.reply(WASM, Reply::Typed("application/octet-stream"));
    page.open("").await
}

async fn the_browser_refuses(page: &Page) -> Result<()> {
    page.allow("");
    plant(page, "")?;
    page.server.policy(NO_WASM);
    tells(page, "the policy", "csp", "'wasm-unsafe-eval'").await?;
    let memory = "WebAssembly.instantiateStreaming = WebAssembly.instantiate = () =>
        Promise.reject(new RangeError('WebAssembly.Memory(): could not allocate memory'));";
    let ways = [
        ("Object.defineProperty(window, 'WebAssembly', { value: undefined });", "off", "đã tắt WebAssembly"),
        (memory, "memory", "Máy không còn đủ bộ nhớ"),
        ("Object.defineProperty(window, 'customElements', { value: undefined });", "old", "Trình duyệt này quá cũ"),
        (
            "const make = Document.prototype.createElement;
            Document.prototype.createElement = function (name, ...rest) {
                if (name === 'header') throw new Error('planted');
                return make.call(this, name, ...rest);
            };",
            "stopped",
            "Trang đã dừng vì một lỗi",
        ),
    ];
    for (script, cause, words) in ways {
        plant(page, script)?;
        tells(page, script, cause, words).await?;
    }
    Ok(())
}

async fn a_file_never_comes(page: &Page) -> Result<()> {
    page.allow("");
    wait_up_to(Duration::from_secs(30));
    plant(page, "")?;
    page.server.reply(WASM, Reply::Silence);
    tells(page, "a program that never comes", "slow", "Trang tải lâu hơn bình thường").await
}

async fn no_store_is_to_be_had(page: &Page) -> Result<()> {
    page.allow("");
    let refuse = "for (const name of ['localStorage', 'indexedDB']) Object.defineProperty(window, name, {
        get() { throw new DOMException('no', 'SecurityError'); } });";
    plant(page, refuse)?;
    page.open("#/tu-danh-gia").await?;
    product::choose_unit(page, product::UNIT_TYPED, UNIT).await?;
    page.click("button", "Bắt đầu").await?;
    page.sees("CHƯA lưu – hãy xuất tệp").await?;
    page.sees("Trình duyệt không cho trang này lưu dữ liệu").await
}

/// What is sent to whoever supports a person says nothing of what else the portal's address holds.
async fn the_text_for_support_has_no_query(page: &Page) -> Result<()> {
    page.allow("");
    plant(page, "")?;
    page.server.hide(WASM);
    page.visit(&page.server.url("?session=bi-mat&x=1#token=cung-bi-mat")).await?;
    page.sees("Máy chủ thiếu một tệp").await?;
    let text = "const host = document.querySelector('directive-assessment');
        return (host.shadowRoot.querySelector('.failure') ?? document.querySelector('.failure')).textContent";
    let text = page.script(text, &[]).await?;
    let text = text.as_str().unwrap_or_default();
    ensure!(text.contains(&page.server.url("")), "the address is missing: {text}");
    ensure!(!text.contains("bi-mat") && !text.contains("session"), "{text}");
    Ok(())
}

async fn the_drafts_are_still_to_be_had(page: &Page) -> Result<()> {
    page.allow("");
    plant(page, "")?;
    product::begin(page).await?;
    product::requirement(page, "1.1").await?.fill("Kết quả", "Đã mở 12 lớp").await?;
    product::is_saved(page).await?;
    page.server.hide(WASM);
    tells(page, "with a draft", "missing", "Máy chủ thiếu một tệp").await?;
    page.click("link", has(UNIT)).await?;
    let file = page.downloaded(".json").await?;
    ensure!(file.text()?.contains("Đã mở 12 lớp"), "{}", file.text()?);
    page.axe_is_clean().await
}

async fn the_directive_needs_no_script(page: &Page) -> Result<()> {
    page.allow("");
    page.server.policy(NO_SCRIPT);
    page.visit(&page.server.url("")).await?;
    page.sees(DIRECTIVE).await?;
    page.sees("Phạm Văn Hiếu").await?;
    page.sees("Ban Tuyên giáo Thành ủy").await?;
    page.axe_is_clean().await
}

async fn the_self_check_needs_no_program(page: &Page) -> Result<()> {
    page.allow("");
    wait_up_to(Duration::from_secs(30));
    plant(page, "")?;
    page.server.reply(WASM, Reply::Page);
    page.visit(&page.server.url("kiem-tra.html")).await?;
    let ended = "return document.querySelector('#result')?.hasAttribute('data-done') ?? false";
    eventually("the end of the check", async || Ok(page.script(ended, &[]).await? == true)).await?;
    page.sees("Có 2 điểm chưa đạt: directive-assessment_bg.wasm; index.html.").await?;
    let text = page.value_of("Kết quả để chép").await?;
    for part in [
        "✓ WebAssembly",
        "✓ Nơi lưu chính (IndexedDB)",
        "✓ Nơi lưu thứ hai (localStorage)",
        "✓ embed.js",
        "✗ directive-assessment_bg.wasm",
        "Phiên bản trên máy chủ",
        "Trong khung (iframe): không",
        "Chính sách bảo mật (CSP) đã chặn: không có gì",
    ] {
        ensure!(text.contains(part), "{part} is missing in:\n{text}");
    }
    page.axe_is_clean().await
}

e2e::tests!(
    the_server_fails,
    the_panel_fails_too,
    the_files_do_not_fit,
    the_browser_refuses,
    a_file_never_comes,
    no_store_is_to_be_had,
    the_text_for_support_has_no_query,
    the_drafts_are_still_to_be_had,
    the_directive_needs_no_script,
    the_self_check_needs_no_program,
);
