//! The harness itself: each of its abilities, in all three engines, on a small page of its own (`fixture/`).

use e2e::prelude::*;

async fn finds_what_people_find(page: &Page) -> Result<()> {
    page.open("").await?;
    let known = [
        ("heading", "Sổ tay"),
        ("navigation", "Chính"),
        ("link", "Cài đặt"),
        ("textbox", "Ghi chú"),
        ("group", "Mức độ"),
        ("radio", "Vừa"),
        ("combobox", "Đơn vị"),
        ("button", "Tải xuống"),
        ("button", "Bên trong"),
    ];
    for (role, name) in known {
        let element = page.by_role(role, name).await?;
        let native = (element.role().await?, element.name().await?);
        // WebKit tells screen readers that a closed native list is a button.
        let webkit_list = role == "combobox" && page.engine() == Engine::WebKit;
        let expected = (if webkit_list { "button" } else { role }.to_owned(), name.to_owned());
        ensure!(native == expected, "{role} {name:?} is natively {native:?}");
    }
    page.by_role("heading", has("tay")).await?;
    page.by_role("link", matches("^Cài .+$")).await?;
    ensure!(page.all_by_role("link", any()).await?.len() == 2);
    for hidden in ["Không hiện", "Nút gấp", "Đồng ý"] {
        ensure!(page.all_by_role("button", hidden).await?.is_empty(), "{hidden} is out of reach");
    }

    page.inside("group", "Mức độ").await?.click("radio", "Vừa").await?;
    ensure!(page.by_role("radio", "Vừa").await?.is_checked().await?);
    page.choose("Đơn vị", "Xã Phong Điền").await?;
    ensure!(page.by_role("combobox", "Đơn vị").await?.value().await? == "Xã Phong Điền");

    page.click("button", "Xóa hết").await?;
    let dialog = page.inside("dialog", "Xóa tất cả?").await?;
    ensure!(page.all_by_role("heading", any()).await?.len() == 1, "a modal dialog covers the page");
    page.focus_is("button", "Đồng ý").await?;
    dialog.click("button", "Hủy").await?;
    page.gone("dialog", any()).await
}

async fn errors_tell_what_was_there(page: &Page) -> Result<()> {
    page.open("").await?;
    wait_up_to(Duration::from_millis(300));
    let error = page.by_role("link", "Thoát").await.err().context("there is no such link")?.to_string();
    for part in ["link \"Thoát\"", "0 of them", "link \"Trang chủ\"", "link \"Cài đặt\""] {
        ensure!(error.contains(part), "{part} is missing in: {error}");
    }
    ensure!(!error.contains("textbox"), "only what is alike: {error}");
    Ok(())
}

async fn types_in_every_way(page: &Page) -> Result<()> {
    page.open("").await?;
    page.fill("Ghi chú", "Nguyễn Thị Ánh,\nđường ơ ư").await?;
    page.holds("Ghi chú", "Nguyễn Thị Ánh,\nđường ơ ư").await?;
    page.sees("Đã lưu 25").await?;
    page.fill("Ghi chú", "Tie\u{302}\u{301}ng 🙂").await?;
    page.holds("Ghi chú", "Tie\u{302}\u{301}ng 🙂").await?;
    page.fill("Ghi chú", "").await?;
    page.sees("Đã lưu 0").await?;

    let sentence = "Đảng ủy xã: tiếng Việt, 12 lớp.";
    page.type_like_unikey("Ghi chú", sentence).await?;
    page.holds("Ghi chú", sentence).await?;
    page.fill("Ghi chú", "").await?;
    page.type_like_ime("Ghi chú", sentence).await?;
    page.holds("Ghi chú", sentence).await?;
    page.sees(&format!("Đã lưu {}", sentence.encode_utf16().count())).await?;

    page.fill("Họ tên", "").await?;
    page.focus_is("textbox", "Họ tên").await?;
    page.type_text("An").await?;
    page.press("Shift+Left").await?;
    page.type_text("m").await?;
    page.holds("Họ tên", "Am").await?;
    page.press("Tab").await?;
    page.focus_is("textbox", "Ghi chú").await?;
    ensure!(page.focused().await?.id == "note");
    page.press("Tab").await?;
    page.press("Down").await?;
    ensure!(page.by_role("radio", "Vừa").await?.is_checked().await?);
    page.press("Shift+Tab").await?;
    page.focus_is("textbox", "Ghi chú").await
}

