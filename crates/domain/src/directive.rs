//! The directive (công văn) that units report on: its document, its tasks, and what an editor added to them.

use super::date::DateText;
use json::{choice, record};
use std::ops::Range;

/// Where a piece of content comes from. The three are never mixed, and the reader can tell them apart.
#[choice]
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Kind {
    /// The document's own words, to the letter (nguyên văn).
    Verbatim,
    /// Ours (phần biên tập).
    #[default]
    Editorial,
    /// A fact about something else, with its source and the day on which it held (tham khảo).
    Reference,
}

/// A directive with the tasks that it sets.
#[record(closed)]
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Directive {
    /// Its number and symbol (số, ký hiệu), such as `1022-CV/TU`.
    pub id: String,
    /// What it is called, such as "Công văn 1022-CV/TU".
    pub name: String,
    /// The day it was issued, `yyyy-mm-dd`: tells one edition of these data from another.
    pub edition: String,
    /// The document.
    pub document: Document,
    /// Its tasks (nhiệm vụ).
    pub tasks: Vec<Task>,
    /// The id of the task whose leading body gathers the reports (cơ quan tổng hợp), if one does.
    #[optional]
    pub gathering: String,
    /// Scales on which a unit may rate itself (mức độ thực hiện); none is required.
    #[optional]
    pub rating_scales: Vec<RatingScale>,
    /// The levels to which proposals are addressed (cấp có thẩm quyền), the highest first.
    #[optional]
    pub proposal_levels: Vec<ProposalLevel>,
}

impl Directive {
    /// The name of the level with this id; the id itself where the directive has no such level.
    #[must_use]
    pub fn proposal_level<'a>(&'a self, id: &'a str) -> &'a str {
        self.proposal_levels.iter().find(|level| level.id == id).map_or(id, |level| &level.name)
    }

    /// The task with this id.
    #[must_use]
    pub fn task(&self, id: &str) -> Option<&Task> {
        self.tasks.iter().find(|task| task.id == id)
    }

    /// The words of the directive for the body that gathers the reports, and the id of the task that says so.
    #[must_use]
    pub fn gathered_by(&self) -> Option<(&str, &str)> {
        let task = self.task(&self.gathering)?;
        Some((&task.role(RoleName::Leads)?.named, &task.id))
    }

    /// The requirement with this id, and the task that it is part of.
    #[must_use]
    pub fn requirement(&self, id: &str) -> Option<(&Task, &Requirement)> {
        self.requirements().find(|(_, requirement)| requirement.id == id)
    }

    /// All requirements in the order of the document, each with its task.
    pub fn requirements(&self) -> impl Iterator<Item = (&Task, &Requirement)> {
        self.tasks.iter().flat_map(|task| task.requirements.iter().map(move |requirement| (task, requirement)))
    }

    /// Every piece of the document's text, in its order.
    #[must_use]
    pub fn texts(&self) -> Vec<&str> {
        let d = &self.document;
        let mut texts = vec![&d.issuer, &d.star, &d.number, &d.subject, &d.motto, &d.place_date, &d.addressees.label];
        texts.extend(&d.addressees.lines);
        texts.extend(d.body.iter().map(|paragraph| self.text_of(paragraph)));
        texts.push(&d.recipients.label);
        texts.extend(&d.recipients.lines);
        texts.extend([&d.authority, &d.position, &d.signer]);
        texts.into_iter().map(String::as_str).collect()
    }

    /// The text of a paragraph: its own, or its task's.
    #[must_use]
    pub fn text_of<'a>(&'a self, paragraph: &'a Paragraph) -> &'a String {
        self.task(&paragraph.task).map_or(&paragraph.text, |task| &task.text)
    }

    /// The requirement whose clause the document shows for this one: itself where its clause is verbatim, else the
    /// one that it is part of.
    #[must_use]
    pub fn shown_for(&self, id: &str) -> Option<&Requirement> {
        let (_, requirement) = self.requirement(id)?;
        if requirement.clause.kind == Kind::Verbatim {
            return Some(requirement);
        }
        self.requirement(&requirement.part_of).map(|(_, whole)| whole)
    }
}

/// The document as it was issued. All of it is [`Kind::Verbatim`]; a line break is `\n`.
#[record(closed)]
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Document {
    /// Where the document's words come from.
    pub kind: Kind,
    /// The text that it was copied from.
    pub source: String,
    /// The issuing body (tên cơ quan ban hành).
    pub issuer: String,
    /// The star below the issuing body.
    pub star: String,
    /// Its number line (số văn bản).
    pub number: String,
    /// What it is about (trích yếu).
    pub subject: String,
    /// The heading of the Party's documents (tiêu đề).
    pub motto: String,
    /// Place and date (địa điểm và ngày, tháng, năm).
    pub place_date: String,
    /// To whom it is sent (kính gửi).
    pub addressees: Lines,
    /// Its paragraphs.
    pub body: Vec<Paragraph>,
    /// Who gets a copy (nơi nhận).
    pub recipients: Lines,
    /// For whom it is signed (thẩm quyền ký).
    pub authority: String,
    /// The signer's position (chức vụ).
    pub position: String,
    /// The signer's name (họ tên người ký).
    pub signer: String,
    /// The editor's note on that name.
    #[optional]
    pub signer_note: Option<Note>,
}

