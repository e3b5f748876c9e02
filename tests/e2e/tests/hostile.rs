//! Texts as an attacker would write them, everywhere that the product shows what somebody wrote: they are shown as texts, or
//! refused.

#![allow(clippy::indexing_slicing, reason = "a JSON value that lacks what is asked for answers with null")]

use e2e::hostile::{
    self, Payload, Texts, are_held, composed, fields_hold, leaves, payloads, press_button, shows, shows_on_pages,
    texts_only, titled, turns_page,
};
use e2e::portal;
use e2e::prelude::*;
use e2e::product;
use serde_json::{Value, json};
use std::collections::BTreeSet;

/// A unit's name that tries a little of everything, and ends with what is written from right to left.
const NAME: &str = "\u{202e}<img src=/pwned.png onerror=window.pwned=1>{{build}} שלום";
/// A file's name that a disk takes and that reads as another.
const FILE: &str = "-\u{202e}nosj.<b>{{build}}.json";
/// The narrowest window that the product is made for; what is too wide shows there.
const NARROW: u32 = 360;

const SECTIONS: [(&str, &str); 9] = [
    ("chung", "Phần chung"),
    ("nhiem-vu/1", "Nhiệm vụ 1"),
    ("nhiem-vu/2", "Nhiệm vụ 2"),
    ("nhiem-vu/3", "Nhiệm vụ 3"),
    ("tai-lieu", "Danh mục"),
    ("ket-luan", "Đánh giá chung"),
    ("xuat", "Xuất tệp"),
    ("lich-su", "Lịch sử"),
    ("ban-in", "1022-CV/TU"),
];

/// Faults of several places, told together.
#[derive(Default)]
struct Faults(Vec<String>);

impl Faults {
    fn note(&mut self, found: Result<()>) {
        self.0.extend(found.err().map(|fault| format!("{fault:#}")));
    }

    fn none(self) -> Result<()> {
        ensure!(self.0.is_empty(), "{}", self.0.join("\n"));
        Ok(())
    }
}

fn all_texts(texts: &Texts) -> impl Iterator<Item = &str> {
    texts.iter().map(|(_, text)| text.as_str())
}

/// Whether a file's name is one that every system takes, whatever the unit is called.
fn is_plain(name: &str) -> bool {
    name.chars().all(|letter| letter.is_ascii_alphanumeric() || "-_.".contains(letter)) && !name.starts_with(['-', '.'])
}

/// Makes the window narrow, and has patience: files of this size are beyond all that a unit writes.
async fn narrow(page: &Page) -> Result<()> {
    wait_up_to(Duration::from_secs(45));
    page.viewport(NARROW, 800).await
}

async fn choose(page: &Page, name: &str, content: impl Into<Vec<u8>>) -> Result<()> {
    page.choose_files(has("Chọn tệp đã xuất"), &[Upload::json(name, content)]).await
}

/// Imports a file of one assessment with every payload, and returns the draft's id and what its fields hold.
async fn import(page: &Page, payloads: &[Payload], turn: usize) -> Result<(String, Texts)> {
    let (assessment, texts) = hostile::assessment(NAME, payloads, turn);
    page.open("#/tu-danh-gia").await?;
    choose(page, FILE, hostile::sealed(&[assessment])).await?;
    titled(page, "Xem trước tệp").await?;
    shows(page, "the preview", [NAME, FILE]).await?;
    press_button(page, "Nhập").await?;
    titled(page, "Phần chung").await?;
    // What comes in with a file comes in tidy.
    let tidy = texts.into_iter().map(|(id, text)| (id, hostile::in_a_file(&text))).collect();
    Ok((product::draft(page).await?, tidy))
}

