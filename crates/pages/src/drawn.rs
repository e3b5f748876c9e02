//! A report as markup. Whoever shows it may draw its paragraphs in an own way, so that they can be edited in their places.

use gathering::table::{Cell, Heading, Table, TableRow};
use report::around::{Addressees, Closing, Head};
use report::document::{Block, Content, Document, Page, Paragraph, Section, Title, WrittenTable};
use report::paper::GridColumn;
use report::profile::{Mark, Profile};
use report::{on_paper, plain, texts};
use std::rc::Rc;
use ui::{view, visible};
use yew::prelude::*;
use yew::virtual_dom::VNode;

/// So many rows of a table are drawn, twice as many as a hundred units have next steps: a browser lays out twenty thousand for half a
/// minute. What is handed out has all of them.
const MOST_ROWS: usize = 2_000;

/// Where a paragraph stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// In the text.
    Text,
    /// In a list.
    Item,
    /// Below the title: what the report is about.
    Subject,
    /// In a table.
    Cell,
}

/// What draws a paragraph.
pub type Draw<'a> = &'a dyn Fn(&Paragraph, Place) -> Html;

/// What draws something below a table, such as a way to hand it out.
pub type Below<'a> = &'a dyn Fn(&Table) -> Html;

/// How a report is drawn.
#[derive(Clone, Copy)]
struct Drawing<'a> {
    profile: &'a Profile,
    draw: Draw<'a>,
    below: Below<'a>,
    /// Whether this part of it is an annex, which lies across.
    is_annex: bool,
    /// Whether its tables have captions.
    is_named: bool,
}

/// All pages of a report. The headings of the report lie below those of the view.
pub fn pages(document: &Document, profile: &Profile, draw: Draw<'_>) -> Html {
    pages_with(document, profile, draw, &|_| Html::default())
}

/// The same with something below each table.
pub fn pages_with(document: &Document, profile: &Profile, draw: Draw<'_>, below: Below<'_>) -> Html {
    let with = Drawing { profile, draw, below, is_annex: false, is_named: true };
    view! { <div class="sheets" lang="vi">{ for document.sections.iter().map(|one| section(document, one, with)) }</div> }
}

/// A paragraph as it stands on paper: each of its lines is one there. An empty one is left out.
pub fn lines(text: &str) -> Html {
    let line = |line: &str| view! { <p class="line">{ for kept_whole(line) }</p> };
    view! { <>{ for text.lines().filter(|line| !line.is_empty()).map(line) }</> }
}

/// A line in pieces: a number and symbol such as `45/2022/QH15` is not broken at the end of a line on paper.
fn kept_whole(line: &str) -> Vec<Html> {
    /// A longer word has to be broken somewhere.
    const LONGEST: usize = 30;
    let is_symbol = |word: &str| {
        let has = |of: fn(char) -> bool| word.chars().any(of);
        word.chars().count() <= LONGEST
            && has(|letter| letter.is_ascii_digit())
            && has(|letter| matches!(letter, '-' | '/'))
    };
    let (mut pieces, mut before) = (Vec::new(), String::new());
    for word in line.split_inclusive(' ') {
        if is_symbol(word) {
            pieces.push(std::mem::take(&mut before).into());
            let bare = word.trim_end_matches(' ');
            pieces.push(view! { <span class="unbroken">{ bare.to_owned() }</span> });
            before.push_str(word.get(bare.len()..).unwrap_or_default());
        } else {
            before.push_str(word);
        }
    }
    pieces.push(before.into());
    pieces
}

fn marks(document: &Document) -> Html {
    let mark = |mark: &'static str| view! { <p class="stamp">{ mark }</p> };
    view! { <div class="marks">{ for plain::marks(document).into_iter().map(mark) }</div> }
}

fn section(document: &Document, section: &Section, with: Drawing<'_>) -> Html {
    let class = match section.page {
        Page::Portrait => "sheet-a4 upright",
        Page::Landscape => "sheet-a4 across",
    };
    let key = section.blocks.first().map(|block| block.id.clone()).unwrap_or_default();
    let (text, end) = section.blocks.split_at(signed_from(&section.blocks));
    let is_annex = section.page == Page::Landscape;
    let tables = section.blocks.iter().filter(|block| matches!(block.content, Content::Table(_) | Content::Written(_)));
    // An annex has the name of its only table.
    let is_named = !is_annex || tables.count() > 1;
    let with = Drawing { is_annex, is_named, ..with };
    let block = |one: &Block| keyed(block(one, with), &one.id);
    view! {
        <div {class} key={key}>
            { marks(document) }
            <>{ for text.iter().map(block) }</>
            if !end.is_empty() {
                <div class="together">{ for end.iter().map(block) }</div>
            }
            if let Some(footer) = &document.footer {
                <p class="page-facts">{ plain::footer(footer) }</p>
            }
        </div>
    }
}

