//! Ways in which words were once lost, each as it was found, with similar ones.

use crate::machine::{Machine, Page, READ_AGAIN};
use crate::ports::Verdict;
use app::msg::{ImportChoice, RemovalMsg};
use app::notice::{NoticeKind, PastNotice};
use app::removal::Stage;
use app::views::{ExportState, draft_rows};
use app::{Edit, Msg, Route, Section};
use domain::assessment::Status;
use domain::field::{AnswerField, EvidenceField, Field};
use exchange::record;
use std::collections::BTreeSet;
use storage::StoreFault;

const NINH_KIEU: &str = "Quận ủy Ninh Kiều";

fn results() -> Field {
    Field::Answer("1.1".into(), AnswerField::Results)
}

/// A machine with one saved draft of that text.
fn saved(text: &str) -> (Machine, String) {
    let machine = Machine::new();
    let page = machine.open();
    let id = page.begins(NINH_KIEU);
    page.answers("1.1", Status::Done, text);
    page.wait(1000);
    assert!(page.is_saved());
    (machine, id)
}

/// What the drafts say that a new page finds, those that are deleted left out.
fn found(machine: &Machine) -> BTreeSet<String> {
    let page = machine.open();
    texts(&page)
}

fn texts(page: &Page) -> BTreeSet<String> {
    let model = page.runtime.model();
    model.drafts.iter().filter(|draft| !draft.deleted).map(|draft| draft.assessment.text(&results())).collect()
}

fn set<const N: usize>(texts: [&str; N]) -> BTreeSet<String> {
    texts.into_iter().map(str::to_owned).collect()
}

fn removal(page: &Page, msg: RemovalMsg) {
    page.send(Msg::Removal(msg));
}

/// Every operation of the stores that waits fails, as one that does not answer in time.
fn times_out(page: &Page) {
    while !page.gate.waiting().is_empty() {
        page.decides(0, Verdict::Fails(StoreFault::Broken));
    }
}

#[test]
fn what_is_begun_before_the_stores_were_read_is_begun_once_they_are() {
    let (machine, id) = saved("một bài dài");
    let page = machine.open_slowly();
    let unit = page.unit(NINH_KIEU);
    page.send(Msg::StartDraft(unit));
    assert!(page.runtime.model().drafts.is_empty(), "nothing is known yet");
    page.gate.open();
    page.comes_through();
    assert_ne!(page.open_draft(), id);
    page.types(results(), "bài mới");
    page.wait(1000);
    drop(page);
    assert_eq!(found(&machine), set(["một bài dài", "bài mới"]));
}

#[test]
fn a_draft_that_is_begun_while_the_journal_does_not_answer_never_takes_the_place_of_another() {
    let machine = Machine::new();
    for text in ["lần một", "lần hai"] {
        let page = machine.open_slowly();
        times_out(&page);
        page.gate.open();
        assert!(page.runtime.model().is_journal_unread(), "it is shown as such");
        page.begins(NINH_KIEU);
        page.types(results(), text);
        page.wait(1000);
        assert!(page.is_saved());
        drop(page);
        // Of what is kept, the mirror may be emptied at any time.
        machine.0.borrow_mut().mirror.clear();
    }
    assert_eq!(found(&machine), set(["lần một", "lần hai"]));
}

#[test]
fn settings_that_were_not_read_are_not_written_over() {
    let (machine, _) = saved("một");
    let before = machine.0.borrow().settings.clone().unwrap();
    let page = machine.open_slowly();
    page.send(Msg::SetLang(domain::lang::Lang::En));
    assert_eq!(page.runtime.model().lang, domain::lang::Lang::En, "shown at once");
    assert_eq!(machine.0.borrow().settings.as_ref(), Some(&before));
    page.gate.open();
    page.comes_through();
    assert_eq!(page.runtime.model().lang, domain::lang::Lang::En);
    assert!(page.runtime.model().unit.is_some(), "the unit of before is known");
    assert_ne!(machine.0.borrow().settings.as_ref(), Some(&before));
}

