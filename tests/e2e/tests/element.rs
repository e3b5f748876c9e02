//! `<directive-assessment>` on the page of a portal: every attribute, method, event, custom property and part.

#![allow(clippy::indexing_slicing, reason = "a JSON value that lacks what is asked for answers with null")]

use e2e::portal::{self, error, hears, told, value};
use e2e::prelude::*;
use e2e::product::{self, UNIT};
use serde_json::{Value, json};

const TAG: &str = "<directive-assessment id=\"one\"><p>Văn bản của cổng</p></directive-assessment>";

async fn colour(page: &Page, selector: &str, property: &str) -> Result<String> {
    let look = "const root = document.querySelector('directive-assessment').shadowRoot;
        return getComputedStyle(root.querySelector(arguments[0]))[arguments[1]]";
    Ok(page.script(look, &[json!(selector), json!(property)]).await?.as_str().unwrap_or_default().to_owned())
}

async fn attributes_lead(page: &Page) -> Result<()> {
    let tag = "<directive-assessment lang=\"en\" unit=\"ban-tuyen-giao\" task=\"3.1\"></directive-assessment>";
    portal::open(page, "", tag).await?;
    page.ready().await?;
    page.by_role("link", "Self-assessment").await?;
    page.sees("Ban Tuyên giáo Thành ủy").await?;
    ensure!(page.focused().await?.id.is_empty(), "a page that loads keeps its focus");
    value(page, "el.lang = 'vi'; el.unit = 'quan-uy-ninh-kieu'").await?;
    page.by_role("link", "Tự đánh giá").await?;
    page.sees(UNIT).await?;
    value(page, "el.view = 'assessment'").await?;
    page.by_role("heading", "Tự đánh giá").await?;
    value(page, "el.view = 'directive'; el.task = '1.2'").await?;
    eventually("the focus at 1.2", async || Ok(page.focused().await?.id == "card-1.2")).await?;
    // With a draft, the assessment is the unit's.
    page.inside("article", matches("^Nhiệm vụ 1:")).await?.click("button", "Tự đánh giá").await?;
    page.by_role("heading", "Nhiệm vụ 1").await?;
    value(page, "el.task = '2'; el.view = 'assessment'").await?;
    page.by_role("heading", "Nhiệm vụ 2").await?;
    value(page, "el.task = '1.3'").await?;
    eventually("the focus at 1.3", async || Ok(page.focused().await?.id == "requirement-1.3")).await
}

async fn what_an_attribute_names_and_is_not_there_is_told(page: &Page) -> Result<()> {
    portal::open(page, "", TAG).await?;
    page.ready().await?;
    for (set, code, path) in [("el.unit = 'la'", "unknown-unit", "la"), ("el.task = '9'", "unknown-place", "9")] {
        value(page, set).await?;
        let told = hears(page, "error").await?;
        ensure!(told["code"] == code && told["path"] == path, "{told}");
        ensure!(told["message"].as_str().is_some_and(|message| message.contains(&format!("“{path}”"))), "{told}");
    }
    page.by_role("link", "Công văn").await.map(drop)
}

