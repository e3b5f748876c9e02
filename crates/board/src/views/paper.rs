//! An assessment as on paper: results, limitations, causes, documents in full, next steps, proposals.

use super::context::Context;
use super::reading_parts::{Below, with_below};
use super::units::shape;
use coordination::views::difference::Difference;
use domain::assessment::{Answer, Assessment, Evidence, NextStep, Proposal};
use domain::date::Date;
use domain::directive::{Directive, Requirement, Task};
use domain::field::{AnswerField, Field, StepField};
use domain::ids::Ids;
use domain::scope::scope;
use gathering::excerpt::ExcerptKind;
use gathering::step_state::StepState;
use std::ops::Range;
use std::rc::Rc;
use ui::pages::pages;
use ui::view;
use yew::prelude::*;

/// So many rows of a list are drawn at a time: a file may have thousands.
const ROWS: usize = 50;

/// What a paper is drawn from.
struct Paper<'a> {
    ctx: &'a Context,
    directive: &'a Rc<Directive>,
    assessment: &'a Rc<Assessment>,
    /// Tells it from the others on the page.
    id: &'a str,
    cut_off: Option<Date>,
    /// What stands below a requirement.
    below: &'a dyn Fn(&str) -> Html,
    /// Where one requirement is read by itself: the assessment before this one.
    single: Option<Option<&'a Assessment>>,
    /// What stands below each part of it.
    parts: Option<Below>,
}

/// An assessment as it is read on paper, under the name of its file where there are several.
pub(super) fn paper(
    ctx: &Context,
    directive: &Rc<Directive>,
    assessment: &Rc<Assessment>,
    id: &str,
    title: Option<String>,
    cut_off: Option<Date>,
    below: &dyn Fn(&str) -> Html,
) -> Html {
    let paper = Paper { ctx, directive, assessment, id, cut_off, below, single: None, parts: None };
    view! {
        <div class="report" key={id.to_owned()}>
            if let Some(title) = title {
                <p class="paper-file"><bdi>{ title }</bdi></p>
            }
            { facts(&paper) }
            { for directive.tasks.iter().map(|one| task(&paper, one)) }
            { closing(&paper) }
        </div>
    }
}

/// What an assessment says of one requirement, read by itself, with what is other than in the assessment before it.
pub(super) fn single(
    ctx: &Context,
    directive: &Rc<Directive>,
    (assessment, before): (&Rc<Assessment>, Option<&Assessment>),
    id: &str,
    requirement: &Requirement,
    cut_off: Option<Date>,
    parts: Below,
) -> Html {
    let below = |_: &str| Html::default();
    let paper =
        Paper { ctx, directive, assessment, id, cut_off, below: &below, single: Some(before), parts: Some(parts) };
    let nothing = Answer::default();
    let answer = assessment.answers.get(&requirement.id);
    let was_answered = before.is_some_and(|before| before.answers.contains_key(&requirement.id));
    view! {
        <div class="report">
            if answer.is_some() || was_answered {
                { said(&paper, requirement, answer.unwrap_or(&nothing)) }
            } else {
                <p class="quiet">{ ctx.texts().unit.unanswered }</p>
            }
        </div>
    }
}

fn facts(paper: &Paper<'_>) -> Html {
    let (texts, one) = (&paper.ctx.texts().unit, paper.assessment);
    let by = &one.prepared_by;
    let filled = |parts: &[&str], between: &str| {
        let parts: Vec<&str> = parts.iter().map(|part| part.trim()).filter(|part| !part.is_empty()).collect();
        parts.join(between)
    };
    let days = filled(&[&one.period.from.to_display(), &one.period.to.to_display()], " – ");
    let rows = [
        (texts.as_of, one.as_of.to_display()),
        (texts.period, filled(&[&one.period.label, &days], ", ")),
        (texts.prepared_by, filled(&[&by.name, &by.position, &by.contact], ", ")),
    ];
    let row = |(label, value): (&'static str, String)| {
        (!value.is_empty()).then(|| view! { <><dt>{ label }</dt><dd lang="vi"><bdi>{ value }</bdi></dd></> })
    };
    view! { <dl class="facts">{ for rows.into_iter().map(row) }</dl> }
}

