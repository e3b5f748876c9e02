//! The product's page in the frame of a portal, from the same site and from another.

#![allow(clippy::indexing_slicing, reason = "a JSON value that lacks what is asked for answers with null")]

use e2e::portal::{self, value};
use e2e::prelude::*;
use e2e::product::{self, UNIT};
use serde_json::{Value, json};

/// The page of a portal with the product in a frame. It remembers every message, and puts nothing right by itself.
const PORTAL: &str = "<!doctype html><html lang=\"vi\"><head><meta charset=\"utf-8\"><title>Cổng</title>
<script>window.messages = []; addEventListener('message', ({ data }) => messages.push(data));</script></head>
<body style=\"margin:0\"><iframe data-directive-assessment data-state title=\"Tự đánh giá\" style=\"width:100%\" src=\"SRC\"></iframe>
<script src=\"/portal/tu-danh-gia/frame-host.js\"></script></body></html>";

/// Opens the portal at `localhost`, another site than the product's own, or at the product's own.
async fn open(page: &Page, is_other: bool, query: &str) -> Result<()> {
    let source = page.server.url(&format!("?embed=1{query}"));
    page.server.put_foreign("/portal/frame.html", PORTAL.replace("SRC", &source.replace('&', "&amp;")));
    let address = page.server.url_at("/portal/frame.html");
    page.visit(&if is_other { address.replace("127.0.0.1", "localhost") } else { address }).await
}

async fn messages(page: &Page) -> Result<Vec<Value>> {
    let messages = page.script("return JSON.stringify(window.messages)", &[]).await?;
    Ok(serde_json::from_str(messages.as_str().unwrap_or("[]"))?)
}

async fn hears(page: &Page, what: &str, is_it: impl Fn(&Value) -> bool) -> Result<()> {
    eventually(what, async || Ok(messages(page).await?.iter().any(&is_it))).await
}

/// The height of the frame, and of what it holds.
async fn heights(page: &Page) -> Result<(f64, f64)> {
    let outer = page.script("return document.querySelector('iframe').clientHeight", &[]).await?;
    page.enter_frame().await?;
    let inner = page.script("return document.body.getBoundingClientRect().height", &[]).await?;
    page.leave_frame().await?;
    Ok((outer.as_f64().unwrap_or_default(), inner.as_f64().unwrap_or_default()))
}

async fn fits(page: &Page) -> Result<()> {
    eventually("a frame as high as what it holds", async || {
        let (outer, inner) = heights(page).await?;
        Ok(outer > 300.0 && (outer - inner).abs() < 3.0)
    })
    .await
}

async fn the_frame_is_as_high_as_what_it_holds(page: &Page) -> Result<()> {
    open(page, true, "").await?;
    page.viewport(1280, 800).await?;
    hears(page, "the greeting answered", |one| one["type"] == "ready").await?;
    fits(page).await?;
    let (high, _) = heights(page).await?;
    // It becomes lower again, and nothing within scrolls.
    page.enter_frame().await?;
    page.click("link", "Tự đánh giá").await?;
    page.by_role("heading", "Tự đánh giá").await?;
    let scrolls = "const root = document.documentElement; return root.scrollWidth > root.clientWidth + 1";
    ensure!(page.script(scrolls, &[]).await? == false);
    page.leave_frame().await?;
    fits(page).await?;
    ensure!(heights(page).await?.0 < high);
    for width in [360, 280] {
        page.viewport(width, 800).await?;
        fits(page).await?;
    }
    // A loop would go on sending.
    let count = messages(page).await?.len();
    page.enter_frame().await?;
    page.script("return new Promise((done) => { let left = 20; const next = () => left-- ? requestAnimationFrame(next) : done(); next() })", &[])
        .await?;
    page.leave_frame().await?;
    ensure!(messages(page).await?.len() <= count + 1, "the height is told again and again");
    Ok(())
}

