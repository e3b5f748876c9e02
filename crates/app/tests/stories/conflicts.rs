//! What the stores do to a draft: they are full, lose what they had, or return something other than what was written; and what
//! another window or a newer version of the product does there.

use crate::machine::{Machine, Page};
use crate::ports::Verdict;
use app::notice::NoticeKind;
use app::views::{SaveLine, draft_rows};
use app::{Edit, Msg, Route, Section};
use domain::assessment::Status;
use domain::field::{AnswerField, Field};
use exchange::record::CopyKind;
use std::env;
use storage::StoreFault;

const NINH_KIEU: &str = "Quận ủy Ninh Kiều";

fn results(requirement: &str) -> Field {
    Field::Answer(requirement.into(), AnswerField::Results)
}

/// A machine with one draft that is saved in both stores.
fn saved(text: &str) -> (Machine, String) {
    let machine = Machine::new();
    let page = machine.open();
    let id = page.begins(NINH_KIEU);
    page.answers("1.1", Status::Done, text);
    page.wait(1000);
    assert!(page.is_saved());
    (machine, id)
}

/// A long story: each line is typed, and time is given to save it.
fn tells_a_story(page: &Page, mut after_each: impl FnMut(&Page, &str)) {
    for line in 0..12 {
        let text = format!("dòng {line}");
        page.types(results(if line % 2 == 0 { "1.1" } else { "1.2" }), &text);
        page.wait(1000);
        after_each(page, &text);
    }
}

#[test]
fn wherever_the_disk_is_full_it_is_told_nothing_is_lost_and_saving_resumes() {
    for room in 0..30 {
        let machine = Machine::new();
        machine.0.borrow_mut().room = Some(room);
        let page = machine.open();
        page.begins(NINH_KIEU);
        page.wait(1000);
        let mut was_told = false;
        tells_a_story(&page, |page, text| {
            let is_full = machine.0.borrow().room == Some(0);
            let is_held = machine.0.borrow().journal.values().any(|(_, record)| record.contains(text))
                || machine.0.borrow().mirror.values().any(|record| record.contains(text));
            // Within the second that was waited: what is on no disk is not called saved.
            assert_eq!(page.is_saved(), is_held, "room for {room}: {text}");
            if is_full && !is_held {
                assert_eq!(page.save_line(), SaveLine::Unsaved(StoreFault::Full));
                was_told = true;
            }
            let id = page.open_draft();
            page.send(Msg::Export(id));
            assert!(machine.last_download().1.contains(text), "the export has all of it");
        });
        assert!(was_told || room > 20, "room for {room}");
        assert_eq!(page.results("1.1"), "dòng 10");
        machine.0.borrow_mut().room = None;
        page.wait(40_000);
        assert!(page.is_saved(), "room for {room}: it saves again by itself");
        drop(page);
        let page = machine.open();
        page.opens_the_draft();
        assert_eq!((page.results("1.1"), page.results("1.2")), ("dòng 10".into(), "dòng 11".into()));
    }
}

#[test]
fn a_store_that_was_emptied_is_filled_from_the_other_and_told_once() {
    for is_journal in [true, false] {
        let (machine, id) = saved("còn ở nơi kia");
        let before = machine.record(&id);
        if is_journal {
            machine.0.borrow_mut().journal.clear();
        } else {
            machine.0.borrow_mut().mirror.clear();
        }
        let page = machine.open();
        assert_eq!(page.notices(), [NoticeKind::Healed(1)]);
        page.opens_the_draft();
        assert_eq!(page.results("1.1"), "còn ở nơi kia");
        page.wait(1000);
        let after = machine.record(&id);
        assert_eq!(after.journal.as_ref().map(|(generation, _)| generation), before.journal.map(|(g, _)| g).as_ref());
        assert_eq!(after.journal.map(|(_, text)| text), after.mirror);
        drop(page);
        assert!(machine.open().notices().is_empty(), "said once");
    }
}

#[test]
fn healing_takes_no_turn_from_a_window_that_is_at_work() {
    let (machine, id) = saved("chung");
    let working = machine.open();
    working.opens_the_draft();
    machine.0.borrow_mut().mirror.clear();
    let second = machine.open();
    second.wait(1000);
    assert!(machine.record(&id).mirror.is_some());
    working.answers("1.1", Status::Done, "chung và thêm");
    working.wait(1000);
    assert!(working.notices().is_empty() && working.is_saved());
    assert_eq!(working.open_draft(), id);
}

