//! What the page for webmasters writes is enough as it stands: each way of putting the product into a portal of another origin
//! works under the policies that it names, and with the digests that it gives.

use e2e::prelude::*;
use e2e::{FOLDER, portal, product};
use std::collections::BTreeMap;

const TEXT: &str = "Đã tổ chức 04 hội nghị quán triệt.";

/// Chooses on the page for webmasters, and returns what there is to copy.
async fn handed_out(page: &Page, surface: &str, server: &str) -> Result<Vec<String>> {
    page.visit(&page.server.url("nhung.html")).await?;
    eventually("the list of files", async || {
        Ok(page.script("return 'ready' in document.documentElement.dataset", &[]).await? == true)
    })
    .await?;
    page.click("radio", matches(format!("^{surface}"))).await?;
    page.click("radio", server).await?;
    if surface != "Trang" {
        page.fill("Địa chỉ trang của cổng sẽ đặt phần tự đánh giá", &page.server.url_as("localhost", portal::HOST))
            .await?;
    }
    copied(page).await
}

/// What there is to copy on the page.
async fn copied(page: &Page) -> Result<Vec<String>> {
    let copied = "return [...document.querySelectorAll('#steps pre')].map((code) => code.textContent)";
    serde_json::from_value(page.script(copied, &[]).await?).context("what there is to copy")
}

/// The policy for the product's own page, out of a server's configuration.
fn own_policy(configuration: &str) -> Result<String> {
    let start = configuration.find("\"default-src ").context("no policy in the configuration")? + 1;
    let policy = configuration.get(start..).and_then(|rest| rest.split('"').next()).context("an open policy")?;
    Ok(policy.to_owned())
}

/// The policy that the README has servers send is the one that is handed out, but for the folder's address.
async fn the_readme_says_the_same(page: &Page) -> Result<()> {
    let readme = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/../../README.md"))?;
    let line = readme.lines().find_map(|line| line.trim().strip_prefix("Content-Security-Policy: "));
    let steps = handed_out(page, "Trang", "nginx").await?;
    let given = own_policy(steps.get(1).context("no configuration")?)?;
    let given = given.replace(&page.server.url(""), "https://your.server/any/folder/");
    ensure!(line == Some(given.as_str()), "the README has\n{line:?}, the page for webmasters\n{given}");
    for part in
        ["script-src https://your.server/any/folder/ 'wasm-unsafe-eval'", "frame-ancestors 'self'", "base-uri 'none'"]
    {
        ensure!(given.contains(part), "{part} is missing in {given}");
    }
    Ok(())
}

/// Sources of a portal's policy name the product's folder, and the frame names the portal.
async fn nothing_is_wider_than_it_must_be(page: &Page) -> Result<()> {
    let folder = page.server.url("");
    for surface in ["Phần tử", "Khung"] {
        let steps = handed_out(page, surface, "nginx").await?;
        let [_, _, policy, tag] = steps.as_slice() else { bail!("{steps:?}") };
        for line in policy.lines().filter(|line| line.contains("-src ")) {
            let sources = line.trim_end_matches(';').split(' ').skip(1).filter(|source| !source.starts_with('\''));
            ensure!(sources.clone().all(|source| source == folder), "{line}");
        }
        if surface == "Khung" {
            let origin = page.server.url_as("localhost", "");
            ensure!(tag.contains(&format!("?embed=1&amp;origin={origin}\"")), "{tag}");
        }
    }
    let sample = String::from_utf8(product::file("mau/khung.html")?)?;
    ensure!(sample.contains("?embed=1&amp;origin=self\""), "{sample}");
    Ok(())
}

/// The guide for webmasters shows the tag that is handed out, and so does the sample.
async fn the_frame_is_the_same_everywhere(page: &Page) -> Result<()> {
    handed_out(page, "Khung", "nginx").await?;
    page.fill("Địa chỉ thư mục của phần tự đánh giá", "https://files.example/tu-danh-gia").await?;
    page.fill("Địa chỉ trang của cổng sẽ đặt phần tự đánh giá", "https://portal.example/trang").await?;
    page.click("checkbox", has("SRI")).await?;
    let tag = copied(page).await?.pop().context("no tag")?;
    let guide = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/embedding.md"))?;
    ensure!(guide.contains(&format!("```html\n{tag}\n```\n")), "docs/embedding.md does not show\n{tag}");
    let start = tag.lines().next().context("no frame")?;
    ensure!(String::from_utf8(product::file("mau/khung.html")?)?.contains(start), "the sample is not\n{start}");
    Ok(())
}

/// The policy of a portal that lets nothing in but what it was told to.
fn portal_policy(lines: &str) -> String {
    let mut policy: BTreeMap<&str, String> = ["default-src", "script-src", "style-src", "connect-src", "frame-src"]
        .map(|name| (name, "'self'".into()))
        .into();
    policy.insert("require-trusted-types-for", "'script'".into());
    policy.insert("trusted-types", "e2e".into());
    for (name, sources) in lines.lines().filter_map(|line| line.trim_end_matches(';').split_once(' ')) {
        let allowed = policy.entry(name).or_default();
        allowed.push(' ');
        allowed.push_str(sources);
    }
    policy.iter().map(|(name, sources)| format!("{name} {sources}")).collect::<Vec<_>>().join("; ")
}

