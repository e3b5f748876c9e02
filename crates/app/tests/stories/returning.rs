//! The coordinating body sends remarks back; the unit answers them, and its next file carries the answers.

use crate::machine::{Machine, Page};
use crate::unpacking::stored;
use app::msg::{ImportChoice, Unpacked};
use app::notice::{NoticeKind, PastNotice};
use app::review::ReviewFinding;
use app::views::returned::remarks_at;
use app::{Edit, Msg, Route, Section};
use domain::assessment::Status;
use domain::date::Moment;
use domain::field::{Field, FormPlace};
use exchange::remark::{Remark, RemarkField, RemarkState};
use exchange::{Returned, export_remarks};

const NINH_KIEU: &str = "Quận ủy Ninh Kiều";

fn remark(id: &str, requirement: &str, words: &str) -> Remark {
    Remark {
        id: id.into(),
        requirement: requirement.into(),
        text: words.into(),
        at: "2024-07-02T01:00:00Z".into(),
        by: "Ban Tuyên giáo Thành ủy".into(),
        about: "0".repeat(64),
        ..Remark::default()
    }
}

/// A draft of that unit that has been exported, and the file.
fn sent(page: &Page, unit: &str) -> (String, String) {
    page.begins(unit);
    page.answers("1.2", Status::InProgress, "Đã ban hành kế hoạch");
    page.wait(1000);
    export(page)
}

fn export(page: &Page) -> (String, String) {
    page.send(Msg::Export(page.open_draft()));
    page.wait(1000);
    page.machine().last_download()
}

/// The file that comes back for a file that was sent.
fn returned(page: &Page, to: &(String, String), remarks: &[Remark]) -> Vec<u8> {
    let incoming = exchange::read(to.1.as_bytes(), "1022-CV/TU").unwrap();
    let assessment = &incoming.assessments()[0];
    let about = &incoming.envelope.sha256;
    let remarks = remarks.iter().map(|one| Remark { about: about.clone(), ..one.clone() }).collect();
    let file = Returned {
        unit: assessment.unit.clone(),
        draft_id: assessment.draft_id.clone(),
        remarks,
        ..Returned::default()
    };
    let at = Moment::from_iso("2024-07-02T02:00:00Z").unwrap();
    export_remarks(&page.runtime.model().directive, &file, at, 420, &str::to_owned).text.into_bytes()
}

fn opens(page: &Page, file: &[u8]) {
    page.send(Msg::FileRead("tra-lai.json".into(), file.to_vec()));
}

/// The ids of the drafts that take the file that is shown.
fn fitting(page: &Page) -> Vec<String> {
    let model = page.runtime.model();
    let Some(ReviewFinding::Returned(file)) = model.shown_review().map(|review| &review.finding) else {
        panic!("{:?}", model.reviews)
    };
    model.answered_by(file).map(|draft| draft.id.clone()).collect()
}

fn takes(page: &Page, file: &[u8]) {
    opens(page, file);
    let fitting = fitting(page);
    assert_eq!(fitting.len(), 1);
    page.send(Msg::Import(ImportChoice::Attach(fitting[0].clone())));
}

/// The remarks at a requirement, or at the end, each with its answer.
fn shown(page: &Page, requirement: &str) -> Vec<(Remark, String)> {
    let model = page.runtime.model();
    let shown = remarks_at(&model, model.current().unwrap(), requirement);
    shown.remarks.into_iter().zip(shown.replies).collect()
}

fn waiting(page: &Page) -> usize {
    page.runtime.model().current().unwrap().waiting().len()
}

