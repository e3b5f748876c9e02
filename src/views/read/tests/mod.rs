//! The markup of the whole reading view, for different units, rendered natively.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test that cannot go on fails")]

mod prerendered;

use crate::views::{App, AppProps};
use app::{Clock, Edit, Effect, EffectHandler, Model, Msg, Route, Runtime};
use domain::assessment::{Status, UnitRef};
use domain::directive::Directive;
use domain::field::{AnswerField, Field};
use domain::lang::Lang;
use domain::roster::Roster;
use prerendered::tags;
use std::rc::Rc;
use storage::Loaded;
use ui::markup;

/// A world in which nothing happens.
struct Still;

impl EffectHandler for Still {
    fn clock(&self) -> Clock {
        Clock::default()
    }

    fn perform(&self, _: &Rc<Runtime>, _: Effect) {}
}

/// The page at the directive, after what `story` has done.
fn page(story: impl FnOnce(&Rc<Runtime>) + Send + 'static) -> String {
    markup::render::<App>(move || {
        let model =
            Model::new(Rc::new(Directive::built_in().unwrap()), Rc::new(Roster::built_in().unwrap()), 7, str::to_owned);
        let runtime = Runtime::new(model, Box::new(Still));
        runtime.send(Msg::Loaded(Loaded::default()));
        story(&runtime);
        AppProps { runtime: Some(runtime) }
    })
}

fn unit(name: &str) -> UnitRef {
    let roster = Roster::built_in().unwrap();
    let unit = roster.units.into_iter().find(|unit| unit.name == name).unwrap();
    UnitRef { id: unit.id, group: unit.group, name: unit.name, ..UnitRef::default() }
}

fn read_as(name: &'static str) -> String {
    page(move |runtime| runtime.send(Msg::ChooseUnit(unit(name))))
}

/// Begins a draft of the unit and comes back to the directive.
fn drafting(runtime: &Rc<Runtime>, name: &str, edits: Vec<Edit>) -> String {
    runtime.send(Msg::StartDraft(unit(name)));
    let draft = runtime.model().route.draft().unwrap().to_owned();
    for edit in edits {
        runtime.send(Msg::Edit(draft.clone(), edit));
    }
    runtime.send(Msg::Go(Route::Directive(None)));
    draft
}

fn answered(requirement: &str, status: Status) -> Edit {
    Edit::Status(requirement.into(), Some(status))
}

/// The cards, one text each.
fn cards(html: &str) -> Vec<String> {
    let cards = html
        .split("<article")
        .filter(|piece| piece.contains("id=\"card-"))
        .map(|piece| piece.split_once("</article>").map_or(piece, |(card, _)| card).to_owned());
    cards.collect()
}