async fn properties_mirror_attributes(page: &Page) -> Result<()> {
    portal::open(page, "", TAG).await?;
    page.ready().await?;
    let described = value(page, "return (await fetch('tu-danh-gia/custom-elements.json')).json()").await?;
    let class = &described["modules"][0]["declarations"][0];
    let names = |list: &str, key: &str| -> Vec<String> {
        let all = class[list].as_array().into_iter().flatten();
        let mut names: Vec<_> = all.filter_map(|one| one[key].as_str()).map(str::to_owned).collect();
        names.sort();
        names
    };
    let observed = value(page, "return customElements.get('directive-assessment').observedAttributes.sort()").await?;
    let mut known = names("attributes", "name");
    // As HTML writes the name of a property.
    known.extend(names("attributes", "fieldName").iter().map(|field| field.to_lowercase()));
    known.sort();
    known.dedup();
    ensure!(observed == json!(known), "{observed}");
    for attribute in class["attributes"].as_array().into_iter().flatten() {
        let (name, field) = (attribute["name"].as_str().unwrap_or_default(), attribute["fieldName"].as_str());
        let field = field.unwrap_or_default();
        if matches!(name, "directive" | "roster") {
            continue;
        }
        let (set, text) = if name == "readonly" { ("true", "") } else { ("'x'", "x") };
        let seen = value(page, &format!("el.{field} = {set}; return [el.getAttribute('{name}'), el.{field}]")).await?;
        ensure!(seen == json!([text, if name == "readonly" { json!(true) } else { json!("x") }]), "{name}: {seen}");
        let script = format!("el.removeAttribute('{name}'); return el.{field} || null");
        ensure!(value(page, &script).await?.is_null(), "{name}");
    }
    for method in class["members"].as_array().into_iter().flatten().filter(|one| one["kind"] == "method") {
        let script = format!("return typeof el.{}", method["name"].as_str().unwrap_or_default());
        ensure!(value(page, &script).await? == "function", "{method}");
    }
    Ok(())
}

async fn the_address_is_the_pages_own_unless_it_is_given(page: &Page) -> Result<()> {
    portal::open(page, "", TAG).await?;
    page.ready().await?;
    page.click("link", "Tự đánh giá").await?;
    page.by_role("heading", "Tự đánh giá").await?;
    ensure!(value(page, "return location.hash").await? == "", "an element does not own the address");
    value(page, "el.routing = 'hash'").await?;
    page.click("link", "Công văn").await?;
    page.click("link", "Tự đánh giá").await?;
    eventually("the address", async || Ok(value(page, "return location.hash").await? == "#/tu-danh-gia")).await?;
    page.back().await?;
    page.by_role("article", has("1022-CV/TU")).await?;
    value(page, "el.removeAttribute('routing')").await?;
    page.click("link", "Tự đánh giá").await?;
    page.by_role("heading", "Tự đánh giá").await?;
    ensure!(value(page, "return location.hash").await? == "#/cong-van");
    Ok(())
}

async fn storage_keys_keep_drafts_apart(page: &Page) -> Result<()> {
    portal::open(page, "", "<directive-assessment unit=\"quan-uy-ninh-kieu\"></directive-assessment>").await?;
    page.ready().await?;
    page.inside("article", matches("^Nhiệm vụ 1:")).await?.click("button", "Tự đánh giá").await?;
    product::requirement(page, "1.1").await?.fill("Kết quả", "Đã mở lớp.").await?;
    // Another key begins anew, at once and without a loss.
    value(page, "el.view = 'assessment'; el.storageKey = 'thu'").await?;
    page.sees("Chưa có bản nháp nào").await?;
    value(page, "el.task = '1'; el.storageKey = null").await?;
    page.by_role("heading", "Nhiệm vụ 1").await?;
    product::requirement(page, "1.1").await?.holds("Kết quả", "Đã mở lớp.").await?;
    let keys = value(page, "return Object.keys(localStorage).sort()").await?;
    ensure!(
        keys.as_array().is_some_and(|keys| keys.iter().all(|key| !key.to_string().contains("thu/draft"))),
        "{keys}"
    );
    Ok(())
}

async fn what_can_only_be_read_offers_nothing_else(page: &Page) -> Result<()> {
    let tag = "<directive-assessment heading-level=\"1\" unit=\"quan-uy-ninh-kieu\"></directive-assessment>";
    portal::open(page, "", tag).await?;
    page.ready().await?;
    page.inside("article", matches("^Nhiệm vụ 1:")).await?.click("button", "Tự đánh giá").await?;
    product::requirement(page, "1.1").await?.fill("Kết quả", "Đã mở lớp.").await?;
    product::is_saved(page).await?;
    value(page, "el.readOnly = true").await?;
    page.by_role("heading", has("Công văn 1022-CV/TU")).await?;
    page.sees("Đã mở lớp.").await?;
    page.gone("textbox", any()).await?;
    page.click("link", "Tự đánh giá").await?;
    page.by_role("link", UNIT).await?;
    page.gone("button", has("Xóa")).await?;
    page.gone("combobox", any()).await?;
    page.axe_is_clean().await?;
    value(page, "el.readOnly = false").await?;
    page.by_role("combobox", "Đơn vị").await.map(drop)
}

