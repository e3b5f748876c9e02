//! What a person is shown of a file before anything changes.

use super::read::Incoming;
use domain::assessment::{Assessment, Status};
use domain::date::Moment;
use domain::directive::Directive;
use domain::progress::{self, Progress};

/// A look at one assessment of a file.
#[derive(Clone, Debug, PartialEq)]
pub struct Preview {
    /// The unit's name.
    pub unit: String,
    /// The unit's id in the roster; empty where its name was typed.
    pub unit_id: String,
    /// The id of its group.
    pub group: String,
    /// When the file was written, if it says so.
    pub exported_at: Option<Moment>,
    /// When the assessment was last edited, if it says so.
    pub updated_at: Option<Moment>,
    /// The version of the product that wrote it.
    pub app: String,
    /// Whether another program has saved it since, with the content unchanged.
    pub resaved: bool,
    /// Whether it is the sample.
    pub sample: bool,
    /// How far it has come.
    pub progress: Progress,
    /// The answers, by status, in the order of [`Status::ALL`].
    pub statuses: [usize; 4],
    /// The entries of its register.
    pub evidence: usize,
}

impl Preview {
    /// A look at an assessment of a file.
    #[must_use]
    pub fn of(incoming: &Incoming, assessment: &Assessment, directive: &Directive) -> Self {
        let count = |status| assessment.answers.values().filter(|answer| answer.status == Some(status)).count();
        Self {
            unit: assessment.unit.name.clone(),
            unit_id: assessment.unit.id.clone(),
            group: assessment.unit.group.clone(),
            exported_at: Moment::from_iso(&incoming.envelope.exported_at),
            updated_at: Moment::from_iso(&assessment.updated_at),
            app: incoming.envelope.app.clone(),
            resaved: incoming.resaved.is_some(),
            sample: assessment.sample,
            progress: progress::progress(directive, assessment),
            statuses: Status::ALL.map(count),
            evidence: assessment.evidence.len(),
        }
    }
}
