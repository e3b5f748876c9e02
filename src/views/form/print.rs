//! The filled-in form as a document to read and print. It is a draft: the unit's leader signs the report, not the product.

use super::part::part;
use super::pieces::{Form, evidence_lines, title};
use crate::views::context::ViewContext;
use crate::views::gradual::gradually;
use crate::views::texts::form::FormTexts;
use crate::views::watch::watch;
use app::{Draft, Model, Msg, Section};
use domain::assessment::{Answer, Assessment, Causes, Evidence, NextStep, Proposal};
use domain::directive::{Directive, Requirement, Task};
use domain::field::{AnswerField, Field, StepField};
use domain::ids::Ids;
use domain::progress::progress;
use domain::relevance::AnswerPart;
use domain::scope::scope;
use std::ops::Range;
use std::rc::Rc;
use ui::view;
use yew::prelude::*;

/// The input of the document.
struct Paper<'a> {
    form: Form<'a>,
    directive: &'a Directive,
    assessment: &'a Rc<Assessment>,
}

/// The filled form as a document.
pub(super) fn print(draft: &AttrValue) -> Html {
    let select = |model: &Model, draft: &Draft| Some(shown(model, &draft.assessment));
    part("print", draft, select, |form, (assessment, group)| draw(form, assessment, group))
}

/// The assessment, and the name of the unit's group.
fn shown(model: &Model, assessment: &Assessment) -> (Assessment, String) {
    (assessment.clone(), group_of(model, assessment))
}

/// The name of the unit's group.
pub(super) fn group_of(model: &Model, assessment: &Assessment) -> String {
    model.roster.group(&assessment.unit.group).map(|group| group.name.clone()).unwrap_or_default()
}

fn draw(form: &Form, assessment: &Assessment, group: &str) -> Html {
    let texts = form.texts;
    let head = view! {
        <p class="actions no-print">
            <button type="button" class="btn main" onclick={form.ctx.click(Msg::Print)}>{ texts.print }</button>
            <button type="button" class="btn" onclick={form.ctx.click(Msg::SavePage(form.draft.to_string()))}>
                { texts.save_page }
            </button>
            <span class="hint">{ texts.print_hint }</span>
            { watch("drawing", Model::is_drawing, drawing) }
        </p>
    };
    document(form, assessment, group, head)
}

/// While there is more to come.
fn drawing(ctx: &ViewContext, is_drawing: &bool) -> Html {
    view! { <span class="drawing hint" role="status">{ if *is_drawing { ctx.texts().form.drawing } else { "" } }</span> }
}

/// An assessment as a document, below a head that is not printed.
pub(super) fn document(form: &Form, assessment: &Assessment, group: &str, head: Html) -> Html {
    let (ctx, texts) = (form.ctx, form.texts);
    let directive = ctx.runtime.model().directive.clone();
    let assessment = &Rc::new(assessment.clone());
    let paper = Paper { form: *form, directive: &directive, assessment };
    view! {
        <article class="report">
            { head }
            <p class="stamp">
                { texts.draft_mark }
                if assessment.sample {
                    { " – " }{ ctx.texts().shell.sample }
                }
            </p>
            { title(view! { <>{ texts.print_title }{ " " }<span lang="vi">{ &directive.name }</span></> }) }
            { facts(&paper, group) }
            { for directive.tasks.iter().map(|one| task(&paper, one)) }
            { closing(&paper) }
            { annex(&paper) }
            <p class="kind editorial">{ texts.editorial_split }</p>
        </article>
    }
}

fn facts(paper: &Paper, group: &str) -> Html {
    let (texts, assessment) = (paper.form.texts, paper.assessment);
    let done = progress(paper.directive, assessment);
    let row = |label: &'static str, value: String| {
        let is_filled = !value.trim().is_empty();
        is_filled.then(|| view! { <><dt>{ label }</dt><dd lang="vi">{ value }</dd></> })
    };
    let field = |field: Field| row((texts.label)(&field), assessment.text(&field));
    view! {
        <dl class="facts">
            { row(texts.unit, assessment.unit.name.clone()) }
            { row(texts.group, group.to_owned()) }
            { field(Field::AsOf) }
            { field(Field::PeriodLabel) }
            { field(Field::PeriodFrom) }
            { field(Field::PeriodTo) }
            { field(Field::PreparedByName) }
            { field(Field::PreparedByPosition) }
            { field(Field::PreparedByContact) }
            <dt>{ texts.answered }</dt><dd>{ (texts.progress)(done.answered, done.in_scope) }</dd>
        </dl>
    }
}

