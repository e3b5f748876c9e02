//! Archives and files that hold more than a person can look at: each is taken in turn, and the list is limited.

use app::msg::{ImportChoice, Unpacked};
use app::review::ReviewFinding;
use app::unpacking::{MOST_HELD, MOST_REVIEWS};
use app::{Clock, Effect, Model, Msg};
use domain::assessment::{Assessment, Evidence, UnitRef};
use domain::directive::Directive;
use domain::roster::Roster;
use exchange::{self, zip::Content};
use std::rc::Rc;
use storage::Loaded;

struct Page(Model);

impl Page {
    fn new() -> Self {
        let (directive, roster) = (Directive::built_in().unwrap(), Roster::built_in().unwrap());
        let mut page = Self(Model::new(Rc::new(directive), Rc::new(roster), 7, str::to_owned));
        page.send(Msg::Loaded(Loaded::default()));
        page
    }

    /// Sends a message in; the names of what is to be unpacked then.
    fn send(&mut self, msg: Msg) -> Vec<(String, Content)> {
        let effects = self.0.update(Clock::default(), msg);
        let asked = effects.into_iter().filter_map(|effect| match effect {
            Effect::Unpack { name, content } => Some((name, content)),
            _ => None,
        });
        asked.collect()
    }

    fn reads(&mut self, name: &str, bytes: Vec<u8>) -> Vec<(String, Content)> {
        self.send(Msg::FileRead(name.into(), bytes))
    }

    fn waits(&self) -> (usize, usize) {
        (self.0.reviews.len(), self.0.left_out)
    }

    fn file(&self, assessments: &[Assessment]) -> Vec<u8> {
        let assessments: Vec<&Assessment> = assessments.iter().collect();
        exchange::export_all(&self.0.directive, &assessments, self.0.clock.now, 0, &str::to_owned).text.into_bytes()
    }
}

fn named(name: String) -> Assessment {
    Assessment { unit: UnitRef { name, ..UnitRef::default() }, ..Assessment::default() }
}

pub fn stored(files: &[(String, Vec<u8>)]) -> Vec<u8> {
    let (mut bytes, mut directory) = (Vec::new(), Vec::new());
    for (name, content) in files {
        let start = u32::try_from(bytes.len()).unwrap();
        let size = u32::try_from(content.len()).unwrap().to_le_bytes();
        let length = u16::try_from(name.len()).unwrap().to_le_bytes();
        let common = [&[20, 0, 0, 0, 0, 0], [0; 8].as_slice(), &size, &size, &length].concat();
        bytes.extend([b"PK\x03\x04".as_slice(), &common, &[0, 0], name.as_bytes(), content].concat());
        let place = start.to_le_bytes();
        directory.extend([b"PK\x01\x02\x14\x00".as_slice(), &common, &[0; 12], &place, name.as_bytes()].concat());
    }
    let count = u16::try_from(files.len()).unwrap().to_le_bytes();
    let size = u32::try_from(directory.len()).unwrap().to_le_bytes();
    let start = u32::try_from(bytes.len()).unwrap().to_le_bytes();
    [&bytes, &directory, b"PK\x05\x06\0\0\0\0".as_slice(), &count, &count, &size, &start, &[0, 0]].concat()
}

#[test]
fn the_files_of_an_archive_are_taken_one_after_the_other() {
    let mut page = Page::new();
    let file = page.file(&[named("một".into())]);
    let archive = stored(&["1.json", "2.json", "3.json"].map(|name| (name.to_owned(), file.clone())));
    let mut asked = page.reads("a.zip", archive.clone());
    // Another archive waits until the first is done with.
    assert!(page.reads("b.zip", archive).is_empty());
    let mut names = Vec::new();
    while let [(name, Content::Plain(bytes))] = asked.as_slice() {
        assert_eq!((page.waits().0, bytes), (names.len(), &file));
        names.push(name.clone());
        asked = page.send(Msg::Unpacked(name.clone(), Unpacked::Bytes(bytes.clone())));
    }
    assert_eq!(names, ["a.zip/1.json", "a.zip/2.json", "a.zip/3.json", "b.zip/1.json", "b.zip/2.json", "b.zip/3.json"]);
    assert_eq!(page.waits(), (6, 0));
}

#[test]
fn the_list_grows_by_doubling_until_all_is_there() {
    let mut page = Page::new();
    let file = page.file(&[named("một".into())]);
    let files: Vec<(String, Vec<u8>)> = (0..100).map(|number| (format!("{number}.json"), file.clone())).collect();
    let mut asked = page.reads("a.zip", stored(&files));
    let mut listed = vec![page.0.listed_reviews()];
    while let [(name, Content::Plain(bytes))] = asked.as_slice() {
        asked = page.send(Msg::Unpacked(name.clone(), Unpacked::Bytes(bytes.clone())));
        listed.push(page.0.listed_reviews());
    }
    listed.dedup();
    assert_eq!(listed, [0, 1, 2, 4, 8, 16, 32, 64, 100]);
}