fn task(paper: &Paper<'_>, task: &Task) -> Html {
    let texts = &paper.ctx.texts().unit;
    let one = paper.assessment;
    let scope = scope(task, &one.unit, &one.opted_in);
    // A part speaks of the requirements that it covers, and of no others. That the unit takes part another part may say.
    let is_part = !one.covered().is_empty();
    let is_covered = |requirement: &&Requirement| !is_part || one.covered().contains(&requirement.id);
    let requirements: Vec<&Requirement> = task.requirements.iter().filter(is_covered).collect();
    if requirements.is_empty() {
        return Html::default();
    }
    let words = (texts.scope)(scope).filter(|_| scope.is_in() || !is_part);
    view! {
        <section>
            <h4 class="task">{ (paper.ctx.texts().common.task)(&task.id) }{ ". " }<span lang="vi">{ &task.headline }</span></h4>
            if let Some(words) = words {
                <p class="quiet">{ words }</p>
            }
            if scope.is_in() || is_part {
                { for requirements.into_iter().map(|one| requirement(paper, one)) }
            }
        </section>
    }
}

fn requirement(paper: &Paper<'_>, requirement: &Requirement) -> Html {
    let texts = &paper.ctx.texts().unit;
    let answer = paper.assessment.answers.get(&requirement.id);
    let status = answer.and_then(|answer| answer.status);
    view! {
        <section class="report-req">
            <h5>{ &requirement.id }{ " " }<span lang="vi">{ &requirement.title }</span></h5>
            <p class="shaped status">
                <span class={shape(status)} /><strong>{ (paper.ctx.texts().names.status)(status) }</strong>
            </p>
            if let Some(answer) = answer {
                { said(paper, requirement, answer) }
            } else {
                <p class="quiet">{ texts.unanswered }</p>
            }
            { (paper.below)(&requirement.id) }
        </section>
    }
}

fn said(paper: &Paper<'_>, requirement: &Requirement, answer: &Answer) -> Html {
    let label = |field| (paper.ctx.texts().names.label)(&Field::Answer(requirement.id.clone(), field));
    let before = paper.single.flatten().map(|before| before.answers.get(&requirement.id).cloned().unwrap_or_default());
    let text =
        |field: AnswerField, of: fn(&Answer) -> &str| block(paper, label(field), of(answer), before.as_ref().map(of));
    let part = |kind: ExcerptKind, text: Html| with_below(paper.parts.as_ref(), kind, "", text);
    view! {
        <>
            { part(ExcerptKind::Result, text(AnswerField::Results, |one| &one.results)) }
            { part(ExcerptKind::Limitation, text(AnswerField::Limitations, |one| &one.limitations)) }
            { part(ExcerptKind::ObjectiveCause, text(AnswerField::ObjectiveCauses, |one| &one.causes.objective)) }
            { part(ExcerptKind::SubjectiveCause, text(AnswerField::SubjectiveCauses, |one| &one.causes.subjective)) }
            { evidence(paper, requirement, answer) }
            { text(AnswerField::NoEvidenceReason, |one| &one.no_evidence_reason) }
            { steps(paper, requirement, answer) }
        </>
    }
}

/// The heading of a part of an answer.
fn heading(paper: &Paper<'_>, words: &'static str) -> Html {
    match paper.single {
        Some(_) => view! { <h4 class="part">{ words }</h4> },
        None => view! { <h6>{ words }</h6> },
    }
}