#[test]
fn a_journal_that_answers_late_brings_its_drafts_to_light() {
    let (machine, _) = saved("chỉ có trong nhật ký");
    machine.0.borrow_mut().mirror.clear();
    let page = machine.open_slowly();
    times_out(&page);
    page.gate.open();
    assert!(page.runtime.model().drafts.is_empty() && page.timers.borrow().contains_key(READ_AGAIN));
    page.wait(40_000);
    assert_eq!(texts(&page), set(["chỉ có trong nhật ký"]));
    assert!(page.notices().contains(&NoticeKind::Past(PastNotice::Found(1))));
    assert!(!page.runtime.model().is_journal_unread());
}

#[test]
fn what_is_typed_into_the_mirrors_draft_while_the_journal_does_not_answer_is_no_copy() {
    let (machine, id) = saved("một");
    let page = machine.open_slowly();
    times_out(&page);
    page.opens_the_draft();
    page.types(results(), "một hai");
    page.send(Msg::SaveDue(id.clone()));
    times_out(&page);
    assert!(page.is_saved(), "the mirror has it");
    page.gate.open();
    page.wait(60_000);
    assert_eq!((texts(&page), page.open_draft()), (set(["một hai"]), id.clone()));
    assert!(machine.record(&id).journal.unwrap().1.contains("một hai"));
    assert!(record::from_text(&machine.record(&id).mirror.unwrap()).unwrap().ahead_of.is_none());
    drop(page);
    assert_eq!(found(&machine), set(["một hai"]));
}

#[test]
fn what_another_window_types_after_a_removal_stays_and_so_does_what_is_typed_on_here() {
    let (machine, id) = saved("một");
    let (here, there) = (machine.open(), machine.open());
    there.opens_the_draft();
    here.send(Msg::Go(Route::Draft(id.clone(), Section::Export)));
    removal(&here, RemovalMsg::Begin(id.clone()));
    removal(&here, RemovalMsg::Confirm);
    assert!(machine.0.borrow().journal.is_empty());
    there.types(results(), "sống lại");
    there.wait(1000);
    assert!(there.is_saved());
    here.looks_at(&id);
    here.send(Msg::Go(Route::Draft(id.clone(), Section::General)));
    here.types(results(), "sống lại và thêm");
    here.wait(1000);
    assert!(here.is_saved());
    assert!(machine.record(&id).journal.unwrap().1.contains("sống lại và thêm"));
    drop((here, there));
    assert_eq!(found(&machine), set(["sống lại và thêm"]));
}

#[test]
fn no_write_that_a_removal_took_back_is_called_saved() {
    let (machine, id) = saved("một");
    let page = machine.open();
    page.opens_the_draft();
    page.send(Msg::Removal(RemovalMsg::Begin(id.clone())));
    page.gate.close();
    removal(&page, RemovalMsg::Confirm);
    // Typed while the stores are being emptied; its write is begun before they are, and comes there after.
    page.types(results(), "một hai");
    page.send(Msg::SaveDue(id.clone()));
    page.step(0);
    page.comes_through();
    assert!(!page.is_saved() || machine.record(&id).journal.is_some());
    page.gate.open();
    page.wait(10_000);
    assert!(page.is_saved());
    assert!(page.notices().contains(&NoticeKind::Past(PastNotice::RemovalStopped(NINH_KIEU.into()))));
    drop(page);
    assert_eq!(found(&machine), set(["một hai"]));
}

fn newer(text: &str) -> String {
    crate::newer::newer(text, |value| value["assessments"][0]["aNewField"] = "chưa biết".into())
}

/// A draft that a newer version has written.
fn newer_draft(change: impl FnOnce(&Page, &str)) -> (Machine, String, String) {
    let (machine, id) = saved("của bản mới");
    let page = machine.open();
    page.opens_the_draft();
    change(&page, &id);
    page.wait(1000);
    drop(page);
    let text = newer(&machine.record(&id).mirror.unwrap());
    let mut disk = machine.0.borrow_mut();
    disk.journal.insert(id.clone(), (40, text.clone()));
    disk.mirror.insert(id.clone(), text.clone());
    disk.taken.clear();
    drop(disk);
    (machine, id, text)
}

