//! A portion of an assessment: some of its requirements, for people who split the work.

use super::assessment::{Assessment, RequirementId};
use super::directive::Directive;
use super::ids::Ids;

impl Assessment {
    /// The requirements that it speaks of; none where it speaks of all. One that names some and has answers to others too
    /// was written on by a product that does not know of portions, and speaks of all.
    #[must_use]
    pub fn covered(&self) -> &[RequirementId] {
        let covered = Ids::of(&self.covers);
        let is_true = self.answers.keys().all(|id| covered.has(id));
        if is_true { &self.covers } else { &[] }
    }

    /// The portion with these requirements: their answers, the entries of the register that they refer to, and the tasks
    /// of theirs in which the unit takes part. Whose it is and who prepared it stays with it.
    #[must_use]
    pub fn portion(&self, directive: &Directive, requirements: &[RequirementId]) -> Self {
        let mut portion = Self { covers: requirements.to_vec(), ..self.clone() };
        portion.answers.retain(|id, _| requirements.iter().any(|wanted| wanted == id));
        let Self { answers, evidence, opted_in, .. } = &mut portion;
        let used = Ids::of(answers.values().flat_map(|answer| &answer.evidence));
        evidence.retain(|entry| used.has(&entry.id));
        opted_in.retain(|id| {
            directive.task(id).is_some_and(|task| task.requirements.iter().any(|one| requirements.contains(&one.id)))
        });
        portion.overall = String::new();
        portion.proposals.clear();
        portion.replies.clear();
        portion.self_rating = super::assessment::SelfRating::default();
        portion
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]
    use super::*;

    #[test]
    fn a_portion_has_its_requirements_and_what_they_refer_to() {
        let (directive, whole) = (Directive::built_in().unwrap(), super::super::sample::built_in());
        let whole = Assessment { opted_in: vec!["2".into(), "3".into()], ..whole };
        let portion = whole.portion(&directive, &["1.1".into(), "3.1".into()]);
        assert_eq!(portion.covered(), ["1.1", "3.1"]);
        assert_eq!(portion.answers.keys().collect::<Vec<_>>(), ["1.1"]);
        assert_eq!(portion.answers.get("1.1"), whole.answers.get("1.1"));
        let entries: Vec<&str> = portion.evidence.iter().map(|entry| entry.id.as_str()).collect();
        assert_eq!(entries, ["e3", "e9"]);
        assert_eq!(portion.opted_in, ["3"]);
        assert!(portion.overall.is_empty() && portion.proposals.is_empty());
        assert_eq!((&portion.unit, &portion.prepared_by), (&whole.unit, &whole.prepared_by));
        assert!(whole.covered().is_empty());
    }

    #[test]
    fn a_portion_that_was_written_on_is_a_whole() {
        let directive = Directive::built_in().unwrap();
        let mut portion = super::super::sample::built_in().portion(&directive, &["1.1".into()]);
        portion.answers.or_default("1.2".into()).results = "thêm".into();
        assert!(portion.covered().is_empty());
    }
}
