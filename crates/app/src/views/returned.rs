//! The remarks of the coordinating body where the form shows them, as plain data.

use crate::draft::Draft;
use crate::model::Model;
use domain::assessment::RequirementId;
use domain::field::{Field, FormPlace};
use domain::scope::scope;
use exchange::MOST_REMARKS;
use exchange::remark::Remark;

/// Remarks with the unit's answers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ShownRemarks {
    /// The remarks; of an answer whose remark is not on this machine nothing but the id.
    pub remarks: Vec<Remark>,
    /// The answers, in the same order.
    pub replies: Vec<String>,
}

/// The remarks that stand at a requirement; where none is named those of the closing part, where what has no other place stands too,
/// and answers without their remarks, as many as a file can have remarks.
#[must_use]
pub fn remarks_at(model: &Model, draft: &Draft, requirement: &str) -> ShownRemarks {
    let mut shown = ShownRemarks::default();
    for remark in draft.remarks.iter().filter(|remark| model.home_of(draft, remark) == requirement) {
        shown.replies.push(draft.reply(remark).to_owned());
        shown.remarks.push(remark.clone());
    }
    if requirement.is_empty() {
        let is_lost = |id: &String| !draft.remarks.iter().any(|remark| remark.id == *id);
        let written = draft.assessment.replies.iter().filter(|reply| !reply.text.is_empty());
        for reply in written.filter(|reply| is_lost(&reply.remark)).take(MOST_REMARKS) {
            shown.replies.push(reply.text.clone());
            shown.remarks.push(Remark { id: reply.remark.clone(), ..Remark::default() });
        }
    }
    shown
}

impl Model {
    /// The requirement at which a remark stands: its own, where the form has that for the unit; else none, which is empty.
    #[must_use]
    pub fn home_of<'a>(&self, draft: &Draft, remark: &'a Remark) -> &'a str {
        let assessment = &draft.assessment;
        match self.directive.requirement(&remark.requirement) {
            Some((task, _)) if scope(task, &assessment.unit, &assessment.opted_in).is_in() => &remark.requirement,
            _ => "",
        }
    }

    /// The requirement at which a place stands in the draft that is open, or was before the directive, if it stands at one.
    pub(crate) fn requirement_at(&self, place: &FormPlace) -> Option<RequirementId> {
        let FormPlace::Field(Field::Reply(id)) = place else { return place.requirement().cloned() };
        let draft = self.viewed_draft()?;
        let home = self.home_of(draft, draft.remarks.iter().find(|remark| remark.id == *id)?);
        (!home.is_empty()).then(|| home.to_owned())
    }
}