async fn every_view_shows_them_as_texts(page: &Page) -> Result<()> {
    narrow(page).await?;
    let payloads = payloads()?;
    let (draft, texts) = import(page, &payloads, 0).await?;
    let (mut faults, mut held) = (Faults::default(), BTreeSet::new());
    for (section, title) in SECTIONS {
        page.open(&product::address(&draft, section)).await?;
        titled(page, title).await.with_context(|| section.to_owned())?;
        loop {
            faults.note(texts_only(page, section).await);
            held.extend(fields_hold(page, &texts).await.with_context(|| section.to_owned())?);
            if !turns_page(page).await? {
                break;
            }
        }
    }
    faults.note(shows(page, "the document", all_texts(&texts)).await);
    faults.none()?;
    are_held(&texts, &held)?;

    // Nothing was changed on the way through the product.
    page.open(&product::address(&draft, "xuat")).await?;
    let file = product::export(page).await?;
    ensure!(is_plain(&file.name), "{}", file.name);
    let mut file = product::assessment(&file)?;
    hostile::leave_out_own_words(&mut file);
    let (given, _) = hostile::assessment(NAME, &payloads, 0);
    let (mut given_texts, mut exported) = (Vec::new(), Vec::new());
    leaves(&given, &mut given_texts);
    leaves(&file, &mut exported);
    // A text of nothing but controls is nothing.
    let is_text = |one: char| hostile::in_a_file(&one.to_string()) == one.to_string();
    given_texts.retain(|text| text.chars().any(is_text));
    let held: Vec<String> = given_texts.into_iter().map(hostile::in_a_file).collect();
    let given = composed(page, &held).await?;
    let first = given.iter().zip(&exported).find(|(given, exported)| given != *exported);
    ensure!(first.is_none() && given.len() == exported.len(), "{first:?}, {} and {}", given.len(), exported.len());
    page.open("#/tu-danh-gia").await?;
    shows(page, "the list of drafts", [NAME]).await
}

async fn a_copy_of_the_page_holds_them_as_texts(page: &Page) -> Result<()> {
    narrow(page).await?;
    let (draft, texts) = import(page, &payloads()?, 1).await?;
    product::is_saved(page).await?;
    page.open(&product::address(&draft, "ban-in")).await?;
    press_button(page, "Lưu thành một tệp HTML").await?;
    let copy = page.downloaded(".html").await?;
    ensure!(is_plain(&copy.name), "{}", copy.name);
    // A name that is no encoded text, as a server may have it.
    page.server.put_foreign("/portal/100%.html", copy.bytes.clone());
    // Without the program: what it is to whoever has none.
    let bare = copy.text()?.replacen("type=\"module\"", "type=\"text/plain\"", 1);
    page.server.put_foreign("/portal/bare.html", bare);
    page.visit(&page.server.url_at("/portal/bare.html")).await?;
    shows(page, "the copy without its program", all_texts(&texts)).await?;
    // On another machine, as far as the stores know.
    page.visit(&page.server.url_as("localhost", "/portal/100%.html")).await?;
    page.ready().await?;
    titled(page, "Xem trước tệp").await?;
    shows(page, "the copy", [NAME]).await?;
    press_button(page, "Nhập").await?;
    titled(page, "Phần chung").await?;
    page.script("location.hash = location.hash.replace('/chung', '/ban-in')", &[]).await?;
    titled(page, "1022-CV/TU").await?;
    shows(page, "the document in the copy", all_texts(&texts)).await?;
    press_button(page, "Lưu thành một tệp HTML").await?;
    let again = page.downloaded(".html").await?;
    let data = |copy: &e2e::Download| -> Result<Value> {
        let text = copy.text()?;
        let (_, rest) = text.split_once("id=\"directive-assessment-data\">").context("no data")?;
        let (data, _) = rest.split_once("</script>").context("no end")?;
        Ok(serde_json::from_str::<Value>(data)?["assessments"][0]["answers"].take())
    };
    ensure!(data(&copy)? == data(&again)? && !data(&copy)?.is_null(), "the copy of the copy holds something else");
    Ok(())
}

async fn two_files_of_them_are_compared_and_merged(page: &Page) -> Result<()> {
    narrow(page).await?;
    let payloads = payloads()?;
    let (draft, mine) = import(page, &payloads, 1).await?;
    let (theirs, texts) = hostile::assessment(NAME, &payloads, 7);
    page.open("#/tu-danh-gia").await?;
    choose(page, FILE, hostile::sealed(&[theirs])).await?;
    titled(page, "Xem trước tệp").await?;
    let mut faults = Faults::default();
    let both: Vec<String> = all_texts(&texts).chain(all_texts(&mine)).map(hostile::in_a_file).collect();
    let both = composed(page, &both).await?;
    faults.note(shows_on_pages(page, "the comparison", both.iter().map(String::as_str)).await);
    press_button(page, "Giữ cả hai").await?;
    press_button(page, "Gộp").await?;
    titled(page, "Phần chung").await?;
    faults.note(texts_only(page, "the notice of the merge").await);
    page.open(&product::address(&draft, "lich-su")).await?;
    page.by_role("button", matches("^Khôi phục bản \\d")).await?;
    faults.note(texts_only(page, "the history").await);
    page.click("link", matches("^Xem bản \\d")).await?;
    page.sees("Chỉ để xem").await?;
    faults.note(shows(page, "a kept state", all_texts(&mine)).await);
    faults.none()
}

