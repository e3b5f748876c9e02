//! The markup of the review, rendered natively.

use crate::views::{App, AppProps};
use app::{Clock, Edit, Effect, EffectHandler, Model, Msg, Route, Runtime};
use domain::assessment::UnitRef;
use domain::directive::Directive;
use domain::field::Field;
use domain::lang::Lang;
use domain::roster::Roster;
use std::rc::Rc;
use ui::markup;

struct Nowhere;

impl EffectHandler for Nowhere {
    fn clock(&self) -> Clock {
        Clock::default()
    }

    fn perform(&self, _: &Rc<Runtime>, _: Effect) {}
}

/// The list of two drafts of one unit, laid beside each other.
fn two_drafts(lang: Lang) -> String {
    markup::render::<App>(move || {
        let (directive, roster) = (Directive::built_in().unwrap_or_default(), Roster::built_in().unwrap_or_default());
        let runtime =
            Runtime::new(Model::new(Rc::new(directive), Rc::new(roster), 7, str::to_owned), Box::new(Nowhere));
        runtime.send(Msg::Loaded(storage::Loaded::default()));
        runtime.send(Msg::SetLang(lang));
        for overall in ["một", "hai"] {
            runtime.send(Msg::StartDraft(UnitRef { name: "Chi bộ 1".into(), ..UnitRef::default() }));
            let id = runtime.model().route.draft().map(str::to_owned).unwrap_or_default();
            runtime.send(Msg::Edit(id, Edit::Text(Field::Overall, overall.into())));
        }
        runtime.send(Msg::Go(Route::Drafts));
        let first = runtime.model().drafts.first().map(|draft| draft.id.clone()).unwrap_or_default();
        runtime.send(Msg::Compare(first));
        AppProps { runtime: Some(runtime) }
    })
}

/// What is said of a file is said of the other draft, and what makes sense of a file alone is not offered.
#[test]
fn two_drafts_are_no_file() {
    for (lang, said, unsaid) in [
        (
            Lang::Vi,
            ["So sánh hai bản nháp", "Lấy toàn bộ theo bản kia", "Trong bản kia", "Giữ của bản này", "Bắt đầu lúc"],
            ["Của tôi", "bản trên máy", "Thay bản nháp", "Giữ thành hai bản", "Xuất lúc"],
        ),
        (
            Lang::En,
            ["Comparing two drafts", "Take all of the other draft's", "Keep this draft's", "Compare, merge", "Begun"],
            ["the file's", "ine<", "Replace", "Keep two", "Exported"],
        ),
    ] {
        let html = two_drafts(lang).replace("&#x27;", "'");
        for words in said {
            assert!(html.contains(words), "{words:?} is not in:\n{html}");
        }
        for words in unsaid {
            assert!(!html.contains(words), "{words:?} is in:\n{html}");
        }
    }
}
