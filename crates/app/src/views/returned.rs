//! The remarks of the coordinating body where the form shows them, as plain data.

use crate::draft::Draft;
use crate::model::Model;
use domain::assessment::RequirementId;
use domain::field::{Field, FormPlace};
use domain::scope::scope;
use exchange::MOST_REMARKS;
use exchange::remark::Remark;

/// A remark with the unit's answer.
#[derive(Clone, Debug, PartialEq)]
pub struct ShownRemark {
    /// The remark; of an answer whose remark is not on this machine nothing but the id.
    pub remark: Remark,
    /// The unit's answer.
    pub reply: String,
}

/// The remarks that stand at a requirement; without one those of the closing part, where what has no other place stands too,
/// and answers without their remarks, as many as a file can have remarks.
#[must_use]
pub fn remarks_at(model: &Model, draft: &Draft, requirement: Option<&RequirementId>) -> Vec<ShownRemark> {
    let mut all = Vec::new();
    for remark in draft.remarks.iter().filter(|remark| model.home_of(draft, remark) == requirement) {
        all.push(ShownRemark { remark: remark.clone(), reply: draft.reply(remark).to_owned() });
    }
    if requirement.is_none() {
        let is_lost = |id: &String| !draft.remarks.iter().any(|remark| remark.id == *id);
        let written = draft.assessment.replies.iter().filter(|reply| !reply.text.is_empty());
        for reply in written.filter(|reply| is_lost(&reply.remark)).take(MOST_REMARKS) {
            let remark = Remark { id: reply.remark.clone(), ..Remark::default() };
            all.push(ShownRemark { remark, reply: reply.text.clone() });
        }
    }
    all
}

impl Model {
    /// The requirement at which a remark stands: its own, where the form has that for the unit.
    #[must_use]
    pub fn home_of<'a>(&self, draft: &Draft, remark: &'a Remark) -> Option<&'a RequirementId> {
        let (task, _) = self.directive.requirement(&remark.requirement)?;
        let assessment = &draft.assessment;
        scope(task, &assessment.unit, &assessment.opted_in).is_in().then_some(&remark.requirement)
    }

    /// The requirement at which a place stands in the draft that is open, if it stands at one.
    pub(crate) fn requirement_at(&self, place: &FormPlace) -> Option<RequirementId> {
        if let FormPlace::Field(Field::Reply(id)) = place {
            let draft = self.viewed_draft()?;
            let remark = draft.remarks.iter().find(|remark| remark.id == *id)?;
            return self.home_of(draft, remark).cloned();
        }
        place.requirement().cloned()
    }
}
