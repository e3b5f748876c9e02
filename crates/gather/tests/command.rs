//! The command as a person runs it: what it prints, and that an interrupted run can be continued.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "tests")]

use domain::assessment::{Answer, Assessment, Status, UnitRef};
use domain::date::{DateText, Moment};
use domain::directive::Directive;
use domain::roster::{Roster, Unit};
use gathering::decisions::Decisions;
use gathering::succession::View;
use json::{Json, Limits};
use std::collections::BTreeSet;
use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::thread;
use std::time::{Duration, Instant};
use synthetic::Plan;
use synthetic::kinds::VerdictKind;

/// A folder that goes with the test.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let path = env::temp_dir().join(format!("gather-{}-{name}", std::process::id()));
        let _ = fs::remove_dir_all(&path);
        fs::create_dir_all(&path).unwrap();
        Self(path)
    }

    fn put(&self, name: &str, bytes: &[u8]) {
        let path = self.0.join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }

    fn text(&self, name: &str) -> String {
        fs::read_to_string(self.0.join(name)).unwrap()
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// An assessment of a unit, a state of that draft.
fn assessment(unit: &Unit, draft: &str) -> Assessment {
    Assessment {
        unit: UnitRef { id: unit.id.clone(), group: unit.group.clone(), name: unit.name.clone(), ..UnitRef::default() },
        draft_id: draft.to_owned(),
        ..Assessment::default()
    }
}

/// The file with an assessment, and its digest.
fn sealed(assessment: &Assessment) -> (Vec<u8>, String) {
    let directive = Directive::built_in().unwrap();
    let made = exchange::export(&directive, assessment, Moment(1_719_793_800_000), 0, &|text| text.to_owned());
    (made.text.into_bytes(), made.sha256)
}

/// The file of a unit of the roster, by its place there, and its digest.
fn file(unit: usize, draft: &str, status: Status, based_on: &[String]) -> (Vec<u8>, String) {
    let unit = &Roster::built_in().unwrap().units[unit];
    let mut assessment = Assessment { based_on: based_on.to_vec(), ..assessment(unit, draft) };
    let answer = Answer { status: Some(status), results: "Đã mở 12 lớp. ".repeat(40), ..Answer::default() };
    assessment.answers.insert("1.1".to_owned(), answer);
    sealed(&assessment)
}

/// The file of a unit whose name was typed.
fn typed(name: &str) -> Vec<u8> {
    sealed(&assessment(&Unit { name: name.to_owned(), ..Unit::default() }, "typed")).0
}

/// The assessments of the verdicts that were kept in a folder, each with what is said of it.
fn judged(folder: &Folder, out: &str) -> Vec<Json> {
    let mut assessments = Vec::new();
    for line in folder.text(&format!("{out}/verdicts.ndjson")).lines() {
        let Json::Object(mut line) = json::read(line.as_bytes(), &Limits::STORE).unwrap() else { panic!("{line}") };
        let Some(Json::Array(of_line)) = line.remove("assessments") else { panic!("{line:?}") };
        assessments.extend(of_line);
    }
    assessments
}

fn text<'a>(json: &'a Json, name: &str) -> &'a str {
    json.get(name).and_then(Json::as_str).unwrap()
}

fn gather(arguments: &[&Path]) -> Output {
    let output = Command::new(env!("CARGO_BIN_EXE_gather")).args(arguments).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    output
}

