//! What was filled in of what stands around the text, as it stands there: of both reports alike.

use crate::around::{Addressees, Closing, Head, Particulars, Recipients, Signature};
use crate::profile::{Letters, Profile};
use crate::texts::unit::{self as words, or_missing};
use crate::typed::{in_lines, one_line};

/// What was filled in, and what stands there where nothing was.
pub(crate) struct Filled<'a> {
    pub(crate) profile: &'a Profile,
    pub(crate) filled: &'a Particulars,
    pub(crate) suggested: Particulars,
}

impl Filled<'_> {
    /// A text of one line.
    fn line(&self, of: fn(&Particulars) -> &String) -> String {
        let texts = [one_line(of(self.filled)), one_line(of(&self.suggested))];
        texts.into_iter().find(|text| !text.is_empty()).unwrap_or_default()
    }

    /// Lines, without the dashes and stops that the report puts there itself.
    fn lines(&self, of: fn(&Particulars) -> &String) -> Vec<String> {
        let bare = |line: &str| one_line(line).trim_matches(['-', '–', ',', ';', '.', ' ']).to_owned();
        let lines = |text: &String| -> Vec<String> {
            in_lines(text).lines().map(bare).filter(|line| !line.is_empty()).collect()
        };
        let filled = lines(of(self.filled));
        if filled.is_empty() { lines(of(&self.suggested)) } else { filled }
    }

    pub(crate) fn head(&self) -> Head {
        let profile = self.profile;
        let number = &profile.number;
        Head {
            superior: if self.filled.no_superior {
                String::new()
            } else {
                in_letters(&self.line(|of| &of.superior), profile.superior)
            },
            issuer: in_letters(or_missing(&self.line(|of| &of.issuer)), profile.issuer),
            number: words::number_line(&number.before, &number.after, &self.symbol()),
            motto: profile.motto.iter().map(|line| line.text.clone()).collect(),
            place_and_date: words::place_and_date(&self.line(|of| &of.place)),
        }
    }

    /// The symbol of the issuing body in the number.
    fn symbol(&self) -> String {
        self.line(|of| &of.symbol)
    }

    /// To which report an annex belongs.
    pub(crate) fn attached(&self) -> String {
        words::attached(&self.profile.number.after, &self.symbol())
    }

    pub(crate) fn addressees(&self) -> Addressees {
        let mut lines = self.lines(|of| &of.addressees);
        if lines.is_empty() {
            lines.push(words::MISSING.to_owned());
        }
        Addressees { label: words::TO.to_owned(), lines }
    }

    pub(crate) fn closing(&self) -> Closing {
        let profile = self.profile;
        let signature = Signature {
            authority: in_letters(&self.line(|of| &of.authority), profile.authority),
            position: in_letters(or_missing(&self.line(|of| &of.position)), profile.position),
            name: in_letters(or_missing(&self.line(|of| &of.name)), profile.signer),
        };
        let names = self.lines(|of| &of.recipients);
        let last = names.len().saturating_sub(1);
        let end = |at: usize| if at == last { "." } else { &profile.recipients.between };
        let lines = names.iter().enumerate().map(|(at, name)| words::recipient(name, end(at))).collect();
        Closing { signature, recipients: Recipients { label: profile.recipients.label.clone(), lines } }
    }
}

/// Text as the letters have it: in capitals where they are.
pub(crate) fn in_letters(text: &str, letters: Letters) -> String {
    if letters.capitals { text.to_uppercase() } else { text.to_owned() }
}
