//! A line of the register, and the fields that correct it.

use super::context::{Context, href};
use super::field::Field;
use super::select::Select;
use coordination::msg::Msg;
use coordination::place::Place;
use coordination::typed::{Typed, TypedOf};
use coordination::update::term_of;
use coordination::views::register::Line;
use domain::date::{Date, DateText};
use gathering::decisions::{Arrival, Decision, Term, Way};
use gathering::register::{RegisterLine, Timing};
use gathering::standing::Presence;
use gathering::table::NOTHING;
use ui::field::Shape;
use ui::view;
use yew::prelude::*;

/// What a line is given.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct RegisterRowProps {
    pub(super) ctx: Context,
    pub(super) gathering: String,
    pub(super) line: Line,
}

/// A line, and below it its fields while they are open.
#[component]
pub(super) fn RegisterRow(props: &RegisterRowProps) -> Html {
    let open = use_state(|| false);
    let RegisterRowProps { ctx, gathering, line } = props;
    let (texts, is_open) = (&ctx.texts().register, *open);
    let toggle = Callback::from(move |_: MouseEvent| open.set(!is_open));
    let register = &line.line;
    let place = Place::Unit(gathering.clone(), line.unit.clone());
    let label = if is_open { texts.close.to_owned() } else { (texts.edit_of)(&line.name) };
    let is_missing = matches!(register.timing, Timing::Missing { .. });
    ctx.finished(view! {
        <tbody role="rowgroup" class={is_missing.then_some("missing")}>
            <tr role="row">
                <th scope="row" role="rowheader" lang="vi">
                    <a href={href(&place)}><bdi>{ &line.name }</bdi></a>
                    <small><bdi>{ &line.group }</bdi></small>
                </th>
                <td role="cell">{ timing(ctx, line) }</td>
                <td role="cell" class="day" data-label={texts.received_on}>{ received(ctx, line) }</td>
                <td role="cell" class={is_bare(register).then_some("bare")} data-label={texts.report}>{ report(ctx, line) }</td>
                <td role="cell">{ note(ctx, line) }</td>
                <td role="cell" class="no-print">
                    <button type="button" class="btn link" aria-expanded={if is_open { "true" } else { "false" }}
                        aria-label={label} onclick={toggle}>
                        { if is_open { texts.close } else { texts.edit } }
                    </button>
                </td>
            </tr>
            if is_open {
                <tr role="row" class="edited no-print"><td role="cell" colspan="6">{ fields(ctx, line) }</td></tr>
            }
        </tbody>
    })
}

/// Whether nothing is known of a signed report.
fn is_bare(register: &RegisterLine) -> bool {
    register.report_number.trim().is_empty() && register.report_date.is_none()
}

/// Whether and when it reported: a shape and words.
fn timing(ctx: &Context, line: &Line) -> Html {
    let texts = &ctx.texts().register;
    let register = &line.line;
    let shape = match register.timing {
        Timing::OnTime | Timing::Reported => "st done",
        Timing::Late { .. } | Timing::Undated => "st in-progress",
        Timing::Missing { .. } => "st not-started",
        Timing::Extended { .. } => "st none",
        Timing::Excused => "st out-of-scope",
    };
    let more = match (register.presence, register.timing.is_reported()) {
        (Presence::Incomplete, _) => Some(texts.incomplete),
        (Presence::Waiting, _) => Some(texts.waits),
        (Presence::Missing, true) => Some(texts.on_paper),
        (Presence::Missing, false) | (Presence::Whole, _) => None,
    };
    view! {
        <span class="shaped">
            <span class={shape} />
            <span>
                { (texts.timing_of)(register.timing) }
                if let Some(more) = more {
                    <small>{ more }</small>
                }
            </span>
        </span>
    }
}

fn received(ctx: &Context, line: &Line) -> Html {
    let (texts, register) = (&ctx.texts().register, &line.line);
    let day = register.reported_on.map_or_else(|| NOTHING.to_owned(), Date::to_display);
    let later = register.latest_on.filter(|latest| register.reported_on.is_some_and(|first| *latest > first));
    view! {
        <>
            { day }
            if register.way.is_some() {
                <small>{ (texts.way_of)(register.way) }</small>
            }
            if let Some(later) = later {
                <small>{ (texts.latest_on)(&later.to_display()) }</small>
            }
        </>
    }
}

fn report(ctx: &Context, line: &Line) -> Html {
    let day = line.line.report_date.map(Date::to_display).unwrap_or_default();
    view! { <bdi lang="vi">{ (ctx.texts().register.report_of)(line.line.report_number.trim(), &day) }</bdi> }
}

