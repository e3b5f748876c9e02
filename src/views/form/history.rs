//! The history of a draft: its kept states, a look at one of them, and restoring it.

use super::part::part;
use super::pieces::{Form, title};
use super::print;
use app::history::{MOST_OF_A_DRAFT, Reason};
use app::msg::HistoryMsg;
use app::views::history::{HistoryRow, history_rows};
use app::{Draft, Model, Msg, Section};
use domain::assessment::Assessment;
use domain::field::FormPlace;
use std::rc::Rc;
use ui::view;
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
    let texts = &form.ctx.texts().history;
    let list = match rows.as_deref() {
        None => view! { <p>{ texts.reading }</p> },
        Some([]) => view! { <p>{ texts.empty }</p> },
        Some(rows) => view! {
            <>
                if rows.iter().any(|row| row.unstored) {
                    <p class="kept-warning">{ texts.unstored }</p>
                }
                <ol class="kept-list" role="list">{ for rows.iter().map(|row| item(form, row)) }</ol>
                <p class="hint">{ texts.restore_hint }</p>
            </>
        },
    };
    view! {
        <>
            { title(texts.title.into()) }
            <p class="about">{ (texts.about)(MOST_OF_A_DRAFT) }</p>
            { list }
            <p><a href={form.address(Section::General)}>{ texts.to_form }</a></p>
        </>
    }
}

fn item(form: &Form, row: &HistoryRow) -> Html {
    let texts = &form.ctx.texts().history;
    let look = form.address(Section::History(Some(row.id.clone())));
    let is_readable = row.changes.is_some();
    let is_other = row.changes.as_ref().is_some_and(|changes| !changes.is_empty());
    view! {
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
    let texts = &form.ctx.texts().history;
    let msg = Msg::History(HistoryMsg::Restore(form.draft.to_string(), id.to_owned()));
    view! {
        <button type="button" {class} aria-label={(texts.restore_of)(when)} onclick={form.ctx.click(msg)}>
            { texts.restore }
        </button>
    }
}

/// How many places differ, and which: few are listed at once, many when asked for.
fn differences(form: &Form, changes: Option<&[FormPlace]>) -> Html {
    const FEW: usize = 3;
    let texts = &form.ctx.texts().history;
    let changes = match changes {
        None => return view! { <p class="kept-reason">{ texts.damaged }</p> },
        Some([]) => return view! { <p class="kept-reason">{ texts.same }</p> },
        Some(changes) => changes,
    };
    let mut requirements: Vec<&String> = changes.iter().filter_map(FormPlace::requirement).collect();
    requirements.dedup();
    let name = |place: &FormPlace| view! { <li>{ (form.texts.place)(place) }</li> };
    view! {
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
    let texts = &form.ctx.texts().history;
    let back = view! { <a class="btn" href={form.address(Section::History(None))}>{ texts.back }</a> };
    match kept {
        Kept::Reading => view! { <>{ title(texts.title.into()) }<p>{ texts.reading }</p></> },
        Kept::Gone => view! { <>{ title(texts.title.into()) }<p>{ texts.gone }</p><p>{ back }</p></> },
        Kept::State { id, when, reason, assessment, group } => {
            let head = view! {
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

#[cfg(all(test, feature = "markup"))]
mod tests;
