//! The markup of the report, rendered natively.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on fails")]

use super::{App, AppProps};
use crate::model::Model;
use crate::msg::{MakeFault, Msg};
use crate::store::{Shared, Store};
use domain::directive::Directive;
use domain::lang::Lang;
use domain::sample;
use exchange::record::StoredDraft;
use report::particular::Particular;
use report::profile::Profiles;
use ui::{Setting, markup};

/// What is drawn of the sample after those messages, where that was kept of its report.
fn drawn(lang: Lang, report: &'static str, messages: fn() -> Vec<Msg>) -> String {
    markup::render::<App>(move || {
        let model = Model::new(Directive::built_in().unwrap(), Profiles::built_in().unwrap());
        let store = Store::new(model, Setting { lang, heading_level: 1 }, Box::new(|_, _| {}));
        let draft = StoredDraft {
            id: "k3".into(),
            assessment: sample::built_in(),
            report: report.into(),
            ..StoredDraft::default()
        };
        store.send(Msg::Shown(Box::new(draft)));
        messages().into_iter().for_each(|msg| store.send(msg));
        AppProps { store: Shared(store) }
    })
}

fn after(messages: fn() -> Vec<Msg>) -> String {
    drawn(Lang::Vi, "", messages)
}

fn rewritten() -> Msg {
    Msg::Rewrite("results/overall".into(), "Lời của lãnh đạo.".into())
}

#[test]
fn each_paragraph_can_be_edited_and_the_headings_lie_below_that_of_the_section() {
    let html = after(|| vec![rewritten()]);
    assert!(html.contains("Lời của lãnh đạo.") && html.contains("Đã sửa") && html.contains("DỰ THẢO"));
    let paragraphs = html.matches("class=\"written").count();
    assert!(paragraphs > 10 && html.matches(">Sửa<").count() == paragraphs, "{paragraphs}");
    assert!(!html.contains("<h1") && html.find("<h2") < html.find("<h3"));
    assert!(!html.contains("style="));
}

#[test]
fn what_stands_around_the_text_is_on_the_page() {
    let html = after(|| vec![Msg::Fill(Particular::Name, "Nguyễn Văn Ví Dụ".into())]);
    assert!(html.contains("Nguyễn Văn Ví Dụ"));
}

#[test]
fn the_words_around_it_are_in_the_language_of_the_screen_and_the_report_is_not() {
    let html = drawn(Lang::En, "", Vec::new);
    for text in ["Print the report", "Pages of the report", "BÁO CÁO", "I- KẾT QUẢ"] {
        assert!(html.contains(text), "{text}");
    }
    assert!(!html.contains("Tải Word"));
}

#[test]
fn how_far_a_document_is_is_told() {
    let html = after(|| vec![Msg::Make]);
    assert!(html.contains("Đang lập tệp Word") && html.contains(">Dừng<"));
    assert!(after(|| vec![Msg::Make, Msg::Made(Ok(0))]).contains("Đã tải tệp Word."));
    assert!(after(|| vec![Msg::Make, Msg::Made(Ok(3))]).contains("Trong đó 3 ký tự"));
    let html = after(|| vec![Msg::Make, Msg::Made(Err(MakeFault::NotMade))]);
    assert!(html.contains("bản in vẫn dùng được"));
    let html = after(|| vec![Msg::Make, Msg::Made(Err(MakeFault::NotHandedOut))]);
    assert!(html.contains("Hãy cho phép tải xuống"));
}

#[test]
fn what_was_given_up_can_be_taken_back() {
    let html = after(|| vec![rewritten(), Msg::TakeGenerated("results/overall".into())]);
    assert!(!html.contains("Lời của lãnh đạo.") && html.contains("Hoàn tác"));
}

#[test]
fn what_a_newer_version_has_kept_is_not_edited() {
    let html = drawn(Lang::Vi, r#"{"edits":[]}"#, || vec![rewritten()]);
    assert!(html.contains("do phiên bản mới hơn lưu") && html.contains("DỰ THẢO"));
    assert!(!html.contains(">Sửa<") && !html.contains("Điền thể thức"));
}
