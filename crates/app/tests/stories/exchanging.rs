//! The file is exported, and imported before the person's eyes.

use crate::machine::{Machine, Page};
use app::msg::ImportChoice;
use app::notice::NoticeKind;
use app::views::overview::overview;
use app::views::{ExportState, draft_rows};
use app::{Edit, Msg};
use domain::assessment::{Assessment, Status};
use domain::field::{AnswerField, Field, StepField};
use exchange::Incoming;

const NINH_KIEU: &str = "Quận ủy Ninh Kiều";

fn export(page: &Page) -> (String, String) {
    page.send(Msg::Export(page.open_draft()));
    page.wait(1000);
    page.machine().last_download()
}

fn exported_draft() -> (Machine, Page, (String, String)) {
    let machine = Machine::new();
    let page = machine.open();
    page.begins(NINH_KIEU);
    page.answers("1.2", Status::InProgress, "Đã ban hành kế hoạch");
    page.plans("1.2", "Rà soát", "UBND quận", "31/10/2024");
    let file = export(&page);
    (machine, page, file)
}

fn import(page: &Page, file: &(String, String), choice: ImportChoice) {
    page.send(Msg::FileRead(file.0.clone(), file.1.clone().into_bytes()));
    page.send(Msg::Import(choice));
}

#[test]
fn the_export_names_its_file_and_counts_what_is_edited_since() {
    let (_, page, (name, text)) = exported_draft();
    assert!(name.starts_with("1022-CV-TU_Quan-uy-Ninh-Kieu_2024-07-01_"), "{name}");
    assert!(name.ends_with(".json") && text.ends_with("}\n"));
    let state = |page: &Page| draft_rows(&page.runtime.model(), false)[0].export.clone();
    let done = |edited| ExportState::Done { file: name.clone(), when: "09:00 01/07/2024".into(), edited };
    assert_eq!(state(&page), done(0));
    page.types(Field::Overall, "một");
    page.types(Field::Overall, "một hai");
    page.edit(Edit::Status("1.1".into(), Some(Status::Done)));
    assert_eq!(state(&page), done(2));
}

#[test]
fn export_import_export_differs_in_the_file_that_it_goes_on_from_alone() {
    let (_, _, file) = exported_draft();
    let other = Machine::new();
    let page = other.open();
    import(&page, &file, ImportChoice::Add);
    assert_eq!(page.notices(), [NoticeKind::Imported(NINH_KIEU.into())]);
    let (first, second) = (read(&file), read(&export(&page)));
    assert_eq!(second.assessments(), [Assessment { based_on: vec![digest(&file)], ..first.assessments()[0].clone() }]);
    assert_eq!(second.envelope.exported_at, first.envelope.exported_at);
}

fn read(file: &(String, String)) -> Incoming {
    exchange::read(file.1.as_bytes(), "1022-CV/TU").unwrap()
}

fn digest(file: &(String, String)) -> String {
    read(file).envelope.sha256
}

/// The draft of a file, and the files that it takes the place of.
fn chain(file: &(String, String)) -> (String, Vec<String>) {
    let assessment = read(file).envelope.assessments.remove(0);
    (assessment.draft_id, assessment.based_on)
}

/// A machine that gives other ids.
fn other_machine() -> (Machine, Page) {
    let machine = Machine::new();
    // The ids of each opening are others.
    drop(machine.open());
    let page = machine.open();
    (machine, page)
}

#[test]
fn a_file_names_its_draft_and_the_files_that_it_takes_the_place_of() {
    let (_, page, first) = exported_draft();
    let draft = page.open_draft();
    assert_eq!(chain(&first), (draft.clone(), vec![]));
    page.types(Field::Overall, "một");
    let second = export(&page);
    assert_eq!(chain(&second), (draft.clone(), vec![digest(&first)]));
    // On another machine the same draft goes on, also after a restart, and the first file need not have been there.
    let (other, page) = other_machine();
    import(&page, &second, ImportChoice::Add);
    assert_ne!(page.open_draft(), draft, "on this machine it has another name");
    page.types(Field::Overall, "hai");
    page.wait(5000);
    let page = other.open();
    page.opens_draft_of(NINH_KIEU);
    let third = export(&page);
    assert_eq!(chain(&third), (draft.clone(), vec![digest(&second), digest(&first)]));
    // In the place of that draft it is that draft still.
    import(&page, &third, ImportChoice::Replace);
    let fourth = export(&page);
    assert_eq!(chain(&fourth).0, draft);
    assert_eq!(chain(&fourth).1[0], digest(&third));
}

#[test]
fn what_goes_on_beside_a_draft_is_a_draft_of_its_own() {
    let (_, page, file) = exported_draft();
    let draft = page.open_draft();
    import(&page, &file, ImportChoice::Add);
    let beside = export(&page);
    assert_eq!(chain(&beside), (page.open_draft(), vec![digest(&file)]));
    assert_ne!(page.open_draft(), draft);
    page.send(Msg::StartFrom(draft));
    assert_eq!(chain(&export(&page)), (page.open_draft(), vec![]));
}

#[test]
fn a_merge_stays_the_draft_that_it_is() {
    let (_, first, file) = exported_draft();
    let (_other, page) = other_machine();
    page.begins(NINH_KIEU);
    let draft = page.open_draft();
    page.types(Field::Overall, "một");
    import(&page, &file, ImportChoice::Merge("Từ tệp".into()));
    assert_eq!(chain(&export(&page)), (draft.clone(), vec![]));
    assert_ne!(first.open_draft(), draft);
}

