//! Typing Vietnamese in every way while the page saves: nothing is doubled, lost or moved, and nothing else is redrawn.

use e2e::prelude::*;
use e2e::product;
use serde_json::{Value, json};

const SENTENCE: &str = "Đảng ủy phường đã tổ chức 04 hội nghị quán triệt, với 1.245 lượt đảng viên.";
const MORE: &str = " Tỷ lệ dự học đạt 98,7%; nhiều chi bộ thực hiện nghiêm túc.";

/// The caret of the field, as the page has it.
async fn caret_is(field: &e2e::Element, wanted: usize) -> Result<()> {
    let caret = field.property("selectionStart").await?;
    ensure!(caret == wanted, "the caret is at {caret}, not at {wanted}");
    Ok(())
}

fn length(text: &str) -> usize {
    text.encode_utf16().count()
}

async fn takes_what_unikey_types(page: &Page) -> Result<()> {
    product::begin(page).await?;
    let card = product::requirement(page, "1.1").await?;
    let field = card.field("Kết quả").await?;
    field.type_like_unikey(SENTENCE).await?;
    card.holds("Kết quả", SENTENCE).await?;
    product::is_saved(page).await?;
    // On without a click: the save has moved neither the focus nor the caret.
    caret_is(&field, length(SENTENCE)).await?;
    field.type_like_unikey(MORE).await?;
    let all = format!("{SENTENCE}{MORE}");
    card.holds("Kết quả", &all).await?;
    in_the_middle(page, &card, &all).await?;
    product::is_saved(page).await?;
    page.reload().await?;
    let card = product::requirement(page, "1.1").await?;
    ensure!(card.value_of("Kết quả").await?.ends_with(&all));
    card.sees_no("Đã thực hiện mà").await
}

/// Types at the beginning, over several saves, as Unikey does: letters, Backspaces, letters with marks.
async fn in_the_middle(page: &Page, card: &e2e::Scope, after: &str) -> Result<()> {
    let field = card.field("Kết quả").await?;
    page.press("Control+Home").await?;
    let mut typed = String::new();
    for (plain, marked) in [("Kee", "ê"), ("t ", ""), ("quar", ""), ("", "ả"), (": ", "")] {
        page.type_text(plain).await?;
        typed.push_str(plain);
        if !marked.is_empty() {
            let wrong = if plain.is_empty() { 2 } else { 2.min(plain.chars().count()) };
            for _ in 0..wrong {
                page.press("Backspace").await?;
                typed.pop();
            }
            page.type_text(marked).await?;
            typed.push_str(marked);
        }
        card.holds("Kết quả", &format!("{typed}{after}")).await?;
        product::is_saved(page).await?;
        caret_is(&field, length(&typed)).await?;
    }
    ensure!(typed == "Kêt quả: ", "{typed}");
    Ok(())
}

async fn takes_what_an_input_method_composes(page: &Page) -> Result<()> {
    product::begin(page).await?;
    let card = product::requirement(page, "1.2").await?;
    let field = card.field("Kết quả").await?;
    field.type_like_ime(SENTENCE).await?;
    card.holds("Kết quả", SENTENCE).await?;
    product::is_saved(page).await?;
    caret_is(&field, length(SENTENCE)).await?;
    field.type_like_ime(MORE).await?;
    let all = format!("{SENTENCE}{MORE}");
    card.holds("Kết quả", &all).await?;
    product::is_saved(page).await?;
    page.reload().await?;
    product::requirement(page, "1.2").await?.holds("Kết quả", &all).await
}

/// Notes every change in the shadow root outside of the requirement and of the line that tells the save state.
const WATCH: &str = "const root = document.querySelector('directive-assessment').shadowRoot;
const own = [root.querySelector('[id=\"requirement-1.1\"]'), root.querySelector('#save-state')];
const strays = (window.strays = []);
const path = (node) => [node, ...(function* () { for (let one = node.parentNode; one; one = one.parentNode) yield one; })()]
    .map((one) => one.nodeName + (one.id ? '#' + one.id : '') + (one.className ? '.' + one.className : '')).join(' < ');
