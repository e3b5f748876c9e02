//! The view of the board (tổng hợp): a place that another program draws into.

use super::watch::watch;
use app::BOARD_DOM_ID;
use ui::view;
use yew::prelude::*;

/// The place, which this program leaves empty: another one fills it. It takes the focus until the board is there.
pub(super) fn board() -> Html {
    watch("board", |_| (), |_, ()| view! { <main class="board" id={BOARD_DOM_ID} tabindex="-1"></main> })
}
