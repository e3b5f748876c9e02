//! What the officer tags, joins and chooses for the report.

use super::reading::READ_TEXT;
use crate::filter::{IssuesFilter, current_row, issue_rows, requirement};
use crate::issue::{Issue, IssueOrder, Statement, Tag, digest, issue_id, order_id, tag_id};
use crate::issues::Issues;
use crate::model::Model;
use crate::msg::{Effect, Tagging, Turn};
use crate::note::Note;
use crate::parts::{Part, SaidPart};
use crate::undo::Changed;
use crate::views::reading::{ReadPart, ReadText, ReadingView};

/// The id of the field in which an issue is looked for.
pub const PICK: &str = "board-pick";

/// The id of the list of issues, which takes the focus when one of them goes.
pub const ISSUES: &str = "board-issues";

/// The id of the button that moves an issue, which keeps the focus when it moves with it.
#[must_use]
pub fn move_id(issue: &str, turn: Turn) -> String {
    let way = match turn {
        Turn::Up => "up-",
        Turn::Down => "down-",
    };
    [way, &digest(issue)].concat()
}

impl Model {
    pub(super) fn tagging(&mut self, tagging: Tagging, out: &mut Vec<Effect>) {
        match tagging {
            Tagging::Part(at) => self.choose_part(|_, parts| (at < parts).then_some(at)),
            Tagging::NextPart => self.choose_part(|at, parts| (at + 1).checked_rem(parts)),
            Tagging::Ask(part) => self.ask(part, out),
            Tagging::Close => self.close(out),
            Tagging::Tag(issue) => {
                self.tag(issue.as_deref(), out);
                self.close(out);
            }
            Tagging::Untag(part, issue) => {
                if let Some(said) = self.said(Some(&part)) {
                    let notes = self.untagged(&said.statement, &issue);
                    self.set_notes(notes, Changed::Tag, out);
                }
            }
            Tagging::Choose(part) => self.choose(part.as_ref(), out),
            Tagging::LevelOf(part, level) => self.level_of(&part, &level, out),
            Tagging::Reword(id, words) => {
                // Without words it would be none.
                if !words.trim().is_empty() {
                    self.change_issue(&id, &|issue| words.trim().clone_into(&mut issue.wording), Changed::Issue, out);
                }
            }
            Tagging::Level(id, level) => {
                self.change_issue(&id, &|issue| issue.level.clone_from(&level), Changed::Issue, out);
            }
            Tagging::InReport(id, is_in) => {
                self.change_issue(&id, &|issue| issue.in_report = is_in, Changed::InReport, out);
            }
            Tagging::Move(id, turn) => self.move_issue(&id, turn, out),
            Tagging::Join(id, into) => self.join_issues(&id, &into, out),
            Tagging::Remove(id) => self.remove_issue(&id, out),
        }
    }

    /// Chooses another part of what is read.
    fn choose_part(&mut self, to: impl Fn(usize, usize) -> Option<usize>) {
        let Some(text) = self.read_text() else { return };
        let part = to(text.part, text.parts.len()).and_then(|at| text.parts.get(at));
        if let Some(part) = part {
            self.reading.part = part.said.part.clone();
        }
    }

    fn ask(&mut self, part: Option<Part>, out: &mut Vec<Effect>) {
        let Some(said) = self.said(part.as_ref()) else { return };
        self.reading.part = said.said.part;
        self.reading.is_tagging = true;
        out.push(Effect::Focus(PICK.to_owned()));
    }

    /// Asks no more: the focus goes back to the text.
    fn close(&mut self, out: &mut Vec<Effect>) {
        self.reading.is_tagging = false;
        if let Some(row) = current_row(self) {
            out.push(Effect::Focus([READ_TEXT, row.unit].concat()));
        }
    }

    fn tag(&mut self, issue: Option<&str>, out: &mut Vec<Effect>) {
        let Some(said) = self.said(None) else { return };
        let notes = match issue {
            None => self.new_issue(&said, |_| {}),
            Some(id) => match said.part.tags.iter().find(|tag| tag.issue == id) {
                Some(tag) if tag.is_same => self.untagged(&said.statement, id),
                // A later file says something else, and the officer says that it is about the same.
                _ => self.tagged(&said, id),
            },
        };
        self.set_notes(notes, Changed::Tag, out);
    }