#[test]
fn what_another_window_saves_is_shown_and_no_field_is_touched() {
    let (machine, id) = saved("một");
    let (here, there) = (machine.open(), machine.open());
    here.opens_the_draft();
    there.opens_the_draft();
    here.send(Msg::Entered(id.clone(), results("1.2")));
    there.answers("1.1", Status::InProgress, "hai");
    there.wait(1000);
    here.looks_at(&id);
    assert_eq!(here.results("1.1"), "hai");
    // The field with the focus was not changed there: typing goes on in the same draft.
    here.types(results("1.2"), "thêm");
    here.wait(1000);
    assert_eq!((here.open_draft(), here.notices()), (id.clone(), vec![]));
    there.looks_at(&id);
    assert_eq!((there.results("1.1"), there.results("1.2")), ("hai".into(), "thêm".into()));
    assert_eq!(there.runtime.model().drafts.len(), 1);
}

#[test]
fn typing_on_in_a_field_that_another_window_has_changed_makes_a_copy() {
    let (machine, id) = saved("một");
    let (here, there) = (machine.open(), machine.open());
    here.opens_the_draft();
    there.opens_the_draft();
    here.send(Msg::Entered(id.clone(), results("1.1")));
    there.types(results("1.1"), "một hai ba");
    there.wait(1000);
    here.looks_at(&id);
    assert!(here.runtime.model().is_field_behind);
    // The person sees "một" and types on.
    here.edit(Edit::Text(results("1.1"), "một chút".into()));
    here.wait(1000);
    assert!(here.notices().contains(&NoticeKind::Forked(NINH_KIEU.into())));
    assert_ne!(here.open_draft(), id);
    assert_eq!(here.results("1.1"), "một chút");
    drop((here, there));
    let page = machine.open();
    let model = page.runtime.model();
    let texts: Vec<String> = model.drafts.iter().map(|draft| draft.assessment.text(&results("1.1"))).collect();
    assert!(texts.contains(&"một hai ba".into()) && texts.contains(&"một chút".into()), "{texts:?}");
    let rows = draft_rows(&model, false);
    let copies: Vec<_> = rows.iter().filter_map(|row| row.copy.as_ref()).map(|(kind, _)| *kind).collect();
    assert_eq!(copies, [CopyKind::Window], "the copy says that it is one");
}

#[test]
fn a_field_that_was_left_shows_what_another_window_has_saved_and_typing_there_is_no_conflict() {
    let (machine, id) = saved("một");
    let (here, there) = (machine.open(), machine.open());
    here.opens_the_draft();
    there.opens_the_draft();
    here.send(Msg::Entered(id.clone(), results("1.1")));
    there.types(results("1.1"), "một hai");
    there.wait(1000);
    here.looks_at(&id);
    here.send(Msg::Left);
    here.types(results("1.1"), "một hai ba");
    here.wait(1000);
    assert_eq!((here.open_draft(), here.is_saved()), (id, true));
    assert!(here.notices().is_empty());
}

#[test]
fn a_draft_of_another_window_is_listed_and_one_that_was_removed_there_goes() {
    let (machine, id) = saved("một");
    let (here, there) = (machine.open(), machine.open());
    let second = there.begins("Huyện ủy Phong Điền");
    there.wait(1000);
    here.looks_at(&second);
    assert_eq!(here.runtime.model().drafts.len(), 2);
    there.send(Msg::DeleteDraft(id.clone()));
    there.wait(1000);
    here.looks_at(&id);
    assert_eq!(here.notices(), [NoticeKind::DraftDeleted(NINH_KIEU.into())]);
    there.send(Msg::PurgeDraft(id.clone()));
    here.looks_at(&id);
    assert!(here.runtime.model().draft(&id).is_none() && here.notices().is_empty());
    here.wait(60_000);
    assert!(machine.record(&id).journal.is_none(), "nothing of it comes back");
}

#[test]
fn a_write_that_came_through_though_it_was_said_to_fail_is_no_other_window_s() {
    let (machine, id) = saved("một");
    let page = machine.open();
    page.opens_the_draft();
    page.gate.close();
    page.types(results("1.1"), "hai");
    page.send(Msg::SaveDue(id.clone()));
    machine.0.borrow_mut().mirror_fault = Some(StoreFault::Full);
    page.decides(0, Verdict::GoesAndFails(StoreFault::Broken));
    assert_eq!(page.save_line(), SaveLine::Unsaved(StoreFault::Broken));
    page.gate.open();
    page.types(results("1.1"), "ba");
    page.wait(5000);
    assert!(page.is_saved());
    assert_eq!((page.open_draft(), page.runtime.model().drafts.len()), (id, 1));
}

