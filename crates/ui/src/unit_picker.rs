//! The choice of a unit: an editable combobox over the roster, by group (the WAI-ARIA pattern). The search ignores marks and case.
//! A name that the roster does not have is taken as typed, and its group is asked for: one of those whose list is not complete.

use crate::field::has_focus;
use crate::texts::Texts;
use crate::texts::picker::PickerTexts;
use crate::unit_search::{Matches, search, typed};
use crate::view;
use crate::visible::name_hidden;
use domain::assessment::UnitRef;
use domain::lang::Lang;
use domain::roster::{Group, Roster};
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, HtmlInputElement};
use yew::prelude::*;

/// What the picker is given.
#[derive(Clone, PartialEq, Properties)]
pub struct UnitPickerProps {
    /// The id of its input; the ids of its other parts begin with it.
    pub id: AttrValue,
    /// The label that is drawn above the picker.
    pub label: AttrValue,
    /// The language of its other texts.
    pub lang: Lang,
    /// The units to choose from.
    pub roster: Units,
    /// The unit that is chosen.
    #[prop_or_default]
    pub chosen: Option<UnitRef>,
    /// Called with the unit that the person chooses.
    pub on_choose: Callback<UnitRef>,
}

/// A roster, compared by identity.
#[derive(Clone)]
pub struct Units(pub Rc<Roster>);

