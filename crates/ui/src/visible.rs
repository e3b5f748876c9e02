//! Names what hides in a text: characters that change its direction, with which one name can be made to read as another; and marks
//! that pile up on one letter without end, which would cover the page or be wider than it.
//!
//! This is applied to everything that a part of the page draws or reads out, so that no view can forget it. The fields of the form
//! hold a text as it is: they have no text nodes.

use domain::link::is_turn;
use std::rc::Rc;
use yew::prelude::*;
use yew::virtual_dom::VNode;

/// How many marks of a letter are drawn where fonts set them beside or over each other; the rest is counted. Burmese and Tai Tham have
/// five, some of them vowels beside the letter, cantillated Hebrew has five, and the flag of England six.
const MOST_MARKS: usize = 6;

/// The same where fonts pile them up. With four of them the line above or below can still be read; five cover it (Noto fonts, 16 px).
/// Arabic, as the Quran is printed, has four; Khmer and decomposed Greek have three.
const MOST_PILED: usize = 4;

/// The same where marks are letters that fonts set below each other, as high as letters are. Tibetan needs three, with its vowel.
/// Sanskrit in Tibetan letters may have more.
const MOST_STACKED: usize = 3;

/// Pictures are never joined from more parts.
const MOST_JOINTS: usize = 6;

const JOINER: char = '\u{200d}';

