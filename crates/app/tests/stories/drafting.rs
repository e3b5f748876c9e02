//! A unit fills its self-assessment over several sittings.

use crate::machine::Machine;
use app::drawing::{ALL, SLICE};
use app::notice::NoticeKind;
use app::views::{self, draft_rows};
use app::{Edit, Msg, Route, Section};
use domain::assessment::{SelfRating, Status, UnitRef};
use domain::field::{AnswerField, EvidenceField, Field, FormPlace};

const NINH_KIEU: &str = "Quận ủy Ninh Kiều";
const PHONG_DIEN: &str = "Huyện ủy Phong Điền";

#[test]
fn progress_counts_what_concerns_the_unit() {
    let page = Machine::new().open();
    page.begins(NINH_KIEU);
    page.answers("1.1", Status::Done, "x");
    page.answers("1.2", Status::OutOfScope, "");
    let lines = views::task_lines(&page.runtime.model(), &page.assessment());
    let counts: Vec<_> = lines.iter().map(|line| (line.progress.answered, line.progress.in_scope)).collect();
    assert_eq!(counts, [(1, 3), (0, 0), (0, 0)]);

    page.edit(Edit::OptIn("2".into(), true));
    let lines = views::task_lines(&page.runtime.model(), &page.assessment());
    assert_eq!(lines[1].progress.in_scope, 9);
    page.edit(Edit::OptIn("2".into(), false));
    assert!(page.assessment().opted_in.is_empty());
}

#[test]
fn two_units_are_drafted_on_one_machine() {
    let machine = Machine::new();
    let page = machine.open();
    page.begins(NINH_KIEU);
    page.answers("1.1", Status::Done, "của Ninh Kiều");
    page.wait(60_000);
    page.begins(PHONG_DIEN);
    page.answers("1.1", Status::NotStarted, "của Phong Điền");
    page.wait(1000);
    drop(page);

    let page = machine.open();
    let rows = draft_rows(&page.runtime.model(), false);
    let units: Vec<&str> = rows.iter().map(|row| row.unit.as_str()).collect();
    assert_eq!(units, [PHONG_DIEN, NINH_KIEU], "the last changed first");
    assert_eq!(rows[1].progress.answered, 1);
    assert_eq!(rows[1].changed, "09:00 01/07/2024");
    page.send(Msg::Go(Route::Draft(rows[1].id.clone(), Section::General)));
    assert_eq!(page.results("1.1"), "của Ninh Kiều");
}

#[test]
fn a_deleted_draft_can_be_restored_even_after_reload_until_it_is_removed_for_good() {
    let machine = Machine::new();
    let page = machine.open();
    let id = page.begins(NINH_KIEU);
    page.wait(1000);
    page.send(Msg::PurgeDraft(id.clone()));
    assert!(page.runtime.model().draft(&id).is_some(), "only what was deleted first is removed");
    page.send(Msg::DeleteDraft(id.clone()));
    assert!(draft_rows(&page.runtime.model(), false).is_empty());
    assert_eq!(page.runtime.model().route, Route::Drafts);
    page.undoes();
    assert_eq!(draft_rows(&page.runtime.model(), false).len(), 1);
    page.send(Msg::DeleteDraft(id.clone()));
    page.wait(1000);
    drop(page);

    let page = machine.open();
    assert_eq!(draft_rows(&page.runtime.model(), true).len(), 1);
    page.send(Msg::RestoreDraft(id.clone()));
    assert_eq!(draft_rows(&page.runtime.model(), false).len(), 1);
    page.send(Msg::DeleteDraft(id.clone()));
    page.send(Msg::PurgeDraft(id));
    page.wait(1000);
    assert!(machine.0.borrow().journal.is_empty() && machine.0.borrow().mirror.is_empty());
}

