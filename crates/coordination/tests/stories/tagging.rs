//! Tagging issues while reading, joining them, and choosing what goes into the report.

use crate::desk::{Desk, sample};
use coordination::filter::{IssuesFilter, ReadingFilter, UnitsFilter, reading_rows};
use coordination::issues::Issues;
use coordination::msg::{CsvTable, Effect, Msg, Tagging, Turn};
use coordination::narrowed::Narrowed;
use coordination::note::Note;
use coordination::parts::PROPOSALS;
use coordination::typed::Typed;
use coordination::undo::Changed;
use coordination::update::move_id;
use coordination::views::issues::{IssueLine, IssuesView};
use coordination::views::reading::{ReadPart, ReadText, ReadingView};
use coordination::views::report::{ReportShown, ReportView};
use coordination::views::units::UnitsView;
use gathering::excerpt::ExcerptKind;
use gathering::table::{Cell, Heading};
use report::document::Document;

fn desk() -> Desk {
    let mut desk = Desk::with_gathering("x");
    desk.take_in(sample());
    read_of(&mut desk, "1.2");
    to_limitation(&mut desk);
    desk
}

fn read_of(desk: &mut Desk, requirement: &str) {
    let path = [&desk.open().settings.id, "/doc/", requirement].concat();
    desk.go(&path);
}

fn text(desk: &Desk) -> ReadText {
    ReadingView::of(&desk.model).unwrap().text.unwrap()
}

/// The part that is chosen.
fn part(desk: &Desk) -> ReadPart {
    let text = text(desk);
    text.parts[text.part].clone()
}

fn tag(desk: &mut Desk, tagging: Tagging) {
    desk.send(Msg::Tag(tagging));
}

/// Reads on until a unit tells of a limitation, which is then chosen.
fn to_limitation(desk: &mut Desk) {
    loop {
        let kinds: Vec<ExcerptKind> = text(desk).parts.iter().map(|one| one.said.part.kind).collect();
        match kinds.iter().position(|kind| *kind == ExcerptKind::Limitation) {
            Some(at) => return tag(desk, Tagging::Part(at)),
            None => desk.send(Msg::ReadNext),
        }
    }
}

fn next_limitation(desk: &mut Desk) {
    desk.send(Msg::ReadNext);
    to_limitation(desk);
}

fn issues(desk: &Desk) -> Vec<IssueLine> {
    IssuesView::of(&desk.model).unwrap().lines
}

fn report(desk: &mut Desk) -> Document {
    let path = [&desk.open().settings.id, "/bao-cao"].concat();
    desk.go(&path);
    match ReportView::of(&desk.model).unwrap().shown {
        ReportShown::Document(document) => *document,
        other => panic!("{other:?}"),
    }
}

fn annex(document: &Document) -> Vec<Vec<Cell>> {
    let table = document.tables().find(|table| table.heading == Heading::Issues).unwrap();
    table.rows.iter().map(|row| row.cells.clone()).collect()
}

/// A tags what two units say in different words with one issue, in its own wording, and puts it into the report.
fn one_of_two(desk: &mut Desk) -> (String, [String; 2]) {
    tag(desk, Tagging::Ask(None));
    tag(desk, Tagging::Tag(None));
    let first = text(desk).unit;
    let id = part(desk).tags[0].issue.clone();
    next_limitation(desk);
    let second = text(desk).unit;
    tag(desk, Tagging::Ask(None));
    let picks = text(desk).picks.unwrap();
    assert_eq!((picks.len(), picks[0].units, picks[0].is_tagged), (1, 1, false));
    tag(desk, Tagging::Tag(Some(id.clone())));
    tag(desk, Tagging::Reword(id.clone(), " Thiếu nhân lực tham mưu ".into()));
    tag(desk, Tagging::InReport(id.clone(), true));
    (id, [first, second])
}