#[test]
fn so_many_files_are_named_and_no_more() {
    let (_, page, _) = exported_draft();
    let mut digests = Vec::new();
    for number in 0..20 {
        page.types(Field::Overall, &number.to_string());
        digests.insert(0, digest(&export(&page)));
    }
    assert_eq!(chain(&export(&page)).1, digests[..16]);
}

#[test]
fn a_proposal_is_added_addressed_removed_and_brought_back() {
    let (_, page, _) = exported_draft();
    page.edit(Edit::AddProposal);
    page.edit(Edit::AddProposal);
    let ids: Vec<String> = page.assessment().proposals.iter().map(|one| one.id.clone()).collect();
    page.types(Field::Proposal(ids[0].clone()), "Sớm có hướng dẫn");
    page.edit(Edit::ProposalTo(ids[0].clone(), "central".into()));
    let proposal = page.assessment().proposals[0].clone();
    assert_eq!((proposal.text.as_str(), proposal.to.as_str()), ("Sớm có hướng dẫn", "central"));
    page.edit(Edit::RemoveProposal(ids[0].clone()));
    assert_eq!(page.assessment().proposals.len(), 1);
    assert_eq!(page.notices(), [NoticeKind::ProposalRemoved]);
    page.undoes();
    assert_eq!(page.assessment().proposals[0], proposal);
    // A blank one is no loss, and no file has it.
    page.edit(Edit::RemoveProposal(ids[1].clone()));
    assert_eq!(page.assessment().proposals, std::slice::from_ref(&proposal));
    page.edit(Edit::AddProposal);
    assert_eq!(read(&export(&page)).assessments()[0].proposals, [proposal]);
}

/// What is done is not carried over into the next period, nor is it still to come.
#[test]
fn a_step_that_is_done_is_not_to_be_done() {
    let (_, page, _) = exported_draft();
    let done = page.plans("1.2", "Tập huấn", "Ban Tuyên giáo", "1/8/2024");
    let steps = |page: &Page| overview(&page.runtime.model(), &page.assessment()).steps.len();
    assert_eq!(steps(&page), 2);
    page.types(Field::Step("1.2".into(), done, StepField::DoneAt), "30/7/2024");
    assert_eq!(steps(&page), 1);
    page.send(Msg::StartFrom(page.open_draft()));
    let carried = page.requirement("1.2").answer.next_steps;
    assert_eq!(carried.iter().map(|step| step.task.as_str()).collect::<Vec<_>>(), ["Rà soát"]);
}

#[test]
fn nothing_changes_before_the_person_has_chosen() {
    let (_, page, file) = exported_draft();
    let before = page.assessment();
    page.send(Msg::FileRead(file.0.clone(), file.1.clone().into_bytes()));
    assert_eq!(page.runtime.model().reviews.len(), 1);
    assert_eq!(page.runtime.model().drafts.len(), 1);
    page.send(Msg::Import(ImportChoice::Cancel));
    assert!(page.runtime.model().reviews.is_empty());
    assert_eq!(page.runtime.model().drafts.len(), 1);
    assert_eq!(*page.runtime.model().drafts[0].assessment, before);
}

#[test]
fn a_file_of_a_unit_that_has_a_draft_is_kept_beside_it_or_replaces_it_undoably() {
    let (_, page, file) = exported_draft();
    let draft = page.open_draft();
    page.types(Field::Answer("1.2".into(), AnswerField::Results), "sửa sau khi xuất");
    import(&page, &file, ImportChoice::Add);
    assert_eq!(draft_rows(&page.runtime.model(), false).len(), 2);

    import(&page, &file, ImportChoice::Replace);
    assert_eq!(page.results("1.2"), "Đã ban hành kế hoạch");
    assert_eq!(page.notices().last(), Some(&NoticeKind::Replaced(NINH_KIEU.into())));
    page.undoes();
    let model = page.runtime.model();
    let shown: Vec<&str> = model.drafts.iter().filter(|draft| !draft.deleted).map(|draft| draft.id.as_str()).collect();
    assert_eq!(shown.len(), 2);
    assert!(shown.contains(&draft.as_str()) || model.draft(&draft).is_some());
}

#[test]
fn several_files_are_reviewed_one_after_the_other() {
    let (_, page, file) = exported_draft();
    page.send(Msg::FileRead("hỏng.json".into(), b"{".to_vec()));
    page.send(Msg::FileRead(file.0.clone(), file.1.into_bytes()));
    page.send(Msg::FileTooLarge("to.json".into(), 9_000_000));
    assert_eq!(page.runtime.model().reviews.len(), 3);
    page.send(Msg::Import(ImportChoice::Add));
    assert_eq!(page.runtime.model().drafts.len(), 1, "what was refused is not taken in");
    page.send(Msg::Import(ImportChoice::Add));
    assert_eq!(page.runtime.model().drafts.len(), 2);
    page.send(Msg::Import(ImportChoice::Cancel));
    assert!(page.runtime.model().reviews.is_empty());
}

#[test]
fn what_a_person_cannot_type_is_in_the_file_as_what_it_means() {
    let machine = Machine::new();
    let page = machine.open();
    page.begins(NINH_KIEU);
    page.answers("1.1", Status::Done, "a\u{0}b\u{FFFE}c\u{B} Vie\u{323}\u{302}t\ttab\ndòng");
    page.wait(1000);
    let file = export(&page);
    drop(page);
    let page = machine.open();
    page.opens_the_draft();
    assert!(page.results("1.1").contains('\u{FFFE}'), "the draft keeps what was typed");
    let other = Machine::new().open();
    import(&other, &file, ImportChoice::Add);
    assert_eq!(other.results("1.1"), "a bc\n Việt\ttab\ndòng", "what stood apart stands apart");
}