#[test]
fn remarks_stand_beside_what_they_are_about_and_the_next_file_carries_the_answers() {
    let machine = Machine::new();
    let page = machine.open();
    let file = sent(&page, NINH_KIEU);
    let first = [
        Remark { field: Some(RemarkField::Results), ..remark("r1", "1.2", "Đề nghị bổ sung số liệu.") },
        remark("r2", "", "Đề nghị nêu kiến nghị."),
    ];
    let before = page.assessment();
    takes(&page, &returned(&page, &file, &first));
    assert_eq!(page.notices().last(), Some(&NoticeKind::Returned(NINH_KIEU.into(), 2)));
    assert_eq!(page.runtime.model().route, Route::Draft(page.open_draft(), Section::Overview));
    assert_eq!(page.assessment(), before, "no word of the unit's is changed");
    assert_eq!(shown(&page, "1.2")[0].0.text, "Đề nghị bổ sung số liệu.");
    assert_eq!((shown(&page, "1.1").len(), shown(&page, "").len(), waiting(&page)), (0, 1, 2));
    page.types(Field::Reply("r1".into()), "Đã bổ sung: 12 lớp.");
    assert_eq!(waiting(&page), 1);
    page.types(Field::Reply("r2".into()), " \n");
    assert_eq!(waiting(&page), 1, "blanks are no answer");
    page.wait(1000);
    // After a restart all of it is there.
    drop(page);
    let page = machine.open();
    page.opens_the_draft();
    assert_eq!(shown(&page, "1.2")[0].1, "Đã bổ sung: 12 lớp.");
    let (_, text) = export(&page);
    assert!(text.contains("\"replies\":[{\"remark\":\"r1\",\"text\":\"Đã bổ sung: 12 lớp.\"}"), "{text}");
    assert!(!text.contains("Đề nghị") && !text.contains("Ban Tuyên giáo Thành ủy"), "{text}");
}

#[test]
fn a_newer_file_joins_by_id_and_an_older_one_takes_nothing_back() {
    let page = Machine::new().open();
    let file = sent(&page, NINH_KIEU);
    let first = returned(&page, &file, &[remark("r1", "1.2", "Thiếu số liệu."), remark("r2", "1.2", "Nêu rõ.")]);
    takes(&page, &first);
    page.types(Field::Reply("r1".into()), "12 lớp");
    let later = |one: Remark| Remark { at: "2024-07-05T01:00:00Z".into(), ..one };
    let second = [
        later(remark("r1", "1.2", "Thiếu số liệu của cơ sở.")),
        later(Remark { state: RemarkState::Done, ..remark("r2", "1.2", "Nêu rõ.") }),
        later(remark("r3", "1.1", "Bổ sung tài liệu.")),
    ];
    takes(&page, &returned(&page, &file, &second));
    let says = |page: &Page| {
        let all = shown(page, "1.2");
        let one = |at: usize| (all[at].0.text.clone(), all[at].0.state, all[at].1.clone());
        (one(0), one(1), shown(page, "1.1").len(), waiting(page))
    };
    let wanted = (
        ("Thiếu số liệu của cơ sở.".into(), RemarkState::Sent, "12 lớp".into()),
        ("Nêu rõ.".into(), RemarkState::Done, String::new()),
        1,
        1,
    );
    assert_eq!(says(&page), wanted);
    takes(&page, &first);
    assert_eq!(says(&page), wanted);
}

#[test]
fn taking_remarks_in_is_undone_and_answers_stay() {
    let page = Machine::new().open();
    let file = sent(&page, NINH_KIEU);
    let first = returned(&page, &file, &[remark("r1", "1.2", "Thiếu số liệu.")]);
    takes(&page, &first);
    page.types(Field::Reply("r1".into()), "12 lớp");
    page.undoes();
    assert_eq!((shown(&page, "1.2").len(), waiting(&page)), (0, 0));
    let left = shown(&page, "");
    assert_eq!((left.len(), left[0].1.as_str(), left[0].0.text.as_str()), (1, "12 lớp", ""));
    // What a later file has brought is not undone with the first.
    takes(&page, &first);
    let notice = page.runtime.model().notices.last().unwrap().id;
    takes(&page, &returned(&page, &file, &[remark("r2", "1.1", "Bổ sung.")]));
    page.send(Msg::Undo(notice));
    assert_eq!(page.notices().last(), Some(&NoticeKind::Past(PastNotice::UndoPassed)));
    assert_eq!((shown(&page, "1.1").len(), shown(&page, "1.2").len()), (1, 1));
}

