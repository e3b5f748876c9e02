//! A file is compared with the draft, and the person decides, place by place, what stays.

use crate::machine::{Machine, Page};
use crate::unpacking::stored;
use app::msg::{ImportChoice, Unpacked};
use app::notice::NoticeKind;
use app::review::ReviewFinding;
use app::views::draft_rows;
use app::{Clock, Edit, Msg, Section};
use domain::assessment::Status;
use domain::field::{AnswerField, EvidenceField, Field};
use exchange::Foreign;
use exchange::merge::{Kind, MergeChoice, MergePart};
use exchange::zip::ZipFault;

const NINH_KIEU: &str = "Quận ủy Ninh Kiều";
const MARK: &str = "— Từ tệp b.json: —";

fn results(requirement: &str) -> Field {
    Field::Answer(requirement.into(), AnswerField::Results)
}

fn has_evidence(page: &Page, requirement: &str, number: &str) {
    page.edit(Edit::AddEvidence(Some(requirement.into())));
    let id = page.assessment().evidence.last().unwrap().id.clone();
    page.types(Field::Evidence(id, EvidenceField::Number), number);
}

fn whole_file(page: &Page) -> String {
    page.send(Msg::Export(page.open_draft()));
    page.machine().last_download().1
}

fn read(page: &Page, file: &str) {
    page.send(Msg::FileRead("b.json".into(), file.as_bytes().to_vec()));
}

fn merge(page: &Page) {
    page.send(Msg::Import(ImportChoice::Merge(MARK.into())));
}

/// A colleague's page with the draft as it was when the two went apart, and ours.
fn two_colleagues() -> (Page, Page) {
    let ours = Machine::new().open();
    ours.begins(NINH_KIEU);
    ours.answers("1.1", Status::InProgress, "Đã quán triệt.");
    has_evidence(&ours, "1.1", "85-KH/QU");
    let file = whole_file(&ours);
    let theirs = Machine::new().open();
    read(&theirs, &file);
    theirs.send(Msg::Import(ImportChoice::Add));
    (ours, theirs)
}

#[test]
fn what_two_wrote_is_merged_and_nothing_is_lost() {
    let (ours, theirs) = two_colleagues();
    ours.types(results("1.1"), "Đã quán triệt cho 12 chi bộ.");
    has_evidence(&ours, "1.1", "7-BC/QU");
    theirs.types(results("1.1"), "Đã quán triệt trong tháng 6.");
    theirs.answers("1.2", Status::Done, "Đã ban hành kế hoạch.");
    has_evidence(&theirs, "1.2", "9-TB/QU");
    read(&ours, &whole_file(&theirs));
    let found = ours.runtime.model().comparison().expect("a comparison");
    let kind =
        |part: MergePart| found.differences.iter().find(|difference| difference.part == part).map(|found| found.kind);
    assert_eq!(kind(MergePart::Text(results("1.1"))), Some(Kind::Different));
    assert_eq!(kind(MergePart::Text(results("1.2"))), Some(Kind::OnlyThere));
    assert_eq!(kind(MergePart::Status("1.1".into())), None, "both say the same");
    let before = ours.assessment_of(NINH_KIEU);
    assert_eq!(before, found.mine, "nothing has changed yet");

    merge(&ours);
    assert_eq!(
        ours.results("1.1"),
        ["Đã quán triệt cho 12 chi bộ.\n\n", MARK, "\nĐã quán triệt trong tháng 6."].concat()
    );
    assert_eq!(ours.results("1.2"), "Đã ban hành kế hoạch.");
    let picked: Vec<String> = ours.requirement("1.2").picked.into_iter().map(|entry| entry.number).collect();
    assert_eq!(picked, ["9-TB/QU"]);
    let numbers: Vec<String> = ours.assessment().evidence.into_iter().map(|entry| entry.number).collect();
    assert_eq!(numbers, ["85-KH/QU", "7-BC/QU", "9-TB/QU"]);
    assert!(matches!(ours.notices().last(), Some(NoticeKind::Merged(unit, _)) if unit == NINH_KIEU));

    ours.undoes();
    let after = ours.assessment_of(NINH_KIEU);
    assert_eq!((after.answers, after.evidence), (before.answers, before.evidence));
    assert_eq!(draft_rows(&ours.runtime.model(), false).len(), 1);
    ours.wait(1000);
    assert!(ours.is_saved());
}

