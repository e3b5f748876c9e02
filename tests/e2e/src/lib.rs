//! Drives the built product in Chromium, Firefox and WebKit, from one test code.
//!
//! A test is an `async fn` that gets a [`Page`]; [`tests!`] makes of it one test an engine, in the modules `chromium`,
//! `firefox` and `webkit`, so that `cargo test -p e2e chromium::` runs one engine alone:
//!
//! ```no_run
//! use e2e::prelude::*;
//!
//! async fn a_draft_survives_a_power_cut(page: &mut Page) -> Result<()> {
//!     page.open("#/tu-danh-gia").await?;
//!     page.click("radio", "Đã hoàn thành").await?;
//!     page.fill("Kết quả thực hiện", "Đã mở 12 lớp").await?;
//!     page.sees("Đã lưu").await?;
//!
//!     page.kill();
//!     page.reopen("#/tu-danh-gia").await?;
//!     page.holds("Kết quả thực hiện", "Đã mở 12 lớp").await?;
//!
//!     page.inside("group", "Yêu cầu 1.2").await?.click("button", has("Xóa")).await?;
//!     page.focus_is("dialog", any()).await?;
//!     page.press("Escape").await?;
//!     page.gone("dialog", any()).await?;
//!     page.axe_is_clean().await
//! }
//!
//! # mod shown { macro_rules! tests { ($($name:ident),*) => {} } pub(crate) use tests; }
//! # use shown::tests;
//! tests!(a_draft_survives_a_power_cut);
//! # fn main() {}
//! ```
//!
//! - Elements are found as people find them, by role and accessible name, in every open shadow root. A plain text is
//!   the whole name; [`has`] takes a part, [`matches()`] a regular expression, [`any`] whatever there is.
//! - Whatever looks for something waits for it, up to [`DEADLINE`] or [`wait_up_to`]; the error tells what was there instead.
//! - A test also fails when a page logged an error or a warning, when the security policy was violated, and when a
//!   request left the product's folder or found no file. [`Page::allow`] lets one such thing pass.
//! - A failure leaves its evidence in `target/e2e/failures/`.
//!
//! The environment may name the built product (`E2E_DIST`, `E2E_FAILPOINTS`), the npm packages (`E2E_NODE_MODULES`), the installed tools
//! (`E2E_TOOLS`), Firefox (`E2E_FIREFOX`) and its driver (`GECKODRIVER`), and the fonts (`E2E_FONTS`, a file of fontconfig); otherwise
//! all are looked for where the project's commands leave them.
//!
//! With `E2E_SECOND_TRY` set, as `cargo xtask test` does, a test that fails is tried once more and listed in
//! `target/e2e/unsteady.txt`; only tests of saving are not.

mod audit;
mod driver;
mod element;
mod engine;
mod files;
pub mod hostile;
mod http;
mod looks;
mod name;
mod page;
mod paper;
mod paths;
mod pool;
pub mod portal;
pub mod product;
mod profile;
mod release;
mod run;
mod scope;
mod server;
mod session;
pub mod stopping;
pub mod torture;
mod typing;
mod vietnamese;
mod wait;

pub use element::Element;
pub use engine::{Engine, Storage};
pub use files::{Download, Upload, archive, archived, packed_spaces};
pub use looks::Colours;
pub use name::{Name, any, has, matches};
pub use page::{Focused, Page, Window};
pub use paper::Sheet;
pub use paths::{built_page, counted};
pub use release::{NEXT, Release};
pub use run::{Case, Failed, Site, run};
pub use scope::Scope;
pub use server::{Asked, FOLDER, Reply, Server};
pub use wait::{DEADLINE, Look, eventually, until, wait_up_to};

/// What a file of tests needs.
pub mod prelude {
    pub use crate::{Colours, Engine, Page, Storage, Upload, any, eventually, has, matches, wait_up_to};
    pub use anyhow::{Context, Result, bail, ensure};
    pub use std::time::Duration;
}

/// Makes one test an engine of each `async fn(&mut Page) -> Result<()>` (or `&Page`) that it names.
///
/// `tests!(in "fixture": one, another)` serves a folder of this package instead of the built product,
/// `tests!(failpoints: one, another)` the build of it with failpoints, `tests!(packaged: one, another)` the applications with the npm
/// package in them. `tests!(in chromium: one, another)` and `tests!(packaged in chromium: one, another)` are for one engine alone.
#[macro_export]
macro_rules! tests {
    (@engines $site:expr; $($test:ident)+) => {
        $crate::tests!(@engine chromium Chromium $site; $($test)+);
        $crate::tests!(@engine firefox Firefox $site; $($test)+);
        $crate::tests!(@engine webkit WebKit $site; $($test)+);
    };
    (@engine $module:ident $engine:ident $site:expr; $($test:ident)+) => {
        mod $module {
            $(
                #[test]
                fn $test() -> Result<(), $crate::Failed> {
                    let case = $crate::Case {
                        path: concat!(module_path!(), "::", stringify!($test)),
                        engine: $crate::Engine::$engine,
                        site: $site,
                        wk_launch: env!("CARGO_BIN_EXE_wk_launch"),
                    };
                    $crate::run(case, async |page: &mut $crate::Page| super::$test(page).await)
                }
            )+
        }
    };
    (in chromium: $($test:ident),+ $(,)?) => { $crate::tests!(@engine chromium Chromium $crate::Site::Product; $($test)+); };
    (in $site:literal: $($test:ident),+ $(,)?) => { $crate::tests!(@engines $crate::Site::Folder($site); $($test)+); };
    (failpoints: $($test:ident),+ $(,)?) => { $crate::tests!(@engines $crate::Site::Failpoints; $($test)+); };
    (packaged in chromium: $($test:ident),+ $(,)?) => {
        $crate::tests!(@engine chromium Chromium $crate::Site::Packaged; $($test)+);
    };
    (packaged: $($test:ident),+ $(,)?) => { $crate::tests!(@engines $crate::Site::Packaged; $($test)+); };
    ($($test:ident),+ $(,)?) => { $crate::tests!(@engines $crate::Site::Product; $($test)+); };
}
