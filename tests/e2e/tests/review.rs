//! The review of files: merging place by place, parts of the work, damaged files, archives, and the element's own methods.

use e2e::hostile;
use e2e::prelude::*;
use e2e::product::{self, UNIT};
use e2e::{Download, Scope, archive, archived, packed_spaces};
use serde_json::{Value, json};

const THEIRS: &str = "Đã tổ chức 04 hội nghị quán triệt.";
const MINE: &str = "Đã tổ chức 06 hội nghị.";

/// A file with an answer to 1.1 and one to 1.2, and the draft with another answer to 1.1; the page is at the list of drafts.
async fn a_file_and_a_draft_that_went_on(page: &Page) -> Result<Download> {
    product::begin(page).await?;
    let card = product::requirement(page, "1.1").await?;
    card.click("radio", "Đang thực hiện").await?;
    card.fill("Kết quả", THEIRS).await?;
    product::requirement(page, "1.2").await?.fill("Kết quả", "Đã ban hành kế hoạch.").await?;
    page.click("link", "Kiểm tra và xuất").await?;
    let file = product::export(page).await?;
    write(page, MINE).await?;
    page.click("link", "Tự đánh giá").await?;
    page.by_role("region", "Bản nháp trên máy này").await?;
    Ok(file)
}

async fn write(page: &Page, text: &str) -> Result<()> {
    product::go_to(page, "Nhiệm vụ 1").await?;
    product::requirement(page, "1.1").await?.fill("Kết quả", text).await
}

async fn holds(page: &Page, requirement: &str, text: &str) -> Result<()> {
    product::go_to(page, "Nhiệm vụ 1").await?;
    product::requirement(page, requirement).await?.holds("Kết quả", text).await
}

fn upload(file: &Download) -> Upload {
    Upload::json(&file.name, file.bytes.clone())
}

async fn choose(page: &Page, files: &[Upload]) -> Result<()> {
    page.choose_files(has("Chọn tệp đã xuất"), files).await
}

async fn preview(page: &Page) -> Result<Scope> {
    page.inside("region", "Xem trước tệp").await
}

async fn merges_place_by_place_and_takes_it_back(page: &Page) -> Result<()> {
    let file = a_file_and_a_draft_that_went_on(page).await?;
    choose(page, &[upload(&file)]).await?;
    let review = preview(page).await?;
    review.sees("Khác bản nháp ở 1 chỗ").await?;
    let place = review.inside("group", has("Kết quả")).await?;
    place.sees(MINE).await?;
    place.sees(THEIRS).await?;
    review.sees("Khi gộp: 1 giữ cả hai.").await?;
    page.axe_is_clean().await?;

    // By the keyboard: from "keep both" to "keep mine", and on to "take the file's".
    place.click("radio", "Giữ cả hai").await?;
    page.press("Down").await?;
    review.sees("Khi gộp: 1 giữ như cũ.").await?;
    page.press("Down").await?;
    review.sees("Khi gộp: 1 thay bằng của tệp.").await?;
    review.click("button", "Giữ toàn bộ bản trên máy").await?;
    review.sees("Khi gộp: 1 giữ như cũ.").await?;
    review.click("button", "Giữ cả hai").await?;
    review.click("button", "Gộp").await?;
    page.sees("Đã gộp tệp vào bản nháp của Quận ủy Ninh Kiều, thay đổi 1 chỗ").await?;
    let both = [MINE, "\n\n— Từ tệp ", &file.name, ": —\n", THEIRS].concat();
    holds(page, "1.1", &both).await?;
    product::is_saved(page).await?;
    page.click("button", "Hoàn tác").await?;
    page.inside("region", "Bản nháp trên máy này").await?.click("link", UNIT).await?;
    holds(page, "1.1", MINE).await?;

    // The same file once more: now all of it is taken.
    page.click("link", "Tự đánh giá").await?;
    choose(page, &[upload(&file)]).await?;
    let review = preview(page).await?;
    review.click("button", "Lấy toàn bộ theo tệp").await?;
    review.click("button", "Gộp").await?;
    holds(page, "1.1", THEIRS).await?;
    page.click("link", "Tự đánh giá").await?;
    choose(page, &[upload(&file)]).await?;
    preview(page).await?.sees("giống hệt bản nháp").await
}