window.watch = new MutationObserver((records) => {
    for (const { type, target } of records) {
        if (!own.some((one) => one.contains(target))) strays.push(`${type} of ${path(target)}`);
        else window.kept = (window.kept ?? 0) + 1;
    }
});
window.watch.observe(root, { subtree: true, childList: true, characterData: true, attributes: true });";

async fn a_keystroke_redraws_nothing_else(page: &Page) -> Result<()> {
    product::begin(page).await?;
    let card = product::requirement(page, "1.1").await?;
    card.fill("Kết quả", "Đã").await?;
    product::is_saved(page).await?;
    product::play(page, "watch.js", &format!("(() => {{ {WATCH} }})()")).await?;
    let field = card.field("Kết quả").await?;
    for part in [SENTENCE, MORE] {
        field.type_like_unikey(part).await?;
        product::is_saved(page).await?;
    }
    let strays = page.script("return [window.kept ?? 0, [...window.strays]]", &[]).await?;
    let seen = strays.get(0).and_then(Value::as_u64).unwrap_or_default();
    ensure!(seen > 0, "the save state changed, so something must have been seen");
    let strays = strays.get(1).and_then(|list| list.as_array()).cloned().unwrap_or_default();
    ensure!(strays.is_empty(), "{} changes elsewhere, such as\n{strays:#?}", strays.len());
    Ok(())
}

async fn points_at_wrong_dates_and_links(page: &Page) -> Result<()> {
    product::begin(page).await?;
    product::go_to(page, "Phần chung").await?;
    page.fill("Số liệu tính đến ngày", "31/9/2024").await?;
    page.press("Tab").await?;
    page.inside("region", "Có 1 chỗ cần sửa").await?.sees("Số liệu tính đến ngày").await?;
    let field = page.field("Số liệu tính đến ngày").await?;
    ensure!(field.attribute("aria-invalid").await?.as_deref() == Some("true"));
    let told = field.attribute("aria-describedby").await?.unwrap_or_default();
    let script = format!(
        "return '{told}'.split(' ').map((id) => arguments[0].getRootNode().getElementById(id).textContent).join(' ')"
    );
    let told = field.script(&script).await?;
    ensure!(told.as_str().is_some_and(|told| told.contains("Không có ngày này")), "{told}");
    page.holds("Số liệu tính đến ngày", "31/9/2024").await?;

    page.fill("Từ ngày", "1/7/24").await?;
    page.press("Tab").await?;
    page.inside("region", "Có 2 chỗ cần sửa").await?.sees("Năm phải ghi đủ 4 chữ số").await?;
    page.fill("Từ ngày", "01072024").await?;
    page.press("Tab").await?;
    page.holds("Từ ngày", "01/07/2024").await?;
    page.fill("Đến ngày", "30.6.2024").await?;
    page.press("Tab").await?;
    page.holds("Đến ngày", "30/06/2024").await?;
    let summary = page.inside("region", "Có 2 chỗ cần sửa").await?;
    summary.click("button", has("Đến ngày: Ngày kết thúc đứng trước")).await?;
    page.focus_is("textbox", "Đến ngày").await?;
    page.fill("Đến ngày", "31/12/2024").await?;
    page.inside("region", "Có 1 chỗ cần sửa").await?.click("button", has("Không có ngày này")).await?;
    page.focus_is("textbox", "Số liệu tính đến ngày").await?;
    page.fill("Số liệu tính đến ngày", "30/9/2024").await?;
    page.gone("region", matches("chỗ cần sửa")).await?;

    product::contents(page).await?.click("link", matches("^Tài liệu kiểm chứng")).await?;
    page.click("button", "Thêm tài liệu mới").await?;
    page.focus_is("textbox", "Số, ký hiệu").await?;
    page.fill("Liên kết", "javascript:alert(1)").await?;
    page.press("Tab").await?;
    page.inside("region", "Có 1 chỗ cần sửa").await?.sees("Liên kết phải bắt đầu bằng https:// hoặc http://").await?;
    page.click("link", "Kiểm tra và xuất").await?;
    page.by_role("heading", "Kiểm tra và xuất tệp").await?;
    page.inside("region", "Có 1 chỗ cần sửa").await?.click("button", has("Tài liệu – Liên kết")).await?;
    page.focus_is("textbox", "Liên kết").await?;
    page.fill("Liên kết", "https://example.vn/a").await?;
    page.gone("region", matches("chỗ cần sửa")).await?;
    ensure!(page.all_by_role("link", has("javascript")).await?.is_empty());
    Ok(())
}

