//! Keys, and the ways in which Vietnamese gets into a field.

use crate::{engine::Engine, session::Session, vietnamese};
use anyhow::{Context, Result};
use serde_json::json;
use thirtyfour::{Key, WebElement, action_chain::ActionChain};

/// Control+A and Delete. In one command: between two, a page may move the focus or the selection.
pub(crate) const SELECT_ALL_AND_DELETE: &str = "\u{e009}a\u{e000}\u{e017}";

const ENTER: char = '\u{e007}';
pub(crate) const BACKSPACE: char = '\u{e003}';

/// Line feeds as keys: WebKit drops them otherwise.
pub(crate) fn with_enter_keys(text: &str) -> String {
    text.replace('\n', &ENTER.to_string())
}

/// Beyond the basic plane (emoji), chromedriver refuses and WebKitWebDriver spoils what is sent to an element.
pub(crate) fn needs_key_actions(text: &str) -> bool {
    text.chars().any(|letter| u32::from(letter) > 0xffff)
}

/// Types into whatever has the focus.
pub(crate) async fn type_text(session: &Session, text: &str) -> Result<()> {
    keys(session).send_keys(with_enter_keys(text)).perform().await.with_context(|| format!("cannot type {text:?}"))
}

/// Presses a key with its modifiers, such as `Tab`, `Shift+Tab`, `Control+a`.
pub(crate) async fn press(session: &Session, chord: &str) -> Result<()> {
    let mut names: Vec<&str> = chord.split('+').collect();
    let last = names.pop().unwrap_or_default();
    let modifiers = names.into_iter().map(key).collect::<Result<Vec<char>>>()?;
    let mut chain = keys(session);
    for modifier in &modifiers {
        chain = chain.key_down(*modifier);
    }
    chain = chain.send_keys(key(last)?.to_string());
    for modifier in modifiers.iter().rev() {
        chain = chain.key_up(*modifier);
    }
    chain.perform().await.with_context(|| format!("cannot press {chord}"))
}

/// Types as Unikey does: a key a letter, then Backspaces and the letters with their marks in their place.
pub(crate) async fn like_unikey(session: &Session, text: &str) -> Result<()> {
    type_text(session, &unikey_keys(text)).await
}

/// The keys that Unikey sends for a text.
pub(crate) fn unikey_keys(text: &str) -> String {
    let mut sent = String::new();
    for part in vietnamese::parts(text) {
        let mut shown = String::new();
        for step in vietnamese::steps(part) {
            let kept = shown.chars().zip(step.chars()).take_while(|(a, b)| a == b).count();
            sent.extend(shown.chars().skip(kept).map(|_| BACKSPACE));
            sent.extend(step.chars().skip(kept));
            shown = step;
        }
    }
    sent
}

/// Types word by word through a composition: a real one in Chromium, a simulated one elsewhere.
pub(crate) async fn like_ime(session: &Session, field: &WebElement, text: &str) -> Result<()> {
    for part in vietnamese::parts(text) {
        if !part.chars().all(char::is_alphabetic) {
            type_text(session, part).await?;
            continue;
        }
        let steps = vietnamese::steps(part);
        match session.engine {
            Engine::Chromium => compose(session, &steps, part).await?,
            Engine::Firefox | Engine::WebKit => {
                let webkit = session.engine == Engine::WebKit;
                session.call("compose", vec![field.to_json()?, json!(steps), json!(webkit)]).await?;
            }
        }
    }
    Ok(())
}

async fn compose(session: &Session, steps: &[String], word: &str) -> Result<()> {
    for step in steps {
        let caret = step.encode_utf16().count();
        let composition = json!({ "text": step, "selectionStart": caret, "selectionEnd": caret });
        session.web.cdp().send_raw("Input.imeSetComposition", composition).await?;
    }
    session.web.cdp().send_raw("Input.insertText", json!({ "text": word })).await?;
    Ok(())
}

fn keys(session: &Session) -> ActionChain {
    session.web.action_chain()
}

fn key(name: &str) -> Result<char> {
    let key = match name {
        "Alt" => Key::Alt,
        "Backspace" => Key::Backspace,
        "Control" => Key::Control,
        "Delete" => Key::Delete,
        "Down" => Key::Down,
        "End" => Key::End,
        "Enter" => Key::Enter,
        "Escape" => Key::Escape,
        "Home" => Key::Home,
        "Left" => Key::Left,
        "PageDown" => Key::PageDown,
        "PageUp" => Key::PageUp,
        "Right" => Key::Right,
        "Shift" => Key::Shift,
        "Space" => return Ok(' '),
        "Tab" => Key::Tab,
        "Up" => Key::Up,
        _ => {
            let mut letters = name.chars();
            let letter = letters.next().filter(|_| letters.next().is_none());
            return letter.with_context(|| format!("no key is called {name:?}"));
        }
    };
    Ok(key.value())
}
