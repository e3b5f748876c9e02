//! Prints the directive as HTML: what the page shows before the app starts, and instead of it where it cannot.

use directive_assessment::domain::content::ContentError;
use directive_assessment::domain::directive::Directive;
use directive_assessment::ui::markup;
use directive_assessment::ui::read::prerendered::{Prerendered, PrerenderedProps};
use std::rc::Rc;

fn main() -> Result<(), ContentError> {
    // Read once here, so that a fault in the data stops the build.
    let directive = Directive::built_in()?;
    let html = markup::render::<Prerendered>(move || PrerenderedProps { directive: Rc::new(directive) });
    println!("{html}");
    Ok(())
}