#[test]
fn the_list_ends_and_what_is_left_out_is_counted() {
    let mut page = Page::new();
    let all: Vec<Assessment> = (0..MOST_REVIEWS + 30).map(|number| named(format!("đơn vị {number}"))).collect();
    let file = page.file(&all);
    page.reads("a.json", file);
    assert_eq!(page.waits(), (MOST_REVIEWS, 30));
    page.reads("b.json", b"{".to_vec());
    assert_eq!(page.waits(), (MOST_REVIEWS, 31));
    // An archive is then not unpacked at all.
    assert!(page.reads("c.zip", stored(&[("1".into(), vec![]), ("2".into(), vec![])])).is_empty());
    assert_eq!(page.waits(), (MOST_REVIEWS, 33));
    page.send(Msg::Import(ImportChoice::Cancel));
    page.reads("d.json", b"{".to_vec());
    assert_eq!(page.waits(), (MOST_REVIEWS, 33));
    for _ in 0..MOST_REVIEWS {
        page.send(Msg::Import(ImportChoice::Cancel));
    }
    assert_eq!(page.waits(), (0, 0));
}

#[test]
fn all_that_waits_takes_no_more_memory_than_one_file_may() {
    let mut page = Page::new();
    // Entries of nothing but an id are left out of an export: each has a number.
    let entry = |number| Evidence { id: format!("{number:0180}"), number: "1".into(), ..Evidence::default() };
    let file = page.file(&[Assessment { evidence: (0..6_000).map(entry).collect(), ..named("dài".into()) }]);
    let mut read = 0;
    while page.waits().1 == 0 {
        page.reads("a.json", file.clone());
        read += 1;
        assert!(read < MOST_REVIEWS, "the list goes on and on");
    }
    let (kept, _) = page.waits();
    let held: usize = page.0.reviews.iter().map(|review| review.memory).sum();
    assert!(kept > 2 && held <= MOST_HELD && held > MOST_HELD / 2, "{kept}, {held}");
    assert!(page.0.reviews.iter().all(|review| matches!(review.finding, ReviewFinding::Ready { .. })));
    // What is smaller still fits in.
    let small = page.file(&[named("hai".into())]);
    page.reads("b.json", small);
    assert_eq!(page.waits().0, kept + 1);
}

#[test]
fn what_can_be_read_of_a_damaged_file_ends_as_the_list_does() {
    let mut page = Page::new();
    let all: Vec<Assessment> = (0..MOST_REVIEWS + 30).map(|number| named(format!("đơn vị {number}"))).collect();
    let damaged = String::from_utf8(page.file(&all)).unwrap().replace("đơn vị 7\"", "đơn vị x\"");
    page.reads("a.json", damaged.into_bytes());
    assert_eq!(page.waits(), (1, 30));
    page.send(Msg::Import(ImportChoice::Add));
    assert_eq!(page.0.drafts.len(), MOST_REVIEWS);
}

#[test]
fn only_the_first_of_a_unit_is_compared_by_who_only_looks() {
    let mut page = Page::new();
    let one = named("một".into());
    let file = page.file(std::slice::from_ref(&one));
    page.reads("a.json", file);
    page.send(Msg::Import(ImportChoice::Add));
    let other = Assessment { overall: "khác".into(), ..one.clone() };
    let file = page.file(&[other, one, named("hai".into())]);
    let mut reader = Page(page.0.reader());
    reader.reads("b.json", file);
    let found = page.0.found(&reader.0.reviews);
    let differences: Vec<Option<usize>> = found.iter().map(|found| found.differences).collect();
    assert_eq!(differences, [Some(1), None, Some(0)]);
}

/// The page around the element gives an archive: it is unpacked and judged as one that the person has chosen.
#[test]
fn what_the_page_around_gives_is_read_as_what_the_person_chooses() {
    let mut page = Page::new();
    let whole = page.file(&[named("một".into())]);
    let resaved = String::from_utf8(whole.clone()).unwrap().replace(",\"", ",\r\n  \"");
    let held = ["<!doctype html><script id=\"directive-assessment-data\">", &resaved, "</script>"].concat();
    let members = [
        ("a.json", whole),
        ("b.txt", resaved.into_bytes()),
        ("c.html", held.into_bytes()),
        ("d.pdf", b"%PDF-1.7".to_vec()),
    ];
    let archive = stored(&members.map(|(name, content)| (name.to_owned(), content)));
    let mut reader = Page(page.0.reader());
    for at in [&mut page, &mut reader] {
        let mut asked = at.reads("x.zip", archive.clone());
        while let Some((name, Content::Plain(bytes))) = asked.pop() {
            asked = at.send(Msg::Unpacked(name, Unpacked::Bytes(bytes)));
        }
    }
    assert_eq!(reader.0.reviews, page.0.reviews);
    let codes: Vec<&str> = reader.0.reviews.iter().map(|review| review.finding.code()).collect();
    assert_eq!(codes, ["", "", "", "other-program"]);
    let found = page.0.found(&reader.0.reviews);
    let resaved: Vec<bool> = found.iter().map(|found| found.preview.resaved).collect();
    assert_eq!((resaved, found[0].file_name), (vec![false, true, true], "x.zip/a.json"));

    // Shown to the person, it is what they would see; a draft that has come meanwhile is beside it.
    let mut other = Page::new();
    let file = other.file(&[named("một".into())]);
    other.reads("a.json", file);
    other.send(Msg::Import(ImportChoice::Add));
    let draft = other.0.drafts[0].id.clone();
    other.send(Msg::FilesRead(reader.0.reviews, 2));
    assert_eq!(other.waits(), (4, 2));
    let ReviewFinding::Ready { existing, .. } = &other.0.reviews[0].finding else { panic!() };
    assert_eq!(existing.as_deref(), Some(draft.as_str()));
}
