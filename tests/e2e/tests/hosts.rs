//! The pages that the element stands on: hostile styles, several elements, its own directive and roster.

#![allow(clippy::indexing_slicing, reason = "a JSON value that lacks what is asked for answers with null")]

use e2e::portal::{self, hears, value};
use e2e::prelude::*;
use e2e::product::{self, UNIT};
use serde_json::{Value, json};

/// Sheets of pages that mean no harm and do it all the same. The first does nothing.
const SHEETS: &[(&str, &str)] = &[
    ("plain", "#around { width: 760px; }"),
    ("everything unset", "* { all: unset; }"),
    ("everything unset for certain", "* { all: unset !important; }"),
    ("a small root", "html { font-size: 62.5%; } body { font-size: 1.6rem; line-height: 1; } * { font-size: 3rem; }"),
    (
        "a reset of everything",
        "*, *::before, *::after { margin: 0 !important; padding: 0 !important; border: 0 !important; font: inherit !important;
         vertical-align: baseline !important; list-style: none !important; text-decoration: none !important; outline: 0 !important; }",
    ),
    (
        "a loud portal",
        "* { color: #0f0 !important; background: #00f !important; font: italic bold 31px/3 cursive !important;
         letter-spacing: 5px !important; word-spacing: 20px !important; text-transform: uppercase !important;
         text-align: right !important; text-indent: 40px !important; text-shadow: 2px 2px red !important;
         white-space: nowrap !important; direction: rtl !important; cursor: crosshair !important; }",
    ),
    (
        "boxes in frames",
        "* { border: 5px solid red !important; border-radius: 20px !important; padding: 15px !important;
         box-shadow: 0 0 9px red !important; outline: 4px dashed lime !important; box-sizing: content-box !important;
         float: left !important; display: inline !important; max-height: 90px !important; overflow: hidden !important; }
         html, body { display: block !important; max-height: none !important; overflow: visible !important; float: none !important; }",
    ),
    (
        "effects",
        "body * { opacity: .4 !important; filter: blur(3px) !important; transform: rotate(3deg) !important; zoom: 1.3;
         mix-blend-mode: difference !important; clip-path: circle(30%) !important; transition: all 9s !important;
         columns: 3 !important; writing-mode: vertical-rl !important; user-select: none !important; }
         body * { visibility: visible; }",
    ),
    (
        "a framework's base",
        ":root { --accent: lime; --paper: red; --ink: yellow; --line: blue; --ui: cursive; --r: 30px; --s4: 90px; --top: 200px; }
         *, ::before, ::after { box-sizing: border-box; border: 0 solid currentColor; }
         body { margin: 0; line-height: 1.15; -webkit-font-smoothing: antialiased; }
         button, input, select, textarea { appearance: none; border-radius: 99px; text-transform: uppercase; min-height: 90px; }
         a { color: hotpink; } h1, h2, h3 { font-weight: 100; font-size: 9px; } main, article, header { display: flex; }
         .bar, .card, .sheet, .btn, .top, .app, .read { display: none !important; } img, svg { display: block; }",
    ),
    (
        "content before and after",
        "*::before, *::after { content: 'x' !important; display: block !important; height: 50px !important; background: red !important; }
         html::before, html::after, body::before, body::after, head::before, #around::before, #around::after { display: none !important; }
         directive-assessment { animation: spin 2s infinite !important; } @keyframes spin { to { rotate: 1turn; } }",
    ),
];

/// The element's own box stays the page's; the wrapper gives it the same room on all of them: the width of the window, so that
/// a picture of it shows nothing of the page.
const ROOM: &str = "html { scrollbar-width: none !important; } html > head, html > head * { display: none !important; }
    html, body { margin: 0 !important; padding: 0 !important; border: 0 !important; outline: 0 !important; }
    #around { all: initial !important; display: block !important; width: 760px !important; }
    #around > directive-assessment { margin: 0 !important; width: auto !important; }";

