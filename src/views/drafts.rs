//! The list of drafts (bản nháp): open, delete, restore, start a new one, import.

use super::bar::href;
use super::context::{ViewContext, use_view_context};
use super::origin::origin;
use super::review::review;
use super::texts::drafts::DraftsTexts;
use super::watch::watch;
use app::views::{DraftRow, ExportState, draft_rows};
use app::{Model, Msg, Route, Section};
use domain::assessment::UnitRef;
use ui::unit_picker::UnitPicker;
use ui::view;
use yew::prelude::*;

/// The list of drafts.
pub(super) fn drafts() -> Html {
    watch("drafts", shown, draw)
}

/// What the list is drawn from.
#[derive(PartialEq)]
struct ShownDrafts {
    is_ready: bool,
    is_journal_unread: bool,
    drafts: Vec<DraftRow>,
    deleted: Vec<DraftRow>,
    kept: Option<bool>,
}

fn shown(model: &Model) -> ShownDrafts {
    ShownDrafts {
        is_ready: model.ready,
        is_journal_unread: model.is_journal_unread(),
        drafts: draft_rows(model, false),
        deleted: draft_rows(model, true),
        kept: model.space.kept,
    }
}

fn draw(ctx: &ViewContext, shown: &ShownDrafts) -> Html {
    let texts = &ctx.texts().drafts;
    let ShownDrafts { is_ready, is_journal_unread, drafts, deleted, kept } = shown;
    if !is_ready {
        // Nothing is said of what was not read, and nothing begun beside it.
        return view! {
            <main class="drafts">
                <header><h1 id="view-title" tabindex="-1">{ texts.title }</h1></header>
                <p class="quiet">{ texts.opening }</p>
            </main>
        };
    }
    view! {
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
                    <ul>{ for drafts.iter().map(|row| draft_item(ctx, row)) }</ul>
                }
                <p class="quiet">{ texts.privacy }{ " " }{ kept.map(ctx.texts().history.kept_long) }</p>
            </section>
            <section class="draft-start" aria-labelledby="draft-start-title">
                <h2 id="draft-start-title">{ texts.start }</h2>
                { yew::html! { <Start /> } }
                if ctx.runtime.model().has_sample() {
                    <p class="draft-sample">
                        <button class="btn" onclick={ctx.click(Msg::OpenSample)}>{ texts.open_sample }</button>
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
            { deleted_list(ctx, deleted) }
            { damaged() }
        </main>
    }
}

fn draft_item(ctx: &ViewContext, row: &DraftRow) -> Html {
    let texts = &ctx.texts().drafts;
    let shell = &ctx.texts().shell;
    let history = &ctx.texts().history;
    let open = Route::Draft(row.id.clone(), Section::Overview);
    let kept = Route::Draft(row.id.clone(), Section::History(None));
    if row.is_newer {
        return newer_item(ctx, row);
    }
    view! {
        <li key={row.id.clone()} class="draft">
            <div>
                <a class="draft-name" href={href(&open)} lang="vi">{ &row.unit }</a>
                if row.sample {
                    <strong class="sample">{ shell.sample }</strong>
                }
                if let Some(origin) = origin(texts, row) {
                    <p>{ origin }</p>
                }
                { facts(texts, row) }
            </div>
            <div class="draft-actions">
                if row.begun_beside.is_some() {
                    <button class="btn link" aria-label={(texts.compare_of)(&row.unit, &row.changed)}
                        onclick={ctx.click(Msg::Compare(row.id.clone()))}>{ texts.compare }</button>
                }
                <a class="btn link" href={href(&kept)} aria-label={(history.link_of)(&row.unit)}>{ history.link }</a>
                <button class="btn link" aria-label={(texts.start_from_of)(&row.unit)}
                    onclick={ctx.click(Msg::StartFrom(row.id.clone()))}>{ texts.start_from }</button>
                <button class="btn link" aria-label={(texts.delete_of)(&row.unit)}
                    onclick={ctx.click(Msg::DeleteDraft(row.id.clone()))}>{ texts.delete }</button>
            </div>
        </li>
    }
}

/// A draft that a newer version of the product wrote: it can be read, and had as it is.
fn newer_item(ctx: &ViewContext, row: &DraftRow) -> Html {
    let texts = &ctx.texts().drafts;
    let open = Route::Draft(row.id.clone(), Section::Print);
    let unit = if row.unit.is_empty() { texts.unknown_unit } else { &row.unit };
    view! {
        <li key={row.id.clone()} class="draft">
            <div>
                <a class="draft-name" href={href(&open)} lang="vi">{ unit.to_owned() }</a>
                <p>{ texts.newer }</p>
            </div>
            <div class="draft-actions">
                <button class="btn link" aria-label={(texts.download_newer_of)(unit)}
                    onclick={ctx.click(Msg::Export(row.id.clone()))}>{ texts.download_newer }</button>
            </div>
        </li>
    }
}

