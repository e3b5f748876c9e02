//! The report upwards as pages on paper.

use super::context::{Context, href};
use super::field::Field;
use super::office::office;
use coordination::msg::{CsvTable, Msg};
use coordination::office::OfficeFile;
use coordination::place::Place;
use coordination::typed::{Typed, TypedOf};
use coordination::views::report::{ReportShown, ReportView};
use gathering::table::Table;
use pages::drawn::{Place as On, pages_with};
use pages::texts::Texts;
use pages::written::{Written, WrittenProps, field_id};
use report::document::{Document, Paragraph};
use report::{plain, texts};
use std::rc::Rc;
use ui::disclosure::{Disclosed, disclosure};
use ui::field::{Remark, Shape};
use ui::view;
use yew::prelude::*;

/// The report.
pub(super) fn report(ctx: &Context) -> Html {
    let Some(shown) = ReportView::of(&ctx.store.0.model()) else { return Html::default() };
    let texts = &ctx.texts().report;
    let content = match shown.shown {
        ReportShown::NoCutOff => cut_off(ctx),
        ReportShown::Waiting => view! { <p class="quiet" role="status">{ texts.waiting }</p> },
        ReportShown::Reading(read, all) => reading(ctx, read, all),
        ReportShown::Document(document) => {
            let document = Rc::from(document);
            let profile = Rc::clone(&ctx.store.0.model().profile);
            let draw = |one: &Paragraph, place: On| paragraph(ctx, one, place);
            view! {
                <>
                    { around(ctx, &document, shown.unread, shown.changed) }
                    { pages_with(&document, &profile, &draw, &|table| csv(ctx, table)) }
                </>
            }
        }
    };
    view! {
        <section class="upwards" aria-labelledby="report">
            <h2 id="report" class="no-print">{ texts.title }</h2>
            { content }
        </section>
    }
}

/// Asks for the day as of which the report speaks.
fn cut_off(ctx: &Context) -> Html {
    let texts = &ctx.texts().report;
    let day = ctx.store.0.model().open.as_ref().map(|open| open.settings.cut_off.clone()).unwrap_or_default();
    let wrong = Remark { is_error: true, text: AttrValue::Static(ctx.texts().common.wrong_day) };
    let remarks: Vec<Remark> = day.is_wrong().then_some(wrong).into_iter().collect();
    let of = Some(Typed::setting(TypedOf::CutOff));
    let field = yew::html! {
        <Field ctx={ctx.clone()} id="report-cut-off" label={texts.cut_off} hint={Some(ctx.texts().common.day_hint)}
            shape={Shape::Date} value={day.to_display()} {remarks} {of} />
    };
    view! {
        <div class="no-print">
            <p>{ texts.no_cut_off }</p>
            { field }
        </div>
    }
}

fn reading(ctx: &Context, read: usize, all: usize) -> Html {
    let texts = &ctx.texts().report;
    view! {
        <div class="no-print">
            <p role="status">{ (texts.reading)(read, all) }</p>
            <progress value={read.to_string()} max={all.max(1).to_string()} aria-label={texts.progress} />
        </div>
    }
}

/// What is no part of the report: what there is to know of it, and the ways out.
fn around(ctx: &Context, document: &Rc<Document>, unread: usize, changed: usize) -> Html {
    let texts = &ctx.texts().report;
    let issues = Place::Issues(ctx.store.0.model().place.gathering().unwrap_or_default().to_owned());
    let to_copy = {
        let document = Rc::clone(document);
        move || copied(&document, texts.plain_label, texts.plain_hint)
    };
    view! {
        <div class="upwards-around no-print">
            <p class="hint">{ texts.hint }</p>
            if unread > 0 {
                <p class="error">{ (texts.unread)(unread) }</p>
            }
            if !document.left_out.is_empty() {
                <p class="advice" role="status">
                    { (ctx.texts().issues.left_out)(document.left_out.len()) }{ " " }
                    <a href={href(&issues)}>{ ctx.texts().issues.name }</a>
                </p>
            }
            if changed > 0 {
                <p class="advice" role="status">{ (texts.changed)(changed) }</p>
            }
            <p class="actions">
                <button type="button" class="btn main" onclick={ctx.click(Msg::Print)}>{ texts.print }</button>
                { " " }
                { office(ctx, &[OfficeFile::Document, OfficeFile::Workbook]) }
            </p>
            { disclosure("plain".to_owned(), texts.plain.to_owned(), Disclosed::default(), to_copy) }
        </div>
    }
}

/// The report as text to copy. Nobody types there: it shows the report as it is now.
fn copied(document: &Document, label: &'static str, hint: &'static str) -> Html {
    let value = plain::text(document);
    view! {
        <div class="reminding">
            <p class="hint">{ hint }</p>
            { yew::html! { <textarea class="input" readonly=true rows="16" lang="vi" aria-label={label} {value} /> } }
        </div>
    }
}

/// A paragraph that can be edited.
fn paragraph(ctx: &Context, paragraph: &Paragraph, place: On) -> Html {
    let (key, paragraph) = (paragraph.id.clone(), paragraph.clone());
    let field = {
        let ctx = ctx.clone();
        Callback::from(move |paragraph: Paragraph| field(&ctx, &paragraph))
    };
    let (take_generated, keep) = (ctx.sender(Msg::TakeGenerated), ctx.sender(Msg::KeepRewritten));
    let props = WrittenProps { paragraph, place, lang: ctx.lang, field, take_generated, keep };
    yew::html! { <Written {key} ..props /> }
}

fn field(ctx: &Context, paragraph: &Paragraph) -> Html {
    let texts = Texts::of(ctx.lang);
    let (id, value) = (field_id(&paragraph.id), paragraph.text.clone());
    let of = Some(Typed::paragraph(&paragraph.id, paragraph.base()));
    yew::html! {
        <Field ctx={ctx.clone()} {id} label={texts.words} hint={Some(texts.words_hint)} shape={Shape::Area} {value} {of} />
    }
}

/// The way to hand a table out.
fn csv(ctx: &Context, table: &Table) -> Html {
    let name = texts::heading(table.heading);
    let hand_out = ctx.click(Msg::ExportCsv(CsvTable::Report(table.heading)));
    view! {
        <p class="actions no-print">
            <button type="button" class="btn link" onclick={hand_out} lang={ctx.lang.tag()}>
                { ctx.texts().report.csv }<span class="spoken">{ ": " }<bdi lang="vi">{ name }</bdi></span>
            </button>
        </p>
    }
}
