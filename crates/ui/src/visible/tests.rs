//! What hides in a text is named, and what belongs to a language stays whole.

#![allow(clippy::expect_used, reason = "tests")]
use super::*;
use crate::view;

#[test]
fn what_turns_the_text_is_named() {
    assert_eq!(named("a\u{202e}gpj.exe").as_deref(), Some("a[U+202E]gpj.exe"));
    assert_eq!(named("\u{2066}\u{61c}\u{200f}").as_deref(), Some("[U+2066][U+061C][U+200F]"));
    assert_eq!(named("Quận ủy Ninh Kiều שלום"), None);
}

#[test]
fn marks_beyond_count_are_counted() {
    for (mark, most) in [
        ("\u{301}", 4),
        ("\u{e49}", 4),
        ("\u{f71}", 3),
        ("\u{64e}", 4),
        ("\u{1dc4}", 4),
        ("\u{11c92}", 3),
        ("\u{5b4}", 6),
    ] {
        let few = ["e", &mark.repeat(most), "x"].concat();
        assert_eq!(named(&few), Some(few.clone()));
        let many = ["e", &mark.repeat(10_000), "x"].concat();
        let drawn = ["e", &mark.repeat(most), &format!("[+{}]x", 10_000 - most)].concat();
        assert_eq!(named(&many), Some(drawn));
        let last = mark.repeat(most + 1);
        assert_eq!(named(&last), Some(mark.repeat(most) + "[+1]"));
    }
    let mixed = ["\u{5b4}".repeat(3), "\u{301}".repeat(2), "\u{5b4}".repeat(3)].concat();
    assert_eq!(named(&mixed), Some(["\u{5b4}".repeat(3), "\u{301}".into(), "\u{5b4}[+3]".into()].concat()));
}

/// The words with the most marks on one letter that could be found of each.
#[test]
fn letters_of_languages_are_whole() {
    let words = [
        "e\u{302}\u{323} u\u{31b}\u{309} U\u{309}y", // Vietnamese, decomposed
        "ที่สุด ผู้ใหญ่ ปั๊ม น\u{e4d}\u{e49}า",              // Thai
        "ທີ່ສຸດ ນ້ຳ",                                    // Lao
        "ស៊ាំ ខ្ញុំ ស្ត្រី",                                   // Khmer
        "བསྒྲུབས རྒྱུ ཧཱུྃ ཧྲཱིཿ",                               // Tibetan
        "လျှော့ မြွှော့ ရွှေ့ပြောင်း",                        // Burmese
        "ᨣᩕᩮᩬᩥ᩵ᨦ",                                      // Tai Tham
        "מִתַָּ֑֜חַת פָּנָֽ͏ַ֗י בְּרֵאשִׁ֖ית",                           // Hebrew with cantillation
        "ٱلضَّآلِّينَ وَلِىٌّۭۖ شَيْـًۭٔا أُو۟لَـٰٓئِكَ",                   // Arabic of the Quran
        "ज़िंदगी अ॒ग्निमी᳚ळे স্বাস্থ্য",                       // Hindi, Vedic, Bengali
        "ω\u{314}\u{342}\u{345} e\u{31e}\u{303}\u{301} o\u{323}\u{300}", // Greek, phonetic, Yoruba
    ];
    for word in words {
        assert_eq!(named(word).unwrap_or_else(|| word.into()), word);
    }
}

/// The panel of a failure and the end-to-end tests have the same blocks of marks that pile up.
#[test]
fn the_scripts_know_the_same_blocks() {
    let scripts = [
        include_str!("../../../../shell/rescue/visible.ts").replace("\\\\", "\\"),
        include_str!("../../../../tests/e2e/src/js/hostile.js").into(),
    ];
    for script in scripts {
        let of = |first: &str| {
            let (_, blocks) = script.split_once(&["[\\u", first].concat()).expect("the blocks");
            let (blocks, _) = blocks.split_once(']').expect("their end");
            let ends = [first, blocks].concat();
            let ends = ends.split("\\u").map(|end| end.trim_matches(['{', '}', '-']));
            ends.map(|end| u32::from_str_radix(end, 16).expect("a code point")).collect::<Vec<_>>()
        };
        let has = |ends: &[u32], mark| {
            ends.chunks(2).any(|ends| matches!(ends, [first, last] if (first..=last).contains(&&mark)))
        };
        let (stacked, piled) = (of("0f71"), of("0300"));
        for mark in (0..0x11_0000).filter_map(char::from_u32) {
            let of_script = (has(&stacked, u32::from(mark)), has(&piled, u32::from(mark)));
            let most = most_marks(mark);
            assert_eq!(of_script, (most == MOST_STACKED, most <= MOST_PILED), "{mark:?}");
        }
    }
}

#[test]
fn a_picture_is_joined_of_few_others() {
    let family = "👨‍👩‍👧‍👦 ".repeat(9);
    assert_eq!(named(&family), Some(family.clone()));
    let flag = "🏴\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}";
    assert_eq!(named(flag).as_deref(), Some(flag));
    let crowd = ["👨", &"\u{200d}👩🏽".repeat(8), "x\u{200d}"].concat();
    let drawn = ["👨", &"\u{200d}👩🏽".repeat(6), &"[U+200D]👩🏽".repeat(2), "x\u{200d}"].concat();
    assert_eq!(named(&crowd), Some(drawn));
}

/// What the texts of the end-to-end tests have that must not be drawn is not drawn.
#[test]
fn nothing_hides_in_the_texts_of_an_attacker() {
    let lines = include_str!("../../../../tests/e2e/src/hostile/payloads.jsonl").lines();
    for line in lines {
        let line: serde_json::Value = serde_json::from_str(line).expect("a line of JSON");
        let part = |name: &str| line.get(name).and_then(serde_json::Value::as_str).unwrap_or_default();
        let text = [part("text"), &part("add").repeat(100)].concat();
        let drawn = named(&text).unwrap_or(text);
        let piles = drawn.chars().collect::<Vec<_>>();
        let has_more = |most| {
            piles.windows(most + 1).any(|run| run.iter().all(|mark| is_mark(*mark) && most_marks(*mark) <= most))
        };
        let is_pile = [MOST_MARKS, MOST_PILED, MOST_STACKED].into_iter().any(has_more);
        assert!(!is_pile && !drawn.contains(is_turn), "{line}");
    }
}

#[test]
fn texts_are_named_wherever_they_stand_and_fields_are_left_alone() {
    let turn = "\u{202e}";
    let list: Vec<Html> = vec![view! { <li>{ turn }</li> }, turn.into()];
    let mut drawn = view! { <p>{ turn }<b>{ for list }</b><input value={turn} /></p> };
    name_hidden(&mut drawn);
    let field = view! { <input value={turn} /> };
    let text = || Html::from("[U+202E]");
    assert_eq!(drawn, view! { <p>{ text() }<b>{ for [view! { <li>{ text() }</li> }, text()] }</b>{ field }</p> });
}
