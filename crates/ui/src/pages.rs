//! A list that is drawn one page at a time: a file may have thousands of rows, and drawing them all would take seconds.

use crate::setting::Setting;
use crate::{outline, view, visible};
use std::ops::Range;
use std::rc::Rc;
use yew::prelude::*;

/// A row of a list to which the person was led, and how many times they were led anywhere until then.
pub type Sought = Option<(u32, usize)>;

/// A list of so many rows. `draw` draws those of a range, `size` of them at most; where there are more, buttons lead to the
/// others. The row that is `sought` is on the page that is shown, until the person goes on. `key` is unique among its siblings.
pub fn pages(
    setting: Setting,
    key: &str,
    count: usize,
    size: usize,
    sought: Sought,
    draw: impl Fn(Range<usize>) -> Html + 'static,
) -> Html {
    let (key, draw) = (key.to_owned(), Draw(Rc::new(draw)));
    yew::html! { <Pages {key} {setting} {count} {size} {sought} {draw} /> }
}

#[derive(Clone)]
struct Draw(Rc<dyn Fn(Range<usize>) -> Html>);

impl PartialEq for Draw {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

#[derive(Clone, PartialEq, Properties)]
struct PagesProps {
    setting: Setting,
    count: usize,
    size: usize,
    sought: Sought,
    draw: Draw,
}

#[component]
fn Pages(props: &PagesProps) -> Html {
    let texts = &props.setting.texts().list;
    let redraw = use_force_update();
    // The page that is shown, and for which row it was looked up last.
    let shown = use_mut_ref(|| (0, None));
    let PagesProps { count, size, sought, .. } = *props;
    let last = count.saturating_sub(1) / size.max(1);
    let page = {
        let mut shown = shown.borrow_mut();
        if shown.1 != sought {
            let page = sought.map_or(shown.0, |(_, row)| row / size.max(1));
            *shown = (page, sought);
        }
        shown.0 = shown.0.min(last);
        shown.0
    };
    let (from, to) = (page * size, count.min((page + 1) * size));
    // What is drawn here is not seen by the part that this stands in.
    let mut drawn = (props.draw.0)(from..to);
    visible::name_hidden(&mut drawn);
    outline::place(&mut drawn, props.setting.heading_level);
    if last == 0 {
        return drawn;
    }
    let button = |text: &'static str, to: Option<usize>| {
        let (shown, redraw) = (shown.clone(), redraw.clone());
        let turn = Callback::from(move |_: MouseEvent| {
            if let Some(to) = to {
                shown.borrow_mut().0 = to;
                redraw.force_update();
            }
        });
        view! {
            <button type="button" class="btn" aria-disabled={if to.is_some() { "false" } else { "true" }} onclick={turn}>
                { text }
            </button>
        }
    };
    let next = (page < last).then_some(page + 1);
    view! {
        <div class="pages">
            <div class="actions no-print" role="group" aria-label={texts.pages}>
                { button(texts.page_before, page.checked_sub(1)) }
                <span role="status">{ (texts.rows)(from + 1, to, count) }</span>
                { button(texts.page_after, next) }
            </div>
            { drawn }
        </div>
    }
}
