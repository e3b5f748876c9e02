//! The list of drafts (bản nháp): open, delete, restore, start a new one, import.

use super::bar::href;
use super::review::review;
use super::store::{Reach, use_reach};
use super::texts::drafts::DraftsTexts;
use super::unit_picker::UnitPicker;
use super::watch::watch;
use crate::app::views::{DraftRow, ExportState, draft_rows};
use crate::app::{Model, Msg, Route, Section};
use crate::domain::assessment::UnitRef;
use crate::ui::html::html;
use yew::prelude::*;

/// The list of drafts.
pub(super) fn drafts() -> Html {
    watch("drafts", shown, draw)
}

/// What the list is drawn from.
#[derive(PartialEq)]
struct Shown {
    is_ready: bool,
    is_journal_unread: bool,
    drafts: Vec<DraftRow>,
    deleted: Vec<DraftRow>,
    kept: Option<bool>,
}

fn shown(model: &Model) -> Shown {
    Shown {
        is_ready: model.ready,
        is_journal_unread: model.is_journal_unread(),
        drafts: draft_rows(model, false),
        deleted: draft_rows(model, true),
        kept: model.space.kept,
    }
}

fn draw(reach: &Reach, shown: &Shown) -> Html {
    let texts = &reach.texts().drafts;
    let Shown { is_ready, is_journal_unread, drafts, deleted, kept } = shown;
    if !is_ready {
        // Nothing is said of what was not read, and nothing begun beside it.
        return html! {
            <main class="drafts">
                <header><h1 id="view-title" tabindex="-1">{ texts.title }</h1></header>
                <p class="quiet">{ texts.opening }</p>
            </main>
        };
    }
    html! {
        <main class="drafts">
            <header>
                <h1 id="view-title" tabindex="-1">{ texts.title }</h1>
                <p>{ texts.intro }</p>
            </header>
            { review() }
            <section class="draft-list" aria-labelledby="draft-list-title">
                <h2 id="draft-list-title">{ texts.list }</h2>
                if *is_journal_unread {
                    <p><strong>{ texts.unread }</strong></p>
                }
                if drafts.is_empty() {
                    if !is_journal_unread {
                        <p class="quiet">{ texts.empty }</p>
                    }
                } else {
                    <ul>{ for drafts.iter().map(|row| draft_item(reach, row)) }</ul>
                }
                <p class="quiet">{ texts.privacy }{ " " }{ kept.map(reach.texts().history.kept_long) }</p>
            </section>
            <section class="draft-start" aria-labelledby="draft-start-title">
                <h2 id="draft-start-title">{ texts.start }</h2>
                { yew::html! { <Start /> } }
                if drafts.is_empty() && reach.store.model().has_sample() {
                    <p class="draft-sample">
                        <button class="btn" onclick={reach.click(Msg::OpenSample)}>{ texts.open_sample }</button>
                        <span>{ texts.sample_hint }</span>
                    </p>
                }
                <h2>{ texts.import }</h2>
                <p class="draft-import">
                    <label class="btn">
                        { texts.choose_files }
                        <input class="spoken" id="import-file" type="file" multiple=true accept=".json,.txt,.html,.htm,.zip,application/json,application/zip" />
                    </label>
                    <span>{ texts.or_drop }</span>
                </p>
            </section>
            { deleted_list(reach, deleted) }
            { damaged() }
        </main>
    }
}

fn draft_item(reach: &Reach, row: &DraftRow) -> Html {
    let texts = &reach.texts().drafts;
    let shell = &reach.texts().shell;
    let history = &reach.texts().history;
    let open = Route::Draft(row.id.clone(), Section::General);
    let kept = Route::Draft(row.id.clone(), Section::History(None));
    if row.is_newer {
        return newer_item(reach, row);
    }
    let copy = row.copy.as_ref().map(|(kind, when)| (texts.copy)(*kind, when));
    html! {
        <li key={row.id.clone()} class="draft">
            <div>
                <a class="draft-name" href={href(&open)} lang="vi">{ &row.unit }</a>
                if row.sample {
                    <strong class="sample">{ shell.sample }</strong>
                }
                if let Some(copy) = copy {
                    <p>{ copy }</p>
                }
                { facts(texts, row) }
            </div>
            <div class="draft-actions">
                <a class="btn link" href={href(&kept)} aria-label={(history.link_of)(&row.unit)}>{ history.link }</a>
                <button class="btn link" aria-label={(texts.start_from_of)(&row.unit)}
                    onclick={reach.click(Msg::StartFrom(row.id.clone()))}>{ texts.start_from }</button>
                <button class="btn link" aria-label={(texts.delete_of)(&row.unit)}
                    onclick={reach.click(Msg::DeleteDraft(row.id.clone()))}>{ texts.delete }</button>
            </div>
        </li>
    }
}

