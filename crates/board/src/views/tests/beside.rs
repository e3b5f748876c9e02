//! Two gatherings beside each other; what people decided differently.

use super::page::{Board, page};
use super::{attribute, of_part, read_out, tags};
use coordination::compared::{Beside, CompareFilter};
use coordination::msg::{Msg, SettingsEdit};
use coordination::place::Place;
use coordination::views::compare::{Compare, Progress};
use domain::date::DateText;
use gathering::decisions::{Decision, Term};
use storage::StoreFault;

/// The sample with the one of the period before.
pub(super) fn compared() -> Board {
    let board = Board::with_sample();
    board.tell(Msg::GoTo(Place::Compare(board.id(), String::new())));
    board.with_sample_before();
    board
}

#[test]
fn the_sample_alone_offers_one_of_the_period_before_and_another_gathering_has_no_such_link() {
    let alone = read_out(&of_part("so-sanh"));
    assert!(alone.contains("chưa có đợt nào khác") && alone.contains("Lập đợt mẫu của kỳ trước"), "{alone}");
    let other = page(|| Board::begun("Quý I").go(""));
    assert!(!tags(&other).any(|tag| attribute(tag, "href").is_some_and(|href| href.contains("so-sanh"))));
}

#[test]
fn both_are_drawn_with_their_numbers_and_what_is_not_the_same_is_said() {
    let rows = {
        let model = compared();
        let model = model.model.borrow();
        let progress = Compare::of(&model).unwrap().progress;
        let seen = if let Progress::Seen(seen) = progress { Some(seen) } else { None };
        seen.unwrap().rows
    };
    let html = page(compared);
    let text = read_out(&html);
    assert!(text.contains("Cần thận trọng khi so sánh") && text.contains("31/01/2024 và 31/07/2024"), "{text}");
    let picture = html.split("dots-rows").nth(1).unwrap().split("</ul>").next().unwrap();
    let table = html.split("<table").nth(1).unwrap().split("</table>").next().unwrap();
    for row in &rows {
        for share in [row.earlier, row.later] {
            let number = format!("{}/{}", share.done, share.in_scope);
            assert!(read_out(table).contains(&number) && picture.contains(&format!(">{number}<")), "{number}");
            let at = share.rate().map(|rate| format!("cx=\"{}.{:02}%\"", rate.0 / 100, rate.0 % 100));
            assert!(at.is_none_or(|at| picture.contains(&at)), "{picture}");
        }
    }
    // The picture is not heard: the table has the same.
    assert!(
        html.contains("class=\"dots-rows\" role=\"list\" aria-hidden=\"true\"")
            || html.contains("aria-hidden=\"true\" class=\"dots-rows\"")
    );
    let links = tags(table).filter(|tag| attribute(tag, "href").is_some_and(|href| href.ends_with("/don-vi"))).count();
    assert!(links > rows.len());
    let both = page(|| {
        let board = compared();
        board.tell(Msg::FilterCompared(CompareFilter { is_both_only: true, ..CompareFilter::default() }));
        board
    });
    let table = both.split("<table").nth(1).unwrap().split("</table>").next().unwrap();
    assert!(!table.contains("href"), "no list shows those units alone");
}

#[test]
fn while_the_other_is_read_that_is_said_and_so_is_that_it_cannot_be() {
    let text = |then: fn(&Board)| {
        read_out(&page(move || {
            let board = compared();
            then(&board);
            board
        }))
    };
    let reading = text(|board| {
        board.model.borrow_mut().compared.as_mut().unwrap().state = Beside::Reading(3, 19);
    });
    assert!(reading.contains("Đang đọc đợt kia: 3/19"), "{reading}");
    let failed = text(|board| {
        board.model.borrow_mut().compared.as_mut().unwrap().state = Beside::Failed(StoreFault::Broken);
    });
    assert!(failed.contains("chưa so sánh được") && failed.contains("Đọc lại"), "{failed}");
}

/// Two people decided on the term of a unit.
pub(super) fn disputed() -> Board {
    let board = Board::with_sample();
    let term = |id: &str, by: &str, until: &str| Decision {
        id: id.to_owned(),
        at: "2024-07-16T02:05:00Z".to_owned(),
        by: by.to_owned(),
        term: Some(Term {
            unit: "ban-dan-van".to_owned(),
            until: DateText::from_typed(until),
            excused: until.is_empty(),
            reason: "<b>bão</b>".to_owned(),
            ..Term::default()
        }),
        ..Decision::default()
    };
    let list = [term("x", "Lan", ""), term("y", "", "01/08/2024")];
    board.model.borrow_mut().open.as_mut().unwrap().decisions.list.extend(list);
    board.tell(Msg::EditSettings(SettingsEdit::Officer("Lan".to_owned())));
    // A day that changes has it counted.
    board.tell(Msg::EditSettings(SettingsEdit::From("02/01/2024".to_owned())));
    board
}

#[test]
fn a_dispute_is_counted_on_the_first_screen_shown_with_both_sides_and_gone_once_settled() {
    let first = page(|| disputed().go(""));
    assert!(read_out(&first).contains("1 việc hai người quyết định khác nhau"));
    let link =
        |html: &str| tags(html).any(|tag| attribute(tag, "href").is_some_and(|href| href.ends_with("/khac-nhau")));
    assert!(link(&first));
    let html = page(|| disputed().go("khac-nhau"));
    let text = read_out(&html);
    for words in [
        "Ban Dân vận Thành ủy",
        "Được miễn",
        "Lùi hạn đến 01/08/2024",
        "Không ghi ai quyết định",
        "09:05 ngày 16/07/2024",
    ] {
        assert!(text.contains(words), "{words}: {text}");
    }
    assert!(text.contains("Lan ,") || text.contains("Lan,"), "{text}");
    assert!(!tags(&html).any(|tag| tag == "b"), "a reason is text");
    let settled = || {
        let board = disputed();
        let dispute = {
            let model = board.model.borrow();
            coordination::views::disputes::DisputesView::of(&model).unwrap().disputes.remove(0)
        };
        board.tell(Msg::Settle(dispute.subjects, Box::new(dispute.sides[0].decision.clone())));
        board
    };
    assert!(read_out(&page(move || settled().go("khac-nhau"))).contains("Không còn việc nào"));
    assert!(!link(&page(move || settled().go(""))));
}
