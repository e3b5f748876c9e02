//! Parts of the page that are redrawn only when what they show has changed.
//!
//! All of them are one Yew component: with a component for each part, Yew's whole life cycle would be compiled once more, several
//! kilobytes each time.

use super::context::{ViewContext, count_drawn, use_view_context};

use app::Model;
use app::runtime::Subscription;
use std::any::Any;
use std::cell::RefCell;
use std::rc::Rc;
use ui::{outline, visible};
use yew::prelude::*;

/// A part of the page. `select` takes what it shows from the model; `draw` draws that. `name` is unique among its
/// siblings.
pub(super) fn watch<T: PartialEq + 'static>(
    name: &str,
    select: impl Fn(&Model) -> T + 'static,
    draw: impl Fn(&ViewContext, &T) -> Html + 'static,
) -> Html {
    part(name, Rc::new(PartOf { select, draw }))
}

/// A part that shows the same for ever, and is one and the same wherever its name is placed: what is drawn around it is drawn again
/// without it.
pub(super) fn lasting(draw: impl Fn() -> Html + 'static) -> impl Fn(&str) -> Html {
    let shared: Rc<dyn WatchedPart> =
        Rc::new(PartOf { select: |_: &Model| (), draw: move |_: &ViewContext, (): &()| draw() });
    move |name| part(name, Rc::clone(&shared))
}

fn part(name: &str, part: Rc<dyn WatchedPart>) -> Html {
    let name = AttrValue::from(name.to_owned());
    yew::html! { <Watch key={&*name} name={name.clone()} part={Shared(part)} /> }
}

/// What a part shows, of any type.
type AnyShown = Rc<dyn Any>;

trait WatchedPart {
    fn select(&self, model: &Model) -> AnyShown;
    fn is_same(&self, model: &Model, shown: &AnyShown) -> bool;
    fn draw(&self, ctx: &ViewContext, shown: &AnyShown) -> Html;
}

struct PartOf<S, D> {
    select: S,
    draw: D,
}

impl<T: PartialEq + 'static, S: Fn(&Model) -> T, D: Fn(&ViewContext, &T) -> Html> WatchedPart for PartOf<S, D> {
    fn select(&self, model: &Model) -> AnyShown {
        Rc::new((self.select)(model))
    }

    fn is_same(&self, model: &Model, shown: &AnyShown) -> bool {
        shown.downcast_ref::<T>().is_some_and(|shown| (self.select)(model) == *shown)
    }

    fn draw(&self, ctx: &ViewContext, shown: &AnyShown) -> Html {
        shown.downcast_ref::<T>().map(|shown| (self.draw)(ctx, shown)).unwrap_or_default()
    }
}

#[derive(Clone)]
struct Shared(Rc<dyn WatchedPart>);

impl PartialEq for Shared {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

#[derive(Clone, PartialEq, Properties)]
struct WatchProps {
    name: AttrValue,
    part: Shared,
}

#[component]
fn Watch(props: &WatchProps) -> Html {
    let ctx = use_view_context();
    count_drawn(&ctx.runtime, &props.name);
    let redraw = use_force_update();
    let part = props.part.0.clone();
    let shown = part.select(&ctx.runtime.model());
    // The listener lives as long as the part; what it compares with and by is that of the latest drawing.
    let latest: Rc<RefCell<(Rc<dyn WatchedPart>, AnyShown)>> = {
        let first = (part.clone(), shown.clone());
        use_mut_ref(|| first)
    };
    *latest.borrow_mut() = (part.clone(), shown.clone());
    use_effect_with(ctx.clone(), move |ctx| {
        let check = move |model: &Model| {
            let (part, shown) = latest.borrow().clone();
            if !part.is_same(model, &shown) {
                redraw.force_update();
            }
        };
        // Something may have changed between the drawing and this effect.
        check(&ctx.runtime.model());
        let subscription: Subscription = ctx.runtime.subscribe(Rc::new(check));
        move || drop(subscription)
    });
    #[cfg(feature = "failpoints")]
    ctx.runtime.pass("drawing", &props.name);
    let mut drawn = part.draw(&ctx, &shown);
    visible::name_hidden(&mut drawn);
    outline::place(&mut drawn, ctx.heading_level);
    drawn
}
