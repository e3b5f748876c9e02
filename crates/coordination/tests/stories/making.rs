//! Documents and workbooks: made once what units say was read, told of, given up.

use crate::desk::{Desk, sample};
use coordination::msg::{Effect, Msg, SettingsEdit};
use coordination::notice::NoticeKind;
use coordination::office::{Material, OfficeFault, OfficeFile};
use coordination::views::office::OfficeView;
use gathering::table::Heading;
use report::document::Document;

/// A gathering with the sample, at its first screen.
fn at_overview() -> Desk {
    let mut desk = Desk::with_gathering("6 tháng");
    desk.take_in(sample());
    desk
}

/// What was asked for last: its number, the name of the file, and of what it is made.
fn asked(desk: &Desk) -> (u32, OfficeFile, String, Material) {
    let asked = desk.asked.iter().rev().find_map(|effect| match effect {
        Effect::HandOutOffice(number, file, name, material) => Some((*number, *file, name.clone(), *material.clone())),
        _ => None,
    });
    asked.expect("nothing was asked for")
}

fn count(desk: &Desk) -> usize {
    desk.asked.iter().filter(|effect| matches!(effect, Effect::HandOutOffice(..))).count()
}

fn view(desk: &Desk) -> OfficeView {
    OfficeView::of(&desk.model).unwrap()
}

fn told(desk: &Desk) -> Vec<NoticeKind> {
    desk.model.notices.iter().map(|notice| notice.kind.clone()).collect()
}

fn document(desk: &Desk) -> Document {
    desk.open().document(&desk.model).unwrap()
}

#[test]
fn a_workbook_is_made_from_the_first_screen_once_what_units_say_was_read() {
    let mut desk = at_overview();
    desk.send(Msg::ExportOffice(OfficeFile::Workbook));
    let (number, file, name, material) = asked(&desk);
    assert_eq!(file, OfficeFile::Workbook);
    assert_eq!(name, ["1022-CV-TU_6-thang_so-lieu-tong-hop_", &desk.model.today().to_iso(), ".xlsx"].concat());
    assert_eq!(material.document, document(&desk));
    assert_eq!(material.name, "6 tháng");
    let headings: Vec<Heading> = material.lists.iter().map(|table| table.heading).collect();
    assert_eq!(headings, [Heading::Units, Heading::Files]);
    assert_eq!(view(&desk).making, Some(OfficeFile::Workbook));
    desk.send(Msg::OfficeTold(number, (3, 7)));
    assert_eq!(view(&desk).rows, Some((3, 7)));
    desk.send(Msg::OfficeMade(number, Ok(0)));
    assert_eq!((view(&desk).making, told(&desk).last()), (None, Some(&NoticeKind::HandedOut)));
}

#[test]
fn the_lists_of_a_workbook_are_whole_whatever_a_filter_shows() {
    let mut desk = at_overview();
    let filter = coordination::filter::UnitsFilter { words: "Ninh Kiều".into(), ..Default::default() };
    desk.send(Msg::FilterUnits(filter));
    desk.send(Msg::ExportOffice(OfficeFile::Workbook));
    assert_eq!(asked(&desk).3.lists[0].rows.len(), desk.open().count.units.rows.len());
}

#[test]
fn one_file_is_made_at_a_time_and_the_document_has_no_lists() {
    let mut desk = at_overview();
    desk.send(Msg::ExportOffice(OfficeFile::Document));
    desk.send(Msg::ExportOffice(OfficeFile::Workbook));
    let (number, file, name, material) = asked(&desk);
    assert_eq!((count(&desk), file), (1, OfficeFile::Document));
    assert!(name.ends_with(".docx") && material.lists.is_empty());
    desk.send(Msg::OfficeMade(number, Ok(2)));
    assert_eq!(told(&desk).last(), Some(&NoticeKind::HandedOutReplaced(2)));
    desk.send(Msg::ExportOffice(OfficeFile::Workbook));
    assert_eq!((count(&desk), asked(&desk).1), (2, OfficeFile::Workbook));
}

#[test]
fn what_cannot_be_made_or_handed_out_is_told() {
    let mut desk = at_overview();
    for (fault, kind) in
        [(OfficeFault::NotMade, NoticeKind::NotMade), (OfficeFault::NotHandedOut, NoticeKind::NotHandedOut)]
    {
        desk.send(Msg::ExportOffice(OfficeFile::Document));
        desk.send(Msg::OfficeMade(asked(&desk).0, Err(fault)));
        assert_eq!((view(&desk).making, told(&desk).last()), (None, Some(&kind)));
    }
}

#[test]
fn what_was_given_up_is_told_of_no_more() {
    let mut desk = at_overview();
    desk.send(Msg::ExportOffice(OfficeFile::Workbook));
    let (first, ..) = asked(&desk);
    desk.send(Msg::CancelOffice);
    assert_eq!(view(&desk).making, None);
    assert!(desk.asked.contains(&Effect::CancelOffice));
    desk.send(Msg::ExportOffice(OfficeFile::Workbook));
    let before = told(&desk);
    desk.send(Msg::OfficeTold(first, (5, 5)));
    desk.send(Msg::OfficeMade(first, Err(OfficeFault::NotMade)));
    assert_eq!((view(&desk).making, view(&desk).rows, told(&desk)), (Some(OfficeFile::Workbook), None, before));
}

#[test]
fn a_file_ends_with_the_gathering_that_it_is_of() {
    let mut desk = at_overview();
    desk.send(Msg::ExportOffice(OfficeFile::Workbook));
    desk.send(Msg::StartGathering("Đợt khác".into()));
    assert_eq!(desk.model.making, None);
    assert!(desk.asked.contains(&Effect::CancelOffice));
}

#[test]
fn without_a_cut_off_day_nothing_is_made() {
    let mut desk = at_overview();
    desk.send(Msg::EditSettings(SettingsEdit::CutOff(String::new())));
    assert!(!view(&desk).can);
    desk.send(Msg::ExportOffice(OfficeFile::Document));
    assert_eq!((count(&desk), desk.model.making.clone()), (0, None));
}