/// The heights of the bar, one for each thing that the state of saving may say, with `arguments[0]` in its place.
const HEIGHTS_OF_THE_BAR: &str = "
    const root = document.querySelector('directive-assessment').shadowRoot;
    const said = root.querySelector('#save-state').firstChild;
    const before = said.data;
    const heights = arguments[0].map((words) => {
        said.data = words;
        return root.querySelector('.bar').getBoundingClientRect().height;
    });
    said.data = before;
    return heights;";

/// A page that moves at each save puts something else under the pointer of the person who is about to press.
async fn no_word_of_the_state_moves_the_page(page: &Page) -> Result<()> {
    let words = ["Đang lưu…", "Chưa có gì để lưu", "Đã lưu trên máy này", "Đã lưu 08:41 trên máy này"];
    page.open("#/tu-danh-gia").await?;
    page.click("button", "Mở bản mẫu").await?;
    page.by_role("heading", "Nhiệm vụ 1").await?;
    product::is_saved(page).await?;
    for width in [360, 480, 640, 700, 768, 800, 1000, 1280] {
        page.viewport(width, 800).await?;
        let heights = page.script(HEIGHTS_OF_THE_BAR, &[json!(words)]).await?;
        let heights = heights.as_array().cloned().unwrap_or_default();
        ensure!(heights.len() == words.len(), "{width}: {heights:?}");
        ensure!(heights.iter().all(|height| Some(height) == heights.first()), "{width}: {heights:?}");
    }
    Ok(())
}

/// The first two fields of a requirement.
const OWN: &str = "[...document.querySelector('directive-assessment').shadowRoot
    .querySelectorAll('[id=\"requirement-1.1\"] textarea')].slice(0, 2)";
/// Two fields that nobody looks after.
const BARE: &str = "[...document.querySelectorAll('textarea')]";

/// Types into two fields and takes all of it back, and forth; what stands in them after each step.
async fn undone(page: &Page, fields: &str) -> Result<Vec<Value>> {
    for (index, text) in ["một hai", "ba bốn"].iter().enumerate() {
        page.script(&format!("({fields})[{index}].focus()"), &[]).await?;
        page.type_text(text).await?;
    }
    if fields == OWN {
        product::is_saved(page).await?;
    }
    let mut seen = Vec::new();
    for chord in ["Control+z"; 3].iter().chain(&["Control+Shift+z"; 3]) {
        page.press(chord).await?;
        seen.push(page.script(&format!("return ({fields}).map((field) => field.value)"), &[]).await?);
    }
    Ok(seen)
}

async fn undo_gives_what_a_bare_field_gives(page: &Page) -> Result<()> {
    if page.engine() == Engine::WebKit {
        // The keys of its driver undo nothing, in a bare field neither.
        return Ok(());
    }
    let draft = product::begin(page).await?;
    let two = "for (let count = 0; count < 2; count++) document.body.append(document.createElement('textarea'))";
    page.script(two, &[]).await?;
    let bare = undone(page, BARE).await?;
    ensure!(bare.first() != bare.last(), "nothing is undone: {bare:?}");
    page.open(&product::address(&draft, "nhiem-vu/1")).await?;
    page.reload().await?;
    product::requirement(page, "1.1").await?;
    let own = undone(page, OWN).await?;
    ensure!(own == bare, "{own:?}, not {bare:?}");
    product::is_saved(page).await?;
    page.reload().await?;
    product::requirement(page, "1.1").await?;
    let kept = page.script(&format!("return ({OWN}).map((field) => field.value)"), &[]).await?;
    ensure!(Some(&kept) == own.last(), "{kept} is kept, not {own:?}");
    Ok(())
}

