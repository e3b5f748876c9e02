#![allow(clippy::unwrap_used, reason = "tests")]
use super::*;
use gathering::table::Cell;
use gathering::unit_set::UnitSet;

fn day() -> Date {
    Date::from_iso("2024-07-31").unwrap()
}

fn measure(received: u32, expected: u32, on_time: u32, late: u32, due: u32) -> Measure {
    Measure { expected, received, on_time, late, due }
}

fn told(of: Measure, extended: u32, excused: u32) -> String {
    reported(Reported { day: day(), of, extended, excused })
}

#[test]
fn numbers_have_their_thousands_apart() {
    let written = [(0, "0"), (7, "7"), (999, "999"), (1_000, "1.000"), (1_234, "1.234"), (1_234_567, "1.234.567")];
    for (many, text) in written {
        assert_eq!(number(many), text);
    }
    assert_eq!(share(1_050, 12_000), "1.050/12.000");
    assert_eq!(cell(&Cell::Number(1_234)), "1.234");
    let many: UnitSet = (0..1_500).collect();
    assert_eq!(cell(&Cell::Count(many)), "1.500");
    assert_eq!(cell(&Cell::Percent(None)), "–");
}

#[test]
fn who_has_reported_is_told_by_numbers_that_add_up() {
    assert_eq!(
        told(measure(84, 110, 70, 14, 110), 0, 0),
        "Đến ngày 31/7/2024, có 84/110 đơn vị gửi báo cáo, đạt 76,36\u{a0}%; trong đó đúng hạn 70, chậm 14; \
         còn 26 đơn vị chưa gửi (Phụ lục 1)."
    );
    assert_eq!(
        told(measure(1_200, 1_300, 1_000, 150, 1_300), 40, 2),
        "Đến ngày 31/7/2024, có 1.200/1.300 đơn vị gửi báo cáo, đạt 92,31\u{a0}%; trong đó đúng hạn 1.000, chậm 150, \
         chưa xác định đúng hạn hay chậm 50; còn 100 đơn vị chưa gửi, trong đó 40 đơn vị được lùi hạn (Phụ lục 1). \
         Số đơn vị nêu trên không kể 2 đơn vị được miễn báo cáo."
    );
}

#[test]
fn without_a_deadline_nobody_is_late_and_of_nobody_there_is_no_rate() {
    assert_eq!(
        told(measure(3, 3, 0, 0, 0), 0, 0),
        "Đến ngày 31/7/2024, có 3/3 đơn vị gửi báo cáo, đạt 100,00\u{a0}%; không còn đơn vị chưa gửi (Phụ lục 1)."
    );
    assert!(told(measure(0, 0, 0, 0, 0), 0, 0).contains("có 0/0 đơn vị gửi báo cáo, đạt –;"));
}

#[test]
fn a_requirement_in_nobodys_scope_has_no_rate() {
    let mut answers =
        Answered {
            id: "3.1", title: "Đôn đốc", in_scope: 0, done: 0, in_progress: 0, not_started: 0, unanswered: 0
        };
    assert_eq!(answered(answers), "3.1. Đôn đốc: không có đơn vị thuộc phạm vi đã gửi báo cáo (0/0, –).");
    (answers.in_scope, answers.done, answers.unanswered) = (3, 2, 1);
    assert_eq!(
        answered(answers),
        "3.1. Đôn đốc: đã thực hiện 2/3 đơn vị (66,67\u{a0}%); đang thực hiện 0/3 đơn vị (0,00\u{a0}%); \
         chưa thực hiện 0/3 đơn vị (0,00\u{a0}%); chưa trả lời 1/3 đơn vị (33,33\u{a0}%)."
    );
    let none = StepCounts { day: day(), done: 0, open: 0, overdue: 0, undated: 0 };
    assert!(steps(none).contains("0 nhiệm vụ, giải pháp; trong đó đã hoàn thành 0/0 (–)"));
}

#[test]
fn what_is_said_ends_with_one_stop() {
    assert_eq!(
        said("Thiếu kinh phí.", Some(1_002), &["1.1", "1.2"]),
        "Thiếu kinh phí (1.002 đơn vị nêu; yêu cầu 1.1, 1.2)."
    );
    assert_eq!(said("Thiếu kinh phí ;", None, &[]), "Thiếu kinh phí.");
    assert_eq!(said("Còn thiếu...", Some(2), &[]), "Còn thiếu... (2 đơn vị nêu).");
    assert_eq!(said("Vì sao?", None, &[]), "Vì sao?");
}

#[test]
fn a_step_is_told_with_how_it_stands() {
    let told = |due: &str, state| step("Ban hành đề án.", "Sở Tài chính", due, state, day());
    assert_eq!(
        told("01/7/2024", StepState::Overdue),
        "Ban hành đề án; chủ trì: Sở Tài chính; thời hạn: 01/7/2024; quá hạn tính đến ngày 31/7/2024"
    );
    assert_eq!(told("quý III", StepState::Undated).matches("thời hạn").count(), 2);
    assert_eq!(step("Họp", "", "", StepState::Done, day()), "Họp; đã hoàn thành");
}