/// Puts records of drafts into both stores: in WebKit too, all in one go.
const PLANT: &str = "const [records] = arguments;
for (const [id, text] of records) localStorage.setItem(`directive-assessment/1022-CV/TU/draft/${id}`, text);
return new Promise((done, fail) => {
    const request = indexedDB.open('directive-assessment/1022-CV/TU');
    request.onerror = () => fail(request.error);
    request.onsuccess = () => {
        const transaction = request.result.transaction('drafts', 'readwrite');
        for (const [id, text] of records) transaction.objectStore('drafts').put({ id, generation: 1, text });
        transaction.oncomplete = () => { request.result.close(); done(null); };
        transaction.onabort = () => fail(transaction.error);
    };
});";

/// An assessment with no more than a name, everywhere where there is room for one.
fn named(name: &str) -> Value {
    json!({
        "unit": { "group": name, "id": "", "name": name }, "revision": 1,
        "createdAt": "2024-06-20T01:00:00Z", "updatedAt": "2024-07-01T00:15:00Z",
        "preparedBy": { "name": name, "contact": name }, "period": { "label": name },
    })
}

async fn the_lists_of_drafts_show_their_names_as_texts(page: &Page) -> Result<()> {
    narrow(page).await?;
    page.open("#/tu-danh-gia").await?;
    // A draft, so that the stores are there.
    page.click("button", "Mở bản mẫu").await?;
    page.by_role("heading", "Nhiệm vụ 1").await?;
    product::is_saved(page).await?;
    let payloads = payloads()?;
    let names: Vec<&str> = payloads.iter().map(|one| one.text.as_str()).collect();
    let record = |(index, name): (usize, &&str)| {
        json!([format!("h{index}"), hostile::record(&format!("h{index}"), &named(name))])
    };
    let records: Vec<Value> = names.iter().enumerate().map(record).collect();
    page.server.put("empty.html", "<!doctype html><title>empty</title>");
    page.visit(&page.server.url("empty.html")).await?;
    page.script(PLANT, &[json!(records)]).await?;
    page.open("#/tu-danh-gia").await?;
    page.by_role("region", "Bản nháp trên máy này").await?;
    let mut faults = Faults::default();
    faults.note(shows(page, "the list of drafts", names.iter().copied()).await);
    page.visit(&page.server.url("kiem-tra.html")).await?;
    page.sees("Kiểm tra xong").await?;
    // These two pages have to work in any browser, and cut more of what is joined.
    let plain = |name: &&str| name.chars().all(|letter| letter < '\u{10000}' && letter != '\u{200d}');
    faults.note(shows(page, "the self-check", names.iter().copied().filter(plain)).await);
    page.open("#/cong-van").await?;
    page.allow("the end");
    page.script("dispatchEvent(new CustomEvent('directive-assessment-panic', { detail: 'the end' }))", &[]).await?;
    page.by_role("heading", "Trang đã dừng vì một lỗi").await?;
    eventually("all drafts in the panel", async || {
        let count =
            "return document.querySelector('directive-assessment').shadowRoot.querySelectorAll('.failure li').length";
        Ok(page.script(count, &[]).await?.as_u64() > Some(names.len() as u64))
    })
    .await?;
    faults.note(shows(page, "the rescue", names.iter().copied().filter(plain)).await);
    faults.none()
}

