//! What precedes the parts: the title, the grounds (căn cứ), and who has reported (tình hình báo cáo).

use crate::document::{Block, Content};
use crate::figures::Input;
use crate::texts::{self, Reported};
use crate::typed::one_line;
use domain::date::Date;
use gathering::annexes;
use gathering::register::Timing;

pub(super) fn opening(input: &Input<'_>, day: Date) -> Vec<Block> {
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
    let measures = annexes::measures(input.figures.measures, input.figures.units);
    vec![
        Block::note("opening/number", texts::NUMBER_BLANK.to_owned()),
        Block::note("opening/date", texts::DATE_BLANK.to_owned()),
        Block::heading("opening", 1, texts::TITLE.to_owned()),
        Block::paragraph("opening/subject", texts::subject(&directive.name, &name)),
        Block::paragraph("opening/grounds", texts::grounds(&directive.name, Date::from_iso(&directive.edition), body)),
        Block::paragraph("opening/reported", texts::reported(reported)),
        Block::paragraph("opening/counted", texts::counted(input.figures.summary.units.len())),
        Block { id: "opening/measures".to_owned(), content: Content::Table(Box::new(measures)) },
    ]
}
