//! Without a network: the service worker keeps the product on this machine, whole or not at all, and changes to another release
//! only after the person's yes.

use e2e::prelude::*;
use e2e::product::{self, UNIT};
use e2e::{Look, NEXT, Release, Reply, until};
use std::fs;

const TEXT: &str = "Đã tổ chức 04 hội nghị quán triệt.";

/// Waits until the page says that it is kept on this machine.
async fn is_kept(page: &Page) -> Result<()> {
    let look = "return document.documentElement.dataset.offline ?? ''";
    eventually("the product kept for use without a network", async || Ok(page.script(look, &[]).await? == "ready"))
        .await
}

/// Comes back from another page of the product: a reload asked for by a driver may go past the worker, a visit does not.
async fn come_again(page: &Page, route: &str) -> Result<()> {
    page.visit(&page.server.url("kiem-tra.html")).await?;
    page.open(route).await
}

/// A draft with a text, on a page that is kept.
async fn begin_kept(page: &Page) -> Result<String> {
    page.allow("");
    wait_up_to(Duration::from_secs(30));
    let draft = product::begin(page).await?;
    is_kept(page).await?;
    product::requirement(page, "1.1").await?.fill("Kết quả", TEXT).await?;
    product::is_saved(page).await?;
    Ok(product::address(&draft, "nhiem-vu/1"))
}

async fn opens_without_a_network(page: &mut Page) -> Result<()> {
    let here = begin_kept(page).await?;
    page.server.stop();
    // Where it stands, with what it has not loaded yet; and begun anew.
    holds_in_a_copy(page).await?;
    come_again(page, &here).await?;
    let card = product::requirement(page, "1.1").await?;
    card.holds("Kết quả", TEXT).await?;
    card.fill("Hạn chế, khó khăn", "Mất mạng.").await?;
    product::is_saved(page).await?;
    come_again(page, "").await?;
    page.inside("article", has("1022-CV/TU")).await?.sees("Phạm Văn Hiếu").await?;
    page.server.start()?;
    come_again(page, &here).await?;
    let card = product::requirement(page, "1.1").await?;
    card.holds("Kết quả", TEXT).await?;
    card.holds("Hạn chế, khó khăn", "Mất mạng.").await
}

/// Registers the worker in the page's own realm, and waits for what becomes of it.
async fn install(page: &Page, number: usize) -> Result<String> {
    let script = format!(
        "{{ const tell = (state) => (document.documentElement.dataset.worker = `{number} ${{state}}`);
        const address = directiveAssessmentPolicy.createScriptURL('sw.js');
        navigator.serviceWorker.register(address, {{ updateViaCache: 'none' }}).then((registration) => {{
            const worker = registration.installing ?? registration.waiting ?? registration.active;
            const look = () => ['redundant', 'activated'].includes(worker.state) && tell(worker.state);
            worker.addEventListener('statechange', look);
            look();
        }}, (error) => tell(error.name)); }}"
    );
    product::play(page, &format!("install-{number}.js"), &script).await?;
    until("what becomes of the worker", async || {
        let said = page.script("return document.documentElement.dataset.worker ?? ''", &[]).await?;
        let said = said.as_str().unwrap_or_default().to_owned();
        Ok(match said.strip_prefix(&format!("{number} ")) {
            Some(state) => Look::Found(state.to_owned()),
            None => Look::NotYet(said),
        })
    })
    .await
}

/// The files that the worker keeps, in its order.
fn kept_files(page: &Page) -> Result<Vec<String>> {
    let worker = fs::read_to_string(page.server.root().join("sw.js"))?;
    let list =
        worker.split("const FILES = {").nth(1).and_then(|rest| rest.split("};").next()).context("no list of files")?;
    let names = list.lines().filter_map(|line| line.trim().strip_prefix('"')?.split('"').next().map(str::to_owned));
    Ok(names.collect())
}

