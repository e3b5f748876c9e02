//! What is written natively has the digests that the browsers' tests hold too (`office_in_browsers.rs`).

#[path = "../same/mod.rs"]
mod written;

#[test]
fn what_is_written_here_is_what_is_written_everywhere() {
    assert_eq!(written::digests(), written::DIGESTS, "where it was meant to change, these are its digests now");
}
