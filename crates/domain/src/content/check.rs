//! What must be true of a directive and of a roster beyond their shape, so that the product can work with them and readers are told
//! the truth. The first thing that is not true is reported to whoever gave them.

use super::fault::ContentCause::{self, *};
use crate::date::DateText;
use crate::directive::{Directive, Kind, Note, Requirement, Role, RoleName, Task};
use crate::fold::fold;
use crate::roster::Roster;
use json::place::push_index;

/// What is wrong, and where.
pub(super) type Checked = Result<(), Box<(ContentCause, String)>>;

/// Tasks that a directive may have: they are told apart by one digit in many places of official writing.
const MOST_TASKS: usize = 9;
/// Characters of an id.
const MOST_ID: usize = 64;
/// Characters of an official code (mã định danh).
const MOST_CODE: usize = 35;

pub(super) fn check_roster(roster: &Roster) -> Checked {
    day(&roster.as_of, "asOf")?;
    present(&roster.source, "source")?;
    notes(&roster.notes, "notes")?;
    hold(!roster.groups.is_empty(), Empty, "groups")?;
    let mut ids = Seen::default();
    for (index, group) in roster.groups.iter().enumerate() {
        let at = nth("groups", index);
        ids.id(&group.id, &at)?;
        present(&group.name, &key(&at, "name"))?;
    }
    let (mut ids, mut names) = (Seen::default(), Seen::default());
    for (index, unit) in roster.units.iter().enumerate() {
        let at = nth("units", index);
        ids.id(&unit.id, &at)?;
        known(roster.group(&unit.group).is_some(), &unit.group, &key(&at, "group"))?;
        present(&unit.name, &key(&at, "name"))?;
        names.once(&fold(&unit.name), &key(&at, "name"))?;
        hold(!unit.valid_from.is_wrong(), BadDate, &key(&at, "validFrom"))?;
        hold(!unit.valid_to.is_wrong(), BadDate, &key(&at, "validTo"))?;
        for (index, id) in unit.successors.iter().enumerate() {
            known(roster.unit(id).is_some(), id, &nth(&key(&at, "successors"), index))?;
        }
        let is_code = |byte: u8| byte.is_ascii_digit() || byte.is_ascii_uppercase() || byte == b'.';
        hold(unit.code.len() <= MOST_CODE && unit.code.bytes().all(is_code), BadId, &key(&at, "code"))?;
    }
    Ok(())
}

pub(super) fn check_directive(directive: &Directive, roster: &Roster) -> Checked {
    let id = &directive.id;
    present(id, "id")?;
    // Stores and files carry it; a blank ends it there.
    hold(id.len() <= MOST_ID && !id.contains(|c: char| c.is_whitespace() || c.is_control()), BadId, "id")?;
    present(&directive.name, "name")?;
    hold(crate::date::Date::from_iso(&directive.edition).is_some(), BadDate, "edition")?;
    hold(directive.document.kind == Kind::Verbatim, BadKind, "document.kind")?;
    present(&directive.document.source, "document.source")?;
    if let Some(one) = &directive.document.signer_note {
        note(one, "document.signerNote")?;
    }
    hold(!directive.tasks.is_empty(), Empty, "tasks")?;
    hold(directive.tasks.len() <= MOST_TASKS, TooManyTasks, "tasks")?;
    paragraphs(directive)?;
    let text = directive.texts().join("\n");
    let mut ids = Seen::default();
    for (index, task) in directive.tasks.iter().enumerate() {
        let at = nth("tasks", index);
        ids.id(&task.id, &at)?;
        check_task(task, &at, &mut ids)?;
        for (index, role) in task.roles.iter().enumerate() {
            check_role(role, &text, roster, &nth(&key(&at, "roles"), index))?;
        }
    }
    let gathering = &directive.gathering;
    known(gathering.is_empty() || directive.task(gathering).is_some(), gathering, "gathering")?;
    scales(directive)?;
    levels(directive)
}

fn levels(directive: &Directive) -> Checked {
    let mut ids = Seen::default();
    for (index, level) in directive.proposal_levels.iter().enumerate() {
        let at = nth("proposalLevels", index);
        ids.id(&level.id, &at)?;
        present(&level.name, &key(&at, "name"))?;
        hold(level.kind == Kind::Editorial, BadKind, &key(&at, "kind"))?;
    }
    Ok(())
}

/// Each paragraph is a text or a task, and each task stands once, in its order.
fn paragraphs(directive: &Directive) -> Checked {
    let mut tasks = directive.tasks.iter();
    for (index, paragraph) in directive.document.body.iter().enumerate() {
        let is_good = match (paragraph.text.is_empty(), paragraph.task.is_empty()) {
            (false, true) => true,
            (true, false) => tasks.next().is_some_and(|task| task.id == paragraph.task),
            _ => false,
        };
        hold(is_good, BadParagraph, &nth("document.body", index))?;
    }
    hold(tasks.next().is_none(), BadParagraph, "document.body")
}

