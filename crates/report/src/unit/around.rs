//! What stands around the text: head, title, addressees, basis; signature and recipients.

use super::input::UnitInput;
use super::kept::Particulars;
use super::said::day;
use crate::around::{Addressees, Closing, Head, Recipients, Signature};
use crate::document::{Block, Content, Paragraph, Title};
use crate::profile::{Letters, Profile};
use crate::texts;
use crate::texts::unit::{self as words, Basis, or_missing};
use crate::typed::one_line;
use domain::assessment::Period;
use domain::date::Date;
use domain::directive::Directive;

pub(super) fn opening(input: &UnitInput<'_>) -> Vec<Block> {
    let subject = words::subject(&input.directive.document.subject);
    let subject = Paragraph::generated("opening/subject".to_owned(), subject);
    let title = Title { kind: texts::TITLE.to_owned(), subject };
    vec![
        Block::of("opening/head", Content::Head(Box::new(head(input)))),
        Block::of("opening/title", Content::Title(Box::new(title))),
        Block::of("opening/addressees", Content::Addressees(addressees(input))),
        Block::paragraph("opening/basis", basis(input)),
    ]
}

pub(super) fn closing(input: &UnitInput<'_>) -> Content {
    let (filled, profile) = (input.particulars, input.profile);
    let signature = Signature {
        authority: in_letters(&one_line(&filled.authority), profile.authority),
        position: in_letters(or_missing(&one_line(&filled.position)), profile.position),
        name: in_letters(or_missing(&one_line(&filled.name)), profile.signer),
    };
    let names = filled_lines(&filled.recipients, || words::COPIES.map(String::from).to_vec());
    let last = names.len().saturating_sub(1);
    let end = |at: usize| if at == last { "." } else { &profile.recipients.between };
    let lines = names.iter().enumerate().map(|(at, name)| words::recipient(name, end(at))).collect();
    Content::Closing(Box::new(Closing {
        signature,
        recipients: Recipients { label: profile.recipients.label.clone(), lines },
    }))
}

/// What stands there where a person fills nothing in: to be shown in the fields.
#[must_use]
pub fn suggested(directive: &Directive, unit: &str, profile: &Profile) -> Particulars {
    let superior = if profile.superior_is_issuer { one_line(&directive.document.issuer) } else { String::new() };
    Particulars {
        profile: profile.id.clone(),
        superior,
        issuer: one_line(unit),
        addressees: directive.gathered_by().map(|(body, _)| body.to_owned()).unwrap_or_default(),
        recipients: words::COPIES.join("\n"),
        ..Particulars::default()
    }
}

fn head(input: &UnitInput<'_>) -> Head {
    let (filled, profile) = (input.particulars, input.profile);
    let suggested = suggested(input.directive, &input.assessment.unit.name, profile);
    let or = |text: &str, other: String| Some(one_line(text)).filter(|text| !text.is_empty()).unwrap_or(other);
    let number = &profile.number;
    Head {
        superior: in_letters(&or(&filled.superior, suggested.superior), profile.superior),
        issuer: in_letters(or_missing(&or(&filled.issuer, suggested.issuer)), profile.issuer),
        number: words::number_line(&number.before, &number.after, &one_line(&filled.symbol)),
        motto: profile.motto.iter().map(|line| line.text.clone()).collect(),
        place_and_date: words::place_and_date(&one_line(&filled.place)),
    }
}

fn addressees(input: &UnitInput<'_>) -> Addressees {
    let suggested = || {
        let body = input.directive.gathered_by().map(|(body, _)| body);
        vec![or_missing(body.unwrap_or_default()).to_owned()]
    };
    Addressees { label: words::TO.to_owned(), lines: filled_lines(&input.particulars.addressees, suggested) }
}

fn basis(input: &UnitInput<'_>) -> String {
    let (directive, assessment) = (input.directive, input.assessment);
    words::basis(Basis {
        directive: &directive.name,
        issued: &Date::from_iso(&directive.edition).map(Date::to_official).unwrap_or_default(),
        about: &directive.document.subject,
        unit: &one_line(&assessment.unit.name),
        period: &period(&assessment.period),
        as_of: &day(&assessment.as_of),
    })
}

fn period(period: &Period) -> String {
    let label = one_line(&period.label);
    if label.is_empty() { words::period(&day(&period.from), &day(&period.to)) } else { label }
}

/// Text as the letters have it: in capitals where they are.
pub(super) fn in_letters(text: &str, letters: Letters) -> String {
    if letters.capitals { text.to_uppercase() } else { text.to_owned() }
}

/// The lines that a person filled in, without the dashes and stops that the report puts there itself; where there are none, others.
fn filled_lines(typed: &str, otherwise: impl FnOnce() -> Vec<String>) -> Vec<String> {
    let bare = |line: &str| one_line(line).trim_matches(['-', '–', ',', ';', '.', ' ']).to_owned();
    let lines: Vec<String> = crate::typed::in_lines(typed).lines().map(bare).filter(|line| !line.is_empty()).collect();
    if lines.is_empty() { otherwise() } else { lines }
}
