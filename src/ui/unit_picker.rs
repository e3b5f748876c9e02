//! The choice of a unit: an editable combobox over the roster, by group (the WAI-ARIA pattern). Marks and case do not
//! matter in searching. Groups whose list is not complete take a typed name.

use super::store::use_reach;
use super::texts::picker::PickerTexts;
use super::visible::name_hidden;
use crate::domain::assessment::UnitRef;
use crate::domain::fold::fold;
use crate::domain::roster::{Group, Roster};
use crate::ui::html::html;
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, HtmlInputElement};
use yew::prelude::*;

/// What the picker is given.
#[derive(Clone, PartialEq, Properties)]
pub struct UnitPickerProps {
    /// The id of its input; the ids of its other parts begin with it.
    pub id: AttrValue,
    /// Its label.
    pub label: AttrValue,
    /// The unit that is chosen.
    #[prop_or_default]
    pub chosen: Option<UnitRef>,
    /// Called with the unit that the person chooses.
    pub on_choose: Callback<UnitRef>,
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

/// A group with those of its units that match, and the typed name where it takes one.
struct Matches<'a> {
    group: &'a Group,
    units: Vec<UnitRef>,
}

/// The picker.
#[component]
pub fn UnitPicker(props: &UnitPickerProps) -> Html {
    let reach = use_reach();
    let texts = &reach.texts().picker;
    let roster = reach.store.model().roster.clone();
    let popup = use_state(Popup::default);
    let (input, list) = (use_node_ref(), use_node_ref());
    let name = props.chosen.as_ref().map(|unit| unit.name.clone());
    use_effect_with((input.clone(), name.clone()), |(input, name)| show_chosen(input, name.as_deref(), false));
    let found = search(&roster, &popup.query);
    let options: Vec<UnitRef> = found.iter().flat_map(|matches| matches.units.iter().cloned()).collect();
    let active = popup.active.place(&options, props.chosen.as_ref());
    use_effect_with((list.clone(), popup.is_open, active), |(list, ..)| reveal_active(list));
    let choose = {
        let (popup, input, on_choose) = (popup.setter(), input.clone(), props.on_choose.clone());
        Callback::from(move |unit: UnitRef| {
            show_chosen(&input, Some(&unit.name), true);
            popup.set(Popup::default());
            on_choose.emit(unit);
        })
    };
    let name = name.as_deref();
    let control = Control { texts, props, popup: &popup, input: &input, options: &options, active, name, choose };
    let mut drawn = html! {
        <div class="picker">
            <label for={props.id.clone()}>{ &props.label }</label>
            <p class="hint" id={[&props.id, "-hint"].concat()}>{ (texts.hint)(&roster.as_of.to_display()) }</p>
            <div class="picker-box">
                { control.field() }
                { control.list(&list, &found) }
                { control.count() }
            </div>
        </div>
    };
    // What was typed is among the options.
    name_hidden(&mut drawn);
    drawn
}

/// The id of an option; that of a typed name is its group's.
fn option_id(picker: &str, unit: &UnitRef) -> String {
    match unit.id.as_str() {
        "" => [picker, "-typed-", &unit.group].concat(),
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

/// The groups with their units whose names have every word of the query; with a typed name last where the group takes
/// one and no unit bears it.
fn search<'a>(roster: &'a Roster, query: &str) -> Vec<Matches<'a>> {
    let folded = fold(query.trim());
    let words: Vec<&str> = folded.split_whitespace().collect();
    let bears_it = roster.units.iter().any(|unit| fold(&unit.name) == folded);
    let of_group = |group: &'a Group| {
        let units = roster.units_of(&group.id).filter(|unit| {
            let name = fold(&unit.name);
            words.iter().all(|word| name.contains(word))
        });
        let listed = units.map(|unit| (unit.id.clone(), unit.name.clone()));
        let takes_it = group.takes_typed_names && !words.is_empty() && !bears_it;
        let typed = takes_it.then(|| (String::new(), query.trim().to_owned()));
        let unit = |(id, name)| UnitRef { id, group: group.id.clone(), name, ..UnitRef::default() };
        Matches { group, units: listed.chain(typed).map(unit).collect() }
    };
    roster.groups.iter().map(of_group).filter(|matches| !matches.units.is_empty()).collect()
}

