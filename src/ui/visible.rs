//! What hides in a text is named: characters that turn the direction of the text around them, with which a name can be made
//! to read as another, and marks beyond count on one letter, which would cover the page.
//!
//! It is done to all that a part of the page draws, so that no view can forget it. The fields of the form hold a text as it
//! is: they have no text nodes.

use std::rc::Rc;
use yew::prelude::*;
use yew::virtual_dom::VNode;

/// No letter of a living language has more marks; what comes after them is counted, not drawn.
const MOST_MARKS: usize = 12;

/// Puts names in the places of hidden characters in all texts of the nodes.
pub(super) fn name_hidden(node: &mut VNode) {
    match node {
        VNode::VText(text) => {
            if let Some(named) = named(&text.text) {
                text.text = AttrValue::from(named);
            }
        }
        VNode::VTag(tag) => {
            if let Some(children) = Rc::make_mut(tag).children_mut() {
                name_hidden(children);
            }
        }
        VNode::VList(list) => Rc::make_mut(list).iter_mut().for_each(name_hidden),
        _ => {}
    }
}

/// The text with names in the places of hidden characters; nothing, where it has none.
fn named(text: &str) -> Option<String> {
    if !text.chars().any(|letter| is_turn(letter) || is_mark(letter)) {
        return None;
    }
    let mut out = String::new();
    let mut marks = 0;
    for letter in text.chars() {
        if is_mark(letter) {
            marks += 1;
        } else {
            count_marks(&mut out, marks);
            marks = 0;
        }
        if is_turn(letter) {
            push_name(&mut out, letter);
        } else if marks <= MOST_MARKS {
            out.push(letter);
        }
    }
    count_marks(&mut out, marks);
    Some(out)
}

/// Says how many marks are not drawn: `[+9988]`.
fn count_marks(out: &mut String, marks: usize) {
    if marks > MOST_MARKS {
        out.push_str("[+");
        out.push_str(&(marks - MOST_MARKS).to_string());
        out.push(']');
    }
}

/// `[U+202E]`
fn push_name(out: &mut String, letter: char) {
    out.push_str("[U+");
    for shift in [12, 8, 4, 0] {
        out.extend(char::from_digit((u32::from(letter) >> shift) & 15, 16).map(|digit| digit.to_ascii_uppercase()));
    }
    out.push(']');
}

/// Whether it is one of the controls of Unicode's bidirectional algorithm.
fn is_turn(letter: char) -> bool {
    matches!(letter, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// Whether it is set on the letter before it. A table of the blocks whose marks fonts pile up, not all of Unicode.
fn is_mark(letter: char) -> bool {
    matches!(letter,
        '\u{300}'..='\u{36f}' | '\u{483}'..='\u{489}' | '\u{591}'..='\u{5bd}' | '\u{610}'..='\u{61a}'
        | '\u{64b}'..='\u{65f}' | '\u{6d6}'..='\u{6ed}' | '\u{93a}'..='\u{94d}' | '\u{e31}' | '\u{e34}'..='\u{e3a}'
        | '\u{e47}'..='\u{e4e}' | '\u{eb1}' | '\u{eb4}'..='\u{ebc}' | '\u{ec8}'..='\u{ece}' | '\u{f71}'..='\u{f84}'
        | '\u{1ab0}'..='\u{1aff}' | '\u{1dc0}'..='\u{1dff}' | '\u{20d0}'..='\u{20ff}' | '\u{302a}'..='\u{302f}'
        | '\u{3099}' | '\u{309a}' | '\u{a66f}'..='\u{a67d}' | '\u{fe00}'..='\u{fe0f}' | '\u{fe20}'..='\u{fe2f}')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::html::html;

    #[test]
    fn what_turns_the_text_is_named() {
        assert_eq!(named("a\u{202e}gpj.exe").as_deref(), Some("a[U+202E]gpj.exe"));
        assert_eq!(named("\u{2066}\u{61c}\u{200f}").as_deref(), Some("[U+2066][U+061C][U+200F]"));
        assert_eq!(named("Quận ủy Ninh Kiều שלום 👩‍👩‍👧"), None);
    }

    #[test]
    fn marks_beyond_count_are_counted() {
        let few = ["e", &"\u{301}".repeat(12), "x"].concat();
        assert_eq!(named(&few), Some(few.clone()));
        let many = ["e", &"\u{301}".repeat(10_000), "x"].concat();
        let drawn = ["e", &"\u{301}".repeat(12), "[+9988]x"].concat();
        assert_eq!(named(&many), Some(drawn));
        let last = "\u{e49}".repeat(13);
        assert_eq!(named(&last), Some("\u{e49}".repeat(12) + "[+1]"));
    }

    #[test]
    fn texts_are_named_wherever_they_stand_and_fields_are_left_alone() {
        let turn = "\u{202e}";
        let list: Vec<Html> = vec![html! { <li>{ turn }</li> }, turn.into()];
        let mut drawn = html! { <p>{ turn }<b>{ for list }</b><input value={turn} /></p> };
        name_hidden(&mut drawn);
        let field = html! { <input value={turn} /> };
        let text = || Html::from("[U+202E]");
        assert_eq!(drawn, html! { <p>{ text() }<b>{ for [html! { <li>{ text() }</li> }, text()] }</b>{ field }</p> });
    }
}
