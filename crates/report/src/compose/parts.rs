//! The parts of the report, in the order of the directive: results, limitations, causes, next steps, proposals.

use crate::chosen::ExcerptKind;
use crate::document::{Block, Content, Paragraph};
use crate::figures::Input;
use crate::issue::{Issue, Issues};
use crate::texts::{self, Answered, StepCounts};
use crate::typed::{self, one_line};
use domain::date::Date;
use gathering::step_state::StepState;
use gathering::summary::{Cell, Summary};
use gathering::unit_counts::UnitCounts;
use gathering::unit_set::UnitSet;

pub(super) fn parts(input: &Input<'_>, issues: &Issues<'_>, day: Date) -> Vec<Block> {
    let parts = [
        ("results", texts::RESULTS, results(input, issues)),
        ("limitations", texts::LIMITATIONS, limitations(input, issues)),
        ("causes", texts::CAUSES, causes(input, issues)),
        ("steps", texts::STEPS, steps(input, issues, day)),
        ("proposals", texts::PROPOSALS, proposals(input, issues)),
    ];
    let mut blocks = Vec::new();
    for (at, (place, name, content)) in (1..).zip(parts) {
        blocks.push(Block::part(input.profile, at, place, name));
        blocks.extend(content);
    }
    blocks
}

/// I: by task and requirement.
fn results(input: &Input<'_>, issues: &Issues<'_>) -> Vec<Block> {
    let directive = input.basis.directive;
    let mut blocks = vec![Block::note("results/editorial", texts::editorial(&directive.name))];
    let mut at = 0;
    for task in &directive.tasks {
        let id = ["results/task/", &task.id].concat();
        blocks.push(Block::heading(&id, 3, texts::task(&task.id, &task.headline)));
        for requirement in &task.requirements {
            let cell = input.figures.summary.cell(at, None);
            let told = Answered {
                id: &requirement.id,
                title: &requirement.title,
                in_scope: cell.in_scope(),
                done: cell.done.len(),
                in_progress: cell.in_progress.len(),
                not_started: cell.not_started.len(),
                unanswered: cell.unanswered.len(),
            };
            blocks.push(Block::paragraph(&["results/", &requirement.id].concat(), texts::answered(told)));
            let of = issues.of_kind(ExcerptKind::Result).filter(|issue| issue.is_of(at));
            blocks.extend(list(&["results/list/", &requirement.id].concat(), "results", of, said));
            at += 1;
        }
    }
    let others = issues.of_kind(ExcerptKind::Result).filter(|issue| !issue.is_of_any());
    blocks.extend(list("results/list", "results", others, said));
    blocks
}

/// II.
fn limitations(input: &Input<'_>, issues: &Issues<'_>) -> Vec<Block> {
    let summary = input.figures.summary;
    let text = texts::limitations(union(summary, |cell| &cell.limitations), summary.units.len());
    let of = issues.of_kind(ExcerptKind::Limitation);
    let told = |issue: &Issue<'_>| said_of(issue, issues);
    let mut blocks = vec![Block::paragraph("limitations/all", text)];
    blocks.extend(list("limitations/list", "limitations", of, told));
    blocks
}

/// III: the objective ones and the subjective ones.
fn causes(input: &Input<'_>, issues: &Issues<'_>) -> Vec<Block> {
    let summary = input.figures.summary;
    let all = summary.units.len();
    let (objective, subjective) =
        (union(summary, |cell| &cell.objective_causes), union(summary, |cell| &cell.subjective_causes));
    let kinds = [
        (
            "objective-causes",
            texts::OBJECTIVE_CAUSES,
            texts::objective_causes(objective, all),
            ExcerptKind::ObjectiveCause,
        ),
        (
            "subjective-causes",
            texts::SUBJECTIVE_CAUSES,
            texts::subjective_causes(subjective, all),
            ExcerptKind::SubjectiveCause,
        ),
    ];
    let mut blocks = Vec::new();
    for (at, (place, name, text, kind)) in (1..).zip(kinds) {
        blocks.push(Block::heading(place, 3, texts::subpart(at, name)));
        blocks.push(Block::paragraph(&[place, "/all"].concat(), text));
        let told = |issue: &Issue<'_>| said_of(issue, issues);
        blocks.extend(list(&[place, "/list"].concat(), place, issues.of_kind(kind), told));
    }
    blocks
}