#[test]
fn the_keys_lead_to_the_picker_and_back_to_the_text() {
    let mut desk = desk();
    tag(&mut desk, Tagging::Ask(None));
    assert!(desk.asked.contains(&Effect::Focus("board-pick".into())));
    assert_eq!(text(&desk).picks, Some(Vec::new()), "there is no issue yet");
    let unit = text(&desk).unit;
    tag(&mut desk, Tagging::Close);
    assert_eq!(text(&desk).picks, None);
    assert_eq!(desk.asked.last(), Some(&Effect::Focus(["board-read-", &unit].concat())));
    // Whoever reads on asks no more, and stays with the same kind of part.
    tag(&mut desk, Tagging::Ask(None));
    next_limitation(&mut desk);
    assert_eq!((text(&desk).picks, part(&desk).said.part.kind), (None, ExcerptKind::Limitation));
    let at = text(&desk).part;
    tag(&mut desk, Tagging::NextPart);
    assert_eq!(text(&desk).part, (at + 1) % text(&desk).parts.len());
    tag(&mut desk, Tagging::Part(99));
    assert_eq!(text(&desk).part, (at + 1) % text(&desk).parts.len());
}

#[test]
fn several_wordings_are_one_issue_in_the_report_and_in_its_annex() {
    let mut desk = desk();
    let before = annex(&report(&mut desk)).len();
    read_of(&mut desk, "1.2");
    desk.send(Msg::FilterReading(ReadingFilter::default()));
    to_limitation(&mut desk);
    let (_, units) = one_of_two(&mut desk);
    let lines = issues(&desk);
    assert_eq!((lines.len(), lines[0].wording.as_str(), lines[0].in_report), (1, "Thiếu nhân lực tham mưu", true));
    assert_eq!(lines[0].units.iter().map(|unit| unit.0.clone()).collect::<Vec<_>>(), units);
    let document = report(&mut desk);
    let said: Vec<_> = document.paragraphs().filter(|one| one.text.contains("Thiếu nhân lực tham mưu")).collect();
    assert_eq!(said.len(), 1);
    assert!(said[0].id.starts_with("limitations/item/") && said[0].text.contains("2 đơn vị"), "{said:?}");
    let rows = annex(&document);
    assert_eq!(rows.len(), before - 1, "two rows are one");
    let of_it = rows.iter().find(|row| row.contains(&Cell::Text("Thiếu nhân lực tham mưu".into()))).unwrap();
    assert!(of_it.contains(&Cell::Text("1.2".into())));
    assert!(matches!(&of_it[3], Cell::Count(units) if units.len() == 2), "{of_it:?}");
    // Whoever opens it finds it so.
    assert_eq!(issues(&desk.another('b')), issues(&desk));
    // What is put under it again is not.
    read_of(&mut desk, "1.2");
    tag(&mut desk, Tagging::Ask(None));
    let id = part(&desk).tags[0].issue.clone();
    tag(&mut desk, Tagging::Tag(Some(id)));
    assert_eq!((part(&desk).tags, issues(&desk)[0].units.len()), (Vec::new(), 1));
    desk.undo();
    assert_eq!((desk.open().undo.last(), issues(&desk)[0].units.len()), (Some(Changed::InReport), 2));
}

#[test]
fn one_text_is_chosen_and_taken_out_again() {
    let mut desk = desk();
    let words = part(&desk).said.text;
    tag(&mut desk, Tagging::Choose(None));
    assert!(part(&desk).in_report() && part(&desk).tags[0].wording == words);
    tag(&mut desk, Tagging::Choose(None));
    assert_eq!((part(&desk).tags, issues(&desk)), (Vec::new(), Vec::new()), "nothing is left of it");
    desk.undo();
    desk.undo();
    assert!(part(&desk).tags.is_empty());
    // What was worked on stays, and only goes out of the report.
    tag(&mut desk, Tagging::Choose(None));
    let id = part(&desk).tags[0].issue.clone();
    tag(&mut desk, Tagging::Reword(id.clone(), "Lời khác".into()));
    tag(&mut desk, Tagging::Reword(id, "  ".into()));
    tag(&mut desk, Tagging::Choose(None));
    assert_eq!((part(&desk).tags[0].wording.as_str(), part(&desk).in_report()), ("Lời khác", false));
    tag(&mut desk, Tagging::Choose(None));
    assert!(part(&desk).in_report());
    let part_of = part(&desk).said.part;
    let id = part(&desk).tags[0].issue.clone();
    tag(&mut desk, Tagging::Untag(part_of, id));
    assert_eq!((part(&desk).tags, issues(&desk)[0].units.len()), (Vec::new(), 0));
}