/// Replaces hidden characters with their names in all texts of the nodes.
pub fn name_hidden(node: &mut VNode) {
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

/// The same for a text that is read out, or shown when the pointer rests on something.
pub fn spoken(text: AttrValue) -> AttrValue {
    named(&text).map_or(text, AttrValue::from)
}

/// The text with its hidden characters replaced by their names, or nothing if it has none.
fn named(text: &str) -> Option<String> {
    if !text.chars().any(|letter| letter == JOINER || is_turn(letter) || is_mark(letter)) {
        return None;
    }
    let mut out = String::new();
    let (mut marks, mut undrawn, mut joints, mut is_joined) = (0, 0, 0, false);
    for letter in text.chars() {
        if letter == JOINER {
            joints += 1;
        } else if !is_joined && !is_mark(letter) {
            joints = 0;
        }
        is_joined = letter == JOINER || (is_joined && is_mark(letter));
        if is_mark(letter) {
            marks += 1;
            if marks > most_marks(letter) {
                undrawn += 1;
                continue;
            }
        } else {
            push_count(&mut out, undrawn);
            (marks, undrawn) = (0, 0);
        }
        if is_turn(letter) || (letter == JOINER && joints > MOST_JOINTS) {
            push_name(&mut out, letter);
        } else {
            out.push(letter);
        }
    }
    push_count(&mut out, undrawn);
    Some(out)
}

/// Says how many marks are not drawn: `[+9994]`.
fn push_count(out: &mut String, undrawn: usize) {
    if undrawn > 0 {
        out.push_str("[+");
        out.push_str(&undrawn.to_string());
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

/// How many marks of a letter may be drawn before this one is left out. `shell/rescue/visible.ts` names the same blocks.
fn most_marks(mark: char) -> usize {
    match mark {
        '\u{f71}'..='\u{f7d}' | '\u{f8d}'..='\u{fbc}' | '\u{11c92}'..='\u{11cb6}' => MOST_STACKED,
        '\u{300}'..='\u{489}'
        | '\u{610}'..='\u{8ff}'
        | '\u{e31}'..='\u{fbc}'
        | '\u{17b4}'..='\u{17d3}'
        | '\u{1ab0}'..='\u{1dff}'
        | '\u{2de0}'..='\u{2dff}'
        | '\u{a66f}'..='\u{aa31}'
        | '\u{10376}'..='\u{11cb6}' => MOST_PILED,
        _ => MOST_MARKS,
    }
}

/// Whether it is set on the letter before it. A table of the blocks whose marks fonts pile up, and of what changes a picture
/// (shades of skin, tags, variants); not all of Unicode.
fn is_mark(letter: char) -> bool {
    matches!(letter,
        '\u{300}'..='\u{36f}' | '\u{483}'..='\u{489}' | '\u{591}'..='\u{5bd}' | '\u{5bf}' | '\u{5c1}' | '\u{5c2}'
        | '\u{5c4}' | '\u{5c5}' | '\u{5c7}' | '\u{610}'..='\u{61a}' | '\u{64b}'..='\u{65f}' | '\u{670}'
        | '\u{6d6}'..='\u{6dc}' | '\u{6df}'..='\u{6e4}' | '\u{6e7}' | '\u{6e8}' | '\u{6ea}'..='\u{6ed}' | '\u{711}'
        | '\u{730}'..='\u{74a}' | '\u{7a6}'..='\u{7b0}' | '\u{7eb}'..='\u{7f3}' | '\u{816}'..='\u{819}'
        | '\u{81b}'..='\u{823}' | '\u{825}'..='\u{827}' | '\u{829}'..='\u{82d}' | '\u{859}'..='\u{85b}'
        | '\u{897}'..='\u{89f}' | '\u{8ca}'..='\u{8e1}' | '\u{8e3}'..='\u{903}' | '\u{93a}'..='\u{93c}'
        | '\u{93e}'..='\u{94f}' | '\u{951}'..='\u{957}' | '\u{962}' | '\u{963}' | '\u{981}'..='\u{983}' | '\u{9bc}'
        | '\u{9be}'..='\u{9cd}' | '\u{9fe}' | '\u{a01}'..='\u{a03}' | '\u{a3c}'..='\u{a51}' | '\u{a81}'..='\u{a83}'
        | '\u{abc}' | '\u{abe}'..='\u{acd}' | '\u{b01}'..='\u{b03}' | '\u{b3c}' | '\u{b3e}'..='\u{b57}'
        | '\u{e31}' | '\u{e34}'..='\u{e3a}' | '\u{e47}'..='\u{e4e}' | '\u{eb1}' | '\u{eb4}'..='\u{ebc}'
        | '\u{ec8}'..='\u{ece}' | '\u{f18}' | '\u{f19}' | '\u{f35}' | '\u{f37}' | '\u{f39}' | '\u{f71}'..='\u{f84}'
        | '\u{f86}' | '\u{f87}' | '\u{f8d}'..='\u{fbc}' | '\u{102b}'..='\u{103e}' | '\u{135d}'..='\u{135f}'
        | '\u{17b4}'..='\u{17d3}' | '\u{180b}'..='\u{180f}' | '\u{1a55}'..='\u{1a7f}' | '\u{1ab0}'..='\u{1aff}'
        | '\u{1b34}'..='\u{1b44}' | '\u{1b6b}'..='\u{1b73}' | '\u{1bf0}' | '\u{1bf1}' | '\u{1c2d}'..='\u{1c36}'
        | '\u{1cd0}'..='\u{1ce8}' | '\u{1cf4}' | '\u{1cf7}'..='\u{1cf9}' | '\u{1dc0}'..='\u{1dff}' | '\u{20d0}'..='\u{20ff}' | '\u{2cef}'..='\u{2cf1}'
        | '\u{2de0}'..='\u{2dff}' | '\u{302a}'..='\u{302f}' | '\u{3099}' | '\u{309a}' | '\u{a66f}'..='\u{a672}'
        | '\u{a674}'..='\u{a67d}' | '\u{a69e}' | '\u{a69f}' | '\u{a6f0}' | '\u{a6f1}'
        | '\u{a8e0}'..='\u{a8f1}' | '\u{aa31}' | '\u{fb1e}' | '\u{fe00}'..='\u{fe0f}' | '\u{fe20}'..='\u{fe2f}' | '\u{10376}'..='\u{1037a}' | '\u{10a0d}'
        | '\u{10a0f}' | '\u{10a3a}' | '\u{10d24}'..='\u{10d27}' | '\u{10f46}'..='\u{10f50}' | '\u{11180}' | '\u{11181}'
        | '\u{111bc}'..='\u{111c0}' | '\u{11301}' | '\u{114bf}' | '\u{114c0}' | '\u{115b2}'..='\u{115b5}'
        | '\u{115c0}' | '\u{115dc}' | '\u{115dd}' | '\u{116ab}'..='\u{116b7}' | '\u{11a01}'..='\u{11a0a}'
        | '\u{11a3d}' | '\u{11a3e}' | '\u{11a51}'..='\u{11a56}' | '\u{11c92}'..='\u{11cb6}'
        | '\u{16af0}'..='\u{16af4}' | '\u{1d165}'..='\u{1d169}' | '\u{1d16d}'..='\u{1d182}' | '\u{1d185}'..='\u{1d18b}'
        | '\u{1d1aa}'..='\u{1d1ad}' | '\u{1e000}'..='\u{1e02a}' | '\u{1e8d0}'..='\u{1e8d6}' | '\u{1e944}'..='\u{1e94a}'
        | '\u{1f3fb}'..='\u{1f3ff}' | '\u{e0020}'..='\u{e007f}' | '\u{e0100}'..='\u{e01ef}')
}

#[cfg(test)]
mod tests;
