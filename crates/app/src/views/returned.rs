//! The remarks of the coordinating body where the form shows them, as plain data.

use super::sought::{Sought, sought};
use crate::draft::Draft;
use crate::model::Model;
use domain::assessment::RequirementId;
use domain::date::Moment;
use domain::field::{Field, FormPlace};
use domain::ids::Ids;
use domain::scope::scope;
use exchange::remark::Remark;

/// A remark with the unit's answer.
#[derive(Clone, Debug, PartialEq)]
pub struct ShownRemark {
    /// The remark; of an answer whose remark is not on this machine nothing but the id.
    pub remark: Remark,
    /// When it was last changed, on the person's wall clock; empty where there is only an answer.
    pub when: String,
    /// The unit's answer.
    pub reply: String,
}

/// Remarks that stand in one place of the form.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ShownRemarks {
    /// All of them.
    pub all: Vec<ShownRemark>,
    /// That to which the person was led.
    pub sought: Sought,
}

/// The remarks that stand at a requirement; without one those of the closing part, where what has no other place stands too,
/// and answers without their remarks.
#[must_use]
pub fn remarks_at(model: &Model, draft: &Draft, requirement: Option<&RequirementId>) -> ShownRemarks {
    let replies = &draft.assessment.replies;
    if draft.remarks.is_empty() && replies.is_empty() {
        return ShownRemarks::default();
    }
    let answers = Ids::of(replies.iter().map(|reply| &reply.remark));
    let shown = |remark: &Remark| ShownRemark {
        when: Moment::from_iso(&remark.at).map(|moment| model.wall_clock(moment)).unwrap_or_default(),
        reply: answers.first(&remark.id).and_then(|at| replies.get(at)).map(|one| one.text.clone()).unwrap_or_default(),
        remark: remark.clone(),
    };
    let here = draft.remarks.iter().filter(|remark| model.home_of(draft, remark) == requirement);
    let mut all: Vec<ShownRemark> = here.map(shown).collect();
    if requirement.is_none() {
        let known = Ids::of(draft.remarks.iter().map(|remark| &remark.id));
        for reply in replies.iter().filter(|reply| !known.has(&reply.remark) && !reply.text.is_empty()) {
            let remark = Remark { id: reply.remark.clone(), ..Remark::default() };
            all.push(ShownRemark { remark, when: String::new(), reply: reply.text.clone() });
        }
    }
    let sought = sought(model, |place| match place {
        FormPlace::Field(Field::Reply(id)) => all.iter().position(|one| one.remark.id == *id),
        _ => None,
    });
    ShownRemarks { all, sought }
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