async fn methods_wait_and_tell(page: &Page) -> Result<()> {
    portal::open(page, "", "").await?;
    let script = "const made = document.createElement('directive-assessment');
        await customElements.whenDefined('directive-assessment'); customElements.upgrade(made);
        const [gone, flushed] = [made.goTo('1.2'), made.flush()];
        document.body.append(made);
        return await Promise.all([gone, flushed])";
    value(page, script).await?;
    eventually("the focus at 1.2", async || Ok(page.focused().await?.id == "card-1.2")).await?;
    let refused = error(page, "await el.goTo('9.9')").await?;
    ensure!(refused["code"] == "unknown-place" && refused["path"] == "9.9", "{refused}");
    ensure!(refused["message"].as_str().is_some_and(|message| message.contains("9.9")), "{refused}");

    value(page, "el.unit = 'quan-uy-ninh-kieu'").await?;
    page.inside("article", matches("^Nhiệm vụ 1:")).await?.click("button", "Tự đánh giá").await?;
    product::requirement(page, "1.1").await?.fill("Kết quả", "Đã xong hết.").await?;
    let stored = value(page, "await el.flush(); return JSON.stringify(localStorage)").await?;
    ensure!(stored.as_str().is_some_and(|stored| stored.contains("Đã xong hết.")), "{stored}");

    let refuse = "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError') };
        IDBDatabase.prototype.transaction = () => { throw new DOMException('full', 'QuotaExceededError') };";
    value(page, refuse).await?;
    product::requirement(page, "1.1").await?.fill("Kết quả", "Thêm nữa.").await?;
    for method in ["flush", "destroy"] {
        let refused = error(page, &format!("await el.{method}()")).await?;
        ensure!(refused["code"] == "not-saved", "{method}: {refused}");
    }
    product::requirement(page, "1.1").await?.holds("Kết quả", "Thêm nữa.").await
}

async fn destroy_ends_it_and_shows_what_stood_there(page: &Page) -> Result<()> {
    portal::open(page, "", TAG).await?;
    page.ready().await?;
    page.sees_no("Văn bản của cổng").await?;
    value(page, "await el.destroy(); await el.destroy()").await?;
    page.sees("Văn bản của cổng").await?;
    page.gone("link", "Công văn").await?;
    for method in ["flush()", "goTo('1')"] {
        ensure!(error(page, &format!("await el.{method}")).await?["code"] == "destroyed", "{method}");
    }
    value(page, "document.body.append(el); el.lang = 'en'; el.directive = 'x.json'").await?;
    page.sees("Văn bản của cổng").await
}

async fn events_tell_what_happens(page: &Page) -> Result<()> {
    portal::open(page, "", TAG).await?;
    let ready = hears(page, "ready").await?;
    ensure!(ready["composed"] == true && ready["bubbles"] == true && ready["cancelable"] == false, "{ready}");
    ensure!(told(page).await?.is_empty(), "nothing is told that nobody did");
    product::choose_unit(page, product::UNIT_TYPED, UNIT).await?;
    page.inside("article", matches("^Nhiệm vụ 1:")).await?.click("button", "Tự đánh giá").await?;
    page.by_role("heading", "Nhiệm vụ 1").await?;
    hears(page, "save").await?;
    told(page).await?;
    product::requirement(page, "1.1").await?.click("radio", "Đang thực hiện").await?;
    let change = hears(page, "change").await?;
    let unit = json!({ "id": "quan-uy-ninh-kieu", "group": "quan-huyen-uy", "name": UNIT });
    ensure!(change["edited"] == true && change["view"] == "assessment" && change["task"] == "1", "{change}");
    ensure!(change["unit"] == unit && change["draft"].as_str().is_some_and(|draft| draft.len() == 8), "{change}");
    let save = hears(page, "save").await?;
    ensure!(save["draft"] == change["draft"] && save["unit"] == unit, "{save}");
    page.click("link", "Công văn").await?;
    let change = hears(page, "change").await?;
    ensure!(change["edited"] == false && change["view"] == "directive" && change["draft"] == "", "{change}");
    Ok(())
}