fn facts(texts: &DraftsTexts, row: &DraftRow) -> Html {
    let export = match &row.export {
        ExportState::Never => texts.never_exported.to_owned(),
        ExportState::Done { when, edited, .. } => (texts.exported)(when, *edited),
    };
    view! {
        <p class="quiet">
            <span>{ (texts.progress)(row.progress.answered, row.progress.in_scope) }</span>
            <span>{ (texts.changed)(&row.changed) }</span>
            <span>{ export }</span>
        </p>
    }
}

fn deleted_list(ctx: &ViewContext, deleted: &[DraftRow]) -> Html {
    if deleted.is_empty() {
        return Html::default();
    }
    let texts = &ctx.texts().drafts;
    let one = |row: &DraftRow| {
        view! {
            <li key={row.id.clone()} class="draft">
                <div><span class="draft-name" lang="vi">{ &row.unit }</span>{ facts(texts, row) }</div>
                <div class="draft-actions">
                    <button class="btn link" aria-label={(texts.restore_of)(&row.unit)}
                        onclick={ctx.click(Msg::RestoreDraft(row.id.clone()))}>{ texts.restore }</button>
                    <button class="btn link" aria-label={(texts.purge_of)(&row.unit)}
                        onclick={ctx.click(Msg::PurgeDraft(row.id.clone()))}>{ texts.purge }</button>
                </div>
            </li>
        }
    };
    view! {
        <details class="draft-deleted">
            <summary>{ (texts.deleted)(deleted.len()) }</summary>
            <ul>{ for deleted.iter().map(one) }</ul>
        </details>
    }
}

/// The choice of a unit, and what can be begun for it.
#[component]
fn Start() -> Html {
    let ctx = use_view_context();
    let texts = &ctx.texts().drafts;
    // The unit that the directive is read as is the one to begin for.
    let chosen = use_state(|| {
        let model = ctx.runtime.model();
        model.unit.clone().filter(|_| model.viewed_draft().is_none())
    });
    let on_choose = {
        let chosen = chosen.setter();
        Callback::from(move |unit| chosen.set(Some(unit)))
    };
    let unit = (*chosen).clone();
    let actions = unit.clone().map(start_actions);
    let (lang, roster) = (ctx.lang, ctx.roster());
    view! {
        <>
            { yew::html! { <UnitPicker id="start-unit" label={texts.unit} {lang} {roster} chosen={unit} {on_choose} /> } }
            <div class="start-actions">{ actions }</div>
        </>
    }
}

fn start_actions(unit: UnitRef) -> Html {
    let of_unit = unit.clone();
    let existing = move |model: &Model| model.draft_of(&of_unit).map(|draft| draft.id.clone());
    watch("start", existing, move |ctx, existing| {
        let texts = &ctx.texts().drafts;
        let begin = ctx.click(Msg::StartDraft(unit.clone()));
        match existing {
            None => view! { <button class="btn main" onclick={begin}>{ texts.begin }</button> },
            Some(id) => view! {
                <>
                    <p>{ (texts.has_draft)(&unit.name) }</p>
                    <a class="btn main" href={href(&Route::Draft(id.clone(), Section::Overview))}>{ texts.open_draft }</a>
                    { " " }
                    <button class="btn" onclick={begin}>{ texts.begin_another }</button>
                </>
            },
        }
    })
}

/// Stored records that cannot be read: listed, and available as files.
fn damaged() -> Html {
    watch(
        "damaged",
        |model| model.damaged.iter().map(|record| record.id.clone()).collect::<Vec<String>>(),
        |ctx, ids| draw_damaged(ctx, ids),
    )
}

fn draw_damaged(ctx: &ViewContext, ids: &[String]) -> Html {
    let texts = &ctx.texts().drafts;
    if ids.is_empty() {
        return Html::default();
    }
    let one = |(index, id): (usize, &String)| {
        view! {
            <li key={id.clone()}>
                <button class="btn link" onclick={ctx.click(Msg::DownloadDamaged(index))}>
                    { (texts.download_damaged)(id) }
                </button>
            </li>
        }
    };
    view! {
        <details class="draft-damaged" open=true>
            <summary>{ (texts.damaged)(ids.len()) }</summary>
            <p>{ texts.damaged_explained }</p>
            <ul>{ for ids.iter().enumerate().map(one) }</ul>
        </details>
    }
}