async fn two_who_split_the_work_exchange_their_parts(page: &Page) -> Result<()> {
    a_file_and_a_draft_that_went_on(page).await?;
    page.inside("region", "Bản nháp trên máy này").await?.click("link", UNIT).await?;
    page.click("link", "Kiểm tra và xuất").await?;
    page.by_role("heading", "Xuất tệp").await?;
    page.unfold("Xuất một phần").await?;
    page.click("checkbox", has("1.2")).await?;
    page.click("button", "Xuất các yêu cầu đã chọn").await?;
    let part = page.downloaded(".json").await?;
    ensure!(part.name.contains("-mot-phan_"), "{}", part.name);
    let found = product::assessment(&part)?;
    ensure!(found.get("covers") == Some(&json!(["1.2"])), "{found}");
    ensure!(found.pointer("/answers/1.1").is_none(), "{found}");
    page.axe_is_clean().await?;

    write(page, "chỉ ở đây").await?;
    product::requirement(page, "1.2").await?.fill("Kết quả", "sẽ bị thay").await?;
    page.click("link", "Tự đánh giá").await?;
    choose(page, &[upload(&part)]).await?;
    let review = preview(page).await?;
    review.sees("Chỉ gồm yêu cầu").await?;
    review.click("button", "Lấy toàn bộ theo tệp").await?;
    review.click("button", "Gộp").await?;
    holds(page, "1.2", "Đã ban hành kế hoạch.").await?;
    holds(page, "1.1", "chỉ ở đây").await
}

async fn opens_what_can_be_read_of_a_cut_file(page: &Page) -> Result<()> {
    let file = a_file_and_a_draft_that_went_on(page).await?;
    let cut = file.text()?.find("\"revision\"").context("the revision")?;
    let cut = file.bytes.get(..cut).unwrap_or_default().to_vec();
    choose(page, &[Upload::json("cut.json", cut)]).await?;
    let review = page.inside("region", "Không nhập được tệp").await?;
    review.sees("Tệp bị cắt giữa chừng").await?;
    // Keys stand in their order. What would stand behind the last that was read was not there, or was cut off: nobody knows.
    review
        .sees("Có thể đã mất: danh mục tài liệu (một phần hoặc tất cả); đánh giá chung; kỳ báo cáo; người lập; ")
        .await?;
    review.sees("đề xuất, kiến nghị; trả lời nhận xét; mức tự đánh giá; tên đơn vị.").await?;
    page.axe_is_clean().await?;
    review.click("button", "Mở phần đọc được").await?;
    page.sees("Phần đọc được của tệp hỏng đã thành một bản nháp riêng").await?;
    holds(page, "1.1", THEIRS).await?;
    page.click("link", "Tự đánh giá").await?;
    page.inside("region", "Bản nháp trên máy này").await?.click("link", UNIT).await?;
    holds(page, "1.1", MINE).await
}

async fn several_files_and_an_archive_have_a_line_each(page: &Page) -> Result<()> {
    let file = a_file_and_a_draft_that_went_on(page).await?;
    let zip = Upload::new("gui.zip", "application/zip", archive("bao-cao.json", &file.bytes)?);
    choose(page, &[Upload::json("x.json", "x"), zip]).await?;
    let list = page.inside("navigation", "2 tệp đang chờ xem").await?;
    list.sees("Quận ủy Ninh Kiều – có thể gộp").await?;
    list.sees("không nhập được").await?;
    list.click("button", "gui.zip/bao-cao.json").await?;
    let review = preview(page).await?;
    page.axe_is_clean().await?;
    review.click("button", "Lấy toàn bộ theo tệp").await?;
    review.click("button", "Gộp").await?;
    page.inside("region", "Không nhập được tệp").await?.click("button", "Đóng").await?;
    page.inside("region", "Bản nháp trên máy này").await?.click("link", UNIT).await?;
    holds(page, "1.1", THEIRS).await
}

/// The file unpacks to 824 MB and says that it has a thousand bytes.
async fn an_archive_is_unpacked_no_further_than_it_says(page: &Page) -> Result<()> {
    page.open("#/tu-danh-gia").await?;
    let zip = Upload::new("gui.zip", "application/zip", archived("bao-cao.json", &packed_spaces(3_195_000), 1000)?);
    let before = page.most_memory();
    choose(page, &[zip]).await?;
    page.inside("region", "Không nhập được tệp").await?.sees("Tệp nén bị hỏng").await?;
    let taken = page.most_memory().saturating_sub(before) / 1_000_000;
    println!("{}: an archive of 5 MB that unpacks to 824 MB took {taken} MB at most", page.browser());
    ensure!(before > 0 && taken < 200, "{taken} MB");
    Ok(())
}

/// More than can be looked at: the list ends, says so, and the page goes on.
async fn a_list_of_files_has_an_end(page: &Page) -> Result<()> {
    wait_up_to(Duration::from_secs(45));
    page.open("#/tu-danh-gia").await?;
    let unit = |at: usize| json!({ "unit": { "group": "", "name": format!("Đơn vị {at}") }, "revision": 0, "createdAt": "", "updatedAt": "" });
    let many: Vec<Value> = (0..2_500).map(unit).collect();
    choose(page, &[Upload::json("nhieu.json", hostile::sealed(&many))]).await?;
    let list = page.inside("navigation", "200 tệp đang chờ xem").await?;
    list.sees("Còn 2300 bản nữa chưa đưa vào danh sách").await?;
    page.axe_is_clean().await?;
    preview(page).await?.click("button", "Không nhập").await?;
    page.by_role("navigation", "199 tệp đang chờ xem").await.map(drop)
}

