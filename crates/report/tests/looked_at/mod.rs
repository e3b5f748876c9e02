//! Reports of units that are looked at, as pages and as documents: the sample's, and a long one.

use domain::assessment::{Assessment, NextStep, Proposal};
use domain::directive::Directive;
use domain::sample;
use report::document::Document;
use report::profile::Profile;
use report::unit::{Particulars, UnitInput, document};

/// The report on an assessment, with what stands around its text filled in.
pub(crate) fn report(assessment: &Assessment, profile: &Profile) -> Document {
    let particulars = Particulars {
        symbol: "QU".into(),
        place: "Ninh Kiều".into(),
        authority: "T/M Ban Thường vụ".into(),
        position: "Phó Bí thư".into(),
        name: "Nguyễn Văn Ví Dụ".into(),
        recipients: "Ban Tuyên giáo Thành ủy\nLưu Văn phòng Quận ủy".into(),
        ..Particulars::default()
    };
    let directive = Directive::built_in().unwrap();
    document(&UnitInput { directive: &directive, assessment, profile, particulars: &particulars })
}

/// The sample, with so much said of each requirement that it fills pages.
fn long() -> Assessment {
    let mut long = sample::built_in();
    let more = |text: &mut String| *text = vec![text.clone(); 6].join(" ");
    for answer in long.answers.values_mut() {
        more(&mut answer.results);
        more(&mut answer.limitations);
        more(&mut answer.causes.objective);
        more(&mut answer.causes.subjective);
        let steps =
            (0..8).map(|at| NextStep {
                id: format!("more{at}"), task: "Việc tiếp theo".into(), ..NextStep::default()
            });
        answer.next_steps.extend(steps);
    }
    more(&mut long.overall);
    let proposal = |at: usize| Proposal { id: format!("q{at}"), text: long.overall.clone(), ..Proposal::default() };
    let proposals: Vec<Proposal> = (0..3).map(proposal).collect();
    long.proposals.extend(proposals);
    long
}

/// The names of the files, and what they report on.
pub(crate) fn looked_at() -> [(&'static str, Assessment); 2] {
    [("pages-short", sample::built_in()), ("pages-long", long())]
}