/// A heading and the text below it, with what is other than before; nothing where there is and was no text.
fn block(paper: &Paper<'_>, words: &'static str, text: &str, before: Option<&str>) -> Html {
    if text.trim().is_empty() && before.is_none_or(|before| before.trim().is_empty()) {
        return Html::default();
    }
    let text = match before {
        None => view! { <bdi>{ text.to_owned() }</bdi> },
        Some(before) => {
            let Difference { start, gone, new, end } = Difference::between(before, text);
            view! {
                <bdi>
                    { start.to_owned() }
                    if !gone.is_empty() {
                        <del>{ gone.to_owned() }</del>
                    }
                    if !new.is_empty() {
                        <ins>{ new.to_owned() }</ins>
                    }
                    { end.to_owned() }
                </bdi>
            }
        }
    };
    view! { <>{ heading(paper, words) }<p class="text" lang="vi">{ text }</p></> }
}

/// The documents that support an answer, in full.
fn evidence(paper: &Paper<'_>, requirement: &Requirement, answer: &Answer) -> Html {
    let picks = Ids::of(&answer.evidence);
    let entries = paper.assessment.evidence.iter().enumerate();
    let picked: Vec<usize> = entries.filter(|(_, entry)| picks.has(&entry.id)).map(|(at, _)| at).collect();
    if picked.is_empty() {
        return Html::default();
    }
    let (ctx, assessment, count) = (paper.ctx.clone(), Rc::clone(paper.assessment), picked.len());
    let draw = move |rows: Range<usize>| {
        let start = (rows.start + 1).to_string();
        let shown = picked.get(rows).unwrap_or_default().iter().filter_map(|at| assessment.evidence.get(*at));
        view! { <ol start={start}>{ for shown.map(|entry| citation(&ctx, entry)) }</ol> }
    };
    let key = list_key(paper, "evidence", &requirement.id);
    let list = pages(setting(paper.ctx), &key, count, ROWS, None, draw);
    view! { <>{ heading(paper, paper.ctx.texts().unit.evidence) }{ list }</> }
}

/// A document: number, date, who issued it, what it is about, where in it, and its link as text.
fn citation(ctx: &Context, entry: &Evidence) -> Html {
    let texts = &ctx.texts().unit;
    let number = match entry.number.trim() {
        "" => texts.unnumbered.to_owned(),
        number => number.to_owned(),
    };
    let dated = (!entry.date.is_empty()).then(|| (texts.dated)(&entry.date.to_display()));
    let parts = [entry.issuer.trim(), entry.summary.trim(), entry.section.trim(), entry.url.trim()];
    let parts = parts.into_iter().filter(|part| !part.is_empty());
    let part = |part: &str| view! { <>{ " – " }<bdi>{ part.to_owned() }</bdi></> };
    view! { <li lang="vi"><bdi>{ number }</bdi>{ dated }{ for parts.map(part) }</li> }
}

fn steps(paper: &Paper<'_>, requirement: &Requirement, answer: &Answer) -> Html {
    let count = answer.next_steps.len();
    if count == 0 {
        return Html::default();
    }
    let label = |field| (paper.ctx.texts().names.label)(&Field::Step(String::new(), String::new(), field));
    let heads = [label(StepField::Task), label(StepField::Owner), label(StepField::Due), paper.ctx.texts().unit.state];
    let (ctx, cut_off) = (paper.ctx.clone(), paper.cut_off);
    let (assessment, id, parts) = (Rc::clone(paper.assessment), requirement.id.clone(), paper.parts.clone());
    let draw = move |rows: Range<usize>| {
        let steps = assessment.answers.get(&id).map(|answer| answer.next_steps.as_slice()).unwrap_or_default();
        let shown = steps.get(rows).unwrap_or_default().iter();
        view! {
            <table>
                <thead><tr>{ for heads.iter().map(|head| view! { <th scope="col">{ *head }</th> }) }</tr></thead>
                <tbody>{ for shown.map(|one| step(&ctx, one, cut_off, parts.as_ref())) }</tbody>
            </table>
        }
    };
    let key = list_key(paper, "steps", &requirement.id);
    let list = pages(setting(paper.ctx), &key, count, ROWS, None, draw);
    view! { <>{ heading(paper, paper.ctx.texts().unit.steps) }{ list }</> }
}

