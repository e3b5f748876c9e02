//! The page around the element: its attributes, its events, and a directive and a roster of its own.

use crate::machine::{Machine, Page};
use app::msg::ExportOutcome;
use app::notice::NoticeKind;
use app::review::ReviewFinding;
use app::{Host, HostError, HostEvent, HostView, Msg, Route, Section, ShownBoard};
use domain::assessment::Status;
use domain::content;
use domain::directive::Directive;
use domain::lang::Lang;
use domain::roster::Roster;
use exchange::Refusal;
use storage::StoreFault;

fn ours() -> (Directive, Roster) {
    content::read(None, None).unwrap()
}

fn theirs() -> (Directive, Roster) {
    let directive = include_bytes!("../../../../tests/fixtures/other-directive.json");
    content::read(Some(directive), Some(include_bytes!("../../../../tests/fixtures/other-roster.json"))).unwrap()
}

fn open(machine: &Machine, (directive, roster): (Directive, Roster), host: Host) -> Page {
    machine.open_as(directive.into(), roster.into(), host)
}

fn told(page: &Page) -> Vec<HostEvent> {
    page.told.borrow_mut().drain(..).collect()
}

#[test]
fn an_officer_answers_on_another_directive() {
    let machine = Machine::new();
    let page = open(&machine, theirs(), Host::default());
    let id = page.begins("Phòng Văn thư");
    page.answers("1.1", Status::Done, "Đã kiểm kê 1.200 hồ sơ.");
    page.answers("2.1", Status::InProgress, "Đã soạn tài liệu hướng dẫn.");
    page.wait(200);
    assert!(page.is_saved());
    page.send(Msg::Export(id));
    let (name, text) = machine.last_download();
    assert!(name.starts_with("27-KH-UBND_Phong-Van-thu_"), "{name}");
    assert!(text.contains(r#""directive":{"edition":"2026-02-10","id":"27/KH-UBND"}"#));
    // Task 4 is another unit's alone.
    let sections = page.runtime.model().sections();
    assert_eq!(sections.iter().filter(|section| matches!(section, Section::Task(_))).count(), 5);

    let page = open(&machine, ours(), Host::default());
    page.send(Msg::FileRead(name, text.into_bytes()));
    let finding = page.runtime.model().reviews[0].finding.clone();
    assert!(matches!(finding, ReviewFinding::Refused(Refusal::OtherDirective(id), _) if id == "27/KH-UBND"));
}

#[test]
fn the_sample_is_offered_for_its_directive_alone() {
    let machine = Machine::new();
    for (content, drafts) in [(ours(), 1), (theirs(), 0)] {
        let page = open(&machine, content, Host::default());
        page.send(Msg::OpenSample);
        assert_eq!((page.runtime.model().drafts.len(), page.runtime.model().has_sample()), (drafts, drafts == 1));
    }
}

#[test]
fn a_unit_that_the_roster_does_not_have_is_not_taken_from_the_settings() {
    let machine = Machine::new();
    let page = machine.open();
    page.send(Msg::ChooseUnit(page.unit("Quận ủy Ninh Kiều")));
    assert!(machine.open().runtime.model().unit.is_some());
    assert_eq!(open(&machine, theirs(), Host::default()).runtime.model().unit, None);
}

#[test]
fn the_attributes_say_as_whom_and_where_one_begins() {
    let machine = Machine::new();
    let host = Host { lang: Some(Lang::En), unit: "ban-tuyen-giao".into(), task: "3.1".into(), ..Host::default() };
    let page = open(&machine, ours(), host.clone());
    assert_eq!(page.runtime.model().lang, Lang::En);
    assert_eq!(page.runtime.model().unit.as_ref().unwrap().name, "Ban Tuyên giáo Thành ủy");
    assert_eq!(page.runtime.model().route, Route::Directive(Some("3.1".into())));
    assert_eq!((page.focus.borrow().as_str(), told(&page)), ("", vec![]), "a page that loads keeps its focus");

    // Without a draft there is nothing to be at; with one it is the unit's.
    let host = Host { view: Some(HostView::Assessment), ..host };
    page.send(Msg::Host(host.clone()));
    assert_eq!(page.runtime.model().route, Route::Drafts);
    let id = page.begins("Ban Tuyên giáo Thành ủy");
    for (task, section) in
        [("3", Section::Task("3".into())), ("1.2", Section::Requirement("1.2".into())), ("", Section::General)]
    {
        page.send(Msg::Host(Host { task: task.into(), ..host.clone() }));
        assert_eq!(page.runtime.model().route, Route::Draft(id.clone(), section));
    }
    page.send(Msg::Host(Host::default()));
    assert_eq!(page.runtime.model().lang, Lang::En, "what asks for nothing changes nothing");

    told(&page);
    page.send(Msg::GoTo("2".into()));
    assert_eq!(page.runtime.model().route, Route::Draft(id, Section::Task("2".into())));
    assert_eq!(told(&page), [], "the host knows what it did itself");
    page.send(Msg::Go(Route::Directive(None)));
    assert_eq!(told(&page), [HostEvent::Change { edited: false }]);
    page.send(Msg::GoTo("2.2.1".into()));
    assert_eq!(page.runtime.model().route, Route::Directive(Some("2.2.1".into())));
}

#[test]
fn what_an_attribute_names_and_is_not_there_is_told() {
    let host = Host { unit: "khong-co".into(), task: "9".into(), ..Host::default() };
    let page = open(&Machine::new(), ours(), host);
    let errors = [HostError::UnknownUnit("khong-co".into()), HostError::UnknownPlace("9".into())];
    assert_eq!(told(&page), errors.map(HostEvent::Error));
    assert_eq!((page.runtime.model().unit.clone(), page.runtime.model().route.clone()), (None, Route::Directive(None)));
}

#[test]
fn what_can_only_be_read_cannot_be_changed() {
    let machine = Machine::new();
    let page = machine.open();
    let id = page.begins("Quận ủy Ninh Kiều");
    page.answers("1.1", Status::Done, "Đã làm.");
    page.wait(200);
    let file = {
        page.send(Msg::Export(id.clone()));
        machine.last_download().1
    };
    page.wait(200);
    let before = machine.0.borrow().journal.clone();

    let page = open(&machine, ours(), Host { readonly: true, ..Host::default() });
    page.send(Msg::Go(Route::Draft(id.clone(), Section::General)));
    page.answers("1.1", Status::NotStarted, "khác");
    page.send(Msg::DeleteDraft(id.clone()));
    page.send(Msg::StartDraft(page.unit("Quận ủy Ô Môn")));
    page.send(Msg::FileRead("a.json".into(), file.into_bytes()));
    page.send(Msg::AssessTask("1".into()));
    page.wait(1000);
    assert_eq!(page.results("1.1"), "Đã làm.");
    assert!(page.runtime.model().reviews.is_empty());
    assert_eq!(machine.0.borrow().journal, before);
    // The host takes it back while the page is open.
    page.send(Msg::Host(Host::default()));
    page.answers("1.1", Status::Done, "Đã làm xong.");
    assert_eq!(page.results("1.1"), "Đã làm xong.");
}

#[test]
fn the_host_hears_of_edits_saves_conflicts_and_failures() {
    let machine = Machine::new();
    let page = machine.open();
    let id = page.begins("Quận ủy Ninh Kiều");
    told(&page);
    page.answers("1.1", Status::Done, "");
    page.wait(200);
    let heard = told(&page);
    assert!(heard.contains(&HostEvent::Change { edited: true }), "{heard:?}");
    assert_eq!(heard.last(), Some(&HostEvent::Save(id.clone())));

    let other = machine.open();
    other.send(Msg::Go(Route::Draft(id.clone(), Section::General)));
    other.answers("1.1", Status::InProgress, "Đang làm.");
    other.wait(200);
    page.answers("1.1", Status::NotStarted, "");
    page.wait(1000);
    let copy = page.open_draft();
    assert!(told(&page).contains(&HostEvent::Conflict(id, copy)));

    machine.0.borrow_mut().journal_fault = Some(StoreFault::Full);
    machine.0.borrow_mut().mirror_fault = Some(StoreFault::Full);
    page.answers("1.2", Status::Done, "");
    page.wait(10_000);
    let failures =
        told(&page).iter().filter(|told| **told == HostEvent::Error(HostError::NotSaved(StoreFault::Full))).count();
    assert_eq!(failures, 1, "told once, however often it is tried");
}

#[test]
fn a_file_that_the_host_takes_counts_as_exported_and_one_that_it_declines_does_not() {
    let machine = Machine::new();
    let page = machine.open();
    let id = page.begins("Quận ủy Ninh Kiều");
    let content = || Box::new(page.assessment());
    page.send(Msg::Exported(id.clone(), content(), ExportOutcome::Declined("Hết phiên làm việc.".into())));
    assert_eq!(page.notices(), [NoticeKind::ExportDeclined("Hết phiên làm việc.".into())]);
    assert_eq!(page.runtime.model().draft(&id).unwrap().exported, None);

    page.send(Msg::Export(id.clone()));
    let mark = page.runtime.model().draft(&id).unwrap().exported.clone().unwrap();
    page.send(Msg::Exported(id.clone(), content(), ExportOutcome::Taken { mark: mark.clone(), oversize: false }));
    assert!(
        page.notices().iter().any(|notice| matches!(notice, NoticeKind::Taken(file, _) if *file == mark.file_name))
    );
    assert_eq!(page.runtime.model().draft(&id).unwrap().exported, Some(mark));
}

/// What the board was asked to show since it was asked last.
fn boards(page: &Page) -> Vec<Option<ShownBoard>> {
    page.boards.borrow_mut().drain(..).collect()
}

fn board(place: &str, lang: Lang) -> Option<ShownBoard> {
    Some(ShownBoard { place: place.into(), lang, heading_level: 0 })
}

#[test]
fn the_board_is_told_where_it_is_in_which_language_and_when_it_was_left() {
    let page = Machine::new().open();
    page.send(Msg::Go(Route::Board(String::new())));
    assert_eq!(boards(&page), [board("", Lang::Vi)]);
    assert_eq!(*page.focus.borrow(), app::BOARD_DOM_ID);
    page.send(Msg::Go(Route::parse("/tong-hop/don-vi/so-tai-chinh")));
    page.send(Msg::Arrived(Route::Board(String::new())));
    page.send(Msg::SetLang(Lang::En));
    assert_eq!(boards(&page), [board("don-vi/so-tai-chinh", Lang::Vi), board("", Lang::Vi), board("", Lang::En)]);
    // What changes nothing in it is not its business.
    page.send(Msg::Hidden);
    page.send(Msg::Go(Route::Board(String::new())));
    assert_eq!(boards(&page), []);
    page.send(Msg::Host(Host { heading_level: 3, ..Host::default() }));
    assert_eq!(boards(&page), [board("", Lang::En).map(|board| ShownBoard { heading_level: 3, ..board })]);
    page.send(Msg::Go(Route::Directive(None)));
    page.send(Msg::SetLang(Lang::Vi));
    assert_eq!(boards(&page), [None]);
}

#[test]
fn a_page_may_begin_at_the_board() {
    let page = Machine::new().open();
    page.send(Msg::Host(Host { view: Some(HostView::Board), ..Host::default() }));
    assert_eq!(page.runtime.model().route, Route::Board(String::new()));
    assert_eq!(page.runtime.model().place(), (HostView::Board, ""));
    page.send(Msg::GoTo("2".into()));
    assert_eq!(page.runtime.model().route, Route::Directive(Some("2".into())));
    // Set before the stores were read, it takes no focus.
    let page = open(&Machine::new(), ours(), Host { view: HostView::named("board"), ..Host::default() });
    assert_eq!((page.runtime.model().route.clone(), page.focus.borrow().as_str()), (Route::Board(String::new()), ""));
    assert_eq!(boards(&page), [board("", Lang::Vi)]);
}

#[test]
fn who_looks_at_the_board_comes_back_to_the_draft() {
    let page = Machine::new().open();
    let id = page.begins("Quận ủy Ninh Kiều");
    let task = Route::Draft(id, Section::Task("1".into()));
    page.send(Msg::Go(task.clone()));
    page.send(Msg::Go(Route::Board(String::new())));
    assert_eq!(page.runtime.model().resumed(), task);
    page.send(Msg::Go(Route::Directive(None)));
    assert_eq!(page.runtime.model().resumed(), task);
}
