//! Finding what a person would find: by role and name, on the whole page or within a part of it.

use crate::{
    element::Element,
    name::Name,
    session::Session,
    wait::{Look, until},
};
use anyhow::{Result, bail};
use serde_json::{Value, json};
use std::rc::Rc;
use thirtyfour::{WebElement, prelude::ScriptRet};

/// The roles of a field that holds typed text.
const TYPED: &[&str] = &["textbox", "searchbox", "combobox", "spinbutton"];

/// A part of the page, or all of it. Everything in open shadow roots is part of it; what a person cannot reach
/// (hidden, inert, covered by a modal dialog, in closed details) is not.
#[derive(Clone, Debug)]
pub struct Scope {
    pub(crate) session: Rc<Session>,
    start: Option<WebElement>,
}

impl Scope {
    pub(crate) fn page(session: Rc<Session>) -> Self {
        Self { session, start: None }
    }

    /// The browser, where this is the last that looks into it.
    pub(crate) fn into_session(self) -> Option<Session> {
        Rc::into_inner(self.session)
    }

    /// What lies within `element`.
    pub fn within(&self, element: &Element) -> Self {
        Self { session: Rc::clone(&self.session), start: Some(element.web.clone()) }
    }

    /// What lies within the one element of this role and name: `page.inside("dialog", "Xóa bản nháp").await?`.
    pub async fn inside(&self, role: &str, name: impl Into<Name>) -> Result<Self> {
        Ok(self.within(&self.by_role(role, name).await?))
    }

    /// Waits for the one element of this role and name.
    pub async fn by_role(&self, role: &str, name: impl Into<Name>) -> Result<Element> {
        self.one(&[role], &name.into()).await
    }

    /// The elements of this role and name that are there now, perhaps none.
    pub async fn all_by_role(&self, role: &str, name: impl Into<Name>) -> Result<Vec<Element>> {
        self.find(&[role], &name.into()).await
    }

    /// Waits until no element of this role and name is left.
    pub async fn gone(&self, role: &str, name: impl Into<Name>) -> Result<()> {
        let name = name.into();
        until(format!("no {role} {name}"), async || {
            Ok(match self.find(&[role], &name).await?.len() {
                0 => Look::Found(()),
                left => Look::NotYet(format!("{left} of them")),
            })
        })
        .await
    }

    /// Waits for the one field of this name that takes typed text.
    pub async fn field(&self, name: impl Into<Name>) -> Result<Element> {
        self.one(TYPED, &name.into()).await
    }

    /// Clicks what has this role and name, as soon as it can be clicked.
    pub async fn click(&self, role: &str, name: impl Into<Name>) -> Result<()> {
        let name = name.into();
        until(format!("a {role} {name} that can be clicked"), async || {
            let element = self.by_role(role, name.clone()).await?;
            element.try_click().await
        })
        .await
    }

    /// Clicks the one `<summary>` of this text, which opens or closes what it stands for.
    pub async fn unfold(&self, text: impl Into<Name>) -> Result<()> {
        let text = text.into();
        until(format!("a summary {text} that can be clicked"), async || {
            let mut found = self.call("summaries", vec![text.to_json()]).await?.elements()?;
            match (found.len(), found.pop()) {
                (1, Some(summary)) => Element::new(Rc::clone(&self.session), summary).try_click().await,
                (number, _) => Ok(Look::NotYet(format!("{number} of them"))),
            }
        })
        .await
    }

    /// Replaces what the field of this name holds, by keys.
    pub async fn fill(&self, name: impl Into<Name>, text: &str) -> Result<()> {
        self.field(name).await?.fill(text).await
    }

    /// Chooses an option of the native list of this name.
    pub async fn choose(&self, list: impl Into<Name>, option: impl Into<Name>) -> Result<()> {
        self.within(&self.one(&["combobox", "listbox"], &list.into()).await?).click("option", option).await
    }

