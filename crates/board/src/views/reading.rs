//! Reading what all units say about one requirement, one after the other, like a stack of reports; and answering them.

use super::context::{Context, href};
use super::filters::{checked, group};
use super::paper::single;
use super::reading_parts::{below, here, is_of_proposals, picking, proposals};
use super::remarks::{field_id, remarks_read, returned_file};
use super::select::Select;
use super::units::shape;
use coordination::filter::ReadingFilter;
use coordination::msg::{Msg, Noting, Tagging};
use coordination::parts::PROPOSALS;
use coordination::place::Place;
use coordination::update::{PICK, READ_TEXT};
use coordination::views::reading::{ReadText, ReadingLine, ReadingView};
use coordination::views::remarks::ReturnLine;
use ui::view;
use wasm_bindgen::JsCast;
use web_sys::Element;
use yew::prelude::*;

/// The reading.
pub(super) fn reading(ctx: &Context) -> Html {
    let shown = ReadingView::of(&ctx.store.0.model());
    let texts = &ctx.texts().reading;
    let Some((shown, requirement)) = shown.and_then(|shown| Some((shown.clone(), shown.requirement?))) else {
        return view! { <p class="quiet" role="status">{ ctx.texts().frame.nothing_here }</p> };
    };
    let title = shown.requirements.iter().find(|(id, _)| *id == requirement).map(|(_, title)| title.clone());
    view! {
        <div class="reading">
            if is_of_proposals(&requirement) {
                <h2>{ ctx.texts().issues.proposals }</h2>
            } else {
                <h2>{ &requirement }{ " " }<span lang="vi">{ title }</span></h2>
            }
            { asked(ctx, &shown, &requirement) }
            <div class="reading-body">
                { units(ctx, &shown) }
                if let Some(text) = &shown.text {
                    { read_text(ctx, &shown, text, &requirement) }
                } else {
                    <p class="quiet" role="status">{ texts.nobody }</p>
                }
                { answers(ctx, &shown, &requirement) }
            </div>
        </div>
    }
}

/// The choice of the requirement and of the group.
fn asked(ctx: &Context, shown: &ReadingView, requirement: &str) -> Html {
    let texts = &ctx.texts().reading;
    let option = |(id, title): &(String, String)| (id.clone(), AttrValue::from([id, " ", title].concat()));
    let proposals = (PROPOSALS.to_owned(), AttrValue::Static(ctx.texts().issues.proposals));
    let options: Vec<(String, AttrValue)> = shown.requirements.iter().map(option).chain([proposals]).collect();
    let gathering = shown.id.clone();
    let on_choose = ctx.sender(move |requirement| Msg::GoTo(Place::Reading(gathering.clone(), requirement)));
    let requirements = yew::html! {
        <Select ctx={ctx.clone()} id="reading-requirement" label={texts.requirement} {options} value={requirement.to_owned()}
            {on_choose} />
    };
    let filter = shown.filter.clone();
    let on_group =
        ctx.sender(move |group| Msg::FilterReading(ReadingFilter { group, unit: String::new(), ..filter.clone() }));
    view! {
        <div class="filters no-print">
            <div class="filter-fields">
                { requirements }
                { group(ctx, "reading-group", &shown.groups, &shown.filter.group, on_group) }
            </div>
        </div>
    }
}

/// The units, the page of them on which the one is that is read.
fn units(ctx: &Context, shown: &ReadingView) -> Html {
    let texts = &ctx.texts().reading;
    let to = |unit: &str| ReadingFilter { unit: unit.to_owned(), ..shown.filter.clone() };
    let turn = |words: &'static str, unit: &Option<String>| {
        let onclick = unit.as_ref().map(|unit| ctx.click(Msg::FilterReading(to(unit))));
        onclick.map(|onclick| view! { <button type="button" class="btn" {onclick}>{ words }</button> })
    };
    let is_proposals = shown.requirement.as_deref().is_some_and(is_of_proposals);
    let line = |line: &ReadingLine| {
        let (mark, words) = if line.is_read { ("✓", texts.was_read) } else { ("", texts.not_read) };
        view! {
            <li key={line.unit.clone()}>
                <button type="button" aria-current={line.is_here.then_some("true")}
                    onclick={ctx.click(Msg::FilterReading(to(&line.unit)))}>
                    if is_proposals {
                        <span class="shape" />
                    } else {
                        <span class={shape(line.status)} />
                    }
                    <span lang="vi"><bdi>{ &line.name }</bdi></span>
                    <small aria-hidden="true">{ mark }</small>
                    <span class="spoken">
                        if !is_proposals {
                            { ", " }{ (ctx.texts().names.status)(line.status) }
                        }
                        { ", " }{ words }
                    </span>
                </button>
            </li>
        }
    };
    let (read, all) = shown.read;
    view! {
        <section class="reading-units no-print" aria-labelledby="reading-units">
            <h3 id="reading-units">{ texts.units }</h3>
            <p class="quiet" role="status">{ (texts.read)(read, all) }</p>
            { turn(ui::texts::Texts::of(ctx.lang).list.page_before, &shown.turns.0) }
            <ul role="list">{ for shown.lines.iter().map(line) }</ul>
            { turn(ui::texts::Texts::of(ctx.lang).list.page_after, &shown.turns.1) }
        </section>
    }
}

