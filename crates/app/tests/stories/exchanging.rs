//! The file goes out, and comes in under the person's eyes.

use crate::machine::{Machine, Page};
use app::msg::ImportChoice;
use app::notice::NoticeKind;
use app::views::{ExportState, draft_rows};
use app::{Edit, Msg};
use domain::assessment::Status;
use domain::field::{AnswerField, Field};

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
fn export_import_export_gives_equal_bytes() {
    let (_, _, file) = exported_draft();
    let other = Machine::new();
    let page = other.open();
    import(&page, &file, ImportChoice::Add);
    assert_eq!(page.notices(), [NoticeKind::Imported(NINH_KIEU.into())]);
    assert_eq!(export(&page), file);
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
