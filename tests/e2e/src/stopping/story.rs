//! Short journeys through the product, which together cover every kind of message and effect.

use super::Rig;
use crate::{
    Page, Upload, archive, eventually, has, matches,
    product::{self, UNIT},
};
use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};
use std::cell::RefCell;

/// What is typed into the results of requirement 1.1, a state of the draft each.
pub(super) const WORDS: [&str; 3] = ["Một. ", "Hai. ", "Ba. "];
const MORE: &str = "Bốn. ";
/// With no draft in the stores.
const OTHER: &str = "Huyện ủy Cờ Đỏ";

/// What a person does until the program ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Story {
    /// The first visit: a unit is chosen, an assessment begun.
    Beginning,
    /// The first visit: the sample is looked at.
    Sampling,
    /// The page with a draft is opened.
    Starting,
    /// A key is pressed in a field, and what was typed is saved.
    Writing,
    /// Everything else in a requirement and the register.
    Answering,
    /// The other sections of the form.
    Concluding,
    /// The file, a part of it, the page and the paper.
    Exporting,
    /// A file is merged into the draft.
    Merging,
    /// Files are taken in beside the draft, or refused.
    Importing,
    /// Drafts go and come back.
    Deleting,
    /// A kept state takes the draft's place.
    Restoring,
    /// The draft is exported and removed from the machine.
    Removing,
    /// Another window goes on with the draft.
    Windows,
    /// The page is hidden, left and come back to.
    Leaving,
    /// The page around the element leads it.
    Hosting,
    /// A record cannot be read.
    Damaged,
    /// The disk is full.
    Full,
    /// The journal does not answer as the page is opened, and does later.
    Silent,
}

/// How a story is described.
#[derive(Debug, Default)]
pub(super) struct Promises {
    promised: RefCell<Vec<String>>,
}

impl Promises {
    /// Waits until the page calls it saved. What it still says after its end does not count.
    async fn is_saved(&self, page: &Page, words: &[&str]) -> Result<()> {
        product::is_saved(page).await?;
        ensure!(page.script("return rig.isHit", &[]).await? != true, "it has ended");
        self.saved(words);
        Ok(())
    }

    /// It is in the stores, as something that was saved.
    fn saved(&self, words: &[&str]) {
        self.promised.borrow_mut().extend(words.iter().map(|word| (*word).to_owned()));
    }

    /// The person has asked for what was saved to be removed for good.
    fn removed(&self) {
        self.promised.borrow_mut().clear();
    }

    pub(super) fn into_promised(self) -> Vec<String> {
        self.promised.into_inner()
    }
}

impl Story {
    /// Every story there is.
    pub const ALL: [Self; 18] = [
        Self::Beginning,
        Self::Sampling,
        Self::Starting,
        Self::Writing,
        Self::Answering,
        Self::Concluding,
        Self::Exporting,
        Self::Merging,
        Self::Importing,
        Self::Deleting,
        Self::Restoring,
        Self::Removing,
        Self::Windows,
        Self::Leaving,
        Self::Hosting,
        Self::Damaged,
        Self::Full,
        Self::Silent,
    ];

    /// Whether it is about what happens as the page is opened.
    pub(super) fn begins_with_the_start(self) -> bool {
        matches!(self, Self::Starting | Self::Damaged | Self::Silent)
    }

    /// Whether the product tries again after a while.
    pub(super) fn tries_again(self) -> bool {
        self == Self::Full
    }

    /// What the stores hold as it begins.
    pub(super) fn state(self, rig: &Rig) -> Value {
        let mut state = rig.states.first().cloned().unwrap_or_default();
        match self {
            Self::Beginning | Self::Sampling => return Value::Null,
            Self::Damaged => {
                if let Some(text) = state.pointer_mut("/journal/0/text") {
                    *text = json!("{hỏng");
                }
            }
            _ => {}
        }
        state
    }

    /// The keys of the history as it begins: there are some that may go.
    pub(super) fn history(self, rig: &Rig) -> Vec<String> {
        let key = |number: u32| format!("{}/s{number}/{number}/{}/hourly/2/1", rig.draft, 1_700_000_000_000_u64);
        if self == Self::Full { (1..=3).map(key).collect() } else { Vec::new() }
    }

    /// Where it begins.
    pub(super) fn route(self, rig: &Rig) -> String {
        match self {
            Self::Beginning => String::new(),
            Self::Sampling | Self::Merging | Self::Importing | Self::Deleting => "#/tu-danh-gia".to_owned(),
            Self::Exporting | Self::Removing => product::address(&rig.draft, "xuat"),
            Self::Concluding => product::address(&rig.draft, "chung"),
            _ => product::address(&rig.draft, "nhiem-vu/1"),
        }
    }