/// The record of a draft as a newer version of the product would have written it.
fn newer(machine: &Machine, id: &str) -> String {
    newer_with(machine, id, |value| {
        value["assessments"][0]["overall"] = "do bản mới ghi".into();
        value["assessments"][0]["aNewField"] = "chưa biết".into();
    })
}

fn newer_with(machine: &Machine, id: &str, change: impl FnOnce(&mut serde_json::Value)) -> String {
    crate::newer::newer(&machine.record(id).mirror.unwrap(), change)
}

#[test]
fn a_draft_of_a_newer_version_is_read_handed_out_to_the_letter_and_never_written() {
    let (machine, id) = saved("một");
    let text = newer(&machine, &id);
    machine.0.borrow_mut().journal.insert(id.clone(), (9, text.clone()));
    machine.0.borrow_mut().mirror.insert(id.clone(), text.clone());
    let page = machine.open();
    assert_eq!(page.notices(), [NoticeKind::Newer(1)]);
    let rows = draft_rows(&page.runtime.model(), false);
    assert!(rows[0].is_newer && rows[0].unit == NINH_KIEU);
    page.send(Msg::Go(Route::Draft(id.clone(), Section::Print)));
    assert_eq!(page.assessment().overall, "do bản mới ghi");
    page.types(Field::Overall, "sửa");
    page.edit(Edit::Status("1.1".into(), None));
    page.send(Msg::DeleteDraft(id.clone()));
    page.send(Msg::PurgeDraft(id.clone()));
    page.send(Msg::Hidden);
    page.send(Msg::Export(id.clone()));
    assert_eq!(machine.last_download(), (format!("{id}.json"), text.clone()));
    page.wait(60_000);
    let record = machine.record(&id);
    assert_eq!((record.journal, record.mirror), (Some((9, text.clone())), Some(text)));
    assert_eq!(page.runtime.model().drafts.len(), 1);
}

#[test]
fn a_draft_of_a_newer_version_that_says_nothing_to_this_one_is_handed_out_too() {
    let (machine, id) = saved("một");
    let text = newer_with(&machine, &id, |value| value["assessments"] = "khác".into());
    machine.0.borrow_mut().journal.insert(id.clone(), (9, text.clone()));
    machine.0.borrow_mut().mirror.insert(id.clone(), text.clone());
    let page = machine.open();
    assert_eq!(page.notices(), [NoticeKind::Newer(1)]);
    page.send(Msg::Export(id.clone()));
    assert_eq!(machine.last_download(), (format!("{id}.json"), text));
}

#[test]
fn a_window_of_an_older_version_keeps_its_work_when_a_newer_one_has_written() {
    let (machine, id) = saved("một");
    let page = machine.open();
    page.opens_the_draft();
    let text = newer(&machine, &id);
    machine.0.borrow_mut().journal.insert(id.clone(), (9, text.clone()));
    machine.0.borrow_mut().mirror.insert(id.clone(), text.clone());
    page.types(results("1.1"), "gõ tiếp ở bản cũ");
    page.wait(1000);
    assert!(page.is_saved());
    assert_ne!(page.open_draft(), id);
    assert_eq!(machine.record(&id).mirror, Some(text));
    assert!(page.runtime.model().draft(&id).unwrap().newer.is_some());
}

struct Chance(u64);

impl Chance {
    fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % end as u64).unwrap()
    }
}

/// One of the many ways in which a stored text goes bad.
fn damaged(text: &str, chance: &mut Chance) -> Option<String> {
    let mut bytes = text.as_bytes().to_vec();
    let at = chance.below(bytes.len());
    match chance.below(8) {
        0 => bytes.truncate(at),
        1 => bytes[at] ^= 1 << chance.below(7),
        2 => drop(bytes.remove(at)),
        3 => bytes.insert(at, b"0\"{}[],:x "[chance.below(10)]),
        4 => {
            let to = (at + chance.below(200)).min(bytes.len());
            bytes.drain(at..to);
        }
        5 => {
            let copy = bytes[at..(at + chance.below(80)).min(bytes.len())].to_vec();
            bytes.splice(at..at, copy);
        }
        6 => return None,
        _ => {
            let foreign = ["", "null", "{}", "xin chào", "{\"format\":\"khác\"}", "[1,2,3]", "\u{feff}", "0"];
            return Some(foreign[chance.below(foreign.len())].to_owned());
        }
    }
    // localStorage and IndexedDB hold texts.
    Some(String::from_utf8_lossy(&bytes).into_owned())
}

