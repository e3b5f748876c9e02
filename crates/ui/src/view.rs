//! The macro `view!`: takes Yew's syntax for elements and turns it into calls.
//!
//! Yew's own macro spells out how each node is made, at some hundred bytes each; the views of the product would be twice the size
//! of everything else. Here a node is a few calls of [`Build`], so the code that makes nodes exists once. It supports the part of
//! Yew's syntax that the views use; components are still written with `yew::html!`.

use crate::visible::spoken;
use std::rc::Rc;
use yew::html::IntoEventCallback;
use yew::virtual_dom::{Key, Listener, VList, VNode, VTag, VText};
use yew::{AttrValue, Callback, Html, NodeRef};

/// Nodes under construction, from the outside in.
pub struct Build {
    /// The open elements and lists, the innermost last.
    around: Vec<Open>,
    /// What is in the innermost one so far.
    nodes: Vec<VNode>,
}

/// An element, or a list without one, that is not closed yet.
struct Open {
    tag: Option<VTag>,
    /// Its earlier siblings.
    before: Vec<VNode>,
}

/// An empty view.
impl Default for Build {
    #[inline(never)]
    fn default() -> Self {
        Self { around: Vec::new(), nodes: Vec::new() }
    }
}

impl Build {
    /// Begins an element.
    #[inline(never)]
    pub fn open(&mut self, tag: &'static str) {
        self.begin(Some(VTag::new(tag)));
    }

    /// Begins a list: its content takes one place among its siblings, however long it is.
    #[inline(never)]
    pub fn open_list(&mut self) {
        self.begin(None);
    }

    fn begin(&mut self, tag: Option<VTag>) {
        let before = std::mem::take(&mut self.nodes);
        self.around.push(Open { tag, before });
    }

    /// Ends the innermost element or list.
    #[inline(never)]
    pub fn close(&mut self) {
        let Some(Open { tag, before }) = self.around.pop() else { return };
        let nodes = std::mem::replace(&mut self.nodes, before);
        let node = match tag {
            None => list(nodes),
            Some(mut tag) => {
                if let Some(children) = tag.children_mut().filter(|_| !nodes.is_empty()) {
                    *children = list(nodes);
                }
                tag.into()
            }
        };
        self.nodes.push(node);
    }

    /// Everything, as one node.
    #[inline(never)]
    pub fn finish(mut self) -> Html {
        match (self.nodes.pop(), self.nodes.is_empty()) {
            (None, _) => Html::default(),
            (Some(node), true) => node,
            (Some(node), false) => {
                self.nodes.push(node);
                list(self.nodes)
            }
        }
    }

    /// Adds the content of braces.
    pub fn add(&mut self, node: impl Node) {
        node.add_to(self);
    }

    /// Adds each of `nodes`.
    pub fn add_all<T: Node>(&mut self, nodes: impl IntoIterator<Item = T>) {
        nodes.into_iter().for_each(|node| node.add_to(self));
    }

    #[inline(never)]
    fn push(&mut self, node: VNode) {
        self.nodes.push(node);
    }

    #[inline(never)]
    fn push_text(&mut self, text: AttrValue) {
        self.nodes.push(VText::new(text).into());
    }

    fn tag(&mut self) -> Option<&mut VTag> {
        self.around.last_mut()?.tag.as_mut()
    }

    /// Sets an attribute of the innermost element, which has nothing in it yet.
    pub fn set(&mut self, name: &'static str, value: impl Attribute) {
        value.set_on(self, name);
    }

    #[inline(never)]
    fn set_attribute(&mut self, name: &'static str, value: AttrValue) {
        let value = if matches!(name, "aria-label" | "title") { spoken(value) } else { value };
        if let Some(tag) = self.tag() {
            tag.add_attribute(name, value);
        }
    }

    /// Whether a box or a radio button is checked.
    #[inline(never)]
    pub fn checked(&mut self, is_checked: bool) {
        if let Some(tag) = self.tag() {
            tag.set_checked(is_checked);
        }
    }

    /// The key that distinguishes the element from its siblings.
    pub fn key(&mut self, key: impl Into<Key>) {
        self.set_key(key.into());
    }

    #[inline(never)]
    fn set_key(&mut self, key: Key) {
        if let Some(tag) = self.tag() {
            tag.key = Some(key);
        }
    }

    /// A reference to the element once it is in the page.
    #[inline(never)]
    pub fn node_ref(&mut self, node: &NodeRef) {
        if let Some(tag) = self.tag() {
            tag.node_ref = node.clone();
        }
    }