/// Has a text copied as another program would.
async fn copy(page: &Page, text: &str) -> Result<()> {
    let area = "const area = Object.assign(document.createElement('textarea'), { id: 'copied', value: arguments[0] });
        document.body.append(area);
        area.select();";
    page.script(area, &[json!(text)]).await?;
    page.press("Control+c").await?;
    page.script("document.getElementById('copied').remove()", &[]).await.map(drop)
}

async fn a_paste_comes_in_tidy_and_can_be_undone(page: &Page) -> Result<()> {
    product::begin(page).await?;
    let card = product::requirement(page, "1.1").await?;
    copy(page, "04 hội nghị\u{b}1.245 lượt\u{1c}59\u{1e}NQ ban\u{1f}hành\u{2028}98,7%").await?;
    card.field("Kết quả").await?.focus().await?;
    page.press("Control+v").await?;
    let all = "04 hội nghị\n1.245 lượt 59-NQ banhành\n98,7%";
    card.holds("Kết quả", all).await?;
    // The keys of WebKit's driver undo nothing, in a bare field neither.
    if page.engine() != Engine::WebKit {
        page.press("Control+z").await?;
        card.holds("Kết quả", "").await?;
        page.press("Control+Shift+z").await?;
        card.holds("Kết quả", all).await?;
    }
    product::is_saved(page).await?;
    page.reload().await?;
    product::requirement(page, "1.1").await?.holds("Kết quả", all).await
}

async fn saves_and_prints_by_the_keys_of_every_program(page: &Page) -> Result<()> {
    let draft = product::begin(page).await?;
    let card = product::requirement(page, "1.1").await?;
    card.fill("Kết quả", SENTENCE).await?;
    page.press("Control+s").await?;
    page.sees("Đã lưu tất cả lúc").await?;
    product::is_saved(page).await?;
    // What a browser would print, as soon as it is asked to.
    let prints = "window.print = () => {
        const { shadowRoot } = document.querySelector('directive-assessment');
        document.documentElement.dataset.printed = shadowRoot.textContent.includes('DỰ THẢO');
    }";
    page.script(prints, &[]).await?;
    page.press("Control+p").await?;
    page.route_is(&product::address(&draft, "ban-in")).await?;
    let printed = "return document.documentElement.dataset.printed ?? ''";
    eventually("the report printed", async || Ok(page.script(printed, &[]).await? == "true")).await
}

/// A year far off is asked about, what is too long is told with how much, and an unfinished requirement asks for what it lacks.
async fn checks_what_is_written(page: &Page) -> Result<()> {
    product::begin(page).await?;
    let card = product::requirement(page, "1.1").await?;
    card.click("radio", "Chưa thực hiện").await?;
    card.sees("Chưa thực hiện xong mà chưa nêu nguyên nhân, cũng chưa có nhiệm vụ, giải pháp.").await?;
    card.click("radio", "Đã thực hiện").await?;
    card.sees("Chưa ghi kết quả.").await?;
    let long =
        "arguments[0].focus(); document.execCommand('insertText', false, 'a'.repeat(65536 + 7)); arguments[0].blur()";
    card.field("Kết quả").await?.script(long).await?;
    card.sees("Dài quá mức 7 ký tự").await?;
    page.click("link", "Kiểm tra và xuất").await?;
    page.inside("region", "Có 1 chỗ cần sửa").await?.sees("Yêu cầu 1.1 – Kết quả: Dài quá mức 7 ký tự").await?;
    page.sees_no("Tệp này nhập lại được").await?;
    product::go_to(page, "Phần chung").await?;
    page.fill("Số liệu tính đến ngày", "30/6/2204").await?;
    page.press("Tab").await?;
    page.sees("Năm này có đúng không?").await
}

