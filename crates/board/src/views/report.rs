//! The report upwards as pages on paper.

use super::context::{Context, href};
use super::field::Field;
use super::filters::wide;
use super::office::office;
use coordination::msg::{CsvTable, Msg};
use coordination::office::OfficeFile;
use coordination::place::Place;
use coordination::typed::{Typed, TypedOf};
use coordination::views::report::{ReportShown, ReportView};
use gathering::table::{Cell, Table, TableRow, Words};
use pages::drawn::Place as On;
use pages::texts::Texts;
use pages::written::{Written, WrittenProps, field_id};
use report::document::{Block, Content, Document, Page, Paragraph, Section};
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
            view! {
                <>
                    { around(ctx, &document, shown.unread, shown.changed) }
                    <div class="pages" lang="vi">
                        { for document.sections.iter().map(|one| section(ctx, &document, one)) }
                    </div>
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

/// A part of the report: pages of one form.
fn section(ctx: &Context, document: &Document, section: &Section) -> Html {
    let class = match section.page {
        Page::Portrait => "page upright",
        Page::Landscape => "page across",
    };
    let mark = |mark: &'static str| view! { <p class="stamp">{ mark }</p> };
    let key = section.blocks.first().map(|block| block.id.clone()).unwrap_or_default();
    view! {
        <div {class} key={key}>
            <div class="marks">{ for plain::marks(document).into_iter().map(mark) }</div>
            { for section.blocks.iter().map(|one| block(ctx, one)) }
            <p class="page-facts">{ document.footer.as_ref().map(plain::footer) }</p>
        </div>
    }
}

fn block(ctx: &Context, block: &Block) -> Html {
    match &block.content {
        Content::Heading { level, text } => heading(*level, text),
        Content::Paragraph(one) => paragraph(ctx, one, On::Text),
        Content::List(items) => view! {
            <ul class="said">{ for items.iter().map(|item| paragraph(ctx, item, On::Item)) }</ul>
        },
        Content::Table(one) => table(ctx, one),
        Content::Written(one) => table(ctx, &one.table),
        Content::Note(text) => view! { <p class="note">{ text }</p> },
        content => view! { <p class="text">{ plain::piece(content) }</p> },
    }
}

/// The headings of the report lie below those of the view.
fn heading(level: u8, text: &str) -> Html {
    match level {
        1 => view! { <h3 class="title">{ text.to_owned() }</h3> },
        2 => view! { <h4>{ text.to_owned() }</h4> },
        _ => view! { <h5>{ text.to_owned() }</h5> },
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

fn table(ctx: &Context, table: &Table) -> Html {
    let name = texts::WORDS.heading(table.heading);
    let head = |column| view! { <th scope="col">{ table.column_name(column, &texts::WORDS) }</th> };
    let number = |number: String| view! { <td>{ ["(", &number, ")"].concat() }</td> };
    let drawn = view! {
        <table class="annex">
            <caption>{ name.clone() }</caption>
            <thead>
                <tr>{ for table.columns.iter().map(|column| head(*column)) }</tr>
                <tr class="formula">{ for table.numbering().into_iter().map(number) }</tr>
            </thead>
            <tbody>{ for table.rows.iter().map(row) }</tbody>
        </table>
    };
    let hand_out = ctx.click(Msg::ExportCsv(CsvTable::Report(table.heading)));
    view! {
        <>
            { wide(ctx, "wide", &name, drawn) }
            <p class="actions no-print">
                <button type="button" class="btn link" onclick={hand_out} lang={ctx.lang.tag()}>
                    { ctx.texts().report.csv }<span class="spoken">{ ": " }{ name }</span>
                </button>
            </p>
        </>
    }
}

fn row(row: &TableRow) -> Html {
    let cell = |cell: &Cell| {
        let shown = texts::cell(cell);
        match cell {
            Cell::Text(_) | Cell::Unit(..) | Cell::Names(_) => view! { <td><bdi>{ shown }</bdi></td> },
            Cell::Number(_) | Cell::Count(_) | Cell::Percent(_) => view! { <td class="n">{ shown }</td> },
            Cell::Date(_) => view! { <td class="day">{ shown }</td> },
            _ => view! { <td>{ shown }</td> },
        }
    };
    view! { <tr class={row.is_total.then_some("total")}>{ for row.cells.iter().map(cell) }</tr> }
}
