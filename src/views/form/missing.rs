//! What is likely to be asked for (nội dung cần bổ sung), by section, each with a link to its place.

use super::pieces::Form;
use super::returned::waiting;
use app::{Draft, Model, Section};
use domain::checks::Finding;
use exchange::remark::Remark;
use ui::view;
use yew::prelude::*;

/// As many findings are listed: who sees to these sees the next.
const AT_A_TIME: usize = 200;

/// What the checks found, errors apart.
#[derive(PartialEq)]
pub(super) struct Missing {
    advice: Vec<(Section, Vec<Finding>)>,
    /// How much more advice there is.
    more: usize,
    errors: usize,
    /// The remarks that wait for an answer.
    waiting: Vec<Remark>,
}

impl Missing {
    pub(super) fn of(model: &Model, draft: &Draft) -> Self {
        let findings = model.checked(&draft.assessment);
        let mut advice: Vec<(Section, Vec<Finding>)> = Vec::new();
        let advised = || findings.iter().filter(|finding| !finding.problem.is_error());
        for finding in advised().take(AT_A_TIME).cloned() {
            let section = model.section_of(&finding.place);
            match advice.last_mut() {
                Some((last, findings)) if *last == section => findings.push(finding),
                _ => advice.push((section, vec![finding])),
            }
        }
        let count = advised().count();
        let waiting = draft.waiting();
        Self { advice, more: count.saturating_sub(AT_A_TIME), errors: findings.len() - count, waiting }
    }

    pub(super) fn draw(&self, form: &Form) -> Html {
        if self.advice.is_empty() && self.waiting.is_empty() {
            let text = if self.errors == 0 { form.texts.nothing_open } else { "" };
            return view! { <p>{ text }</p> };
        }
        let one = |(section, findings): &(Section, Vec<Finding>)| {
            view! {
                <>
                    <h3>{ (form.texts.section)(section) }</h3>
                    { form.findings_list(&findings.iter().collect::<Vec<_>>()) }
                </>
            }
        };
        let texts = &form.ctx.texts().returned;
        view! {
            <div class="advised">
                if !self.waiting.is_empty() {
                    <h3>{ texts.waiting_of(self.waiting.len()) }</h3>
                    <ul>{ for self.waiting.iter().map(|remark| waiting(form, remark)) }</ul>
                }
                { for self.advice.iter().map(one) }
                { form.more(self.more) }
            </div>
        }
    }
}