/// Each file in one of the ways; with `EVERY_WAY=1` in all of them.
async fn is_kept_whole_or_not_at_all(page: &Page) -> Result<()> {
    page.allow("");
    wait_up_to(Duration::from_secs(30));
    page.server.hide("sw.js");
    page.open("").await?;
    let files = kept_files(page)?;
    ensure!(files.len() > 10, "{files:?}");
    let ways = [Reply::Status(404), Reply::Page, Reply::Status(500), Reply::Short(64), Reply::Torn, Reply::Refusal];
    let rounds = if std::env::var_os("EVERY_WAY").is_some() { ways.len() } else { 1 };
    let each = (0..rounds).flat_map(|round| files.iter().zip(ways.iter().cycle().skip(round)));
    let mut installs = 0;
    for (number, (file, way)) in each.enumerate() {
        installs = number + 1;
        page.server.mend();
        page.server.reply(file, way.clone());
        // What an earlier attempt has kept would not be loaded again.
        let forget = "return caches.keys().then((names) => Promise.all(names.map((name) => caches.delete(name))))";
        page.script(forget, &[]).await?;
        let state = install(page, number).await?;
        ensure!(state != "activated", "{file} came as {way:?}, and the worker is {state}");
    }
    // What was kept of the attempts is not served, and is not in the way of the next one.
    page.server.mend();
    page.server.hide("sw.js");
    page.reload().await?;
    page.ready().await?;
    page.server.mend();
    println!("{installs} installs broken off in {}", page.engine());
    let state = install(page, installs).await?;
    ensure!(state == "activated", "with every file right, the worker is {state}");
    come_again(page, "").await?;
    is_kept(page).await
}

/// A server that never answers for one file: what is kept waits, and the page does not.
async fn a_server_that_hangs_holds_up_no_page(page: &Page) -> Result<()> {
    page.allow("");
    page.server.reply("nhung.js", Reply::Silence);
    page.server.reply("kiem-tra.js", Reply::Silence);
    let draft = product::begin(page).await?;
    product::requirement(page, "1.1").await?.fill("Kết quả", TEXT).await?;
    product::is_saved(page).await?;
    page.visit(&page.server.url("mau/phan-tu.html")).await?;
    page.open(&product::address(&draft, "nhiem-vu/1")).await?;
    product::requirement(page, "1.1").await?.holds("Kết quả", TEXT).await
}

/// However the update is cut, the page opens with the release that is kept; it changes after a click, and nothing is lost.
async fn updates_only_whole_and_when_told(page: &Page) -> Result<()> {
    let here = begin_kept(page).await?;
    let files = kept_files(page)?.len();
    let next = Release::next(page)?;
    page.server.move_to(next.folder().to_owned());
    for requests in 0..=files {
        page.server.cut_after(requests);
        come_again(page, &here).await.with_context(|| format!("cut after {requests} requests"))?;
        product::requirement(page, "1.1").await?.holds("Kết quả", TEXT).await?;
    }
    page.server.mend();
    come_again(page, &here).await?;
    look_for_a_worker(page).await?;
    page.sees("Có bản mới của trang này.").await?;
    product::requirement(page, "1.1").await?.fill("Hạn chế, khó khăn", UNIT).await?;
    product::into_another_page(page, async || page.click("button", "Cập nhật").await).await?;
    page.sees_no("Có bản mới của trang này.").await?;
    let card = product::requirement(page, "1.1").await?;
    card.holds("Kết quả", TEXT).await?;
    card.holds("Hạn chế, khó khăn", UNIT).await?;
    runs(page, NEXT).await
}

/// What the worker says that it is, and what it serves.
async fn worker(page: &Page) -> Result<(String, String)> {
    let ask = "return navigator.serviceWorker.ready.then(({ active }) => new Promise((told) => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = ({ data }) => told([data.version, data.serving]);
        active.postMessage('state', [port2]);
        // One that is just being replaced may never answer.
        setTimeout(told, 5000, ['', '']);
    }))";
    serde_json::from_value(page.script(ask, &[]).await?).context("the worker's answer")
}