fn step(ctx: &Context, step: &NextStep, cut_off: Option<Date>, parts: Option<&Below>) -> Html {
    let texts = &ctx.texts().unit;
    let state = StepState::of(step.due.date(), !step.done_at.is_empty(), cut_off);
    let class = (state == StepState::Overdue).then_some("hot");
    let result = (ctx.texts().names.label)(&Field::Step(String::new(), String::new(), StepField::Result));
    view! {
        <tr lang="vi">
            <td>
                { with_below(parts, ExcerptKind::Step, &step.id, view! { <bdi>{ &step.task }</bdi> }) }
                if !step.result.trim().is_empty() {
                    <p class="text">{ result }{ ": " }<bdi>{ &step.result }</bdi></p>
                }
            </td>
            <td><bdi>{ &step.owner }</bdi></td>
            <td class="day"><bdi>{ step.due.to_display() }</bdi></td>
            <td {class}>
                { (texts.step_state)(state) }
                if !step.done_at.is_empty() {
                    <>{ " " }<bdi>{ (texts.done_at)(&step.done_at.to_display()) }</bdi></>
                }
            </td>
        </tr>
    }
}

/// The overall assessment, the unit's own rating, and its proposals.
fn closing(paper: &Paper<'_>) -> Html {
    let (texts, one) = (&paper.ctx.texts().unit, paper.assessment);
    let rating = &one.self_rating;
    let scale = paper.directive.rating_scales.iter().find(|scale| scale.id == rating.scale);
    let level = scale.and_then(|scale| scale.levels.iter().find(|level| level.id == rating.level));
    let rated = scale.zip(level).map(|(scale, level)| [&level.name, " (", &scale.name, ")"].concat());
    let section = |heading: &'static str, text: &str| {
        let is_filled = !text.trim().is_empty();
        is_filled.then(|| {
            view! { <section><h4>{ heading }</h4><p class="text" lang="vi"><bdi>{ text.to_owned() }</bdi></p></section> }
        })
    };
    view! {
        <>
            { section((paper.ctx.texts().names.label)(&Field::Overall), &one.overall) }
            { section(texts.self_rating, &rated.unwrap_or_default()) }
            { proposals(paper) }
        </>
    }
}

/// What is proposed, each with who is to decide.
fn proposals(paper: &Paper<'_>) -> Html {
    let count = paper.assessment.proposals.len();
    if count == 0 {
        return Html::default();
    }
    let (ctx, directive, assessment) = (paper.ctx.clone(), Rc::clone(paper.directive), Rc::clone(paper.assessment));
    let draw = move |rows: Range<usize>| {
        let texts = &ctx.texts().unit;
        let one = |proposal: &Proposal| {
            let to = match proposal.to.as_str() {
                "" => texts.to_open.to_owned(),
                to => (texts.to)(directive.proposal_level(to)),
            };
            view! { <li lang="vi"><p class="text"><bdi>{ &proposal.text }</bdi></p><small><bdi>{ to }</bdi></small></li> }
        };
        let start = (rows.start + 1).to_string();
        let shown = assessment.proposals.get(rows).unwrap_or_default().iter();
        view! { <ol start={start}>{ for shown.map(one) }</ol> }
    };
    let key = list_key(paper, "proposals", "");
    let list = pages(setting(paper.ctx), &key, count, ROWS, None, draw);
    view! { <section><h4>{ paper.ctx.texts().unit.proposals }</h4>{ list }</section> }
}

fn list_key(paper: &Paper<'_>, list: &str, requirement: &str) -> String {
    [list, "-", paper.id, "-", requirement].concat()
}

fn setting(ctx: &Context) -> ui::Setting {
    ui::Setting { lang: ctx.lang, heading_level: ctx.heading_level }
}
