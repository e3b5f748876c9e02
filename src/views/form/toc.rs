//! The contents of a form: its sections and requirements, each with its progress. On a phone they fold.

use super::part::part;
use super::pieces::{Form, lacking, status_mark};
use app::views::{RequirementLine, TaskLine, task_lines};
use app::{Draft, Model, Route, Section};
use ui::disclosure::{Disclosed, disclosure};
use ui::view;
use yew::prelude::*;

#[derive(PartialEq)]
struct Contents {
    /// The section of the address; a requirement's own where it has one.
    at: Section,
    shown: Section,
    tasks: Vec<TaskLine>,
    general_errors: usize,
    evidence: usize,
    evidence_errors: usize,
    has_closing: bool,
    open: usize,
    /// At which requirements remarks wait for an answer; empty for those at none.
    waiting: Vec<String>,
}

impl Contents {
    fn of(model: &Model, draft: &Draft) -> Self {
        let assessment = &draft.assessment;
        let at = if let Route::Draft(_, section) = &model.route { section.clone() } else { Section::General };
        let errors = |section| model.errors_in(&section, assessment, 0).0;
        Self {
            shown: model.shown_section(&at),
            at,
            tasks: task_lines(model, assessment),
            general_errors: errors(Section::General),
            evidence: assessment.evidence.len(),
            evidence_errors: errors(Section::Evidence),
            has_closing: !assessment.overall.trim().is_empty() || !assessment.proposals.is_empty(),
            open: model.checked(assessment).len(),
            waiting: draft.waiting().iter().map(|remark| model.home_of(draft, remark).to_owned()).collect(),
        }
    }
}

pub(super) fn toc(draft: &AttrValue) -> Html {
    part("contents", draft, |model, draft| Some(Contents::of(model, draft)), draw)
}

fn draw(form: &Form, contents: &Contents) -> Html {
    let texts = form.texts;
    let list = view! {
        <ol role="list">
            { line(form, contents, Section::Overview, String::new(), Html::default()) }
            { line(form, contents, Section::General, errors(form, contents.general_errors), Html::default()) }
            { for contents.tasks.iter().map(|task| task_line(form, contents, task)) }
            { line(form, contents, Section::Evidence, evidence_state(form, contents), Html::default()) }
            { line(form, contents, Section::Closing, closing_state(form, contents), Html::default()) }
            { line(form, contents, Section::Export, (texts.open_places)(contents.open), Html::default()) }
            { line(form, contents, Section::Report, String::new(), Html::default()) }
        </ol>
    };
    // Going elsewhere folds it again: it is another disclosure there.
    let key = form.address(contents.at.clone());
    let text = [texts.contents, ": ", &(texts.section)(&contents.shown)].concat();
    view! {
        <nav class="toc no-print" aria-label={texts.contents}>
            <p class="toc-title">{ texts.contents }</p>
            { disclosure(key, text, Disclosed { stays: true, ..Disclosed::default() }, move || list.clone()) }
        </nav>
    }
}

fn errors(form: &Form, count: usize) -> String {
    if count == 0 { String::new() } else { (form.texts.errors)(count) }
}

fn evidence_state(form: &Form, contents: &Contents) -> String {
    match contents.evidence_errors {
        0 => contents.evidence.to_string(),
        count => errors(form, count),
    }
}

fn closing_state(form: &Form, contents: &Contents) -> String {
    let text = if contents.has_closing { form.texts.written } else { form.texts.unwritten };
    let waiting = remarks(form, contents, "");
    if waiting.is_empty() { text.to_owned() } else { [&waiting, ", ", text].concat() }
}

/// How many remarks wait for an answer at a requirement, or at none; empty for none.
fn remarks(form: &Form, contents: &Contents, at: &str) -> String {
    match contents.waiting.iter().filter(|waiting| *waiting == at).count() {
        0 => String::new(),
        count => (form.ctx.texts().returned.remarks)(count),
    }
}

fn line(form: &Form, contents: &Contents, section: Section, state: String, below: Html) -> Html {
    let current = (contents.shown == section).then_some("page");
    view! {
        <li>
            <a href={form.address(section.clone())} aria-current={current}>
                <span>{ (form.texts.section)(&section) }</span>{ " " }<small>{ state }</small>
            </a>
            { below }
        </li>
    }
}

fn task_line(form: &Form, contents: &Contents, task: &TaskLine) -> Html {
    let texts = form.texts;
    let progress = &task.progress;
    let state = match task.errors {
        _ if !progress.scope.is_in() => texts.out_of_scope.to_owned(),
        0 => (texts.progress)(progress.answered, progress.in_scope),
        count => errors(form, count),
    };
    let below = if progress.scope.is_in() { requirements(form, contents, task) } else { Html::default() };
    line(form, contents, Section::Task(task.id.clone()), state, below)
}

fn requirements(form: &Form, contents: &Contents, task: &TaskLine) -> Html {
    let directive = form.ctx.runtime.model().directive.clone();
    let one = |RequirementLine { id, status, lacks }: &RequirementLine| {
        let section = Section::Requirement(id.clone());
        let current = (contents.at == section).then_some("location");
        let waiting = remarks(form, contents, id);
        let waiting = (!waiting.is_empty()).then(|| view! { <>{ " · " }<small class="lacks">{ waiting }</small></> });
        let title = directive.requirement(id).map(|(_, requirement)| requirement.title.clone());
        view! {
            <li>
                <a href={form.address(section)} aria-current={current}>
                    <span>{ status_mark(form.texts, *status) }</span>{ " " }
                    <span class="id">{ id }</span>{ " " }
                    <span><span lang="vi">{ title }</span>{ lacking(form.texts, *lacks) }{ waiting }</span>
                </a>
            </li>
        }
    };
    view! { <ol role="list">{ for task.requirements.iter().map(one) }</ol> }
}