#[test]
fn each_place_goes_as_it_was_chosen() {
    let (ours, theirs) = two_colleagues();
    for (page, text) in [(&ours, "của tôi"), (&theirs, "của bạn")] {
        for requirement in ["1.1", "1.2", "1.3"] {
            page.types(results(requirement), text);
        }
    }
    read(&ours, &whole_file(&theirs));
    ours.send(Msg::Choose(None, MergeChoice::Theirs));
    ours.send(Msg::Choose(Some(MergePart::Text(results("1.2"))), MergeChoice::Mine));
    ours.send(Msg::Choose(Some(MergePart::Text(results("1.3"))), MergeChoice::Both));
    merge(&ours);
    assert_eq!(ours.results("1.1"), "của bạn");
    assert_eq!(ours.results("1.2"), "của tôi");
    assert_eq!(ours.results("1.3"), ["của tôi\n\n", MARK, "\ncủa bạn"].concat());
}

#[test]
fn what_was_typed_after_a_merge_outlives_its_undoing() {
    let (ours, theirs) = two_colleagues();
    theirs.types(results("1.2"), "của bạn");
    read(&ours, &whole_file(&theirs));
    merge(&ours);
    ours.types(Field::Overall, "viết sau khi gộp");
    ours.undoes();
    let model = ours.runtime.model();
    let texts: Vec<&str> = model.drafts.iter().map(|draft| draft.assessment.overall.as_str()).collect();
    assert_eq!(texts, ["", "viết sau khi gộp"]);
    assert!(model.drafts[0].assessment.answers.get("1.2").is_none());
}

#[test]
fn the_file_is_compared_with_the_draft_as_it_is_when_they_merge() {
    let (ours, theirs) = two_colleagues();
    let draft = ours.open_draft();
    theirs.types(results("1.2"), "của bạn");
    read(&ours, &whole_file(&theirs));
    ours.send(Msg::Edit(draft, Edit::Text(results("1.3"), "viết trong lúc xem".into())));
    merge(&ours);
    assert_eq!((ours.results("1.2"), ours.results("1.3")), ("của bạn".into(), "viết trong lúc xem".into()));
}

#[test]
fn two_who_split_the_work_merge_just_their_parts() {
    let (ours, theirs) = two_colleagues();
    ours.types(Field::Overall, "của tôi");
    ours.types(results("1.2"), "của tôi");
    for requirement in ["1.2", "1.3"] {
        theirs.types(results(requirement), "của bạn");
    }
    theirs.types(Field::Overall, "của bạn");
    theirs.send(Msg::ExportPortion(theirs.open_draft(), vec!["1.3".into()]));
    let (name, file) = theirs.machine().last_download();
    assert!(name.contains("-mot-phan_"), "{name}");
    assert!(matches!(theirs.notices().last(), Some(NoticeKind::PortionExported(_))));
    read(&ours, &file);
    ours.send(Msg::Choose(None, MergeChoice::Theirs));
    merge(&ours);
    assert_eq!((ours.results("1.1"), ours.results("1.2")), ("Đã quán triệt.".into(), "của tôi".into()));
    assert_eq!((ours.results("1.3"), ours.assessment().overall), ("của bạn".into(), "của tôi".into()));
    assert_eq!(ours.requirement("1.1").picked.len(), 1);
}

#[test]
fn an_earlier_period_s_file_is_a_start() {
    let (ours, theirs) = two_colleagues();
    theirs.plans("1.1", "Rà soát", "UBND quận", "31/10/2024");
    read(&ours, &whole_file(&theirs));
    ours.send(Msg::Import(ImportChoice::StartFrom));
    assert_eq!(ours.results("1.1"), "");
    assert_eq!(ours.requirement("1.1").answer.next_steps.len(), 1);
    assert_eq!(ours.assessment().evidence.len(), 1);
    assert_eq!(draft_rows(&ours.runtime.model(), false).len(), 2);
}

