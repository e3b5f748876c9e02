//! A list of the document, which is drawn slice by slice, so that the page goes on meanwhile: all of a file's thousands of rows at
//! once would have it stand still for seconds. The model says how many slices there are to be (`app::drawing`).

use super::visible;
use super::watch::watch;
use crate::app::drawing::SLICE;
use std::ops::Range;
use std::rc::Rc;
use yew::prelude::*;

/// So many rows, as far as they are to be drawn yet; `draw` draws those of a range. `key` is unique among its siblings.
pub(super) fn gradually(key: &str, count: usize, draw: impl Fn(Range<usize>) -> Html + 'static) -> Html {
    let draw = Draw(Rc::new(draw));
    let slices = count.div_ceil(SLICE);
    watch(
        key,
        move |model| model.drawn.min(slices),
        move |_, drawn| {
            let slice = |index: usize| {
                let (from, to) = (index * SLICE, count.min((index + 1) * SLICE));
                yew::html! { <Slice key={index.to_string()} {from} {to} draw={draw.clone()} /> }
            };
            (0..*drawn).map(slice).collect()
        },
    )
}

#[derive(Clone)]
struct Draw(Rc<dyn Fn(Range<usize>) -> Html>);

impl PartialEq for Draw {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

#[derive(Clone, PartialEq, Properties)]
struct SliceProps {
    from: usize,
    to: usize,
    draw: Draw,
}

/// What is drawn once stays as it is while others come.
#[component]
fn Slice(props: &SliceProps) -> Html {
    let mut drawn = (props.draw.0)(props.from..props.to);
    // What is drawn here is not seen by the part that this stands in.
    visible::name_hidden(&mut drawn);
    drawn
}
