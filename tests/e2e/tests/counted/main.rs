//! The board counts what `gather` has counted, line for line: of the gathering that `cargo xtask test --only scale` has made up, and of
//! the files at the edges of the rules. `scale/check.py` holds DuckDB and Spark against the same lines.

mod csv;

use csv::{Row, rows};
use e2e::Download;
use e2e::prelude::*;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::fs;

/// The numbers of a requirement and a group, each by what `summary.ndjson` calls it.
type Numbers = BTreeMap<String, u64>;

/// By requirement and group. No table of the board has limitations by both: they are told by group alone.
#[derive(Debug, Default, PartialEq)]
struct Counted {
    numbers: BTreeMap<(String, String), Numbers>,
    limitations: BTreeMap<String, u64>,
}

impl Counted {
    fn add(&mut self, requirement: &str, group: &str, name: &str, count: u64) {
        let numbers = self.numbers.entry((requirement.to_owned(), group.to_owned())).or_default();
        *numbers.entry(name.to_owned()).or_default() += count;
    }

    fn add_limitations(&mut self, group: &str, count: u64) {
        *self.limitations.entry(group.to_owned()).or_default() += count;
    }
}

/// A file that `cargo xtask test --only scale` has left.
fn read(path: &str) -> Result<String> {
    let path = e2e::counted(path)?;
    fs::read_to_string(&path).with_context(|| format!("cannot read {}", path.display()))
}

/// What `gather` has counted.
fn expected(gathering: &str) -> Result<Counted> {
    let mut counted = Counted::default();
    for line in read(&format!("{gathering}.kept/summary.ndjson"))?.lines() {
        let line: BTreeMap<String, Value> = serde_json::from_str(line)?;
        let text = |name: &str| line.get(name).and_then(Value::as_str).with_context(|| format!("no {name}: {line:?}"));
        let (requirement, group) = (text("requirement")?, text("group")?);
        for (name, count) in line.iter().filter_map(|(name, value)| Some((name, value.as_u64()?))) {
            match name.as_str() {
                "limitations" => counted.add_limitations(group, count),
                name => counted.add(requirement, group, name, count),
            }
        }
    }
    Ok(counted)
}

/// The days and the decisions that `gather` was given, as a colleague's bundle.
fn bundle(gathering: &str) -> Result<Upload> {
    let basis: Value = serde_json::from_str(&read(&format!("{gathering}.kept/basis.ndjson"))?)?;
    let day = |name: &str| basis.get(name).cloned().with_context(|| format!("no {name}"));
    let settings =
        json!({ "id": "of-gather", "from": day("from")?, "deadline": day("deadline")?, "cutOff": day("cutOff")? });
    let mut records = vec![json!({ "settings": settings })];
    if let Ok(decisions) = read(&format!("{gathering}.decisions.json")) {
        let decisions: Value = serde_json::from_str(&decisions)?;
        let list = decisions.get("list").and_then(Value::as_array).context("no list of decisions")?;
        records.extend(list.iter().map(|decision| json!({ "decision": decision })));
    }
    let head = json!({ "directive": "1022-CV/TU", "format": "directive-gathering", "version": 1 });
    let end = json!({ "end": { "records": records.len() } });
    let lines = [head].into_iter().chain(records).chain([end]).map(|line| format!("{line}\n"));
    Ok(Upload::new("decisions.ndjson", "", lines.collect::<String>()))
}

async fn take_in(page: &Page, gathering: &str) -> Result<()> {
    let mut files = vec![bundle(gathering)?];
    for entry in fs::read_dir(e2e::counted(gathering)?)? {
        let entry = entry?;
        files.push(Upload::new(&entry.file_name().to_string_lossy(), "", fs::read(entry.path())?));
    }
    page.open("#/tong-hop").await?;
    page.fill("Tên đợt", "Đối chiếu").await?;
    page.click("button", "Lập đợt mới").await?;
    page.choose_files(has("Thêm tệp"), &files).await?;
    page.sees("Đã nhận ").await
}

/// Hands a table of the report out as CSV.
async fn annex(page: &Page, name: &str) -> Result<Download> {
    page.click("button", matches(format!("CSV.*{name}$"))).await?;
    page.downloaded(".csv").await
}

/// What the board hands out: the numbers of the report by group, the next steps by unit, and the answers of each unit.
async fn counted(page: &Page) -> Result<Counted> {
    let parts = page.inside("navigation", "Các phần của đợt tổng hợp").await?;
    parts.click("link", "Báo cáo").await?;
    let (numbers, steps) = (annex(page, "Tổng hợp theo nhiệm vụ").await?, annex(page, "Nhiệm vụ, giải pháp").await?);
    parts.click("link", "Từng đơn vị").await?;
    page.click("button", has("(CSV)")).await?;
    let units = rows(page.downloaded(".csv").await?.text()?)?;
    let mut counted = Counted::default();
    of_numbers(&rows(numbers.text()?)?, &mut counted)?;
    let groups = of_units(&units, &mut counted)?;
    of_steps(&rows(steps.text()?)?, &groups, &mut counted)?;
    Ok(counted)
}