/// IV: with who leads them, by when, and which are overdue.
fn steps(input: &Input<'_>, issues: &Issues<'_>, day: Date) -> Vec<Block> {
    let cells = || input.figures.summary.cells.values();
    let sum = |of: fn(&Cell) -> &UnitCounts| cells().fold(0, |sum: u32, cell| sum.saturating_add(of(cell).total()));
    let told = StepCounts {
        day,
        done: sum(|cell| &cell.steps_done),
        open: sum(|cell| &cell.steps_open),
        overdue: sum(|cell| &cell.steps_overdue),
        undated: sum(|cell| &cell.steps_undated),
    };
    let step = |issue: &Issue<'_>| {
        let due = &issue.first.due;
        let state = StepState::of(due.date(), !issue.first.done_at.is_empty(), Some(day));
        let owner = one_line(&issue.first.owner);
        let text = texts::step(&issue.text, &owner, &typed::day(due), state, day);
        texts::said(&text, issue.unit_count(), &issues.requirements(issue))
    };
    let mut blocks = vec![Block::paragraph("steps/all", texts::steps(told))];
    blocks.extend(list("steps/list", "steps", issues.of_kind(ExcerptKind::Step), step));
    blocks
}

/// V: by the level that decides, the highest first, and those that are open last.
fn proposals(input: &Input<'_>, issues: &Issues<'_>) -> Vec<Block> {
    let summary = input.figures.summary;
    let (mut all, mut counts) = (UnitSet::default(), Vec::new());
    let levels = &input.basis.directive.proposal_levels;
    for at in 0..=u32::try_from(levels.len()).unwrap_or(u32::MAX) {
        let of_level = summary.proposals_to(at);
        all.union(&of_level.units().iter().map(|(unit, _)| *unit).collect());
        counts.push(of_level);
    }
    let count = counts.iter().fold(0, |sum: u32, of_level| sum.saturating_add(of_level.total()));
    let text = texts::proposals(count, all.len(), summary.units.len());
    let mut blocks = vec![Block::paragraph("proposals/all", text)];
    let mut shown = 0;
    for (level, count) in levels.iter().map(Some).chain([None]).zip(&counts) {
        let is_of = |issue: &&Issue<'_>| match level {
            Some(level) => issue.first.level == level.id,
            None => !levels.iter().any(|level| issue.first.level == level.id),
        };
        let of: Vec<_> = issues.of_kind(ExcerptKind::Proposal).filter(is_of).collect();
        if of.is_empty() && count.total() == 0 {
            continue;
        }
        shown += 1;
        let id = level.map_or("open", |level| &level.id);
        let heading = texts::level(shown, level.map(|level| level.name.as_str()));
        blocks.push(Block::heading(&["proposals/level/", id].concat(), 3, heading));
        let units = u32::try_from(count.units().len()).unwrap_or(u32::MAX);
        let text = texts::proposals_to(count.total(), units);
        blocks.push(Block::paragraph(&["proposals/count/", id].concat(), text));
        blocks.extend(list(&["proposals/list/", id].concat(), "proposals", of.into_iter(), said));
    }
    blocks
}

/// How many units there are in one of the sets of any requirement.
fn union(summary: &Summary, of: fn(&Cell) -> &UnitSet) -> u32 {
    let mut units = UnitSet::default();
    summary.cells.values().for_each(|cell| units.union(of(cell)));
    units.len()
}

fn said(issue: &Issue<'_>) -> String {
    texts::said(&issue.text, issue.unit_count(), &[])
}

fn said_of(issue: &Issue<'_>, issues: &Issues<'_>) -> String {
    texts::said(&issue.text, issue.unit_count(), &issues.requirements(issue))
}

/// A list of issues, unless there are none.
fn list<'a, 'b: 'a>(
    id: &str,
    place: &str,
    issues: impl Iterator<Item = &'a Issue<'b>>,
    text: impl Fn(&Issue<'_>) -> String,
) -> Option<Block> {
    let item = |issue: &Issue<'_>| Paragraph::generated([place, "/item/", &issue.first.id].concat(), text(issue));
    let items: Vec<Paragraph> = issues.map(item).collect();
    (!items.is_empty()).then(|| Block { id: id.to_owned(), content: Content::List(items) })
}
