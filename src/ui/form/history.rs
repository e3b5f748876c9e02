//! The history of a draft: its kept states, one of them to look at, and the way back to each.

use super::part::part;
use super::pieces::{Form, title};
use super::print;
use crate::app::history::{MOST_OF_A_DRAFT, Reason};
use crate::app::msg::HistoryMsg;
use crate::app::restoring::{HistoryRow, history_rows};
use crate::app::{Draft, Model, Msg, Section};
use crate::domain::assessment::Assessment;
use crate::domain::field::Place;
use crate::ui::html::html;
use std::rc::Rc;
use yew::prelude::*;

/// The history of a draft, or one of its kept states.
pub(super) fn history(draft: &AttrValue, snapshot: Option<&String>) -> Html {
    match snapshot.cloned() {
        None => part("history", draft, |model, draft| Some(history_rows(model, &draft.id)), draw),
        Some(id) => {
            let select = move |model: &Model, draft: &Draft| Some(Kept::of(model, draft, &id));
            part("kept", draft, select, draw_kept)
        }
    }
}

fn draw(form: &Form, rows: &Option<Vec<HistoryRow>>) -> Html {
    let texts = &form.reach.texts().history;
    let list = match rows.as_deref() {
        None => html! { <p>{ texts.reading }</p> },
        Some([]) => html! { <p>{ texts.empty }</p> },
        Some(rows) => html! {
            <>
                if rows.iter().any(|row| row.unstored) {
                    <p class="kept-warning">{ texts.unstored }</p>
                }
                <ol class="kept-list" role="list">{ for rows.iter().map(|row| item(form, row)) }</ol>
                <p class="hint">{ texts.restore_hint }</p>
            </>
        },
    };
    html! {
        <>
            { title(texts.title.into()) }
            <p class="about">{ (texts.about)(MOST_OF_A_DRAFT) }</p>
            { list }
            <p><a href={form.address(Section::General)}>{ texts.to_form }</a></p>
        </>
    }
}

fn item(form: &Form, row: &HistoryRow) -> Html {
    let texts = &form.reach.texts().history;
    let look = form.address(Section::History(Some(row.id.clone())));
    let is_readable = row.changes.is_some();
    let is_other = row.changes.as_ref().is_some_and(|changes| !changes.is_empty());
    html! {
        <li key={row.id.clone()}>
            <div>
                <p>
                    <strong>{ &row.when }</strong>{ " " }<span class="kept-reason">{ (texts.reason)(row.reason) }</span>
                    if row.unstored {
                        { " " }<strong class="kept-mark">{ texts.unstored_mark }</strong>
                    }
                </p>
                { differences(form, row.changes.as_deref()) }
            </div>
            <div class="draft-actions">
                if is_readable {
                    <a class="btn link" href={look} aria-label={(texts.look_of)(&row.when)}>{ texts.look }</a>
                }
                if is_other {
                    { restore(form, "btn", &row.id, &row.when) }
                }
            </div>
        </li>
    }
}

fn restore(form: &Form, class: &'static str, id: &str, when: &str) -> Html {
    let texts = &form.reach.texts().history;
    let msg = Msg::History(HistoryMsg::Restore(form.draft.to_string(), id.to_owned()));
    html! {
        <button type="button" {class} aria-label={(texts.restore_of)(when)} onclick={form.reach.click(msg)}>
            { texts.restore }
        </button>
    }
}

/// How many places differ, and which: few are listed at once, many when asked for.
fn differences(form: &Form, changes: Option<&[Place]>) -> Html {
    const FEW: usize = 3;
    let texts = &form.reach.texts().history;
    let changes = match changes {
        None => return html! { <p class="kept-reason">{ texts.damaged }</p> },
        Some([]) => return html! { <p class="kept-reason">{ texts.same }</p> },
        Some(changes) => changes,
    };
    let mut requirements: Vec<&String> = changes.iter().filter_map(Place::requirement).collect();
    requirements.dedup();
    let name = |place: &Place| html! { <li>{ (form.texts.place)(place) }</li> };
    html! {
        <details open={changes.len() <= FEW}>
            <summary>{ (texts.differs)(changes.len(), requirements.len()) }</summary>
            <ul>{ for changes.iter().map(name) }</ul>
        </details>
    }
}

/// A kept state as its page shows it.
#[derive(PartialEq)]
enum Kept {
    Reading,
    Gone,
    State { id: String, when: String, reason: Reason, assessment: Rc<Assessment>, group: String },
}

impl Kept {
    fn of(model: &Model, draft: &Draft, id: &str) -> Self {
        let Some(rows) = history_rows(model, &draft.id) else { return Self::Reading };
        let row = rows.into_iter().find(|row| row.id == id);
        let Some((row, assessment)) = row.zip(model.history.content(&draft.id, id)) else { return Self::Gone };
        let group = print::group_of(model, &assessment);
        Self::State { id: row.id, when: row.when, reason: row.reason, assessment, group }
    }
}

fn draw_kept(form: &Form, kept: &Kept) -> Html {
    let texts = &form.reach.texts().history;
    let back = html! { <a class="btn" href={form.address(Section::History(None))}>{ texts.back }</a> };
    match kept {
        Kept::Reading => html! { <>{ title(texts.title.into()) }<p>{ texts.reading }</p></> },
        Kept::Gone => html! { <>{ title(texts.title.into()) }<p>{ texts.gone }</p><p>{ back }</p></> },
        Kept::State { id, when, reason, assessment, group } => {
            let head = html! {
                <div class="kept-head no-print">
                    <p><strong>{ (texts.kept_at)(when, *reason) }</strong></p>
                    <p>{ texts.read_only }</p>
                    <p class="actions">{ restore(form, "btn main", id, when) }{ back }</p>
                </div>
            };
            print::document(form, assessment, group, head)
        }
    }
}