/// Whether the page takes a drag over these, of words and of files.
const DRAGS: &str = "
    const root = document.querySelector('directive-assessment').shadowRoot;
    const takes = (node, isFile) => {
        const dataTransfer = new DataTransfer();
        if (isFile) dataTransfer.items.add(new File(['{'], 'hong.json', { type: 'application/json' }));
        else dataTransfer.setData('text/plain', 'hai');
        const over = new DragEvent('dragover', { bubbles: true, cancelable: true, composed: true, dataTransfer });
        node.dispatchEvent(over);
        return over.defaultPrevented;
    };
    const nodes = [root.querySelector('textarea'), document.querySelector('.page-foot'), document.body];
    return nodes.map((node) => [takes(node, false), takes(node, true)]);";

/// Lets a file fall on the foot of the page.
const FALL: &str = "
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File(['{'], 'hong.json', { type: 'application/json' }));
    const drop = new DragEvent('drop', { bubbles: true, cancelable: true, composed: true, dataTransfer });
    document.querySelector('.page-foot').dispatchEvent(drop);";

async fn words_are_dragged_into_fields_and_files_anywhere(page: &Page) -> Result<()> {
    product::begin(page).await?;
    let card = product::requirement(page, "1.1").await?;
    let taken = page.script(DRAGS, &[]).await?;
    ensure!(taken == json!([[false, true], [false, true], [false, true]]), "{taken}");
    if page.engine() == Engine::Chromium {
        card.fill("Kết quả", "một ").await?;
        let corner = "arguments[0].scrollIntoView({ block: 'center' }); const box = arguments[0].getBoundingClientRect(); return [box.right - 30, box.bottom - 15]";
        let corner = card.field("Kết quả").await?.script(corner).await?;
        for kind in ["dragEnter", "dragOver", "drop"] {
            let items = json!([{ "mimeType": "text/plain", "data": "hai\u{b}ba" }]);
            let data = json!({ "items": items, "dragOperationsMask": 1 });
            let event = json!({ "type": kind, "x": corner.get(0), "y": corner.get(1), "data": data });
            page.cdp("Input.dispatchDragEvent", event).await?;
        }
        card.holds("Kết quả", "một hai\nba").await?;
    }
    page.script(FALL, &[]).await?;
    page.sees("hong.json").await
}

async fn a_link_is_mended_at_its_field(page: &Page) -> Result<()> {
    const TYPED: &str = "https://cantho.gov.vn/Bao cao<2>.pdf";
    const MENDED: &str = "https://cantho.gov.vn/Bao%20cao%3C2%3E.pdf";
    product::begin(page).await?;
    let card = product::requirement(page, "1.1").await?;
    card.click("button", "Thêm tài liệu mới").await?;
    card.fill("Liên kết", TYPED).await?;
    card.sees_no("dấu cách").await?;
    page.press("Tab").await?;
    card.sees("Liên kết có dấu cách, không dùng được trong địa chỉ.").await?;
    page.axe_is_clean().await?;
    card.click("button", ["Sửa thành ", MENDED].concat()).await?;
    card.holds("Liên kết", MENDED).await?;
    page.focus_is("textbox", "Liên kết").await?;
    card.sees_no("dấu cách").await?;
    // The keys of WebKit's driver undo nothing, in a bare field neither.
    if page.engine() != Engine::WebKit {
        page.press("Control+z").await?;
        card.holds("Liên kết", TYPED).await?;
        page.press("Control+Shift+z").await?;
        card.holds("Liên kết", MENDED).await?;
    }
    product::is_saved(page).await?;
    page.reload().await?;
    product::requirement(page, "1.1").await?.holds("Liên kết", MENDED).await?;
    page.gone("button", has("Sửa thành")).await
}

