//! Long lists, of which most people read only the beginning.

use crate::views::context::ViewContext;
use crate::views::form::pieces::more;
use ui::view;
use yew::prelude::*;

/// As many items of a list are shown to be looked at.
pub(super) const LOOKED_AT: usize = 100;

/// The fields of a newer version, by their places.
pub(in crate::views) fn not_understood_list(ctx: &ViewContext, paths: &[String]) -> Html {
    let one = |path: &String| view! { <li><code>{ path.clone() }</code></li> };
    view! {
        <>
            <ul class="paths" role="list">{ for paths.iter().take(LOOKED_AT).map(one) }</ul>
            { more(ctx, paths.len().saturating_sub(LOOKED_AT)) }
        </>
    }
}