/// What the parts of the picker are drawn with, and what its callbacks work on.
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
        html! {
            <input id={id.clone()} ref={self.input.clone()} type="text" role="combobox" autocomplete="off"
                spellcheck="false" aria-autocomplete="list" aria-expanded={if self.is_shown() { "true" } else { "false" }}
                aria-controls={self.list_id()} aria-activedescendant={self.active_unit().map(|unit| option_id(id, unit))}
                aria-describedby={[id, "-hint"].concat()} oninput={self.on_input()} onkeydown={self.on_key()}
                onclick={self.on_click()} onblur={self.on_blur()} />
        }
    }

    fn list(&self, list: &NodeRef, found: &[Matches]) -> Html {
        // The focus stays in the field while an option is chosen with the pointer.
        let onmousedown = Callback::from(|event: MouseEvent| event.prevent_default());
        html! {
            <div id={self.list_id()} ref={list} role="listbox" class="picker-list" hidden={!self.is_shown()}
                aria-label={self.props.label.clone()} {onmousedown}>
                if self.is_shown() {
                    { for found.iter().map(|matches| self.group(matches)) }
                }
            </div>
        }
    }

    fn group(&self, matches: &Matches) -> Html {
        let id = [&self.props.id, "-group-", &matches.group.id].concat();
        html! {
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
        html! {
            <div role="option" id={option_id(&self.props.id, unit)} class={is_active.then_some("active")}
                aria-selected={if is_active { "true" } else { "false" }} {onclick}>
                if unit.id.is_empty() {
                    { self.texts.typed }{ ": " }
                }
                <span lang="vi">{ &unit.name }</span>
            </div>
        }
    }

    /// How many options there are, for the ear; for the eye too where there are none.
    fn count(&self) -> Html {
        let text = if self.popup.is_open { (self.texts.found)(self.options.len()) } else { String::new() };
        html! { <p class={if self.is_shown() { "spoken" } else { "picker-none" }} role="status">{ text }</p> }
    }

    /// Typing opens the list at what matches, with the first option active.
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

    /// Opens the list at what stands in the field; at the whole roster where that is the chosen unit's name.
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
                ("Escape", false) => {
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

/// Shows the chosen unit's name. While the person is in the field only what they have just done does so.
fn show_chosen(input: &NodeRef, name: Option<&str>, is_their_doing: bool) {
    let Some(name) = name else { return };
    if is_their_doing || input.get().is_some_and(|node| !super::field::has_focus(&node)) {
        write(input, name);
    }
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

    fn roster() -> Roster {
        serde_json::from_str(include_str!("../content/roster.json")).unwrap()
    }

    fn found(query: &str) -> Vec<String> {
        let roster = roster();
        search(&roster, query).into_iter().flat_map(|matches| matches.units).map(|unit| unit.name).collect()
    }

    #[test]
    fn marks_case_and_the_order_of_words_do_not_matter() {
        for query in ["Quận ủy Ninh Kiều", "quan uy ninh kieu", "NINH KIEU", "kiều ninh", "ninh kiêù"] {
            assert_eq!(found(query).first().map(String::as_str), Some("Quận ủy Ninh Kiều"), "{query}");
        }
        assert_eq!(found("uỷ ban mttq").get(1), found("ủy ban mttq").get(1));
        assert_eq!(found("").len(), roster().units.len());
        assert_eq!(found("  ").len(), roster().units.len());
    }

    #[test]
    fn a_group_whose_list_is_not_complete_takes_a_typed_name() {
        let roster = roster();
        let typed = search(&roster, " Sở Tài chính ");
        let units: Vec<&UnitRef> = typed.iter().flat_map(|matches| &matches.units).collect();
        assert_eq!(units.len(), 2);
        for (unit, group) in units.iter().zip(["ban-can-su-dang-doan-dang-uy", "so-nganh-mttq-to-chuc"]) {
            assert_eq!((unit.id.as_str(), unit.group.as_str(), unit.name.as_str()), ("", group, "Sở Tài chính"));
        }
        // It is not active by itself, so that Enter after a few letters never takes it.
        let options: Vec<UnitRef> = typed.iter().flat_map(|matches| matches.units.clone()).collect();
        assert_eq!(Active::Listed.place(&options, None), None);
        assert_eq!(Active::Listed.place(&search(&roster, "ủy ban m")[1].units, None), Some(0));
        // What the roster has need not be typed.
        assert_eq!(found("huyen uy co do"), ["Huyện ủy Cờ Đỏ"]);
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
