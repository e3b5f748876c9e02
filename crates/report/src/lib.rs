//! Reports as plain data: screen, paper, documents and workbooks all draw from one [`document::Document`].
//!
//! The text of the report upwards (báo cáo tổng hợp, [`compose`]) follows by rule from the numbers and from what the officer chose
//! ([`chosen`]); that of a unit's own report ([`unit`]) follows from its assessment. What somebody rewrote is stored beside it
//! ([`edits`]) and never overwritten. How a report looks on paper is data ([`profile`]). Reports are in Vietnamese, whatever the
//! language of the screen. Nothing here asks what day it is.

pub mod around;
pub mod chosen;
mod columns;
pub mod compose;
pub mod document;
pub mod edits;
pub mod figures;
mod filled;
pub mod in_workbook;
mod issue;
pub mod measures;
pub mod on_paper;
pub mod paper;
pub mod particular;
pub mod plain;
pub mod profile;
pub mod stamp;
pub mod texts;
mod typed;
pub mod unit;
pub mod wire;
pub mod workbook;
