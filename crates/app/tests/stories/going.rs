//! The way through a draft, to the directive and back.

use crate::machine::{Machine, Page};
use app::views;
use app::views::overview::overview;
use app::views::sections::Walk;
use app::{Edit, Msg, Route, Section};
use domain::assessment::Status;
use domain::field::{AnswerField, Field, FormPlace, StepField};

const NINH_KIEU: &str = "Quận ủy Ninh Kiều";

fn requirement(id: &str) -> Section {
    Section::Requirement(id.into())
}

fn walk(page: &Page, section: Section) -> Walk {
    let id = page.runtime.model().current().unwrap().id.clone();
    page.send(Msg::Go(Route::Draft(id, section)));
    page.runtime.model().walk(&page.assessment())
}

#[test]
fn who_looks_something_up_finds_the_clause_and_comes_back_to_the_very_field() {
    let page = Machine::new().open();
    let id = page.begins(NINH_KIEU);
    let field = Field::Answer("1.3".into(), AnswerField::Limitations);
    let task = Route::Draft(id.clone(), Section::Task("1".into()));
    page.send(Msg::Go(task.clone()));
    page.send(Msg::Entered(id.clone(), field.clone()));
    page.send(Msg::Left);

    page.send(Msg::Arrived(Route::Directive(Some("1.3".into()))));
    assert_eq!(*page.focus.borrow(), "clause-1.3", "the clause on the sheet, not the card");
    assert_eq!(page.runtime.model().resumed(), task);
    let back = page.runtime.model().way_back().unwrap();
    assert_eq!(back, Route::Draft(id.clone(), requirement("1.3")));
    page.send(Msg::Arrived(back));
    assert_eq!(*page.focus.borrow(), field.dom_id());
    assert_eq!(page.runtime.model().way_back(), None);

    // It is still the field that the person was in, also where they went without touching anything; by the browser's way back, too.
    page.send(Msg::Arrived(Route::Directive(None)));
    page.send(Msg::Arrived(Route::Draft(id.clone(), Section::Task("1".into()))));
    assert_eq!(*page.focus.borrow(), field.dom_id());
    // Another requirement has nothing to do with it.
    page.send(Msg::Arrived(Route::Directive(Some("1.1".into()))));
    page.send(Msg::Arrived(Route::Draft(id.clone(), requirement("1.1"))));
    assert_eq!(*page.focus.borrow(), "requirement-1.1");
    // A part of a requirement is looked up where the document has the whole; a task at its first clause.
    page.send(Msg::Arrived(Route::Directive(Some("2.2.1".into()))));
    assert_eq!(*page.focus.borrow(), "clause-2.2");
    page.send(Msg::Go(task.clone()));
    page.send(Msg::Arrived(Route::Directive(Some("2".into()))));
    assert_eq!(*page.focus.borrow(), "clause-2.1");
    assert_eq!(page.runtime.model().way_back(), Some(task));
}

#[test]
fn the_assessment_goes_on_where_it_was_left_until_the_list_is_opened_or_the_draft_is_gone() {
    let page = Machine::new().open();
    assert_eq!(page.runtime.model().resumed(), Route::Drafts);
    let id = page.begins(NINH_KIEU);
    let closing = Route::Draft(id.clone(), Section::Closing);
    page.send(Msg::Go(closing.clone()));
    page.send(Msg::Go(Route::Directive(None)));
    assert_eq!(page.runtime.model().resumed(), closing);
    // From card to card within the directive.
    page.send(Msg::Go(Route::Directive(Some("1.1".into()))));
    assert_eq!(*page.focus.borrow(), "card-1.1");
    assert_eq!(page.runtime.model().resumed(), closing);
    page.send(Msg::DeleteDraft(id));
    assert_eq!(page.runtime.model().resumed(), Route::Drafts);
    page.undoes();
    assert_eq!(page.runtime.model().resumed(), closing);
    page.send(Msg::Go(Route::Drafts));
    page.send(Msg::Go(Route::Directive(None)));
    assert_eq!(page.runtime.model().resumed(), Route::Drafts);
}