/// The text between the tags, spaces closed up.
fn text(html: &str) -> String {
    let text: String = html.split('<').map(|piece| piece.split_once('>').map_or(piece, |(_, text)| text)).collect();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The row of a requirement with what it opens to.
fn row(html: &str, id: &str) -> String {
    let (_, rest) = html.split_once(&format!("id=\"card-{id}\"")).unwrap();
    rest.split_once("</li><li").map_or(rest, |(row, _)| row).split("</ul></article>").next().unwrap().to_owned()
}

/// Whether the card of that place has the way to the board.
fn leads_to_the_board(html: &str, card: usize) -> bool {
    cards(html)[card].contains("<a href=\"#/tong-hop\">Mở phần Tổng hợp</a>")
}

#[test]
fn the_board_is_opened_from_the_task_that_gathers() {
    let open = |unit: Option<&'static str>| unit.map_or_else(|| page(|_| ()), read_as);
    for (unit, is_asked) in [(None, true), (Some("Ban Tuyên giáo Thành ủy"), true), (Some("Quận ủy Ninh Kiều"), false)]
    {
        let html = open(unit);
        assert!(!leads_to_the_board(&html, 0) && !leads_to_the_board(&html, 1));
        assert_eq!(leads_to_the_board(&html, 2), is_asked, "{unit:?}");
        assert_eq!(row(&html, "3.2").contains("#/tong-hop"), is_asked, "{unit:?}");
    }
}

#[test]
fn the_bar_names_the_board_only_while_it_is_open() {
    let bar = |html: &str| html.split_once("</nav>").unwrap().0.to_owned();
    assert!(!bar(&page(|_| ())).contains("tong-hop"));
    let html = page(|runtime| runtime.send(Msg::Go(Route::parse("/tong-hop/don-vi"))));
    assert!(bar(&html).contains("<a href=\"#/tong-hop\" aria-current=\"page\">Tổng hợp</a>"));
    assert_eq!(bar(&html).matches("aria-current").count(), 1);
    // Its place is another program's.
    assert!(html.contains("<main class=\"board\" id=\"board\" tabindex=\"-1\"></main>"), "{html}");
}

#[test]
fn three_cards_name_who_leads_and_who_coordinates_in_the_directives_words() {
    let html = page(|_| ());
    let cards = cards(&html);
    assert_eq!(cards.len(), 3);
    let texts: Vec<String> = cards.iter().map(|card| text(card)).collect();
    assert!(texts[0].contains("tập trung lãnh đạo, chỉ đạo thực hiện tốt: các cấp ủy, tổ chức đảng, chính quyền"));
    assert!(
        texts[1].contains("lãnh đạo, chỉ đạo: Đảng đoàn Hội đồng nhân dân, Ban cán sự đảng Ủy ban nhân dân thành phố")
    );
    assert!(texts[2].contains("chủ trì: Ban Tuyên giáo Thành ủy"));
    assert!(texts[2].contains("phối hợp: Văn phòng Thành ủy và các cơ quan, đơn vị có liên quan"));
    for (card, count) in cards.iter().zip([4, 9, 2]) {
        assert_eq!(tags(card, &["summary ", "class=\"req-row\""]), count);
    }
}

#[test]
fn without_a_unit_the_cards_are_neutral_and_invite_to_choose_one() {
    let html = page(|_| ());
    assert!(text(&html).contains("Chọn đơn vị để biết nhiệm vụ nào là của mình"));
    for card in cards(&html) {
        assert!(text(&card).ends_with("yêu cầuChọn đơn vị để tự đánh giá"));
        assert!(!card.contains("class=\"st ") && !card.contains("card mine") && !card.contains("Không thuộc phạm vi"));
    }
}

#[test]
fn a_district_carries_out_the_first_task_and_learns_why_the_others_are_not_its_own() {
    let html = read_as("Quận ủy Ninh Kiều");
    assert!(text(&html).contains("Đơn vị: Quận ủy Ninh Kiều"));
    let cards = cards(&html);
    assert!(cards[0].contains("card mine") && text(&cards[0]).contains("Đơn vị thực hiện"));
    assert!(text(&cards[0]).contains("0/4 yêu cầu"));
    for card in &cards[1..] {
        assert!(!card.contains("card mine") && !card.contains("<footer>"));
        let words = text(card);
        assert!(words.contains(
            "Không thuộc phạm vi của Quận ủy Ninh Kiều: công văn giao nhiệm vụ này cho các cơ quan nêu trên."
        ));
        assert!(words.contains("Đơn vị có phối hợp"));
        assert!(card.contains("<details class=\"folded\"><summary>"), "folded: {card}");
    }
}

#[test]
fn the_bodies_that_the_directive_names_have_their_roles() {
    for (name, task, scope, count) in [
        ("Ban Tuyên giáo Thành ủy", 2, "Đơn vị chủ trì", 2),
        ("Văn phòng Thành ủy", 2, "Đơn vị phối hợp", 2),
        ("Đảng đoàn Hội đồng nhân dân thành phố", 1, "Đơn vị lãnh đạo, chỉ đạo", 9),
    ] {
        let cards = cards(&read_as(name));
        let card = &cards[task];
        assert!(card.contains("card mine") && text(card).contains(scope), "{name}");
        assert!(text(card).contains(&format!("0/{count} yêu cầu")), "{name}");
        assert_eq!(card.matches("class=\"st none\"").count(), count);
    }
}

#[test]
fn the_cards_show_the_unit_s_statuses_progress_and_answers_so_far() {
    let html = page(|runtime| {
        let results = Field::Answer("1.2".into(), AnswerField::Results);
        let edits = vec![
            answered("1.1", Status::OutOfScope),
            answered("1.2", Status::InProgress),
            Edit::Text(results, "Đã ban hành kế hoạch".into()),
        ];
        let draft = drafting(runtime, "Quận ủy Ninh Kiều", edits);
        assert_eq!(draft.len(), 8);
    });
    let cards = cards(&html);
    assert!(text(&cards[0]).contains("1/3 yêu cầu") && text(&cards[0]).contains("Tự đánh giá tiếp"));
    let open = row(&html, "1.2");
    assert!(open.contains("class=\"st in-progress\""));
    assert!(text(&open).contains("Đang thực hiện") && text(&open).contains("Kết quảĐã ban hành kế hoạch"));
    assert!(open.contains("/yeu-cau/1.2\""), "a way to its place in the form");
    assert!(!text(&open).contains("Hạn chế"), "only what there is");
}

#[test]
fn the_view_says_once_which_words_are_the_editors() {
    let html = read_as("Quận ủy Ninh Kiều");
    assert_eq!(html.matches("Tiêu đề và cách chia yêu cầu do trang này biên soạn").count(), 1);
}

#[test]
fn a_unit_that_takes_part_answers_on_the_task_and_can_step_back() {
    let html = page(|runtime| drop(drafting(runtime, "Quận ủy Ninh Kiều", vec![Edit::OptIn("3".into(), true)])));
    let card = &cards(&html)[2];
    let words = text(card);
    assert!(card.contains("card mine") && words.contains("Đơn vị có phối hợp") && words.contains("0/2 yêu cầu"));
    assert!(words.contains("Đơn vị không phối hợp"));
}

#[test]
fn a_requirement_opens_to_its_clause_and_its_notes_with_their_sources() {
    let html = read_as("Ban cán sự đảng Ủy ban nhân dân thành phố");
    let open = row(&html, "1.2");
    assert!(open.contains("<blockquote lang=\"vi\">đặc biệt là Nghị quyết số 45/2022/QH15 của Quốc hội</blockquote>"));
    let words = text(&open);
    assert!(words.contains("Nguyên văn"));
    assert!(words.contains("Tham khảo Nghị quyết 45/2022/QH15 có hiệu lực từ ngày 01/03/2022"));
    assert!(words.contains("Nguồn: luatvietnam.vn (văn bản 215955)"));
    assert_eq!(words.matches("01/03/2022").count(), 1, "a date is said once");
    assert!(text(&row(&html, "2.2.1")).contains("Tính đến ngày 01/03/2022."));
    // A part that the editor has split off says so, and shows the clause that it is a part of.
    let part = row(&html, "2.2.1");
    assert!(
        text(&part)
            .contains("Phần biên tậpCơ chế, chính sách đặc thù về tài chính – ngân sáchNguyên văn yêu cầu 2.2nhất là")
    );
}

#[test]
fn the_address_opens_a_requirement_and_highlights_it_with_its_clause() {
    let html = page(|runtime| {
        runtime.send(Msg::ChooseUnit(unit("Quận ủy Ninh Kiều")));
        runtime.send(Msg::Go(Route::Directive(Some("2.2.1".into()))));
    });
    assert_eq!(tags(&html, &["li ", "class=\"sub on\""]), 1);
    assert_eq!(
        tags(&html, &["details ", "open"]),
        2,
        "the requirement, and the fold of its task, which is out of scope"
    );
    assert_eq!(tags(&html, &["details ", "open", "class=\"folded\""]), 1);
    assert_eq!(html.matches("class=\"clause on\"").count(), 1);
    assert!(html.contains("id=\"card-1\"") && html.contains("id=\"card-1.1\""));
}

#[test]
fn in_english_the_directive_stays_vietnamese() {
    let html = page(|runtime| {
        runtime.send(Msg::SetLang(Lang::En));
        runtime.send(Msg::ChooseUnit(unit("Quận ủy Ninh Kiều")));
    });
    for words in [
        ">Công văn 1022-CV/TU</span>: 3 tasks<",
        "<span lang=\"vi\">Quán triệt, thực hiện nghiêm túc; nâng cao nhận thức</span>",
        "Lead: <span lang=\"vi\">chủ trì: Ban Tuyên giáo Thành ủy</span>",
        "Out of scope for <span lang=\"vi\">Quận ủy Ninh Kiều</span>:",
        "Your unit carries it out",
        "As of 01/03/2022.",
        "<article class=\"sheet\" lang=\"vi\"",
        ">Find in the directive",
    ] {
        assert!(html.contains(words), "{words}");
    }
}

#[test]
fn no_style_stands_in_the_markup_and_no_id_twice() {
    let html = page(|runtime| drop(drafting(runtime, "Ban Tuyên giáo Thành ủy", vec![answered("3.1", Status::Done)])));
    assert!(!html.contains("style="));
    let mut ids: Vec<&str> = html.split(" id=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
    let count = ids.len();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), count);
}
