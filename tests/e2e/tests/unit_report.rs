//! The unit's report: put together from its assessment, edited on its pages, kept with the draft, printed, and handed out for Word.

use e2e::prelude::*;
use e2e::{Look, Sheet, portal, product, until};
use serde_json::Value;

const RESULT: &str = "Đã tổ chức 04 hội nghị quán triệt.";
const EDITED: &str = "Cấp ủy báo cáo thêm về việc này.";
const SIGNER: &str = "Nguyễn Văn Ví Dụ";
const OVERALL: &str = "Đạt yêu cầu đề ra.";
const SECTION: &str = "Báo cáo của đơn vị";

/// A draft with something said in it, at its report.
async fn at_report(page: &Page) -> Result<()> {
    product::begin(page).await?;
    product::requirement(page, "1.1").await?.fill("Kết quả", RESULT).await?;
    product::go_to(page, "Đánh giá chung, kiến nghị").await?;
    page.fill("Đánh giá chung", OVERALL).await?;
    product::go_to(page, SECTION).await?;
    page.sees("Thực hiện Công văn 1022-CV/TU ngày 18/6/2024").await
}

/// Opens the field of the paragraph that begins so.
async fn edit(page: &Page, beginning: &str) -> Result<e2e::Element> {
    page.click("button", matches(format!("^Sửa ?: {beginning}"))).await?;
    page.field("Lời của đoạn này").await
}

async fn what_is_edited_is_kept_with_the_draft_and_the_assessment_stays(page: &Page) -> Result<()> {
    at_report(page).await?;
    page.sees(RESULT).await?;
    // The text and an annex.
    page.sees("2 trang").await?;
    page.click("button", "Điền thể thức, nơi gửi, người ký").await?;
    page.fill("Họ tên người ký", SIGNER).await?;
    page.click("radio", matches("^Nhà nước")).await?;
    page.sees("Độc lập - Tự do - Hạnh phúc").await?;
    let field = edit(page, OVERALL).await?;
    page.press("Control+End").await?;
    field.type_like_unikey(&format!(" {EDITED}")).await?;
    ensure!(field.value().await? == format!("{OVERALL} {EDITED}"));
    page.axe_is_clean().await?;
    product::is_saved(page).await?;
    page.reload().await?;
    for text in [EDITED, SIGNER, "Độc lập - Tự do - Hạnh phúc", "Đã sửa"] {
        page.sees(text).await?;
    }
    product::go_to(page, "Đánh giá chung, kiến nghị").await?;
    page.holds("Đánh giá chung", OVERALL).await
}

async fn a_change_beneath_what_was_edited_is_shown_and_what_is_given_up_comes_back(page: &Page) -> Result<()> {
    at_report(page).await?;
    edit(page, OVERALL).await?.fill(EDITED).await?;
    product::go_to(page, "Đánh giá chung, kiến nghị").await?;
    page.fill("Đánh giá chung", "Vượt yêu cầu đề ra.").await?;
    product::go_to(page, SECTION).await?;
    page.sees("Bản tự động đã thay đổi sau khi đoạn này được sửa").await?;
    page.sees(EDITED).await?;
    page.axe_is_clean().await?;
    page.click("button", matches("^Lấy bản mới")).await?;
    page.sees_no(EDITED).await?;
    page.click("button", "Hoàn tác").await?;
    page.sees(EDITED).await?;
    page.click("button", matches("^Giữ bản của tôi")).await?;
    page.sees_no("Bản tự động đã thay đổi").await?;
    product::is_saved(page).await?;
    page.reload().await?;
    page.sees(EDITED).await?;
    page.sees_no("Bản tự động đã thay đổi").await
}

/// Without the program that writes there is no file, and that is told; with it there is one.
async fn it_is_handed_out_for_word(page: &Page) -> Result<()> {
    page.allow("");
    page.server.hide("sw.js");
    at_report(page).await?;
    let name = "office_bg.wasm";
    page.server.put(name, [product::file(name)?, b"\n\0changed".to_vec()].concat());
    page.click("button", "Tải Word").await?;
    page.sees("Chưa lập được tệp Word").await?;
    page.server.put(name, product::file(name)?);
    page.click("button", "Tải Word").await?;
    let file = page.downloaded(".docx").await?;
    page.sees("Đã tải tệp Word").await?;
    ensure!(file.name == "Bao-cao_1022-CV-TU_Quan-uy-Ninh-Kieu.docx", "{}", file.name);
    ensure!(file.bytes.starts_with(b"PK\x03\x04"), "no archive");
    Ok(())
}