async fn files_and_archives_show_their_names_as_texts(page: &Page) -> Result<()> {
    narrow(page).await?;
    let payloads = payloads()?;
    let mut faults = Faults::default();
    // So many files of an archive are listed soon.
    for (turn, some) in payloads.chunks(100).enumerate() {
        page.open("#/cong-van").await?;
        page.open("#/tu-danh-gia").await?;
        page.by_role("heading", "Tự đánh giá").await?;
        let files: Vec<(String, String)> =
            some.iter().map(|one| (format!("{}.", one.text), hostile::sealed(&[named(&one.text)]))).collect();
        let files: Vec<(&str, &str)> = files.iter().map(|(name, file)| (name.as_str(), file.as_str())).collect();
        let zip = Upload::new(&format!("{turn}\u{202e}piz.zip"), "application/zip", hostile::archive(&files)?);
        page.choose_files(has("Chọn tệp đã xuất"), &[zip]).await?;
        // Looking for a role goes through all that is listed so far, and takes the time of the listing.
        let waiting = format!("{} tệp đang chờ xem", some.len());
        let is_listed = "return [...document.querySelector('directive-assessment').shadowRoot.querySelectorAll('nav')]
            .some((list) => list.ariaLabel === arguments[0])";
        eventually(waiting.clone(), async || Ok(page.script(is_listed, &[json!(waiting)]).await? == true)).await?;
        page.by_role("navigation", waiting).await?;
        let texts = some.iter().map(|one| one.text.as_str());
        faults.note(shows(page, "an archive", texts).await);
        page.reload().await?;
    }
    faults.none()
}

/// Texts that JSON can write and no file may hold, as they are written, and what they are refused as.
const REFUSED: [(&str, &str); 24] = [
    ("\\ud800", "lone-surrogate"),
    ("\\udbff", "lone-surrogate"),
    ("\\udc00", "lone-surrogate"),
    ("\\udfff", "lone-surrogate"),
    ("a\\ud800b", "lone-surrogate"),
    ("\\udc00\\ud800", "lone-surrogate"),
    ("\\ud83d\\ud83d\\ude00", "lone-surrogate"),
    ("\\uD800\\u0041", "lone-surrogate"),
    ("\\ud800<script>window.pwned=1</script>", "lone-surrogate"),
    ("\\u0000", "forbidden-character"),
    ("a\\u0000b", "forbidden-character"),
    ("\\u0000<script>window.pwned=1</script>", "forbidden-character"),
    ("\\u0001", "forbidden-character"),
    ("\\u0007", "forbidden-character"),
    ("\\b", "forbidden-character"),
    ("\\u000b", "forbidden-character"),
    ("\\f", "forbidden-character"),
    ("\\u001b[31m", "forbidden-character"),
    ("\\u001f", "forbidden-character"),
    ("\\ufdd0", "forbidden-character"),
    ("\\ufdef", "forbidden-character"),
    ("\\ufffe", "forbidden-character"),
    ("\\uffff", "forbidden-character"),
    ("\\ud83f\\udffe", "forbidden-character"),
];

/// Looks at files by the element's method, and returns each one's outcome: the first unit, or the code and path of the error.
const LOOK: &str = "const element = document.querySelector('directive-assessment');
    const outcome = (text) => element.importFile(new Blob([text]), { dryRun: true })
        .then((found) => found.assessments[0].unit, ({ code, path, message }) => ({ code, path, message }));
    return (async () => {
        const outcomes = [];
        for (const text of arguments[0]) outcomes.push(await outcome(text));
        return outcomes;
    })();";

async fn look(page: &Page, files: &[String]) -> Result<Vec<Value>> {
    Ok(serde_json::from_value(page.script(LOOK, &[json!(files)]).await?)?)
}

async fn what_no_file_may_hold_is_refused_with_its_place(page: &Page) -> Result<()> {
    page.open("#/tu-danh-gia").await?;
    let only_named = |name: &str| {
        let unit = json!({ "group": "quan-huyen-uy", "name": name });
        hostile::sealed(&[json!({ "unit": unit, "revision": 1, "createdAt": "", "updatedAt": "" })])
    };
    let files: Vec<String> = REFUSED.iter().map(|(text, _)| only_named("TÊN").replace("TÊN", text)).collect();
    for ((text, code), found) in REFUSED.iter().zip(look(page, &files).await?) {
        ensure!(found["code"] == *code && found["path"] == "assessments[0].unit.name", "{text}: {found}");
    }
    for (file, (text, _)) in files.iter().zip(REFUSED).step_by(9) {
        choose(page, "x.json", file.as_bytes()).await?;
        let refused = page.inside("region", "Không nhập được tệp").await?;
        refused.sees("assessments[0].unit.name").await.with_context(|| text.to_owned())?;
        refused.click("button", "Đóng").await?;
    }
    // Half a pair as bytes, and characters of which two bytes are one.
    for bytes in [b"\xed\xa0\x80".as_slice(), b"\xc0\x80", b"\xf4\x90\x80\x80", b"\xff"] {
        choose(page, "x.json", [b"{\"x\":\"".as_slice(), bytes, b"\"}"].concat()).await?;
        let refused = page.inside("region", "Không nhập được tệp").await?;
        refused.sees("không thuộc bảng mã UTF-8").await?;
        refused.click("button", "Đóng").await?;
    }
    texts_only(page, "after the refusals").await
}

