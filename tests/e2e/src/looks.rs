//! How the page looks: its size, its colours, and pictures of it.

use crate::{
    Engine, Page, paths,
    wait::{Look, until},
};
use anyhow::{Context, Result};
use serde_json::json;
use std::{fs, path::PathBuf};

/// A window in the background draws no frames, so it is not waited for longer than they would take.
const TWO_FRAMES: &str = "return new Promise((drawn) => {
  requestAnimationFrame(() => requestAnimationFrame(() => drawn()));
  setTimeout(drawn, 200);
})";

/// The colours that the desktop asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Colours {
    /// Dark letters on light ground.
    Light,
    /// Light letters on dark ground.
    Dark,
}

impl Colours {
    fn name(self) -> &'static str {
        match self {
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }
}

impl Page {
    /// Gives the page exactly this size in CSS pixels.
    pub async fn viewport(&self, width: u32, height: u32) -> Result<()> {
        if self.engine() == Engine::Chromium {
            let metrics = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
            self.cdp("Emulation.setDeviceMetricsOverride", metrics).await?;
        } else {
            let frame = self.script("return [outerWidth - innerWidth, outerHeight - innerHeight]", &[]).await?;
            let (sides, top): (u32, u32) = serde_json::from_value(frame)?;
            self.session.web.set_window_rect(0, 0, width + sides, height + top).await?;
        }
        until(format!("a page of {width} × {height}"), async || {
            let size = self.script("return [innerWidth, innerHeight]", &[]).await?;
            Ok(if size == json!([width, height]) { Look::Found(()) } else { Look::NotYet(size.to_string()) })
        })
        .await
    }

    /// Asks for light or dark colours, while the page is open.
    pub async fn colours(&self, colours: Colours) -> Result<()> {
        match self.engine() {
            Engine::Chromium => {
                let feature = json!({ "name": "prefers-color-scheme", "value": colours.name() });
                self.cdp("Emulation.setEmulatedMedia", json!({ "features": [feature] })).await?;
            }
            Engine::Firefox => {
                let preference = "layout.css.prefers-color-scheme.content-override";
                self.session.set_firefox_preference(preference, u8::from(colours == Colours::Light)).await?;
            }
            Engine::WebKit => {
                self.session.keep_from_others();
                fs::write(self.home.colour_scheme(), colours.name())?;
            }
        }
        until(format!("{} colours", colours.name()), async || {
            let query = json!(format!("(prefers-color-scheme: {})", colours.name()));
            let asked = self.script("return matchMedia(arguments[0]).matches", &[query]).await?;
            Ok(if asked == true { Look::Found(()) } else { Look::NotYet("the others".into()) })
        })
        .await
    }

    /// Saves a picture of the viewport as `target/e2e/shots/<name>-<engine>.png`.
    pub async fn screenshot(&self, name: &str) -> Result<PathBuf> {
        let file = paths::output(&format!("shots/{name}-{}.png", self.engine()))?;
        let png = self.picture().await?;
        fs::write(&file, png).with_context(|| format!("cannot write {}", file.display()))?;
        Ok(file)
    }

    /// A picture of the finished drawing: for a while after a change of size, WebKit returns half-drawn ones.
    async fn picture(&self) -> Result<Vec<u8>> {
        let mut before = Vec::new();
        until("a picture that stays", async || {
            self.script(TWO_FRAMES, &[]).await?;
            let now = self.session.web.screenshot_as_png().await?;
            let stays = now == before;
            before = now;
            Ok(if stays { Look::Found(std::mem::take(&mut before)) } else { Look::NotYet("one that changes".into()) })
        })
        .await
    }
}