async fn the_portal_leads_and_is_told_where_one_is_but_never_what_one_writes(page: &Page) -> Result<()> {
    open(page, true, "&unit=quan-uy-ninh-kieu").await?;
    hears(page, "the greeting answered", |one| one["type"] == "ready").await?;
    page.enter_frame().await?;
    // A frame may take the focus only once a person has been in it.
    page.field(matches("^Tìm trong công văn")).await?.click().await?;
    page.leave_frame().await?;
    post(page, &[json!({ "ns": "directive-assessment", "v": 1, "type": "navigate", "task": "1.2" })]).await?;
    page.enter_frame().await?;
    eventually("the focus at 1.2", async || Ok(page.focused_id().await? == "card-1.2")).await?;
    page.sees(UNIT).await?;
    // By the keyboard: in a frame that the portal has scrolled, WebKit's driver aims beside what it is to click on.
    page.inside("article", matches("^Nhiệm vụ 1:")).await?.by_role("button", "Tự đánh giá").await?.focus().await?;
    page.press("Enter").await?;
    product::requirement(page, "1.1").await?.fill("Kết quả", "Bí mật của đơn vị").await?;
    product::is_saved(page).await?;
    page.leave_frame().await?;
    hears(page, "that all is saved", |one| {
        one["type"] == "state" && one["saved"] == true && one["view"] == "assessment"
    })
    .await?;
    let known = ["hello", "ready", "height", "state"];
    for message in messages(page).await? {
        ensure!(message["type"].as_str().is_some_and(|kind| known.contains(&kind)), "{message}");
        let text = message.to_string();
        ensure!(!text.contains("mật") && !text.contains("Ninh") && text.len() < 200, "{text}");
        let keys: Vec<&String> = message.as_object().into_iter().flat_map(|fields| fields.keys()).collect();
        let allowed = ["ns", "v", "type", "height", "view", "task", "saved"];
        ensure!(keys.iter().all(|key| allowed.contains(&key.as_str())), "{text}");
    }
    Ok(())
}

/// What stands for a text of three million letters, which is made where it is sent from.
const HUGE: &str = "HUGE";

/// Sends messages into the frame.
async fn post(page: &Page, messages: &[Value]) -> Result<()> {
    let send = "const { contentWindow } = document.querySelector('iframe'), huge = 'x'.repeat(3e6);
        const message = (text) => JSON.parse(text, (_, value) => (value === 'HUGE' ? huge : value));
        arguments[0].forEach((text) => contentWindow.postMessage(message(text), '*'))";
    let texts: Vec<String> = messages.iter().map(Value::to_string).collect();
    page.script(send, &[json!(texts)]).await.map(drop)
}

async fn what_is_no_message_of_the_portal_is_ignored(page: &Page) -> Result<()> {
    open(page, true, "").await?;
    hears(page, "the greeting answered", |one| one["type"] == "ready").await?;
    let of = |kind: Value, rest: Value| {
        let mut message = json!({ "ns": "directive-assessment", "v": 1, "type": kind });
        if let (Some(all), Some(rest)) = (message.as_object_mut(), rest.as_object()) {
            all.extend(rest.clone());
        }
        message
    };
    let odd =
        [json!(null), json!(1), json!(""), json!([]), json!({}), json!({ "a": [[[]]] }), json!(true), json!(-1e308)];
    let mut bad = vec![json!(HUGE), json!({ "ns": "other", "v": 1, "type": "navigate", "view": "assessment" })];
    bad.extend(odd.iter().cloned());
    bad.extend(odd.iter().map(|kind| of(kind.clone(), json!({ "view": "assessment" }))));
    for kind in ["navigate", "height", "state", "ready", "unknown", "__proto__", "constructor"] {
        for value in odd.iter().chain([&json!(HUGE), &json!("khong-co"), &json!("../../x"), &json!("\u{0}")]) {
            bad.push(of(
                json!(kind),
                json!({ "view": value, "task": value, "height": value, "state": value, "v": value }),
            ));
            bad.push(of(json!(kind), json!({ "view": value, "task": value, "height": value, "saved": value })));
        }
    }
    ensure!(bad.len() > 150, "{}", bad.len());
    post(page, &bad).await?;
    // Another window of the portal is not the one that holds the frame.
    let stranger = "const other = document.createElement('iframe'); document.body.append(other);
        const script = other.contentDocument.createElement('script');
        script.textContent = `parent.frames[0].postMessage({ ns: 'directive-assessment', v: 1, type: 'navigate', view: 'assessment' }, '*')`;
        other.contentDocument.body.append(script); other.remove();";
    page.script(stranger, &[]).await?;
    // Nor is the portal moved by what its frame's neighbours say.
    let forged = "postMessage({ ns: 'directive-assessment', v: 1, type: 'height', height: 99999 }, '*')";
    page.script(forged, &[]).await?;
    page.enter_frame().await?;
    page.by_role("article", has("1022-CV/TU")).await?;
    page.click("link", "Tự đánh giá").await?;
    page.by_role("heading", "Tự đánh giá").await?;
    page.leave_frame().await?;
    fits(page).await
}