impl PartialEq for Units {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

/// Whether the list is open, what it is searched for, and which option is active.
#[derive(Clone, Default, PartialEq)]
struct Popup {
    is_open: bool,
    query: String,
    active: Active,
}

/// Which option is active.
#[derive(Clone, Copy, Default, PartialEq)]
enum Active {
    #[default]
    None,
    First,
    Last,
    At(usize),
    /// The first unit of the roster that matches what is typed; a typed name is never taken by itself.
    Listed,
    /// The chosen unit, if it is among the options.
    Chosen,
}

impl Active {
    /// Its place among the options.
    fn place(self, options: &[UnitRef], chosen: Option<&UnitRef>) -> Option<usize> {
        let last = options.len().checked_sub(1)?;
        match self {
            Self::None => None,
            Self::First => Some(0),
            Self::Last => Some(last),
            Self::At(at) => Some(at.min(last)),
            Self::Listed => options.iter().position(|unit| !unit.id.is_empty()),
            Self::Chosen => {
                let chosen = chosen.filter(|chosen| !chosen.id.is_empty())?;
                options.iter().position(|unit| unit.id == chosen.id)
            }
        }
    }
}

/// A field in which a person searches for a unit and chooses it.
#[component]
pub fn UnitPicker(props: &UnitPickerProps) -> Html {
    let texts = &Texts::of(props.lang).picker;
    let roster = &*props.roster.0;
    let popup = use_state(Popup::default);
    let (input, list) = (use_node_ref(), use_node_ref());
    let name = props.chosen.as_ref().map(|unit| unit.name.clone());
    use_effect_with((input.clone(), name.clone()), |(input, name)| show_chosen(input, name.as_deref(), false));
    // A name that was typed and chosen, whose group is still to be named.
    let grouping = use_state(|| None::<UnitRef>);
    let groups = use_node_ref();
    use_effect_with((groups.clone(), (*grouping).clone()), |(groups, _)| focus_first(groups));
    let found = search(roster, &popup.query);
    let listed = found.iter().flat_map(|matches| matches.units.iter().cloned());
    let options: Vec<UnitRef> = listed.chain(typed(roster, &popup.query)).collect();
    let active = popup.active.place(&options, props.chosen.as_ref());
    use_effect_with((list.clone(), popup.is_open, active), |(list, ..)| reveal_active(list));
    let choose = {
        let (popup, input, on_choose) = (popup.setter(), input.clone(), props.on_choose.clone());
        let grouping = grouping.setter();
        Callback::from(move |unit: UnitRef| {
            popup.set(Popup::default());
            if unit.group.is_empty() {
                grouping.set(Some(unit));
            } else {
                show_chosen(&input, Some(&unit.name), true);
                grouping.set(None);
                on_choose.emit(unit);
            }
        })
    };
    let name = name.as_deref();
    let ask =
        grouping.as_ref().map(|unit| ask_group(texts, [&props.id, "-asked"].concat(), roster, unit, &groups, &choose));
    let control = Control { texts, props, popup: &popup, input: &input, options: &options, active, name, choose };
    let mut drawn = view! {
        <div class="picker">
            <label for={props.id.clone()}>{ &props.label }</label>
            <p class="hint" id={[&props.id, "-hint"].concat()}>{ (texts.hint)(&roster.as_of.to_display()) }</p>
            <div class="picker-box">
                { control.field() }
                { control.list(&list, &found) }
                { control.count() }
            </div>
            { ask }
        </div>
    };
    // What was typed is among the options.
    name_hidden(&mut drawn);
    drawn
}

/// Asks for the group of a name that was typed.
fn ask_group(
    texts: &PickerTexts,
    id: String,
    roster: &Roster,
    unit: &UnitRef,
    groups: &NodeRef,
    choose: &Callback<UnitRef>,
) -> Html {
    let one = |group: &Group| {
        let grouped = UnitRef { group: group.id.clone(), ..unit.clone() };
        let onclick = choose.reform(move |_: MouseEvent| grouped.clone());
        view! { <button type="button" class="btn" lang="vi" {onclick}>{ &group.name }</button> }
    };
    let takes_names = roster.groups.iter().filter(|group| group.takes_typed_names);
    view! {
        <div class="picker-groups" role="group" aria-labelledby={id.clone()} ref={groups.clone()}>
            <p {id}>{ (texts.which_group)(&unit.name) }</p>
            <div class="actions">{ for takes_names.map(one) }</div>
        </div>
    }
}

/// The choice has just appeared: people who use the keyboard continue there.
fn focus_first(groups: &NodeRef) {
    let first = groups.cast::<HtmlElement>().and_then(|groups| groups.query_selector("button").ok().flatten());
    if let Some(first) = first.and_then(|first| first.dyn_into::<HtmlElement>().ok()) {
        let _ = first.focus();
    }
}

/// The id of an option.
fn option_id(picker: &str, unit: &UnitRef) -> String {
    match unit.id.as_str() {
        "" => [picker, "-typed"].concat(),
        id => [picker, "-option-", id].concat(),
    }
}

/// Where a key leads in the list of options.
#[derive(Clone, Copy)]
enum Step {
    Next,
    Previous,
    First,
    Last,
}

/// The option that is active after a step; from the last to the first and back.
fn stepped(active: Option<usize>, count: usize, step: Step) -> Option<usize> {
    let last = count.checked_sub(1)?;
    Some(match (step, active) {
        (Step::First, _) | (Step::Next, None) => 0,
        (Step::Last, _) | (Step::Previous, None | Some(0)) => last,
        (Step::Next, Some(at)) => {
            if at >= last {
                0
            } else {
                at + 1
            }
        }
        (Step::Previous, Some(at)) => at - 1,
    })
}

/// The data from which the parts of the picker are drawn, and on which its callbacks work.
struct Control<'a> {
    texts: &'a PickerTexts,
    props: &'a UnitPickerProps,
    popup: &'a UseStateHandle<Popup>,
    input: &'a NodeRef,
    options: &'a [UnitRef],
    /// The active one's place among them.
    active: Option<usize>,
    /// The name of the chosen unit.
    name: Option<&'a str>,
    choose: Callback<UnitRef>,
}

