//! What each view shows, as plain data taken from the model. A view is redrawn only when its own data has changed.

pub mod history;
pub mod overview;
pub mod returned;
pub mod sections;

use crate::draft::Draft;
use crate::model::Model;
use crate::route::Route;
use crate::saving::SaveState;
use domain::assessment::{Answer, Assessment, Evidence, RequirementId, Status, UnitRef};
use domain::checks::{self, Finding};
use domain::date::Moment;
use domain::directive::Requirement;
use domain::field::{Field, FormPlace};
use domain::ids::{Ids, once};
use domain::progress::{self, Progress, TaskProgress};
use exchange::record::CopyKind;
use returned::{ShownRemarks, remarks_at};
use storage::StoreFault;

/// The save state of everything that is open, for the line in the bar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SaveLine {
    /// The stores are being read.
    Opening,
    /// There is no draft.
    NothingYet,
    /// All of it is on disk; since then, if it was written in this session.
    Saved(Option<Moment>),
    /// Something is waiting to be written or being written.
    Saving,
    /// Something is on no disk.
    Unsaved(StoreFault),
}

/// The save state of all drafts: the worst of them.
#[must_use]
pub fn save_line(model: &Model) -> SaveLine {
    if !model.ready {
        return SaveLine::Opening;
    }
    let mut line = SaveLine::NothingYet;
    for draft in model.drafts.iter().filter(|draft| draft.newer.is_none()) {
        line = match (line, draft.saving.state()) {
            (SaveLine::Unsaved(fault), _) | (_, SaveState::Unsaved(fault)) => SaveLine::Unsaved(fault),
            (SaveLine::Saving, _) | (_, SaveState::Saving) => SaveLine::Saving,
            (SaveLine::Saved(one), SaveState::Saved(other)) => SaveLine::Saved(one.max(other)),
            (_, SaveState::Saved(moment)) => SaveLine::Saved(moment),
        };
    }
    line
}

/// A line of the list of drafts.
#[derive(Clone, Debug, PartialEq)]
pub struct DraftRow {
    /// The draft, by its id.
    pub id: String,
    /// The unit that the draft is for, by its name.
    pub unit: String,
    /// The name of its group.
    pub group: String,
    /// Whether it is the sample.
    pub sample: bool,
    /// How far it has come.
    pub progress: Progress,
    /// Its last change, on the person's wall clock.
    pub changed: String,
    /// What is known of its last export.
    pub export: ExportState,
    /// Why it exists beside another draft, and since when, if it does.
    pub copy: Option<(CopyKind, String)>,
    /// The name of the file that it was taken in from, empty for a merge that was taken back, and when, if it was.
    pub origin: Option<(String, String)>,
    /// When it was begun, where there are other drafts of its unit beside it.
    pub begun_beside: Option<String>,
    /// Whether a newer version of the product wrote it, so that it can only be read.
    pub is_newer: bool,
}

/// What is known of a draft's exports.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ExportState {
    /// It was never exported.
    Never,
    /// Exported to that file, at that time, with that many places edited since.
    Done {
        /// The name of the exported file.
        file: String,
        /// When, on the person's wall clock.
        when: String,
        /// How many places were edited since then.
        edited: usize,
    },
}

/// The drafts, the last changed first; `deleted` picks those that can be restored.
#[must_use]
pub fn draft_rows(model: &Model, deleted: bool) -> Vec<DraftRow> {
    // By insertion: each use of the standard sort adds 4 KiB.
    let mut rows: Vec<&Draft> = Vec::new();
    for draft in model.drafts.iter().filter(|draft| draft.deleted == deleted) {
        let at = rows.partition_point(|row| row.assessment.updated_at >= draft.assessment.updated_at);
        rows.insert(at, draft);
    }
    rows.into_iter().map(|draft| draft_row(model, draft)).collect()
}

