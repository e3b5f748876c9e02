//! One element that was found, and what a person can do with it.

use crate::{
    session::Session,
    typing,
    wait::{Look, until},
};
use anyhow::{Context, Result};
use serde_json::Value;
use std::rc::Rc;
use thirtyfour::{
    WebElement,
    error::{WebDriverErrorInner, WebDriverResult},
};

/// An element of the page. A new rendering may replace it; then find it again.
#[derive(Clone, Debug)]
pub struct Element {
    session: Rc<Session>,
    pub(crate) web: WebElement,
}

impl Element {
    pub(crate) fn new(session: Rc<Session>, web: WebElement) -> Self {
        Self { session, web }
    }

    /// The role, as the browser itself tells it to a screen reader.
    pub async fn role(&self) -> Result<String> {
        self.told("computedrole").await
    }

    /// The accessible name, as the browser itself tells it to a screen reader.
    pub async fn name(&self) -> Result<String> {
        self.told("computedlabel").await
    }

    /// The drawn text.
    pub async fn text(&self) -> Result<String> {
        Ok(self.property("innerText").await?.as_str().unwrap_or_default().to_owned())
    }

    /// What a field holds.
    pub async fn value(&self) -> Result<String> {
        Ok(self.property("value").await?.as_str().unwrap_or_default().to_owned())
    }

    /// Whether a radio or a check box is chosen.
    pub async fn is_checked(&self) -> Result<bool> {
        Ok(self.property("checked").await? == true)
    }

    /// Whether a control takes input.
    pub async fn is_enabled(&self) -> Result<bool> {
        Ok(self.web.is_enabled().await?)
    }

    /// An attribute, where there is one.
    pub async fn attribute(&self, name: &str) -> Result<Option<String>> {
        Ok(self.web.attr(name).await?)
    }

    /// A property of the DOM.
    pub async fn property(&self, name: &str) -> Result<Value> {
        let script = "return arguments[0][arguments[1]]";
        Ok(self.session.script(script, vec![self.web.to_json()?, name.into()]).await?.json().clone())
    }

    /// Runs a script with this element as `arguments[0]`; it may return a promise.
    pub async fn script(&self, script: &str) -> Result<Value> {
        Ok(self.session.script(script, vec![self.web.to_json()?]).await?.json().clone())
    }

    /// Clicks, as soon as it can be clicked.
    pub async fn click(&self) -> Result<()> {
        until("the element can be clicked", async || self.try_click().await).await
    }

    /// Gives it the focus, with the caret at the end of a field's text.
    pub async fn focus(&self) -> Result<()> {
        self.session.call("focus", vec![self.web.to_json()?]).await?;
        Ok(())
    }

    /// Replaces what the field holds, by keys.
    pub async fn fill(&self, text: &str) -> Result<()> {
        self.clear().await?;
        self.type_text(text).await
    }

    /// Empties the field by keys: WebDriver's own way fires no `input` event.
    pub async fn clear(&self) -> Result<()> {
        self.web.send_keys(typing::SELECT_ALL_AND_DELETE).await.context("cannot empty the field")
    }

    /// Types at the end of the field; a line feed is the Enter key.
    pub async fn type_text(&self, text: &str) -> Result<()> {
        if typing::needs_key_actions(text) {
            self.focus().await?;
            return typing::type_text(&self.session, text).await;
        }
        if text.is_empty() {
            return Ok(());
        }
        self.web.send_keys(typing::with_enter_keys(text)).await.context("cannot type into the field")
    }

    /// Types as Unikey does: plain letters, then Backspaces and the letters with their marks.
    pub async fn type_like_unikey(&self, text: &str) -> Result<()> {
        self.focus().await?;
        typing::like_unikey(&self.session, text).await
    }

    /// Types through an input method that composes word by word.
    pub async fn type_like_ime(&self, text: &str) -> Result<()> {
        self.focus().await?;
        typing::like_ime(&self.session, &self.web, text).await
    }

    /// One try to click, for a wait.
    pub(crate) async fn try_click(&self) -> Result<Look<()>> {
        // A driver measures where the element is, then presses there: what moves in between makes it press something else.
        // An element that is gone meanwhile is told by the click itself.
        if self.script(COMES_TO_REST).await.is_ok_and(|rests| rests == false) {
            return Ok(Look::NotYet("it was moving".into()));
        }
        match self.click_it_or_its_label().await {
            Ok(()) => Ok(Look::Found(())),
            Err(error) if passes(error.as_inner()) => {
                // Drivers scroll as little as they can, which may leave it under something that sticks to the edge: a
                // person would scroll on. An element that is gone meanwhile is found again by the next try.
                let _ = self.script("arguments[0].scrollIntoView({ block: 'center' })").await;
                Ok(Look::NotYet(error.to_string()))
            }
            Err(error) => Err(error.into()),
        }
    }

    /// A radio that the product draws itself is clicked where a person would: on its label.
    async fn click_it_or_its_label(&self) -> WebDriverResult<()> {
        let Err(error) = self.web.click().await else { return Ok(()) };
        if !passes(error.as_inner()) {
            return Err(error);
        }
        let label = self.session.script("return arguments[0].labels?.[0] ?? null", vec![self.web.to_json()?]).await?;
        match label.element() {
            Ok(label) => label.click().await,
            Err(_) => Err(error),
        }
    }

    async fn told(&self, what: &str) -> Result<String> {
        let told = self.session.get(format!("element/{}/{what}", self.web.element_id())).await?;
        Ok(told.as_str().unwrap_or_default().to_owned())
    }
}

/// Brings the element into view, then says whether it stays where it is for two frames; a hidden page draws none. The product brings
/// into sight what it gives the focus, and does so again every 25 milliseconds for a while: WebKit without a screen draws two frames in
/// less than that.
const COMES_TO_REST: &str = "
    const [element] = arguments;
    const place = () => JSON.stringify(element.getBoundingClientRect());
    const frame = () => new Promise((done) => { requestAnimationFrame(done); setTimeout(done, 100); });
    const { top, bottom } = element.getBoundingClientRect();
    if (top < 0 || bottom > innerHeight) element.scrollIntoView({ block: 'center' });
    const before = place();
    const rest = new Promise((done) => setTimeout(done, 30));
    return frame().then(frame).then(() => rest).then(() => place() === before);";

/// Whether looking again may help: the page was changing under the command, or something still covers the element.
fn passes(error: &WebDriverErrorInner) -> bool {
    use WebDriverErrorInner as E;
    matches!(error, E::StaleElementReference(_) | E::ElementClickIntercepted(_) | E::ElementNotInteractable(_))
}
