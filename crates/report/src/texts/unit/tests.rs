use super::*;

fn cited(number: &str, summary: &str) -> String {
    citation(Cited {
        number,
        summary,
        day: "ngày 12/4/2024",
        issuer: "Quận ủy Ninh Kiều",
        section: "mục II.3",
        url: "https://x.vn",
    })
}

#[test]
fn a_document_is_cited_in_full() {
    assert_eq!(
        cited("85-KH/QU", "Kế hoạch thực hiện Nghị quyết số 45/2022/QH15."),
        "Kế hoạch số 85-KH/QU ngày 12/4/2024 của Quận ủy Ninh Kiều thực hiện Nghị quyết số 45/2022/QH15, mục II.3"
    );
    assert_eq!(
        cited("57/BC-UBND", "rà soát các nội dung"),
        "Báo cáo số 57/BC-UBND ngày 12/4/2024 của Quận ủy Ninh Kiều, rà soát các nội dung, mục II.3"
    );
    assert_eq!(
        cited("", "Kế hoạch tuyên truyền"),
        "Kế hoạch ngày 12/4/2024 của Quận ủy Ninh Kiều tuyên truyền, mục II.3"
    );
    assert_eq!(cited("", "Biên bản"), "Biên bản ngày 12/4/2024 của Quận ủy Ninh Kiều, mục II.3");
    assert_eq!(cited("", "Ảnh hội nghị"), "Ảnh hội nghị ngày 12/4/2024 của Quận ủy Ninh Kiều, mục II.3");
}

#[test]
fn what_number_and_summary_both_say_is_said_once() {
    let cited = |number, summary| citation(Cited { number, summary, day: "ngày 12/4/2024", ..Cited::default() });
    let whole = "Kế hoạch số 85-KH/QU ngày 12/4/2024 thực hiện Nghị quyết số 45/2022/QH15";
    for (number, summary) in [
        ("85-KH/QU", "Kế hoạch thực hiện Nghị quyết số 45/2022/QH15"),
        ("Số 85-KH/QU", "Kế hoạch thực hiện Nghị quyết số 45/2022/QH15"),
        ("số: 85-KH/QU", "Kế hoạch số 85-KH/QU thực hiện Nghị quyết số 45/2022/QH15"),
        ("Kế hoạch số 85-KH/QU", "Kế hoạch số 85-KH/QU, thực hiện Nghị quyết số 45/2022/QH15"),
        ("Kế hoạch 85-KH/QU", "Kế hoạch thực hiện Nghị quyết số 45/2022/QH15"),
        ("85", "Kế hoạch số 85-KH/QU thực hiện Nghị quyết số 45/2022/QH15"),
        ("", "Kế hoạch số 85-KH/QU thực hiện Nghị quyết số 45/2022/QH15"),
    ] {
        assert_eq!(cited(number, summary), whole, "{number} | {summary}");
    }
    // Another number stays, and so does what only begins alike.
    assert_eq!(cited("8", "Kế hoạch số 85-KH/QU"), "Kế hoạch số 8 ngày 12/4/2024 số 85-KH/QU");
    assert_eq!(cited("1/BC", "số 2 được duyệt"), "Báo cáo số 1/BC ngày 12/4/2024, số 2 được duyệt");
    assert_eq!(cited("", "Kế hoạch số hóa"), "Kế hoạch ngày 12/4/2024 số hóa");
}

#[test]
fn letters_that_stand_for_several_kinds_stand_for_none() {
    // QĐ is a decision or a regulation, CT a directive or a programme.
    for (number, kind) in [
        ("124-QĐ/TW", "Văn bản"),
        ("12-CT/TU", "Văn bản"),
        ("08-CTr/QU", "Chương trình"),
        ("45/2022/QH15", "Văn bản"),
        ("59-NQ/TW", "Nghị quyết"),
        ("85-kh/qu", "Văn bản"),
    ] {
        assert_eq!(citation(Cited { number, ..Cited::default() }), [kind, " số ", number].concat());
    }
    let regulation = Cited { number: "124-QĐ/TW", summary: "Quy định về kiểm điểm", ..Cited::default() };
    assert_eq!(citation(regulation), "Quy định số 124-QĐ/TW về kiểm điểm");
    // A word that begins alike is no kind.
    assert_eq!(citation(Cited { summary: "Kế hoạch-A", ..Cited::default() }), "Kế hoạch-A");
}