/// A draft's line in the list.
#[must_use]
pub fn draft_row(model: &Model, draft: &Draft) -> DraftRow {
    let assessment = &draft.assessment;
    DraftRow {
        id: draft.id.clone(),
        unit: assessment.unit.name.clone(),
        group: model.roster.group(&assessment.unit.group).map(|group| group.name.clone()).unwrap_or_default(),
        sample: assessment.sample,
        progress: progress::progress(&model.directive, assessment),
        changed: shown_moment(model, &assessment.updated_at),
        export: export_state(model, draft),
        copy: draft.copy.as_ref().map(|mark| (mark.kind, shown_moment(model, &mark.at))),
        origin: draft.origin.as_ref().map(|mark| (mark.file_name.clone(), shown_moment(model, &mark.at))),
        begun_beside: model.siblings(draft).next().map(|_| shown_moment(model, &assessment.created_at)),
        is_newer: draft.newer.is_some(),
    }
}

/// A stored moment on the person's wall clock.
fn shown_moment(model: &Model, stored: &str) -> String {
    Moment::from_iso(stored).map(|moment| model.wall_clock(moment)).unwrap_or_default()
}

/// What is known of a draft's exports.
#[must_use]
pub fn export_state(model: &Model, draft: &Draft) -> ExportState {
    draft.exported.as_ref().map_or(ExportState::Never, |mark| ExportState::Done {
        file: mark.file_name.clone(),
        when: shown_moment(model, &mark.at),
        edited: draft.touched.len(),
    })
}

/// As whom, and where, the directive is read.
#[derive(Clone, Debug, PartialEq)]
pub struct ReadAs {
    /// Whether the stores were read, so that a unit that is missing has not been chosen.
    pub is_ready: bool,
    /// The task or requirement that the address names.
    pub target: Option<String>,
    /// The unit, if one was chosen.
    pub unit: Option<UnitRef>,
    /// The id of its draft, if it has one.
    pub draft: Option<String>,
    /// What it has answered so far; without a draft a blank one.
    pub assessment: Box<Assessment>,
}

/// As whom, and where, the directive is read.
#[must_use]
pub fn read_as(model: &Model) -> ReadAs {
    let target = if let Route::Directive(target) = &model.route { target.clone() } else { None };
    let draft = model.viewed_draft();
    let unit = draft.map(|draft| draft.assessment.unit.clone()).or_else(|| model.unit.clone());
    let assessment = draft
        .map(|draft| draft.assessment.clone())
        .unwrap_or_else(|| Box::new(Assessment { unit: unit.clone().unwrap_or_default(), ..Assessment::default() }));
    ReadAs { is_ready: model.ready, target, unit, draft: draft.map(|draft| draft.id.clone()), assessment }
}

/// A row of a list to which the person was led, and how many times they were led anywhere until then.
pub type Sought = Option<(u32, usize)>;

/// The row of a list that the person was last led to, if any: `row` tells which row a place is in.
pub fn sought(model: &Model, row: impl Fn(&FormPlace) -> Option<usize>) -> Sought {
    let (count, place) = model.sought.as_ref()?;
    Some((*count, row(place)?))
}

/// What the card of one requirement shows.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct RequirementView {
    /// The answer so far.
    pub answer: Answer,
    /// The entries of the register that it picked, each once, in that order.
    pub picked: Vec<Evidence>,
    /// Those of them whose fields are on this card: no earlier requirement of the task uses them.
    pub edited_here: Vec<String>,
    /// That of them to which the person was led.
    pub sought_pick: Sought,
    /// The next step to which the person was led.
    pub sought_step: Sought,
    /// How many entries the register has to pick from.
    pub register: usize,
    /// What the checks found in it.
    pub findings: Vec<Finding>,
    /// What the coordinating body has remarked on it.
    pub remarks: ShownRemarks,
}

