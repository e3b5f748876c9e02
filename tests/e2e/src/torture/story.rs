//! What was typed and when, and what can be said about a draft that should contain it.

use crate::typing::BACKSPACE;
use anyhow::{Context, Result, ensure};

/// Every text that a field has shown, key by key, from the one that it began with.
#[derive(Clone, Debug)]
pub(super) struct Story {
    texts: Vec<String>,
    /// When each of them came about, in milliseconds since 1970: when its key was sent, or when the page heard of it.
    at: Vec<u64>,
    /// The texts of which the page said that they are saved, by their number.
    saved: Vec<usize>,
}

/// What a browser that was killed had kept of a story.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Verdict {
    /// A text of the story, without the last so many milliseconds of typing.
    Kept {
        /// From the first key that is lost to the end of the browser.
        lost_ms: u64,
        /// Whether the page had called a later text saved.
        breaks_promise: bool,
    },
    /// A text that never stood in the field.
    Torn,
}

impl Story {
    pub(super) fn begins(text: String) -> Self {
        Self { texts: vec![text], at: vec![0], saved: Vec::new() }
    }

    /// A key is about to be sent.
    pub(super) fn key(&mut self, key: char, at: u64) {
        let mut text = self.texts.last().cloned().unwrap_or_default();
        if key == BACKSPACE {
            text.pop();
        } else {
            text.push(key);
        }
        self.texts.push(text);
        self.at.push(at);
    }

    /// The page has heard the key of that number (from 1), and the field holds `text`.
    pub(super) fn heard(&mut self, number: usize, at: u64, text: &str) -> Result<()> {
        self.is(number, text)?;
        if let Some(sent) = self.at.get_mut(number) {
            *sent = at;
        }
        Ok(())
    }

    /// The page says that everything is saved, after that many keys, with `text` in the field.
    pub(super) fn saved(&mut self, number: usize, text: &str) -> Result<()> {
        self.is(number, text)?;
        self.saved.push(number);
        Ok(())
    }

    fn is(&self, number: usize, text: &str) -> Result<()> {
        let sent =
            self.texts.get(number).with_context(|| format!("the page heard key {number}, which was not sent"))?;
        ensure!(sent == text, "after key {number} the field should hold {sent:?}, and holds {text:?}");
        Ok(())
    }

    /// How many keys there were.
    pub(super) fn keys(&self) -> usize {
        self.texts.len() - 1
    }

    /// How often the page said that all is saved.
    pub(super) fn promises(&self) -> usize {
        self.saved.len()
    }

    /// What is to be said of a draft that holds `kept` after the browser was ended at that time.
    pub(super) fn judge(&self, kept: &str, ended: u64) -> Verdict {
        // A letter that was typed and taken back gives the same text twice: the later one is meant.
        let Some(number) = self.texts.iter().rposition(|text| text == kept) else { return Verdict::Torn };
        let lost_ms = self.at.get(number + 1).map_or(0, |at| ended.saturating_sub(*at));
        Verdict::Kept { lost_ms, breaks_promise: self.saved.iter().any(|saved| *saved > number) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn story() -> Story {
        let mut story = Story::begins("Có ".into());
        for (key, at) in [('e', 1000), (BACKSPACE, 1100), ('ê', 1200), ('m', 1300)] {
            story.key(key, at);
        }
        story
    }

    fn kept(lost_ms: u64, breaks_promise: bool) -> Verdict {
        Verdict::Kept { lost_ms, breaks_promise }
    }

    #[test]
    fn the_loss_begins_with_the_first_key_that_is_not_there() {
        assert_eq!(story().judge("Có êm", 1500), kept(0, false));
        assert_eq!(story().judge("Có ê", 1500), kept(200, false));
        assert_eq!(story().judge("Có e", 1500), kept(400, false));
        // As good as before the first key, but also what stood there after the second.
        assert_eq!(story().judge("Có ", 1500), kept(300, false));
    }

    #[test]
    fn a_text_that_never_stood_there_is_torn() {
        assert_eq!(story().judge("Có m", 1500), Verdict::Torn);
        assert_eq!(story().judge("", 1500), Verdict::Torn);
    }

    #[test]
    fn what_was_called_saved_must_be_there() -> Result<()> {
        let mut story = story();
        story.saved(3, "Có ê")?;
        assert_eq!(story.judge("Có êm", 1500), kept(0, false));
        assert_eq!(story.judge("Có ê", 1500), kept(200, false));
        assert_eq!(story.judge("Có e", 1500), kept(400, true));
        Ok(())
    }

    #[test]
    fn the_page_knows_better_when_a_key_was_heard() -> Result<()> {
        let mut story = story();
        story.heard(4, 1400, "Có êm")?;
        assert_eq!(story.judge("Có ê", 1500), kept(100, false));
        Ok(())
    }

    #[test]
    fn a_log_that_does_not_fit_the_keys_is_no_log() {
        assert!(story().heard(4, 1400, "Có ê").is_err());
        assert!(story().saved(5, "Có êm").is_err());
    }
}