/// The computed styles of everything in the shadow root that people see of it.
const COMPUTED: &str = "const root = document.querySelector('directive-assessment').shadowRoot;
const names = ['color', 'backgroundColor', 'fontFamily', 'fontSize', 'fontStyle', 'fontWeight', 'lineHeight', 'letterSpacing',
    'wordSpacing', 'textAlign', 'textTransform', 'textIndent', 'textShadow', 'whiteSpace', 'direction', 'display', 'opacity',
    'visibility', 'cursor', 'paddingTop', 'paddingLeft', 'marginTop', 'borderTopWidth', 'borderTopLeftRadius', 'boxShadow',
    'width', 'height', 'position', 'float', 'writingMode', 'listStyleType', 'textDecorationLine', 'outlineStyle'];
const origin = root.host.getBoundingClientRect();
const all = [...root.querySelectorAll('*')].filter((one) => !['LINK', 'STYLE'].includes(one.tagName));
return JSON.stringify(all.map((one) => {
    const style = getComputedStyle(one), box = one.getBoundingClientRect();
    const at = [box.left - origin.left, box.top - origin.top].map(Math.round);
    return [one.localName + '.' + one.className, at, ...names.map((name) => name + ': ' + style[name])];
}))";

/// The computed styles of what is the page's.
const OUTSIDE: &str = "return JSON.stringify([...document.querySelectorAll('html, body, #mine, #mine *')].map((one) => {
    const style = getComputedStyle(one);
    return [...style].filter((name) => !name.startsWith('--') && !/size|height|width|inset|origin|perspective|top|bottom/.test(name))
        .map((name) => name + ': ' + style.getPropertyValue(name));
}))";

const MINE: &str =
    "<section id=\"mine\"><h1>Tin mới</h1><p>Chữ của <a href=\"#\">cổng</a></p><button>Gửi</button></section>";

async fn open_with(page: &Page, sheet: &str) -> Result<()> {
    page.server.put_foreign("/portal/page.css", format!("{sheet}\n{ROOM}"));
    let head = "<link rel=\"stylesheet\" href=\"page.css\">";
    let body = "<div id=\"around\"><directive-assessment unit=\"ban-tuyen-giao\" theme=\"light\"></directive-assessment></div>";
    portal::open(page, head, &format!("{body}{MINE}")).await?;
    page.viewport(760, 900).await?;
    page.ready().await
}

async fn lines(page: &Page, script: &str) -> Result<Vec<Value>> {
    let found = page.script(script, &[]).await?;
    Ok(serde_json::from_str(found.as_str().unwrap_or("[]"))?)
}

async fn looks_the_same_on_every_page(page: &Page) -> Result<()> {
    let (mut plain, mut picture) = (Vec::new(), Vec::new());
    let mut wrong = Vec::new();
    for (name, sheet) in SHEETS {
        open_with(page, sheet).await?;
        let seen = lines(page, COMPUTED).await?;
        let shot = if page.engine() == Engine::Chromium {
            std::fs::read(page.screenshot(&format!("host-{}", name.replace(' ', "-"))).await?)?
        } else {
            Vec::new()
        };
        if *name == "plain" {
            (plain, picture) = (seen, shot);
            ensure!(plain.len() > 100, "{} elements", plain.len());
            continue;
        }
        for (mine, other) in plain.iter().zip(&seen).filter(|(mine, other)| mine != other).take(3) {
            let differ = mine.as_array().into_iter().flatten().zip(other.as_array().into_iter().flatten());
            let differ: Vec<String> =
                differ.filter(|(one, two)| one != two).map(|(one, two)| format!("{one} became {two}")).collect();
            wrong.push(format!("{name}: {}: {}", mine[0], differ.join(", ")));
        }
        if seen.len() != plain.len() {
            wrong.push(format!("{name}: {} elements, not {}", seen.len(), plain.len()));
        }
        if shot != picture {
            wrong.push(format!("{name}: the picture differs"));
        }
    }
    ensure!(wrong.is_empty(), "{}", wrong.join("\n"));
    Ok(())
}