#[test]
fn where_no_draft_fits_the_file_waits_until_one_does() {
    let (ours, theirs) = (Machine::new().open(), Machine::new());
    let file = sent(&ours, NINH_KIEU);
    drop(theirs.open());
    let page = theirs.open();
    page.begins("Quận ủy Cái Răng");
    page.begins(NINH_KIEU);
    opens(&page, &returned(&page, &file, &[remark("r1", "1.2", "Thiếu số liệu.")]));
    assert_eq!(fitting(&page), Vec::<String>::new(), "another draft of the unit is not guessed to be the one");
    let other = page.runtime.model().drafts[1].id.clone();
    page.send(Msg::Import(ImportChoice::Attach(other.clone())));
    assert_eq!(page.runtime.model().reviews.len(), 1, "nor taken for it");
    assert!(page.runtime.model().draft(&other).unwrap().remarks.is_empty());
    page.send(Msg::FileRead(file.0.clone(), file.1.clone().into_bytes()));
    page.send(Msg::OpenReview(1));
    page.send(Msg::Import(ImportChoice::Add));
    let fitting = fitting(&page);
    assert_eq!(fitting.len(), 1);
    page.send(Msg::Import(ImportChoice::Attach(fitting[0].clone())));
    assert_eq!((page.open_draft(), waiting(&page)), (fitting[0].clone(), 1));
}

#[test]
fn where_several_drafts_fit_the_person_chooses() {
    let page = Machine::new().open();
    let file = sent(&page, NINH_KIEU);
    let first = page.open_draft();
    page.send(Msg::FileRead(file.0.clone(), file.1.clone().into_bytes()));
    page.send(Msg::Import(ImportChoice::Add));
    let second = page.open_draft();
    opens(&page, &returned(&page, &file, &[remark("r1", "1.2", "Thiếu số liệu.")]));
    assert_eq!(fitting(&page), [first.clone(), second.clone()]);
    page.send(Msg::Import(ImportChoice::Attach(second.clone())));
    let remarks = |id: &str| page.runtime.model().draft(id).unwrap().remarks.len();
    assert_eq!((remarks(&first), remarks(&second)), (0, 1));
    // A later file of the draft takes its place, and what was said of it goes on.
    let later = export(&page);
    page.send(Msg::DeleteDraft(first));
    page.send(Msg::FileRead(later.0, later.1.into_bytes()));
    page.send(Msg::Import(ImportChoice::Replace));
    assert_ne!(page.open_draft(), second);
    assert_eq!(waiting(&page), 1);
}

#[test]
fn it_is_known_in_an_archive_and_under_any_name_and_nothing_changes_before_the_choice() {
    let page = Machine::new().open();
    let file = sent(&page, NINH_KIEU);
    let remarks = returned(&page, &file, &[remark("r1", "1.2", "Thiếu số liệu.")]);
    page.send(Msg::FileRead("x.zip".into(), stored(&[("thư mục/ảnh.png".into(), remarks.clone())])));
    page.send(Msg::Unpacked("x.zip/thư mục/ảnh.png".into(), Unpacked::Bytes(remarks.clone())));
    assert_eq!(fitting(&page).len(), 1);
    assert!(page.runtime.model().drafts[0].remarks.is_empty());
    page.send(Msg::Import(ImportChoice::Cancel));
    assert!(page.runtime.model().reviews.is_empty() && page.runtime.model().drafts[0].remarks.is_empty());
    let damaged = String::from_utf8(remarks).unwrap().replace("Thiếu", "Thừa");
    opens(&page, damaged.as_bytes());
    let model = page.runtime.model();
    assert!(matches!(&model.reviews[0].finding, ReviewFinding::Refused(refusal, None) if refusal.code() == "damaged"));
}

#[test]
fn a_link_leads_to_the_answer_and_what_does_not_concern_the_unit_is_at_the_end() {
    let page = Machine::new().open();
    let file = sent(&page, NINH_KIEU);
    let remarks = [remark("r1", "1.2", "Thiếu."), remark("r2", "2.1", "Có phối hợp không?"), remark("r3", "9.9", "?")];
    takes(&page, &returned(&page, &file, &remarks));
    let follows = |id: &str| {
        page.send(Msg::Follow(FormPlace::Field(Field::Reply(id.into()))));
        assert_eq!(*page.focus.borrow(), ["reply-", id].concat());
        let Route::Draft(_, section) = page.runtime.model().route.clone() else { panic!() };
        section
    };
    assert_eq!(follows("r1"), Section::Task("1".into()));
    assert_eq!((follows("r2"), follows("r3")), (Section::Closing, Section::Closing));
    page.edit(Edit::OptIn("2".into(), true));
    assert_eq!((follows("r2"), shown(&page, "2.1").len()), (Section::Task("2".into()), 1));
}
