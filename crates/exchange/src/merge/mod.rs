//! A file's assessment beside the unit's draft: where they differ, and what becomes of both.
//!
//! Nothing here knows which of the two is newer: clocks and edit counts of two machines do not tell. So the person chooses, place
//! by place, and what is proposed first loses nothing.

mod align;
mod compare;
mod join;
mod merged;
mod newer;
mod pair;

pub use compare::Comparison;
pub use newer::not_understood;

use domain::assessment::RequirementId;
use domain::field::{AnswerField, EvidenceField, Field, FormPlace};

/// A place at which two assessments of a unit may differ.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum MergePart {
    /// A text or a date; of the register, in an entry that both have.
    Text(Field),
    /// The status of a requirement.
    Status(RequirementId),
    /// The entries of the register that a requirement picked.
    Picks(RequirementId),
    /// The next steps of a requirement.
    Steps(RequirementId),
    /// The proposals.
    Proposals,
    /// An entry of the register that one of the two lacks, by its id among the draft's.
    Entry(String),
    /// Whether the unit takes part in a task.
    OptIn(String),
    /// The self-rating.
    SelfRating,
    /// What a newer version of the product wrote, wherever it is.
    Newer,
}

impl MergePart {
    /// The place in the form; nothing for what the form does not show.
    #[must_use]
    pub fn place(&self) -> Option<FormPlace> {
        Some(match self {
            Self::Text(field) => FormPlace::Field(field.clone()),
            Self::Status(requirement) => FormPlace::Status(requirement.clone()),
            Self::Picks(requirement) => FormPlace::Picks(requirement.clone()),
            Self::Steps(requirement) => FormPlace::Steps(requirement.clone()),
            Self::Proposals => FormPlace::Proposals,
            Self::Entry(_) => FormPlace::Register,
            Self::OptIn(task) => FormPlace::OptIn(task.clone()),
            Self::SelfRating => FormPlace::SelfRating,
            Self::Newer => return None,
        })
    }

    /// The id of its choice on the page.
    #[must_use]
    pub fn dom_id(&self) -> String {
        let place = match self {
            Self::Entry(id) => ["entry-", id].concat(),
            Self::Newer => "newer".into(),
            _ => self.place().map(|place| place.dom_id()).unwrap_or_default(),
        };
        ["choose-", &place].concat()
    }

    /// Whether both values can be kept there.
    fn takes_both(&self) -> bool {
        match self {
            Self::Text(Field::Evidence(_, field)) => !matches!(field, EvidenceField::Number | EvidenceField::Url),
            Self::Text(field) => !field.is_date(),
            Self::Picks(_) | Self::Steps(_) | Self::Proposals | Self::Newer => true,
            Self::Status(_) | Self::Entry(_) | Self::OptIn(_) | Self::SelfRating => false,
        }
    }
}

/// How the two differ at a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// The draft alone has something there.
    OnlyHere,
    /// The file alone has something there.
    OnlyThere,
    /// Both have, and not the same.
    Different,
}

/// What to take at a place.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum MergeChoice {
    /// What the draft has, even if that is nothing.
    Mine,
    /// What the file has, even if that is nothing.
    Theirs,
    /// Both. Where only one can be kept: whichever there is, the draft's first.
    #[default]
    Both,
}

/// A place at which the two differ.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// Where.
    pub part: MergePart,
    /// How.
    pub kind: Kind,
}

impl Difference {
    /// Whether "both" is a separate choice here.
    #[must_use]
    pub fn offers_both(&self) -> bool {
        self.kind == Kind::Different && self.takes_both()
    }

    fn takes_both(&self) -> bool {
        let is_date = matches!(self.part, MergePart::Text(Field::Evidence(_, EvidenceField::Date)));
        self.part.takes_both() && !is_date
    }

    /// What a choice means here.
    #[must_use]
    pub fn settled(&self, choice: MergeChoice) -> MergeChoice {
        match (choice, self.kind) {
            (MergeChoice::Both, Kind::OnlyThere) => MergeChoice::Theirs,
            (MergeChoice::Both, Kind::OnlyHere) => MergeChoice::Mine,
            (MergeChoice::Both, Kind::Different) if !self.takes_both() => MergeChoice::Mine,
            (choice, _) => choice,
        }
    }
}

/// What the person chose: for all places at once, and otherwise at some.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Choices {
    overall: MergeChoice,
    /// Those for one place each, in the order of the places.
    own: Vec<(MergePart, MergeChoice)>,
}

impl Choices {
    /// The same for all places.
    #[must_use]
    pub fn all(overall: MergeChoice) -> Self {
        Self { overall, own: Vec::new() }
    }

    /// Chooses for one place.
    pub fn set(&mut self, part: MergePart, choice: MergeChoice) {
        match self.find(&part) {
            Ok(at) => {
                if let Some((_, own)) = self.own.get_mut(at) {
                    *own = choice;
                }
            }
            Err(at) => self.own.insert(at, (part, choice)),
        }
    }

    /// Where the choice for the place stands, or else where it would.
    fn find(&self, part: &MergePart) -> Result<usize, usize> {
        self.own.binary_search_by(|(other, _)| other.cmp(part))
    }

    /// What was chosen for a place, as it comes out there.
    #[must_use]
    pub fn of(&self, difference: &Difference) -> MergeChoice {
        let own = self.find(&difference.part).ok().and_then(|at| self.own.get(at));
        difference.settled(own.map_or(self.overall, |(_, choice)| *choice))
    }
}

/// What a merge will do, in numbers of places.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Summary {
    /// What only the file has comes in.
    pub added: usize,
    /// The file's replaces the draft's.
    pub replaced: usize,
    /// Both stand there.
    pub joined: usize,
    /// What only the draft has goes.
    pub removed: usize,
    /// The draft stays as it is.
    pub kept: usize,
}

impl Summary {
    /// Whether anything changes at all.
    #[must_use]
    pub fn changes(&self) -> usize {
        self.added + self.replaced + self.joined + self.removed
    }
}

/// Which texts an answer has, in the order of the form.
const ANSWER_FIELDS: [AnswerField; 5] = [
    AnswerField::Results,
    AnswerField::Limitations,
    AnswerField::ObjectiveCauses,
    AnswerField::SubjectiveCauses,
    AnswerField::NoEvidenceReason,
];

/// The fields of the parts that belong to no requirement, in the order of the form. The unit is the same on both sides.
fn general_fields() -> impl Iterator<Item = Field> {
    Field::GENERAL.into_iter().filter(|field| *field != Field::UnitName).chain([Field::Overall])
}

#[cfg(test)]
mod tests;