async fn changes_nothing_of_the_page(page: &Page) -> Result<()> {
    for (name, sheet) in SHEETS.iter().take(4) {
        page.server.put_foreign("/portal/page.css", format!("{sheet}\n{ROOM}"));
        let head = "<link rel=\"stylesheet\" href=\"page.css\">";
        portal::serve(page, head, &format!("<div id=\"around\"></div>{MINE}"));
        page.visit(&page.server.url_at(portal::HOST)).await?;
        page.viewport(760, 900).await?;
        let without = lines(page, OUTSIDE).await?;
        open_with(page, sheet).await?;
        let with = lines(page, OUTSIDE).await?;
        for (one, two) in without.iter().zip(&with) {
            ensure!(one == two, "{name}: {one}\nbecame {two}");
        }
    }
    Ok(())
}

async fn fits_from_280_pixels(page: &Page) -> Result<()> {
    portal::open(page, "", "<directive-assessment unit=\"ban-tuyen-giao\"></directive-assessment>").await?;
    page.ready().await?;
    for width in [280, 320, 600, 1000] {
        page.viewport(1100, 800).await?;
        let fits = format!(
            "el.style.cssText = 'display: block; width: {width}px'; el.view = 'directive';
            const root = el.shadowRoot, right = el.getBoundingClientRect().right;
            return [...root.querySelectorAll('*')].filter((one) => one.getBoundingClientRect().right > right + 1
                && !one.closest('.spoken, nav')).map((one) => one.localName + '.' + one.className)"
        );
        for view in ["directive", "assessment"] {
            let wide = value(page, &fits.replace("'directive'", &format!("'{view}'"))).await?;
            ensure!(wide == json!([]), "{width}, {view}: {wide}");
        }
    }
    let heights =
        value(page, "return [el.getBoundingClientRect().height, el.shadowRoot.querySelector('.app').offsetHeight]")
            .await?;
    ensure!((heights[0].as_f64().unwrap_or(0.0) - heights[1].as_f64().unwrap_or(9.0)).abs() < 2.0, "{heights}");
    Ok(())
}

const OTHER: &str = include_str!("../../fixtures/other-directive.json");
const UNITS: &str = include_str!("../../fixtures/other-roster.json");

async fn another_directive_works_by_address_and_by_property(page: &Page) -> Result<()> {
    page.server.put("/portal/ke-hoach.json", OTHER);
    page.server.put("/portal/don-vi.json", UNITS);
    let tag = "<directive-assessment directive=\"ke-hoach.json\" roster=\"don-vi.json\" unit=\"phong-van-thu\"></directive-assessment>";
    portal::open(page, "", &format!("<main><h1>Cổng thông tin</h1>{tag}</main>")).await?;
    page.ready().await?;
    page.by_role("heading", has("Kế hoạch 27/KH-UBND giao 5 nhiệm vụ")).await?;
    page.sees("Độc lập - Tự do - Hạnh phúc").await?;
    page.sees_no("1022").await?;
    page.inside("article", matches("^Nhiệm vụ 2:")).await?.click("button", "Tự đánh giá").await?;
    page.by_role("heading", "Nhiệm vụ 2").await?;
    product::requirement(page, "2.1").await?.click("radio", "Đang thực hiện").await?;
    product::is_saved(page).await?;
    page.click("link", "Kiểm tra và xuất").await?;
    let file = product::export(page).await?;
    ensure!(file.name.starts_with("27-KH-UBND_Phong-Van-thu_"), "{}", file.name);
    page.axe_is_clean().await?;
    // The same by property, on a page that knew the built-in one until now; its drafts are found again.
    portal::open(page, "", "<directive-assessment></directive-assessment>").await?;
    page.ready().await?;
    let give = format!("el.directive = {OTHER}; el.roster = {UNITS}; await el.flush(); return typeof el.roster");
    ensure!(value(page, &give).await? == "object");
    page.click("link", "Tự đánh giá").await?;
    page.by_role("link", "Phòng Văn thư").await?;
    value(page, "el.roster = null; el.directive = ''").await?;
    page.by_role("article", has("1022-CV/TU")).await.map(drop)
}