fn check_task(task: &Task, at: &str, ids: &mut Seen) -> Checked {
    hold(task.kind == Kind::Verbatim, BadKind, &key(at, "kind"))?;
    present(&task.headline, &key(at, "headline"))?;
    present(&task.text, &key(at, "text"))?;
    hold(!task.requirements.is_empty(), Empty, &key(at, "requirements"))?;
    for (index, requirement) in task.requirements.iter().enumerate() {
        let at = nth(&key(at, "requirements"), index);
        ids.id(&requirement.id, &at)?;
        present(&requirement.title, &key(&at, "title"))?;
        clause(task, requirement, &at)?;
        notes(&requirement.notes, &key(&at, "notes"))?;
    }
    let mut end = 0;
    for (place, requirement) in task.clauses() {
        if place.start < end {
            let index = task.requirements.iter().position(|other| other.id == requirement.id).unwrap_or_default();
            return hold(false, Ambiguous, &key(&nth(&key(at, "requirements"), index), "clause.text"));
        }
        end = place.end;
    }
    Ok(())
}

/// Verbatim words stand in their task's text, once; others are part of a requirement whose words do.
fn clause(task: &Task, requirement: &Requirement, at: &str) -> Checked {
    let words = &requirement.clause.text;
    present(words, &key(at, "clause.text"))?;
    if requirement.clause.kind == Kind::Verbatim {
        hold(requirement.part_of.is_empty(), BadKind, &key(at, "partOf"))?;
        return match task.text.matches(words.as_str()).count() {
            0 => hold(false, NotInText, &key(at, "clause.text")),
            count => hold(count == 1, Ambiguous, &key(at, "clause.text")),
        };
    }
    hold(requirement.clause.kind == Kind::Editorial, BadKind, &key(at, "clause.kind"))?;
    let is_whole = |other: &&Requirement| other.id == requirement.part_of && other.clause.kind == Kind::Verbatim;
    known(task.requirements.iter().find(is_whole).is_some(), &requirement.part_of, &key(at, "partOf"))
}

fn check_role(role: &Role, document: &str, roster: &Roster, at: &str) -> Checked {
    for (name, words) in [("words", &role.words), ("named", &role.named)] {
        present(words, &key(at, name))?;
        hold(role.kind != Kind::Verbatim || document.contains(words.as_str()), NotInText, &key(at, name))?;
    }
    let units = key(at, "units");
    hold(role.role != RoleName::Executes || role.units.is_empty(), BadKind, &units)?;
    for (index, id) in role.units.iter().enumerate() {
        known(roster.unit(id).is_some(), id, &nth(&units, index))?;
    }
    Ok(())
}

fn scales(directive: &Directive) -> Checked {
    let mut ids = Seen::default();
    for (index, scale) in directive.rating_scales.iter().enumerate() {
        let at = nth("ratingScales", index);
        present(&scale.id, &key(&at, "id"))?;
        ids.once(&scale.id, &key(&at, "id"))?;
        present(&scale.name, &key(&at, "name"))?;
        present(&scale.source, &key(&at, "source"))?;
        day(&scale.as_of, &key(&at, "asOf"))?;
        hold(!scale.levels.is_empty(), Empty, &key(&at, "levels"))?;
        let mut ids = Seen::default();
        for (index, level) in scale.levels.iter().enumerate() {
            ids.id(&level.id, &nth(&key(&at, "levels"), index))?;
        }
        notes(&scale.notes, &key(&at, "notes"))?;
    }
    Ok(())
}

fn notes(notes: &[Note], at: &str) -> Checked {
    notes.iter().enumerate().try_for_each(|(index, one)| note(one, &nth(at, index)))
}

/// A fact about something else carries its source and its day.
fn note(note: &Note, at: &str) -> Checked {
    present(&note.text, &key(at, "text"))?;
    hold(note.kind != Kind::Verbatim, BadKind, &key(at, "kind"))?;
    hold(!note.as_of.is_wrong(), BadDate, &key(at, "asOf"))?;
    let is_told = !note.source.is_empty() && !note.as_of.is_empty();
    hold(note.kind != Kind::Reference || is_told, NoSource, at)
}

/// Ids, or names, that were there before.
#[derive(Default)]
struct Seen(Vec<String>);

impl Seen {
    fn id(&mut self, id: &str, at: &str) -> Checked {
        let at = key(at, "id");
        present(id, &at)?;
        let is_good = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'_' | b'-');
        hold(id.len() <= MOST_ID && id.bytes().all(is_good), BadId, &at)?;
        self.once(id, &at)
    }

    fn once(&mut self, text: &str, at: &str) -> Checked {
        match self.0.binary_search_by(|seen| seen.as_str().cmp(text)) {
            Ok(_) => hold(false, Twice, at),
            Err(place) => {
                self.0.insert(place, text.to_owned());
                Ok(())
            }
        }
    }
}

#[inline(never)]
fn hold(is_true: bool, cause: ContentCause, at: &str) -> Checked {
    if is_true { Ok(()) } else { Err(Box::new((cause, at.to_owned()))) }
}

fn present(text: &str, at: &str) -> Checked {
    hold(!text.trim().is_empty(), Empty, at)
}

fn known(is_known: bool, id: &str, at: &str) -> Checked {
    hold(is_known, if is_known { Empty } else { Unknown(id.to_owned()) }, at)
}

fn day(date: &DateText, at: &str) -> Checked {
    hold(date.date().is_some(), BadDate, at)
}

fn key(at: &str, name: &str) -> String {
    [at, name].join(".")
}

fn nth(at: &str, index: usize) -> String {
    let mut path = at.to_owned();
    push_index(&mut path, index);
    path
}
