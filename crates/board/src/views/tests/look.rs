//! Pages to look at: the views with their styles, as files in the target folder.
#![allow(clippy::unwrap_used, reason = "tests")]

use super::page::{Board, page};
use coordination::filter::{FilesFilter, FilesWhich};
use coordination::model::Intake;
use coordination::msg::{Msg, SettingsEdit, Tagging};
use coordination::views::reading::ReadingView;
use domain::lang::Lang;
use pages::styles;
use report::profile::Profiles;
use std::fs;
use std::path::Path;

/// Writes a page in both themes.
fn write(name: &str, board: fn() -> Board) {
    let html = page(board);
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../target/look");
    fs::create_dir_all(&folder).unwrap();
    let profile = Profiles::built_in().unwrap().profiles.remove(0);
    for theme in ["light", "dark"] {
        let text = [
            "<!doctype html><html lang=vi><meta charset=utf-8><meta name=viewport content='width=device-width'>",
            "<link rel=stylesheet href=../../styles/main.css><link rel=stylesheet href=../../styles/board/main.css>",
            "<style>",
            &styles::of_text(&profile),
            &styles::of_pages(&profile),
            "</style><title>",
            name,
            "</title><directive-assessment theme=",
            theme,
            "><div class=app><main>",
            &html,
            "</main></div></directive-assessment>",
        ];
        fs::write(folder.join([name, "-", theme, ".html"].concat()), text.concat()).unwrap();
    }
}

fn unit(board: Board, name: &str) -> Board {
    let id = {
        let model = board.model.borrow();
        let rows = &model.open.as_ref().unwrap().count.units.rows;
        rows.iter().find(|row| row.name.contains(name)).unwrap().id.clone()
    };
    board.go(&["don-vi/", &id].concat())
}

#[test]
#[ignore = "for looking: writes pages into target/look"]
fn pages_to_look_at() {
    write("shelf", || {
        let board = Board::with_sample();
        board.tell(Msg::StartGathering("6 tháng đầu năm 2024".to_owned()));
        board.tell(Msg::Arrived(String::new()));
        board
    });
    write("empty", || Board::begun("6 tháng đầu năm 2024"));
    write("overview", || Board::with_sample().go(""));
    write("overview-en", || {
        let board = Board::with_sample().go("");
        board.tell(Msg::Configured(Lang::En, 1));
        board
    });
    write("progress", || {
        let board = Board::with_sample().go("");
        board.model.borrow_mut().open.as_mut().unwrap().intake = Some(Intake {
            chosen: (120, 1000),
            kept: (45, 400),
            since: super::page::CLOCK.now.0 - 30_000,
            files: 45,
            is_unweighed: false,
        });
        board
    });
    write("register", || Board::with_sample().go("tinh-hinh-gui"));
    write("units", || Board::with_sample().go("don-vi"));
    write("unit", || unit(Board::with_sample(), "Ninh Kiều"));
    write("reading", || Board::with_sample().go("doc/1.2"));
    write("reading-picker", || {
        let board = Board::with_sample().go("doc/1.2");
        while ReadingView::of(&board.model.borrow()).unwrap().text.unwrap().parts.is_empty() {
            board.tell(Msg::ReadNext);
        }
        board.tell(Msg::Tag(Tagging::Part(1)));
        board.tell(Msg::Tag(Tagging::Choose(None)));
        board.tell(Msg::Tag(Tagging::Ask(None)));
        board
    });
    write("reading-proposals", || Board::with_sample().go("doc/de-xuat"));
    write("issues", || Board::with_sample().go("van-de"));
    write("files", || Board::with_sample().go("tep"));
    write("files-waiting", || {
        let board = Board::with_sample().go("tep");
        board.tell(Msg::FilterFiles(FilesFilter { which: FilesWhich::Waiting, ..FilesFilter::default() }));
        board
    });
    write("report", || {
        let board = Board::with_sample().go("bao-cao");
        super::report::rewrite(&board, "opening/reported", "Lời của tôi.");
        super::report::rewrite(&board, "results/1.1", "Lời khác.");
        board.tell(Msg::EditSettings(SettingsEdit::CutOff("15/7/2024".to_owned())));
        board
    });
    write("compare", super::beside::compared);
    write("compare-alone", || Board::with_sample().go("so-sanh"));
    write("disputes", || super::beside::disputed().go("khac-nhau"));
    write("settings", || Board::with_sample().go("thiet-lap"));
}