    /// A part goes into the report with the issues that it is about; where there are none, as one of its own, which goes where it
    /// does not go into the report any more.
    fn choose(&mut self, part: Option<&Part>, out: &mut Vec<Effect>) {
        let Some(said) = self.said(part) else { return };
        let tags = &said.part.tags;
        let is_in = tags.iter().any(|tag| tag.in_report);
        let own = tags.iter().find(|tag| self.is_own(&said, &tag.issue));
        let notes = match (tags.is_empty(), is_in, own) {
            (true, ..) => self.new_issue(&said, |issue| issue.in_report = true),
            (false, true, Some(own)) if tags.len() == 1 => self.without(&own.issue),
            _ => {
                let ids = tags.iter().map(|tag| tag.issue.as_str());
                ids.filter_map(|id| self.changed(id, &|issue| issue.in_report = !is_in)).collect()
            }
        };
        self.reading.part = said.said.part;
        self.set_notes(notes, Changed::InReport, out);
    }

    /// Whether an issue is nothing but this part, in its words.
    fn is_own(&self, said: &Spoken, id: &str) -> bool {
        let Some(open) = &self.open else { return false };
        let issues = Issues::of(&open.notes);
        let is_as_made = |issue: &Issue| issue.wording == said.said.text && issue.level == said.said.level;
        issues.get(id).is_some_and(|(_, issue)| is_as_made(issue))
            && issues.tags(id).len() == 1
            && issues.joined_to(id).len() == 1
    }

    fn level_of(&mut self, part: &Part, level: &str, out: &mut Vec<Effect>) {
        let Some(said) = self.said(Some(part)) else { return };
        let notes: Vec<Note> = if said.part.tags.is_empty() {
            self.new_issue(&said, |issue| level.clone_into(&mut issue.level))
        } else {
            let ids = said.part.tags.iter().map(|tag| tag.issue.as_str());
            ids.filter_map(|id| self.changed(id, &|issue| level.clone_into(&mut issue.level))).collect()
        };
        self.set_notes(notes, Changed::Issue, out);
    }

    /// The note of a part's words as an issue of their own, if they are none yet, and that the part is about it.
    fn new_issue(&self, said: &Spoken, change: impl Fn(&mut Issue)) -> Vec<Note> {
        let Statement { requirement, kind, .. } = &said.statement;
        let words = &said.said;
        let id = issue_id(*kind, requirement, &words.text);
        let Some(open) = &self.open else { return Vec::new() };
        let known = Issues::of(&open.notes).get(&id).map(|(id, issue)| (id.to_owned(), issue.clone()));
        let is_known = known.is_some();
        let (id, mut issue) = known.unwrap_or_else(|| {
            let issue = Issue {
                kind: *kind,
                requirement: requirement.clone(),
                wording: words.text.clone(),
                level: words.level.clone(),
                owner: words.owner.clone(),
                due: words.due.clone(),
                done_at: words.done_at.clone(),
                ..Issue::default()
            };
            (id, issue)
        });
        let before = issue.clone();
        change(&mut issue);
        let mut notes = self.tagged(said, &id);
        if !is_known || issue != before {
            let note = open.notes.get(&id).cloned().unwrap_or_else(|| Note::removed(id));
            notes.push(Note { issue: Some(issue), ..note });
        }
        notes
    }

    /// That a part is about the issue of this id, in its present words.
    fn tagged(&self, said: &Spoken, issue: &str) -> Vec<Note> {
        let mut notes = self.untagged(&said.statement, issue);
        let id = tag_id(issue, &said.statement);
        let tag = Tag::new(issue, &said.statement, &said.sha256, &said.said.text);
        notes.retain(|other| other.id != id);
        notes.push(Note { id, tag: Some(tag), ..Note::default() });
        notes
    }

    /// That a statement is not about the issue of this id.
    fn untagged(&self, statement: &Statement, issue: &str) -> Vec<Note> {
        let Some(open) = &self.open else { return Vec::new() };
        let ids = Issues::of(&open.notes).joined_to(issue).into_iter().map(|id| tag_id(id, statement));
        ids.filter(|id| open.notes.get(id).is_some()).map(Note::removed).collect()
    }

    /// An issue otherwise, where that makes a difference.
    fn changed(&self, id: &str, change: &dyn Fn(&mut Issue)) -> Option<Note> {
        let note = self.open.as_ref()?.notes.get(id)?;
        let mut changed = note.clone();
        change(changed.issue.as_mut()?);
        (changed != *note).then_some(changed)
    }

    fn change_issue(&mut self, id: &str, change: &dyn Fn(&mut Issue), what: Changed, out: &mut Vec<Effect>) {
        let notes = self.changed(id, change).into_iter().collect();
        self.set_notes(notes, what, out);
    }

