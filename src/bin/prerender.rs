//! Prints the directive as HTML: what the page shows before the program starts, and where it cannot run.

use directive_assessment::views::read::prerendered::{Prerendered, PrerenderedProps};
use domain::content::ContentError;
use domain::directive::Directive;
use std::rc::Rc;
use ui::markup;

fn main() -> Result<(), ContentError> {
    // Read once here, so that a fault in the data stops the build.
    let directive = Directive::built_in()?;
    let html = markup::render::<Prerendered>(move || PrerenderedProps { directive: Rc::new(directive) });
    println!("{html}");
    Ok(())
}
