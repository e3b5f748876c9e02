//! The removal of a draft from this machine, and how far it has come.

use domain::assessment::Assessment;

/// The id of the button that starts it.
pub const REMOVE_BUTTON: &str = "export-and-remove";
/// The id of the heading of its second step.
pub const REMOVE_TITLE: &str = "remove-title";

/// A removal under way.
#[derive(Clone, Debug, PartialEq)]
pub struct Removal {
    /// The id of the draft.
    pub draft: String,
    /// How far it has come.
    pub stage: Stage,
}

/// How far a removal has come.
#[derive(Clone, Debug, PartialEq)]
pub enum Stage {
    /// The file is being downloaded.
    Exporting,
    /// The person is asked whether the file is there.
    Asking {
        /// The name of the downloaded file.
        file: String,
        /// The assessment in that file.
        content: Box<Assessment>,
        /// Whether the draft was edited since an earlier file, so that this is another one.
        again: bool,
    },
    /// The stores are being emptied of what was exported.
    Removing(Box<Assessment>),
}
