//! The check of pages that show hostile texts finds what is planted.

use e2e::hostile::{shows, texts_only};
use e2e::prelude::*;
use serde_json::json;

/// What is planted, in a box of its own among the product's elements, and what is told of it.
const PLANTED: &[(&str, &str)] = &[
    ("box.append(document.createElement('img'))", "an element"),
    ("box.append(document.createElement('x-pwned'))", "an element"),
    ("box.append(document.createElement('style'))", "a style sheet"),
    ("box.setAttribute('background', '/x')", "an attribute"),
    ("link('javascript:void 0')", "a link: javascript:"),
    ("link('data:text/html,x')", "a link: data:"),
    ("link('https://pwned.example/')", "a link without noopener"),
    ("document.title = 'x'", "the title"),
    ("box.textContent = 'a\\u202eb'", "a control that turns the text"),
    ("box.textContent = 'a\\u061cb'", "a control that turns the text"),
    ("box.setAttribute('aria-label', '\\u2066x')", "a hidden character in aria-label"),
    ("box.textContent = 'e' + '\\u0301'.repeat(5)", "a pile of marks"),
    ("box.textContent = 'ש' + '\\u05b4'.repeat(7)", "a pile of marks"),
    ("box.textContent = 'אבגדהו: 81 chỗ'", "the order of what follows a name"),
    ("document.body.append(box); box.textContent = 'W'.repeat(900)", "wider than the window"),
    ("window.pwned = 1", "a text has run"),
];

const PLANT: &str = "const root = document.querySelector('directive-assessment').shadowRoot;
    const box = document.createElement('p');
    const link = (href) => Object.assign(box.appendChild(document.createElement('a')), { href, textContent: 'x' });
    window.untitled = document.title;
    window.planted = box;
    root.querySelector('.app').append(box);";

const UPROOT: &str = "window.planted.remove();
    document.title = window.untitled;
    delete window.pwned";

async fn finds_what_is_planted(page: &Page) -> Result<()> {
    page.viewport(360, 800).await?;
    // The policy refuses the planted sheet, and says so.
    page.allow("style-src-elem");
    page.open("#/tu-danh-gia").await?;
    texts_only(page, "nothing is planted").await?;
    for (plant, told) in PLANTED {
        page.script(&format!("{PLANT}\n{plant}"), &[]).await?;
        let found = texts_only(page, "planted").await;
        ensure!(found.as_ref().is_err_and(|fault| format!("{fault:#}").contains(told)), "{plant}: {found:?}");
        page.script(UPROOT, &[]).await?;
    }
    texts_only(page, "all is uprooted").await?;
    ensure!(shows(page, "a text", ["<b>không có</b>"]).await.is_err(), "a text that is not there is found");
    page.script(&format!("{PLANT}\nbox.append('<b>có', '</b>')"), &[]).await?;
    shows(page, "a text", ["<b>có</b>"]).await
}

async fn a_dialog_and_a_violation_of_the_policy_fail_a_test(page: &Page) -> Result<()> {
    page.open("#/tu-danh-gia").await?;
    e2e::product::play(page, "planted.js", "alert('pwned'); document.body.setAttribute('style', 'color: red');")
        .await?;
    eventually("the policy's report", async || Ok(!page.server.csp_reports().is_empty())).await?;
    let problems = json!(page.problems().await?).to_string();
    for part in ["dialog alert: pwned", "csp report", "csp: style-src-attr"] {
        ensure!(problems.contains(part), "no {part:?} in {problems}");
        page.allow(part);
    }
    Ok(())
}

e2e::tests!(finds_what_is_planted, a_dialog_and_a_violation_of_the_policy_fail_a_test);
