//! The officer's whole job: reading, filling, exporting; with the pointer, and with the keyboard alone.

use e2e::prelude::*;
use e2e::product::{self, UNIT};

const RESULTS: &str =
    "Đã mở 12 lớp quán triệt Nghị quyết số 45/2022/QH15 cho 1.245 lượt đảng viên.\nTỷ lệ dự học 98,7%.";

async fn fills_and_exports_an_assessment(page: &Page) -> Result<()> {
    page.open("").await?;
    let sheet = page.inside("article", has("1022-CV/TU")).await?;
    sheet.sees("Phạm Văn Hiếu").await?;
    product::choose_unit(page, "ninh kieu", UNIT).await?;
    page.by_role("button", "Đổi đơn vị").await?;
    page.inside("article", matches("^Nhiệm vụ 1:")).await?.sees("Đơn vị thực hiện").await?;
    for task in ["^Nhiệm vụ 2:", "^Nhiệm vụ 3:"] {
        page.inside("article", matches(task)).await?.sees("Không thuộc phạm vi của Quận ủy Ninh Kiều").await?;
    }

    page.inside("article", matches("^Nhiệm vụ 1:")).await?.click("button", "Tự đánh giá").await?;
    page.focus_is("heading", "Nhiệm vụ 1").await?;
    product::contents(page).await?.sees("0/4 yêu cầu").await?;
    fill_requirement(page).await?;
    product::contents(page).await?.sees("1/4 yêu cầu").await?;
    product::requirement(page, "1.2").await?.click("radio", "Chưa thực hiện").await?;
    product::contents(page).await?.sees("2/4 yêu cầu").await?;

    product::go_to(page, "Đánh giá chung, kiến nghị").await?;
    page.fill("Đánh giá chung", "Nhìn chung nghiêm túc.").await?;
    page.click("button", "Thêm kiến nghị").await?;
    page.focus_is("textbox", "Nội dung đề xuất, kiến nghị").await?;
    page.type_text("Đề nghị Thành ủy hướng dẫn thêm.").await?;
    page.inside("group", "Cấp có thẩm quyền").await?.click("radio", "Thành ủy").await?;
    page.inside("group", "Tự đánh giá mức độ thực hiện").await?.click("radio", "Hoàn thành tốt nhiệm vụ").await?;

    page.click("link", "Kiểm tra và xuất").await?;
    page.focus_is("heading", "Kiểm tra và xuất tệp").await?;
    page.sees("Đã trả lời 2/4 yêu cầu").await?;
    page.by_role("button", has("Yêu cầu 1.3 – Mức độ thực hiện: Chưa chọn")).await?;
    ensure!(page.all_by_role("button", has("Yêu cầu 1.1 –")).await?.is_empty(), "nothing is open in 1.1");
    let file = product::export(page).await?;
    page.sees(&format!("Đã xuất tệp {}", file.name)).await?;
    page.sees("Từ đó chưa sửa chỗ nào").await?;
    looks_right(&file)?;

    product::go_to(page, "Nhiệm vụ 1").await?;
    product::requirement(page, "1.1").await?.fill("Hạn chế, khó khăn", "Đã khắc phục.").await?;
    page.click("link", "Kiểm tra và xuất").await?;
    page.sees("1 chỗ đã sửa kể từ lần xuất").await?;
    page.click("link", "Tự đánh giá").await?;
    let drafts = page.inside("region", "Bản nháp trên máy này").await?;
    drafts.sees("đã xuất lúc").await?;
    drafts.sees("1 chỗ đã sửa kể từ lần xuất").await?;
    drafts.sees("2/4 yêu cầu").await
}

/// Every part of the answer to 1.1.
async fn fill_requirement(page: &Page) -> Result<()> {
    let card = product::requirement(page, "1.1").await?;
    card.click("radio", "Đã thực hiện").await?;
    card.fill("Kết quả", RESULTS).await?;
    card.sees("Đã thực hiện mà chưa có tài liệu kiểm chứng").await?;
    card.click("button", "Thêm tài liệu mới").await?;
    page.focus_is("textbox", "Số, ký hiệu").await?;
    page.type_text("85-KH/QU").await?;
    card.fill("Ngày", "12/4/2022").await?;
    card.fill("Cơ quan ban hành", UNIT).await?;
    card.fill("Trích yếu", "Kế hoạch thực hiện Nghị quyết").await?;
    card.fill("Mục, trang", "mục II.3").await?;
    card.fill("Liên kết", "https://example.vn/85-kh").await?;
    card.sees_no("Đã thực hiện mà chưa có tài liệu kiểm chứng").await?;
    card.fill("Hạn chế, khó khăn", "Một số chi bộ còn lúng túng.").await?;
    card.sees("chưa nêu nguyên nhân").await?;
    card.fill("Nguyên nhân khách quan", "Văn bản nhiều.").await?;
    card.fill("Nguyên nhân chủ quan", "Chưa chủ động.").await?;
    card.sees_no("chưa nêu nguyên nhân").await?;
    card.click("button", "Thêm việc").await?;
    page.focus_is("textbox", "Việc").await?;
    page.type_text("Mở thêm 02 lớp").await?;
    card.fill("Chủ trì", "Ban Tuyên giáo Quận ủy").await?;
    card.fill("Thời hạn", "31/10/2024").await?;
    card.unfold("Ghi kết quả").await?;
    card.fill("Ngày hoàn thành", "15/10/2024").await?;
    card.fill("Kết quả việc này", "Đã mở 02 lớp.").await?;
    card.sees("Đã xong ngày 15/10/2024").await?;
    card.sees("85-KH/QU, ngày 12/04/2022").await
}

