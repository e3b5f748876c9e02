//! Fits the views into the outline of the page around them. A page has one `main` and one first heading. In somebody else's page
//! these are not ours: there the views are a region, and their headings begin at a level that the page can set.
//!
//! This is applied to everything that a part of the page draws, so that no view has to know where it is.

use std::mem;
use std::rc::Rc;
use yew::virtual_dom::{VNode, VTag};

/// The levels that a heading can have.
const LEVELS: [&str; 6] = ["1", "2", "3", "4", "5", "6"];

/// Places what was drawn so that its first heading has this level. From 1 everything stays as it is.
pub fn place(node: &mut VNode, first: u8) {
    if first > 1 {
        place_below(node, usize::from(first) - 1);
    }
}

fn place_below(node: &mut VNode, deeper: usize) {
    match node {
        VNode::VTag(tag) => {
            let tag = Rc::make_mut(tag);
            if let Some(level) = tag.tag().strip_prefix('h').and_then(|level| level.parse::<usize>().ok()) {
                let level = LEVELS.get(level - 1 + deeper).unwrap_or(&"6");
                tag.add_attribute("aria-level", *level);
            }
            if tag.tag() == "main" {
                *tag = region(tag);
            }
            if let Some(children) = tag.children_mut() {
                place_below(children, deeper);
            }
        }
        VNode::VList(list) => Rc::make_mut(list).iter_mut().for_each(|node| place_below(node, deeper)),
        _ => {}
    }
}

/// The same, named by the view's heading: without a name it would not be a region.
fn region(main: &mut VTag) -> VTag {
    let mut region = VTag::new("section");
    region.attributes = mem::take(&mut main.attributes);
    region.add_attribute("aria-labelledby", "view-title");
    if let Some((all, children)) = region.children_mut().zip(main.children_mut()) {
        *all = mem::take(children);
    }
    region
}