#[test]
fn what_a_newer_version_wrote_leaves_to_the_letter_by_every_way_and_is_never_written() {
    let (machine, id, text) = newer_draft(|_, _| {});
    let page = machine.open();
    page.send(Msg::Go(Route::Draft(id.clone(), Section::Print)));
    for way in [Msg::Export(id.clone()), Msg::SavePage(id.clone()), Msg::ExportPortion(id.clone(), vec!["1.1".into()])]
    {
        machine.0.borrow_mut().downloads.clear();
        page.send(way.clone());
        assert_eq!(machine.0.borrow().downloads.iter().map(|(_, text)| text).collect::<Vec<_>>(), [&text], "{way:?}");
    }
    page.send(Msg::DeleteDraft(id.clone()));
    page.edit(Edit::Status("1.1".into(), None));
    page.send(Msg::Hidden);
    page.wait(60_000);
    assert!(machine.0.borrow().taken.iter().all(|taken| taken.id != id));
    assert_eq!(machine.record(&id).journal, Some((40, text.clone())));
    assert_eq!(machine.record(&id).mirror, Some(text));
}

#[test]
fn what_a_newer_version_has_deleted_is_left_to_it() {
    let (machine, id, text) = newer_draft(|page, id| page.send(Msg::DeleteDraft(id.into())));
    let page = machine.open();
    page.send(Msg::PurgeDraft(id.clone()));
    let own = page.begins(NINH_KIEU);
    page.types(results(), "bài của bản này");
    page.wait(1000);
    removal(&page, RemovalMsg::Begin(own.clone()));
    removal(&page, RemovalMsg::Confirm);
    assert!(machine.record(&own).journal.is_none());
    assert_eq!(machine.record(&id).journal, Some((40, text)));
}

#[test]
fn what_was_typed_while_the_file_was_on_its_way_is_not_removed() {
    let (machine, id) = saved("một");
    let page = machine.open();
    page.opens_the_draft();
    page.gate.close();
    removal(&page, RemovalMsg::Begin(id.clone()));
    page.types(results(), "một, rồi thêm khi máy chủ chưa nhận xong");
    page.comes_through();
    assert!(matches!(page.runtime.model().removal.as_ref().unwrap().stage, Stage::Asking { .. }));
    page.gate.open();
    removal(&page, RemovalMsg::Confirm);
    page.wait(1000);
    assert!(page.runtime.model().draft(&id).is_some(), "the file lacks words: another one is asked about");
    assert!(machine.last_download().1.contains("rồi thêm"));
    removal(&page, RemovalMsg::Confirm);
    assert!(page.runtime.model().draft(&id).is_none());
}

#[test]
fn a_file_that_no_import_takes_is_no_ground_for_removal_when_the_portal_takes_it_either() {
    let (machine, id) = saved(&"dài ".repeat(20_000));
    let page = machine.open();
    page.opens_the_draft();
    page.gate.close();
    removal(&page, RemovalMsg::Begin(id.clone()));
    page.comes_through();
    assert!(page.notices().contains(&NoticeKind::ExportOversize));
    assert_eq!(page.runtime.model().removal, None);
    removal(&page, RemovalMsg::Confirm);
    assert!(machine.record(&id).journal.is_some());
}

#[test]
fn what_cannot_be_judged_under_the_drafts_id_stops_a_removal() {
    let damaged = |text: &str| text.replace("một", "mất");
    for (in_journal, make) in
        [(true, &newer as &dyn Fn(&str) -> String), (false, &newer), (true, &damaged), (false, &damaged)]
    {
        let (machine, id) = saved("một");
        let page = machine.open();
        page.opens_the_draft();
        removal(&page, RemovalMsg::Begin(id.clone()));
        {
            let mut disk = machine.0.borrow_mut();
            let (generation, text) = disk.journal[&id].clone();
            if in_journal {
                disk.journal.insert(id.clone(), (generation, make(&text)));
            } else {
                disk.mirror.insert(id.clone(), make(&text));
            }
        }
        removal(&page, RemovalMsg::Confirm);
        assert!(page.notices().contains(&NoticeKind::Past(PastNotice::RemovalStopped(NINH_KIEU.into()))));
        assert!(machine.record(&id).journal.is_some() && machine.record(&id).mirror.is_some());
    }
}

