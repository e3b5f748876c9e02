//! The markup of the form, rendered natively.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test that cannot go on fails")]

mod long;
pub(super) mod page;
mod returned;

use crate::views::{App, AppProps};
use app::{Edit, Msg, Section};
use domain::assessment::{Status, UnitRef};
use domain::field::{AnswerField, EvidenceField, Field, StepField};
use domain::lang::Lang;
use page::*;
use ui::markup;

#[test]
fn every_section_has_one_heading_that_takes_the_focus_and_no_inline_style() {
    for section in sections() {
        let html = page(NINH_KIEU, section.clone(), full);
        assert_eq!(count(&html, &["h1 id=\"view-title\"", "tabindex=\"-1\""]), 1, "{section:?}");
        assert_eq!(tags(&html).filter(|tag| tag.starts_with("h1")).count(), 1, "{section:?}");
        assert_eq!(count(&html, &["main "]), 1, "{section:?}");
        assert_eq!(
            count(&html, &["aria-current=\"page\""]),
            if section == Section::Print { 1 } else { 2 },
            "{section:?}"
        );
        assert!(!html.contains("style="), "{section:?}");
    }
}

#[test]
fn ids_are_unique_and_every_reference_leads_to_one() {
    for section in sections() {
        let html = page(NINH_KIEU, section.clone(), full);
        let mut ids: Vec<&str> = tags(&html).filter_map(|tag| attribute(tag, "id")).collect();
        ids.sort_unstable();
        assert!(ids.windows(2).all(|pair| pair[0] != pair[1]), "{section:?}: {ids:?}");
        for tag in tags(&html) {
            for name in ["for", "aria-labelledby", "aria-describedby", "aria-controls"] {
                for id in attribute(tag, name).unwrap_or_default().split(' ').filter(|id| !id.is_empty()) {
                    assert!(ids.binary_search(&id).is_ok(), "{section:?}: {tag}");
                }
            }
        }
    }
}

#[test]
fn every_control_has_a_name() {
    for section in sections() {
        let html = page(BAN_CAN_SU, section.clone(), full);
        let labels: Vec<&str> = tags(&html).filter_map(|tag| attribute(tag, "for")).collect();
        for (place, _) in html.match_indices("<input").chain(html.match_indices("<textarea")) {
            let (before, tag) = (&html[..place], tags(&html[place..]).next().unwrap());
            let is_inside_label = before.rfind("<label").is_some_and(|open| !before[open..].contains("</label"));
            let is_labelled = attribute(tag, "id").is_some_and(|id| labels.contains(&id));
            assert!(is_inside_label || is_labelled, "{section:?}: {tag}");
        }
        let buttons = html.split("<button").skip(1).filter_map(|piece| piece.split_once("</button>"));
        for (button, _) in buttons {
            let (tag, shown) = button.split_once('>').unwrap();
            assert!(!shown.trim().is_empty(), "{tag}");
            // What is seen is part of what is heard.
            let label = attribute(tag, "aria-label").unwrap_or(shown);
            assert!(label.contains(shown.trim()), "{label:?} is shown as {shown:?}");
        }
    }
}

#[test]
fn the_general_part_has_its_fields_and_the_unit_as_a_combobox() {
    let html = page(NINH_KIEU, Section::General, |_| ());
    for id in [
        "unit",
        "as-of",
        "period-label",
        "period-from",
        "period-to",
        "prepared-by-name",
        "prepared-by-position",
        "prepared-by-contact",
    ] {
        assert_eq!(count(&html, &["input ", &["id=\"", id, "\""].concat()]), 1, "{id}");
    }
    let combobox =
        ["role=\"combobox\"", "aria-expanded=\"false\"", "aria-controls=\"unit-list\"", "aria-autocomplete=\"list\""];
    assert_eq!(count(&html, &combobox), 1);
    assert_eq!(count(&html, &["id=\"unit-list\"", "role=\"listbox\"", "hidden"]), 1);
    // A unit of the roster keeps its name; a typed one can be corrected.
    assert_eq!(count(&html, &["id=\"unit-name\""]), 0);
    has(&html, "Nhóm: Các quận ủy, huyện ủy");
    has(&html, "Không nhập nội dung bí mật nhà nước.");
    let typed = |filled: &Filled| {
        let group = "so-nganh-mttq-to-chuc".to_owned();
        filled.edit(Edit::Unit(UnitRef { group, name: "Sở Tài chính".into(), ..UnitRef::default() }));
    };
    let html = page(NINH_KIEU, Section::General, typed);
    assert_eq!(count(&html, &["input ", "id=\"unit-name\""]), 1);
    has(&html, "Sở Tài chính");
}