fn said(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

#[test]
fn it_says_what_became_of_each_thing_and_counts() {
    let folder = Folder::new("says");
    let (first, digest) = file(0, "one", Status::NotStarted, &[]);
    folder.put("a.json", &first);
    folder.put("deep/er/b.json", &file(0, "one", Status::Done, &[digest]).0);
    folder.put("copy of a", &first);
    folder.put("other.json", &file(1, "two", Status::InProgress, &[]).0);
    folder.put("empty.json", b"");
    folder.put("report.pdf", b"%PDF-1.7\n");
    folder.put("Thumbs.db", b"x");
    let told = said(&gather(&[&folder.0]));
    for line in [
        "sources: 7",
        "things: held 4, refused (empty) 1, refused (pdf) 1, skipped 1",
        "assessments: counts (latest) 1, counts (only) 1, duplicate 1, superseded (chain) 1",
    ] {
        assert!(told.contains(line), "{line} is not in:\n{told}");
    }
    let of_requirement = told.lines().find(|line| line.starts_with("1.1 ")).unwrap();
    assert_eq!(of_requirement.split_whitespace().collect::<Vec<_>>(), ["1.1", "2", "1", "1", "0", "0", "50,00", "%"]);
}

#[test]
fn what_is_wrong_is_told_and_nothing_is_read() {
    let run = |arguments: &[&str]| {
        let output = Command::new(env!("CARGO_BIN_EXE_gather")).args(arguments).output().unwrap();
        assert!(!output.status.success() && output.stdout.is_empty());
        String::from_utf8(output.stderr).unwrap()
    };
    assert!(run(&["/nowhere/at/all"]).contains("/nowhere/at/all"));
    let folder = Folder::new("wrong");
    folder.put("decisions.json", b"{\"list\": 1}");
    let told = run(&["--decisions", &folder.0.join("decisions.json").display().to_string(), "."]);
    assert!(told.contains("decisions.json") && told.contains("list"), "{told}");
}

/// Three hundred files of twenty units, each of which sent fifteen states of one draft.
fn many(folder: &Folder) {
    for unit in 0..20 {
        let mut based_on = Vec::new();
        for state in 0..15 {
            let (bytes, digest) = file(unit, "draft", Status::ALL[state % 3], &based_on);
            folder.put(&format!("in/{unit}-{state}.json"), &bytes);
            based_on.insert(0, digest);
        }
    }
}

/// The lines of the bundles that hold files.
fn kept(out: &Path) -> Vec<String> {
    let mut lines = Vec::new();
    for entry in fs::read_dir(out).unwrap() {
        let path = entry.unwrap().path();
        assert!(!path.to_string_lossy().ends_with(".part"), "{} was left", path.display());
        if path.file_name().unwrap().to_string_lossy().starts_with("bundle-") {
            lines.extend(fs::read_to_string(path).unwrap().lines().map(str::to_owned));
        }
    }
    lines.retain(|line| line.starts_with("{\"file\""));
    lines.sort();
    lines
}

#[test]
fn a_run_that_was_killed_is_gone_on_with() {
    let folder = Folder::new("killed");
    many(&folder);
    let (input, out, whole) = (folder.0.join("in"), folder.0.join("out"), folder.0.join("whole"));
    gather(&[Path::new("--out"), &whole, &input]);
    let mut kills = 0;
    for wanted in [1, 40, 120, 200] {
        let mut run = Command::new(env!("CARGO_BIN_EXE_gather"))
            .args([Path::new("--threads"), Path::new("2"), Path::new("--out"), &out, &input])
            .stdout(Stdio::null())
            .spawn()
            .unwrap();
        let start = Instant::now();
        let lines = || fs::read_to_string(out.join("read.ndjson")).map_or(0, |text| text.lines().count());
        while run.try_wait().unwrap().is_none() && lines() < wanted {
            assert!(start.elapsed() < Duration::from_secs(60));
            thread::yield_now();
        }
        if run.try_wait().unwrap().is_none() {
            run.kill().unwrap();
            kills += 1;
        }
        run.wait().unwrap();
    }
    assert!(kills > 0, "it was always faster");
    // As where the power went in the midst of a line.
    let journal = out.join("read.ndjson");
    let text = fs::read_to_string(&journal).unwrap();
    if !out.join("summary.ndjson").exists() {
        fs::write(&journal, &text[..text.len() - 3]).unwrap();
    }
    let told = said(&gather(&[Path::new("--out"), &out, &input]));
    assert!(told.contains("sources: 300") && told.contains("counts (latest) 20, superseded (chain) 280"), "{told}");
    assert_eq!(kept(&out), kept(&whole), "each file is kept once");
    let folder_text = |name: &str| (fs::read_to_string(out.join(name)), fs::read_to_string(whole.join(name)));
    for name in ["summary.ndjson", "verdicts.ndjson"] {
        let (one, other) = folder_text(name);
        assert_eq!(one.unwrap(), other.unwrap(), "{name}");
    }
    // Nothing is read twice, and what is new is added.
    folder.put("in/new.json", &file(21, "new", Status::Done, &[]).0);
    let told = said(&gather(&[Path::new("--out"), &out, &input]));
    assert!(told.contains("sources: 301") && told.contains("counts (only) 1"), "{told}");
    assert_eq!(kept(&out).len(), 301);
}

#[test]
fn what_is_kept_can_be_read_again_elsewhere() {
    let folder = Folder::new("again");
    many(&folder);
    let (input, out, again) = (folder.0.join("in"), folder.0.join("out"), folder.0.join("again"));
    gather(&[Path::new("--out"), &out, &input]);
    let told = said(&gather(&[Path::new("--out"), &again, &out.join("bundle-0001.ndjson")]));
    assert!(told.contains("things: bundle 1, held 300"), "{told}");
    assert_eq!(folder.text("out/summary.ndjson"), folder.text("again/summary.ndjson"));
    assert_eq!(kept(&out), kept(&again));
}

/// Whoever counts by other means finds whose each is, and what the numbers stand on.
#[test]
fn it_says_for_other_programs_whose_each_is() {
    let folder = Folder::new("whose");
    folder.put("in/a.json", &file(0, "one", Status::Done, &[]).0);
    folder.put("in/b.json", &file(0, "one", Status::Done, &[]).0);
    folder.put("in/c.json", &typed("Sở Không Có Trong Danh Sách"));
    let (input, out) = (folder.0.join("in"), folder.0.join("out"));
    let days = ["--from", "1/1/2024", "--cut-off", "31/7/2024", "--out"].map(Path::new);
    gather(&[&days[..], &[&out, &input]].concat());
    let told = |one: &Json| ["verdict", "unit", "group", "rosterId"].map(|name| text(one, name).to_owned());
    let unit = &Roster::built_in().unwrap().units[0];
    let expected = [["counts", &unit.id, &unit.group, &unit.id], ["duplicate", "", "", ""], ["aside", "", "", ""]];
    assert_eq!(judged(&folder, "out").iter().map(told).collect::<Vec<_>>(), expected);
    let basis = json::read(folder.text("out/basis.ndjson").as_bytes(), &Limits::STORE).unwrap();
    assert_eq!(["from", "cutOff"].map(|day| text(&basis, day)), ["2024-01-01", "2024-07-31"]);
    assert_eq!(json::read_as(basis.get("directive").unwrap().clone()), Ok(Directive::built_in().unwrap()));
}

/// The parts of a report that came under a unit's old and new name are of one unit, in one scope: that of the first.
#[test]
fn parts_under_two_names_are_one_units() {
    let folder = Folder::new("renamed");
    let mut roster = Roster::built_in().unwrap();
    let old = roster.units.iter().position(|unit| unit.id == "ban-tuyen-giao").unwrap();
    let new = Unit {
        id: "ban-tuyen-giao-dan-van".to_owned(),
        name: "Ban Tuyên giáo và Dân vận Thành ủy".to_owned(),
        valid_from: DateText::from_typed("01/07/2025"),
        ..roster.units[old].clone()
    };
    roster.units[old].successors = vec![new.id.clone()];
    roster.units.push(new.clone());
    folder.put("roster.json", json::canonical(&json::written(roster.clone())).as_bytes());
    let part = |unit: &Unit, requirement: &str| {
        let mut part = assessment(unit, "one");
        part.covers = vec![requirement.to_owned()];
        part.answers.insert(requirement.to_owned(), Answer { status: Some(Status::Done), ..Answer::default() });
        sealed(&part).0
    };
    folder.put("in/a.json", &part(&roster.units[old], "1.1"));
    folder.put("in/b.json", &part(&new, "1.2"));
    let (given, input, out) = (folder.0.join("roster.json"), folder.0.join("in"), folder.0.join("out"));
    gather(&[Path::new("--roster"), &given, Path::new("--out"), &out, &input]);
    let parts = judged(&folder, "out");
    assert!(parts.iter().all(|part| text(part, "why") == "part" && text(part, "unit") == new.id), "{parts:?}");
    let first = if text(&parts[0], "sha256") < text(&parts[1], "sha256") { "ban-tuyen-giao" } else { &new.id };
    assert!(parts.iter().all(|part| text(part, "rosterId") == first), "{first} is not in {parts:?}");
}

/// As the command writes a verdict.
fn words(kind: VerdictKind) -> (String, String) {
    let (verdict, why) = match kind {
        VerdictKind::Only => ("counts", "only"),
        VerdictKind::Latest(_) => ("counts", "latest"),
        VerdictKind::Part(_) => ("counts", "part"),
        VerdictKind::Chosen | VerdictKind::ChosenLater => ("counts", "chosen"),
        VerdictKind::SupersededByChain => ("superseded", "chain"),
        VerdictKind::SupersededBySame => ("superseded", "same-content"),
        VerdictKind::SupersededByChoice => ("superseded", "chosen"),
        VerdictKind::Duplicate => ("duplicate", ""),
        VerdictKind::LeftOut => ("left-out", ""),
        other => return ("aside".to_owned(), kebab(&format!("{other:?}"))),
    };
    (verdict.to_owned(), why.to_owned())
}

fn kebab(name: &str) -> String {
    let letter = |(at, letter): (usize, char)| {
        let dash = (letter.is_uppercase() && at > 0).then_some('-');
        dash.into_iter().chain(letter.to_lowercase())
    };
    name.chars().enumerate().flat_map(letter).collect()
}

/// Whatever was made up to happen is what the command says of it.
#[test]
fn a_made_up_gathering_comes_out_as_it_was_made() {
    let folder = Folder::new("made-up");
    let (directive, roster) = (Directive::built_in().unwrap(), Roster::built_in().unwrap());
    let plan = Plan { seed: 7, files: 120, directive: &directive, roster: &roster, view: View::Current };
    let (mut expected, mut decisions, mut seen) = (Vec::new(), Decisions::default(), BTreeSet::new());
    for thing in synthetic::gathering(&plan) {
        // What is too large for anything takes long, and has tests of its own.
        if thing.bytes.len() > 1_500_000 {
            continue;
        }
        folder.put(&format!("in/{}", thing.name), &thing.bytes);
        decisions.list.extend(thing.decisions);
        for assessment in thing.expected.lines.into_iter().flat_map(|line| line.assessments) {
            // Of several with one key one has the verdict; which of them, nobody says.
            let kind = if seen.insert(assessment.key.clone()) { assessment.verdict } else { VerdictKind::Duplicate };
            let (verdict, why) = words(kind);
            expected.push((assessment.key.sha256.to_string(), u64::from(assessment.key.index), verdict, why));
        }
    }
    folder.put("decisions.json", json::canonical(&json::written(decisions)).as_bytes());
    let run = Command::new(env!("CARGO_BIN_EXE_gather"))
        .args(["--from", "2024-01-01", "--deadline", "15/7/2024", "--cut-off", "31/7/2024", "--decisions"])
        .args([folder.0.join("decisions.json"), "--out".into(), folder.0.join("out"), folder.0.join("in")])
        .output()
        .unwrap();
    assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
    let of_one = |one: &Json| {
        let Some(Json::Number(index)) = one.get("index") else { panic!("{one:?}") };
        let [sha256, verdict, why] = ["sha256", "verdict", "why"].map(|name| text(one, name).to_owned());
        (sha256, index.parse::<u64>().unwrap(), verdict, why)
    };
    let found: Vec<_> = judged(&folder, "out").iter().map(of_one).collect();
    assert!(expected.len() > 120);
    let mut left_over = Vec::new();
    for one in found {
        match expected.iter().position(|other| *other == one) {
            Some(at) => drop(expected.swap_remove(at)),
            None => left_over.push(one),
        }
    }
    assert!(left_over.is_empty() && expected.is_empty(), "found {left_over:#?}, and not {expected:#?}");
}