#[test]
fn a_deleted_draft_that_another_window_has_brought_back_is_not_removed_for_good() {
    let (machine, id) = saved("một");
    let (here, there) = (machine.open(), machine.open());
    here.send(Msg::DeleteDraft(id.clone()));
    here.wait(1000);
    there.looks_at(&id);
    there.send(Msg::RestoreDraft(id.clone()));
    there.send(Msg::Go(Route::Draft(id.clone(), Section::General)));
    there.types(results(), "một, lấy lại và viết tiếp");
    there.wait(1000);
    here.send(Msg::PurgeDraft(id.clone()));
    assert_eq!(texts(&here), set(["một, lấy lại và viết tiếp"]), "it is shown again");
    // Nor with the removal of another draft of its unit.
    here.send(Msg::DeleteDraft(id.clone()));
    here.wait(1000);
    there.looks_at(&id);
    there.send(Msg::RestoreDraft(id.clone()));
    there.types(results(), "và tiếp nữa");
    there.wait(1000);
    let own = here.begins(NINH_KIEU);
    here.types(results(), "bài khác");
    here.wait(1000);
    removal(&here, RemovalMsg::Begin(own));
    removal(&here, RemovalMsg::Confirm);
    drop((here, there));
    assert_eq!(found(&machine), set(["và tiếp nữa"]));
}

/// Everything of one draft has an id of its own.
fn ids_are_unique(page: &Page) {
    let assessment = page.assessment();
    let steps = assessment.answers.values().flat_map(|answer| &answer.next_steps).map(|step| step.id.clone());
    let ids: Vec<String> = assessment.evidence.iter().map(|entry| entry.id.clone()).chain(steps).collect();
    assert_eq!(ids.iter().collect::<BTreeSet<_>>().len(), ids.len(), "{ids:?}");
}

#[test]
fn what_a_merge_has_brought_back_is_not_put_back_a_second_time() {
    let (machine, id) = saved("một");
    let page = machine.open();
    page.opens_the_draft();
    page.edit(Edit::AddEvidence(Some("1.1".into())));
    let evidence = page.assessment().evidence[0].id.clone();
    page.types(Field::Evidence(evidence.clone(), EvidenceField::Number), "85-KH/QU");
    let step = page.plans("1.1", "việc", "ai", "1/7/2024");
    page.send(Msg::Export(id));
    let (name, text) = machine.last_download();
    page.edit(Edit::RemoveEvidence(evidence));
    page.edit(Edit::RemoveStep("1.1".into(), step));
    let notices: Vec<u32> = {
        let model = page.runtime.model();
        model.notices.iter().filter(|notice| notice.undo.is_some()).map(|notice| notice.id).collect()
    };
    assert_eq!(notices.len(), 2);
    page.send(Msg::FileRead(name, text.into_bytes()));
    page.send(Msg::Choose(None, exchange::merge::MergeChoice::Theirs));
    page.send(Msg::Import(ImportChoice::Merge("— Từ tệp —".into())));
    assert_eq!((page.assessment().evidence.len(), page.requirement("1.1").answer.next_steps.len()), (1, 1));
    for notice in notices {
        page.send(Msg::Undo(notice));
        ids_are_unique(&page);
    }
    assert!(page.notices().contains(&NoticeKind::Past(PastNotice::UndoPassed)));
    assert_eq!((page.assessment().evidence.len(), page.requirement("1.1").answer.next_steps.len()), (1, 1));
}

