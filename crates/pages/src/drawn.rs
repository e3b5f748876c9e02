//! A report as markup. Whoever shows it may draw its paragraphs in an own way, so that they can be edited in their places.

use gathering::table::{Cell, Heading, Table, TableRow};
use report::around::{Addressees, Closing, Head};
use report::document::{Block, Content, Document, Page, Paragraph, Section, Title, WrittenTable};
use report::paper::GridColumn;
use report::profile::{Mark, Profile};
use report::{on_paper, plain, texts};
use ui::view;
use yew::prelude::*;

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

/// All pages of a report. The headings of the report lie below those of the view.
pub fn pages(document: &Document, profile: &Profile, draw: Draw<'_>) -> Html {
    let mut is_first = true;
    let sections = document.sections.iter().map(|one| {
        let marks = std::mem::take(&mut is_first).then(|| marks(document));
        section(one, marks, profile, draw)
    });
    view! { <div class="sheets" lang="vi">{ for sections }</div> }
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
            pieces.push(view! { <>{ std::mem::take(&mut before) }</> });
            let bare = word.trim_end_matches(' ');
            pieces.push(view! { <span class="unbroken">{ bare.to_owned() }</span> });
            before.push_str(word.get(bare.len()..).unwrap_or_default());
        } else {
            before.push_str(word);
        }
    }
    pieces.push(view! { <>{ before }</> });
    pieces
}

fn marks(document: &Document) -> Html {
    let mark = |mark: &'static str| view! { <p class="stamp">{ mark }</p> };
    view! { <div class="marks">{ for plain::marks(document).into_iter().map(mark) }</div> }
}

fn section(section: &Section, marks: Option<Html>, profile: &Profile, draw: Draw<'_>) -> Html {
    let class = match section.page {
        Page::Portrait => "sheet-a4 upright",
        Page::Landscape => "sheet-a4 across",
    };
    let key = section.blocks.first().map(|block| block.id.clone()).unwrap_or_default();
    // No signature alone on a page: what is said last goes with it.
    let is_signed = section.blocks.last().is_some_and(|block| matches!(block.content, Content::Closing(_)));
    let last = if is_signed { section.blocks.len().saturating_sub(2) } else { section.blocks.len() };
    let (text, end) = section.blocks.split_at(last);
    view! {
        <div {class} key={key}>
            { marks }
            { for text.iter().map(|one| block(one, section.page, profile, draw)) }
            if !end.is_empty() {
                <div class="together">{ for end.iter().map(|one| block(one, section.page, profile, draw)) }</div>
            }
        </div>
    }
}

fn block(block: &Block, page: Page, profile: &Profile, draw: Draw<'_>) -> Html {
    match &block.content {
        Content::Heading { level, text } => heading(*level, page, text),
        Content::Paragraph(one) => draw(one, Place::Text),
        Content::List(items) => {
            view! { <ul class="said">{ for items.iter().map(|item| draw(item, Place::Item)) }</ul> }
        }
        Content::Table(one) => table(one, page, profile, &|_, _, cell| text_of(cell)),
        Content::Written(written) => written_table(written, page, profile, draw),
        Content::Note(text) => view! { <p class="note">{ text }</p> },
        Content::Head(one) => head(one, profile),
        Content::Title(one) => title(one, profile, draw),
        Content::Addressees(to) => addressees(to),
        Content::Closing(one) => closing(one),
    }
}

fn heading(level: u8, page: Page, text: &str) -> Html {
    let text = text.to_owned();
    match (level, page) {
        (1, _) => view! { <h3 class="kind-of">{ text }</h3> },
        (2, Page::Portrait) => view! { <h4 class="part">{ text }</h4> },
        (2, Page::Landscape) => view! { <h4 class="annex-name">{ text }</h4> },
        _ => view! { <h5 class="subpart">{ text }</h5> },
    }
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
                    <p class="superior">{ &head.superior }</p>
                }
                <p class="issuer">{ &head.issuer }</p>
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
        _ => view! { <td>{ lines(&shown) }</td> },
    }
}

fn written_table(written: &WrittenTable, page: Page, profile: &Profile, draw: Draw<'_>) -> Html {
    let column = written.table.columns.iter().position(|column| *column == written.column);
    table(&written.table, page, profile, &|row, at, cell| match written.paragraphs.get(row) {
        Some(paragraph) if Some(at) == column => view! { <td>{ draw(paragraph, Place::Cell) }</td> },
        _ => text_of(cell),
    })
}

/// A table, whose heads stand again on each page. `draw` draws the cell of a row and column. Its columns are as wide as in a document.
fn table(table: &Table, page: Page, profile: &Profile, draw: &dyn Fn(usize, usize, &Cell) -> Html) -> Html {
    let name = texts::heading(table.heading);
    let columns = on_paper::grid(table, profile, page == Page::Landscape).columns;
    let all = columns.iter().map(|column| column.width).sum::<u32>().max(1);
    let width =
        |column: &GridColumn| view! { <col width={format!("{}%", f64::from(column.width * 100) / f64::from(all))} /> };
    let head = |column: &GridColumn| view! { <th scope="col">{ column.name.clone() }</th> };
    let number = |column: &GridColumn| view! { <td>{ column.number.clone() }</td> };
    let row = |(at, row): (usize, &TableRow)| {
        let cells = row.cells.iter().enumerate().map(|(column, cell)| draw(at, column, cell));
        view! { <tr class={row.is_total.then_some("total")}>{ for cells }</tr> }
    };
    view! {
        <div class="table" role="region" tabindex="0" aria-label={name}>
            <table class={if table.heading == Heading::Answers { "annex-table answers" } else { "annex-table" }}>
                <colgroup>{ for columns.iter().map(width) }</colgroup>
                <thead>
                    <tr>{ for columns.iter().map(head) }</tr>
                    <tr class="formula">{ for columns.iter().map(number) }</tr>
                </thead>
                <tbody>{ for table.rows.iter().enumerate().map(row) }</tbody>
            </table>
        </div>
    }
}