/// A label and the lines after it.
#[record(closed)]
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Lines {
    /// Such as "Kính gửi:".
    pub label: String,
    /// One entry a line that begins with a dash.
    pub lines: Vec<String>,
}

/// A paragraph: a text of its own, or that of a task.
#[record(closed)]
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Paragraph {
    /// Its text, where it is not a task's.
    #[optional]
    pub text: String,
    /// The id of the task whose text it is.
    #[optional]
    pub task: String,
}

/// A task (nhiệm vụ) of the directive.
#[record(closed)]
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Task {
    /// Its number in the directive.
    pub id: String,
    /// Where [`Self::text`] comes from.
    pub kind: Kind,
    /// A short heading; always editorial.
    pub headline: String,
    /// Its whole paragraph, with its number.
    pub text: String,
    /// Who is to do it, and in which role.
    pub roles: Vec<Role>,
    /// What it requires (yêu cầu). The split is always editorial.
    pub requirements: Vec<Requirement>,
}

impl Task {
    /// The verbatim clauses in the order of the text, each with its place in [`Self::text`].
    #[must_use]
    pub fn clauses(&self) -> Vec<(Range<usize>, &Requirement)> {
        // By insertion: each use of the standard sort adds 4 KiB.
        let mut found: Vec<(Range<usize>, &Requirement)> = Vec::new();
        for requirement in &self.requirements {
            let Some(place) = requirement.clause.place_in(&self.text) else { continue };
            found.insert(found.partition_point(|(other, _)| other.start <= place.start), (place, requirement));
        }
        found
    }

    /// The role of this kind, if the task names one.
    #[must_use]
    pub fn role(&self, name: RoleName) -> Option<&Role> {
        self.roles.iter().find(|role| role.role == name)
    }
}

/// What a body named by the directive does in a task.
#[choice]
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum RoleName {
    /// Carries it out (thực hiện): every addressee.
    #[default]
    Executes,
    /// Leads (lãnh đạo, chỉ đạo; chủ trì).
    Leads,
    /// Coordinates (phối hợp).
    Coordinates,
}

/// A role in a task, in the directive's own words.
#[record(closed)]
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Role {
    /// Where the words come from.
    pub kind: Kind,
    /// Which role it is.
    pub role: RoleName,
    /// The document's words for the role, such as "chủ trì".
    pub words: String,
    /// The document's words for who has it.
    pub named: String,
    /// Ids of those units of the roster that these words name; empty for [`RoleName::Executes`], which is every unit's.
    #[optional]
    pub units: Vec<String>,
}

/// One thing that a task requires (yêu cầu), and that a unit answers on.
#[record(closed)]
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Requirement {
    /// Its id, such as `2.2.1`.
    pub id: String,
    /// Where [`Self::title`] and the split come from.
    pub kind: Kind,
    /// A short title.
    pub title: String,
    /// The id of the requirement whose clause it is a part of; empty where it has a clause of its own.
    #[optional]
    pub part_of: String,
    /// What is required.
    pub clause: Clause,
    /// What else there is to know.
    #[optional]
    pub notes: Vec<Note>,
}

/// The words of a requirement.
#[record(closed)]
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Clause {
    /// Verbatim where the words stand in the task's text.
    pub kind: Kind,
    /// The words.
    pub text: String,
}

impl Clause {
    /// Where the clause stands in the text of its task. The data's tests hold that it stands there once.
    #[must_use]
    pub fn place_in(&self, text: &str) -> Option<Range<usize>> {
        let start = (self.kind == Kind::Verbatim).then(|| text.find(&self.text)).flatten()?;
        Some(start..start + self.text.len())
    }
}

/// A note to the reader: a reference with its source and as-of date, or the editor's.
#[record(closed)]
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Note {
    /// Where it comes from.
    pub kind: Kind,
    /// What it says.
    pub text: String,
    /// Its source (nguồn); empty where it is the editor's own.
    #[optional]
    pub source: String,
    /// The day on which it held (tính đến ngày).
    #[optional]
    pub as_of: DateText,
}

/// A level that decides on proposals; the split is always editorial.
#[record(closed)]
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ProposalLevel {
    /// Where it comes from.
    pub kind: Kind,
    /// Its id, such as `central`.
    pub id: String,
    /// Its name, such as "Trung ương".
    pub name: String,
}

/// A scale of levels, as a rule of the Party had it at a time.
#[record(closed)]
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RatingScale {
    /// Where it comes from.
    pub kind: Kind,
    /// Its id, such as `124-QD/TW`.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Its source.
    pub source: String,
    /// The day on which it was in force.
    pub as_of: DateText,
    /// Its levels, the highest first.
    pub levels: Vec<RatingLevel>,
    /// What else there is to know.
    #[optional]
    pub notes: Vec<Note>,
}

/// A level of a scale.
#[record(closed)]
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RatingLevel {
    /// Its id on the scale.
    pub id: String,
    /// Its name.
    pub name: String,
}