    /// The drawn text of the one element of this role and name.
    pub async fn text_of(&self, role: &str, name: impl Into<Name>) -> Result<String> {
        self.by_role(role, name).await?.text().await
    }

    /// What the field of this name holds.
    pub async fn value_of(&self, name: impl Into<Name>) -> Result<String> {
        self.field(name).await?.value().await
    }

    /// Waits until the field of this name holds exactly `value`.
    pub async fn holds(&self, name: impl Into<Name>, value: &str) -> Result<()> {
        let name = name.into();
        until(format!("a field {name} that holds {value:?}"), async || {
            let held = self.value_of(name.clone()).await?;
            Ok(if held == value { Look::Found(()) } else { Look::NotYet(format!("{held:?}")) })
        })
        .await
    }

    /// Waits until `part` is drawn somewhere.
    pub async fn sees(&self, part: &str) -> Result<()> {
        until(format!("the text {part:?}"), async || {
            let text = self.text().await?;
            Ok(if text.contains(part) { Look::Found(()) } else { Look::NotYet(text) })
        })
        .await
    }

    /// Waits until `part` is drawn nowhere.
    pub async fn sees_no(&self, part: &str) -> Result<()> {
        until(format!("no text {part:?}"), async || {
            let text = self.text().await?;
            Ok(if text.contains(part) { Look::NotYet(text) } else { Look::Found(()) })
        })
        .await
    }

    /// All drawn text.
    pub async fn text(&self) -> Result<String> {
        let text = self.call("text", vec![]).await?;
        Ok(text.json().as_str().unwrap_or_default().to_owned())
    }

    /// Every role with its name, in the order of the document, a line each.
    pub async fn roles(&self) -> Result<Vec<String>> {
        self.roles_like(None).await
    }

    /// The file inputs of this label, whether drawn or hidden behind a button.
    pub(crate) async fn file_input(&self, label: &Name) -> Result<WebElement> {
        until(format!("a file input {label}"), async || {
            let mut found = self.call("fileInputs", vec![label.to_json()]).await?.elements()?;
            Ok(match (found.len(), found.pop()) {
                (1, Some(input)) => Look::Found(input),
                (number, _) => Look::NotYet(format!("{number} of them")),
            })
        })
        .await
    }

    async fn one(&self, roles: &[&str], name: &Name) -> Result<Element> {
        let found = until(format!("one {} {name}", roles.join(" or ")), async || {
            let mut found = self.find(roles, name).await?;
            Ok(match (found.len(), found.pop()) {
                (1, Some(element)) => Look::Found(element),
                (number, _) => Look::NotYet(format!("{number} of them")),
            })
        });
        match found.await {
            Ok(element) => Ok(element),
            Err(error) => bail!("{error:#}\n{}", self.alternatives(roles).await?),
        }
    }

    async fn find(&self, roles: &[&str], name: &Name) -> Result<Vec<Element>> {
        let found = self.call("byRole", vec![json!(roles), name.to_json()]).await?.elements()?;
        Ok(found.into_iter().map(|web| Element::new(Rc::clone(&self.session), web)).collect())
    }

    /// What the page offers instead: the elements of the same roles, or all of them.
    async fn alternatives(&self, roles: &[&str]) -> Result<String> {
        let mut lines = Vec::new();
        for role in roles {
            lines.extend(self.roles_like(Some(role)).await?);
        }
        let what = if lines.is_empty() { "nothing of this role, but" } else { "of this role" };
        if lines.is_empty() {
            lines = self.roles().await?;
        }
        Ok(format!("{what}:\n  {}", lines.join("\n  ")))
    }

    async fn roles_like(&self, only: Option<&str>) -> Result<Vec<String>> {
        Ok(self.call("roles", vec![json!(only)]).await?.convert()?)
    }

    async fn call(&self, function: &str, mut arguments: Vec<Value>) -> Result<ScriptRet> {
        let start = self.start.as_ref().map(WebElement::to_json).transpose()?;
        arguments.insert(0, start.unwrap_or(Value::Null));
        self.session.call(function, arguments).await
    }
}