/// How high the field of the results is, once all of its text is in sight in it.
async fn height(page: &Page) -> Result<f64> {
    let field = product::requirement(page, "1.1").await?.field("Kết quả").await?;
    let (mut height, room) =
        (0.0, "return [arguments[0].offsetHeight, arguments[0].scrollHeight - arguments[0].clientHeight]");
    eventually("all of the text in sight", async || {
        let found = field.script(room).await?;
        height = found.get(0).and_then(Value::as_f64).context("a height")?;
        Ok(found.get(1).and_then(Value::as_f64).is_some_and(|hidden| hidden <= 0.0))
    })
    .await?;
    Ok(height)
}

async fn a_text_has_room_as_it_is_typed(page: &Page) -> Result<()> {
    grows(page, false).await
}

async fn a_text_has_room_where_the_browser_gives_it_none(page: &Page) -> Result<()> {
    grows(page, true).await
}

/// Has the browser draw areas as one does that cannot let them grow, by what the style sheet says for such a one.
const OLD: &str = "{
    const { shadowRoot } = document.querySelector('directive-assessment');
    const within = (rule) => [...(rule.cssRules ?? [])].flatMap((inner) =>
        inner.conditionText?.includes('field-sizing') ? [...inner.cssRules] : within(inner));
    const sheet = new CSSStyleSheet();
    const rules = [...shadowRoot.styleSheets].flatMap(within).map((rule) => rule.cssText);
    sheet.replaceSync([...rules, 'textarea { field-sizing: fixed !important }'].join(' '));
    shadowRoot.adoptedStyleSheets = [...shadowRoot.adoptedStyleSheets, sheet];
    document.documentElement.dataset.rules = rules.length;
}";

async fn grows(page: &Page, is_old: bool) -> Result<()> {
    let draw = async || -> Result<()> {
        if is_old {
            product::play(page, "old.js", OLD).await?;
            let rules = page.script("return document.documentElement.dataset.rules", &[]).await?;
            ensure!(rules == "4", "{rules} rules");
        }
        Ok(())
    };
    page.viewport(1280, 800).await?;
    product::begin(page).await?;
    draw().await?;
    let empty = height(page).await?;
    let card = product::requirement(page, "1.1").await?;
    // As it is typed, but for its length.
    let text = json!([SENTENCE, MORE].concat().repeat(6));
    let insert = format!("arguments[0].focus(); document.execCommand('insertText', false, {text})");
    card.field("Kết quả").await?.script(&insert).await?;
    page.press("Enter").await?;
    let filled = height(page).await?;
    page.press("Enter").await?;
    ensure!(filled > 2.0 * empty && height(page).await? > filled, "{empty}, {filled}");
    // As it is shown anew, and as the page becomes narrow and wide again.
    product::is_saved(page).await?;
    page.reload().await?;
    draw().await?;
    let shown = height(page).await?;
    ensure!(shown > filled, "{filled}, {shown}");
    page.viewport(360, 740).await?;
    ensure!(height(page).await? > shown);
    page.viewport(1280, 800).await?;
    let again = height(page).await?;
    ensure!((again - shown).abs() < 1.0, "{shown}, {again}");
    // It shrinks with its text.
    product::requirement(page, "1.1").await?.fill("Kết quả", "Một.").await?;
    let short = height(page).await?;
    ensure!((short - empty).abs() < 1.0, "{empty}, {short}");
    Ok(())
}

e2e::tests!(
    a_link_is_mended_at_its_field,
    a_text_has_room_as_it_is_typed,
    a_text_has_room_where_the_browser_gives_it_none,
    no_word_of_the_state_moves_the_page,
    takes_what_unikey_types,
    takes_what_an_input_method_composes,
    a_keystroke_redraws_nothing_else,
    points_at_wrong_dates_and_links,
    undo_gives_what_a_bare_field_gives,
    a_paste_comes_in_tidy_and_can_be_undone,
    words_are_dragged_into_fields_and_files_anywhere,
    saves_and_prints_by_the_keys_of_every_program,
    checks_what_is_written,
);
