//! The program stops in the middle of its work: nothing more is written, the page says so and offers the drafts, and after a reload
//! the draft is what the stores had. `cargo xtask torture panic` does this everywhere in the program; here it happens once for each
//! way in which the browser calls it.

use e2e::prelude::*;
use e2e::product;
use e2e::stopping::{End, Rig, Story};

/// Where the program panics: below an event of a key, a timer, an answer of the stores, an event of the window, a method of the
/// element, the start, and a drawing.
const PANICS: [(Story, &str); 7] = [
    (Story::Writing, "message Edit/Text"),
    (Story::Writing, "before Write"),
    (Story::Writing, "message Written/Answered"),
    (Story::Leaving, "after Leave"),
    (Story::Hosting, "message GoTo"),
    (Story::Starting, "message Loaded"),
    (Story::Beginning, "drawing contents"),
];

/// Where an exception is: each message of a key, and the same ways in.
const EXCEPTIONS: [(Story, &str); 7] = [
    (Story::Writing, "message Entered"),
    (Story::Writing, "message Edit/Text"),
    (Story::Writing, "message SaveDue"),
    (Story::Writing, "message Written/Answered"),
    (Story::Hosting, "message GoTo"),
    (Story::Starting, "message Loaded"),
    (Story::Beginning, "drawing contents"),
];

async fn a_panic_stops_all_writing_and_the_page_says_so(page: &Page) -> Result<()> {
    stop(page, &PANICS, End::Panic).await
}

async fn an_exception_that_is_no_panic_does_the_same(page: &Page) -> Result<()> {
    stop(page, &EXCEPTIONS, End::Exception).await
}

/// Between the look at the history's keys and the writing, the program may have come to its end.
async fn a_panic_while_a_state_is_being_kept_stops_that_too(page: &Page) -> Result<()> {
    Rig::begin(page).await?;
    page.click("link", "Tự đánh giá").await?;
    page.script(PANIC_AT_THE_KEYS, &[]).await?;
    page.click("button", has("Xóa bản nháp của")).await?;
    page.sees("Trang đã dừng vì một lỗi").await?;
    let writes = page.script("return rig.isHit ? rig.writes : 'no panic'", &[]).await?;
    ensure!(writes == 0, "{writes} writes after the panic");
    // Whoever gets the report learns where the program was.
    let report = page.script(
        "return document.querySelector('directive-assessment').shadowRoot.querySelector('.failure pre').textContent",
        &[],
    );
    let report = report.await?;
    let is_named = report.as_str().is_some_and(|report| report.contains("go_to"));
    ensure!(is_named || page.engine() != Engine::Chromium, "{report}");
    Ok(())
}

/// Told of the keys first, and before the program hears of them all that was begun here is done.
const PANIC_AT_THE_KEYS: &str = "const { getAllKeys } = IDBObjectStore.prototype;
    IDBObjectStore.prototype.getAllKeys = function (...given) {
        const request = getAllKeys.apply(this, given);
        if (this.transaction.mode === 'readwrite') request.addEventListener('success', () => {
            rig.at = 'message GoTo';
            document.querySelector('directive-assessment').goTo('1.2').catch(() => {});
        });
        return request;
    };";

async fn stop(page: &Page, places: &[(Story, &str)], end: End) -> Result<()> {
    let rig = Rig::begin(page).await?;
    for (story, place) in places {
        rig.stops(page, *story, place, end).await.with_context(|| format!("{story:?}, {place}"))?;
    }
    Ok(())
}

/// The program as it is released, which asks for the time once a message.
async fn an_exception_stops_the_program_at_each_message_of_a_key(page: &Page) -> Result<()> {
    page.allow("");
    product::begin(page).await?;
    product::requirement(page, "1.1").await?.fill("Kết quả", TEXT).await?;
    product::is_saved(page).await?;
    for message in 1..=MESSAGES {
        product::play(page, "clock.js", CLOCK).await?;
        let field = product::requirement(page, "1.1").await?.field("Kết quả").await?;
        page.script("window.left = arguments[0]", &[message.into()]).await?;
        field.focus().await?;
        page.type_text("!").await?;
        page.sees("Trang đã dừng vì một lỗi").await.with_context(|| format!("message {message}"))?;
        page.by_role("link", has(product::UNIT)).await?;
        page.click("button", "Tải lại").await?;
        page.ready().await?;
        let shown = product::requirement(page, "1.1").await?.value_of("Kết quả").await?;
        ensure!(shown.starts_with(TEXT), "message {message}: {shown:?} is not what was saved");
    }
    Ok(())
}

const TEXT: &str = "Đã mở 12 lớp";
/// Into the field, the edit, the save that is due, the stores' answer.
const MESSAGES: u32 = 4;
const CLOCK: &str = "(() => {
    const Whole = Date;
    window.left = 0;
    window.Date = class extends Whole {
        constructor(...given) {
            super(...given);
            if (given.length === 0 && window.left > 0 && --window.left === 0) throw new Error('planted');
        }
    };
})()";

/// What goes wrong elsewhere on the page, or in an event that the program itself has sent, is nothing to it.
async fn an_error_of_the_page_around_it_stops_nothing(page: &Page) -> Result<()> {
    page.allow("planted");
    product::begin(page).await?;
    product::play(page, "errors.js", ERRORS).await?;
    let card = product::requirement(page, "1.1").await?;
    card.fill("Kết quả", "Đã mở 12 lớp").await?;
    product::is_saved(page).await?;
    page.script("return window.thrown()", &[]).await?;
    card.fill("Hạn chế, khó khăn", "Không có").await?;
    product::is_saved(page).await?;
    let failures = page.script("return window.heard", &[]).await?;
    ensure!(failures.as_u64().is_some_and(|heard| heard > 3), "{failures} errors");
    Ok(())
}

const ERRORS: &str = "window.heard = 0;
    for (const name of ['error', 'unhandledrejection']) addEventListener(name, () => { window.heard += 1; });
    for (const name of ['change', 'save']) {
        document.addEventListener(`directive-assessment-${name}`, () => { throw new Error('planted'); });
    }
    window.thrown = () => new Promise((done) => {
        setTimeout(() => { setTimeout(done); throw new Error('planted'); });
        Promise.reject(new Error('planted'));
        document.querySelector('directive-assessment').goTo('9.9').catch(() => {});
    });";

e2e::tests!(an_exception_stops_the_program_at_each_message_of_a_key, an_error_of_the_page_around_it_stops_nothing);

mod failpoints {
    use super::*;
    e2e::tests!(
        failpoints: a_panic_stops_all_writing_and_the_page_says_so,
        an_exception_that_is_no_panic_does_the_same,
        a_panic_while_a_state_is_being_kept_stops_that_too
    );
}