#[test]
fn a_cut_file_becomes_a_draft_of_its_own() {
    let (ours, theirs) = two_colleagues();
    theirs.types(results("1.2"), "của bạn");
    let file = whole_file(&theirs);
    let before = ours.assessment();
    read(&ours, &file[..file.find("\"revision\"").unwrap()]);
    assert!(matches!(&ours.runtime.model().reviews[0].finding, ReviewFinding::Refused(_, Some(_))));
    assert_eq!(ours.runtime.model().comparison(), None);
    ours.send(Msg::Import(ImportChoice::Add));
    assert!(matches!(ours.notices().last(), Some(NoticeKind::Salvaged(_))));
    assert_eq!((ours.results("1.2"), ours.assessment().unit.name), ("của bạn".into(), String::new()));
    assert_eq!(ours.assessment_of(NINH_KIEU), before);
}

#[test]
fn what_a_newer_version_wrote_goes_through_a_draft_and_out_again() {
    let (ours, _) = two_colleagues();
    let file = whole_file(&ours);
    let newer = sealed(&file.replace("\"status\":\"inProgress\"", "\"score\":7,\"status\":\"inProgress\""));
    let page = Machine::new().open();
    read(&page, &newer);
    page.send(Msg::Import(ImportChoice::Add));
    page.wait(1000);
    let machine = page.machine().clone();
    drop(page);
    let page = machine.open();
    page.opens_the_draft();
    page.send(Msg::Go(app::Route::Draft(page.open_draft(), Section::Export)));
    assert!(whole_file(&page).contains("\"score\":7"));
}

/// The text with the digest that it ought to have; as another product would compute it.
fn sealed(text: &str) -> String {
    use sha2::{Digest, Sha256};
    let mut document: serde_json::Value = serde_json::from_str(text).unwrap();
    document.as_object_mut().unwrap().remove("sha256");
    // The keys of these documents are plain, so that serde's order is that of RFC 8785.
    let digest = Sha256::digest(serde_json::to_string(&document).unwrap());
    let digest: String = digest.iter().map(|byte| format!("{byte:02x}")).collect();
    document["sha256"] = digest.into();
    serde_json::to_string(&document).unwrap() + "\n"
}

#[test]
fn several_files_each_have_their_line_and_any_can_be_looked_at() {
    let (ours, theirs) = two_colleagues();
    let file = whole_file(&theirs);
    ours.send(Msg::FileRead("hỏng.json".into(), b"{".to_vec()));
    read(&ours, &file);
    ours.send(Msg::FileTooLarge("to.json".into(), 9_000_000));
    ours.send(Msg::OpenReview(1));
    assert_eq!(ours.runtime.model().shown_review().unwrap().file_name, "b.json");
    assert_eq!(ours.focus.borrow().as_str(), "review-title");
    ours.send(Msg::Import(ImportChoice::Add));
    let names: Vec<String> = ours.runtime.model().reviews.iter().map(|review| review.file_name.clone()).collect();
    assert_eq!(names, ["hỏng.json", "to.json"]);
    ours.send(Msg::OpenReview(7));
    ours.send(Msg::Import(ImportChoice::Cancel));
    ours.send(Msg::Import(ImportChoice::Cancel));
    assert!(ours.runtime.model().reviews.is_empty());
}

#[test]
fn an_archive_that_cannot_be_unpacked_is_told_of_once() {
    let page = Machine::new().open();
    page.send(Msg::FileRead("a.zip".into(), b"PK\x03\x04 cut".to_vec()));
    assert_eq!(page.runtime.model().reviews[0].finding, ReviewFinding::BadArchive(ZipFault::Broken));
    page.send(Msg::Unpacked("b.zip/1.json".into(), Unpacked::Unsupported));
    page.send(Msg::Unpacked("b.zip/2.json".into(), Unpacked::Unsupported));
    page.send(Msg::Unpacked("c.zip/1.json".into(), Unpacked::Broken));
    page.send(Msg::Unpacked("c.zip/nested.zip".into(), Unpacked::Bytes(b"PK\x03\x04".to_vec())));
    let names: Vec<String> = page.runtime.model().reviews.iter().map(|review| review.file_name.clone()).collect();
    assert_eq!(names, ["a.zip", "b.zip", "c.zip/1.json", "c.zip/nested.zip"]);
    assert!(matches!(page.runtime.model().reviews[3].finding, ReviewFinding::Refused(_, None)));
}

