//! Lines that tell several drafts of one unit apart.

use super::texts::drafts::DraftsTexts;
use app::views::DraftRow;
use ui::view;
use yew::prelude::*;

/// What tells a draft from others of its unit: where it comes from, and since when it is there.
pub(super) fn origin(texts: &DraftsTexts, row: &DraftRow) -> Option<Html> {
    if let (None, Some((file, when))) = (&row.copy, row.origin.as_ref().filter(|(file, _)| !file.is_empty())) {
        let [before, between] = texts.imported;
        return Some(view! { <>{ before }<bdi>{ file.clone() }</bdi>{ between }{ when.clone() }</> });
    }
    let copy = row.copy.as_ref().map(|(kind, when)| (texts.copy)(*kind, when));
    let unmerged = || row.origin.as_ref().map(|(_, when)| (texts.unmerged)(when));
    let told = copy.or_else(unmerged).or_else(|| row.begun_beside.as_deref().map(texts.begun))?;
    Some(view! { { told } })
}