#[test]
fn a_requirement_has_four_radios_and_a_way_back() {
    let html = page(NINH_KIEU, task("1"), |filled| {
        filled.status("1.2", Status::InProgress);
    });
    assert_eq!(count(&html, &["input ", "type=\"radio\""]), 16);
    for requirement in ["1.1", "1.2", "1.3", "1.4"] {
        let name = ["name=\"status-", requirement, "-"].concat();
        assert_eq!(count(&html, &["input ", "type=\"radio\"", &name]), 4, "{requirement}");
        assert_eq!(count(&html, &["fieldset ", &["id=\"status-", requirement, "\""].concat(), "tabindex=\"-1\""]), 1);
        assert_eq!(
            count(&html, &["article ", &["id=\"requirement-", requirement, "\""].concat(), "tabindex=\"-1\""]),
            1
        );
        assert_eq!(count(&html, &["a ", &["href=\"#/cong-van/", requirement, "\""].concat()]), 1, "{requirement}");
    }
    assert_eq!(html.matches(">Bỏ chọn</button>").count(), 1, "only where something is chosen");
    has(&html, "Đã thực hiện Đang thực hiện Chưa thực hiện Không thuộc phạm vi");
    has(&html, "đặc biệt là Nghị quyết số 45/2022/QH15 của Quốc hội");
}

#[test]
fn what_a_status_makes_pointless_is_folded_and_counted_never_emptied() {
    let html = page(NINH_KIEU, task("1"), |filled| {
        filled.status("1.1", Status::NotStarted).status("1.2", Status::OutOfScope);
        filled.answer("1.1", AnswerField::Results, "Đã làm.");
    });
    let folded: Vec<&str> = html
        .split("<details class=\"folded\"")
        .skip(1)
        .map(|piece| piece.split_once("</details>").unwrap().0)
        .collect();
    assert_eq!(folded.len(), 2);
    assert!(folded[0].contains("1 ô có nội dung, được giữ nguyên"));
    assert!(folded[0].contains("answer-1.1-results") && folded[0].contains("picks-1.1"));
    assert!(!folded[0].contains("answer-1.1-limitations"));
    assert!(!folded[1].contains("ô có nội dung"));
    for id in ["answer-1.2-results", "picks-1.2", "answer-1.2-limitations", "answer-1.2-causes-objective", "steps-1.2"]
    {
        assert!(folded[1].contains(id), "{id}");
    }
}

#[test]
fn done_without_evidence_asks_why_and_the_answer_stays_to_be_seen() {
    let reason = "answer-1.1-no-evidence-reason";
    let asked = page(NINH_KIEU, task("1"), |filled| {
        filled.status("1.1", Status::Done);
    });
    assert!(asked.contains(reason));
    has(&asked, "Đã thực hiện mà chưa có tài liệu kiểm chứng");
    let supported = page(NINH_KIEU, task("1"), |filled| {
        filled.status("1.1", Status::Done);
        filled.evidence(Some("1.1"), "85-KH/QU");
    });
    assert!(!supported.contains(reason));
    let both = page(NINH_KIEU, task("1"), |filled| {
        filled.status("1.1", Status::Done).answer("1.1", AnswerField::NoEvidenceReason, "Đang lập hồ sơ.");
        filled.evidence(Some("1.1"), "85-KH/QU");
    });
    assert!(both.contains(reason));
    has_not(&both, "Đã thực hiện mà chưa có tài liệu kiểm chứng");
}