/// A text's digest, as an attribute has it.
async fn digest(page: &Page, text: &str) -> Result<String> {
    let hash = "return crypto.subtle.digest('SHA-256', new TextEncoder().encode(arguments[0]))
        .then((hash) => 'sha256-' + btoa(String.fromCharCode(...new Uint8Array(hash))))";
    Ok(page.script(hash, &[json!(text)]).await?.as_str().unwrap_or_default().to_owned())
}

async fn a_directive_and_a_roster_may_be_fixed_by_their_digests(page: &Page) -> Result<()> {
    page.allow("");
    page.server.put("/portal/ke-hoach.json", OTHER);
    page.server.put("/portal/don-vi.json", UNITS);
    page.visit(&page.server.url("kiem-tra.html")).await?;
    let (directive, roster) = (digest(page, OTHER).await?, digest(page, UNITS).await?);
    let tag = |directive: &str, roster: &str| {
        format!(
            "<directive-assessment directive=\"ke-hoach.json\" directive-integrity=\"{directive}\" roster=\"don-vi.json\"
             roster-integrity=\"{roster}\"></directive-assessment>"
        )
    };
    portal::open(page, "", &tag(&directive, &roster)).await?;
    page.ready().await?;
    page.by_role("heading", has("Kế hoạch 27/KH-UBND giao 5 nhiệm vụ")).await?;
    for (directive, roster, code, words) in [
        (roster.as_str(), roster.as_str(), "directive-changed", "không đúng với mã kiểm tra"),
        (&directive, &directive, "roster-changed", "không đúng với mã kiểm tra"),
        // A browser would check nothing, and say nothing.
        (&directive, "md5-x", "roster-changed", "viết sai"),
        ("x", &roster, "directive-changed", "viết sai"),
    ] {
        portal::open(page, "", &tag(directive, roster)).await?;
        let told = hears(page, "error").await?;
        ensure!(told["code"] == code, "{directive} {roster}: {told}");
        page.inside("alert", any()).await?.sees(words).await?;
        page.gone("link", "Công văn").await?;
    }
    Ok(())
}

async fn what_is_wrong_with_a_directive_is_shown_and_nothing_in_its_place(page: &Page) -> Result<()> {
    page.allow("missing file");
    page.server.put(
        "/portal/sai.json",
        OTHER.replace("\"text\": \"sao lưu dữ liệu hằng ngày\"", "\"text\": \"sao lưu hằng tuần\""),
    );
    page.server.put("/portal/html.json", "<!doctype html><title>404</title>");
    page.server.put("/portal/don-vi.json", UNITS);
    let tag = "<directive-assessment roster=\"don-vi.json\" directive=\"sai.json\"></directive-assessment>";
    portal::open(page, "", tag).await?;
    let place = "tasks[3].requirements[0].clause.text";
    let told = hears(page, "error").await?;
    ensure!(told["code"] == "directive-invalid" && told["path"] == place, "{told}");
    page.inside("alert", any()).await?.sees("Lời trích không có trong nguyên văn").await?;
    page.sees(place).await?;
    page.sees("Văn bản dựng sẵn không được dùng thay").await?;
    page.gone("link", "Công văn").await?;
    ensure!(portal::error(page, "await el.flush()").await?["code"] == "directive-invalid");
    for (set, code, words) in [
        ("el.directive = 'html.json'", "directive-invalid", "không đúng dạng JSON"),
        ("el.directive = 'tu-danh-gia/khong-co.json'", "directive-unreachable", "HTTP 404"),
        ("el.lang = 'en'; el.directive = { id: 'x' }", "directive-invalid", "is missing"),
        ("const ring = {}; ring.ring = ring; el.directive = ring", "directive-invalid", "cannot be made into JSON"),
    ] {
        value(page, set).await?;
        let told = hears(page, "error").await?;
        ensure!(told["code"] == code, "{set}: {told}");
        page.inside("alert", any()).await?.sees(words).await?;
        page.gone("link", matches("Công văn|Directive")).await?;
    }
    // Put right, it goes on without a reload.
    value(page, &format!("el.lang = 'vi'; el.directive = {OTHER}")).await?;
    page.by_role("heading", has("27/KH-UBND")).await?;
    page.gone("alert", has("Chưa hiển thị")).await
}

