//! What a page's scripts hear of the element: nothing that its fields use up, and everything else.

use e2e::portal::{self, value};
use e2e::prelude::*;
use e2e::product::{self, UNIT};
use serde_json::{Value, json};

const TAG: &str = "<directive-assessment></directive-assessment>";
const TEXT: &str = "Đã mở 12 lớp; s/đ 45.";

/// Serves scripts of npm packages beside the portal's page.
fn serve(page: &Page, files: &[&str]) -> Result<()> {
    for file in files {
        page.server.put(&format!("/portal/npm/{file}"), product::npm_file(file)?);
    }
    Ok(())
}

/// Opens a page with these scripts and this body, and begins an assessment in it. `script` is the page's own; it runs at the end.
async fn open(page: &Page, files: &[&str], body: &str, script: &str) -> Result<()> {
    serve(page, files)?;
    page.server.put("/portal/own.js", format!("window.heard = [];\n{script}"));
    let scripts: String = files.iter().map(|file| format!("<script src=\"npm/{file}\"></script>")).collect();
    portal::open(page, &scripts, &format!("{body}<script type=\"module\" src=\"own.js\"></script>")).await?;
    page.ready().await?;
    product::begin_here(page).await
}

/// What the page's scripts have noted since they were asked last.
async fn heard(page: &Page) -> Result<Value> {
    value(page, "return window.heard.splice(0)").await
}

async fn types_and_is_not_heard(page: &Page) -> Result<()> {
    let card = product::requirement(page, "1.1").await?;
    card.by_role("textbox", "Kết quả").await?.click().await?;
    page.type_text(TEXT).await?;
    page.press("Enter").await?;
    page.press("Backspace").await?;
    card.holds("Kết quả", TEXT).await?;
    ensure!(heard(page).await? == json!([]), "the page has heard what was typed");
    Ok(())
}

/// As ASP.NET's panels with a default button do, and guards that mean well.
async fn the_default_button_of_a_form_is_not_pressed_from_a_field(page: &Page) -> Result<()> {
    let body =
        format!("<form id=\"form\"><input id=\"words\"><button id=\"search\" type=\"submit\">Tìm</button>{TAG}</form>");
    let script = "
        const { form, search } = window;
        form.onsubmit = (event) => { event.preventDefault(); heard.push('search'); };
        form.onkeypress = ({ key, target }) => {
          if (key !== 'Enter' || target.localName === 'textarea') return true;
          search.click();
          return false;
        };
        jQuery(document).on('keydown', (event) => {
          if (event.key === 'Backspace' && !jQuery(event.target).is('input, textarea')) { heard.push('guard'); event.preventDefault(); }
        });";
    open(page, &["jquery/dist/jquery.min.js"], &body, script).await?;
    types_and_is_not_heard(page).await?;
    let card = product::requirement(page, "1.1").await?;
    card.by_role("radio", "Đã thực hiện").await?.focus().await?;
    page.press("Space").await?;
    page.press("Enter").await?;
    card.by_role("button", "Thêm việc").await?.focus().await?;
    page.press("Enter").await?;
    card.by_role("textbox", "Việc").await?;
    // A field of one line, and the choice of the unit.
    page.type_text("Mở thêm lớp").await?;
    page.press("Enter").await?;
    product::go_to(page, "Phần chung").await?;
    page.by_role("textbox", "Họ và tên").await?.click().await?;
    page.type_text("An").await?;
    page.press("Enter").await?;
    ensure!(heard(page).await? == json!([]), "Enter has searched the portal");
    Ok(())
}

async fn shortcuts_of_the_page_take_no_letters(page: &Page) -> Result<()> {
    let body = format!("<input id=\"words\" data-hotkey=\"s,/\">{TAG}");
    let parts = ["hotkey", "radix-trie", "sequence", "utils", "macos-symbol-layer", "macos-uppercase-layer", "index"];
    let parts = parts.map(|part| format!("@github/hotkey/dist/{part}.js"));
    serve(page, &parts.iter().map(String::as_str).collect::<Vec<_>>())?;
    let script = "
        import { install } from './npm/@github/hotkey/dist/index.js';
        install(window.words);
        window.words.onfocus = () => heard.push('hotkey');
        Mousetrap.bind(['s', '/', 'g', 'enter'], () => void heard.push('mousetrap'));
        document.addEventListener('keydown', ({ key }) => key === 'Escape' && heard.push('escape'));";
    open(page, &["mousetrap/mousetrap.min.js"], &body, script).await?;
    types_and_is_not_heard(page).await?;
    // What a field has no use for goes on, and so does a letter where nobody writes.
    page.press("Escape").await?;
    let found = heard(page).await?;
    ensure!(found == json!(["escape"]), "{found}");
    product::requirement(page, "1.1").await?.by_role("button", "Thêm việc").await?.focus().await?;
    page.press("g").await?;
    ensure!(heard(page).await? == json!(["mousetrap"]));
    Ok(())
}