#[test]
fn two_issues_are_joined_in_one_step_and_come_apart_in_one() {
    let mut desk = desk();
    tag(&mut desk, Tagging::Choose(None));
    let (one, first) = (part(&desk).tags[0].issue.clone(), text(&desk).unit);
    next_limitation(&mut desk);
    tag(&mut desk, Tagging::Ask(None));
    tag(&mut desk, Tagging::Tag(None));
    let (other, second) = (part(&desk).tags[0].issue.clone(), text(&desk).unit);
    let before = issues(&desk);
    assert_eq!((before.len(), before[0].others.len()), (2, 1));
    tag(&mut desk, Tagging::Join(one.clone(), other.clone()));
    let joined = issues(&desk);
    assert_eq!((joined.len(), joined[0].id.as_str(), joined[0].in_report), (1, other.as_str(), true));
    assert_eq!(joined[0].units.iter().map(|unit| unit.0.as_str()).collect::<Vec<_>>(), [first.as_str(), &second]);
    // A colleague's tag with the one is one with the other.
    read_of(&mut desk, "1.2");
    next_limitation(&mut desk);
    tag(&mut desk, Tagging::Ask(None));
    tag(&mut desk, Tagging::Tag(Some(one)));
    assert_eq!(part(&desk).tags[0].issue, other);
    tag(&mut desk, Tagging::Ask(None));
    tag(&mut desk, Tagging::Tag(Some(other.clone())));
    assert!(part(&desk).tags.is_empty(), "by whichever id it was tagged");
    while desk.open().undo.last() != Some(Changed::Joined) {
        desk.undo();
    }
    desk.undo();
    assert_eq!(issues(&desk), before);
    tag(&mut desk, Tagging::Remove(other));
    assert_eq!(issues(&desk).len(), 1);
    desk.undo();
    assert_eq!(issues(&desk), before);
}

#[test]
fn only_issues_of_one_kind_and_requirement_are_joined() {
    let mut desk = desk();
    tag(&mut desk, Tagging::Choose(None));
    let one = part(&desk).tags[0].issue.clone();
    tag(&mut desk, Tagging::Part(0));
    assert_eq!(part(&desk).said.part.kind, ExcerptKind::Result);
    tag(&mut desk, Tagging::Choose(None));
    let other = part(&desk).tags[0].issue.clone();
    let before = issues(&desk);
    tag(&mut desk, Tagging::Join(one.clone(), other));
    tag(&mut desk, Tagging::Join(one.clone(), one.clone()));
    tag(&mut desk, Tagging::Join(one, "gone".into()));
    assert_eq!(issues(&desk), before);
    assert!(before.iter().all(|line| line.others.is_empty()));
}

#[test]
fn proposals_are_read_and_get_the_level_that_they_lack() {
    let mut desk = desk();
    let open = |desk: &Desk| -> u32 {
        let count = &desk.open().count.summary;
        count.proposals_to(u32::try_from(desk.model.directive.proposal_levels.len()).unwrap()).total()
    };
    let all = open(&desk);
    read_of(&mut desk, PROPOSALS);
    let view = ReadingView::of(&desk.model).unwrap();
    assert_eq!(view.requirement.as_deref(), Some(PROPOSALS));
    assert!(view.read.1 > 3 && view.lines.iter().all(|line| line.status.is_none()));
    let is_open = |one: &ReadPart| one.said.level.is_empty();
    while !text(&desk).parts.iter().any(is_open) {
        desk.send(Msg::ReadNext);
    }
    let lacking = text(&desk).parts.into_iter().find(is_open).unwrap().said;
    let unit = text(&desk).unit;
    let level = desk.model.directive.proposal_levels[1].clone();
    tag(&mut desk, Tagging::LevelOf(lacking.part, level.id.clone()));
    let line = issues(&desk).pop().unwrap();
    assert_eq!(
        (line.kind, line.level.as_str(), line.wording),
        (ExcerptKind::Proposal, &*level.id, lacking.text.clone())
    );
    assert_eq!((line.units.len(), line.units[0].0.as_str(), line.in_report), (1, &*unit, false));
    tag(&mut desk, Tagging::InReport(line.id, true));
    let document = report(&mut desk);
    let row = annex(&document)
        .into_iter()
        .find(|row| row.contains(&Cell::Text(lacking.text.clone())) && row.contains(&Cell::Text(level.name.clone())));
    assert!(row.is_some(), "it stands with its level");
    let blocks: Vec<&str> = document.blocks().map(|block| block.id.as_str()).collect();
    assert!(blocks.contains(&["proposals/list/", &level.id].concat().as_str()), "{blocks:?}");
    let open_now = document.paragraphs().find(|one| one.id == "proposals/count/open").unwrap();
    assert!(open_now.text.contains(&(all - 1).to_string()), "{}: {}", all, open_now.text);
    assert_eq!(open(&desk), all, "what units say is counted as they say it");
}

