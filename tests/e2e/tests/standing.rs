//! How long a page blocks with the largest files that are accepted. `cargo test -p e2e standing:: -- --nocapture` prints, for each
//! step, the longest time in which the page did nothing else. `cargo bench -p app --bench worst` measures what the program does in
//! that time, without a browser. The figures depend on the machine, so none fails the test; but each step has to finish.

use e2e::hostile::{press_button, sealed, titled};
use e2e::prelude::*;
use e2e::product;
use serde_json::{Map, Value, json};

/// Notes the longest time between two turns of the page.
const WATCH: &str = "let last = performance.now();
    window.longest = 0;
    const turn = () => {
        const now = performance.now();
        window.longest = Math.max(window.longest, now - last);
        last = now;
        setTimeout(turn, 0);
    };
    turn();";

/// Types a letter into the first field that there is of these.
const TYPE: &str = "const root = document.querySelector('directive-assessment').shadowRoot;
    const field = root.querySelector(arguments[0]);
    if (!field) return false;
    field.focus();
    field.value += 'a';
    field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    return true;";

fn unit() -> Map<String, Value> {
    let unit = json!({
        "unit": { "id": "quan-uy-ninh-kieu", "group": "quan-huyen-uy", "name": product::UNIT }, "revision": 1,
        "createdAt": "2024-06-20T01:00:00Z", "updatedAt": "2024-07-01T00:15:00Z",
    });
    if let Value::Object(unit) = unit { unit } else { Map::new() }
}

fn file(fields: [(&str, Value); 2]) -> String {
    let mut assessment = unit();
    assessment.extend(fields.map(|(name, value)| (name.to_owned(), value)));
    sealed(&[assessment.into()])
}

/// Files of one kind: the one that becomes the draft, and the one that is merged into it.
fn files(kind: &str, turn: usize) -> String {
    let pad = |length: usize| if turn == 0 { "x" } else { "y" }.repeat(length);
    let answer = |fields: Value| json!({ "1.1": fields });
    match kind {
        "4,900 entries" => {
            let entry = |at: usize| json!({ "id": format!("e{at}"), "number": format!("{at}/KH"), "summary": pad(30) });
            file([("evidence", (0..4_900).map(entry).collect()), ("answers", json!({}))])
        }
        "4,900 entries with two errors each" => {
            let entry = |at: usize| json!({ "id": format!("e{at}"), "date": format!("?{at}"), "url": pad(40) });
            file([("evidence", (0..4_900).map(entry).collect()), ("answers", json!({}))])
        }
        "4,900 entries that are all picked" => {
            let entry = |at: usize| json!({ "id": format!("e{at}"), "number": format!("{at} {}", pad(10)) });
            let picks: Value = (0..4_900).map(|at| format!("e{at}")).collect();
            file([
                ("evidence", (0..4_900).map(entry).collect()),
                ("answers", answer(json!({ "status": "done", "evidence": picks }))),
            ])
        }
        "6,600 next steps" => {
            let step = |at: usize| json!({ "id": format!("s{at}"), "task": format!("{at} {}", pad(30)) });
            let steps: Value = (0..6_600).map(step).collect();
            file([("answers", answer(json!({ "status": "inProgress", "nextSteps": steps }))), ("evidence", json!([]))])
        }
        _ => {
            let text = format!("{} ", pad(7)).repeat(8_100);
            let texts = json!({
                "results": text, "limitations": text, "causes": { "objective": text, "subjective": text },
                "noEvidenceReason": text, "status": "done",
            });
            let answers: Map<String, Value> =
                ["1.1", "1.2", "1.3", "1.4"].iter().map(|id| ((*id).to_owned(), texts.clone())).collect();
            file([("answers", answers.into()), ("overall", text.into())])
        }
    }
}

struct Watch<'a> {
    page: &'a Page,
    figures: Vec<String>,
}

impl Watch<'_> {
    async fn step(&mut self, name: &str, work: impl AsyncFnOnce(&Page) -> Result<()>) -> Result<()> {
        self.page.script("window.longest = 0", &[]).await?;
        work(self.page).await.with_context(|| name.to_owned())?;
        // What is drawn is also laid out, and what was changed is also kept.
        let later =
            "return new Promise((done) => setTimeout(() => requestAnimationFrame(() => setTimeout(done, 600)), 0))";
        self.page.script(later, &[]).await?;
        let longest = self.page.script("return Math.round(window.longest)", &[]).await?;
        self.figures.push(format!("{name} {longest}"));
        Ok(())
    }

    async fn goes(&mut self, name: &str, address: &str, title: &str) -> Result<()> {
        self.step(name, async |page| {
            page.script("location.hash = arguments[0]", &[address.into()]).await?;
            titled(page, title).await
        })
        .await
    }

    async fn types(&mut self, name: &str, field: &str) -> Result<()> {
        self.step(name, async |page| {
            page.script(TYPE, &[field.into()]).await?;
            Ok(())
        })
        .await
    }
}

async fn the_largest_files_are_worked_on(page: &Page) -> Result<()> {
    if page.engine() != Engine::Chromium {
        // In the other two it takes minutes, and was not seen to its end there.
        return Ok(());
    }
    wait_up_to(Duration::from_secs(120));
    for kind in [
        "4,900 entries",
        "4,900 entries with two errors each",
        "4,900 entries that are all picked",
        "6,600 next steps",
        "21 texts of 64 KB",
    ] {
        product::fresh_profile(page).await?;
        page.open("#/tu-danh-gia").await?;
        page.sees("Chưa có bản nháp nào").await?;
        page.script(WATCH, &[]).await?;
        let mut watch = Watch { page, figures: Vec::new() };
        let choose = async |page: &Page, turn: usize| {
            page.choose_files(has("Chọn tệp đã xuất"), &[Upload::json("a.json", files(kind, turn))]).await?;
            titled(page, "Xem trước tệp").await
        };
        watch.step("read", async |page| choose(page, 0).await).await?;
        watch
            .step("take", async |page| {
                press_button(page, "Nhập").await?;
                titled(page, "Phần chung").await
            })
            .await?;
        let draft = product::draft(page).await?;
        let at = |section: &str| product::address(&draft, section);
        watch.goes("register", &at("tai-lieu"), "Danh mục").await?;
        watch.types("letter", "[id^=evidence] input, .entry input").await?;
        watch.goes("task", &at("nhiem-vu/1"), "Nhiệm vụ 1").await?;
        watch.types("letter", "textarea").await?;
        watch.types("letter", ".steps input").await?;
        watch.goes("export", &at("xuat"), "Xuất tệp").await?;
        watch.goes("print", &at("ban-in"), "1022-CV/TU").await?;
        watch.goes("read", "#/cong-van", "").await?;
        watch.goes("drafts", "#/tu-danh-gia", "Tự đánh giá").await?;
        watch.step("compare", async |page| choose(page, 1).await).await?;
        watch.step("choose", async |page| press_button(page, "Lấy toàn bộ theo tệp").await).await?;
        watch.step("choose", async |page| press_button(page, "Giữ cả hai").await).await?;
        watch
            .step("merge", async |page| {
                press_button(page, "Gộp").await?;
                titled(page, "Phần chung").await
            })
            .await?;
        println!("{}: {kind}, ms: {}", page.browser(), watch.figures.join(", "));
    }
    Ok(())
}

e2e::tests!(the_largest_files_are_worked_on);