async fn opened_export(page: &Page) -> Result<()> {
    portal::open(page, "", "<directive-assessment unit=\"quan-uy-ninh-kieu\"></directive-assessment>").await?;
    page.ready().await?;
    page.inside("article", matches("^Nhiệm vụ 1:")).await?.click("button", "Tự đánh giá").await?;
    product::requirement(page, "1.1").await?.click("radio", "Đang thực hiện").await?;
    page.click("link", "Kiểm tra và xuất").await?;
    page.by_role("heading", "Kiểm tra và xuất tệp").await.map(drop)
}

async fn the_portal_takes_the_file_itself(page: &Page) -> Result<()> {
    opened_export(page).await?;
    let take = "window.answer = (name, event) => {
        if (name !== 'export') return;
        event.preventDefault();
        event.detail.waitUntil(event.detail.file.text().then((text) => (window.uploaded = text)));
    }";
    value(page, take).await?;
    page.click("button", "Xuất tệp").await?;
    page.sees("cho cổng thông tin lúc").await?;
    let export = hears(page, "export").await?;
    ensure!(export["cancelable"] == true && export["unit"]["name"] == UNIT, "{export}");
    ensure!(export["file"].as_str().is_some_and(|file| file.starts_with("1022-CV-TU_Quan-uy-Ninh-Kieu_")), "{export}");
    let uploaded: Value = serde_json::from_str(value(page, "return uploaded").await?.as_str().unwrap_or_default())?;
    ensure!(uploaded["format"] == "directive-assessment", "{uploaded}");

    // It declines: its words are shown, and the person may go on.
    value(
        page,
        "window.answer = (name, event) => {
        if (name !== 'export') return;
        event.preventDefault();
        event.detail.waitUntil(Promise.reject(new Error('<b>Hết phiên làm việc.</b>')));
    }",
    )
    .await?;
    page.click("button", "Xuất tệp").await?;
    page.sees("Cổng thông tin không nhận tệp: <b>Hết phiên làm việc.</b>").await?;
    // It only watches: the browser has the file, and then the portal too.
    value(page, "window.answer = (name, event) => event.detail.waitUntil?.(Promise.resolve())").await?;
    page.click("button", "Xuất tệp").await?;
    let file = page.downloaded(".json").await?;
    ensure!(product::assessment(&file)?["unit"]["name"] == UNIT);
    value(page, "window.answer = null").await?;
    page.click("button", "Xuất tệp").await?;
    page.downloaded(".json").await.map(drop)
}

async fn the_portal_sees_a_file_before_it_is_read(page: &Page) -> Result<()> {
    opened_export(page).await?;
    page.click("button", "Xuất tệp").await?;
    let file = page.downloaded(".json").await?;
    let upload = || Upload::json("bai.json", file.bytes.clone());
    value(page, "window.answer = (name, event) => name === 'import' && event.preventDefault()").await?;
    page.drop_files(&[upload()]).await?;
    let import = hears(page, "import").await?;
    ensure!(import["file"] == "bai.json" && import["cancelable"] == true, "{import}");
    value(
        page,
        "window.answer = (name, event) => event.detail.waitUntil?.(Promise.reject(new Error('Tệp không được phép.')))",
    )
    .await?;
    page.drop_files(&[upload()]).await?;
    page.sees("Cổng thông tin không cho nhập tệp này: Tệp không được phép.").await?;
    ensure!(page.all_by_role("heading", "Xem trước tệp").await?.is_empty(), "neither file was read");
    value(page, "window.answer = (name, event) => event.detail.waitUntil?.(Promise.resolve())").await?;
    page.drop_files(&[upload()]).await?;
    page.by_role("heading", "Xem trước tệp").await.map(drop)
}