/// Annex 2. Besides, it names each line that there has to be.
fn of_numbers(rows: &[Row], counted: &mut Counted) -> Result<()> {
    const COLUMNS: [(&str, &str); 5] = [
        ("inScope", "Thuộc phạm vi"),
        ("done", "Đã thực hiện"),
        ("inProgress", "Đang thực hiện"),
        ("notStarted", "Chưa thực hiện"),
        ("unanswered", "Chưa trả lời"),
    ];
    for row in rows.iter().filter(|row| row.get("Nhóm").is_ok_and(|group| group != "Tổng")) {
        let (requirement, group) = (row.get("Yêu cầu")?, group_id(row.get("Nhóm")?)?);
        let requirement = requirement.split(' ').next().unwrap_or_default();
        for (name, column) in COLUMNS {
            counted.add(requirement, &group, name, row.number(column)?);
        }
        for name in ["outOfScope", "steps", "stepsDone", "stepsOverdue"] {
            counted.add(requirement, &group, name, 0);
        }
    }
    Ok(())
}

/// The answers of each unit: who is out of scope by its own word, and limitations. Returns the group of each.
fn of_units(rows: &[Row], counted: &mut Counted) -> Result<BTreeMap<String, String>> {
    let mut groups = BTreeMap::new();
    for row in rows {
        let (unit, group) = (row.get("Đơn vị")?, group_id(row.get("Nhóm")?)?);
        for (requirement, _) in row.cells().filter(|(_, answer)| *answer == "Không thuộc phạm vi") {
            counted.add(requirement, &group, "outOfScope", 1);
        }
        const LIMITATIONS: &str = "Số yêu cầu có hạn chế, khó khăn";
        if !row.get(LIMITATIONS)?.is_empty() {
            counted.add_limitations(&group, row.number(LIMITATIONS)?);
        }
        ensure!(groups.insert(unit.to_owned(), group).is_none(), "two units are called {unit}");
    }
    Ok(groups)
}

/// Annex 4.
fn of_steps(rows: &[Row], groups: &BTreeMap<String, String>, counted: &mut Counted) -> Result<()> {
    for row in rows {
        let unit = row.get("Đơn vị")?;
        let (requirement, group) = (row.get("Yêu cầu")?, groups.get(unit).with_context(|| unit.to_owned())?);
        counted.add(requirement, group, "steps", 1);
        match row.get("Tình trạng thực hiện")? {
            "đã hoàn thành" => counted.add(requirement, group, "stepsDone", 1),
            "quá hạn" => counted.add(requirement, group, "stepsOverdue", 1),
            _ => {}
        }
    }
    Ok(())
}

/// The id of a group of the roster.
fn group_id(name: &str) -> Result<String> {
    let roster: Value = serde_json::from_str(include_str!("../../../../content/roster.json"))?;
    let groups = roster.get("groups").and_then(Value::as_array).context("no groups")?;
    let group = groups.iter().find(|group| group.get("name").and_then(Value::as_str) == Some(name));
    let id = group.and_then(|group| group.get("id")).and_then(Value::as_str);
    id.map(str::to_owned).with_context(|| format!("no group is called {name:?}"))
}

async fn is_counted_alike(page: &Page, gathering: &str) -> Result<()> {
    wait_up_to(Duration::from_secs(120));
    take_in(page, gathering).await?;
    let (board, gather) = (counted(page).await?, expected(gathering)?);
    ensure!(gather.numbers.len() >= 30, "there is little to compare");
    let differ = gather.numbers.iter().filter(|(place, numbers)| board.numbers.get(place) != Some(numbers));
    let told: Vec<String> =
        differ.map(|(place, numbers)| format!("{place:?}: {numbers:?}, {:?}", board.numbers.get(place))).collect();
    ensure!(
        board == gather,
        "gather and the board differ:\n{}\n{:?}\n{:?}",
        told.join("\n"),
        gather.limitations,
        board.limitations
    );
    Ok(())
}

/// What a browser has to do with it is in `edges`, too: this one takes a minute in others.
mod of_the_gathering {
    use e2e::prelude::*;

    async fn a_gathering_with_every_trap(page: &Page) -> Result<()> {
        super::is_counted_alike(page, "made").await
    }

    e2e::tests!(in chromium: a_gathering_with_every_trap);
}

async fn what_lies_at_the_edges_of_the_rules(page: &Page) -> Result<()> {
    is_counted_alike(page, "edges").await
}

e2e::tests!(what_lies_at_the_edges_of_the_rules);