#[test]
fn the_way_on_passes_over_what_does_not_concern_the_unit() {
    let page = Machine::new().open();
    page.begins(NINH_KIEU);
    let neighbours = |section: Section| page.runtime.model().neighbours(&section, &page.assessment());
    let task = |id: &str| Section::Task(id.into());
    assert_eq!(neighbours(Section::Overview), (None, Some(Section::General)));
    assert_eq!(neighbours(task("1")), (Some(Section::General), Some(Section::Evidence)));
    // One that is looked at all the same has its neighbours.
    assert_eq!(neighbours(task("3")), (Some(task("1")), Some(Section::Evidence)));
    assert_eq!(neighbours(Section::Export), (Some(Section::Closing), Some(Section::Report)));
    assert_eq!(neighbours(Section::Report), (Some(Section::Export), None));
    assert_eq!(neighbours(Section::Print), (None, None));

    assert_eq!(
        walk(&page, task("1")),
        Walk {
            before: Some(Section::General),
            here: requirement("1.1"),
            of: Some((1, 4)),
            after: Some(requirement("1.2"))
        }
    );
    let id = page.runtime.model().current().unwrap().id.clone();
    page.send(Msg::Entered(id, Field::Answer("1.3".into(), AnswerField::Results)));
    assert_eq!(page.runtime.model().walk(&page.assessment()).here, requirement("1.3"), "the person is there");
    let last = walk(&page, requirement("1.4"));
    assert_eq!((last.of, last.after), (Some((4, 4)), Some(Section::Evidence)));
    assert_eq!(walk(&page, Section::Evidence).before, Some(requirement("1.4")));
    page.edit(Edit::OptIn("3".into(), true));
    assert_eq!(walk(&page, Section::Evidence).before, Some(requirement("3.2")));
}

#[test]
fn each_requirement_says_its_status_and_whether_its_answer_is_whole() {
    let page = Machine::new().open();
    page.begins(NINH_KIEU);
    page.edit(Edit::Status("1.1".into(), Some(Status::InProgress)));
    page.answers("1.2", Status::OutOfScope, "");
    page.answers("1.3", Status::Done, "Đã ban hành kế hoạch.");
    page.edit(Edit::Text(Field::Answer("1.3".into(), AnswerField::NoEvidenceReason), "Đang số hóa.".into()));
    let lines = views::task_lines(&page.runtime.model(), &page.assessment());
    let lacks: Vec<Option<usize>> = lines[0].requirements.iter().map(|line| line.lacks).collect();
    // In progress without results, causes or steps; out of scope; whole; not answered.
    assert_eq!(lacks, [Some(2), None, Some(0), None]);
}

#[test]
fn the_overview_counts_what_concerns_the_unit_and_leads_on() {
    let page = Machine::new().open();
    page.begins(NINH_KIEU);
    page.answers("1.1", Status::Done, "x");
    page.answers("1.2", Status::OutOfScope, "");
    page.answers("1.3", Status::InProgress, "x");
    for (task, due) in [("sau", "1/10/2024"), ("không hạn", ""), ("trước", "30/9/2024"), ("", "1/1/2024")] {
        page.edit(Edit::AddStep("1.3".into()));
        let step = page.assessment().answers.get("1.3").unwrap().next_steps.last().unwrap().id.clone();
        page.edit(Edit::Text(Field::Step("1.3".into(), step.clone(), StepField::Task), task.into()));
        page.edit(Edit::Text(Field::Step("1.3".into(), step, StepField::Due), due.into()));
    }
    let shown = overview(&page.runtime.model(), &page.assessment());
    assert_eq!(
        shown.statuses,
        [(Some(Status::Done), 1), (Some(Status::InProgress), 1), (Some(Status::NotStarted), 0), (None, 1)]
    );
    let steps: Vec<&str> = shown.steps.iter().map(|due| due.step.task.as_str()).collect();
    assert_eq!(steps, ["trước", "sau", "không hạn"], "a step that says nothing is no step");
    assert_eq!(shown.next, Some(FormPlace::Status("1.4".into())), "first what has no answer at all");
    page.answers("1.4", Status::Done, "x");
    let next = overview(&page.runtime.model(), &page.assessment()).next;
    assert_eq!(next, Some(FormPlace::Field(Field::AsOf)), "then the first of what else is open");
}

#[test]
fn the_sample_is_opened_once_and_again() {
    let page = Machine::new().open();
    page.begins(NINH_KIEU);
    page.send(Msg::OpenSample);
    page.send(Msg::Go(Route::Drafts));
    page.send(Msg::OpenSample);
    let model = page.runtime.model();
    assert_eq!(model.drafts.len(), 2, "the unit's and the sample");
    assert!(model.current().unwrap().assessment.sample);
}