/// A piece that stays the one it is, with a field that is open in it, where another one comes before it.
fn keyed(mut node: Html, id: &str) -> Html {
    match &mut node {
        VNode::VTag(tag) => Rc::make_mut(tag).key = Some(id.into()),
        VNode::VList(list) => Rc::make_mut(list).key = Some(id.into()),
        // Paragraphs are drawn with a key.
        _ => {}
    }
    node
}

/// No signature alone on a page: what is printed last before it goes with it. From there on all stays together.
fn signed_from(blocks: &[Block]) -> usize {
    match blocks.split_last() {
        Some((last, text)) if matches!(last.content, Content::Closing(_)) => {
            text.iter().rposition(|block| !plain::piece(&block.content).is_empty()).unwrap_or_default()
        }
        _ => blocks.len(),
    }
}

fn block(block: &Block, with: Drawing<'_>) -> Html {
    let Drawing { profile, draw, is_annex, .. } = with;
    match &block.content {
        Content::Heading { level, text } => heading(*level, is_annex, text),
        Content::Paragraph(one) => draw(one, Place::Text),
        Content::List(items) => {
            view! { <ul class="said">{ for items.iter().map(|item| draw(item, Place::Item)) }</ul> }
        }
        Content::Table(one) => table(one, with, yew::html! { <Rows rows={first(&one.rows).to_vec()} /> }),
        Content::Written(written) => written_table(written, with),
        Content::Note(text) => view! { <p class="note">{ text }</p> },
        Content::Head(one) => head(one, profile),
        Content::Title(one) => title(one, profile, draw),
        Content::Addressees(to) => addressees(to),
        Content::Closing(one) => closing(one),
    }
}

fn heading(level: u8, is_annex: bool, text: &str) -> Html {
    let text = text.to_owned();
    match (level, is_annex) {
        (2, false) => view! { <h4 class="part">{ text }</h4> },
        (2, true) => view! { <h4 class="annex-name">{ text }</h4> },
        _ => view! { <h5 class="subpart">{ text }</h5> },
    }
}

/// The name of a body. Its last two words stay together in a line: they often belong together, as in BAN TUYÊN GIÁO / THÀNH ỦY.
fn name(class: &'static str, text: &str) -> Html {
    let at = text.rmatch_indices(' ').nth(1).map_or(0, |(at, _)| at + 1);
    let (others, last) = text.split_at(at);
    view! { <p {class}><bdi>{ others.to_owned() }<span class="unbroken">{ last.to_owned() }</span></bdi></p> }
}

/// Two columns: who writes, and under whose motto.
fn head(head: &Head, profile: &Profile) -> Html {
    let last = head.motto.len().saturating_sub(1);
    let motto = head.motto.iter().enumerate().map(|(at, line)| {
        let class = if at == last { "motto last" } else { "motto" };
        view! { <p {class} data-line={(at + 1).to_string()}><span>{ line }</span></p> }
    });
    view! {
        <div class="letterhead">
            <div>
                if !head.superior.is_empty() {
                    { name("superior", &head.superior) }
                }
                { name("issuer", &head.issuer) }
                { mark(profile.below_issuer) }
                <p class="number">{ &head.number }</p>
            </div>
            <div>
                { for motto }
                <p class="place-date">{ &head.place_and_date }</p>
            </div>
        </div>
    }
}

fn mark(mark: Mark) -> Html {
    match mark.text() {
        Some(text) => view! { <p class="mark" aria-hidden="true">{ text }</p> },
        None => view! { <div class="short-rule"></div> },
    }
}

fn title(title: &Title, profile: &Profile, draw: Draw<'_>) -> Html {
    view! {
        <div class="heading-of">
            <h3 class="kind-of">{ &title.kind }</h3>
            <div class="subject">{ draw(&title.subject, Place::Subject) }</div>
            { mark(profile.below_subject) }
        </div>
    }
}

