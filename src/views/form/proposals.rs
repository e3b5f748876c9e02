//! Proposals to higher bodies (đề xuất, kiến nghị): one row each, with the level that is to decide.

use super::part::part;
use super::pieces::{ChoiceInput, Form};
use app::views::{Sought, sought};
use app::{Draft, Edit, Model};
use domain::assessment::Proposal;
use domain::checks::{Finding, of_proposal_by_id};
use domain::directive::Directive;
use domain::field::{Field, FormPlace};
use std::ops::Range;
use std::rc::Rc;
use ui::pages::pages;
use ui::view;
use yew::prelude::*;

/// As many are drawn at a time.
const AT_A_TIME: usize = 20;

/// The proposals, what the checks say of them, and that to which the person was led.
#[derive(Clone, PartialEq)]
struct ShownProposals {
    proposals: Rc<Vec<Proposal>>,
    findings: Rc<Vec<Finding>>,
    sought: Sought,
}

pub(super) fn proposals(draft: &AttrValue) -> Html {
    part("proposals", draft, |model, draft| Some(shown(model, draft)), draw)
}

fn shown(model: &Model, draft: &Draft) -> ShownProposals {
    let proposals = &draft.assessment.proposals;
    let place = |place: &FormPlace| match place {
        FormPlace::Field(Field::Proposal(id)) | FormPlace::ProposalTo(id) => {
            proposals.iter().position(|one| one.id == *id)
        }
        _ => None,
    };
    let findings = model.checked(&draft.assessment);
    let is_of_one = |finding: &&Finding| matches!(finding.place, FormPlace::Field(Field::Proposal(_)));
    ShownProposals {
        proposals: Rc::new(proposals.clone()),
        findings: Rc::new(findings.iter().filter(is_of_one).cloned().collect()),
        sought: sought(model, place),
    }
}

fn draw(form: &Form, shown: &ShownProposals) -> Html {
    let texts = form.texts;
    let count = shown.proposals.len();
    view! {
        <fieldset class="field" id={FormPlace::Proposals.dom_id()} tabindex="-1">
            <legend>{ texts.proposals }</legend>
            <p class="hint">{ texts.proposals_hint }</p>
            if count > 0 {
                { pages(form.ctx.setting(), "rows", count, AT_A_TIME, shown.sought, rows(form, shown)) }
            }
            { form.button(texts.add_proposal, Edit::AddProposal) }
        </fieldset>
    }
}

fn rows(form: &Form, shown: &ShownProposals) -> impl Fn(Range<usize>) -> Html + 'static {
    let (ctx, draft, shown) = (form.ctx.clone(), form.draft.clone(), shown.clone());
    move |rows: Range<usize>| {
        let directive = ctx.runtime.model().directive.clone();
        let some = shown.proposals.iter().enumerate().skip(rows.start).take(rows.len());
        let one = |(index, proposal): (usize, &Proposal)| {
            let found: Vec<Finding> = of_proposal_by_id(&shown.findings, &proposal.id).cloned().collect();
            row(&Form::new(&ctx, &draft).with(&found), &directive, index, proposal)
        };
        view! { <ol class="proposals" role="list">{ for some.map(one) }</ol> }
    }
}

fn row(form: &Form, directive: &Directive, index: usize, proposal: &Proposal) -> Html {
    let texts = form.texts;
    let remove = form.edit(Edit::RemoveProposal(proposal.id.clone()));
    view! {
        <li key={proposal.id.clone()}>
            <div role="group" aria-label={(texts.proposal)(index + 1)}>
                { form.field(Field::Proposal(proposal.id.clone()), proposal.text.clone()) }
                { levels(form, directive, proposal) }
                <button type="button" class="btn link" onclick={form.ctx.click(remove)}>
                    { (texts.remove_proposal)(index + 1) }
                </button>
            </div>
        </li>
    }
}

/// The levels of the directive, the one that another edition of it had, and the way back to none.
fn levels(form: &Form, directive: &Directive, proposal: &Proposal) -> Html {
    let place = FormPlace::ProposalTo(proposal.id.clone()).dom_id();
    let to = |level: &str| Edit::ProposalTo(proposal.id.clone(), level.to_owned());
    let one = |id: &str, name: &str| {
        let group = Some([place.as_str(), form.draft].join("-"));
        let choice = ChoiceInput { kind: "radio", name: group, id: None, on: proposal.to == id, edit: to(id) };
        form.choice(choice, view! { <span lang="vi">{ name.to_owned() }</span> })
    };
    let is_known = |id: &str| directive.proposal_levels.iter().any(|level| level.id == id);
    let other = (!proposal.to.is_empty() && !is_known(&proposal.to)).then_some(&proposal.to);
    if directive.proposal_levels.is_empty() && other.is_none() {
        return Html::default();
    }
    view! {
        <fieldset class="seg" id={place.clone()} tabindex="-1">
            <legend>{ form.texts.proposal_to }</legend>
            <div>
                { for directive.proposal_levels.iter().map(|level| one(&level.id, &level.name)) }
                { for other.map(|id| one(id, id)) }
            </div>
            if !proposal.to.is_empty() {
                { form.clear(to("")) }
            }
        </fieldset>
    }
}