async fn a_page_can_hide_it_by_whatever_means(page: &Page) -> Result<()> {
    page.server.put_foreign(
        "/portal/hiding.css",
        ".gone { display: none; } .quite-gone { display: none !important; } .unseen { visibility: hidden; }
         .skipped { content-visibility: hidden; } .flex { display: flex; }",
    );
    let head = "<link rel=\"stylesheet\" href=\"hiding.css\">";
    portal::open(page, head, "<directive-assessment></directive-assessment>").await?;
    page.ready().await?;
    let is_seen = "return el.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true })
        && el.shadowRoot.querySelector('.bar').checkVisibility({ visibilityProperty: true }) && el.offsetHeight > 300";
    ensure!(value(page, is_seen).await? == true);
    for hide in [
        "el.style.display = 'none'",
        "el.style.setProperty('display', 'none', 'important')",
        "el.className = 'gone'",
        "el.className = 'quite-gone'",
        "el.className = 'unseen'",
        "el.className = 'skipped'",
        "el.hidden = true",
    ] {
        value(page, hide).await?;
        ensure!(value(page, is_seen).await? == false, "{hide}");
        value(page, "el.className = ''; el.hidden = false; el.removeAttribute('style')").await?;
        ensure!(value(page, is_seen).await? == true, "after {hide}");
    }
    // Another kind of box has the same room.
    let width = "return Math.round(el.shadowRoot.querySelector('.app').getBoundingClientRect().width)";
    let before = value(page, width).await?;
    for display in ["flex", "inline", "grid"] {
        value(page, &format!("el.style.display = '{display}'")).await?;
        ensure!(value(page, width).await? == before, "{display}");
    }
    Ok(())
}

async fn the_same_directive_again_changes_nothing(page: &Page) -> Result<()> {
    portal::open(page, "", "<directive-assessment unit=\"ban-tuyen-giao\"></directive-assessment>").await?;
    page.ready().await?;
    value(page, &format!("window.given = {OTHER}; window.units = {UNITS}; el.directive = given; el.roster = units"))
        .await?;
    page.by_role("heading", has("27/KH-UBND")).await?;
    page.inside("search", any()).await?.by_role("searchbox", any()).await?.click().await?;
    page.type_text("kế").await?;
    // As often as a framework draws: the same object, and one that is made anew.
    value(page, "for (const _ of [1, 2, 3]) { el.directive = given; el.roster = structuredClone(units); }").await?;
    page.type_text(" hoạch").await?;
    let typed = "return el.shadowRoot.querySelector('#find').value";
    ensure!(value(page, typed).await? == "kế hoạch", "the focus was lost");
    // One that was changed is another.
    value(page, "given.name = 'Kế hoạch 28'; el.directive = given").await?;
    page.by_role("heading", has("Kế hoạch 28")).await.map(drop)
}

async fn the_address_is_the_pages_own_under_any_base(page: &Page) -> Result<()> {
    let html = "<!doctype html><html lang=\"vi\"><title>Cổng</title><base href=\"/elsewhere/\">
        <script type=\"module\" src=\"/portal/tu-danh-gia/embed.js\"></script>
        <directive-assessment routing=\"hash\"></directive-assessment>";
    page.server.put_foreign(portal::HOST, html);
    page.visit(&page.server.url_at(portal::HOST)).await?;
    page.ready().await?;
    page.click("link", "Tự đánh giá").await?;
    page.by_role("heading", "Tự đánh giá").await?;
    let address = page.script("return location.pathname + location.hash", &[]).await?;
    ensure!(address == json!([portal::HOST, "#/tu-danh-gia"].concat()), "{address}");
    page.back().await?;
    page.by_role("article", has("1022-CV/TU")).await.map(drop)
}