fn task(paper: &Paper, task: &Task) -> Html {
    let (texts, assessment) = (paper.form.texts, paper.assessment);
    let scope = scope(task, &assessment.unit, &assessment.opted_in);
    view! {
        <section>
            <h2>
                { (texts.section)(&Section::Task(task.id.clone())) }{ ". " }<span lang="vi">{ &task.headline }</span>
            </h2>
            if scope.is_in() {
                { for task.requirements.iter().map(|one| requirement(paper, one)) }
            } else {
                <p>{ (texts.scope)(scope) }</p>
            }
        </section>
    }
}

fn requirement(paper: &Paper, requirement: &Requirement) -> Html {
    let texts = paper.form.texts;
    let unanswered = Answer::default();
    let answer = paper.assessment.answers.get(&requirement.id).unwrap_or(&unanswered);
    let parts = AnswerPart::ALL.into_iter().filter(|part| !part.is_pointless(answer.status));
    view! {
        <section class="report-req">
            <h3>{ &requirement.id }{ " " }<span lang="vi">{ &requirement.title }</span></h3>
            <blockquote lang="vi">{ &requirement.clause.text }</blockquote>
            <p>{ texts.status_legend }{ ": " }<strong>{ (texts.status)(answer.status) }</strong></p>
            { for parts.map(|one| answer_part(paper, requirement, answer, one)) }
        </section>
    }
}

fn answer_part(paper: &Paper, requirement: &Requirement, answer: &Answer, part: AnswerPart) -> Html {
    let texts = paper.form.texts;
    let label = |field| (texts.label)(&Field::Answer(requirement.id.clone(), field));
    match part {
        AnswerPart::Results => block(label(AnswerField::Results), &answer.results),
        AnswerPart::Limitations => block(label(AnswerField::Limitations), &answer.limitations),
        AnswerPart::Causes => {
            let Causes { objective, subjective, .. } = &answer.causes;
            view! {
                <>
                    { block(label(AnswerField::ObjectiveCauses), objective) }
                    { block(label(AnswerField::SubjectiveCauses), subjective) }
                </>
            }
        }
        AnswerPart::Evidence => view! {
            <>
                { evidence(paper, answer) }
                { block(label(AnswerField::NoEvidenceReason), &answer.no_evidence_reason) }
            </>
        },
        AnswerPart::NextSteps => steps(paper, requirement, &answer.next_steps),
    }
}

/// A heading and the text below it; nothing where there is no text.
fn block(heading: &'static str, text: &str) -> Html {
    if text.trim().is_empty() {
        return Html::default();
    }
    view! { <><h4>{ heading }</h4><p class="text" lang="vi">{ text.to_owned() }</p></> }
}

/// The documents that support an answer, by their place in the annex.
fn evidence(paper: &Paper, answer: &Answer) -> Html {
    let (texts, assessment) = (paper.form.texts, Rc::clone(paper.assessment));
    let picks = Ids::of(&answer.evidence);
    let entries = assessment.evidence.iter().enumerate();
    let picked: Vec<usize> = entries.filter(|(_, entry)| picks.has(&entry.id)).map(|(index, _)| index).collect();
    if picked.is_empty() {
        return Html::default();
    }
    let count = picked.len();
    let rows = move |rows: Range<usize>| {
        let mut before = rows.start.checked_sub(1).and_then(|at| picked.get(at)).map_or(0, |index| index + 1);
        let one = |index: &usize| {
            let entry = assessment.evidence.get(*index)?;
            // A number that follows from the one before is not set: Chromium counts the whole list anew for each that is.
            let value = (*index != before).then(|| (index + 1).to_string());
            before = index + 1;
            Some(view! { <li {value}>{ evidence_lines(texts, entry) }</li> })
        };
        picked.get(rows).unwrap_or_default().iter().filter_map(one).collect()
    };
    view! { <><h4>{ texts.evidence }</h4><ol>{ gradually("evidence", count, rows) }</ol></> }
}

