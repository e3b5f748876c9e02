//! The report upwards (báo cáo tổng hợp) as plain data: screen, paper, documents and workbooks all draw from one
//! [`document::Document`].
//!
//! Its text follows by rule from the numbers and from what the officer chose ([`chosen`]). What the officer rewrote is stored
//! beside it ([`edits`]) and never overwritten. The report is in Vietnamese, whatever the language of the screen. Nothing here asks
//! what day it is.

pub mod chosen;
pub mod compose;
pub mod document;
pub mod edits;
pub mod figures;
mod issue;
pub mod plain;
pub mod stamp;
pub mod texts;
mod typed;