    /// The handler of an event.
    pub fn listen<E>(&mut self, callback: impl IntoEventCallback<E>, wrap: fn(Callback<E>) -> Rc<dyn Listener>) {
        if let Some(callback) = callback.into_event_callback() {
            self.add_listener(wrap(callback));
        }
    }

    #[inline(never)]
    fn add_listener(&mut self, listener: Rc<dyn Listener>) {
        if let Some(tag) = self.tag() {
            tag.add_listener(listener);
        }
    }
}

fn list(nodes: Vec<VNode>) -> VNode {
    VList::with_children(nodes, None).into()
}

/// What may be in braces as a node.
pub trait Node {
    /// Adds it to what is under construction.
    fn add_to(self, build: &mut Build);
}

impl Node for Html {
    fn add_to(self, build: &mut Build) {
        build.push(self);
    }
}

impl Node for AttrValue {
    fn add_to(self, build: &mut Build) {
        build.push_text(self);
    }
}

impl Node for &AttrValue {
    #[inline(never)]
    fn add_to(self, build: &mut Build) {
        build.push_text(self.clone());
    }
}

impl Node for &'static str {
    #[inline(never)]
    fn add_to(self, build: &mut Build) {
        build.push_text(AttrValue::Static(self));
    }
}

impl Node for String {
    #[inline(never)]
    fn add_to(self, build: &mut Build) {
        build.push_text(self.into());
    }
}

impl Node for &String {
    #[inline(never)]
    fn add_to(self, build: &mut Build) {
        build.push_text(self.clone().into());
    }
}

impl Node for usize {
    #[inline(never)]
    fn add_to(self, build: &mut Build) {
        build.push_text(self.to_string().into());
    }
}

/// Nothing still has its position among its siblings.
impl<T: Node> Node for Option<T> {
    fn add_to(self, build: &mut Build) {
        match self {
            Some(node) => node.add_to(build),
            None => build.push(Html::default()),
        }
    }
}

/// What an attribute may be given.
pub trait Attribute {
    /// Sets it on the innermost element.
    fn set_on(self, build: &mut Build, name: &'static str);
}

impl Attribute for AttrValue {
    fn set_on(self, build: &mut Build, name: &'static str) {
        build.set_attribute(name, self);
    }
}

impl Attribute for &AttrValue {
    #[inline(never)]
    fn set_on(self, build: &mut Build, name: &'static str) {
        build.set_attribute(name, self.clone());
    }
}

impl Attribute for &'static str {
    #[inline(never)]
    fn set_on(self, build: &mut Build, name: &'static str) {
        build.set_attribute(name, AttrValue::Static(self));
    }
}

impl Attribute for String {
    #[inline(never)]
    fn set_on(self, build: &mut Build, name: &'static str) {
        build.set_attribute(name, self.into());
    }
}

/// An attribute that is there or not.
impl Attribute for bool {
    #[inline(never)]
    fn set_on(self, build: &mut Build, name: &'static str) {
        if self {
            build.set_attribute(name, AttrValue::Static(name));
        }
    }
}

impl<T: Attribute> Attribute for Option<T> {
    fn set_on(self, build: &mut Build, name: &'static str) {
        if let Some(value) = self {
            value.set_on(build, name);
        }
    }
}

/// A view, in Yew's syntax.
#[macro_export]
macro_rules! view {
    ($($view:tt)*) => {{
        let mut build = $crate::view::Build::default();
        $crate::write_view!(build $($view)*);
        build.finish()
    }};
}

/// The content of an element, one piece after the other.
#[doc(hidden)]
#[macro_export]
macro_rules! write_view {
    ($build:ident) => {};
    ($build:ident < / > $($rest:tt)*) => {
        $build.close();
        $crate::write_view!($build $($rest)*)
    };
    ($build:ident < / $tag:ident > $($rest:tt)*) => {
        $build.close();
        $crate::write_view!($build $($rest)*)
    };
    ($build:ident < > $($rest:tt)*) => {
        $build.open_list();
        $crate::write_view!($build $($rest)*)
    };
    ($build:ident < $tag:ident $($rest:tt)*) => {
        $build.open(stringify!($tag));
        $crate::write_attributes!($build $($rest)*)
    };
    ($build:ident { for $nodes:expr } $($rest:tt)*) => {
        $build.add_all($nodes);
        $crate::write_view!($build $($rest)*)
    };
    ($build:ident { $node:expr } $($rest:tt)*) => {
        $build.add($node);
        $crate::write_view!($build $($rest)*)
    };
    ($build:ident if $($rest:tt)*) => {
        $build.open_list();
        $crate::write_if!($build [] $($rest)*)
    };
}

