//! What protects the person who uses the product: a file that was changed on its way does not run, and is reported.

use e2e::{built_page, portal, prelude::*, product};
use serde_json::{Value, json};
use std::{collections::BTreeSet, fs, path::Path};

/// Appends to a file of the product what would show that it was used.
fn tamper(page: &Page, name: &str, addition: &[u8]) -> Result<()> {
    let mut bytes = product::file(name)?;
    bytes.extend_from_slice(addition);
    page.server.put(name, bytes);
    Ok(())
}

/// What each browser logs where a digest is not the right one, and what the product says then.
fn allow_refusals(page: &Page) {
    for part in ["integrity", "digest", "Integrity", "could not load", "console.error", "rescue.js"] {
        page.allow(part);
    }
}

async fn a_changed_program_does_not_run(page: &Page) -> Result<()> {
    // A custom section named `x`: the program would run as before.
    tamper(page, "directive-assessment_bg.wasm", b"\0\x02\x01x")?;
    allow_refusals(page);
    page.visit(&page.server.url("")).await?;
    page.by_role("alert", any()).await?;
    let mounted =
        page.script("return !!document.querySelector('directive-assessment').shadowRoot.querySelector('.app')", &[]);
    ensure!(mounted.await? == false, "the changed program has run");
    page.sees("Số 1022-CV/TU").await
}

async fn a_changed_style_sheet_is_not_used(page: &Page) -> Result<()> {
    tamper(page, "directive-assessment.css", b"\n:host { opacity: 0.5 !important }")?;
    allow_refusals(page);
    page.open("").await?;
    let opacity = "return getComputedStyle(document.querySelector('directive-assessment')).opacity";
    ensure!(page.script(opacity, &[]).await? == "1", "the changed style sheet is used");
    Ok(())
}

async fn a_changed_script_does_not_run(page: &Page) -> Result<()> {
    tamper(page, "directive-assessment_bg.wasm", b"\0\x02\x01x")?;
    tamper(page, "rescue.js", b"\nwindow.tampered = true;")?;
    allow_refusals(page);
    page.visit(&page.server.url("")).await?;
    eventually("the attempt to load the rescue", async || {
        Ok(page.server.requests().iter().any(|asked| asked.path.ends_with("/rescue.js")))
    })
    .await?;
    eventually("the refusal in the log", async || Ok(page.log().await?.iter().any(|line| line.contains("rescue.js"))))
        .await?;
    ensure!(page.script("return window.tampered ?? null", &[]).await?.is_null(), "the changed script has run");
    Ok(())
}