#[test]
fn a_new_period_keeps_evidence_and_unfinished_steps() {
    let page = Machine::new().open();
    let earlier = page.begins(NINH_KIEU);
    page.answers("1.1", Status::Done, "xong");
    page.plans("1.1", "việc đã xong", "A", "1/8/2024");
    page.answers("1.2", Status::InProgress, "đang làm");
    page.plans("1.2", "việc dở dang", "B", "1/9/2024");
    page.edit(Edit::AddEvidence(Some("1.1".into())));
    page.types(Field::PreparedByName, "Nguyễn Thị Ánh");
    page.send(Msg::StartFrom(earlier.clone()));

    assert_ne!(page.open_draft(), earlier);
    let new = page.assessment();
    assert_eq!(new.evidence.len(), 1);
    assert_eq!(new.prepared_by.name, "Nguyễn Thị Ánh");
    assert_eq!(new.answers.keys().collect::<Vec<_>>(), ["1.2"]);
    let answer = &new.answers.get("1.2").unwrap();
    assert_eq!((answer.status, answer.results.as_str()), (None, ""));
    assert_eq!(answer.next_steps[0].task, "việc dở dang");
    page.plans("1.2", "việc mới", "", "");
    let ids: Vec<String> = page.requirement("1.2").answer.next_steps.iter().map(|step| step.id.clone()).collect();
    assert_ne!(ids[0], ids[1]);
}

#[test]
fn a_status_goes_back_to_unanswered_and_empties_nothing() {
    let page = Machine::new().open();
    page.begins(NINH_KIEU);
    page.answers("1.1", Status::Done, "kết quả");
    page.edit(Edit::Status("1.1".into(), Some(Status::OutOfScope)));
    page.edit(Edit::Status("1.1".into(), None));
    assert_eq!(page.requirement("1.1").answer.status, None);
    assert_eq!(page.results("1.1"), "kết quả");
}

#[test]
fn evidence_is_registered_once_picked_often_and_its_removal_undone() {
    let page = Machine::new().open();
    page.begins(NINH_KIEU);
    page.edit(Edit::AddEvidence(Some("1.1".into())));
    let id = page.assessment().evidence[0].id.clone();
    let number = Field::Evidence(id.clone(), EvidenceField::Number);
    assert_eq!(*page.focus.borrow(), number.dom_id(), "the person goes on in the new entry");
    page.types(number, "85-KH/QU");
    page.edit(Edit::Pick("1.3".into(), id.clone(), true));
    assert_eq!(page.assessment().uses_of(&id), ["1.1", "1.3"]);

    page.edit(Edit::RemoveEvidence(id.clone()));
    assert!(page.assessment().evidence.is_empty());
    assert!(page.requirement("1.1").picked.is_empty());
    assert_eq!(page.notices(), [NoticeKind::EvidenceRemoved("85-KH/QU".into(), 2)]);
    page.edit(Edit::AddEvidence(None));
    page.undoes();
    assert_eq!(page.assessment().uses_of(&id), ["1.1", "1.3"]);
    assert_eq!(page.assessment().evidence.len(), 2);
}

#[test]
fn a_removed_step_comes_back_to_its_place() {
    let page = Machine::new().open();
    page.begins(NINH_KIEU);
    let first = page.plans("1.1", "một", "", "");
    page.plans("1.1", "hai", "", "");
    page.edit(Edit::RemoveStep("1.1".into(), first));
    page.undoes();
    let steps = page.requirement("1.1").answer.next_steps;
    assert_eq!(steps.iter().map(|step| step.task.as_str()).collect::<Vec<_>>(), ["một", "hai"]);
    page.edit(Edit::AddStep("1.1".into()));
    let blank = page.requirement("1.1").answer.next_steps[2].id.clone();
    page.edit(Edit::RemoveStep("1.1".into(), blank));
    assert!(page.notices().is_empty(), "an empty row goes without a word");
}

#[test]
fn typing_what_stands_there_already_is_no_edit() {
    let page = Machine::new().open();
    page.begins(NINH_KIEU);
    page.types(Field::AsOf, "30/6/2024");
    let before = page.assessment();
    page.types(Field::AsOf, "30/06/2024");
    page.edit(Edit::Status("1.1".into(), None));
    page.edit(Edit::SelfRating(SelfRating::default()));
    assert_eq!(page.assessment().revision, before.revision);
    assert_eq!(page.assessment().as_of.as_str(), "2024-06-30");
}