#[test]
fn who_only_looks_at_a_file_changes_nothing() {
    let (ours, theirs) = two_colleagues();
    theirs.types(results("1.2"), "của bạn");
    let model = ours.runtime.model();
    let mut reader = model.reader();
    reader.update(Clock::default(), Msg::FileRead("a.json".into(), whole_file(&theirs).into_bytes()));
    reader.update(Clock::default(), Msg::FileRead("b.json".into(), b"{".to_vec()));
    let found = model.found(&reader.reviews);
    let [found] = found.as_slice() else { panic!("{found:?}") };
    assert_eq!((found.preview.unit.as_str(), found.differences), (NINH_KIEU, Some(1)));
    assert_eq!(found.existing, model.route.draft());
    assert_eq!(reader.reviews[1].finding.code(), "cut-off");
    assert!(model.reviews.is_empty());
}

/// What is typed as letters and marks apart ("Unicode tổ hợp"), and what no file can hold, is no difference to the own file.
#[test]
fn the_own_file_is_the_same_however_its_letters_were_typed() {
    let ours = Machine::new().open();
    ours.begins(NINH_KIEU);
    let typed = "Đa\u{303} quán trie\u{302}\u{323}t\u{b}cho 12 chi bộ.";
    ours.answers("1.1", Status::InProgress, typed);
    read(&ours, &whole_file(&ours));
    let found = ours.runtime.model().comparison().expect("a comparison");
    assert_eq!(found.differences, []);
    // Nothing is changed that was typed.
    assert_eq!(ours.assessment_of(NINH_KIEU).answers.get("1.1").unwrap().results, typed);
}

/// A file may hold what breaks lines elsewhere; a field cannot show it.
#[test]
fn what_comes_in_with_a_file_comes_in_tidy() {
    let (_, theirs) = two_colleagues();
    theirs.types(results("1.1"), "một\u{1}hai");
    let file = whole_file(&theirs);
    let bare = file.replace("một hai", "một\u{2028}hai\u{85}ba");
    let sha = |text: &str| text.split("\"sha256\":\"").nth(1).map(|rest| rest[..64].to_owned()).unwrap();
    let page = Machine::new().open();
    // Its digest is that of what it held before, so it is opened as far as it can be read.
    assert_eq!(sha(&bare), sha(&file));
    read(&page, &bare);
    page.send(Msg::Import(ImportChoice::Add));
    assert_eq!(page.results("1.1"), "một\nhai\nba");
}

/// What a person drops in by mistake is told by what it is, and laid aside in one go.
#[test]
fn files_of_other_programs_are_told_and_laid_aside_together() {
    let ours = Machine::new().open();
    ours.begins(NINH_KIEU);
    let file = whole_file(&ours);
    let reads = |name: &str, bytes: &[u8]| ours.send(Msg::FileRead(name.into(), bytes.to_vec()));
    reads("báo cáo.docx", &stored(&[("word/document.xml".into(), b"<x/>".to_vec())]));
    reads("báo cáo.pdf", b"%PDF-1.7");
    read(&ours, &file);
    reads("x.json", b"{");
    let findings = || ours.runtime.model().reviews.iter().map(|review| review.finding.clone()).collect::<Vec<_>>();
    assert!(matches!(findings()[0], ReviewFinding::Foreign(Foreign::Word)));
    assert!(matches!(findings()[1], ReviewFinding::Foreign(Foreign::Pdf)));
    ours.send(Msg::Import(ImportChoice::CloseRefused));
    assert!(matches!(findings().as_slice(), [ReviewFinding::Ready { .. }]), "what can be taken in stays");
    ours.send(Msg::Import(ImportChoice::Cancel));
    reads("báo cáo.pdf", b"%PDF-1.7");
    ours.send(Msg::Import(ImportChoice::CloseRefused));
    assert_eq!(*ours.focus.borrow(), "view-title");
}