/// Puts the tag into a page of the portal, and opens it.
async fn open(page: &Page, lines: &str, tag: &str) -> Result<()> {
    page.server.header("Access-Control-Allow-Origin: *");
    let_keep(page);
    page.server.policy_at(portal::HOST, &portal_policy(lines));
    portal::serve(page, "", tag);
    page.visit(&page.server.url_as("localhost", portal::HOST)).await
}

/// What a first visit needs.
const NEEDED: [&str; 4] =
    ["directive-assessment_bg.wasm", "directive-assessment.js", "directive-assessment.css", "embed.js"];

/// Lets browsers keep it: what they keep nothing of they ask for again.
pub(crate) fn let_keep(page: &Page) {
    NEEDED.iter().for_each(|file| page.server.let_keep_at(file));
}

/// What a first visit needs has come once.
pub(crate) fn asked_for_once(page: &Page) -> Result<()> {
    let requests = page.server.requests();
    // Before the page of the portal that of the webmaster may have been open.
    let opened = requests.iter().position(|asked| asked.path == portal::HOST).unwrap_or(0);
    let requests = requests.get(opened..).unwrap_or_default();
    for file in NEEDED {
        let count = requests.iter().filter(|asked| asked.path == format!("{FOLDER}{file}")).count();
        ensure!(count == 1, "{file} was asked for {count} times");
    }
    Ok(())
}

async fn works(page: &Page) -> Result<()> {
    page.ready().await?;
    // A frame may take the focus only once a person has been in it.
    page.field("Đơn vị").await?.click().await?;
    product::begin_here(page).await?;
    product::requirement(page, "1.1").await?.fill("Kết quả", TEXT).await?;
    product::is_saved(page).await
}

async fn the_element_works_as_handed_out(page: &Page) -> Result<()> {
    let steps = handed_out(page, "Phần tử", "nginx").await?;
    let [_, configuration, policy, tag] = steps.as_slice() else { bail!("{steps:?}") };
    ensure!(tag.contains("integrity=\"sha256-"), "{tag}");
    ensure!(configuration.contains("add_header Access-Control-Allow-Origin \"*\""), "{configuration}");
    open(page, policy, tag).await?;
    works(page).await?;
    // What the tag names ahead is what the element asks for.
    asked_for_once(page)
}

async fn the_frame_works_as_handed_out(page: &Page) -> Result<()> {
    let steps = handed_out(page, "Khung", "nginx").await?;
    let [_, configuration, policy, tag] = steps.as_slice() else { bail!("{steps:?}") };
    page.server.policy_at(&format!("{FOLDER}index.html"), &with_hooks(&own_policy(configuration)?));
    open(page, policy, tag).await?;
    page.enter_frame().await?;
    works(page).await
}

async fn the_page_works_as_handed_out(page: &Page) -> Result<()> {
    let steps = handed_out(page, "Trang", "nginx").await?;
    let [_, configuration, tag] = steps.as_slice() else { bail!("{steps:?}") };
    page.server.policy_at(&format!("{FOLDER}index.html"), &with_hooks(&own_policy(configuration)?));
    open(page, "", tag).await?;
    page.click("link", "Tự đánh giá theo Công văn 1022-CV/TU").await?;
    works(page).await
}

/// The tests' own script has a policy for Trusted Types of its own.
fn with_hooks(policy: &str) -> String {
    policy
        .replace("trusted-types directive-assessment", "trusted-types directive-assessment e2e")
        .replace("script-src ", "script-src http://127.0.0.1:*/__hooks.js ")
}

async fn every_server_is_told_the_same(page: &Page) -> Result<()> {
    for surface in ["Phần tử", "Khung", "Trang"] {
        let mut policies = Vec::new();
        for server in ["nginx", "Apache", "Apache (.htaccess)", "IIS", "Caddy"] {
            let steps = handed_out(page, surface, server).await?;
            policies.push(own_policy(steps.get(1).context("no configuration")?)?);
        }
        let is_same = policies.windows(2).all(|two| two.first() == two.last());
        ensure!(is_same, "{surface}: {policies:?}");
    }
    page.axe_is_clean().await
}

async fn the_sample_pages_work(page: &Page) -> Result<()> {
    page.visit(&page.server.url("mau/phan-tu.html")).await?;
    works(page).await?;
    page.visit(&page.server.url("mau/khung.html")).await?;
    page.enter_frame().await?;
    page.ready().await?;
    page.click("link", "Tự đánh giá").await?;
    page.click("link", product::UNIT).await
}

e2e::tests!(
    the_element_works_as_handed_out,
    the_frame_works_as_handed_out,
    the_page_works_as_handed_out,
    every_server_is_told_the_same,
    the_readme_says_the_same,
    nothing_is_wider_than_it_must_be,
    the_frame_is_the_same_everywhere,
    the_sample_pages_work,
);
