//! The issues of the sample (bản mẫu): found in what its units say, as an officer might have by now.

use crate::issue::{Issue, Tag, issue_id, tag_id};
use crate::model::Open;
use crate::note::Note;
use crate::parts::{PROPOSALS, parts};
use crate::words::FileId;
use domain::directive::Directive;
use std::collections::BTreeMap;
use synthetic::{SampleIssue, sample_issues};

/// In so many files an officer might have looked by now.
const FILES: usize = 40;

/// The files in which they are looked for.
pub(crate) fn files(open: &Open) -> Vec<FileId> {
    let counting = open.count.figures().counting();
    let taken = counting.filter_map(|one| open.taken.get(one.received as usize));
    let mut files: Vec<FileId> = taken.take(FILES).map(|taken| (taken.thing.clone(), taken.line)).collect();
    files.sort_unstable();
    files.dedup();
    files
}

/// The issues, and what is tagged with them, once these files are loaded.
pub(crate) fn notes(open: &Open, directive: &Directive, files: &[FileId]) -> Vec<Note> {
    let mut notes = BTreeMap::new();
    for one in sample_issues() {
        let Some((id, issue)) = issue(&one, directive) else { continue };
        let tagged: Vec<Tag> = tags(open, files, &one, &id, &issue);
        if !tagged.is_empty() {
            notes.insert(id.clone(), Note { id, issue: Some(issue), ..Note::default() });
        }
        for tag in tagged {
            let id = tag_id(&tag.issue, &tag.statement());
            notes.insert(id.clone(), Note { id, tag: Some(tag), ..Note::default() });
        }
    }
    notes.into_values().collect()
}

/// Another directive may not have its requirement.
fn issue(one: &SampleIssue, directive: &Directive) -> Option<(String, Issue)> {
    let requirement = match one.requirement {
        Some(at) => directive.requirements().nth(at)?.1.id.clone(),
        None => String::new(),
    };
    let level = one.level.and_then(|at| directive.proposal_levels.get(at));
    let issue = Issue {
        kind: one.kind,
        wording: one.wording.to_owned(),
        level: level.map(|level| level.id.clone()).unwrap_or_default(),
        in_report: one.in_report,
        requirement,
        ..Issue::default()
    };
    Some((issue_id(issue.kind, &issue.requirement, &issue.wording), issue))
}

fn tags(open: &Open, files: &[FileId], one: &SampleIssue, id: &str, issue: &Issue) -> Vec<Tag> {
    let mut tags = Vec::new();
    let requirement = if issue.requirement.is_empty() { PROPOSALS } else { &issue.requirement };
    for counting in open.count.figures().counting() {
        let Some(taken) = open.taken.get(counting.received as usize) else { continue };
        let Some(unit) = open.count.units.rows.get(counting.unit as usize) else { continue };
        if files.binary_search(&(taken.thing.clone(), taken.line)).is_err() {
            continue;
        }
        let words = open.words.get(&taken.thing, taken.line).and_then(|words| words.assessments.as_ref());
        let key = &taken.received.key;
        let Some(assessment) = words.and_then(|assessments| assessments.get(key.index as usize)) else { continue };
        let said = parts(assessment, requirement).into_iter();
        let said = said.filter(|said| said.part.kind == issue.kind && said.text.contains(one.sought));
        tags.extend(said.map(|said| {
            let statement = said.part.statement(&unit.id, requirement);
            Tag::new(id, &statement, &key.sha256, &said.text)
        }));
    }
    tags
}