/// What one unit says. While it has the focus, single keys lead on.
fn read_text(ctx: &Context, shown: &ReadingView, text: &ReadText, requirement: &str) -> Html {
    let texts = &ctx.texts().reading;
    let id = [READ_TEXT, &text.unit].concat();
    let (directive, cut_off) = {
        let model = ctx.store.0.model();
        (model.directive.clone(), model.open.as_ref().and_then(|open| open.settings.cut_off.date()))
    };
    let of_it = directive.requirement(requirement).map(|(_, one)| one);
    let words = of_it.zip(text.now.as_ref()).map(|(one, (key, now))| {
        let paper_id = [&*key.sha256, "-", &key.index.to_string()].concat();
        single(ctx, &directive, (now, text.before.as_deref()), &paper_id, one, cut_off, below(ctx, text))
    });
    let is_proposals = is_of_proposals(requirement);
    let words = words.or_else(|| (is_proposals && text.now.is_some()).then(|| proposals(ctx, text)));
    let field = text.now.as_ref().map(|(key, _)| field_id(key, about(requirement)));
    let onkeydown = keys(ctx, shown.filter.is_without_keys, field);
    let place = Place::Unit(shown.id.clone(), text.unit.clone());
    view! {
        <section key={id.clone()} id={id.clone()} class="reading-text" tabindex="0" role="group"
            aria-labelledby="reading-name" {onkeydown}>
            <h3 id="reading-name" lang="vi"><bdi>{ &text.name }</bdi></h3>
            <p class="hint">
                <bdi>{ &text.place.name }</bdi>{ " · " }<a class="no-print" href={href(&place)}>{ texts.whole }</a>
            </p>
            if text.before.is_some() && !is_proposals {
                <p class="hint">{ texts.marked }</p>
            }
            if let Some(words) = words {
                { words }
            } else {
                <p class="quiet" role="status">{ ctx.texts().unit.reading }</p>
            }
            { picking(ctx, text) }
            { here(ctx, text) }
            { steps(ctx, shown, text, requirement) }
        </section>
    }
}

/// What the keys do: on to the next, back, to the field for a remark. Only while the text itself has the focus.
fn keys(ctx: &Context, is_off: bool, field: Option<String>) -> Callback<KeyboardEvent> {
    let store = ctx.store.clone();
    Callback::from(move |event: KeyboardEvent| {
        let is_plain = !(event.ctrl_key() || event.alt_key() || event.meta_key() || event.is_composing());
        let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        if is_off || !is_plain || !target.is_some_and(|target| target.id().starts_with(READ_TEXT)) {
            return;
        }
        // While an issue is being chosen, letters that come before its field has the focus are meant for that.
        let msg =
            if store.0.model().reading.is_tagging { Some(Msg::Focus(PICK.to_owned())) } else { key(&event, &field) };
        if let Some(msg) = msg {
            // The letter would be typed into the field that takes the focus.
            event.prevent_default();
            store.0.send(msg);
        }
    })
}

/// What a key stands for.
fn key(event: &KeyboardEvent, field: &Option<String>) -> Option<Msg> {
    let key = event.key();
    Some(match key.as_str() {
        "j" | "J" => Msg::ReadNext,
        "k" | "K" => Msg::ReadPrevious,
        "n" | "N" => return field.clone().map(Msg::Focus),
        "t" | "T" => Msg::Tag(Tagging::Ask(None)),
        "b" | "B" => Msg::Tag(Tagging::Choose(None)),
        "p" | "P" => Msg::Tag(Tagging::NextPart),
        _ => Msg::Tag(Tagging::Part(key.parse::<usize>().ok().filter(|_| key.len() == 1)?.checked_sub(1)?)),
    })
}