fn looks_right(file: &e2e::Download) -> Result<()> {
    let name: Vec<&str> = file.name.split('_').collect();
    let [directive, unit, day, digest] = *name.as_slice() else { bail!("{}", file.name) };
    ensure!((directive, unit) == ("1022-CV-TU", "Quan-uy-Ninh-Kieu"), "{}", file.name);
    ensure!(day.len() == 10 && day.split('-').all(|part| part.parse::<u16>().is_ok()), "{day}");
    let digits = digest.strip_suffix(".json").context("the suffix")?;
    ensure!(digits.len() == 8 && digits.chars().all(|digit| digit.is_ascii_hexdigit()), "{digits}");

    let found = product::assessment(file)?;
    let text = |place: &str| found.pointer(place).and_then(|value| value.as_str()).unwrap_or_default().to_owned();
    let expected = [
        ("/unit/name", UNIT),
        ("/answers/1.1/status", "done"),
        ("/answers/1.1/results", RESULTS),
        ("/answers/1.1/limitations", "Một số chi bộ còn lúng túng."),
        ("/answers/1.1/causes/objective", "Văn bản nhiều."),
        ("/answers/1.1/causes/subjective", "Chưa chủ động."),
        ("/answers/1.1/nextSteps/0/task", "Mở thêm 02 lớp"),
        ("/answers/1.1/nextSteps/0/owner", "Ban Tuyên giáo Quận ủy"),
        ("/answers/1.1/nextSteps/0/due", "2024-10-31"),
        ("/answers/1.1/nextSteps/0/doneAt", "2024-10-15"),
        ("/answers/1.1/nextSteps/0/result", "Đã mở 02 lớp."),
        ("/answers/1.2/status", "notStarted"),
        ("/evidence/0/number", "85-KH/QU"),
        ("/evidence/0/date", "2022-04-12"),
        ("/evidence/0/issuer", UNIT),
        ("/evidence/0/summary", "Kế hoạch thực hiện Nghị quyết"),
        ("/evidence/0/section", "mục II.3"),
        ("/evidence/0/url", "https://example.vn/85-kh"),
        ("/overall", "Nhìn chung nghiêm túc."),
        ("/proposals/0/text", "Đề nghị Thành ủy hướng dẫn thêm."),
        ("/proposals/0/to", "city-committee"),
        ("/selfRating/level", "good"),
    ];
    for (place, value) in expected {
        ensure!(text(place) == value, "{place} is {:?}", text(place));
    }
    ensure!(!text("/draftId").is_empty() && found.get("basedOn").is_none(), "it is the first file of its draft");
    ensure!(found.pointer("/answers/1.1/evidence/0") == found.pointer("/evidence/0/id"));
    ensure!(found.get("sample").is_none() && found.pointer("/answers/1.3").is_none(), "what was not filled is absent");
    Ok(())
}

/// Presses Tab (or what is given) until the focus is where it should be. It must never be lost on the way.
async fn press_until(page: &Page, key: &str, role: &str, name: &str) -> Result<()> {
    let mut passed = Vec::new();
    for _ in 0..80 {
        page.press(key).await?;
        let lost =
            page.script("return document.activeElement === document.body || !document.activeElement", &[]).await?;
        ensure!(lost == false, "the focus fell on the body after {}", passed.join(", "));
        let focused = page.focused().await?;
        if focused.role == role && focused.name == name {
            return Ok(());
        }
        passed.push(focused.to_string());
    }
    bail!("{key} never came to the {role} {name:?}, but to:\n{}", passed.join("\n"))
}

async fn does_it_all_by_keyboard(page: &Page) -> Result<()> {
    page.open("").await?;
    press_until(page, "Tab", "combobox", "Đơn vị").await?;
    page.type_text("ninh kieu").await?;
    page.by_role("option", UNIT).await?;
    page.press("Enter").await?;
    page.focus_is("button", "Đổi đơn vị").await?;

    press_until(page, "Tab", "button", "Tự đánh giá").await?;
    page.press("Enter").await?;
    page.focus_is("heading", "Nhiệm vụ 1").await?;

    press_until(page, "Tab", "radio", "Đã thực hiện").await?;
    page.press("Space").await?;
    let first = product::requirement(page, "1.1").await?;
    ensure!(first.by_role("radio", "Đã thực hiện").await?.is_checked().await?);
    page.press("Down").await?;
    let chosen = first.by_role("radio", "Đang thực hiện").await?;
    eventually("the next status", async || chosen.is_checked().await).await?;

    press_until(page, "Tab", "textbox", "Kết quả").await?;
    page.type_text("Đã mở 12 lớp.").await?;
    first.holds("Kết quả", "Đã mở 12 lớp.").await?;
    product::contents(page).await?.sees("1/4 yêu cầu").await?;

    press_until(page, "Shift+Tab", "link", "Kiểm tra và xuất").await?;
    page.press("Enter").await?;
    page.focus_is("heading", "Kiểm tra và xuất tệp").await?;
    press_until(page, "Tab", "button", "Xuất tệp").await?;
    page.press("Enter").await?;
    let found = product::assessment(&page.downloaded(".json").await?)?;
    ensure!(found.pointer("/answers/1.1/status").is_some_and(|status| status == "inProgress"), "{found}");
    ensure!(found.pointer("/answers/1.1/results").is_some_and(|results| results == "Đã mở 12 lớp."), "{found}");
    page.focus_is("button", "Xuất tệp").await
}

e2e::tests!(fills_and_exports_an_assessment, does_it_all_by_keyboard);