#[test]
fn choosing_a_unit_serves_the_directive_and_is_remembered() {
    let machine = Machine::new();
    let page = machine.open();
    let unit = page.unit(NINH_KIEU);
    page.send(Msg::ChooseUnit(unit.clone()));
    drop(page);
    let page = machine.open();
    assert_eq!(page.runtime.model().unit, Some(unit));
    page.send(Msg::AssessTask("1".into()));
    let id = page.open_draft();
    assert_eq!(page.runtime.model().route, Route::Draft(id.clone(), Section::Task("1".into())));
    page.send(Msg::Go(Route::Directive(None)));
    page.send(Msg::AssessTask("1".into()));
    assert_eq!(page.open_draft(), id, "the unit's draft is opened, not another begun");
}

#[test]
fn the_sample_is_whole_and_marked() {
    let page = Machine::new().open();
    page.send(Msg::OpenSample);
    let sample = page.assessment();
    assert!(sample.sample);
    let progress = draft_rows(&page.runtime.model(), false)[0].progress;
    assert_eq!((progress.answered, progress.in_scope), (4, 4));
    assert!(page.runtime.model().draft_of(&UnitRef { name: sample.unit.name, ..sample.unit }).is_none());
}

#[test]
fn the_directive_is_read_as_the_unit_of_the_draft_last_opened_and_the_sample_s_with_the_sample() {
    let page = Machine::new().open();
    let read_as = || views::read_as(&page.runtime.model());
    assert!(read_as().unit.is_none() && read_as().draft.is_none());
    page.send(Msg::OpenSample);
    let sample = page.open_draft();
    page.send(Msg::Go(Route::Directive(None)));
    assert_eq!(read_as().draft.as_deref(), Some(sample.as_str()));
    page.send(Msg::AssessTask("1".into()));
    assert_eq!(page.open_draft(), sample, "no real draft is begun for a unit that does not exist");
    page.send(Msg::Go(Route::Directive(None)));
    page.send(Msg::ChooseUnit(page.unit(NINH_KIEU)));
    assert_eq!(page.runtime.model().resumed(), Route::Drafts, "the sample's draft is not this unit's");
    page.send(Msg::Go(Route::Directive(Some("1.2".into()))));
    assert_eq!((read_as().draft, read_as().target.as_deref()), (None, Some("1.2")));
    assert_eq!(*page.focus.borrow(), "card-1.2");
    page.send(Msg::Focus("clause-1.2".into()));
    assert_eq!(*page.focus.borrow(), "clause-1.2");
}

#[test]
fn following_a_finding_goes_to_its_section_and_field() {
    let page = Machine::new().open();
    let id = page.begins(NINH_KIEU);
    page.send(Msg::Go(Route::Draft(id.clone(), Section::Export)));
    let place = FormPlace::Field(Field::Answer("1.2".into(), AnswerField::ObjectiveCauses));
    page.send(Msg::Follow(place.clone()));
    assert_eq!(page.runtime.model().route, Route::Draft(id.clone(), Section::Task("1".into())));
    assert_eq!(*page.focus.borrow(), place.dom_id());
    page.send(Msg::Follow(FormPlace::Field(Field::PeriodTo)));
    assert_eq!(page.runtime.model().route, Route::Draft(id, Section::General));
}

#[test]
fn a_long_document_is_drawn_slice_by_slice_and_printed_whole() {
    let page = Machine::new().open();
    let id = page.begins(NINH_KIEU);
    for _ in 0..2 * SLICE + 1 {
        page.edit(Edit::AddEvidence(None));
    }
    let drawn = || page.runtime.model().drawn;
    let document = Msg::Go(Route::Draft(id, Section::Print));
    assert_eq!(drawn(), ALL, "every other view is drawn as a whole");
    page.send(document.clone());
    for slices in [1, 2, 3, ALL] {
        assert_eq!(drawn(), slices);
        page.send(Msg::DrawMore);
    }
    page.send(Msg::Go(Route::Drafts));
    page.send(document);
    assert_eq!(drawn(), 1);
    page.send(Msg::Print);
    assert_eq!(drawn(), ALL);
}
