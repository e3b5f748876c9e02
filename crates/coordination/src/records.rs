//! How gatherings are kept, in one store of records (`ports::Records`).
//!
//! | key | what stands there |
//! |---|---|
//! | `settings/<gathering>` | its settings, as JSON |
//! | `<gathering>/decision/<id>/<digest>` | a decision, as JSON; two of one id that are not the same stand beside each other |
//! | `<gathering>/note/<id>/<digest>` | a note of the officer's, likewise; of several of one id the reading decides |
//! | `<gathering>/file/<thing>/<line>` | the bytes of a file, exactly as they are kept |
//! | `<gathering>/rewrite/<paragraph>` | what the officer rewrote of a paragraph of the report, as JSON |
//! | `<gathering>/typed/<field>` | what is typed in a field that was not left yet, as JSON |
//! | `<gathering>/tally/tally` | how many units have reported, as it was counted last, for the list of gatherings |
//! | `<gathering>/thing/<thing>` | the thing, as JSON: written last, so that without it its files are what a crash has left |

pub(crate) mod files;
pub mod keeping;
pub(crate) mod keys;
pub mod leaving;
pub mod opening;
pub mod summing;
pub mod words;