/// Calls a method of the element; what comes of it, or the error's code and path.
async fn call(page: &Page, script: &str, values: &[Value]) -> Result<Value> {
    let whole = ["const element = document.querySelector('directive-assessment');
        const file = (text, name) => name ? new File([text], name) : new Blob([text]);
        const told = (error) => ({ code: error.code, path: error.path, isError: Object.prototype.toString.call(error) === '[object Error]', message: error.message });
        return (async () => {", script, "})().catch(told);"].concat();
    page.script(&whole, values).await
}

async fn the_element_hands_out_files_and_looks_at_them(page: &Page) -> Result<()> {
    page.open("#/tu-danh-gia").await?;
    let none = call(page, "return await element.exportFile({ download: false })", &[]).await?;
    ensure!(none.get("code") == Some(&json!("no-draft")), "{none}");
    let file = a_file_and_a_draft_that_went_on(page).await?;
    page.inside("region", "Bản nháp trên máy này").await?.click("link", UNIT).await?;
    product::is_saved(page).await?;
    let own = "const file = await element.exportFile({ download: false });
        return { name: file.name, type: file.type, isFile: file instanceof File, text: await file.text() };";
    let own = call(page, own, &[]).await?;
    ensure!(own.get("isFile") == Some(&json!(true)) && own.get("type") == Some(&json!("application/json")), "{own}");
    ensure!(own.get("text").and_then(Value::as_str).is_some_and(|text| text.contains(MINE)), "{own}");

    let look = "return await element.importFile(file(arguments[0], arguments[1]), { dryRun: true })";
    let found = call(page, look, &[file.text()?.into(), "a.json".into()]).await?;
    let first = found.pointer("/assessments/0").context("an assessment")?;
    ensure!(
        first.pointer("/unit/name") == Some(&json!(UNIT)) && first.get("differences") == Some(&json!(1)),
        "{found}"
    );
    ensure!(first.get("answered") == Some(&json!(1)) && first.get("inScope") == Some(&json!(4)), "{found}");
    page.gone("region", "Xem trước tệp").await?;

    let changed = file.text()?.replace("04 hội nghị", "05 hội nghị");
    let untyped = file.text()?.replacen("\"revision\":", "\"revision\":-", 1);
    for (text, code) in
        [(changed, "damaged"), ("{".to_owned(), "cut-off"), ("x".to_owned(), "not-json"), (untyped, "damaged")]
    {
        let refused = call(page, look, &[text.into(), "".into()]).await?;
        ensure!(refused.get("code") == Some(&json!(code)), "{refused}");
        ensure!(refused.get("isError") == Some(&json!(true)) && refused.get("path").is_some(), "{refused}");
        ensure!(refused.get("message").and_then(Value::as_str).is_some_and(|text| text.contains("Hãy")), "{refused}");
    }
    let no_file = call(page, "return await element.importFile('text')", &[]).await?;
    ensure!(no_file.get("code") == Some(&json!("not-a-file")), "{no_file}");

    // Without `dryRun` the person is shown it, and decides.
    let show = look.replace(", { dryRun: true }", "");
    call(page, &show, &[file.text()?.into(), "b.json".into()]).await?;
    preview(page).await?.sees("b.json").await
}

/// Of a page the product is the largest part, so it may be larger than a file: 8 MiB.
async fn a_page_that_holds_a_file_is_taken_up_to_its_limit(page: &Page) -> Result<()> {
    product::begin(page).await?;
    let look = "const own = await (await element.exportFile({ download: false })).text();
        const held = own.replaceAll('<', '\\u003c');
        const start = `<!doctype html><script id=\"directive-assessment-data\">${held}</script>`;
        const sized = (bytes) => file(start + ' '.repeat(bytes - new Blob([start]).size), 'a.html');
        const outcome = (bytes) => element.importFile(sized(bytes), { dryRun: true })
            .then((found) => found.assessments.length, (error) => error.code);
        return [await outcome(arguments[0]), await outcome(arguments[0] + 1)];";
    let outcomes = call(page, look, &[json!(8 * 1024 * 1024)]).await?;
    ensure!(outcomes == json!([1, "too-large"]), "{outcomes}");
    Ok(())
}

/// An archive, the page that was saved, a file that another program has saved anew: as those that a person chooses.
async fn the_element_takes_what_the_picker_takes(page: &Page) -> Result<()> {
    let file = a_file_and_a_draft_that_went_on(page).await?;
    let held = file.text()?.replace('<', "\\u003c");
    let saved = ["<!doctype html><script id=\"directive-assessment-data\">", &held, "</script>"].concat();
    let resaved = file.text()?.replacen(",\"", ",\r\n  \"", 3);
    let look = "const bytes = Uint8Array.from(arguments[0]);
        return await element.importFile(new File([bytes], arguments[1]), { dryRun: arguments[2] })";
    let zip = archive("a.json", &file.bytes)?;
    for (name, bytes, within, is_resaved) in [
        ("x.zip", &zip, "x.zip/a.json", false),
        ("x.html", &saved.into_bytes(), "x.html", false),
        ("x.txt", &resaved.into_bytes(), "x.txt", true),
    ] {
        let found = call(page, look, &[json!(bytes), name.into(), true.into()]).await?;
        let first = found.pointer("/assessments/0").with_context(|| format!("{name}: {found}"))?;
        ensure!(first.get("file") == Some(&json!(within)) && first.get("differences") == Some(&json!(1)), "{found}");
        ensure!(
            first.get("resaved") == Some(&json!(is_resaved)) && found.get("refused") == Some(&json!([])),
            "{found}"
        );
    }
    for (name, bytes, code) in [
        ("x.pdf", b"%PDF-1.7".as_slice(), "other-program"),
        ("x.zip", b"PK\x03\x04 cut".as_slice(), "bad-archive"),
        ("x.zip", &archive("a.json", b"{")?, "cut-off"),
    ] {
        let refused = call(page, look, &[json!(bytes), name.into(), true.into()]).await?;
        ensure!(refused.get("code") == Some(&json!(code)), "{name}: {refused}");
        ensure!(refused.get("message").and_then(Value::as_str).is_some_and(|text| text.contains("Hãy")), "{refused}");
    }
    page.gone("region", "Xem trước tệp").await?;
    page.gone("region", "Không nhập được tệp").await?;

    // Without `dryRun` the person sees what they would have seen of a file of their own.
    call(page, look, &[json!(zip), "y.zip".into(), false.into()]).await?;
    let review = preview(page).await?;
    review.sees("y.zip/a.json").await?;
    review.click("button", "Không nhập").await?;
    let refused = call(page, look, &[json!(b"%PDF-1.7"), "y.pdf".into(), false.into()]).await?;
    ensure!(refused.get("code") == Some(&json!("other-program")), "{refused}");
    page.inside("region", "Không nhập được tệp").await?.sees("Đây là tệp PDF").await
}

/// Two drafts that were kept are told apart in the list, laid beside each other and joined there; both stay.
async fn two_drafts_are_compared_and_joined(page: &Page) -> Result<()> {
    let file = a_file_and_a_draft_that_went_on(page).await?;
    choose(page, &[upload(&file)]).await?;
    preview(page).await?.click("button", "Giữ thành hai bản").await?;
    page.by_role("heading", "Phần chung").await?;
    page.click("link", "Tự đánh giá").await?;
    let list = page.inside("region", "Bản nháp trên máy này").await?;
    list.sees(&["Nhập từ tệp ", &file.name, " lúc "].concat()).await?;
    list.sees("Bắt đầu lúc ").await?;
    page.axe_is_clean().await?;
    // The draft that was changed last is at the top of the list.
    let buttons = page.all_by_role("button", has("So sánh, gộp")).await?;
    let [own, _] = buttons.as_slice() else { bail!("{} buttons", buttons.len()) };
    own.click().await?;
    page.focus_is("heading", "So sánh hai bản nháp").await?;
    let review = page.inside("region", "So sánh hai bản nháp").await?;
    review.sees("Khác bản nháp ở 1 chỗ").await?;
    ensure!(page.all_by_role("button", "Thay bản nháp").await?.is_empty(), "nothing takes another's place");
    page.axe_is_clean().await?;
    review.click("button", "Lấy toàn bộ theo bản kia").await?;
    review.sees("Khi gộp: 1 thay bằng của bản kia.").await?;
    review.click("button", "Gộp").await?;
    page.sees("Đã gộp").await?;
    holds(page, "1.1", THEIRS).await?;
    page.click("button", "Hoàn tác").await?;
    ensure!(page.all_by_role("button", has("So sánh, gộp")).await?.len() == 2, "both stay");
    product::is_saved(page).await
}

e2e::tests!(
    two_drafts_are_compared_and_joined,
    merges_place_by_place_and_takes_it_back,
    two_who_split_the_work_exchange_their_parts,
    opens_what_can_be_read_of_a_cut_file,
    several_files_and_an_archive_have_a_line_each,
    an_archive_is_unpacked_no_further_than_it_says,
    a_list_of_files_has_an_end,
    the_element_hands_out_files_and_looks_at_them,
    the_element_takes_what_the_picker_takes,
    a_page_that_holds_a_file_is_taken_up_to_its_limit,
);