/// What a browser would print, as soon as it is asked to: the text of the frame, and what its styles say of pages.
const PRINTS: &str = "const { get } = Object.getOwnPropertyDescriptor(HTMLIFrameElement.prototype, 'contentWindow');
    Object.defineProperty(HTMLIFrameElement.prototype, 'contentWindow', { get() {
        const { document } = get.call(this);
        const { shadowRoot } = document.querySelector('directive-assessment');
        const pages = document.adoptedStyleSheets.flatMap(({ cssRules }) => [...cssRules]).map(({ cssText }) => cssText);
        return { print: () => (window.printed = {
          report: shadowRoot.querySelector('.sheets').textContent,
          pages: pages.filter((rule) => rule.startsWith('@page')).join(' '),
        }) };
      } });
    window.print = () => (window.printed = 'all of the page');";

/// By the button and by the keys.
async fn in_a_page_of_others_its_pages_are_printed_alone(page: &Page) -> Result<()> {
    portal::open(page, "", "<directive-assessment></directive-assessment>").await?;
    page.ready().await?;
    product::begin_here(page).await?;
    product::requirement(page, "1.1").await?.fill("Kết quả", RESULT).await?;
    product::go_to(page, SECTION).await?;
    page.sees(RESULT).await?;
    page.script(PRINTS, &[]).await?;
    for by_keys in [false, true] {
        page.script("delete window.printed", &[]).await?;
        if by_keys {
            page.press("Control+p").await?;
        } else {
            page.click("button", "In báo cáo").await?;
        }
        let printed = "return window.printed ?? null";
        eventually("something printed", async || Ok(page.script(printed, &[]).await? != Value::Null)).await?;
        let printed = page.script(printed, &[]).await?;
        let text = |name| printed.get(name).and_then(Value::as_str).with_context(|| printed.to_string());
        let (report, pages) = (text("report")?, text("pages")?);
        ensure!(report.contains(RESULT) && report.contains("DỰ THẢO"), "{printed}");
        // Not that of the form's style sheet, whose pages across have other margins.
        ensure!(pages.contains("landscape; margin: 20mm 15mm 20mm 30mm;"), "{printed}");
    }
    Ok(())
}

