//! The names of the failpoints at messages and effects, taken from [`super::msg`].

use super::msg::{Effect, Msg};
use std::fmt::{self, Debug, Write};

/// The name of a message, with the name of its content if that is an enumeration too: `Edit/Text`.
pub(super) fn kind_of(msg: &Msg) -> String {
    let inner: Option<&dyn Debug> = match msg {
        Msg::Edit(_, edit) => Some(edit),
        Msg::History(msg) => Some(msg),
        Msg::Import(choice) => Some(choice),
        Msg::Removal(msg) => Some(msg),
        Msg::Written(_, _, outcome) => Some(outcome),
        _ => None,
    };
    joined(msg, inner)
}

/// The same for an effect.
pub(super) fn kind_of_effect(effect: &Effect) -> String {
    let inner: Option<&dyn Debug> = match effect {
        Effect::Tell(told) => Some(told),
        _ => None,
    };
    joined(effect, inner)
}

fn joined(outer: &dyn Debug, inner: Option<&dyn Debug>) -> String {
    let mut words = vec![word(outer)];
    words.extend(inner.map(word));
    words.join("/")
}

fn word(named: &dyn Debug) -> String {
    let mut word = Word(String::new());
    // It fails as soon as the word has ended.
    let _ = write!(word, "{named:?}");
    word.0
}

/// Takes the first word of what is written.
struct Word(String);

impl Write for Word {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        let end = text.find(|letter: char| !letter.is_alphanumeric());
        self.0.push_str(text.get(..end.unwrap_or(text.len())).unwrap_or_default());
        if end.is_some() { Err(fmt::Error) } else { Ok(()) }
    }
}
