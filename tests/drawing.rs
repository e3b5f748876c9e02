//! What a letter costs: nothing is redrawn but the requirement into which it was typed.
#![cfg(target_arch = "wasm32")]
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "tests")]
#![allow(clippy::disallowed_methods, reason = "the test stands in for the browser floor")]

use app::{Clock, Effect, EffectHandler, Model, Msg, Route, Runtime, Section};
use directive_assessment::views::{App, AppProps};
use domain::directive::Directive;
use domain::roster::Roster;
use std::collections::BTreeMap;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::{Element, Event, HtmlTextAreaElement};

wasm_bindgen_test_configure!(run_in_browser);

struct Nothing;

impl EffectHandler for Nothing {
    fn clock(&self) -> Clock {
        Clock::default()
    }

    fn perform(&self, _: &Rc<Runtime>, _: Effect) {}
}

/// A page with the sample open at the first task, and the element that it is drawn into.
fn open_sample() -> (Rc<Runtime>, Element) {
    let model =
        Model::new(Rc::new(Directive::built_in().unwrap()), Rc::new(Roster::built_in().unwrap()), 7, str::to_owned);
    let runtime = Runtime::new(model, Box::new(Nothing));
    runtime.send(Msg::Loaded(storage::Loaded::default()));
    runtime.send(Msg::OpenSample);
    let id = runtime.model().route.draft().unwrap().to_owned();
    runtime.send(Msg::Go(Route::Draft(id, Section::Task("1".into()))));
    let document = web_sys::window().unwrap().document().unwrap();
    let host = document.create_element("div").unwrap();
    document.body().unwrap().append_child(&host).unwrap();
    yew::Renderer::<App>::with_root_and_props(host.clone(), AppProps { runtime: Some(runtime.clone()) }).render();
    (runtime, host)
}

/// Lets everything that was put off happen, until the condition holds.
async fn until(condition: impl Fn() -> bool) {
    for _ in 0..500 {
        if condition() {
            return;
        }
        gloo::timers::future::TimeoutFuture::new(10).await;
    }
    panic!("it did not come about in five seconds");
}

#[wasm_bindgen_test]
async fn a_letter_draws_its_requirement_and_nothing_else() {
    let (runtime, host) = open_sample();
    let area = || host.query_selector("textarea[id='answer-1.2-results']").unwrap();
    until(|| area().is_some_and(|area| !area.unchecked_into::<HtmlTextAreaElement>().value().is_empty())).await;
    let area: HtmlTextAreaElement = area().unwrap().unchecked_into();
    let before: BTreeMap<String, u32> = runtime.drawn.borrow().clone();

    for letter in ["a", "b", "c"] {
        area.set_value(&[&area.value(), letter].concat());
        let options = web_sys::EventInit::new();
        options.set_bubbles(true);
        area.dispatch_event(&Event::new_with_event_init_dict("input", &options).unwrap()).unwrap();
        let wanted = area.value();
        let is_taken = || {
            let model = runtime.model();
            let answer = model.current().and_then(|draft| draft.assessment.answers.get("1.2").cloned());
            answer.is_some_and(|answer| answer.results == wanted)
        };
        until(is_taken).await;
    }
    let drawn_more = || -> Vec<String> {
        let drawn = runtime.drawn.borrow();
        drawn.iter().filter(|(name, count)| before.get(*name) != Some(count)).map(|(name, _)| name.clone()).collect()
    };
    until(|| drawn_more().iter().any(|name| name == "requirement-1.2")).await;
    assert_eq!(drawn_more(), ["requirement-1.2"], "the draft was dirty before, so the save state says the same");
}
