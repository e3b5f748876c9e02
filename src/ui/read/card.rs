//! The card of one task: what it is, whose it is, how far it has come, and the way into the form.

use super::Reading;
use super::cards::UNIT_DOM_ID;
use super::requirement::requirement;
use crate::app::{Edit, Msg};
use crate::domain::directive::{Role, RoleName, Task};
use crate::domain::progress::TaskProgress;
use crate::domain::scope::Scope;
use crate::ui::html::html;
use crate::ui::store::Reach;
use crate::ui::texts::read::ReadTexts;
use yew::prelude::*;

/// What a card is drawn from.
pub(super) struct CardView<'a> {
    pub(super) reach: &'a Reach,
    pub(super) reading: &'a Reading,
    pub(super) task: &'a Task,
    pub(super) progress: TaskProgress,
    /// Whether this is the card to go on with.
    pub(super) is_next: bool,
}

/// The id of the card of a task, or of the row of a requirement.
pub(super) fn card_dom_id(id: &str) -> String {
    ["card-", id].concat()
}

/// The card of a task. Without a unit it is nobody's and everybody's.
pub(super) fn card(view: &CardView) -> Html {
    let (task, texts) = (view.task, view.texts());
    let id = card_dom_id(&task.id);
    let title = [&id, "-title"].concat();
    let is_mine = view.is_mine();
    let is_on = view.is_highlighted(&task.id);
    let class = match (is_mine, is_on) {
        (true, true) => "card mine on",
        (true, false) => "card mine",
        (false, true) => "card on",
        (false, false) => "card",
    };
    html! {
        <article key={task.id.clone()} {class} {id}
            part="card" tabindex="-1" aria-labelledby={title.clone()}>
            <header>
                <span class="no" aria-hidden="true">{ &task.id }</span>
                <h2 id={title}><span class="spoken">{ (texts.task)(&task.id) }</span><span lang="vi">{ &task.headline }</span></h2>
                <div class="who">
                    if is_mine {
                        <p><b>{ scope_line(view) }</b></p>
                    }
                    { for task.roles.iter().map(|role| role_line(texts, role)) }
                </div>
            </header>
            { body(view) }
        </article>
    }
}

impl<'a> CardView<'a> {
    pub(super) fn texts(&self) -> &'static ReadTexts {
        &self.reach.texts().read
    }

    /// The draft that an edit on the card is made to.
    pub(super) fn draft(&self) -> Option<&'a String> {
        self.reading.shown.read_as.draft.as_ref()
    }

    pub(super) fn is_mine(&self) -> bool {
        self.has_unit() && self.progress.scope.is_in()
    }

    pub(super) fn has_unit(&self) -> bool {
        self.reading.shown.read_as.unit.is_some()
    }

    pub(super) fn is_highlighted(&self, id: &str) -> bool {
        self.reading.highlighted.as_deref() == Some(id)
    }

    /// Takes part in the task, or no longer. The button goes away with the click, so the card takes the focus.
    fn opts_in(&self, on: bool) -> Callback<MouseEvent> {
        let id = self.task.id.clone();
        let Some(draft) = self.draft().cloned() else { return self.reach.click(Msg::AssessTask(id)) };
        let reach = self.reach.clone();
        Callback::from(move |_| {
            reach.send(Msg::Edit(draft.clone(), Edit::OptIn(id.clone(), on)));
            reach.send(Msg::Focus(card_dom_id(&id)));
        })
    }
}

/// How the task concerns the unit, in the directive's words where it names the unit.
fn scope_line(view: &CardView) -> String {
    let scope = view.progress.scope;
    let role = if scope == Scope::Leads { RoleName::Leads } else { RoleName::Coordinates };
    let words = view.task.role(role).map(|role| role.words.as_str());
    (view.texts().scope)(scope, words.unwrap_or_default())
}

/// Who has a role, in the directive's own words.
fn role_line(texts: &ReadTexts, role: &Role) -> Html {
    html! {
        <p>{ (texts.role)(role.role) }<span lang="vi">{ &role.words }{ ": " }{ &role.named }</span></p>
    }
}

fn body(view: &CardView) -> Html {
    if view.has_unit() && !view.is_mine() {
        return out_of_scope(view);
    }
    html! { <>{ requirements(view) }{ foot(view) }</> }
}

fn requirements(view: &CardView) -> Html {
    let rows = view.task.requirements.iter().map(|one| requirement(view, one));
    html! { <ul class={if view.is_mine() { "reqs" } else { "reqs plain" }} role="list">{ for rows }</ul> }
}

/// Why the task is not the unit's, what it requires all the same, and the way in for a unit that takes part.
fn out_of_scope(view: &CardView) -> Html {
    let texts = view.texts();
    let unit = &view.reading.shown.read_as.assessment.unit;
    let (before, after) = texts.why_out;
    // Opened where the address leads into it.
    let target = view.reading.shown.read_as.target.as_ref();
    let is_open = view.task.requirements.iter().any(|one| Some(&one.id) == target);
    html! {
        <>
            <div class="why-out">
                <p>{ before }<span lang="vi">{ &unit.name }</span>{ after }</p>
                <p>{ texts.if_part }{ " " }<button class="btn link" onclick={view.opts_in(true)}>{ texts.opt_in }</button></p>
            </div>
            <details class="folded" open={is_open}>
                <summary>{ (texts.show_requirements)(view.task.requirements.len()) }</summary>
                { requirements(view) }
            </details>
        </>
    }
}

/// The progress, and the one way on.
fn foot(view: &CardView) -> Html {
    let texts = view.texts();
    let TaskProgress { scope, answered, in_scope } = view.progress;
    let id = &view.task.id;
    if !view.has_unit() {
        let onclick = view.reach.click(Msg::Focus(UNIT_DOM_ID.into()));
        return html! {
            <footer>
                <span>{ (texts.requirements)(view.task.requirements.len()) }</span>
                <button class="btn" {onclick}>{ texts.choose_unit }</button>
            </footer>
        };
    }
    let action = match answered {
        0 => texts.assess,
        answered if answered < in_scope => texts.go_on,
        _ => texts.look_again,
    };
    html! {
        <footer>
            <span>{ (view.reach.texts().form.progress)(answered, in_scope) }</span>
            if scope == Scope::OptedIn {
                <button class="btn link" onclick={view.opts_in(false)}>{ texts.opt_out }</button>
            }
            <button class={if view.is_next { "btn main" } else { "btn" }} aria-describedby={[&card_dom_id(id), "-title"].concat()}
                onclick={view.reach.click(Msg::AssessTask(id.clone()))}>{ action }</button>
        </footer>
    }
}