async fn a_second_embed_js_leaves_the_first_alone(page: &Page) -> Result<()> {
    page.server.put("/portal/second.js", "import './tu-danh-gia/embed.js?again';");
    page.allow("embed.js is on this page twice");
    let head = "<script type=\"module\" src=\"second.js\"></script>";
    portal::open(page, head, "<directive-assessment readonly=\"false\"></directive-assessment>").await?;
    page.ready().await?;
    // A false that a framework has written out is no true.
    ensure!(value(page, "return el.readOnly").await? == false);
    product::begin_here(page).await
}

async fn two_on_a_page_do_not_fight(page: &Page) -> Result<()> {
    page.server.put("/portal/ke-hoach.json", OTHER);
    page.server.put("/portal/don-vi.json", UNITS);
    let tags = "<directive-assessment id=\"one\" unit=\"quan-uy-ninh-kieu\"></directive-assessment>
        <directive-assessment id=\"two\" unit=\"phong-van-thu\" directive=\"ke-hoach.json\" roster=\"don-vi.json\"></directive-assessment>
        <directive-assessment id=\"three\"></directive-assessment>";
    portal::open(page, "", tags).await?;
    let all = "return [...document.querySelectorAll('directive-assessment')]
        .every((one) => one.shadowRoot.querySelector('[data-ready]'))";
    eventually("three that are ready", async || Ok(value(page, all).await? == true)).await?;
    let edit = |id: &str, requirement: &str, text: &str| {
        format!(
            "const one = document.getElementById('{id}'), root = one.shadowRoot;
            const until = async (look) => {{ for (;;) {{ const found = look(); if (found) return found; await new Promise(requestAnimationFrame); }} }};
            if (!root.querySelector('.assess')) (await until(() => root.querySelector('.card footer .btn'))).click();
            one.view = 'assessment'; one.task = '{requirement}';
            const field = await until(() => root.querySelector('#requirement-{} textarea'));
            field.focus(); field.value = '{text}'; field.dispatchEvent(new InputEvent('input', {{ bubbles: true, composed: true }}));
            field.blur(); await one.flush();
            return Object.entries(localStorage).filter(([, record]) => record.includes('{text}')).map(([key]) => key)",
            requirement.replace('.', "\\\\.")
        )
    };
    for (id, directive, text) in [("one", "1022-CV/TU", "Bản một"), ("two", "27/KH-UBND", "Bản hai")] {
        let kept = value(page, &edit(id, "1.1", text)).await?;
        let key = kept[0].as_str().unwrap_or_default().to_owned();
        ensure!(key.starts_with(&format!("directive-assessment/{directive}/draft/")), "{kept}");
    }
    // Moved, removed and put back: the text is there, and the place.
    let moved = "const one = document.getElementById('one'); document.body.append(one); one.remove();
        await new Promise(requestAnimationFrame); document.body.prepend(one); await one.flush();
        for (;;) { const field = one.shadowRoot.querySelector('#requirement-1\\\\.1 textarea'); if (field?.value) return field.value; await new Promise(requestAnimationFrame); }";
    let moved = value(page, moved).await?;
    ensure!(moved == "Bản một", "{moved}");
    // One that draws where another has drawn before it shows its own.
    let late = "document.getElementById('one').remove();
        const late = document.createElement('directive-assessment'); late.directive = 'ke-hoach.json'; late.roster = 'don-vi.json'; document.body.prepend(late);
        for (;;) { const card = late.shadowRoot.querySelector('.app[data-ready] article'); if (card) return late.shadowRoot.textContent; await new Promise(requestAnimationFrame); }";
    let late = value(page, late).await?;
    let shows = |text: &str| late.as_str().is_some_and(|late| late.contains(text));
    ensure!(shows("27/KH-UBND") && !shows("Bản một"), "{late}");
    let conflicts = portal::told(page).await?.into_iter().filter(|told| told["name"] == "conflict").count();
    ensure!(conflicts == 0, "{conflicts} conflicts between different directives");
    Ok(())
}

