//! The stores of the browser under the rules of `storage`.

use super::journal::Journal;
use super::mirror::Mirror;
use super::snapshots::Snapshots;
use crate::storage;

/// Where the drafts on one directive are kept.
pub type Stores = storage::Stores<Journal, Mirror, Snapshots>;

/// The stores of the drafts on the directive of that name.
#[must_use]
pub fn stores(directive: &str) -> Stores {
    Stores::new(Journal::new(directive), Mirror::new(directive), Snapshots::new(directive))
}

/// The page is left: nothing that it has begun may hold up another.
pub(super) fn let_go(stores: &Stores) {
    stores.journal().let_go();
    stores.snapshots().let_go();
}