#[test]
fn a_task_out_of_scope_is_folded_with_the_reason_and_can_be_opted_into() {
    let html = page(NINH_KIEU, task("2"), |_| ());
    has(&html, "Không thuộc phạm vi của đơn vị: công văn không nêu tên đơn vị ở nhiệm vụ này.");
    has(&html, "Đơn vị có phối hợp thực hiện nhiệm vụ này Không cần trả lời, và không tính vào tiến độ.");
    assert_eq!(count(&html, &["input ", "type=\"checkbox\"", "id=\"opt-in-2\""]), 1);
    assert_eq!(count(&html, &["article "]), 0);
    has(&html, "Nhiệm vụ 2 không thuộc phạm vi");

    let opted = page(NINH_KIEU, task("2"), |filled| {
        filled.edit(Edit::OptIn("2".into(), true));
    });
    assert_eq!(count(&opted, &["article "]), 9);
    assert_eq!(count(&opted, &["input ", "id=\"opt-in-2\""]), 1, "the way back stays where it was");
    has(&opted, "đơn vị tự xác định có phối hợp");

    let leading = page(BAN_CAN_SU, task("2"), |_| ());
    assert_eq!((count(&leading, &["article "]), count(&leading, &["id=\"opt-in-2\""])), (9, 0));
    has(&leading, "Công văn giao đơn vị lãnh đạo, chủ trì nhiệm vụ này.");

    let answered = page(NINH_KIEU, task("2"), |filled| {
        filled.status("2.1", Status::Done);
    });
    has(&answered, "1 yêu cầu đã có nội dung; nội dung được giữ nguyên");
}

#[test]
fn the_contents_tell_how_far_each_section_has_come() {
    let html = page(NINH_KIEU, task("1"), |filled| {
        filled.status("1.1", Status::Done).status("1.2", Status::InProgress).status("1.4", Status::OutOfScope);
        filled.evidence(None, "85-KH/QU");
    });
    let toc = html.split("<nav").find(|nav| nav.contains("toc-title")).unwrap();
    let toc = &["<nav", toc.split_once("</nav>").unwrap().0, "</nav>"].concat();
    has(toc, "Nhiệm vụ 1 2/3 yêu cầu");
    has(toc, "Đã thực hiện 1.1");
    has(toc, "Chưa trả lời 1.3");
    has(toc, "Tài liệu kiểm chứng 1");
    has(toc, "Đánh giá chung, kiến nghị chưa viết");
    assert_eq!(count(toc, &["a ", "/yeu-cau/1.2\""]), 1);
    has_not(toc, "%");
}

#[test]
fn errors_are_listed_on_top_and_said_at_the_field_and_advice_is_not_listed() {
    let html = page(NINH_KIEU, task("1"), full);
    assert_eq!(count(&html, &["section ", "id=\"error-summary\"", "tabindex=\"-1\""]), 1);
    let (_, summary) = html.split_once("id=\"error-summary\"").unwrap();
    let summary = summary.split_once("</section>").unwrap().0;
    assert_eq!(summary.matches("<button").count(), 1);
    has(&html, "Yêu cầu 1.2 – Thời hạn: Không có ngày này.");
    assert_eq!(count(&html, &["input ", "-due\"", "aria-invalid=\"true\"", "-due-remarks\""]), 1);
    has(&html, "Đã nêu hạn chế nhưng chưa nêu nguyên nhân (khách quan hoặc chủ quan).");
    assert!(!summary.contains("nguyên nhân"));

    // What is still being typed is not yet wrong.
    let typing = markup::render::<App>(|| {
        let filled = Filled::begun_by(NINH_KIEU);
        filled.go(task("1"));
        let step = filled.step("1.2");
        filled.text(Field::Step("1.2".into(), step, StepField::Due), "31/9");
        AppProps { runtime: Some(filled.runtime) }
    });
    assert_eq!((count(&typing, &["id=\"error-summary\""]), count(&typing, &["aria-invalid"])), (0, 0));
    has_not(&typing, "cần sửa");

    let clean = page(NINH_KIEU, task("1"), |_| ());
    assert_eq!(count(&clean, &["id=\"error-summary\""]), 0);
}

#[test]
fn an_entry_is_edited_in_the_first_requirement_that_uses_it_and_reached_from_the_others() {
    let html = page(NINH_KIEU, task("1"), |filled| {
        let id = filled.evidence(Some("1.2"), "85-KH/QU");
        filled.edit(Edit::Pick("1.3".into(), id, true));
        // Its number is still to be written.
        filled.edit(Edit::AddEvidence(Some("1.4".into())));
    });
    assert_eq!(html.matches(">Sửa</button>").count(), 2);
    let open: Vec<&str> = html.split("aria-expanded=\"true\"").skip(1).collect();
    assert_eq!(open.len(), 1, "a new one is open");
    assert!(
        open[0].contains("-number\"") && !html.split("aria-expanded=\"true\"").next().unwrap().contains("-number\"")
    );
    assert_eq!(html.matches(">Sửa trong danh mục</button>").count(), 1);
    assert_eq!(count(&html, &["aria-label=\"Bỏ chọn tài liệu 85-KH/QU\""]), 2);
    assert_eq!(html.matches(">Chọn từ danh mục của đơn vị</button>").count(), 4);
}

