//! The report upwards (báo cáo tổng hợp) as plain data: screen, paper, documents and workbooks all draw from one [`document::Document`].
//!
//! Its text follows by rule from the numbers and from what the officer chose ([`chosen`]); what the officer rewrote is kept beside it
//! ([`edits`]) and never written over. It is in Vietnamese whatever the language of the screen. Nothing here asks what day it is.

pub mod chosen;
pub mod compose;
pub mod document;
pub mod edits;
pub mod figures;
pub mod in_workbook;
mod issue;
pub mod on_paper;
pub mod paper;
pub mod plain;
pub mod stamp;
pub mod texts;
mod typed;
pub mod wire;
pub mod workbook;