#[test]
fn what_no_unit_says_any_more_is_left_out_of_the_report_and_said() {
    let mut desk = desk();
    tag(&mut desk, Tagging::Choose(None));
    let (id, unit) = (part(&desk).tags[0].issue.clone(), text(&desk).unit);
    assert_eq!(report(&mut desk).left_out, Vec::<String>::new());
    let row = desk.open().count.units.row_of(&unit).unwrap();
    let files = desk.open().count.standing.rows[row as usize].counting.clone();
    for at in files {
        let file = desk.open().taken[at as usize].received.clone();
        desk.leave_out(&file, "thử");
    }
    // Another file of the unit may count now.
    let still = desk.open().count.summary.units.has(row);
    assert_eq!(report(&mut desk).left_out.is_empty(), still);
    assert_eq!(issues(&desk)[0].units.is_empty(), !still);
    assert!(!still, "choose another unit for this story: {unit} {id}");
}

/// The sample, with the wordings of what is listed in order, and of what its report lists.
fn in_order(desk: &Desk) -> (Vec<String>, Vec<String>) {
    let shown = issues(desk).into_iter().map(|one| one.wording).collect();
    let open = desk.open();
    let chosen = Issues::of(&open.notes).chosen(&desk.model.directive, &open.count.units, &open.count.summary.units);
    (shown, chosen.list.into_iter().map(|one| one.text).collect())
}

#[test]
fn issues_are_put_in_another_order_for_the_list_and_the_report() {
    let mut desk = Desk::new();
    desk.send(Msg::OpenSample);
    let alike = issues(&desk).into_iter().find(|one| one.place == (1, 3)).unwrap();
    let filter = IssuesFilter { kind: Some(alike.kind), requirement: alike.requirement, ..IssuesFilter::default() };
    desk.send(Msg::FilterIssues(filter.clone()));
    let lines = issues(&desk);
    let ids: Vec<String> = lines.iter().map(|one| one.id.clone()).collect();
    ids.iter().for_each(|id| tag(&mut desk, Tagging::InReport(id.clone(), true)));
    let before = in_order(&desk);
    tag(&mut desk, Tagging::Move(ids[2].clone(), Turn::Up));
    assert_eq!(desk.asked.last(), Some(&Effect::Focus(move_id(&ids[2], Turn::Up))));
    tag(&mut desk, Tagging::Move(ids[2].clone(), Turn::Up));
    // At an end nothing is moved, and nothing is to be undone.
    tag(&mut desk, Tagging::Move(ids[2].clone(), Turn::Up));
    let moved: Vec<String> = issues(&desk).into_iter().map(|one| one.id).collect();
    assert_eq!(moved, [ids[2].clone(), ids[0].clone(), ids[1].clone()]);
    assert_eq!(issues(&desk).iter().map(|one| one.place).collect::<Vec<_>>(), [(1, 3), (2, 3), (3, 3)]);
    let (shown, chosen) = in_order(&desk);
    assert!(chosen.windows(3).any(|three| three == shown), "{chosen:?}");
    let mut another = desk.another('b');
    another.send(Msg::FilterIssues(filter));
    assert_eq!(in_order(&another), in_order(&desk));
    // What the list does not show keeps its place: the last goes past the one that is shown.
    tag(&mut desk, Tagging::InReport(ids[0].clone(), false));
    desk.send(Msg::FilterIssues(IssuesFilter { only_in_report: true, ..desk.model.issues_filter.clone() }));
    tag(&mut desk, Tagging::Move(ids[1].clone(), Turn::Up));
    desk.send(Msg::FilterIssues(IssuesFilter { only_in_report: false, ..desk.model.issues_filter.clone() }));
    let moved: Vec<String> = issues(&desk).into_iter().map(|one| one.id).collect();
    assert_eq!(moved, [ids[1].clone(), ids[2].clone(), ids[0].clone()]);
    (0..4).for_each(|_| desk.undo());
    assert_eq!(in_order(&desk), before);
    assert_ne!(desk.open().undo.last(), Some(Changed::Order));
}