    /// Plays it to its end.
    pub(super) async fn act(self, page: &Page, rig: &Rig, promises: &Promises) -> Result<()> {
        if !matches!(self, Self::Beginning | Self::Sampling) {
            promises.saved(&["Một. "]);
        }
        match self {
            Self::Beginning => beginning(page, promises).await,
            Self::Sampling => sampling(page).await,
            Self::Starting => page.open(&product::address(&rig.draft, "nhiem-vu/1")).await,
            Self::Writing => writing(page, promises).await,
            Self::Answering => answering(page).await,
            Self::Concluding => concluding(page).await,
            Self::Exporting => exporting(page).await,
            Self::Merging => merging(page, rig, promises).await,
            Self::Importing => importing(page, rig).await,
            Self::Deleting => deleting(page).await,
            Self::Restoring => restoring(page).await,
            Self::Removing => removing(page, promises).await,
            Self::Windows => windows(page, rig, promises).await,
            Self::Leaving => leaving(page, promises).await,
            Self::Hosting => hosting(page).await,
            Self::Damaged => damaged(page).await,
            Self::Full => full(page, promises).await,
            Self::Silent => silent(page, rig).await,
        }
    }
}

/// Types at the end of the results of 1.1.
async fn write(page: &Page, text: &str) -> Result<()> {
    product::requirement(page, "1.1").await?.field("Kết quả").await?.focus().await?;
    page.type_text(text).await
}

async fn beginning(page: &Page, promises: &Promises) -> Result<()> {
    page.click("button", "English").await?;
    page.click("button", "Tiếng Việt").await?;
    product::choose_unit(page, product::UNIT_TYPED, UNIT).await?;
    page.inside("article", matches("^Nhiệm vụ 1:")).await?.click("button", "Tự đánh giá").await?;
    page.by_role("heading", "Nhiệm vụ 1").await?;
    write(page, MORE).await?;
    promises.is_saved(page, &[MORE]).await
}

async fn sampling(page: &Page) -> Result<()> {
    page.click("button", "Mở bản mẫu").await?;
    page.by_role("heading", "Nhiệm vụ 1").await?;
    product::is_saved(page).await
}

async fn writing(page: &Page, promises: &Promises) -> Result<()> {
    write(page, MORE).await?;
    promises.is_saved(page, &[MORE]).await?;
    page.press("Control+s").await?;
    page.sees("Đã lưu tất cả lúc").await?;
    page.press("Tab").await
}

async fn answering(page: &Page) -> Result<()> {
    let card = product::requirement(page, "1.1").await?;
    card.click("radio", "Đang thực hiện").await?;
    card.click("button", "Thêm việc").await?;
    card.fill("Việc", "Mở lớp").await?;
    card.click("button", "Bỏ việc 1").await?;
    page.click("button", "Hoàn tác").await?;
    card.click("button", "Thêm tài liệu mới").await?;
    card.fill("Số, ký hiệu", "85-KH/QU").await?;
    card.click("button", has("Bỏ chọn tài liệu")).await?;
    product::contents(page).await?.click("link", has("Tài liệu kiểm chứng")).await?;
    page.click("button", has("Sửa tài liệu 1")).await?;
    page.click("button", has("Bỏ khỏi danh mục: tài liệu 1")).await?;
    page.click("button", "Đóng thông báo").await?;
    product::is_saved(page).await
}

async fn concluding(page: &Page) -> Result<()> {
    page.field("Đơn vị").await?.focus().await?;
    page.press("Control+a").await?;
    page.type_text("co do").await?;
    page.click("option", OTHER).await?;
    product::go_to(page, "Đánh giá chung, kiến nghị").await?;
    page.click("radio", "Hoàn thành tốt nhiệm vụ").await?;
    product::go_to(page, "Nhiệm vụ 2").await?;
    page.click("checkbox", has("Đơn vị có phối hợp")).await?;
    page.back().await?;
    page.by_role("heading", "Đánh giá chung, kiến nghị").await?;
    page.click("link", "Kiểm tra và xuất").await?;
    page.click("button", has("Yêu cầu 1.3 – Mức độ thực hiện")).await?;
    page.by_role("heading", "Nhiệm vụ 1").await?;
    product::is_saved(page).await
}