impl Control<'_> {
    /// Whether there is something to choose from on the screen.
    fn is_shown(&self) -> bool {
        self.popup.is_open && !self.options.is_empty()
    }

    fn list_id(&self) -> String {
        [&self.props.id, "-list"].concat()
    }

    fn active_unit(&self) -> Option<&UnitRef> {
        self.options.get(self.active?).filter(|_| self.is_shown())
    }

    fn field(&self) -> Html {
        let id = &self.props.id;
        view! {
            <input id={id.clone()} ref={self.input.clone()} type="text" role="combobox" autocomplete="off"
                spellcheck="false" aria-autocomplete="list" aria-expanded={if self.is_shown() { "true" } else { "false" }}
                aria-controls={self.list_id()} aria-activedescendant={self.active_unit().map(|unit| option_id(id, unit))}
                aria-describedby={[id, "-hint"].concat()} oninput={self.on_input()} onkeydown={self.on_key()}
                onclick={self.on_click()} onfocus={select()} onblur={self.on_blur()} />
        }
    }

    fn list(&self, list: &NodeRef, found: &[Matches]) -> Html {
        // The focus stays in the field while an option is chosen with the pointer.
        let onmousedown = Callback::from(|event: MouseEvent| event.prevent_default());
        view! {
            <div id={self.list_id()} ref={list} role="listbox" class="picker-list" hidden={!self.is_shown()}
                aria-label={self.props.label.clone()} {onmousedown}>
                if self.is_shown() {
                    { for found.iter().map(|matches| self.group(matches)) }
                    { for self.options.iter().filter(|unit| unit.id.is_empty()).map(|unit| self.option(unit)) }
                }
            </div>
        }
    }

    fn group(&self, matches: &Matches) -> Html {
        let id = [&self.props.id, "-group-", &matches.group.id].concat();
        view! {
            <div role="group" key={matches.group.id.clone()} aria-labelledby={id.clone()}>
                <div class="picker-group" id={id} role="presentation" lang="vi">{ &matches.group.name }</div>
                { for matches.units.iter().map(|unit| self.option(unit)) }
            </div>
        }
    }

    fn option(&self, unit: &UnitRef) -> Html {
        let is_active = self.active_unit() == Some(unit);
        let onclick = {
            let (choose, unit) = (self.choose.clone(), unit.clone());
            Callback::from(move |_: MouseEvent| choose.emit(unit.clone()))
        };
        view! {
            <div role="option" id={option_id(&self.props.id, unit)} class={is_active.then_some("active")}
                aria-selected={if is_active { "true" } else { "false" }} {onclick}>
                if unit.id.is_empty() {
                    { self.texts.typed }{ ": " }
                }
                <span lang="vi">{ &unit.name }</span>
            </div>
        }
    }

    /// How many options there are, for screen readers; visible too if there are none.
    fn count(&self) -> Html {
        let text = if self.popup.is_open { (self.texts.found)(self.options.len()) } else { String::new() };
        view! { <p class={if self.is_shown() { "spoken" } else { "picker-none" }} role="status">{ text }</p> }
    }

    /// Typing opens the list of matches, with the first option active.
    fn on_input(&self) -> Callback<InputEvent> {
        let popup = self.popup.setter();
        Callback::from(move |event: InputEvent| {
            let query = event.target_dyn_into::<HtmlInputElement>().map(|input| input.value()).unwrap_or_default();
            let active = if query.trim().is_empty() { Active::None } else { Active::Listed };
            popup.set(Popup { is_open: true, query, active });
        })
    }

    fn on_click(&self) -> Callback<MouseEvent> {
        let (popup, open) = (self.popup.clone(), self.opener());
        Callback::from(move |_| {
            if !popup.is_open {
                popup.set(open(Active::Chosen));
            }
        })
    }

    /// Opens the list for what is in the field, or for the whole roster if that is the chosen unit's name.
    fn opener(&self) -> impl Fn(Active) -> Popup + 'static {
        let (input, name) = (self.input.clone(), self.name.map(str::to_owned));
        move |active| {
            let typed = input.cast::<HtmlInputElement>().map(|input| input.value()).unwrap_or_default();
            let query = if name.as_ref() == Some(&typed) { String::new() } else { typed };
            Popup { is_open: true, query, active }
        }
    }

    /// Leaving closes the list and chooses nothing: the field shows again what is chosen.
    fn on_blur(&self) -> Callback<FocusEvent> {
        let (popup, input, name) = (self.popup.setter(), self.input.clone(), self.name.map(str::to_owned));
        Callback::from(move |_| {
            show_chosen(&input, name.as_deref(), true);
            popup.set(Popup::default());
        })
    }

    fn on_key(&self) -> Callback<KeyboardEvent> {
        let (popup, open, input) = (self.popup.clone(), self.opener(), self.input.clone());
        let (options, active) = (self.options.to_vec(), self.active);
        let (has_chosen, choose) = (self.props.chosen.is_some(), self.choose.clone());
        Callback::from(move |event: KeyboardEvent| {
            // Keys that an input method is still working with are not ours.
            if event.is_composing() || event.ctrl_key() || event.meta_key() {
                return;
            }
            let step = |step| {
                let active = stepped(active, options.len(), step).map_or(Active::None, Active::At);
                Popup { active, ..(*popup).clone() }
            };
            let next = match (event.key().as_str(), popup.is_open) {
                ("ArrowDown", false) if event.alt_key() => open(Active::Chosen),
                ("ArrowUp", true) if event.alt_key() => Popup::default(),
                ("ArrowDown", false) => open(if has_chosen { Active::Chosen } else { Active::First }),
                ("ArrowUp", false) => open(if has_chosen { Active::Chosen } else { Active::Last }),
                ("ArrowDown", true) => step(Step::Next),
                ("ArrowUp", true) => step(Step::Previous),
                // Without an active option these move the caret.
                ("Home", true) if active.is_some() => step(Step::First),
                ("End", true) if active.is_some() => step(Step::Last),
                ("Escape", true) => Popup::default(),
                // With nothing to close or to clear it is the page's.
                ("Escape", false) if has_text(&input) => {
                    write(&input, "");
                    Popup::default()
                }
                ("Enter", true) => match active.and_then(|at| options.get(at)) {
                    Some(unit) => {
                        event.prevent_default();
                        return choose.emit(unit.clone());
                    }
                    None => return,
                },
                _ => return,
            };
            event.prevent_default();
            popup.set(next);
        })
    }
}