async fn hears_a_page_that_disturbs_an_input_method(page: &Page) -> Result<()> {
    page.open("").await?;
    let meddle = "const field = arguments[0]; field.addEventListener('input', () => { field.value = field.value.toUpperCase(); })";
    let field = page.field("Họ tên").await?;
    field.script(meddle).await?;
    let typed = field.type_like_ime("tiếng").await;
    ensure!(typed.is_err() || field.value().await? != "tiếng", "the page changed what was composed");
    Ok(())
}

async fn moves_files(page: &Page) -> Result<()> {
    page.open("").await?;
    page.fill("Ghi chú", "dữ liệu").await?;
    for _ in 0..2 {
        page.click("button", "Tải xuống").await?;
        let file = page.downloaded(".json").await?;
        ensure!(file.name == "sổ tay.json", "{}", file.name);
        ensure!(file.text()? == "{\"note\":\"dữ liệu\"}", "{}", file.text()?);
    }
    let files = [Upload::json("một.json", "1"), Upload::new("hai.txt", "text/plain", "hai")];
    page.choose_files("Nhập tệp", &files).await?;
    page.sees("Chọn: một.json (1), hai.txt (hai)").await?;
    page.drop_files(&files).await?;
    page.sees("Thả: một.json (1), hai.txt (hai)").await
}

async fn looks_at_every_size_and_colour(page: &Page) -> Result<()> {
    page.open("").await?;
    for colours in [Colours::Dark, Colours::Light] {
        page.colours(colours).await?;
        for width in [360, 768, 1280] {
            page.viewport(width, 800).await?;
            let png = std::fs::read(page.screenshot(&format!("fixture-{colours:?}-{width}")).await?)?;
            let side = |at: usize| {
                png.get(at..at + 4).map(|bytes| bytes.iter().fold(0, |all, byte| all << 8 | u32::from(*byte)))
            };
            ensure!(
                (side(16), side(20)) == (Some(width), Some(800)),
                "the picture has {:?} × {:?}",
                side(16),
                side(20)
            );
        }
        page.axe_is_clean().await?;
    }
    Ok(())
}

async fn survives_a_kill_and_a_dead_server(page: &mut Page) -> Result<()> {
    page.open("").await?;
    page.fill("Ghi chú", "bền vững").await?;
    page.sees("Đã lưu 8").await?;
    page.kill();
    page.reopen("").await?;
    page.holds("Ghi chú", "bền vững").await?;

    page.server.stop();
    page.fill("Ghi chú", "không mạng").await?;
    page.sees("Đã lưu 10").await?;
    let refused = page.script("return fetch('app.js').then(() => 'answered', (error) => error.name)", &[]).await?;
    ensure!(refused == "TypeError", "{refused}");
    page.script("console.warn('unheard by the server')", &[]).await?;
    ensure!(page.log().await?.iter().any(|entry| entry.contains("unheard")));
    page.allow("unheard");
    page.server.start()?;
    page.reload().await?;
    page.holds("Ghi chú", "không mạng").await
}

async fn walks_through_history_and_windows(page: &Page) -> Result<()> {
    page.open("").await?;
    page.click("link", "Cài đặt").await?;
    page.sees("Trang: cai-dat").await?;
    page.back().await?;
    page.route_is("").await?;
    page.forward().await?;
    page.sees("Trang: cai-dat").await?;
    page.reload().await?;
    page.sees("Trang: cai-dat").await?;

    let first = page.window().await?;
    let second = page.new_window().await?;
    page.open("#/hai").await?;
    page.sees("Trang: hai").await?;
    page.fill("Ghi chú", "từ cửa sổ hai").await?;
    page.sees("Đã lưu 13").await?;
    page.switch_to(&first).await?;
    page.sees("Trang: cai-dat").await?;
    page.reload().await?;
    page.holds("Ghi chú", "từ cửa sổ hai").await?;
    page.switch_to(&second).await?;
    page.close_window(&first).await?;
    ensure!(page.windows().await? == [first]);
    Ok(())
}