/// One blank between words.
fn words(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What a person reads of it on the screen: each line of its text, as drawn.
async fn lines(page: &Page) -> Result<Vec<String>> {
    let lines = "return [...document.querySelector('directive-assessment').shadowRoot.querySelectorAll('.sheet-a4.upright .line')]
        .map(({ textContent }) => textContent)";
    let lines = page.script(lines, &[]).await?;
    Ok(lines.as_array().context("no list")?.iter().filter_map(Value::as_str).map(words).collect())
}

/// All of its text is on pages of the profile, in its order, and nothing of the screen around it; the annexes lie across. No heading is the
/// last line of a page, and no signature is alone on one. The driver of WebKit does not print.
async fn on_paper_it_is_the_pages_that_the_screen_shows(page: &Page) -> Result<()> {
    if page.engine() == Engine::WebKit {
        return Ok(());
    }
    at_report(page).await?;
    // A row of an annex that is longer than a page.
    let long = (0..40).map(|at| format!("{at}. {} {}", RESULT.repeat(2), OVERALL)).collect::<Vec<_>>();
    product::go_to(page, "Nhiệm vụ 1").await?;
    product::requirement(page, "1.2").await?.fill("Kết quả", &long.join("\n")).await?;
    product::go_to(page, "Đánh giá chung, kiến nghị").await?;
    for paragraphs in [0, 11, 29] {
        let long = (0..paragraphs).map(|at| format!("{at}. {} {}", RESULT.repeat(4), OVERALL)).collect::<Vec<_>>();
        page.fill("Đánh giá chung", &[OVERALL.to_owned(), long.join("\n")].join("\n")).await?;
        product::go_to(page, SECTION).await?;
        page.sees(OVERALL).await?;
        let (lines, sheets) = (lines(page).await?, page.printed().await?);
        ensure!(sheets.last().is_some_and(|last| !last.text.trim().is_empty()), "the last page is empty: {sheets:?}");
        let upright = sheets.iter().filter(|sheet| !sheet.is_across).count();
        ensure!(sheets.iter().take(upright).all(|sheet| !sheet.is_across), "{sheets:?}");
        ensure!(sheets.len() > upright && upright <= 30 && (paragraphs < 11 || upright > 1), "{sheets:?}");
        let all = sheets.iter().map(|sheet| words(&without_number(&sheet.text))).collect::<Vec<_>>().join(" ");
        let mut rest = all.as_str();
        for line in lines {
            let (_, after) = rest.split_once(&line).with_context(|| format!("{line:?} is not next in {rest:?}"))?;
            rest = after;
        }
        for text in [SECTION, "In báo cáo", "Tải Word", "Sửa", "Điền thể thức", "Đã lưu"] {
            ensure!(!all.contains(text), "{text:?} is printed: {all}");
        }
        pages_begin_as_printed(page, &sheets).await?;
        for sheet in sheets.iter().take(upright) {
            let last = sheet.text.lines().map(str::trim).rfind(|line| !line.is_empty()).unwrap_or_default();
            ensure!(!last.starts_with(['I', 'V']) || !last.contains("- "), "a heading ends a page: {}", sheet.text);
            let before = sheet.text.split_once("Nơi nhận:").map(|(before, _)| words(&without_number(before)));
            ensure!(before.is_none_or(|before| !before.is_empty()), "the signature is alone: {}", sheet.text);
        }
        product::go_to(page, "Đánh giá chung, kiến nghị").await?;
    }
    Ok(())
}

/// The preview has as many pages as the print, and those of the text begin within a line of where they begin there.
async fn pages_begin_as_printed(page: &Page, sheets: &[Sheet]) -> Result<()> {
    /// The letters of a line, but for blanks.
    const LINE: u64 = 80;
    let letters = |text: &str| text.chars().filter(|letter| !letter.is_whitespace()).map(|_| 1).sum::<u64>();
    let upright: Vec<&Sheet> = sheets.iter().filter(|sheet| !sheet.is_across).collect();
    let mut before = 0;
    let printed: Vec<u64> = upright
        .iter()
        .map(|sheet| {
            before += letters(&without_number(&sheet.text));
            before
        })
        .collect();
    let count = format!("{} trang", sheets.len());
    until(format!("{count}, and pages of the text that end after {printed:?} letters"), async || {
        let shown = page.script(BEGINNINGS, &[]).await?;
        let begun = shown.get("begun").and_then(Value::as_array).context("no beginnings")?;
        let begun: Vec<u64> = begun.iter().filter_map(Value::as_u64).collect();
        let is_near = |(one, other): (&u64, &u64)| one.abs_diff(*other) <= LINE;
        let is_so = begun.len() + 1 == upright.len() && begun.iter().zip(&printed).all(is_near);
        let is_counted = shown.get("count").and_then(Value::as_str) == Some(&count);
        Ok(if is_so && is_counted { Look::Found(()) } else { Look::NotYet(shown.to_string()) })
    })
    .await
}

/// How many letters of the text are printed before each page that the preview shows, and how many pages it says there are.
const BEGINNINGS: &str = "const { shadowRoot } = document.querySelector('directive-assessment');
    const texts = document.createTreeWalker(shadowRoot.querySelector('.sheet-a4.upright'), NodeFilter.SHOW_TEXT);
    const tops = [], range = new Range();
    while (texts.nextNode()) {
      const text = texts.currentNode;
      if (text.parentElement.closest('.no-print')) continue;
      for (let at = 0; at < text.length; at++) {
        if (!text.data[at].trim()) continue;
        range.setStart(text, at);
        range.setEnd(text, at + 1);
        tops.push(range.getBoundingClientRect());
      }
    }
    const sheet = shadowRoot.querySelector('.sheet-a4.upright').getBoundingClientRect();
    const lines = [...shadowRoot.querySelectorAll('.page-line')].map((line) => line.getBoundingClientRect().top);
    return {
      begun: lines.filter((line) => line < sheet.bottom).map((line) => tops.filter(({ top, bottom }) => (top + bottom) / 2 < line).length),
      count: shadowRoot.querySelector('.page-count')?.textContent ?? '',
    };";

/// A page without the number at its head, which stands within the text where that goes on.
fn without_number(text: &str) -> String {
    let is_number = |line: &&str| !line.trim().is_empty() && line.trim().chars().all(|letter| letter.is_ascii_digit());
    text.lines().filter(|line| !is_number(line)).collect::<Vec<_>>().join("\n")
}

e2e::tests!(
    on_paper_it_is_the_pages_that_the_screen_shows,
    what_is_edited_is_kept_with_the_draft_and_the_assessment_stays,
    a_change_beneath_what_was_edited_is_shown_and_what_is_given_up_comes_back,
    it_is_handed_out_for_word,
    in_a_page_of_others_its_pages_are_printed_alone,
);