/// `DAMAGES=100000` tries so many; `DAMAGES_SEED=…` begins elsewhere.
#[test]
fn no_damage_to_a_stored_record_is_silent() {
    let number = |name: &str| env::var(name).ok().and_then(|text| text.parse::<u64>().ok());
    let seed = number("DAMAGES_SEED").unwrap_or(0x5EED);
    println!("seed {seed}");
    let (machine, id) = saved("Đã tổ chức 04 hội nghị; \"quán triệt\"");
    let whole = machine.record(&id);
    let mut chance = Chance(seed);
    let mut opened = 0;
    for number in 0..number("DAMAGES").unwrap_or(5000) {
        let machine = Machine::new();
        let (generation, text) = whole.journal.clone().unwrap();
        let journal = if number % 3 == 0 { Some(text.clone()) } else { damaged(&text, &mut chance) };
        let mirror = if number % 3 == 1 { Some(text.clone()) } else { damaged(&text, &mut chance) };
        let before: Vec<String> = journal.clone().into_iter().chain(mirror.clone()).collect();
        machine.0.borrow_mut().journal.extend(journal.clone().map(|text| (id.clone(), (generation, text))));
        machine.0.borrow_mut().mirror.extend(mirror.clone().map(|text| (id.clone(), text)));
        let page = machine.open();
        page.wait(60_000);
        let is_whole = before.contains(&text);
        let model = page.runtime.model();
        let case = || format!("number {number}: {journal:?} {mirror:?}");
        let draft = model.draft(&id);
        if is_whole {
            assert_eq!(
                draft.map(|draft| draft.assessment.text(&results("1.1"))).as_deref(),
                Some("Đã tổ chức 04 hội nghị; \"quán triệt\""),
                "{}",
                case()
            );
        }
        opened += usize::from(draft.is_some());
        // Each text that is not whole is still there, is listed, and was told of; one that is gone was told of, if it can be.
        let bad: Vec<&String> = before.iter().filter(|found| **found != text).collect();
        if !bad.is_empty() {
            let kinds = page.notices();
            let is_told = |kind: &NoticeKind| {
                matches!(kind, NoticeKind::Unreadable(_) | NoticeKind::Recovered(_) | NoticeKind::Newer(_))
            };
            assert!(kinds.iter().any(is_told), "{kinds:?} {}", case());
        } else if before.len() == 1 {
            assert_eq!(page.notices(), [NoticeKind::Healed(1)], "{}", case());
        }
        for bad in bad {
            let disk = machine.0.borrow();
            let is_kept =
                disk.journal.values().any(|(_, text)| text == bad) || disk.mirror.values().any(|text| text == bad);
            assert!(is_kept, "{bad:?} was dropped; {}", case());
            let listed = model.damaged.iter().any(|record| {
                record.mirror.as_ref() == Some(bad) || record.journal.as_ref().is_some_and(|(_, text)| text == bad)
            });
            let is_newer = model.drafts.iter().any(|draft| draft.newer.is_some());
            assert!(listed || is_newer, "{bad:?} is not listed; {}", case());
        }
        drop(model);
        drop(page);
        let again = machine.open();
        let kinds = again.notices();
        let is_new = |kind: &NoticeKind| matches!(kind, NoticeKind::Recovered(_) | NoticeKind::Healed(_));
        assert!(!kinds.iter().any(is_new), "{kinds:?} is said once; {}", case());
    }
    assert!(opened > 0);
    println!("{opened} opened");
}

#[test]
fn what_can_be_read_of_a_damaged_record_is_opened_as_a_copy_and_the_record_kept() {
    let (machine, id) = saved("một hai ba");
    let bad = machine.record(&id).mirror.unwrap().replace("một hai ba", "một hai bà");
    machine.0.borrow_mut().journal.get_mut(&id).unwrap().1.clone_from(&bad);
    machine.0.borrow_mut().mirror.insert(id.clone(), bad.clone());
    let page = machine.open();
    assert_eq!(page.notices(), [NoticeKind::Recovered(NINH_KIEU.into())]);
    page.opens_the_draft();
    assert_eq!(page.results("1.1"), "một hai bà");
    assert_eq!(draft_rows(&page.runtime.model(), false)[0].copy.as_ref().map(|copy| copy.0), Some(CopyKind::Damaged));
    page.wait(1000);
    assert!(page.is_saved());
    page.send(Msg::DownloadDamaged(0));
    assert_eq!(machine.last_download().1, bad);
    drop(page);
    let page = machine.open();
    assert_eq!(page.runtime.model().damaged.len(), 1, "both stores had the same");
    assert!(page.notices().is_empty(), "said once");
    page.send(Msg::DownloadDamaged(0));
    assert_eq!(machine.last_download().1, bad);
}