fn steps(paper: &Paper, requirement: &Requirement, steps: &[NextStep]) -> Html {
    if steps.is_empty() {
        return Html::default();
    }
    let texts = paper.form.texts;
    let (assessment, requirement, count) = (Rc::clone(paper.assessment), requirement.id.clone(), steps.len());
    let label = |field| (texts.label)(&Field::Step(String::new(), String::new(), field));
    let result = label(StepField::Result);
    let one = move |step: &NextStep| {
        view! {
            <tr lang="vi">
                <td>
                    { &step.task }
                    if !step.result.trim().is_empty() {
                        <p class="text">{ result.to_owned() }{ ": " }{ &step.result }</p>
                    }
                </td>
                <td>{ &step.owner }</td>
                <td>
                    { step.due.to_display() }
                    if !step.done_at.is_empty() {
                        <p>{ (texts.step_outcome)(&step.done_at.to_display(), true) }</p>
                    }
                </td>
            </tr>
        }
    };
    let rows = move |rows: Range<usize>| {
        let steps = assessment.answers.get(&requirement).map(|answer| answer.next_steps.as_slice()).unwrap_or_default();
        steps.get(rows).unwrap_or_default().iter().map(&one).collect()
    };
    view! {
        <>
            <h4>{ texts.steps }</h4>
            <table>
                <thead>
                    <tr>
                        <th scope="col">{ label(StepField::Task) }</th>
                        <th scope="col">{ label(StepField::Owner) }</th>
                        <th scope="col">{ label(StepField::Due) }</th>
                    </tr>
                </thead>
                <tbody>{ gradually("steps", count, rows) }</tbody>
            </table>
        </>
    }
}

/// The overall assessment, the unit's own rating, and its proposals.
fn closing(paper: &Paper) -> Html {
    let (texts, assessment) = (paper.form.texts, paper.assessment);
    let rating = &assessment.self_rating;
    let scale = paper.directive.rating_scales.iter().find(|scale| scale.id == rating.scale);
    let level = scale.and_then(|scale| scale.levels.iter().find(|level| level.id == rating.level));
    let section = |heading: &'static str, text: &str| {
        let is_filled = !text.trim().is_empty();
        is_filled
            .then(|| view! { <section><h2>{ heading }</h2><p class="text" lang="vi">{ text.to_owned() }</p></section> })
    };
    let rated = scale.zip(level).map(|(scale, level)| [&level.name, " (", &scale.name, ")"].concat());
    view! {
        <>
            { section((texts.label)(&Field::Overall), &assessment.overall) }
            { section(texts.self_rating, &rated.unwrap_or_default()) }
            { proposals(paper) }
        </>
    }
}

/// What is proposed, each with who is to decide.
fn proposals(paper: &Paper) -> Html {
    let (texts, assessment) = (paper.form.texts, Rc::clone(paper.assessment));
    let count = assessment.proposals.len();
    if count == 0 {
        return Html::default();
    }
    let directive = paper.form.ctx.runtime.model().directive.clone();
    let one = move |proposal: &Proposal| {
        view! {
            <li lang="vi">
                <p class="text">{ &proposal.text }</p>
                if !proposal.to.is_empty() {
                    <small>{ texts.proposal_to }{ ": " }<bdi>{ directive.proposal_level(&proposal.to).to_owned() }</bdi></small>
                }
            </li>
        }
    };
    let rows = move |rows: Range<usize>| assessment.proposals.get(rows).unwrap_or_default().iter().map(&one).collect();
    view! { <section><h2>{ texts.proposals }</h2><ol>{ gradually("proposals", count, rows) }</ol></section> }
}

/// The register, as the annex.
fn annex(paper: &Paper) -> Html {
    let (texts, assessment) = (paper.form.texts, Rc::clone(paper.assessment));
    let count = assessment.evidence.len();
    if count == 0 {
        return Html::default();
    }
    let rows = move |rows: Range<usize>| annexed(texts, &assessment, rows);
    view! { <section><h2>{ texts.register }</h2><ol>{ gradually("annex", count, rows) }</ol></section> }
}

/// Entries of the register, each with the requirements that it supports.
fn annexed(texts: &FormTexts, assessment: &Assessment, rows: Range<usize>) -> Html {
    // Each pick, and the requirement that it is of, in the same order.
    let answers = || assessment.answers.iter();
    let picks = Ids::of(answers().flat_map(|(_, answer)| &answer.evidence));
    let requirements: Vec<&str> =
        answers().flat_map(|(id, answer)| answer.evidence.iter().map(|_| id.as_str())).collect();
    let one = |entry: &Evidence| {
        let mut uses: Vec<&str> = picks.all(&entry.id).filter_map(|at| requirements.get(at).copied()).collect();
        uses.dedup();
        view! {
            <li>
                { evidence_lines(texts, entry) }
                if !entry.url.trim().is_empty() {
                    <small>{ &entry.url }</small>
                }
                <small>{ if uses.is_empty() { texts.unused } else { texts.used_by } }{ " " }{ uses.join(", ") }</small>
            </li>
        }
    };
    assessment.evidence.get(rows).unwrap_or_default().iter().map(one).collect()
}