    /// Joins an issue with another of its kind: that has its tags, goes into the report where one of them did, and has its level where it
    /// had none.
    fn join_issues(&mut self, id: &str, into: &str, out: &mut Vec<Effect>) {
        let Some(open) = &self.open else { return };
        let issues = Issues::of(&open.notes);
        let (Some((id, one)), Some((into, other))) = (issues.get(id), issues.get(into)) else { return };
        if id == into || !one.is_listed_with(other) {
            return;
        }
        let (id, into) = (id.to_owned(), into.to_owned());
        let (in_report, level) = (one.in_report, one.level.clone());
        let joined = |issue: &mut Issue| {
            issue.in_report |= in_report;
            if issue.level.is_empty() {
                issue.level.clone_from(&level);
            }
        };
        let notes = [self.changed(&id, &|issue| issue.joined.clone_from(&into)), self.changed(&into, &joined)];
        self.set_notes(notes.into_iter().flatten().collect(), Changed::Joined, out);
        out.push(Effect::Focus(ISSUES.to_owned()));
    }

    /// An issue takes the place of the one before or behind it that the list shows; the others of its kind and requirement stay as they
    /// are, also those that it does not show.
    fn move_issue(&mut self, id: &str, turn: Turn, out: &mut Vec<Effect>) {
        let Some(open) = &self.open else { return };
        let issues = Issues::of(&open.notes);
        let Some((id, issue)) = issues.get(id) else { return };
        let listed = |filter: &IssuesFilter| {
            let mut rows = issue_rows(&issues, open, &self.directive, filter);
            rows.retain(|row| row.issue.is_listed_with(issue));
            rows.into_iter().map(|row| row.id.to_owned()).collect::<Vec<_>>()
        };
        let (mut all, shown) = (listed(&IssuesFilter::default()), listed(&self.issues_filter));
        let place = |list: &[String], id: &str| list.iter().position(|other| other == id);
        let beside = place(&shown, id).and_then(|at| match turn {
            Turn::Up => shown.get(at.checked_sub(1)?),
            Turn::Down => shown.get(at + 1),
        });
        if let Some((from, to)) = place(&all, id).zip(beside.and_then(|beside| place(&all, beside))) {
            let moved = all.remove(from);
            all.insert(to, moved);
            let (id, focus) = (order_id(issue.kind, &issue.requirement), move_id(id, turn));
            let note = open.notes.get(&id).cloned().unwrap_or_else(|| Note::removed(id));
            // What came with a colleague's order may not be here itself yet.
            let ordered = note.order.iter().flat_map(|order| &order.issues);
            all.extend(ordered.filter(|id| issues.get(id).is_none()).cloned());
            let order = IssueOrder { issues: all, ..note.order.unwrap_or_default() };
            self.set_notes(vec![Note { order: Some(order), ..note }], Changed::Order, out);
            out.push(Effect::Focus(focus));
        }
    }

    fn remove_issue(&mut self, id: &str, out: &mut Vec<Effect>) {
        let notes = self.without(id);
        self.set_notes(notes, Changed::Issue, out);
        out.push(Effect::Focus(ISSUES.to_owned()));
    }

    /// An issue with all that was joined to it and tagged with it, taken away.
    fn without(&self, id: &str) -> Vec<Note> {
        let Some(open) = &self.open else { return Vec::new() };
        let all = Issues::of(&open.notes).joined_to(id);
        let is_of_it = |note: &&Note| match (&note.issue, &note.tag) {
            (Some(_), _) => all.contains(&note.id.as_str()),
            (None, Some(tag)) => all.contains(&tag.issue.as_str()),
            (None, None) => false,
        };
        open.notes.iter().filter(is_of_it).map(|note| Note::removed(note.id.clone())).collect()
    }

    fn read_text(&self) -> Option<ReadText> {
        ReadingView::of(self)?.text
    }

    /// A part of what is read, or the one that is chosen.
    fn said(&self, part: Option<&Part>) -> Option<Spoken> {
        let text = self.read_text()?;
        let requirement = requirement(self)?;
        let shown = match part {
            Some(part) => text.parts.into_iter().find(|one| one.said.part == *part)?,
            None => text.parts.into_iter().nth(text.part)?,
        };
        Some(Spoken {
            statement: shown.said.part.statement(&text.unit, requirement),
            sha256: shown.key.sha256.to_string(),
            said: shown.said.clone(),
            part: shown,
        })
    }
}

/// A part of what is read.
struct Spoken {
    statement: Statement,
    sha256: String,
    said: SaidPart,
    part: ReadPart,
}
