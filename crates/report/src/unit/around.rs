//! What stands around the text: head, title, addressees, basis; signature and recipients.

use super::input::UnitInput;
use crate::around::Particulars;
use crate::document::{Block, Content, Paragraph, Title};
use crate::filled::Filled;
use crate::profile::Profile;
use crate::texts;
use crate::texts::unit::{self as words, Basis};
use crate::typed::one_line;
use domain::assessment::Period;
use domain::date::Date;
use domain::directive::Directive;

/// What was filled in.
pub(super) fn filled<'a>(input: &UnitInput<'a>) -> Filled<'a> {
    let (profile, filled) = (input.profile, input.particulars);
    Filled { profile, filled, suggested: suggested(input.directive, &input.assessment.unit.name, profile) }
}

pub(super) fn opening(input: &UnitInput<'_>, filled: &Filled<'_>) -> Vec<Block> {
    let subject = words::subject(&input.directive.document.subject);
    let subject = Paragraph::generated("opening/subject".to_owned(), subject);
    let title = Title { kind: texts::TITLE.to_owned(), subject };
    vec![
        Block::of("opening/head", Content::Head(Box::new(filled.head()))),
        Block::of("opening/title", Content::Title(Box::new(title))),
        Block::of("opening/addressees", Content::Addressees(filled.addressees())),
        Block::paragraph("opening/basis", basis(input)),
    ]
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

fn basis(input: &UnitInput<'_>) -> String {
    let (directive, assessment) = (input.directive, input.assessment);
    words::basis(Basis {
        directive: &directive.name,
        issued: &Date::from_iso(&directive.edition).map(Date::to_official).unwrap_or_default(),
        about: &directive.document.subject,
        unit: &one_line(&assessment.unit.name),
        period: &period(&assessment.period),
        as_of: &words::on_day(&assessment.as_of),
    })
}

fn period(period: &Period) -> String {
    let label = one_line(&period.label);
    if label.is_empty() { words::period(&words::on_day(&period.from), &words::on_day(&period.to)) } else { label }
}