async fn only_the_portal_that_the_address_names_is_heard(page: &Page) -> Result<()> {
    open(page, true, "&origin=https://cong.example").await?;
    page.enter_frame().await?;
    page.ready().await?;
    page.leave_frame().await?;
    post(page, &[json!({ "ns": "directive-assessment", "v": 1, "type": "hello", "state": true })]).await?;
    post(page, &[json!({ "ns": "directive-assessment", "v": 1, "type": "navigate", "view": "assessment" })]).await?;
    page.enter_frame().await?;
    page.by_role("article", has("1022-CV/TU")).await?;
    page.leave_frame().await?;
    ensure!(messages(page).await?.is_empty(), "{:?}", messages(page).await?);
    page.allow("postMessage");
    Ok(())
}

/// A name that is none is no reason to talk to whoever greets.
async fn a_wrong_name_of_the_portal_is_said_and_nobody_is_heard(page: &Page) -> Result<()> {
    for wrong in ["cong.example", "https//cong.example", "null", "", "javascript:1", "data:,"] {
        open(page, true, &format!("&origin={wrong}")).await?;
        page.enter_frame().await?;
        page.ready().await?;
        page.sees("ghi sai tên cổng thông tin (origin)").await.with_context(|| format!("{wrong:?}"))?;
        page.leave_frame().await?;
        post(page, &[json!({ "ns": "directive-assessment", "v": 1, "type": "hello", "state": true })]).await?;
        post(page, &[json!({ "ns": "directive-assessment", "v": 1, "type": "navigate", "view": "assessment" })])
            .await?;
        page.enter_frame().await?;
        page.by_role("article", has("1022-CV/TU")).await?;
        page.leave_frame().await?;
        ensure!(messages(page).await?.is_empty(), "{wrong:?}: {:?}", messages(page).await?);
    }
    Ok(())
}

async fn a_frame_of_its_own_site_may_say_so(page: &Page) -> Result<()> {
    open(page, false, "&origin=self").await?;
    hears(page, "the greeting answered", |one| one["type"] == "ready").await?;
    page.allow("postMessage");
    open(page, true, "&origin=self").await?;
    page.enter_frame().await?;
    page.ready().await?;
    page.leave_frame().await?;
    ensure!(messages(page).await?.is_empty(), "{:?}", messages(page).await?);
    Ok(())
}

async fn a_frame_of_another_site_says_what_that_means(page: &Page) -> Result<()> {
    open(page, true, "").await?;
    page.enter_frame().await?;
    page.ready().await?;
    page.sees("cất riêng cho khung này").await?;
    let link = page.by_role("link", "Mở trong cửa sổ riêng").await?;
    ensure!(link.attribute("target").await?.as_deref() == Some("_blank"));
    ensure!(link.attribute("href").await?.is_some_and(|href| href == page.server.url("")));
    page.leave_frame().await?;
    open(page, false, "").await?;
    page.enter_frame().await?;
    page.ready().await?;
    page.sees_no("cất riêng cho khung này").await?;
    page.leave_frame().await
}

/// The element itself asks for no more: the module of the product works from any origin that may load it.
async fn the_element_works_on_a_page_of_another_origin(page: &Page) -> Result<()> {
    page.server.open_to_frames_without_origin();
    let embed = page.server.url("embed.js");
    let html = format!(
        "<!doctype html><html lang=\"vi\"><head><meta charset=\"utf-8\"><title>Cổng</title>
         <script type=\"module\" src=\"{embed}\"></script></head><body><directive-assessment></directive-assessment></body></html>"
    );
    page.server.put_foreign("/portal/cross.html", html);
    page.visit(&page.server.url_at("/portal/cross.html").replace("127.0.0.1", "localhost")).await?;
    page.ready().await?;
    product::choose_unit(page, product::UNIT_TYPED, UNIT).await?;
    page.inside("article", matches("^Nhiệm vụ 1:")).await?.click("button", "Tự đánh giá").await?;
    product::requirement(page, "1.1").await?.click("radio", "Đang thực hiện").await?;
    product::is_saved(page).await
}

/// Below 2 KiB, as it is shipped.
async fn the_portals_script_is_small(page: &Page) -> Result<()> {
    portal::open(page, "", "").await?;
    let size = value(page, "return (await (await fetch('tu-danh-gia/frame-host.js')).text()).length").await?;
    ensure!(size.as_u64().is_some_and(|size| size < 2048), "{size}");
    Ok(())
}

e2e::tests!(
    the_frame_is_as_high_as_what_it_holds,
    the_portal_leads_and_is_told_where_one_is_but_never_what_one_writes,
    what_is_no_message_of_the_portal_is_ignored,
    only_the_portal_that_the_address_names_is_heard,
    a_wrong_name_of_the_portal_is_said_and_nobody_is_heard,
    a_frame_of_its_own_site_may_say_so,
    a_frame_of_another_site_says_what_that_means,
    the_element_works_on_a_page_of_another_origin,
    the_portals_script_is_small,
);
