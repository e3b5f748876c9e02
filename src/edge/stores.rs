//! The browser's stores, used by the rules of `storage`.

use super::journal::Journal;
use super::mirror::Mirror;
use super::snapshots::Snapshots;
use storage;

/// Where the drafts on one directive are kept.
pub type BrowserStores = storage::Stores<Journal, Mirror, Snapshots>;

/// The stores of the drafts on the directive of that name.
#[must_use]
pub fn stores(directive: &str) -> BrowserStores {
    BrowserStores::new(Journal::new(directive), Mirror::new(directive), Snapshots::new(directive))
}

/// The page is left: nothing that it has begun may hold up another.
pub(super) fn let_go(stores: &BrowserStores) {
    stores.journal().let_go();
    stores.snapshots().let_go();
}
