//! The card of one task: what it is, whose it is, how far it has come, and the way into the form.

use super::card_view::{CardView, UNIT_DOM_ID, card_dom_id};
use super::requirement::requirement;
use crate::views::texts::read::ReadTexts;
use app::Msg;
use domain::directive::{Role, RoleName};
use domain::progress::TaskProgress;
use domain::scope::Scope;
use ui::view;
use yew::prelude::*;

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
    view! {
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
                    { view.way_to_the_board().map(|link| view! { <p>{ link }</p> }) }
                </div>
            </header>
            { body(view) }
        </article>
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
    view! {
        <p>{ (texts.role)(role.role) }<span lang="vi">{ &role.words }{ ": " }{ &role.named }</span></p>
    }
}

fn body(view: &CardView) -> Html {
    if view.has_unit() && !view.is_mine() {
        return out_of_scope(view);
    }
    view! { <>{ requirements(view) }{ foot(view) }</> }
}

fn requirements(view: &CardView) -> Html {
    let rows = view.task.requirements.iter().map(|one| requirement(view, one));
    view! { <ul class={if view.is_mine() { "reqs" } else { "reqs plain" }} role="list">{ for rows }</ul> }
}

/// Why the task is not the unit's, what it requires all the same, and the way in for a unit that takes part.
fn out_of_scope(view: &CardView) -> Html {
    let texts = view.texts();
    let unit = &view.reading.shown.read_as.assessment.unit;
    let (before, after) = texts.why_out;
    // Opened where the address leads into it.
    let target = view.reading.shown.read_as.target.as_ref();
    let is_open = view.task.requirements.iter().any(|one| Some(&one.id) == target);
    view! {
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
        let onclick = view.ctx.click(Msg::Focus(UNIT_DOM_ID.into()));
        return view! {
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
    view! {
        <footer>
            <span>{ (view.ctx.texts().form.progress)(answered, in_scope) }</span>
            if scope == Scope::OptedIn {
                <button class="btn link" onclick={view.opts_in(false)}>{ texts.opt_out }</button>
            }
            <button class={if view.is_next { "btn main" } else { "btn" }} aria-describedby={[&card_dom_id(id), "-title"].concat()}
                onclick={view.ctx.click(Msg::AssessTask(id.clone()))}>{ action }</button>
        </footer>
    }
}