async fn exporting(page: &Page) -> Result<()> {
    page.by_role("heading", "Kiểm tra và xuất tệp").await?;
    page.click("button", "Xuất tệp").await?;
    page.sees("Đã xuất tệp").await?;
    page.unfold("Xuất một phần").await?;
    page.click("checkbox", has("1.1")).await?;
    page.click("button", "Xuất các yêu cầu đã chọn").await?;
    page.sees("Đã xuất một phần").await?;
    page.click("link", "Xem bản in, lưu HTML").await?;
    page.click("button", "In").await?;
    page.click("button", "Lưu thành một tệp HTML").await?;
    page.downloaded(".html").await?;
    product::is_saved(page).await
}

async fn choose(page: &Page, files: &[Upload]) -> Result<()> {
    page.choose_files(has("Chọn tệp đã xuất"), files).await
}

async fn merging(page: &Page, rig: &Rig, promises: &Promises) -> Result<()> {
    choose(page, &[Upload::json("x.json", "x"), Upload::json("a.json", rig.file.clone())]).await?;
    let list = page.inside("navigation", "2 tệp đang chờ xem").await?;
    list.click("button", "a.json").await?;
    let review = page.inside("region", "Xem trước tệp").await?;
    review.click("radio", "Giữ cả hai").await?;
    review.click("button", "Giữ cả hai").await?;
    review.click("button", "Gộp").await?;
    page.inside("region", "Không nhập được tệp").await?.click("button", "Đóng").await?;
    promises.is_saved(page, &["Hai. "]).await
}

async fn importing(page: &Page, rig: &Rig) -> Result<()> {
    for button in ["Giữ thành hai bản", "Thay bản nháp", "Làm kỳ mới từ tệp này"] {
        choose(page, &[Upload::json(&format!("{}.json", button.len()), rig.file.clone())]).await?;
        page.inside("region", "Xem trước tệp").await?.click("button", button).await?;
        page.by_role("heading", "Phần chung").await?;
        page.click("link", "Tự đánh giá").await?;
        page.by_role("region", "Bản nháp trên máy này").await?;
    }
    let compare = page.all_by_role("button", has("So sánh, gộp")).await?;
    compare.first().context("two drafts of the unit")?.click().await?;
    page.inside("region", "So sánh hai bản nháp").await?.click("button", "Đóng").await?;
    let refused = async |files: &[Upload]| -> Result<()> {
        choose(page, files).await?;
        page.inside("region", "Không nhập được tệp").await?.click("button", "Đóng").await
    };
    refused(&[Upload::json("large.json", vec![b' '; 2_200_000])]).await?;
    choose(page, &[Upload::json("x.json", "x"), Upload::json("y.json", "y")]).await?;
    page.inside("navigation", "2 tệp đang chờ xem").await?.click("button", "Đóng 2 tệp không nhập được").await?;
    choose(page, &[Upload::new("a.zip", "application/zip", archive("a.json", &rig.file)?)]).await?;
    page.inside("region", "Xem trước tệp").await?.click("button", "Không nhập").await?;
    page.script("rig.isUnreadable = true", &[]).await?;
    refused(&[Upload::json("gone.json", "x")]).await?;
    page.script("rig.declines = true", &[]).await?;
    choose(page, &[Upload::json("no.json", "x")]).await?;
    page.sees("Cổng thông tin không cho nhập tệp này").await?;
    product::is_saved(page).await
}

async fn deleting(page: &Page) -> Result<()> {
    page.click("button", "Làm kỳ mới từ bản này: Quận ủy Ninh Kiều").await?;
    page.by_role("heading", "Phần chung").await?;
    product::go_to(page, "Nhiệm vụ 1").await?;
    page.click("link", "Tự đánh giá").await?;
    product::choose_unit(page, "co do", OTHER).await?;
    page.click("button", "Bắt đầu").await?;
    page.by_role("heading", "Phần chung").await?;
    page.click("link", "Tự đánh giá").await?;
    page.click("button", "Xóa bản nháp của Huyện ủy Cờ Đỏ").await?;
    page.unfold("Đã xóa (1)").await?;
    page.click("button", has("Khôi phục bản nháp của Huyện ủy Cờ Đỏ")).await?;
    page.click("button", "Xóa bản nháp của Huyện ủy Cờ Đỏ").await?;
    page.unfold("Đã xóa (1)").await?;
    page.click("button", has("Xóa hẳn bản nháp của Huyện ủy Cờ Đỏ")).await?;
    product::is_saved(page).await?;
    passes(page, "message Removal/Purged").await
}