async fn a_page_that_forbids_copying_does_not_forbid_writing(page: &Page) -> Result<()> {
    let script = "
        for (const name of ['mousedown', 'pointerdown', 'selectstart', 'contextmenu', 'copy', 'cut', 'paste', 'dragstart']) {
          document.addEventListener(name, (event) => { heard.push(name); event.preventDefault(); });
        }";
    open(page, &[], TAG, script).await?;
    heard(page).await?;
    types_and_is_not_heard(page).await?;
    page.press("Control+a").await?;
    page.press("Control+c").await?;
    page.press("End").await?;
    page.press("Control+v").await?;
    product::requirement(page, "1.1").await?.holds("Kết quả", &TEXT.repeat(2)).await?;
    ensure!(heard(page).await? == json!([]));
    Ok(())
}

async fn escape_closes_what_is_open_here_before_the_dialog_around_it(page: &Page) -> Result<()> {
    let body = format!(
        "<div class=\"modal\" id=\"modal\" tabindex=\"-1\"><div class=\"modal-dialog\"><div class=\"modal-content\">{TAG}</div></div></div>"
    );
    let script = "
        const modal = new bootstrap.Modal(window.modal);
        window.modal.addEventListener('hide.bs.modal', () => heard.push('hide'));
        modal.show();";
    open(page, &["bootstrap/dist/js/bootstrap.bundle.min.js"], &body, script).await?;
    product::go_to(page, "Phần chung").await?;
    let unit = page.by_role("combobox", "Đơn vị").await?;
    unit.click().await?;
    page.by_role("option", UNIT).await?;
    page.press("Escape").await?;
    page.gone("option", UNIT).await?;
    ensure!(heard(page).await? == json!([]), "Escape has closed the list, and the dialog too");
    // The field is emptied, and then there is nothing left to do here.
    page.press("Escape").await?;
    ensure!(heard(page).await? == json!([]));
    page.press("Escape").await?;
    eventually("the dialog closes", async || Ok(heard(page).await? == json!(["hide"]))).await
}

async fn a_file_for_the_product_is_not_uploaded_by_the_page(page: &Page) -> Result<()> {
    let script = "
        Dropzone.autoDiscover = false;
        const zone = new Dropzone(document.body, { url: '/portal/upload', autoProcessQueue: false, clickable: false });
        zone.on('addedfile', ({ name }) => heard.push(name));";
    open(page, &["dropzone/dist/dropzone-min.js"], TAG, script).await?;
    page.drop_files(&[Upload::json("bao-cao.json", "{")]).await?;
    page.by_role("heading", "Không nhập được tệp").await?;
    ensure!(heard(page).await? == json!([]), "the portal has taken the file too");
    Ok(())
}

async fn a_trap_for_the_focus_lets_it_move_among_the_fields(page: &Page) -> Result<()> {
    let body = format!("<div id=\"dialog\"><button>Đóng</button>{TAG}</div>");
    let script = "
        const trap = focusTrap.createFocusTrap(window.dialog, { tabbableOptions: { getShadowRoot: true }, escapeDeactivates: true,
          onDeactivate: () => heard.push('left') });
        trap.activate();";
    let files = ["tabbable/dist/index.umd.min.js", "focus-trap/dist/focus-trap.umd.min.js"];
    open(page, &files, &body, script).await?;
    types_and_is_not_heard(page).await?;
    page.press("Tab").await?;
    page.type_text("x").await?;
    ensure!(page.focused().await?.id != "answer-1.1-results", "Tab leads on");
    ensure!(heard(page).await? == json!([]));
    Ok(())
}

e2e::tests!(
    the_default_button_of_a_form_is_not_pressed_from_a_field,
    shortcuts_of_the_page_take_no_letters,
    a_page_that_forbids_copying_does_not_forbid_writing,
    escape_closes_what_is_open_here_before_the_dialog_around_it,
    a_file_for_the_product_is_not_uploaded_by_the_page,
    a_trap_for_the_focus_lets_it_move_among_the_fields,
);