async fn refusals_quote_them_as_texts(page: &Page) -> Result<()> {
    narrow(page).await?;
    page.open("#/tu-danh-gia").await?;
    let payloads = payloads()?;
    let files: Vec<String> = payloads.iter().map(|one| hostile::sealed_about(&one.text)).collect();
    for (payload, found) in payloads.iter().zip(look(page, &files).await?) {
        ensure!(found["code"] == "wrong-content" || found["code"] == "other-directive", "{payload:?}: {found}");
    }
    let mut faults = Faults::default();
    for text in hostile::one_of_each(&payloads) {
        let about = hostile::sealed_about(text).replace("{}", "{\"unit\":1}");
        let twice = format!("{{{key}:1,{key}:2}}", key = json!(text));
        for file in [about, twice, hostile::sealed(&[json!({ text: { text: 1 } })])] {
            choose(page, "x.json", file).await?;
            let refused = page.inside("region", "Không nhập được tệp").await?;
            faults.note(texts_only(page, text).await);
            refused.click("button", "Đóng").await?;
        }
    }
    faults.none()
}

async fn fields_of_any_name_are_kept_and_listed_as_texts(page: &Page) -> Result<()> {
    narrow(page).await?;
    page.open("#/tu-danh-gia").await?;
    let payloads = payloads()?;
    let light = payloads.iter().filter(|one| !one.is_heavy());
    let unknown = light.map(|one| (one.text.clone(), json!({ one.text.clone(): one.text }))).collect();
    let mut assessment = named(NAME);
    if let (Value::Object(fields), Value::Object(unknown)) = (&mut assessment, Value::Object(unknown)) {
        fields.extend(unknown);
        // What has a meaning already.
        fields.remove("completeness");
    }
    choose(page, FILE, hostile::sealed(std::slice::from_ref(&assessment))).await?;
    titled(page, "Xem trước tệp").await?;
    let mut faults = Faults::default();
    faults.note(texts_only(page, "the fields of a newer version").await);
    press_button(page, "Nhập").await?;
    titled(page, "Phần chung").await?;
    let draft = product::draft(page).await?;
    page.open(&product::address(&draft, "xuat")).await?;
    let file = product::assessment(&product::export(page).await?)?;
    faults.note(texts_only(page, "the export").await);
    faults.none()?;
    let keys = |of: &Value| of.as_object().map_or(0, |fields| fields.len());
    // The export counts what is answered, and names its draft and the file that it goes on from.
    ensure!(keys(&file) == keys(&assessment) + 3, "{} and {}", keys(&file), keys(&assessment));
    Ok(())
}

async fn the_page_around_is_told_texts(page: &Page) -> Result<()> {
    portal::open(page, "", "<directive-assessment></directive-assessment>").await?;
    page.ready().await?;
    let payloads = payloads()?;
    let names: Vec<&str> = payloads.iter().map(|one| one.text.as_str()).filter(|name| !name.is_empty()).collect();
    let ask = format!(
        "const names = {}, told = [];
         el.addEventListener('directive-assessment-error', ({{ detail }}) => told.push([detail.code, detail.path]));
         for (const name of names) {{ el.unit = name; await null; }}
         el.unit = '';
         for (const name of names) await el.goTo(name).then(() => told.push(['gone', name]), ({{ code, path }}) => told.push([code, path]));
         return told",
        json!(names)
    );
    let told = portal::value(page, &ask).await?;
    let expected = |code: &'static str| names.iter().map(move |name| json!([code, name]));
    let is_place = |one: &Value| one[0] == "gone" && one[1] == "1.1";
    let told = told.as_array().context("a list")?;
    let wrong = told
        .iter()
        .zip(expected("unknown-unit").chain(expected("unknown-place")))
        .find(|(one, expected)| *one != expected && !is_place(one));
    ensure!(wrong.is_none() && told.len() == 2 * names.len(), "{wrong:?} of {}", told.len());

    let files: Vec<String> = names.iter().map(|name| hostile::sealed(&[named(name)])).collect();
    for (name, found) in names.iter().zip(look(page, &files).await?) {
        ensure!(found == json!({ "id": "", "group": name, "name": name }), "{name:?}: {found}");
    }
    let import =
        format!("await el.importFile(new File([{}], {}))", json!(hostile::sealed(&[named(NAME)])), json!(FILE));
    portal::value(page, &import).await?;
    press_button(page, "Nhập").await?;
    titled(page, "Phần chung").await?;
    portal::told(page).await?;
    page.fill("Tên kỳ báo cáo", "6 tháng").await?;
    let change = portal::hears(page, "change").await?;
    ensure!(change["unit"]["name"] == NAME, "{change}");
    ensure!(page.script("return document.title", &[]).await? == "Cổng thông tin");
    let file = portal::value(page, "return (await el.exportFile({ download: false })).name").await?;
    let file = file.as_str().unwrap_or_default();
    ensure!(is_plain(file), "{file}");
    texts_only(page, "the element in a portal").await
}

