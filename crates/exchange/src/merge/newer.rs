//! What a newer version of the product wrote into an assessment, and this one does not understand.

use super::MergeChoice;
use domain::assessment::Assessment;
use domain::ids::Ids;
use json::Unknown;
use json::place::push_key;
use std::rc::Rc;

/// The keys that lead to a part of an assessment; the first is empty for what stood around it in its file.
type Keys = Vec<String>;

/// Each part of an assessment that may hold such fields, and the fields there.
fn places(assessment: &mut Assessment) -> Vec<(Keys, &mut Unknown)> {
    let Assessment { unit, period, prepared_by, answers, evidence, proposals, replies, .. } = assessment;
    let Assessment { self_rating, around, unknown, .. } = assessment;
    let around = Rc::make_mut(around);
    let mut places = vec![
        (keys(&[]), unknown),
        (keys(&["unit"]), &mut unit.unknown),
        (keys(&["period"]), &mut period.unknown),
        (keys(&["preparedBy"]), &mut prepared_by.unknown),
        (keys(&["selfRating"]), &mut self_rating.unknown),
        (keys(&[""]), &mut around.envelope),
        (keys(&["", "directive"]), &mut around.directive),
        (keys(&["", "draft"]), &mut around.draft),
    ];
    let ids: Vec<String> = answers.keys().cloned().collect();
    for (id, answer) in ids.iter().zip(answers.values_mut()) {
        places.push((keys(&["answers", id]), &mut answer.unknown));
        places.push((keys(&["answers", id, "causes"]), &mut answer.causes.unknown));
        for step in &mut answer.next_steps {
            places.push((keys(&["answers", id, "nextSteps", &step.id]), &mut step.unknown));
        }
    }
    for entry in evidence {
        places.push((keys(&["evidence", &entry.id]), &mut entry.unknown));
    }
    for one in proposals {
        places.push((keys(&["proposals", &one.id]), &mut one.unknown));
    }
    for one in replies {
        places.push((keys(&["replies", &one.remark]), &mut one.unknown));
    }
    places
}

fn keys(of: &[&str]) -> Keys {
    of.iter().map(|key| (*key).to_owned()).collect()
}

/// A part of an assessment in which a newer version wrote something.
pub(super) struct UnknownPart {
    keys: Keys,
    pub(super) unknown: Unknown,
}

impl UnknownPart {
    /// Its keys in one text, to be looked up by.
    pub(super) fn path(&self) -> String {
        path(&self.keys)
    }
}

/// No key has what stands before each here.
fn path(keys: &Keys) -> String {
    keys.iter().flat_map(|key| ["\0", key]).collect()
}

/// The paths of the parts.
pub(super) fn paths(of: &[UnknownPart]) -> Vec<String> {
    of.iter().map(UnknownPart::path).collect()
}

/// The fields of a newer version that an assessment holds: the path of each, such as `answers["1.2"].mood`. The path of
/// those that stood around it in its file begins with a slash.
#[must_use]
pub fn not_understood(assessment: &Assessment) -> Vec<String> {
    let mut found = Vec::new();
    for UnknownPart { keys, unknown } in unknown_of(assessment) {
        for name in unknown.0.keys() {
            let mut path = String::new();
            keys.iter().filter(|key| !key.is_empty()).chain([name]).for_each(|key| push_key(&mut path, key));
            let is_around = keys.first().is_some_and(String::is_empty);
            found.push(if is_around { ["/", &path].concat() } else { path });
        }
    }
    found
}

/// All such fields, by their parts.
#[must_use]
pub(super) fn unknown_of(assessment: &Assessment) -> Vec<UnknownPart> {
    let mut assessment = assessment.clone();
    let places = places(&mut assessment).into_iter().filter(|(_, unknown)| !unknown.0.is_empty());
    places.map(|(keys, unknown)| UnknownPart { keys, unknown: std::mem::take(unknown) }).collect()
}

/// Those in the part of a file that is being compared.
#[must_use]
pub(super) fn of_file(file: &Assessment, is_whole: bool) -> Vec<UnknownPart> {
    let mut all = unknown_of(file);
    if !is_whole {
        all.retain(|part| part.keys.first().is_some_and(|key| key == "answers" || key == "evidence"));
    }
    all
}

/// Brings the fields of the file into the assessment: instead of its own, or beside them, where its own come first. Those of
/// rows that the assessment does not have stay out with their rows; and what a file that is not `whole` does not speak of stays.
pub(super) fn merge(into: &mut Assessment, theirs: &[UnknownPart], choice: MergeChoice, whole: bool) {
    if choice == MergeChoice::Mine {
        return;
    }
    // An answer of nothing but such fields is an answer.
    into.answers.fill(theirs.iter().filter_map(|part| match part.keys.as_slice() {
        [answers, requirement] if answers == "answers" => Some(requirement),
        _ => None,
    }));
    let paths = paths(theirs);
    let there = Ids::of(&paths);
    for (keys, own) in places(into) {
        let other = there.first(&path(&keys)).and_then(|at| theirs.get(at)).map(|part| part.unknown.clone());
        if choice == MergeChoice::Theirs && (whole || other.is_some()) {
            *own = other.unwrap_or_default();
        } else {
            own.0.fill_from(other.unwrap_or_default().0);
        }
    }
}