async fn custom_properties_and_parts_theme_it(page: &Page) -> Result<()> {
    page.server.put(
        "/portal/theme.css",
        "directive-assessment { --da-paper: rgb(1, 2, 3); --da-desk: rgb(4, 5, 6); --da-ink: rgb(210, 211, 212);
            --da-accent: rgb(10, 120, 30); --da-on-accent: rgb(250, 251, 252); --da-font: monospace; --da-sticky-top: 40px;
            --da-window: 700px; }
        ::part(bar) { border-bottom-width: 7px; } ::part(sheet) { border-top-width: 6px; } ::part(card) { margin-top: 5px; }
        ::part(failure) { padding-top: 3px; }",
    );
    let tag = "<directive-assessment unit=\"quan-uy-ninh-kieu\"></directive-assessment>";
    portal::open(page, "<link rel=\"stylesheet\" href=\"theme.css\">", tag).await?;
    page.viewport(1280, 800).await?;
    page.ready().await?;
    for (selector, property, expected) in [
        (".sheet", "backgroundColor", "rgb(1, 2, 3)"),
        ("div", "backgroundColor", "rgb(4, 5, 6)"),
        (".sheet", "color", "rgb(210, 211, 212)"),
        (".btn.main", "backgroundColor", "rgb(10, 120, 30)"),
        (".btn.main", "color", "rgb(250, 251, 252)"),
        (".bar", "fontFamily", "monospace"),
        (".top", "top", "40px"),
        (".bar", "borderBottomWidth", "7px"),
        (".sheet", "borderTopWidth", "6px"),
        (".card", "marginTop", "5px"),
    ] {
        let found = colour(page, selector, property).await?;
        ensure!(found == expected, "{selector} {property}: {found}");
    }
    page.inside("article", matches("^Nhiệm vụ 1:")).await?.click("button", "Tự đánh giá").await?;
    page.by_role("heading", "Nhiệm vụ 1").await?;
    let height: f64 = colour(page, ".toc", "maxHeight").await?.trim_end_matches("px").parse()?;
    ensure!((500.0..700.0).contains(&height), "--da-window: {height}");
    value(page, "el.directive = {}").await?;
    page.by_role("alert", any()).await?;
    ensure!(colour(page, ".failure", "paddingTop").await? == "3px");
    Ok(())
}

async fn theme_is_light_dark_or_the_desktops(page: &Page) -> Result<()> {
    portal::open(page, "", TAG).await?;
    page.ready().await?;
    let mut grounds = Vec::new();
    for (theme, colours) in [("light", Colours::Dark), ("dark", Colours::Light), ("auto", Colours::Light)] {
        page.colours(colours).await?;
        value(page, &format!("el.theme = '{theme}'")).await?;
        grounds.push(colour(page, ".bar", "backgroundColor").await?);
    }
    ensure!(grounds == ["rgb(255, 254, 251)", "rgb(29, 28, 26)", "rgb(255, 254, 251)"], "{grounds:?}");
    page.colours(Colours::Dark).await?;
    ensure!(colour(page, ".bar", "backgroundColor").await? == "rgb(29, 28, 26)");
    Ok(())
}

e2e::tests!(
    attributes_lead,
    what_an_attribute_names_and_is_not_there_is_told,
    properties_mirror_attributes,
    the_address_is_the_pages_own_unless_it_is_given,
    storage_keys_keep_drafts_apart,
    what_can_only_be_read_offers_nothing_else,
    methods_wait_and_tell,
    destroy_ends_it_and_shows_what_stood_there,
    events_tell_what_happens,
    the_portal_takes_the_file_itself,
    the_portal_sees_a_file_before_it_is_read,
    custom_properties_and_parts_theme_it,
    theme_is_light_dark_or_the_desktops,
);
