//! The markup of the board, rendered natively.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test that cannot go on fails")]

mod beside;
mod deciding;
mod issues;
mod look;
mod numbers;
mod page;
mod reading;
mod report;
mod states;

use page::{Board, page};

/// The parts of a gathering, and a unit of it.
const PARTS: [&str; 12] = [
    "",
    "tinh-hinh-gui",
    "don-vi",
    "don-vi/quan-uy-ninh-kieu",
    "doc/1.2",
    "doc/de-xuat",
    "van-de",
    "tep",
    "thiet-lap",
    "bao-cao",
    "khac-nhau",
    "so-sanh",
];

fn of_part(part: &'static str) -> String {
    page(move || Board::with_sample().go(part))
}

/// All tags of a page, without their brackets.
fn tags(html: &str) -> impl Iterator<Item = &str> {
    html.split('<').skip(1).filter_map(|piece| piece.split_once('>')).map(|(tag, _)| tag)
}

fn attribute<'a>(tag: &'a str, name: &str) -> Option<&'a str> {
    let (_, rest) = tag.split_once(&[" ", name, "=\""].concat())?;
    Some(rest.split_once('"')?.0)
}

/// What is read of a page: its texts, with blanks where tags are.
fn read_out(html: &str) -> String {
    let texts = html.split('<').filter_map(|piece| piece.split_once('>')).map(|(_, text)| text);
    texts.collect::<Vec<_>>().join(" ").split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn every_part_has_one_first_heading_no_skipped_level_and_no_inline_style() {
    for part in PARTS {
        let html = of_part(part);
        let levels: Vec<u8> =
            tags(&html).filter_map(|tag| tag.split(' ').next()?.strip_prefix('h')?.parse().ok()).collect();
        assert_eq!(levels.iter().filter(|level| **level == 1).count(), 1, "{part}: {levels:?}");
        assert_eq!(levels[0], 1, "{part}");
        assert!(levels.windows(2).all(|pair| pair[1] <= pair[0] + 1), "{part}: {levels:?}");
        assert!(tags(&html).any(|tag| tag == "h1 id=\"view-title\" tabindex=\"-1\""), "{part}");
        assert!(!html.contains("style="), "{part}");
    }
}

#[test]
fn ids_are_unique_and_every_reference_leads_to_one() {
    for part in PARTS {
        let html = of_part(part);
        let mut ids: Vec<&str> = tags(&html).filter_map(|tag| attribute(tag, "id")).collect();
        ids.sort_unstable();
        assert!(ids.windows(2).all(|pair| pair[0] != pair[1]), "{part}: {ids:?}");
        assert!(ids.iter().all(|id| !id.contains(' ')), "{part}: {ids:?}");
        for tag in tags(&html) {
            for name in ["for", "aria-labelledby", "aria-describedby", "aria-controls"] {
                for id in attribute(tag, name).unwrap_or_default().split(' ').filter(|id| !id.is_empty()) {
                    assert!(ids.binary_search(&id).is_ok(), "{part}: {tag}");
                }
            }
        }
    }
}

#[test]
fn every_control_has_a_name_and_every_link_leads_into_the_board() {
    for part in PARTS {
        let html = of_part(part);
        let labels: Vec<&str> = tags(&html).filter_map(|tag| attribute(tag, "for")).collect();
        let controls = ["<input", "<textarea", "<select"].map(|control| html.match_indices(control));
        for (place, _) in controls.into_iter().flatten() {
            let (before, tag) = (&html[..place], tags(&html[place..]).next().unwrap());
            let is_inside_label = before.rfind("<label").is_some_and(|open| !before[open..].contains("</label"));
            let is_labelled = attribute(tag, "id").is_some_and(|id| labels.contains(&id));
            assert!(is_inside_label || is_labelled || attribute(tag, "aria-label").is_some(), "{part}: {tag}");
        }
        for tag in tags(&html).filter(|tag| tag.starts_with("a ")) {
            let href = attribute(tag, "href").unwrap();
            assert!(href == "#/tong-hop" || href.starts_with("#/tong-hop/"), "{part}: {tag}");
        }
    }
}

#[test]
fn tables_have_a_cell_for_each_head() {
    for part in ["", "don-vi", "tinh-hinh-gui", "bao-cao"] {
        let html = of_part(part);
        for table in html.split("<table").skip(1).filter_map(|rest| rest.split_once("</table>")).map(|one| one.0) {
            let rows: Vec<usize> = table.split("<tr").skip(1).map(width).collect();
            // The second row of heads lies below the tasks of the first.
            let body: Vec<usize> =
                table.split("<tbody").skip(1).flat_map(|body| body.split("<tr").skip(1).map(width)).collect();
            assert!(body.iter().all(|row| *row == rows[0]), "{part}: {rows:?}");
        }
    }
}

/// How many columns a row takes.
fn width(row: &str) -> usize {
    let row = row.split("</tr>").next().unwrap();
    let cells = tags(row).filter(|tag| tag.starts_with("td") || tag.starts_with("th"));
    cells.map(|tag| attribute(tag, "colspan").map_or(1, |span| span.parse().unwrap())).sum()
}

#[test]
fn both_languages_say_everything_and_the_directive_stays_vietnamese() {
    for part in PARTS {
        // The report itself is in Vietnamese whatever the language of the screen.
        let is_report = part == "bao-cao";
        let html = page(move || {
            let board = Board::with_sample().go(part);
            board.tell(coordination::msg::Msg::Configured(domain::lang::Lang::En, 3));
            board
        });
        let text = read_out(&html);
        assert!(text.contains("Figures as of 31/07/2024"), "{part}");
        for word in ["Toàn cảnh", "Tình hình", "Thiết lập", "Đã thực hiện", "Chưa gửi"] {
            assert!(is_report || !text.contains(word), "{part}: {word}");
        }
        // In a page of others the first heading begins deeper.
        assert!(tags(&html).any(|tag| tag.starts_with("h1") && attribute(tag, "aria-level") == Some("3")), "{part}");
    }
}
