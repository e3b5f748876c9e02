//! What precedes the parts: who writes to whom of what, the grounds (căn cứ), and who has reported (tình hình báo cáo).

use crate::around::Particulars;
use crate::document::{Block, Content, Paragraph, Title};
use crate::figures::Input;
use crate::filled::Filled;
use crate::profile::Profile;
use crate::texts::unit as words;
use crate::texts::{self, Reported};
use crate::typed::one_line;
use domain::date::Date;
use domain::directive::Directive;
use gathering::annexes;
use gathering::register::Timing;

/// What stands around the text where the officer fills nothing in: to be shown in the fields.
#[must_use]
pub fn suggested(directive: &Directive, profile: &Profile) -> Particulars {
    let superior = if profile.superior_is_issuer { one_line(&directive.document.issuer) } else { String::new() };
    // The body writes from where the directive was written.
    let place = directive.document.place_date.split_once(", ").map_or("", |(place, _)| place);
    Particulars {
        profile: profile.id.clone(),
        superior,
        issuer: directive.gathered_by().map(|(body, _)| body.to_owned()).unwrap_or_default(),
        place: one_line(place),
        addressees: texts::UPWARDS.join("\n"),
        recipients: words::COPIES.join("\n"),
        ..Particulars::default()
    }
}

/// What was filled in.
pub(super) fn filled<'a>(input: &Input<'a>) -> Filled<'a> {
    let (profile, filled) = (input.profile, input.particulars);
    Filled { profile, filled, suggested: suggested(input.basis.directive, profile) }
}

pub(super) fn opening(input: &Input<'_>, filled: &Filled<'_>, day: Date) -> Vec<Block> {
    let directive = input.basis.directive;
    let body = directive.gathered_by().map_or("", |(body, _)| body);
    let name = one_line(input.name);
    let count = |is_meant: fn(Timing) -> bool| {
        let lines = input.figures.register.iter().filter(|line| is_meant(line.timing));
        u32::try_from(lines.count()).unwrap_or(u32::MAX)
    };
    let reported = Reported {
        day,
        of: input.figures.measures.all,
        extended: count(|timing| matches!(timing, Timing::Extended { .. })),
        excused: count(|timing| timing == Timing::Excused),
    };
    let subject = Paragraph::generated("opening/subject".to_owned(), texts::subject(&directive.name, &name));
    let title = Title { kind: texts::TITLE.to_owned(), subject };
    let measures = annexes::measures(input.figures.measures, input.figures.units);
    vec![
        Block::of("opening/head", Content::Head(Box::new(filled.head()))),
        Block::of("opening/title", Content::Title(Box::new(title))),
        Block::of("opening/addressees", Content::Addressees(filled.addressees())),
        Block::paragraph("opening/grounds", texts::grounds(&directive.name, Date::from_iso(&directive.edition), body)),
        Block::paragraph("opening/reported", texts::reported(reported)),
        Block::paragraph("opening/counted", texts::counted(input.figures.summary.units.len())),
        Block::of("opening/measures", Content::Table(Box::new(measures))),
    ]
}