#[test]
fn an_issue_that_is_to_come_keeps_its_place_in_the_order() {
    let mut desk = Desk::new();
    desk.send(Msg::OpenSample);
    let first = issues(&desk).into_iter().find(|one| one.place == (1, 3)).unwrap();
    tag(&mut desk, Tagging::Move(first.id.clone(), Turn::Down));
    let order = |desk: &Desk| desk.open().notes.iter().find(|note| note.order.is_some()).cloned().unwrap();
    let (mut note, id) = (order(&desk), desk.open().settings.id.clone());
    note.order.as_mut().unwrap().issues.push("to-come".into());
    note.revision += 1;
    desk.send(Msg::Opened(coordination::msg::Opening { id, notes: vec![note], ..Default::default() }));
    tag(&mut desk, Tagging::Move(first.id.clone(), Turn::Up));
    let named = order(&desk).order.unwrap().issues;
    assert_eq!((named.len(), &named[0], named[3].as_str()), (4, &first.id, "to-come"));
}

#[test]
fn units_are_filtered_by_what_they_say_of_an_issue() {
    let mut desk = Desk::new();
    desk.send(Msg::OpenSample);
    let issue = issues(&desk).into_iter().find(|one| one.units.len() > 1).unwrap();
    desk.send(Msg::FilterUnits(UnitsFilter { issue: issue.id.clone(), ..UnitsFilter::default() }));
    let shown = UnitsView::of(&desk.model).unwrap();
    assert!(shown.issues.iter().any(|(id, _, wording)| (id, wording) == (&issue.id, &issue.wording)));
    let units = |shown: &UnitsView| shown.rows.iter().map(|row| row.unit.clone()).collect::<Vec<_>>();
    assert_eq!(units(&shown), issue.units.iter().map(|unit| unit.0.clone()).collect::<Vec<_>>());
    desk.send(Msg::ExportCsv(CsvTable::Units));
    assert_eq!(desk.handed_out.pop().unwrap().1.rows.len(), issue.units.len());
    assert_eq!(desk.narrowed, [Narrowed::Issue(issue.wording)]);
    // One that was joined is the other.
    let is_other =
        |one: &&IssueLine| (one.kind, &one.requirement) == (issue.kind, &issue.requirement) && one.id != issue.id;
    let other = issues(&desk).iter().find(is_other).unwrap().id.clone();
    tag(&mut desk, Tagging::Join(issue.id, other.clone()));
    assert_eq!(UnitsView::of(&desk.model).unwrap().filter.issue, other);
    // One that was taken away filters nothing.
    tag(&mut desk, Tagging::Remove(other));
    let shown = UnitsView::of(&desk.model).unwrap();
    assert_eq!((shown.filter, shown.shown), (UnitsFilter::default(), desk.open().count.units.rows.len()));
}

#[test]
fn the_list_is_filtered_and_handed_out() {
    let mut desk = Desk::new();
    desk.send(Msg::OpenSample);
    let all = IssuesView::of(&desk.model).unwrap();
    assert!(all.shown > 5 && all.in_report > 2, "the sample has some");
    assert!(all.lines.iter().any(|line| line.units.len() > 3));
    assert_eq!(desk.open().undo.last(), None, "they are no change of the officer's");
    assert_eq!(issues(&desk.another('b')), all.lines);
    let filter = IssuesFilter { words: "thieu nhan luc".into(), ..IssuesFilter::default() };
    desk.send(Msg::FilterIssues(filter));
    assert_eq!(IssuesView::of(&desk.model).unwrap().shown, 1);
    let filter = IssuesFilter { kind: Some(ExcerptKind::Proposal), only_in_report: true, ..IssuesFilter::default() };
    desk.send(Msg::FilterIssues(filter));
    let shown = IssuesView::of(&desk.model).unwrap();
    assert!(shown.shown > 0 && shown.lines.iter().all(|one| one.in_report && one.kind == ExcerptKind::Proposal));
    desk.send(Msg::ExportCsv(CsvTable::Issues));
    let (name, table) = desk.handed_out.pop().unwrap();
    assert!(name.contains("van-de_da-loc") && name.contains("ban-mau"), "{name}");
    assert_eq!(table.rows.len(), shown.shown);
    assert!(table.rows.iter().all(|row| row.cells.contains(&Cell::Cross(true))));
}