#[test]
fn the_register_shows_where_each_entry_is_used_and_what_is_likely_there_twice() {
    let empty = page(NINH_KIEU, Section::Evidence, |_| ());
    has(&empty, "Danh mục tài liệu kiểm chứng (0)");
    has(&empty, "Danh mục chưa có tài liệu nào.");
    let html = page(NINH_KIEU, Section::Evidence, full);
    has(&html, "Danh mục tài liệu kiểm chứng (2)");
    has(&html, "Dùng cho yêu cầu: 1.2 1.3");
    has(&html, "Chưa dùng cho yêu cầu nào.");
    has(&html, "Có thể ghi trùng: danh mục đã có tài liệu cùng số, ký hiệu và ngày.");
    assert_eq!(count(&html, &["id=\"register\"", "tabindex=\"-1\""]), 1);
    // Rows, until one is opened.
    assert_eq!(count(&html, &["button", "aria-label=\"Sửa tài liệu 1 85-KH/QU\""]), 1);
    assert_eq!(html.matches(">Bỏ khỏi danh mục</button>").count(), 0);
    let open = page(NINH_KIEU, Section::Evidence, |filled| {
        full(filled);
        filled.edit(Edit::AddEvidence(None));
        filled.edit(Edit::AddEvidence(None));
    });
    assert_eq!(open.matches(">Bỏ khỏi danh mục</button>").count(), 0, "coming to the register opens none");
}

#[test]
fn the_closing_part_offers_dated_scales_and_never_speaks_of_a_class() {
    let html = page(NINH_KIEU, Section::Closing, |_| ());
    has(&html, "Tự đánh giá mức độ thực hiện");
    has(&html, "(tại ngày 18/06/2024)");
    assert_eq!(count(&html, &["input ", "type=\"radio\"", "name=\"self-rating-"]), 4);
    assert!(!html.contains(">Bỏ chọn</button>"));
    for section in sections() {
        has_not(&page(NINH_KIEU, section, full), "xếp loại");
    }
    let chosen = page(NINH_KIEU, Section::Closing, full);
    assert_eq!(chosen.matches(">Bỏ chọn</button>").count(), 2, "the rating, and the level of the proposal");
}

#[test]
fn each_proposal_has_a_level_of_the_directive_or_that_of_another_edition() {
    let html = page(NINH_KIEU, Section::Closing, |filled| {
        filled.text(Field::Proposal(filled.proposal()), "Sớm có hướng dẫn.");
        filled.edit(Edit::ProposalTo(filled.proposal(), "elsewhere".into()));
    });
    assert_eq!(count(&html, &["textarea ", "id=\"proposal-"]), 2);
    assert_eq!(count(&html, &["input ", "type=\"radio\"", "name=\"to-"]), 4 + 5);
    assert_eq!(html.matches("<span lang=\"vi\">elsewhere</span>").count(), 1);
    has(&html, "Chưa ghi nội dung đề xuất, kiến nghị.");
    let paper = page(NINH_KIEU, Section::Print, full);
    has(&paper, "Sớm có hướng dẫn.");
    has(&paper, "Trung ương");
}

#[test]
fn what_became_of_a_step_is_told_in_its_fold_and_on_paper() {
    let outcome = |done_at: &'static str, result: &'static str, section| {
        page(NINH_KIEU, section, move |filled| {
            let step = filled.step("1.1");
            let field = |field| Field::Step("1.1".into(), step.clone(), field);
            filled.text(field(StepField::Task), "Kiểm tra").text(field(StepField::DoneAt), done_at);
            filled.text(field(StepField::Result), result);
        })
    };
    let task = Section::Task("1".into());
    has(&outcome("", "", task.clone()), "Ghi kết quả");
    has(&outcome("", "Còn 2 phường", task.clone()), "Đã ghi kết quả");
    has(&outcome("5/7/2024", "", task), "Đã xong ngày 05/07/2024");
    let paper = outcome("5/7/2024", "Còn 2 phường", Section::Print);
    has(&paper, "Đã xong ngày 05/07/2024");
    has(&paper, "Kết quả việc này: Còn 2 phường");
}

