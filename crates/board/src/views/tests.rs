//! The markup of the board, rendered natively.

use super::*;
use ui::markup;

#[test]
fn the_heading_stands_in_the_outline_of_the_page() {
    let drawn =
        |lang, heading_level| markup::render::<App>(move || AppProps { lang, heading_level, place: String::new() });
    assert!(drawn(Lang::Vi, 1).contains("<h1 id=\"view-title\" tabindex=\"-1\">Tổng hợp</h1>"));
    let page_of_others = drawn(Lang::En, 3);
    assert!(page_of_others.contains("aria-level=\"3\"") && page_of_others.contains("Board"), "{page_of_others}");
}