/// Waits until a worker of that version is in its place.
async fn has_worker(page: &Page, version: &str) -> Result<()> {
    eventually(format!("a worker of {version}"), async || Ok(worker(page).await?.0 == version)).await
}

/// Holds that the page runs that version, of which everything comes that is loaded only now.
async fn runs(page: &Page, version: &str) -> Result<()> {
    let script = page.script("return fetch('embed.js').then((answer) => answer.text())", &[]).await?;
    let is_of = script.as_str().is_some_and(|script| script.contains(version));
    ensure!(is_of, "what is loaded is not of {version}: {:?}", worker(page).await?);
    holds_in_a_copy(page).await
}

/// Holds that the page can be saved with the draft in it, for which it loads what it has not loaded before.
async fn holds_in_a_copy(page: &Page) -> Result<()> {
    let saved = product::save_page(page).await?;
    ensure!(saved.text()?.contains(TEXT), "the copy of the page lacks what was written");
    Ok(())
}

/// Has the browser look whether there is a new worker, which it does by itself when it likes.
async fn look_for_a_worker(page: &Page) -> Result<()> {
    let update = "return navigator.serviceWorker.ready.then((registration) => registration.update()).then(() => null)";
    page.script(update, &[]).await.map(drop)
}

/// A new worker takes over under a page that stays open: the page goes on with its own release, whole.
async fn an_old_page_works_under_a_new_worker(page: &mut Page) -> Result<()> {
    let here = begin_kept(page).await?;
    let (old, _) = worker(page).await?;
    let next = Release::next(page)?;
    page.server.move_to(next.folder().to_owned());
    look_for_a_worker(page).await?;
    has_worker(page, NEXT).await?;
    runs(page, &old).await?;
    page.sees("Có bản mới của trang này.").await?;
    product::requirement(page, "1.1").await?.fill("Hạn chế, khó khăn", UNIT).await?;
    product::is_saved(page).await?;
    // Without a network too, and after it was closed.
    page.server.stop();
    come_again(page, &here).await?;
    runs(page, &old).await?;
    product::requirement(page, "1.1").await?.holds("Hạn chế, khó khăn", UNIT).await?;
    page.server.start()
}

/// What the old worker keeps is damaged, so that the server's new page runs under it, until the new worker comes.
async fn a_new_page_works_under_an_old_worker(page: &mut Page) -> Result<()> {
    let here = begin_kept(page).await?;
    let (old, _) = worker(page).await?;
    let next = Release::next(page)?;
    page.server.move_to(next.folder().to_owned());
    page.server.hide("sw.js");
    let lose = "return (async () => {
        const [name] = (await caches.keys()).filter((name) => name.endsWith(arguments[0]));
        const cache = await caches.open(name), keys = await cache.keys();
        return cache.delete(keys.find(({ url }) => url.endsWith('embed.js')));
    })()";
    ensure!(page.script(lose, &[old.as_str().into()]).await? == true, "nothing was lost");
    come_again(page, &here).await?;
    ensure!(worker(page).await?.0 == old, "the worker has changed");
    runs(page, NEXT).await?;
    product::requirement(page, "1.1").await?.fill("Hạn chế, khó khăn", UNIT).await?;
    product::is_saved(page).await?;
    page.server.mend();
    come_again(page, &here).await?;
    look_for_a_worker(page).await?;
    has_worker(page, NEXT).await?;
    is_kept(page).await?;
    page.server.stop();
    come_again(page, &here).await?;
    runs(page, NEXT).await?;
    product::requirement(page, "1.1").await?.holds("Hạn chế, khó khăn", UNIT).await?;
    page.server.start()
}

e2e::tests!(
    opens_without_a_network,
    is_kept_whole_or_not_at_all,
    a_server_that_hangs_holds_up_no_page,
    updates_only_whole_and_when_told,
    an_old_page_works_under_a_new_worker,
    a_new_page_works_under_an_old_worker,
);