fn note(ctx: &Context, line: &Line) -> Html {
    let (texts, register) = (&ctx.texts().register, &line.line);
    let extended = register.due.filter(|_| register.is_extended && !matches!(register.timing, Timing::Extended { .. }));
    view! {
        <>
            { extended.map(|day| (texts.extended_until)(&day.to_display())) }
            <small lang="vi"><bdi>{ &register.reason }</bdi></small>
        </>
    }
}

/// The values of the ways, and the ways.
const WAYS: [(&str, Option<Way>); 5] = [
    ("", None),
    ("mail", Some(Way::Mail)),
    ("chat", Some(Way::Chat)),
    ("stick", Some(Way::Stick)),
    ("paper", Some(Way::Paper)),
];

fn fields(ctx: &Context, line: &Line) -> Html {
    let texts = &ctx.texts().register;
    let unit = &line.unit;
    let shown_day = |day: Option<Date>| day.map(Date::to_display).unwrap_or_default();
    let received = shown_day(line.line.reported_on);
    let on_way = {
        let (line, received) = (line.clone(), received.clone());
        ctx.sender(move |value: String| {
            let way = WAYS.iter().find(|(other, _)| *other == value).and_then(|(_, way)| *way);
            Msg::Decide(Box::new(arrival(&line, &received, way)))
        })
    };
    let options: Vec<(String, AttrValue)> =
        WAYS.map(|(value, way)| (value.to_owned(), AttrValue::Static((texts.way_of)(way)))).into();
    let value = WAYS.iter().find(|(_, way)| *way == line.line.way).map_or("", |(value, _)| value).to_owned();
    let way = {
        let id = id_of("way", unit);
        yew::html! { <Select ctx={ctx.clone()} {id} label={texts.way} {options} {value} on_choose={on_way} /> }
    };
    let hint = Some(texts.received_hint);
    let day = yew::html! {
        <Field ctx={ctx.clone()} id={id_of("received", unit)} label={texts.received_on} {hint} shape={Shape::Date}
            value={received} of={Some(Typed::of_unit(TypedOf::Received, unit))} />
    };
    view! {
        <div class="line-fields">
            { day }
            { way }
            { signed(ctx, line) }
            { term(ctx, line) }
        </div>
    }
}

/// The fields of the signed report.
fn signed(ctx: &Context, line: &Line) -> Html {
    let texts = &ctx.texts().register;
    let date = line.line.report_date.map(Date::to_display).unwrap_or_default();
    let (ctx, unit) = (ctx.clone(), &line.unit);
    yew::html! {
        <>
            <Field ctx={ctx.clone()} id={id_of("number", unit)} label={texts.number} value={line.line.report_number.clone()}
                of={Some(Typed::of_unit(TypedOf::Number, unit))} />
            <Field {ctx} id={id_of("dated", unit)} label={texts.report_date} shape={Shape::Date}
                value={date} of={Some(Typed::of_unit(TypedOf::Dated, unit))} />
        </>
    }
}

/// The fields of more time, or none needed.
fn term(ctx: &Context, line: &Line) -> Html {
    let texts = &ctx.texts().register;
    let register = &line.line;
    let term = term_of(register, line.unit.clone());
    let decided = |term: Term| Msg::Decide(Box::new(Decision { term: Some(term), ..Decision::default() }));
    let onchange = {
        let term = term.clone();
        ctx.sender(move |_: Event| decided(Term { excused: !term.excused, ..term.clone() }))
    };
    let unit = &line.unit;
    let until = yew::html! {
        <Field ctx={ctx.clone()} id={id_of("until", unit)} label={texts.until} shape={Shape::Date}
            value={term.until.to_display()} of={Some(Typed::of_unit(TypedOf::Until, unit))} />
    };
    let reason = yew::html! {
        <Field ctx={ctx.clone()} id={id_of("reason", unit)} label={texts.term_reason} value={term.reason.clone()}
            of={Some(Typed::of_unit(TypedOf::Reason, unit))} />
    };
    view! {
        <>
            { until }
            <label class="choice"><input type="checkbox" checked={term.excused} {onchange} />{ texts.excused }</label>
            if register.is_extended || term.excused {
                { reason }
            }
        </>
    }
}

fn arrival(line: &Line, day: &str, way: Option<Way>) -> Decision {
    let units = vec![line.unit.clone()];
    let arrival = Arrival { units, on: DateText::from_typed(day), way, ..Arrival::default() };
    Decision { arrival: Some(arrival), ..Decision::default() }
}

/// The id of a field of a unit's line: no two units have one id, and blanks are no part of an id in the page.
fn id_of(field: &str, unit: &str) -> String {
    ["register-", field, "-", &unit.replace(' ', "_")].concat()
}