#[test]
fn little_is_cited_as_little_and_nothing_as_nothing() {
    assert_eq!(citation(Cited::default()), "");
    assert_eq!(citation(Cited { url: "https://x.vn/a", ..Cited::default() }), "https://x.vn/a");
    assert_eq!(citation(Cited { day: "ngày 12/4/2024", ..Cited::default() }), "ngày 12/4/2024");
    assert_eq!(citation(Cited { section: "trang 4", ..Cited::default() }), "trang 4");
}

#[test]
fn numbers_are_told_as_such_reports_tell_them() {
    assert_eq!([0, 4, 12, 1_234].map(count), ["00", "04", "12", "1.234"]);
    let of = Progress { done: 2, in_progress: 10, ..Progress::default() };
    assert_eq!(
        progress(of, Some(1)),
        "Trong 12 yêu cầu thuộc phạm vi của đơn vị: đã thực hiện 02, đang thực hiện 10 (Phụ lục 1)."
    );
    let none = Progress { unanswered: 4, ..Progress::default() };
    assert_eq!(progress(none, None), "Chưa nêu mức độ thực hiện của 04 yêu cầu thuộc phạm vi của đơn vị.");
    assert_eq!(steps(5, 0, 2), "Đơn vị đề ra 05 nhiệm vụ, giải pháp (Phụ lục 2).");
    assert_eq!(steps(5, 1, 2), "Đơn vị đề ra 05 nhiệm vụ, giải pháp, trong đó đã hoàn thành 01 (Phụ lục 2).");
}

#[test]
fn what_the_directive_is_about_is_what_the_report_is_about() {
    assert_eq!(subject("Về rà soát\nviệc cụ thể hóa"), "kết quả rà soát việc cụ thể hóa");
    assert_eq!(subject("V/v tổng kết"), "kết quả tổng kết");
    assert_eq!(subject("Tổng kết"), "kết quả tổng kết");
}

#[test]
fn the_blanks_around_a_number_do_not_break() {
    assert_eq!(number_line("Số", "-BC/", "QU"), "Số\u{a0}\u{a0}\u{a0}\u{a0}\u{a0}\u{a0}-BC/QU");
    assert_eq!(number_line("Số:", "/BC-", ""), "Số:\u{a0}\u{a0}\u{a0}\u{a0}\u{a0}\u{a0}/BC-…");
    assert!(place_and_date("").starts_with("…, ngày\u{a0}"));
}

#[test]
fn the_basis_says_as_much_as_is_known() {
    let bare = Basis { directive: "Công văn 1", issued: "", about: "", unit: "", period: "", as_of: "" };
    assert_eq!(basis(bare), "Thực hiện Công văn 1, đơn vị báo cáo kết quả như sau:");
    let full = Basis {
        issued: "18/6/2024",
        about: "Về rà soát",
        unit: "Sở A",
        period: "quý II",
        as_of: "ngày 30/6/2024",
        ..bare
    };
    assert_eq!(
        basis(full),
        "Thực hiện Công văn 1 ngày 18/6/2024 về rà soát, Sở A báo cáo kết quả như sau \
         (kỳ báo cáo: quý II; số liệu tính đến ngày 30/6/2024):"
    );
}

#[test]
fn a_day_is_called_a_day_and_what_is_none_is_not() {
    let told = |typed: &str| on_day(&DateText::from_typed(typed));
    assert_eq!(["18/6/2024", "1/2/2024"].map(told), ["ngày 18/6/2024", "ngày 01/02/2024"]);
    assert_eq!([" tháng  4/2024", ""].map(told), ["tháng 4/2024", ""]);
}
