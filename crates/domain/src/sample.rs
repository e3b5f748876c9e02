//! The sample (bản mẫu): a filled-in self-assessment of a unit that does not exist, so that a newcomer sees within a minute what
//! the product does.

use super::assessment::Assessment;
use super::content;

/// The directive that it answers; there is none for any other.
pub const DIRECTIVE: &str = "1022-CV/TU";

/// The sample as it is built in.
#[must_use]
pub fn built_in() -> Assessment {
    // A test holds that it can be read.
    content::parse(include_bytes!("../../../content/sample.json")).unwrap_or_default()
}