/// What a remark is about while a requirement is read; of proposals, the whole.
fn about(requirement: &str) -> &str {
    if is_of_proposals(requirement) { "" } else { requirement }
}

/// The ways on, each with its key, and whether it was read.
fn steps(ctx: &Context, shown: &ReadingView, text: &ReadText, requirement: &str) -> Html {
    let texts = &ctx.texts().reading;
    let sha256 = text.now.as_ref().map(|(key, _)| key.sha256.to_string()).unwrap_or_default();
    let (unit, requirement) = (text.unit.clone(), requirement.to_owned());
    let onread = checked(ctx, move |is_read| {
        let (unit, requirement, sha256) = (unit.clone(), requirement.clone(), sha256.clone());
        Msg::Note(Box::new(Noting::Read { unit, requirement, sha256, is_read }))
    });
    let filter = shown.filter.clone();
    let onkeys =
        checked(ctx, move |is_on| Msg::FilterReading(ReadingFilter { is_without_keys: !is_on, ..filter.clone() }));
    let is_on = !shown.filter.is_without_keys;
    let issues = &ctx.texts().issues;
    view! {
        <div class="reading-steps no-print">
            <div class="actions">
                <button type="button" class="btn" onclick={ctx.click(Msg::ReadPrevious)}>{ texts.previous }</button>
                <button type="button" class="btn main" onclick={ctx.click(Msg::ReadNext)}>{ texts.next }</button>
                if text.now.is_some() {
                    <label class="choice"><input type="checkbox" checked={text.is_read} onchange={onread} />{ texts.is_read }</label>
                }
            </div>
            <label class="choice"><input type="checkbox" checked={is_on} onchange={onkeys} />{ texts.with_keys }</label>
            <p><a href={href(&Place::Issues(shown.id.clone()))}>{ issues.name }</a></p>
            if is_on {
                <p class="hint">
                    <kbd>{ "J" }</kbd>{ " " }{ texts.key_next }{ " · " }<kbd>{ "K" }</kbd>{ " " }{ texts.key_previous }{ " · " }
                    <kbd>{ "P" }</kbd>{ " " }<kbd>{ "1–9" }</kbd>{ " " }{ issues.key_part }{ " · " }
                    <kbd>{ "T" }</kbd>{ " " }{ issues.key_tag }{ " · " }<kbd>{ "B" }</kbd>{ " " }{ issues.key_choose }{ " · " }
                    <kbd>{ "N" }</kbd>{ " " }{ texts.key_remark }{ " · " }<kbd>{ "Esc" }</kbd>{ " " }{ texts.key_back }
                </p>
            }
        </div>
    }
}

/// What is said to the unit of this requirement, and whose returned files there are.
fn answers(ctx: &Context, shown: &ReadingView, requirement: &str) -> Html {
    let texts = &ctx.texts().reading;
    let store = ctx.store.clone();
    let back = shown.text.as_ref().map(|text| [READ_TEXT, &text.unit].concat()).unwrap_or_default();
    // In a field, Escape leads back to the text.
    let onkeydown = Callback::from(move |event: KeyboardEvent| {
        if event.key() == "Escape" && !event.is_composing() && !back.is_empty() {
            store.0.send(Msg::Focus(back.clone()));
        }
    });
    let said = shown.text.as_ref().and_then(|text| {
        let (key, _) = text.now.as_ref()?;
        Some(remarks_read(ctx, &text.unit, key, about(requirement), &text.remarks))
    });
    let line = |line: &ReturnLine| {
        let place = Place::Unit(shown.id.clone(), line.unit.clone());
        view! {
            <li key={line.unit.clone()}>
                <span lang="vi">
                    if line.is_row {
                        <a href={href(&place)}><bdi>{ &line.name }</bdi></a>
                    } else {
                        <bdi>{ &line.name }</bdi>
                    }
                </span>
                { returned_file(ctx, line) }
            </li>
        }
    };
    view! {
        <div class="reading-side" {onkeydown}>
            if let Some(said) = said {
                <section aria-labelledby="reading-said">
                    <h3 id="reading-said">{ ctx.texts().remarks.heading }</h3>
                    { said }
                </section>
            }
            <section class="no-print" aria-labelledby="reading-returns">
                <h3 id="reading-returns">{ texts.returns }</h3>
                if shown.returns.is_empty() {
                    <p class="quiet">{ texts.no_returns }</p>
                } else {
                    <ul class="returns" role="list">{ for shown.returns.iter().map(line) }</ul>
                }
            </section>
        </div>
    }
}