fn addressees(to: &Addressees) -> Html {
    let line = |line: &String| view! { <li>{ line }</li> };
    view! {
        <div class="addressees">
            <span>{ &to.label }</span>
            <ul>{ for to.lines.iter().map(line) }</ul>
        </div>
    }
}

/// Two columns: who gets a copy, and who signs, with room for the signature.
fn closing(closing: &Closing) -> Html {
    let signature = &closing.signature;
    let line = |line: &String| view! { <li>{ line }</li> };
    view! {
        <div class="closing">
            <div class="recipients">
                <p class="label">{ &closing.recipients.label }</p>
                <ul>{ for closing.recipients.lines.iter().map(line) }</ul>
            </div>
            <div class="signature">
                if !signature.authority.is_empty() {
                    <p class="authority">{ &signature.authority }</p>
                }
                <p class="position">{ &signature.position }</p>
                <p class="signer">{ &signature.name }</p>
            </div>
        </div>
    }
}

/// What a cell shows.
fn text_of(cell: &Cell) -> Html {
    let shown = texts::cell(cell);
    match cell {
        Cell::Number(_) | Cell::Count(_) | Cell::Percent(_) => view! { <td class="n">{ shown }</td> },
        // There are tens of thousands of them: no paragraph where one line needs none.
        _ if !shown.contains('\n') => view! { <td>{ for kept_whole(&shown) }</td> },
        _ => view! { <td>{ lines(&shown) }</td> },
    }
}

fn written_table(written: &WrittenTable, with: Drawing<'_>) -> Html {
    let column = written.table.columns.iter().position(|column| *column == written.column);
    let rows = body(first(&written.table.rows), &|row, at, cell| match written.paragraphs.get(row) {
        Some(paragraph) if Some(at) == column => view! { <td>{ (with.draw)(paragraph, Place::Cell) }</td> },
        _ => text_of(cell),
    });
    table(&written.table, with, rows)
}

/// Those that are drawn.
fn first(rows: &[TableRow]) -> &[TableRow] {
    rows.get(..MOST_ROWS).unwrap_or(rows)
}

/// The rows of a table that nobody edits: drawn anew only where they have changed, of which there may be thousands.
#[component]
fn Rows(props: &RowsProps) -> Html {
    let mut drawn = body(&props.rows, &|_, _, cell| text_of(cell));
    // What is drawn here is not seen by the part that this stands in.
    visible::name_hidden(&mut drawn);
    drawn
}

#[derive(PartialEq, Properties)]
struct RowsProps {
    rows: Vec<TableRow>,
}

/// The rows of a table. `draw` draws the cell of a row and column.
fn body(rows: &[TableRow], draw: &dyn Fn(usize, usize, &Cell) -> Html) -> Html {
    let row = |(at, row): (usize, &TableRow)| {
        let cells = row.cells.iter().enumerate().map(|(column, cell)| draw(at, column, cell));
        view! { <tr class={row.is_total.then_some("total")}>{ for cells }</tr> }
    };
    view! { <tbody>{ for rows.iter().enumerate().map(row) }</tbody> }
}

/// A table, whose heads stand again on each page, with their numbers. Its columns are as wide as in a document.
fn table(table: &Table, with: Drawing<'_>, rows: Html) -> Html {
    let name = texts::heading(table.heading);
    let columns = on_paper::grid(table, with.profile, with.is_annex).columns;
    let all = columns.iter().map(|column| column.width).sum::<u32>().max(1);
    let width =
        |column: &GridColumn| view! { <col width={format!("{}%", f64::from(column.width * 100) / f64::from(all))} /> };
    let head = |column: &GridColumn| view! { <th scope="col">{ column.name.clone() }</th> };
    let number = |column: &GridColumn| view! { <td>{ column.number.clone() }</td> };
    view! {
        <>
            <div class="table" role="region" tabindex="0" aria-label={name}>
                <table class={if table.heading == Heading::Answers { "annex-table answers" } else { "annex-table" }}>
                    if with.is_named {
                        <caption>{ name }</caption>
                    }
                    <colgroup>{ for columns.iter().map(width) }</colgroup>
                    <thead>
                        <tr>{ for columns.iter().map(head) }</tr>
                        <tr class="formula">{ for columns.iter().map(number) }</tr>
                    </thead>
                    { rows }
                </table>
            </div>
            if table.rows.len() > MOST_ROWS {
                <p class="note">{ texts::only_first(MOST_ROWS, table.rows.len()) }</p>
            }
            { (with.below)(table) }
        </>
    }
}