async fn finds_barriers(page: &Page) -> Result<()> {
    page.open("").await?;
    page.axe_is_clean().await?;
    let plant = "const main = document.querySelector('directive-assessment').shadowRoot.querySelector('main');
        main.append(document.createElement('button'));
        const field = document.createElement('input'); main.append(field);";
    page.script(plant, &[]).await?;
    let found = page.axe().await?.join("\n");
    for part in ["button-name", "label", "directive-assessment >>> "] {
        ensure!(found.contains(part), "{part} is missing in: {found}");
    }
    Ok(())
}

async fn hears_everything_that_goes_wrong(page: &Page) -> Result<()> {
    let markup = "<!doctype html><html><head><title>x</title><script src=harm.js></script></head><body></body></html>";
    let harm = "setTimeout(() => { throw new Error('thrown'); });
        Promise.reject(new Error('rejected'));
        console.error('said', new Error('inner'));
        console.warn('warned');
        fetch('/elsewhere');
        fetch('http://localhost:9/away').catch(() => {});
        const style = document.createElement('style'); style.textContent = 'a {}'; document.head.append(style);";
    page.server.put("harm.html", markup);
    page.server.put("harm.js", harm);
    page.server.hide("page.css");
    page.visit(&page.server.url("harm.html")).await?;
    eventually("the report", async || Ok(page.server.csp_reports().len() >= 2)).await?;
    page.open("").await?;
    let problems = page.problems().await?.join("\n");
    let expected = [
        "error: ",
        "thrown",
        "rejection: ",
        "rejected",
        "console.error: said",
        "inner",
        "console.warn: warned",
        "csp: style-src-elem inline",
        "csp: connect-src http://localhost:9/away",
        "csp report: [\"connect-src\"",
        "request outside of the product's folder: /elsewhere",
        "request for a missing file: /portal/tu-danh-gia/page.css",
    ];
    for part in expected {
        ensure!(problems.contains(part), "{part} is missing in: {problems}");
    }
    page.allow("");
    Ok(())
}

/// Both ways to fail, on purpose: an error and a panic.
#[test]
fn a_failure_leaves_evidence() -> Result<()> {
    let case = |path| e2e::Case { path, engine: Engine::Chromium, site: e2e::Site::Folder("fixture"), wk_launch: "" };
    let error = e2e::run(case("browsers::harness::planted::error"), async |page: &mut Page| {
        page.open("").await?;
        page.script("console.error('planted')", &[]).await.map(drop)
    });
    let told = format!("{:?}", error.err().context("a page with an error in its log is no success")?);
    ensure!(told.contains("console.error: planted"), "{told}");
    let folder = told.lines().find_map(|line| line.strip_prefix("evidence: ")).context("no evidence")?;
    let read = |name: &str| std::fs::read_to_string(std::path::Path::new(folder).join(name));
    ensure!(read("error.txt")?.contains("planted") && read("log.txt")?.contains("planted"));
    ensure!(read("roles.txt")?.contains("heading \"Sổ tay\"") && read("requests.txt")?.contains("200 /portal/"));
    ensure!(std::path::Path::new(folder).join("page.png").is_file());

    let panicking = || {
        e2e::run(case("browsers::harness::planted::panic"), async |page: &mut Page| {
            assert!(page.engine() == Engine::Firefox, "on purpose");
            Ok(())
        })
    };
    ensure!(std::panic::catch_unwind(panicking).is_err(), "a panic goes on to the test runner");
    Ok(())
}

e2e::tests!(in "fixture":
    finds_what_people_find,
    errors_tell_what_was_there,
    types_in_every_way,
    hears_a_page_that_disturbs_an_input_method,
    moves_files,
    looks_at_every_size_and_colour,
    survives_a_kill_and_a_dead_server,
    walks_through_history_and_windows,
    finds_barriers,
    hears_everything_that_goes_wrong,
);