/// Pastes into a field, as the clipboard would, and says what stands in it then as a file may hold it.
const PASTE: &str = "const field = arguments[0];
    field.focus();
    field.select();
    document.execCommand('insertText', false, arguments[1]);
    return field.value";

async fn card_holds(page: &Page, text: &str) -> Result<()> {
    product::requirement(page, "1.1").await?.holds("Kết quả", text).await
}

async fn what_is_typed_and_pasted_stays_a_text(page: &Page) -> Result<()> {
    narrow(page).await?;
    let payloads = payloads()?;
    let draft = product::begin(page).await?;
    let mut faults = Faults::default();
    let some: Vec<&str> =
        payloads.iter().filter(|one| !one.is_heavy()).step_by(9).map(|one| one.text.as_str()).collect();
    let text = format!("{}\0nul \u{1b}[31m \u{fffe}", some.join("\n"));
    product::requirement(page, "1.1")
        .await?
        .fill("Hạn chế, khó khăn", "</textarea><script>window.pwned=1</script> {{build}} =1+1 שלום")
        .await?;
    let field = product::requirement(page, "1.1").await?.field("Kết quả").await?;
    let pasted = field.script(&PASTE.replace("arguments[1]", &json!(text).to_string())).await?;
    let pasted = pasted.as_str().unwrap_or_default().to_owned();
    ensure!(pasted.contains("window.pwned=1"), "{pasted}");
    product::is_saved(page).await?;
    page.reload().await?;
    card_holds(page, &pasted).await?;
    page.open(&product::address(&draft, "ban-in")).await?;
    titled(page, "1022-CV/TU").await?;
    faults.note(shows(page, "the document", some.iter().copied().filter(|one| pasted.contains(one))).await);
    page.open(&product::address(&draft, "xuat")).await?;
    let file = product::assessment(&product::export(page).await?)?;
    let clean = composed(page, &[hostile::in_a_file(&pasted)]).await?;
    ensure!(file["answers"]["1.1"]["results"] == clean[0], "{}, not {clean:?}", file["answers"]["1.1"]["results"]);
    page.open("#/tu-danh-gia").await?;
    for typed in ["<img src=/pwned.png onerror=window.pwned=1>", "=cmd|' /C calc'!A0 {{build}} ${7*7}", "\u{202e}שלום"]
    {
        page.fill("Đơn vị", typed).await?;
        let part = typed.trim_start_matches('\u{202e}');
        eventually("the typed name among the options", async || {
            Ok(!page.all_by_role("option", has(part)).await?.is_empty())
        })
        .await?;
        faults.note(texts_only(page, typed).await);
    }
    faults.none()
}

e2e::tests!(
    every_view_shows_them_as_texts,
    a_copy_of_the_page_holds_them_as_texts,
    two_files_of_them_are_compared_and_merged,
    the_lists_of_drafts_show_their_names_as_texts,
    files_and_archives_show_their_names_as_texts,
    what_no_file_may_hold_is_refused_with_its_place,
    refusals_quote_them_as_texts,
    fields_of_any_name_are_kept_and_listed_as_texts,
    the_page_around_is_told_texts,
    what_is_typed_and_pasted_stays_a_text,
);
