//! The directive as a sheet of paper, in the layout of the Party's documents (thể thức văn bản của Đảng).

use crate::views::bar::href;
use app::Route;
use domain::directive::{Directive, Lines, Paragraph, Requirement};
use domain::find;
use std::cell::Cell;
use std::ops::Range;
use std::rc::Rc;
use ui::view;
use yew::prelude::*;

/// What the sheet shows.
pub(super) struct Sheet {
    pub(super) directive: Rc<Directive>,
    /// The requirement that is pointed at, on the sheet or elsewhere.
    pub(super) highlighted: Option<AttrValue>,
    /// The task or requirement that the address names: it stays marked whatever is pointed at.
    pub(super) target: Option<AttrValue>,
    /// What is looked for.
    pub(super) query: AttrValue,
    /// Which of the places found is the current one, from 0.
    pub(super) current: usize,
    /// Called when a clause is pointed at, by the pointer or the focus, with the id of its requirement, or no longer. Without it
    /// the sheet is plain text; with it each clause is a link to its requirement.
    pub(super) on_point: Option<OnPoint>,
}

/// Called with the id of the requirement that is pointed at, or with none when it no longer is.
pub(super) type OnPoint = Callback<Option<AttrValue>>;

/// What pointing at an element calls, and with which requirement.
pub(super) struct Point<'a> {
    pub(super) on_point: &'a OnPoint,
    pub(super) at: &'a AttrValue,
}

impl Point<'_> {
    /// The pointer or the focus comes.
    pub(super) fn to<E: 'static>(&self) -> Callback<E> {
        let at = self.at.clone();
        self.on_point.reform(move |_| Some(at.clone()))
    }

    /// The pointer or the focus goes.
    pub(super) fn away<E: 'static>(&self) -> Callback<E> {
        self.on_point.reform(|_| None)
    }
}

/// The id of the place of a requirement's clause on the sheet.
pub(super) fn clause_dom_id(requirement: &str) -> String {
    ["clause-", requirement].concat()
}

/// The id of the current place found, if there is one.
pub(super) const FOUND_DOM_ID: &str = "found";

pub(super) fn sheet(sheet: &Sheet) -> Html {
    let ink = Ink { sheet, found: Cell::new(0) };
    // In the order of the text: the places found are numbered as they are drawn.
    let head = head(&ink);
    let body = body(&ink);
    let end = end(&ink);
    view! { <article class="sheet" lang="vi" part="sheet" aria-label={sheet.directive.name.clone()}>{ head }{ body }{ end }</article> }
}

fn head(ink: &Ink) -> Html {
    let d = &ink.sheet.directive.document;
    let left =
        [ink.p("issuer", &d.issuer), ink.p("star", &d.star), ink.p("number", &d.number), ink.p("subject", &d.subject)];
    let right = [ink.p("motto", &d.motto), ink.p("place-date", &d.place_date)];
    let addressees = ink.lines("addressees", &d.addressees);
    view! {
        <>
            <div class="head"><div>{ for left }</div><div>{ for right }</div></div>
            { addressees }
        </>
    }
}

fn body(ink: &Ink) -> Html {
    let paragraphs = ink.sheet.directive.document.body.iter().map(|paragraph| ink.paragraph(paragraph));
    // Beside the head and the end, not in a box of their own: a browser's reader mode takes what stands together with the long
    // paragraphs, and leaves the rest out.
    view! { <>{ for paragraphs }</> }
}

fn end(ink: &Ink) -> Html {
    let d = &ink.sheet.directive.document;
    let recipients = ink.lines("recipients", &d.recipients);
    let signature = [ink.p("on-behalf", &d.authority), ink.p("position", &d.position), ink.p("signer", &d.signer)];
    view! { <div class="end">{ recipients }<div class="signature">{ for signature }</div></div> }
}

/// Puts the document's words on the sheet.
struct Ink<'a> {
    sheet: &'a Sheet,
    /// How many of the places found are drawn.
    found: Cell<usize>,
}

impl Ink<'_> {
    fn p(&self, class: &'static str, text: &str) -> Html {
        view! { <p {class}>{ self.text(text) }</p> }
    }

    fn lines(&self, class: &'static str, Lines { label, lines }: &Lines) -> Html {
        let label = self.text(label);
        let lines = lines.iter().map(|line| view! { <li>{ self.text(line) }</li> });
        view! { <div {class}><p>{ label }</p><ul role="list">{ for lines }</ul></div> }
    }

    fn text(&self, text: &str) -> Html {
        self.slice(text, 0..text.len(), &self.find(text)).into_iter().collect()
    }

    /// A paragraph; in a task's, each clause leads to its requirement.
    fn paragraph(&self, paragraph: &Paragraph) -> Html {
        let directive = &self.sheet.directive;
        let text = directive.text_of(paragraph);
        let clauses = self.sheet.on_point.as_ref().zip(directive.task(&paragraph.task));
        let Some((on_point, task)) = clauses else { return view! { <p>{ self.text(text) }</p> } };
        let found = self.find(text);
        let mut parts = Vec::new();
        let mut drawn = 0;
        for (place, requirement) in task.clauses() {
            parts.extend(self.slice(text, drawn..place.start, &found));
            drawn = place.end;
            parts.push(self.clause(requirement, on_point, self.slice(text, place, &found)));
        }
        parts.extend(self.slice(text, drawn..text.len(), &found));
        view! { <p>{ for parts }</p> }
    }

    fn clause(&self, requirement: &Requirement, on_point: &OnPoint, words: Vec<Html>) -> Html {
        let id = AttrValue::from(requirement.id.clone());
        let directive = &self.sheet.directive;
        let is_shown = |other: &AttrValue| directive.shown_for(other).is_some_and(|shown| id == shown.id);
        let on = [&self.sheet.highlighted, &self.sheet.target].into_iter().flatten().any(is_shown);
        let point = Point { on_point, at: &id };
        view! {
            <a class={if on { "clause on" } else { "clause" }} id={clause_dom_id(&id)} data-requirement={id.clone()}
                href={href(&Route::Directive(Some(id.to_string())))} onmouseenter={point.to()} onfocus={point.to()}
                onmouseleave={point.away()} onblur={point.away()}
            >{ for words }</a>
        }
    }

    /// The places of a text in which the query occurs, each with its number in the document.
    fn find(&self, text: &str) -> Vec<(usize, Range<usize>)> {
        let first = self.found.get();
        let found = find::matches(text, &self.sheet.query);
        self.found.set(first + found.len());
        (first..).zip(found).collect()
    }

    /// A part of a text, with the places found in it marked. A place that reaches over the end of a clause is marked in
    /// both parts.
    fn slice(&self, text: &str, part: Range<usize>, found: &[(usize, Range<usize>)]) -> Vec<Html> {
        let words = |range: Range<usize>| text.get(range).unwrap_or_default().to_owned();
        let mut html = Vec::new();
        let mut drawn = part.start;
        for (number, place) in found {
            let (start, end) = (place.start.max(part.start), place.end.min(part.end));
            if start >= end {
                continue;
            }
            let current = *number == self.sheet.current;
            let id = (current && start == place.start).then_some(FOUND_DOM_ID);
            html.push(words(drawn..start).into());
            html.push(view! { <mark {id} class={current.then_some("current")}>{ words(start..end) }</mark> });
            drawn = end;
        }
        html.push(words(drawn..part.end).into());
        html
    }
}
