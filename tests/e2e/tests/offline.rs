//! Without a network: the service worker keeps the product on this machine, whole or not at all, and changes to another release
//! only after the person agrees.

use e2e::prelude::*;
use e2e::product::{self, UNIT};
use e2e::{Look, NEXT, Release, Reply, until};
use std::fs;

pub(crate) const TEXT: &str = "Đã tổ chức 04 hội nghị quán triệt.";

/// Waits until the page says that it is kept on this machine.
async fn is_kept(page: &Page) -> Result<()> {
    let look = "return document.documentElement.dataset.offline ?? ''";
    eventually("the product kept for use without a network", async || Ok(page.script(look, &[]).await? == "ready"))
        .await
}

/// Comes back from another page of the product: a reload asked for by a driver may go past the worker, a visit does not.
pub(crate) async fn come_again(page: &Page, route: &str) -> Result<()> {
    page.visit(&page.server.url("kiem-tra.html")).await?;
    page.open(route).await
}

/// The same with nothing in the browser's memory: WebKit keeps scripts there, and asks no worker for them.
async fn come_back(page: &mut Page, route: &str) -> Result<()> {
    if page.engine() == Engine::WebKit {
        return page.reopen(route).await;
    }
    come_again(page, route).await
}

/// A draft with a text, on a page that is kept.
pub(crate) async fn begin_kept(page: &Page) -> Result<String> {
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
    // Each third of them; with `EVERY_WAY=1` each.
    let step = if std::env::var_os("EVERY_WAY").is_some() { 1 } else { 3 };
    for requests in (0..=files).step_by(step) {
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

/// Waits until a worker of that version is in its place. Chromium puts it there when the one before has nothing to do, so that one
/// is not asked all the time.
async fn has_worker(page: &Page, version: &str) -> Result<()> {
    until(&format!("a worker of {version}"), async || {
        if comes_a_worker(page).await? {
            return Ok(Look::NotYet("one on its way".to_owned()));
        }
        let found = worker(page).await?;
        Ok(if found.0 == version { Look::Found(()) } else { Look::NotYet(format!("{found:?}")) })
    })
    .await
}

async fn comes_a_worker(page: &Page) -> Result<bool> {
    let asks = "return navigator.serviceWorker.ready.then(({ installing, waiting }) => Boolean(installing ?? waiting))";
    Ok(page.script(asks, &[]).await? == true)
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

/// Another release is there, and its worker has taken it in: until the person agrees, the page goes on with its own release, whole.
async fn an_old_page_keeps_its_worker_until_the_yes(page: &mut Page) -> Result<()> {
    let here = begin_kept(page).await?;
    let (old, _) = worker(page).await?;
    let next = Release::next(page)?;
    page.server.move_to(next.folder().to_owned());
    for _ in 0..2 {
        look_for_a_worker(page).await?;
        page.sees("Có bản mới của trang này.").await?;
        ensure!(worker(page).await? == (old.clone(), old.clone()), "the worker has changed unasked");
        runs(page, &old).await?;
        come_again(page, &here).await?;
    }
    product::requirement(page, "1.1").await?.fill("Hạn chế, khó khăn", UNIT).await?;
    product::is_saved(page).await?;
    // Without a network too, and after it was closed. An update is not to be had then, and that is said.
    page.server.stop();
    come_again(page, &here).await?;
    runs(page, &old).await?;
    product::requirement(page, "1.1").await?.holds("Hạn chế, khó khăn", UNIT).await?;
    page.server.start()?;
    come_again(page, &here).await?;
    look_for_a_worker(page).await?;
    page.sees("Có bản mới của trang này.").await?;
    // One that still asks would have all that it needs, and a yes.
    eventually("the worker that was told no gone", async || Ok(!comes_a_worker(page).await?)).await?;
    page.server.stop();
    page.click("button", "Cập nhật").await?;
    page.sees("Chưa cập nhật được").await?;
    ensure!(worker(page).await?.0 == old, "the worker has changed without a network");
    page.server.start()?;
    // What was agreed to comes with the network.
    look_for_a_worker(page).await?;
    has_worker(page, NEXT).await
}

/// Two windows: one says yes. The other one is told, and goes on as it is until it is loaded again.
async fn another_window_is_told_of_the_yes(page: &mut Page) -> Result<()> {
    let here = begin_kept(page).await?;
    let first = page.window().await?;
    let second = page.new_window().await?;
    page.open(&here).await?;
    is_kept(page).await?;
    let next = Release::next(page)?;
    page.server.move_to(next.folder().to_owned());
    look_for_a_worker(page).await?;
    page.sees("Có bản mới của trang này.").await?;
    product::into_another_page(page, async || page.click("button", "Cập nhật").await).await?;
    has_worker(page, NEXT).await?;
    page.switch_to(&first).await?;
    page.sees("Trang đã được cập nhật ở một cửa sổ khác.").await?;
    product::requirement(page, "1.1").await?.fill("Hạn chế, khó khăn", UNIT).await?;
    product::into_another_page(page, async || page.click("button", "Tải lại").await).await?;
    product::requirement(page, "1.1").await?.holds("Hạn chế, khó khăn", UNIT).await?;
    page.close_window(&second).await
}

/// Puts another text in the place of a file that the worker keeps, as any script of this origin could, with a head of its own.
pub(crate) async fn poison(page: &Page, name: &str, text: &str) -> Result<()> {
    let put = "return (async (name, text) => {
        for (const known of await caches.keys()) {
            const cache = await caches.open(known);
            for (const key of await cache.keys()) {
                if (!key.url.endsWith('/' + name)) continue;
                const type = { html: 'text/html', css: 'text/css', wasm: 'application/wasm' }[name.split('.').pop()] ?? 'text/javascript';
                const body = text || (await (await cache.match(key)).arrayBuffer());
                await cache.put(key, new Response(body, { headers: { 'Content-Type': type, 'Content-Security-Policy': \"script-src 'none'\" } }));
            }
        }
    })(arguments[0], arguments[1]).then(() => null)";
    page.script(put, &[name.into(), text.into()]).await.map(drop)
}

const TAMPERED: &str = "window.tampered = true; document.documentElement.dataset.tampered = '';";

/// Files of every kind, and what an attacker would put there.
fn poisons(page: &Page) -> Result<Vec<(&'static str, String)>> {
    let read = |name: &str| fs::read_to_string(page.server.root().join(name));
    let index = read("index.html")?.replacen("<html", "<html data-tampered", 1);
    let mut poisons = vec![("index.html", index), ("directive-assessment_bg.wasm", "\0asm".to_owned())];
    for name in ["embed.js", "directive-assessment.js", "boot.js", "rescue.js", "kiem-tra.js"] {
        poisons.push((name, format!("{TAMPERED}\n{}", read(name)?)));
    }
    poisons
        .push(("directive-assessment.css", read("directive-assessment.css")? + "\nhtml { opacity: 0.5 !important }"));
    Ok(poisons)
}

async fn is_untouched(page: &Page, what: &str) -> Result<()> {
    let look = "return document.documentElement.dataset.tampered ?? getComputedStyle(document.documentElement).opacity";
    let seen = page.script(look, &[]).await?;
    ensure!(seen == "1", "{what}: what was put into the cache is used: {seen}");
    Ok(())
}

/// What a script of the origin has put into the cache is not served, and is put right.
async fn what_was_changed_in_the_cache_is_not_served(page: &mut Page) -> Result<()> {
    let here = begin_kept(page).await?;
    for (name, text) in poisons(page)? {
        poison(page, name, &text).await?;
        come_back(page, &here).await.with_context(|| format!("{name} was changed"))?;
        is_untouched(page, name).await?;
        product::requirement(page, "1.1").await?.holds("Kết quả", TEXT).await?;
        if name == "kiem-tra.js" || name == "rescue.js" {
            // The self-check has no program that would refuse them.
            page.visit(&page.server.url("kiem-tra.html")).await?;
            is_untouched(page, "the self-check").await?;
        }
        is_kept_right(page, name).await.with_context(|| name.to_owned())?;
    }
    Ok(())
}

/// Waits until the cache has a file as it was released.
async fn is_kept_right(page: &Page, name: &str) -> Result<()> {
    let look = "return (async (name) => {
        const list = await (await fetch('files.json')).json();
        const found = await caches.match(new URL(name, location.href).href);
        const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', await found.arrayBuffer()));
        return [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('') === list.files[name].sha256;
    })(arguments[0])";
    eventually(format!("{name} as it was released in the cache"), async || {
        Ok(page.script(look, &[name.into()]).await? == true)
    })
    .await
}

async fn what_was_changed_is_refused_without_a_network(page: &mut Page) -> Result<()> {
    let here = begin_kept(page).await?;
    for (name, text) in poisons(page)?.into_iter().filter(|(name, _)| *name != "kiem-tra.js") {
        poison(page, name, &text).await?;
        page.server.stop();
        if page.engine() == Engine::WebKit {
            page.restart().await?;
        } else {
            page.visit(&page.server.url("kiem-tra.html")).await?;
        }
        page.visit(&page.server.url(&here)).await?;
        if name == "index.html" {
            page.sees("Trang lưu trên máy này bị thiếu hoặc đã bị thay đổi").await?;
            // One of each store where the mirror is behind, the journal's last: WebKit was ended right after the words were saved.
            until("a draft with the words in the panel", async || {
                let Some(link) = page.all_by_role("link", has(UNIT)).await?.pop() else {
                    return Ok(Look::NotYet("none".to_owned()));
                };
                link.click().await?;
                let draft = page.downloaded(".json").await?.text()?.to_owned();
                Ok(if draft.contains(TEXT) { Look::Found(()) } else { Look::NotYet(draft) })
            })
            .await?;
            page.axe_is_clean().await?;
        } else if ["embed.js", "directive-assessment.js", "directive-assessment_bg.wasm"].contains(&name) {
            page.sees("Trang lưu trên máy này bị thiếu hoặc đã bị thay đổi").await?;
            page.sees("Số 1022-CV/TU").await?;
        }
        is_untouched(page, name).await?;
        page.server.start()?;
        come_back(page, &here).await.with_context(|| format!("{name}, with the network back"))?;
        product::requirement(page, "1.1").await?.holds("Kết quả", TEXT).await?;
        if name == "rescue.js" {
            page.visit(&page.server.url("kiem-tra.html")).await?;
        }
        is_kept_right(page, name).await.with_context(|| name.to_owned())?;
    }
    Ok(())
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
    an_old_page_keeps_its_worker_until_the_yes,
    another_window_is_told_of_the_yes,
    what_was_changed_in_the_cache_is_not_served,
    what_was_changed_is_refused_without_a_network,
    a_new_page_works_under_an_old_worker,
);
