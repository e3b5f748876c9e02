//! A long list in the document, drawn slice by slice so that the page stays responsive: drawing thousands of rows at once would
//! block it for seconds. The model says how many slices are drawn (`app::drawing`).

use super::watch::{lasting, watch};
use app::drawing::SLICE;
use std::ops::Range;
use std::rc::Rc;
use yew::prelude::*;

/// So many rows, as far as they are to be drawn yet; `draw` draws those of a range. `key` is unique among its siblings.
pub(super) fn gradually(key: &str, count: usize, draw: impl Fn(Range<usize>) -> Html + 'static) -> Html {
    let draw = Rc::new(draw);
    let slice = |index: usize| {
        let (rows, draw) = (index * SLICE..count.min((index + 1) * SLICE), Rc::clone(&draw));
        lasting(move || draw(rows.clone()))
    };
    // What is drawn once stays as it is while others come.
    let slices: Vec<_> = (0..count.div_ceil(SLICE)).map(slice).collect();
    let all = slices.len();
    watch(
        key,
        move |model| model.drawn.min(all),
        move |_, drawn| {
            slices.iter().take(*drawn).enumerate().map(|(index, slice)| slice(&index.to_string())).collect()
        },
    )
}