/// Counts the listeners on what outlives an element, and makes `rounds` of mounting and unmounting: a new element and one
/// that comes back, in turns.
const MOUNTS: &str = "window.live = {};
    const { addEventListener: add, removeEventListener: remove } = EventTarget.prototype;
    const note = (target, type, by) => {
        const name = target === window ? 'window' : target === document ? 'document' : null;
        if (name) live[`${name} ${type}`] = (live[`${name} ${type}`] ?? 0) + by;
    };
    EventTarget.prototype.addEventListener = function (type, ...rest) { note(this ?? window, type, 1); return add.call(this ?? window, type, ...rest); };
    EventTarget.prototype.removeEventListener = function (type, ...rest) { note(this ?? window, type, -1); return remove.call(this ?? window, type, ...rest); };
    const again = document.createElement('directive-assessment');
    window.rounds = async (count) => {
        for (let round = 0; round < count; round++) {
            const one = round % 2 ? again : document.createElement('directive-assessment');
            document.body.append(one);
            await one.flush();
            one.remove();
        }
    };
    window.pages = () => memory.buffer.byteLength / 65536;";

/// Collects what nobody holds; what the program holds for it goes with it a moment later.
async fn collect(page: &Page) -> Result<()> {
    if page.engine() == Engine::Chromium {
        page.cdp("HeapProfiler.collectGarbage", json!({})).await?;
    }
    value(page, "await new Promise((next) => setTimeout(next))").await.map(drop)
}

/// `MOUNTS=2000` makes a measurement of it.
async fn mounts_and_unmounts_leave_nothing_behind(page: &Page) -> Result<()> {
    let count: usize = std::env::var("MOUNTS").ok().and_then(|count| count.parse().ok()).unwrap_or(100);
    wait_up_to(Duration::from_secs(60));
    portal::open(page, "", "").await?;
    value(page, &[portal::PROGRAM, MOUNTS].concat()).await?;
    let begun = value(page, "return pages()").await?.as_f64().unwrap_or_default();
    let mut pages = Vec::new();
    // The first rounds take what all the others use again.
    for _ in 0..=count / 50 {
        // How much is there at a time hangs on when the browser collects: by itself it may do so after ten, or after fifty.
        for _ in 0..5 {
            value(page, "await rounds(10)").await?;
            collect(page).await?;
        }
        pages.push(value(page, "return pages()").await?.as_f64().unwrap_or_default());
    }
    let left = value(page, "return Object.entries(live).filter(([, number]) => number !== 0)").await?;
    ensure!(left == json!([]), "listeners left behind: {left}");
    ensure!(pages.first() > Some(&begun), "this is not the memory that the elements live in: {begun} {pages:?}");
    println!("{count} mounts in {}, pages of memory every 50: {pages:?}", page.engine());
    // Only Chromium collects when it is told to.
    if let (Engine::Chromium, [first, .., last]) = (page.engine(), pages.as_slice()) {
        ensure!(last - first <= 1.0, "memory grows: {pages:?}");
    }
    Ok(())
}

async fn a_host_without_a_unit_lets_the_person_choose(page: &Page) -> Result<()> {
    portal::open(page, "", "<directive-assessment></directive-assessment>").await?;
    page.ready().await?;
    product::choose_unit(page, product::UNIT_TYPED, UNIT).await?;
    page.reload().await?;
    page.sees(UNIT).await
}

e2e::tests!(
    the_address_is_the_pages_own_under_any_base,
    a_page_can_hide_it_by_whatever_means,
    the_same_directive_again_changes_nothing,
    a_second_embed_js_leaves_the_first_alone,
    looks_the_same_on_every_page,
    changes_nothing_of_the_page,
    fits_from_280_pixels,
    another_directive_works_by_address_and_by_property,
    a_directive_and_a_roster_may_be_fixed_by_their_digests,
    what_is_wrong_with_a_directive_is_shown_and_nothing_in_its_place,
    two_on_a_page_do_not_fight,
    mounts_and_unmounts_leave_nothing_behind,
    a_host_without_a_unit_lets_the_person_choose,
);