/// How a file of the product comes to be loaded.
#[derive(Clone, Copy)]
enum Way {
    /// By an element on the page of a portal, with these attributes.
    Element(&'static str),
    /// By the same, where the program cannot start.
    Failure,
    /// By the same, as someone saves the page with the draft in it.
    Copy,
    /// By the same, as someone prints.
    Print,
    /// By a page of the product.
    Page(&'static str),
    /// By the product's page in a frame.
    Frame,
}

/// By an element that shows the board.
const BOARD: Way = Way::Element("view=\"board\"");

/// Every script and style that is loaded from beside another file.
const LOADED: [(&str, Way); 18] = [
    ("embed.js", Way::Element("")),
    ("directive-assessment.js", Way::Element("")),
    ("content.js", Way::Element("roster=\"khong-co.json\"")),
    ("rescue.js", Way::Failure),
    ("carry.js", Way::Copy),
    ("printing.js", Way::Print),
    ("board-loader.js", BOARD),
    ("board.js", BOARD),
    ("prerendered.js", Way::Element("")),
    ("boot.js", Way::Page("")),
    ("embed.js", Way::Page("")),
    ("frame.js", Way::Frame),
    ("rescue.js", Way::Page("kiem-tra.html")),
    ("kiem-tra.js", Way::Page("kiem-tra.html")),
    ("nhung.js", Way::Page("nhung.html")),
    ("nhung.may-chu.js", Way::Page("nhung.html")),
    ("embed.js", Way::Page("mau/phan-tu.html")),
    ("frame-host.js", Way::Page("mau/khung.html")),
];

/// In other tests of this file and in `office.rs`, with what shows that they were used.
const SEEN_OTHERWISE: [&str; 10] = [
    "board-worker.js",
    "board.css",
    "board_bg.wasm",
    "office-worker.js",
    "office.js",
    "office_bg.wasm",
    "directive-assessment_bg.wasm",
    "directive-assessment.css",
    "nhung.css",
    "directive-assessment.html",
];

/// What a page or a server begins with, and what no script and no page loads: the worker of the product's own page checks
/// what it keeps of it, `SHA256SUMS` lists all of it.
const NOT_LOADED: [&str; 22] = [
    "SHA256SUMS",
    "custom-elements.json",
    "directive-assessment.cdx.json",
    "directive-assessment.v1.json",
    "directive-assessment.v2.json",
    "directive-remarks.v1.json",
    "directive.v1.json",
    "embed.d.ts",
    "files.json",
    "icon-192.png",
    "icon-512.png",
    "icon.svg",
    "index.html",
    "kiem-tra.html",
    "manifest.webmanifest",
    "mau/cong.css",
    "mau/khung.html",
    "mau/phan-tu.html",
    "nhung.html",
    "roster.v1.json",
    "sw-off.js",
    "sw.js",
];

/// The names of all files below a folder.
fn names(folder: &Path, below: &str) -> Result<BTreeSet<String>> {
    let mut found = BTreeSet::new();
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name = format!("{below}{}", entry.file_name().to_string_lossy());
        if entry.file_type()?.is_dir() {
            found.extend(names(&entry.path(), &format!("{name}/"))?);
        } else {
            found.insert(name);
        }
    }
    Ok(found)
}

/// The page of a portal with an element, and the digest of `embed.js` in its tag.
async fn pinned(page: &Page, attributes: &str) -> Result<()> {
    let list: Value = serde_json::from_slice(&product::file("files.json")?)?;
    let digits = list.pointer("/files/embed.js/sha256").and_then(Value::as_str).context("no digest")?;
    let digest = "return btoa(String.fromCharCode(...arguments[0].match(/../g).map((two) => parseInt(two, 16))))";
    let digest = page.script(digest, &[json!(digits)]).await?;
    let head = format!(
        "<script type=\"module\" src=\"tu-danh-gia/embed.js\" integrity=\"sha256-{}\"></script>",
        digest.as_str().unwrap_or_default()
    );
    portal::serve(page, &head, &format!("<directive-assessment {attributes}>Công văn</directive-assessment>"));
    page.visit(&page.server.url_at(portal::HOST)).await
}

async fn goes(page: &Page, way: Way) -> Result<()> {
    match way {
        Way::Page(route) => page.visit(&page.server.url(route)).await,
        Way::Element(attributes) => pinned(page, attributes).await,
        Way::Frame => {
            let frame =
                format!("<!doctype html><title>Cổng</title><iframe src=\"{}\"></iframe>", page.server.url("?embed=1"));
            page.server.put_foreign("/portal/frame.html", frame);
            page.visit(&page.server.url_at("/portal/frame.html")).await?;
            page.enter_frame().await
        }
        Way::Failure => {
            tamper(page, "directive-assessment_bg.wasm", b"\0\x02\x01x")?;
            pinned(page, "").await
        }
        Way::Copy => {
            pinned(page, "").await?;
            save_a_copy(page).await
        }
        Way::Print => {
            pinned(page, "").await?;
            page.ready().await?;
            // What was saved as a copy is there.
            page.click("link", "Tự đánh giá").await?;
            page.by_role("link", product::UNIT).await?.click().await?;
            page.by_role("heading", has("Nhiệm vụ")).await?;
            // All of the page is printed instead.
            page.script("window.print = () => {}", &[]).await?;
            page.press("Control+p").await
        }
    }
}

async fn save_a_copy(page: &Page) -> Result<()> {
    page.ready().await?;
    product::begin_here(page).await?;
    product::requirement(page, "1.1").await?.click("radio", "Đang thực hiện").await?;
    product::is_saved(page).await?;
    page.click("link", "Kiểm tra và xuất").await?;
    page.click("link", "Xem bản in, lưu HTML").await?;
    page.click("button", "Lưu thành một tệp HTML").await
}

/// How often the log says that a file was not loaded.
async fn refusals(page: &Page, name: &str) -> Result<usize> {
    let is_refusal = |line: &&String| line.contains("could not load") && line.contains(&format!("/{name}"));
    Ok(page.log().await?.iter().filter(is_refusal).count())
}

/// Each script in turn is another one: it does not run, whichever way it comes.
async fn a_swapped_script_does_not_run(page: &Page) -> Result<()> {
    let folder = built_page()?;
    let files = names(folder.parent().context("no folder")?, "")?;
    let known = LOADED.iter().map(|(name, _)| *name).chain(SEEN_OTHERWISE).chain(NOT_LOADED);
    let known: BTreeSet<String> = known.map(str::to_owned).collect();
    ensure!(files == known, "nobody has said how these are loaded: {:?}", files.symmetric_difference(&known));
    page.allow("");
    for (name, way) in LOADED {
        page.server.mend();
        page.server.hide("sw.js");
        let mut script = b"window.tampered = true;\n".to_vec();
        script.extend(product::file(name)?);
        page.server.put(name, script);
        let before = refusals(page, name).await?;
        goes(page, way).await.with_context(|| name.to_owned())?;
        eventually(format!("the refusal of {name} in the log"), async || Ok(refusals(page, name).await? > before))
            .await?;
        let has_run = page.script("return window.tampered ?? null", &[]).await?;
        ensure!(has_run.is_null(), "the changed {name} has run");
    }
    Ok(())
}

/// The program of the board, and the worker that reads for it.
async fn a_changed_board_does_not_run(page: &Page) -> Result<()> {
    page.allow("");
    tamper(page, "board_bg.wasm", b"\0\x02\x01x")?;
    goes(page, BOARD).await?;
    page.sees("Chưa tải được phần này").await?;
    page.server.mend();
    page.server.hide("sw.js");
    tamper(page, "board.css", b"\n.coord { opacity: 0 }")?;
    goes(page, BOARD).await?;
    page.sees("Chưa tải được phần này").await?;
    page.server.mend();
    page.server.hide("sw.js");
    tamper(page, "board-worker.js", b"\n// changed")?;
    goes(page, BOARD).await?;
    page.sees("Nơi cơ quan tổng hợp").await?;
    let read = "const folder = '/portal/tu-danh-gia/', { version } = await (await fetch(folder + 'files.json')).json();
        const reader = await (await import(`${folder}board-loader.js?${version}`)).reader();
        await reader.read('a.json', new Uint8Array(1), '1022-CV/TU');
        return reader.isWorker";
    ensure!(portal::value(page, read).await? == false, "the changed worker reads");
    Ok(())
}

/// The single file gets the draft, and has a script of its own.
async fn a_swapped_single_file_gets_no_draft(page: &Page) -> Result<()> {
    page.allow("");
    let single = String::from_utf8(product::file("directive-assessment.html")?)?;
    page.server.put("directive-assessment.html", single.replace("<title", "<meta name=\"swapped\"><title"));
    goes(page, Way::Copy).await?;
    page.sees("Trình duyệt không cho tải tệp xuống").await
}

async fn a_swapped_style_sheet_is_not_used(page: &Page) -> Result<()> {
    page.allow("");
    let opacity = "return getComputedStyle(document.documentElement).opacity";
    for (name, route) in [
        ("directive-assessment.css", ""),
        ("directive-assessment.css", "kiem-tra.html"),
        ("directive-assessment.css", "nhung.html"),
        ("nhung.css", "nhung.html"),
    ] {
        page.server.mend();
        page.server.hide("sw.js");
        tamper(page, name, b"\nhtml { opacity: 0.5 !important }")?;
        page.visit(&page.server.url(route)).await?;
        ensure!(page.script(opacity, &[]).await? == "1", "the changed {name} is used by {route:?}");
    }
    Ok(())
}

/// Names that a script looks up on `window`, and that an element of a page may have.
fn looked_up() -> Result<BTreeSet<String>> {
    let mut found: BTreeSet<String> =
        ["caches", "crypto", "directiveAssessmentRescue", "indexedDB", "trustedTypes"].map(str::to_owned).into();
    let folder = built_page()?;
    for name in names(folder.parent().context("no folder")?, "")?.iter().filter(|name| name.ends_with(".js")) {
        let script = String::from_utf8(product::file(name)?)?;
        for before in ["window.", "globalThis.", "self."] {
            let after = script.split(before).skip(1);
            found.extend(after.map(|rest| rest.chars().take_while(|c| c.is_alphanumeric()).collect::<String>()));
        }
    }
    found.remove("");
    ensure!(found.contains("directiveAssessmentPolicy") && found.len() > 8, "{found:?}");
    Ok(found)
}

/// Some of what is looked up is not there in older browsers, where an element has the name to itself.
const OLDER: &str = "for (const name of ['trustedTypes', 'caches']) delete window[name];";

async fn names_of_elements_are_in_nobodys_way(page: &Page) -> Result<()> {
    page.allow("");
    page.server.policy("default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'");
    let names = looked_up()?;
    let links: String = names.iter().map(|name| format!("<a id=\"{name}\"></a>")).collect();
    let form =
        |name| format!("<form id=\"{name}\"><input name=\"createScriptURL\"><input name=\"createPolicy\"></form>");
    let forms: String = names.iter().map(form).collect();
    page.server.put("/portal/older.js", OLDER);
    let index = String::from_utf8(product::file("index.html")?)?;
    let delete = "<script src=\"/portal/older.js\"></script>";
    for (elements, older) in [(&links, ""), (&forms, ""), (&links, delete), (&forms, delete)] {
        page.server.hide("sw.js");
        let changed = index.replacen("<meta charset", &format!("{older}<meta charset"), 1);
        page.server.put("index.html", changed.replacen("<body>", &format!("<body>{elements}"), 1));
        page.open("").await.context("the page")?;
        let body = format!("{elements}<directive-assessment></directive-assessment>");
        portal::open(page, older, &body).await?;
        page.ready().await.context("the element")?;
        // The rescue, inside the element and outside of it.
        for (missing, address) in [
            ("directive-assessment_bg.wasm", page.server.url_at(portal::HOST)),
            ("directive-assessment_bg.wasm", page.server.url("")),
            ("embed.js", page.server.url("")),
        ] {
            page.server.hide(missing);
            page.visit(&address).await?;
            page.sees("Máy chủ thiếu một tệp").await.with_context(|| format!("the rescue without {missing}"))?;
            page.server.put(missing, product::file(missing)?);
        }
    }
    Ok(())
}

/// Whoever makes the policy, it has no address for a script but those of the product's own.
async fn the_policy_takes_the_products_own_scripts_alone(page: &Page) -> Result<()> {
    let strangers = [
        "https://example.org/a.js",
        "//example.org/a.js",
        "../a.js",
        "a.js",
        "rescue.js/../a.js",
        "rescue.js?0000000000000000",
        "rescue.js#a",
        "data:text/javascript,1",
        "",
    ];
    let tried = format!(
        "const policy = window.directiveAssessmentPolicy;
        const took = (name) => {{ try {{ return String(policy.createScriptURL(name)); }} catch {{ return null; }} }};
        return [took('rescue.js'), ...{}.map(took)]",
        json!(strangers)
    );
    let own = page.server.url("rescue.js");
    let only_own = |taken: &Value| {
        let taken = taken.as_array().cloned().unwrap_or_default();
        taken.first() == Some(&json!(own)) && taken.iter().skip(1).all(Value::is_null) && taken.len() > strangers.len()
    };
    // By embed.js; by boot.js alone; by whichever of the two comes first.
    portal::open(page, "", "<directive-assessment></directive-assessment>").await?;
    page.ready().await?;
    let taken = portal::value(page, &tried).await?;
    ensure!(only_own(&taken), "embed.js: {taken}");
    page.allow("");
    page.server.hide("embed.js");
    page.visit(&page.server.url("")).await?;
    page.sees("Máy chủ thiếu một tệp").await?;
    let taken = page.script(&tried, &[]).await?;
    ensure!(only_own(&taken), "boot.js: {taken}");
    Ok(())
}

e2e::tests!(
    a_changed_program_does_not_run,
    a_changed_style_sheet_is_not_used,
    a_changed_script_does_not_run,
    a_swapped_script_does_not_run,
    a_changed_board_does_not_run,
    a_swapped_single_file_gets_no_draft,
    a_swapped_style_sheet_is_not_used,
    names_of_elements_are_in_nobodys_way,
    the_policy_takes_the_products_own_scripts_alone,
);
