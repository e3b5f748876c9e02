//! A part of a draft's form that is redrawn only when what it shows has changed.

use super::super::watch::watch;
use super::pieces::Form;
use app::{Draft, Model};
use yew::prelude::*;

/// A part of the form of that draft. `select` takes what it shows from the model, `draw` draws that; where there is
/// nothing to show, nothing is drawn. `name` is unique among its siblings.
pub(super) fn part<T: PartialEq + 'static>(
    name: &str,
    draft: &AttrValue,
    select: impl Fn(&Model, &Draft) -> Option<T> + 'static,
    draw: impl Fn(&Form, &T) -> Html + 'static,
) -> Html {
    let (id, draft) = (draft.clone(), draft.clone());
    watch(
        name,
        move |model| select(model, model.draft(&id)?),
        move |ctx, shown| match shown {
            Some(shown) => draw(&Form::new(ctx, &draft), shown),
            None => Html::default(),
        },
    )
}