async fn restoring(page: &Page) -> Result<()> {
    page.click("link", "Tự đánh giá").await?;
    page.click("button", "Xóa bản nháp của Quận ủy Ninh Kiều").await?;
    page.click("button", "Hoàn tác").await?;
    page.inside("region", "Bản nháp trên máy này").await?.click("link", UNIT).await?;
    page.by_role("heading", "Phần chung").await?;
    product::go_to(page, "Nhiệm vụ 1").await?;
    write(page, MORE).await?;
    page.click("link", "Lịch sử").await?;
    page.click("button", matches("^Khôi phục bản \\d")).await?;
    page.sees("Đã khôi phục bản").await?;
    product::is_saved(page).await
}

async fn removing(page: &Page, promises: &Promises) -> Result<()> {
    let question = async || page.inside("group", "Bạn đã thấy tệp chưa?").await;
    page.click("button", "Xuất và xóa khỏi máy này").await?;
    question().await?.click("button", "Không xóa").await?;
    page.click("button", "Xuất và xóa khỏi máy này").await?;
    let question = question().await?;
    promises.removed();
    question.click("button", "Đã thấy tệp, xóa khỏi máy này").await?;
    page.sees("Đã xóa khỏi máy này mọi bản lưu của").await
}

async fn windows(page: &Page, rig: &Rig, promises: &Promises) -> Result<()> {
    let go_on = async |number: usize, is_told: bool| {
        let state = rig.states.get(number).cloned().context("a state")?;
        page.script("return rig.goOn(arguments[0], arguments[1]).then(() => null)", &[state, json!(is_told)]).await?;
        promises.saved(WORDS.get(number..=number).unwrap_or_default());
        Ok::<(), anyhow::Error>(())
    };
    go_on(1, true).await?;
    product::requirement(page, "1.1").await?.holds("Kết quả", "Một. Hai. ").await?;
    go_on(2, false).await?;
    product::requirement(page, "1.2").await?.field("Kết quả").await?.focus().await?;
    page.type_text(MORE).await?;
    page.sees("đã được sửa ở một cửa sổ khác").await?;
    promises.is_saved(page, &[MORE]).await
}

async fn leaving(page: &Page, promises: &Promises) -> Result<()> {
    let field = product::requirement(page, "1.1").await?.field("Kết quả").await?;
    field.script("rig.typeAndLeave(arguments[0], 'Bốn. ')").await?;
    promises.is_saved(page, &[MORE]).await?;
    page.script("rig.see(false); rig.see(true)", &[]).await?;
    product::is_saved(page).await
}

/// Nothing here waits for the element's answer, which does not come where the program stops.
async fn hosting(page: &Page) -> Result<()> {
    let call = async |script: &str| {
        let element = "const element = document.querySelector('directive-assessment');";
        page.script(&format!("{element} {script}"), &[]).await.map(drop)
    };
    call("element.goTo('1.2').catch(() => {})").await?;
    write(page, MORE).await?;
    call("element.flush().catch(() => {})").await?;
    product::is_saved(page).await?;
    call("element.importFile(new File(['x'], 'x.json')).catch(() => {})").await?;
    page.inside("region", "Không nhập được tệp").await?.click("button", "Đóng").await?;
    call("element.task = '9'").await?;
    call("element.view = 'board'").await?;
    page.by_role("heading", "Tổng hợp").await?;
    call("element.view = 'directive'; element.task = '2'").await?;
    page.by_role("article", matches("^Nhiệm vụ 2:")).await.map(drop)
}

async fn damaged(page: &Page) -> Result<()> {
    page.open("#/tu-danh-gia").await?;
    page.click("button", has("Tải bản lưu")).await?;
    page.downloaded(".txt").await?;
    page.script("rig.refusesNext = true", &[]).await?;
    page.click("button", has("Tải bản lưu")).await?;
    page.sees("Trình duyệt không cho tải tệp xuống").await
}

async fn full(page: &Page, promises: &Promises) -> Result<()> {
    page.script("rig.isFull = true", &[]).await?;
    write(page, MORE).await?;
    page.sees("CHƯA lưu – hãy xuất tệp").await?;
    page.script("rig.isFull = false", &[]).await?;
    promises.is_saved(page, &[MORE]).await
}

async fn silent(page: &Page, rig: &Rig) -> Result<()> {
    page.script("sessionStorage.setItem('silent', 'yes')", &[]).await?;
    page.open(&product::address(&rig.draft, "nhiem-vu/1")).await?;
    passes(page, "message ReadAgain").await
}

/// Waits until the program has come to a place of which the page shows nothing.
pub(super) async fn passes(page: &Page, place: &str) -> Result<()> {
    eventually(
        place,
        async || Ok(page.script("return rig.seen.includes(arguments[0])", &[json!(place)]).await? == true),
    )
    .await
}