#[test]
fn what_was_removed_here_is_put_back_in_the_copy_that_it_was_removed_from() {
    let (machine, id) = saved("chung");
    let (here, there) = (machine.open(), machine.open());
    here.opens_the_draft();
    there.opens_the_draft();
    let step = here.plans("1.2", "việc của tôi", "ai", "1/7/2024");
    here.edit(Edit::RemoveStep("1.2".into(), step));
    there.types(results(), "của cửa sổ kia");
    there.wait(1000);
    here.wait(1000);
    let copy = here.open_draft();
    assert_ne!(copy, id);
    here.undoes();
    assert_eq!(here.requirement("1.2").answer.next_steps.len(), 1);
    let theirs = here.runtime.model().draft(&id).unwrap().assessment.clone();
    assert!(theirs.answers.get("1.2").is_none_or(|answer| answer.next_steps.is_empty()), "not in the other's work");
}

fn edited_since_export(page: &Page) -> usize {
    let rows = draft_rows(&page.runtime.model(), false);
    match rows[0].export {
        ExportState::Done { edited, .. } => edited,
        ExportState::Never => panic!("it was exported"),
    }
}

#[test]
fn what_was_typed_while_the_file_was_on_its_way_counts_as_edited_since() {
    let (machine, id) = saved("một");
    let page = machine.open();
    page.opens_the_draft();
    page.gate.close();
    page.send(Msg::Export(id));
    page.types(results(), "một hai");
    page.comes_through();
    assert!(!machine.last_download().1.contains("một hai"));
    assert_eq!(edited_since_export(&page), 1);
}

#[test]
fn a_merge_that_was_exported_and_then_undone_is_an_edit_since_the_export() {
    let (machine, id) = saved("một");
    let page = machine.open();
    page.opens_the_draft();
    page.send(Msg::Export(id.clone()));
    let (name, text) = machine.last_download();
    page.types(results(), "hai");
    page.send(Msg::FileRead(name, text.into_bytes()));
    page.send(Msg::Choose(None, exchange::merge::MergeChoice::Theirs));
    page.send(Msg::Import(ImportChoice::Merge("— Từ tệp —".into())));
    let merge = {
        let model = page.runtime.model();
        model.notices.iter().find(|notice| matches!(notice.kind, NoticeKind::Merged(..))).unwrap().id
    };
    page.send(Msg::Export(id));
    assert_eq!(edited_since_export(&page), 0);
    page.send(Msg::Undo(merge));
    assert_eq!(edited_since_export(&page), 1);
}

#[test]
fn what_goes_on_as_a_draft_of_its_own_is_on_disk_before_its_place_is_written_over() {
    let (machine, id) = saved("một");
    let page = machine.open();
    page.opens_the_draft();
    page.send(Msg::Export(id.clone()));
    let (name, text) = machine.last_download();
    page.types(results(), "hai");
    page.send(Msg::FileRead(name, text.into_bytes()));
    page.send(Msg::Choose(None, exchange::merge::MergeChoice::Theirs));
    page.send(Msg::Import(ImportChoice::Merge("— Từ tệp —".into())));
    page.types(results(), "gõ sau khi gộp");
    page.wait(1000);
    assert!(page.is_saved());
    page.gate.close();
    page.undoes();
    page.send(Msg::SaveDue(id));
    page.comes_through();
    drop(page);
    assert!(found(&machine).contains("gõ sau khi gộp"));
}

#[test]
fn the_count_of_edits_does_not_begin_anew() {
    let (machine, id) = saved("một");
    {
        let mut disk = machine.0.borrow_mut();
        let mut draft = record::from_text(&disk.journal[&id].1).unwrap();
        draft.assessment.revision = u32::MAX;
        let text = record::to_text(&draft, "1022-CV/TU", "2024-06-18");
        disk.journal.insert(id.clone(), (draft.generation, text.clone()));
        disk.mirror.insert(id.clone(), text);
    }
    let page = machine.open();
    page.opens_the_draft();
    page.types(results(), "hai");
    page.plans("1.1", "một việc", "ai", "1/7/2024");
    page.plans("1.1", "hai việc", "ai", "1/7/2024");
    assert_eq!(page.assessment().revision, u32::MAX);
    ids_are_unique(&page);
    page.wait(1000);
    assert!(page.is_saved());
    drop(page);
    assert_eq!(found(&machine), set(["hai"]));
}
