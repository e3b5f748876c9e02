//! What an officer who reads the sample might have put together already (vấn đề).

use gathering::excerpt::ExcerptKind;

/// An issue of the sample.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SampleIssue {
    /// Of what it speaks.
    pub kind: ExcerptKind,
    /// The requirement, by its place in the directive; none for proposals.
    pub requirement: Option<usize>,
    /// Words of the stock: whoever writes them says it.
    pub sought: &'static str,
    /// The officer's words.
    pub wording: &'static str,
    /// Of a proposal: the level that decides, by its place in the directive.
    pub level: Option<usize>,
    /// Whether it goes into the report.
    pub in_report: bool,
}

const ISSUES: &str = include_str!("../texts/issues.txt");

/// The issues of the sample.
#[must_use]
pub fn sample_issues() -> Vec<SampleIssue> {
    ISSUES.lines().filter_map(issue).collect()
}

/// Of a line: kind, place of the requirement from 1, the words that are looked for, the wording, place of the level from 1, `report`.
fn issue(line: &'static str) -> Option<SampleIssue> {
    let mut fields = line.split('|');
    let kind = match fields.next()? {
        "result" => ExcerptKind::Result,
        "limitation" => ExcerptKind::Limitation,
        "objective" => ExcerptKind::ObjectiveCause,
        "subjective" => ExcerptKind::SubjectiveCause,
        "step" => ExcerptKind::Step,
        _ => ExcerptKind::Proposal,
    };
    let place = |field: &str| field.parse::<usize>().ok().and_then(|place| place.checked_sub(1));
    let requirement = place(fields.next()?);
    let (sought, wording) = (fields.next()?, fields.next()?);
    let level = place(fields.next()?);
    Some(SampleIssue { kind, requirement, sought, wording, level, in_report: fields.next() == Some("report") })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stock::Stock;

    #[test]
    fn each_is_said_by_the_stock_and_has_what_its_kind_has() {
        let issues = sample_issues();
        assert_eq!(issues.len(), ISSUES.lines().count());
        let stock = Stock::new();
        for one in issues {
            let list = match one.kind {
                ExcerptKind::Result => "results",
                ExcerptKind::Limitation => "limitations",
                ExcerptKind::ObjectiveCause => "objective",
                ExcerptKind::SubjectiveCause => "subjective",
                ExcerptKind::Step => "steps",
                ExcerptKind::Proposal => "proposals",
            };
            assert!(stock.list(list).iter().any(|phrase| phrase.contains(one.sought)), "{one:?}");
            assert_eq!(one.requirement.is_none(), one.kind == ExcerptKind::Proposal, "{one:?}");
        }
    }
}