/// A draft that a newer version of the product wrote: it can be read, and had as it is.
fn newer_item(reach: &Reach, row: &DraftRow) -> Html {
    let texts = &reach.texts().drafts;
    let open = Route::Draft(row.id.clone(), Section::Print);
    let unit = if row.unit.is_empty() { texts.unknown_unit } else { &row.unit };
    html! {
        <li key={row.id.clone()} class="draft">
            <div>
                <a class="draft-name" href={href(&open)} lang="vi">{ unit.to_owned() }</a>
                <p>{ texts.newer }</p>
            </div>
            <div class="draft-actions">
                <button class="btn link" aria-label={(texts.download_newer_of)(unit)}
                    onclick={reach.click(Msg::Export(row.id.clone()))}>{ texts.download_newer }</button>
            </div>
        </li>
    }
}

fn facts(texts: &DraftsTexts, row: &DraftRow) -> Html {
    let export = match &row.export {
        ExportState::Never => texts.never_exported.to_owned(),
        ExportState::Done { when, edited, .. } => (texts.exported)(when, *edited),
    };
    html! {
        <p class="quiet">
            <span>{ (texts.progress)(row.progress.answered, row.progress.in_scope) }</span>
            <span>{ (texts.changed)(&row.changed) }</span>
            <span>{ export }</span>
        </p>
    }
}

fn deleted_list(reach: &Reach, deleted: &[DraftRow]) -> Html {
    if deleted.is_empty() {
        return Html::default();
    }
    let texts = &reach.texts().drafts;
    let one = |row: &DraftRow| {
        html! {
            <li key={row.id.clone()} class="draft">
                <div><span class="draft-name" lang="vi">{ &row.unit }</span>{ facts(texts, row) }</div>
                <div class="draft-actions">
                    <button class="btn link" aria-label={(texts.restore_of)(&row.unit)}
                        onclick={reach.click(Msg::RestoreDraft(row.id.clone()))}>{ texts.restore }</button>
                    <button class="btn link" aria-label={(texts.purge_of)(&row.unit)}
                        onclick={reach.click(Msg::PurgeDraft(row.id.clone()))}>{ texts.purge }</button>
                </div>
            </li>
        }
    };
    html! {
        <details class="draft-deleted">
            <summary>{ (texts.deleted)(deleted.len()) }</summary>
            <ul>{ for deleted.iter().map(one) }</ul>
        </details>
    }
}

/// The choice of a unit, and what can be begun for it.
#[component]
fn Start() -> Html {
    let reach = use_reach();
    let texts = &reach.texts().drafts;
    let chosen = use_state(|| None::<UnitRef>);
    let on_choose = {
        let chosen = chosen.setter();
        Callback::from(move |unit| chosen.set(Some(unit)))
    };
    let unit = (*chosen).clone();
    let actions = unit.clone().map(start_actions);
    html! {
        <>
            { yew::html! { <UnitPicker id="start-unit" label={texts.unit} chosen={unit} {on_choose} /> } }
            <div class="start-actions">{ actions }</div>
        </>
    }
}

fn start_actions(unit: UnitRef) -> Html {
    let of_unit = unit.clone();
    let existing = move |model: &Model| model.draft_of(&of_unit).map(|draft| draft.id.clone());
    watch("start", existing, move |reach, existing| {
        let texts = &reach.texts().drafts;
        let begin = reach.click(Msg::StartDraft(unit.clone()));
        match existing {
            None => html! { <button class="btn main" onclick={begin}>{ texts.begin }</button> },
            Some(id) => html! {
                <>
                    <p>{ (texts.has_draft)(&unit.name) }</p>
                    <a class="btn main" href={href(&Route::Draft(id.clone(), Section::General))}>{ texts.open_draft }</a>
                    { " " }
                    <button class="btn" onclick={begin}>{ texts.begin_another }</button>
                </>
            },
        }
    })
}

/// Stored records that cannot be read: listed, and to be had as files.
fn damaged() -> Html {
    watch(
        "damaged",
        |model| model.damaged.iter().map(|record| record.id.clone()).collect::<Vec<String>>(),
        |reach, ids| draw_damaged(reach, ids),
    )
}

fn draw_damaged(reach: &Reach, ids: &[String]) -> Html {
    let texts = &reach.texts().drafts;
    if ids.is_empty() {
        return Html::default();
    }
    let one = |(index, id): (usize, &String)| {
        html! {
            <li key={id.clone()}>
                <button class="btn link" onclick={reach.click(Msg::DownloadDamaged(index))}>
                    { (texts.download_damaged)(id) }
                </button>
            </li>
        }
    };
    html! {
        <details class="draft-damaged" open=true>
            <summary>{ (texts.damaged)(ids.len()) }</summary>
            <p>{ texts.damaged_explained }</p>
            <ul>{ for ids.iter().enumerate().map(one) }</ul>
        </details>
    }
}
