//! The numbers that the views show are those that were counted, x/y first.

use super::page::{Board, page};
use super::{attribute, of_part, read_out, tags};
use coordination::filter::{RegisterFilter, RegisterWhich, UnitsFilter, UnitsStatus};
use coordination::msg::Msg;

#[test]
fn the_first_screen_names_the_missing_and_has_the_measures() {
    let (expected, received, rate, missing) = {
        let board = Board::with_sample();
        let model = board.model.borrow();
        let count = model.open.as_ref().unwrap().count.clone();
        let all = count.measures.all;
        let names: Vec<String> = count
            .register
            .iter()
            .take(all.missing() as usize)
            .map(|line| count.units.rows[line.unit as usize].name.clone())
            .collect();
        (all.expected, all.received, all.rate().unwrap().to_display().replace('\u{a0}', " "), names)
    };
    assert!(received < expected && !missing.is_empty());
    let text = read_out(&of_part(""));
    assert!(text.contains(&format!("{received}/{expected} {rate}")), "{text}");
    let first = text.find("Chưa gửi (").unwrap();
    for name in missing {
        assert!(text[first..].contains(&name), "{name}");
    }
}

#[test]
fn each_bar_is_as_long_as_its_numbers_say() {
    let html = of_part("");
    let bars: Vec<&str> =
        html.split("class=\"stacked\"").skip(1).map(|rest| rest.split("</td>").next().unwrap()).collect();
    assert!(bars.len() > 15);
    for bar in bars.iter().filter(|bar| bar.contains("svg class")) {
        let parts: Vec<(f64, f64)> = tags(bar)
            .filter(|tag| tag.starts_with("svg class"))
            .filter_map(|tag| {
                let number = |name| attribute(tag, name).unwrap().trim_end_matches('%').parse::<f64>().unwrap();
                (attribute(tag, "width") != Some("100%")).then(|| (number("x"), number("width")))
            })
            .collect();
        let Some(last) = parts.last() else { continue };
        assert!((last.0 + last.1 - 100.0).abs() < 0.05, "{parts:?}");
        assert!(parts.windows(2).all(|pair| (pair[0].0 + pair[0].1 - pair[1].0).abs() < 0.05), "{parts:?}");
    }
}

#[test]
fn a_filter_shows_what_it_asks_for_and_says_how_many() {
    let rows = |filter: UnitsFilter| {
        let html = page(move || {
            let board = Board::with_sample().go("don-vi");
            board.tell(Msg::FilterUnits(filter));
            board
        });
        let rows = html.split("<tbody>").nth(1).map_or(0, |body| body.matches("<tr").count());
        assert!(read_out(&html).contains(&format!("{rows} đơn vị")), "{rows}");
        rows
    };
    let all = rows(UnitsFilter::default());
    let done = UnitsFilter { requirement: "1.1".into(), status: Some(UnitsStatus::Done), ..UnitsFilter::default() };
    let some = rows(done);
    assert!(0 < some && some < all, "{some} of {all}");
    assert_eq!(rows(UnitsFilter { words: "ninh kieu".into(), ..UnitsFilter::default() }), 1);
    assert_eq!(rows(UnitsFilter { words: "không có".into(), ..UnitsFilter::default() }), 0);
}

#[test]
fn the_register_has_the_missing_first_and_the_text_for_reminding() {
    let html = page(|| Board::with_sample().go("tinh-hinh-gui"));
    let text = read_out(&html);
    let (first_missing, first_sent) =
        (text.find("Chưa gửi, quá hạn 16 ngày").unwrap(), text.find("Đã gửi, chưa rõ ngày nhận").unwrap());
    assert!(first_missing < first_sent, "{text}");
    let list = html.split("<textarea").nth(1).unwrap().split("</textarea>").next().unwrap();
    assert!(list.contains("1. ") && list.contains("chậm 16 ngày") && list.contains("hạn gửi 15/07/2024"), "{list}");
    let only = page(|| {
        let board = Board::with_sample().go("tinh-hinh-gui");
        board.tell(Msg::FilterRegister(RegisterFilter { which: RegisterWhich::Missing, ..RegisterFilter::default() }));
        board
    });
    assert_eq!(only.matches("<tbody").count(), 2);
    assert!(tags(&only).any(|tag| tag.starts_with("button") && attribute(tag, "aria-pressed") == Some("true")));
}