/// Typing replaces the name in the field.
fn select() -> Callback<FocusEvent> {
    Callback::from(|event: FocusEvent| {
        if let Some(input) = event.target_dyn_into::<HtmlInputElement>() {
            input.select();
        }
    })
}

/// Shows the chosen unit's name. While the person is in the field only what they have just done does so.
fn show_chosen(input: &NodeRef, name: Option<&str>, is_their_doing: bool) {
    let Some(name) = name else { return };
    if is_their_doing || input.get().is_some_and(|node| !has_focus(&node)) {
        write(input, name);
    }
}

fn has_text(input: &NodeRef) -> bool {
    input.cast::<HtmlInputElement>().is_some_and(|input| !input.value().is_empty())
}

fn write(input: &NodeRef, text: &str) {
    if let Some(input) = input.cast::<HtmlInputElement>()
        && input.value() != text
    {
        input.set_value(text);
    }
}

/// Scrolls the list, and nothing else, so that the active option is seen.
fn reveal_active(list: &NodeRef) {
    let Some(list) = list.cast::<HtmlElement>() else { return };
    let active = list.query_selector(".active").ok().flatten();
    let Some(active) = active.and_then(|active| active.dyn_into::<HtmlElement>().ok()) else { return };
    // The first of a group is seen with the group's name.
    let before = active.previous_element_sibling().and_then(|before| before.dyn_into::<HtmlElement>().ok());
    let heading = before.filter(|before| before.class_name() == "picker-group");
    let top = heading.as_ref().unwrap_or(&active).offset_top();
    let bottom = active.offset_top() + active.offset_height();
    if top < list.scroll_top() {
        list.set_scroll_top(top);
    } else if bottom > list.scroll_top() + list.client_height() {
        list.set_scroll_top(bottom - list.client_height());
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test that cannot go on fails")]
    use super::*;

    #[test]
    fn a_typed_name_is_never_taken_by_itself() {
        let unit = |id: &str| UnitRef { id: id.into(), ..UnitRef::default() };
        assert_eq!(Active::Listed.place(&[unit("")], None), None);
        assert_eq!(Active::Listed.place(&[unit("a"), unit("")], None), Some(0));
    }

    #[test]
    fn steps_go_round() {
        assert_eq!(stepped(None, 3, Step::Next), Some(0));
        assert_eq!(stepped(None, 3, Step::Previous), Some(2));
        assert_eq!(stepped(Some(2), 3, Step::Next), Some(0));
        assert_eq!(stepped(Some(0), 3, Step::Previous), Some(2));
        assert_eq!(stepped(Some(1), 3, Step::Previous), Some(0));
        assert_eq!(stepped(Some(1), 3, Step::First), Some(0));
        assert_eq!(stepped(Some(1), 3, Step::Last), Some(2));
        assert_eq!(stepped(None, 0, Step::Next), None);
    }
}