#[test]
fn a_later_file_that_says_something_else_is_told() {
    let mut desk = desk();
    tag(&mut desk, Tagging::Choose(None));
    assert!(part(&desk).tags[0].is_same);
    let mut note = desk.open().notes.iter().find(|note| note.tag.is_some()).unwrap().clone();
    let tagged = note.tag.as_mut().unwrap();
    (tagged.sha256, tagged.said) = ("0".repeat(64), "0".repeat(24));
    note.revision += 1;
    let id = desk.open().settings.id.clone();
    desk.send(Msg::Opened(coordination::msg::Opening { id, notes: vec![note], ..Default::default() }));
    assert!(!part(&desk).tags[0].is_same);
    assert!(issues(&desk)[0].units[0].2, "it was tagged in another file");
    // It is about the same: the tag is renewed, not taken away.
    let issue = part(&desk).tags[0].issue.clone();
    tag(&mut desk, Tagging::Ask(None));
    tag(&mut desk, Tagging::Tag(Some(issue)));
    assert!(part(&desk).tags[0].is_same && !issues(&desk)[0].units[0].2);
    assert!(!reading_rows(&desk.model).is_empty());
}

#[test]
fn what_was_taken_away_does_not_come_back_with_a_colleagues_bundle() {
    let mut desk = desk();
    let (id, [_, second]) = one_of_two(&mut desk);
    let theirs: Vec<Note> = desk.open().notes.iter().cloned().collect();
    let before = issues(&desk);
    let join = |desk: &mut Desk| {
        let id = desk.open().settings.id.clone();
        desk.send(Msg::Opened(coordination::msg::Opening { id, notes: theirs.clone(), ..Default::default() }));
    };
    read_of(&mut desk, "1.2");
    desk.send(Msg::FilterReading(ReadingFilter { unit: second, ..ReadingFilter::default() }));
    let of = text(&desk).parts.into_iter().find(|part| !part.tags.is_empty()).unwrap().said.part;
    tag(&mut desk, Tagging::Untag(of, id.clone()));
    join(&mut desk);
    assert_eq!(issues(&desk)[0].units.len(), 1);
    tag(&mut desk, Tagging::Remove(id));
    join(&mut desk);
    assert_eq!(issues(&desk), Vec::new());
    assert_eq!(issues(&desk.another('b')), Vec::new(), "it is on the disk");
    // Taken back, it is there, wherever the removal has come to.
    let removed: Vec<Note> = desk.open().notes.iter().cloned().collect();
    desk.undo();
    desk.undo();
    assert_eq!(issues(&desk), before);
    let id = desk.open().settings.id.clone();
    desk.send(Msg::Opened(coordination::msg::Opening { id, notes: removed, ..Default::default() }));
    assert_eq!(issues(&desk), before);
}

#[test]
fn the_sample_gets_no_issues_again_once_all_were_taken_away() {
    let mut desk = Desk::new();
    desk.send(Msg::OpenSample);
    for line in issues(&desk) {
        tag(&mut desk, Tagging::Remove(line.id));
    }
    assert_eq!(issues(&desk.another('b')), Vec::new());
}

#[test]
fn a_wording_that_is_being_typed_outlives_its_page() {
    let mut desk = desk();
    let (id, _) = one_of_two(&mut desk);
    desk.types(&Typed::wording(&id), "Thiếu cán bộ tham mưu", 30);
    desk.pass(150);
    let after = desk.another('b');
    let wordings: Vec<String> = issues(&after).into_iter().map(|one| one.wording).collect();
    assert_eq!(wordings, ["Thiếu cán bộ tham mưu"]);
}