#[test]
fn the_export_is_offered_whatever_is_open_and_lists_that_first() {
    let html = page(NINH_KIEU, Section::Export, full);
    let summary = html.find("id=\"error-summary\"").unwrap();
    let open = html.find("id=\"open-title\"").unwrap();
    let button = html.find("class=\"btn main\">Xuất tệp</button>").unwrap();
    assert!(summary < open && open < button);
    has(&html, "Đã trả lời 3/5 yêu cầu");
    has(&html, "Từ ngày: Không có ngày này.");
    has(&html, "Yêu cầu 3.1 – Mức độ thực hiện: Chưa chọn mức độ thực hiện.");
    has(&html, "Lúc nào cũng xuất được");
    assert_eq!(count(&html, &["a ", "/ban-in\""]), 1);

    let done = page(NINH_KIEU, Section::Export, |filled| {
        for requirement in ["1.1", "1.2", "1.3", "1.4"] {
            filled.status(requirement, Status::InProgress).answer(requirement, AnswerField::Results, "Đã quán triệt.");
            filled.answer(requirement, AnswerField::ObjectiveCauses, "Chờ hướng dẫn.");
        }
        filled.text(Field::AsOf, "30/6/2024").text(Field::Overall, "Tốt.");
    });
    has(&done, "Không còn nội dung nào cần bổ sung.");
    has(&done, "4/4 yêu cầu");
}

#[test]
fn the_print_has_the_directives_headings_and_marks_itself_a_draft() {
    let html = page(NINH_KIEU, Section::Print, full);
    has(&html, "DỰ THẢO");
    has(&html, "Tự đánh giá việc thực hiện Công văn 1022-CV/TU");
    for heading in
        ["Kết quả", "Hạn chế, khó khăn", "Nhiệm vụ, giải pháp", "Đề xuất, kiến nghị", "Danh mục tài liệu kiểm chứng"]
    {
        has(&html, heading);
    }
    has(&html, "30/06/2024");
    has(&html, "Hoàn thành tốt nhiệm vụ (Quy định 124-QĐ/TW)");
    has(&html, "Không thuộc phạm vi của đơn vị");
    // What a status makes pointless is not reported: 1.1 and 1.2 have results, 1.3 and 1.4 do not.
    assert_eq!(html.matches("Đã làm.").count(), 2);
}

#[test]
fn english_speaks_english_but_for_the_content() {
    let vietnamese = |c: char| c > '\u{7f}' && domain::fold::fold(&c.to_string()).is_ascii() && c.is_alphabetic();
    for section in sections() {
        let html = page(NINH_KIEU, section.clone(), |filled| {
            full(filled);
            filled.runtime.send(Msg::SetLang(Lang::En));
        });
        let own = text(&html, true);
        let own = own.replace("Tiếng Việt", "");
        let word = own.split_whitespace().find(|word| word.chars().any(vietnamese));
        assert_eq!(word, None, "{section:?}: {own}");
    }
}

#[test]
fn the_sample_is_marked_in_every_section() {
    for section in sections() {
        let html = markup::render::<App>(move || {
            let filled = Filled::begun_by(NINH_KIEU);
            filled.runtime.send(Msg::OpenSample);
            let id = filled.runtime.model().route.draft().unwrap().to_owned();
            let filled = Filled { id, ..filled };
            filled.go(section);
            AppProps { runtime: Some(filled.runtime) }
        });
        assert!(html.matches("BẢN MẪU").count() >= 2);
    }
}

#[test]
fn a_link_is_offered_mended_where_that_can_be_told() {
    let html = page(NINH_KIEU, task("1"), |filled| {
        for link in ["https://a.vn/hai từ.pdf", "https://a!b.vn", "https://a.vn/\u{200b}", "https://a.vn"] {
            // Without a number its fields are open.
            let id = filled.evidence(Some("1.1"), "");
            filled.text(Field::Evidence(id, EvidenceField::Url), link);
        }
    });
    has(&html, "Liên kết có dấu cách, không dùng được trong địa chỉ.");
    has(&html, "Liên kết có ký tự “!”, không dùng được trong địa chỉ.");
    has(&html, "Liên kết có ký tự ẩn U+200B, không dùng được trong địa chỉ.");
    let offered: Vec<&str> =
        tags(&html).filter(|tag| tag.contains("data-mends")).filter_map(|tag| attribute(tag, "value")).collect();
    assert_eq!(offered, ["https://a.vn/hai%20từ.pdf", "https://a.vn/"]);
}
