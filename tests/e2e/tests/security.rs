//! What protects the person who uses the product: a file that was changed on its way does not run, and is told of.

use e2e::{prelude::*, product};

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

e2e::tests!(a_changed_program_does_not_run, a_changed_style_sheet_is_not_used, a_changed_script_does_not_run,);
