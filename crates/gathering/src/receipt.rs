//! How a thing arrived: a hint for the register, never a proof.

use json::{Unknown, record};

/// What a mail says of itself.
#[record(open)]
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Receipt {
    /// Who sent it: the name and the address, as the mail says; empty where it does not.
    #[optional]
    pub from: String,
    /// When, `yyyy-mm-ddThh:mm:ssZ`, as the mail says; empty where it does not.
    #[optional]
    pub date: String,
    /// Its subject; empty where it has none.
    #[optional]
    pub subject: String,
    /// What a newer version wrote here.
    pub unknown: Unknown,
}