/// The card of a requirement of a draft.
#[must_use]
pub fn requirement(model: &Model, draft: &str, requirement: &RequirementId) -> RequirementView {
    let Some(draft) = model.draft(draft) else { return RequirementView::default() };
    let assessment = &draft.assessment;
    let answer = assessment.answers.get(requirement).cloned().unwrap_or_default();
    let (picked, edited_here) = picked(model, assessment, requirement, &answer);
    let findings = model.settled(checks::check_requirement(assessment, requirement));
    let sought_pick = sought(model, |place| {
        let id = place.evidence()?;
        picked.iter().position(|entry| entry.id == id)
    });
    let sought_step = sought(model, |place| match place {
        FormPlace::Field(Field::Step(of, id, _)) if of == requirement => {
            answer.next_steps.iter().position(|step| step.id == *id)
        }
        _ => None,
    });
    let register = assessment.evidence.len();
    let remarks = remarks_at(model, draft, requirement);
    RequirementView { answer, picked, edited_here, sought_pick, sought_step, register, findings, remarks }
}

/// The entries that an answer picked, and those of them that no other requirement before it in its task uses.
fn picked(model: &Model, of: &Assessment, requirement: &str, answer: &Answer) -> (Vec<Evidence>, Vec<String>) {
    let register = Ids::of(of.evidence.iter().map(|entry| &entry.id));
    let entry = |id: &String| of.evidence.get(register.first(id)?).cloned();
    let picks = once(&answer.evidence);
    let picked = picks.iter().filter_map(|id| entry(id)).collect();
    let Some((task, _)) = model.directive.requirement(requirement) else { return (picked, Vec::new()) };
    let before = task.requirements.iter().take_while(|other| other.id != *requirement);
    let used = Ids::of(before.filter_map(|other| of.answers.get(&other.id)).flat_map(|answer| &answer.evidence));
    (picked, picks.into_iter().filter(|id| !used.has(id)).cloned().collect())
}

/// A line of a draft's contents: a task.
#[derive(Clone, Debug, PartialEq)]
pub struct TaskLine {
    /// The task, by its id.
    pub id: String,
    /// How far it has come, and whether it concerns the unit.
    pub progress: TaskProgress,
    /// A line for each of its requirements.
    pub requirements: Vec<RequirementLine>,
    /// The errors in it.
    pub errors: usize,
}

/// A line of a draft's contents: a requirement.
#[derive(Clone, Debug, PartialEq)]
pub struct RequirementLine {
    /// The requirement, by its id.
    pub id: RequirementId,
    /// The status that the unit gives it, if any.
    pub status: Option<Status>,
    /// How many things its answer lacks, where it has one.
    pub lacks: Option<usize>,
}

/// How many things the answer to a requirement lacks, of which the checks found so many; nothing is said of one that is still to
/// be given, and of one that is none.
#[must_use]
pub fn lacks(status: Option<Status>, found: usize) -> Option<usize> {
    status.filter(|status| *status != Status::OutOfScope).map(|_| found)
}

/// The tasks as the contents of a draft show them.
#[must_use]
pub fn task_lines(model: &Model, assessment: &Assessment) -> Vec<TaskLine> {
    let findings = model.checked(assessment);
    let lines = model.directive.tasks.iter().map(|task| TaskLine {
        id: task.id.clone(),
        progress: progress::of_task(task, assessment),
        requirements: task.requirements.iter().map(|requirement| line(assessment, &findings, requirement)).collect(),
        errors: findings
            .iter()
            .filter(|finding| finding.problem.is_error())
            .filter_map(|finding| finding.place.requirement())
            .filter(|id| task.requirements.iter().any(|requirement| requirement.id == **id))
            .count(),
    });
    lines.collect()
}

fn line(assessment: &Assessment, findings: &[Finding], requirement: &Requirement) -> RequirementLine {
    let found = findings.iter().filter(|finding| finding.place.requirement() == Some(&requirement.id)).count();
    let status = progress::status(assessment, requirement);
    RequirementLine { id: requirement.id.clone(), status, lacks: lacks(status, found) }
}