/// The condition up to its block, then the alternatives.
#[doc(hidden)]
#[macro_export]
macro_rules! write_if {
    ($build:ident [$($condition:tt)*] { $($view:tt)* } else if $($rest:tt)*) => {
        if $($condition)* {
            $crate::write_view!($build $($view)*);
            $build.close();
        } else {
            $crate::write_if!($build [] $($rest)*)
        }
    };
    ($build:ident [$($condition:tt)*] { $($view:tt)* } else { $($other:tt)* } $($rest:tt)*) => {
        if $($condition)* {
            $crate::write_view!($build $($view)*);
        } else {
            $crate::write_view!($build $($other)*);
        }
        $build.close();
        $crate::write_view!($build $($rest)*)
    };
    ($build:ident [$($condition:tt)*] { $($view:tt)* } $($rest:tt)*) => {
        if $($condition)* {
            $crate::write_view!($build $($view)*);
        }
        $build.close();
        $crate::write_view!($build $($rest)*)
    };
    ($build:ident [$($condition:tt)*] $next:tt $($rest:tt)*) => {
        $crate::write_if!($build [$($condition)* $next] $($rest)*)
    };
}

/// The attributes of an element up to the end of its tag.
#[doc(hidden)]
#[macro_export]
macro_rules! write_attributes {
    ($build:ident / > $($rest:tt)*) => {
        $build.close();
        $crate::write_view!($build $($rest)*)
    };
    ($build:ident > $($rest:tt)*) => { $crate::write_view!($build $($rest)*) };
    ($build:ident { $name:ident } $($rest:tt)*) => {
        $crate::write_attributes!($build $name = { $name } $($rest)*)
    };
    ($build:ident $name:ident $(- $more:ident)* = { $value:expr } $($rest:tt)*) => {
        $crate::write_attribute!($build [$name $(- $more)*] $value);
        $crate::write_attributes!($build $($rest)*)
    };
    ($build:ident $name:ident $(- $more:ident)* = $value:literal $($rest:tt)*) => {
        $crate::write_attribute!($build [$name $(- $more)*] $value);
        $crate::write_attributes!($build $($rest)*)
    };
}

/// One attribute, or what looks like one.
#[doc(hidden)]
#[macro_export]
macro_rules! write_attribute {
    ($build:ident [key] $key:expr) => { $build.key($key) };
    ($build:ident [ref] $node:expr) => { $build.node_ref(&$node) };
    ($build:ident [checked] $is_checked:expr) => { $build.checked($is_checked) };
    ($build:ident [onclick] $call:expr) => { $crate::write_listener!($build onclick $call) };
    ($build:ident [onchange] $call:expr) => { $crate::write_listener!($build onchange $call) };
    ($build:ident [oninput] $call:expr) => { $crate::write_listener!($build oninput $call) };
    ($build:ident [onsubmit] $call:expr) => { $crate::write_listener!($build onsubmit $call) };
    ($build:ident [onkeydown] $call:expr) => { $crate::write_listener!($build onkeydown $call) };
    ($build:ident [onblur] $call:expr) => { $crate::write_listener!($build onblur $call) };
    ($build:ident [onfocus] $call:expr) => { $crate::write_listener!($build onfocus $call) };
    ($build:ident [onfocusin] $call:expr) => { $crate::write_listener!($build onfocusin $call) };
    ($build:ident [onfocusout] $call:expr) => { $crate::write_listener!($build onfocusout $call) };
    ($build:ident [onmousedown] $call:expr) => { $crate::write_listener!($build onmousedown $call) };
    ($build:ident [onmouseenter] $call:expr) => { $crate::write_listener!($build onmouseenter $call) };
    ($build:ident [onmouseleave] $call:expr) => { $crate::write_listener!($build onmouseleave $call) };
    ($build:ident [$name:ident $(- $more:ident)*] $value:expr) => {
        $build.set(concat!(stringify!($name) $(, "-", stringify!($more))*), $value)
    };
}

#[doc(hidden)]
#[macro_export]
macro_rules! write_listener {
    ($build:ident $event:ident $call:expr) => {
        $build.listen($call, |callback| std::rc::Rc::new(yew::html::$event::Wrapper::new(callback)))
    };
}
