//! A unit's report while somebody looks it over, without a browser: the form hands over the assessment and what was kept of its report,
//! and is handed back what is to be kept. The assessment itself is never changed here.

pub mod model;
pub mod msg;
pub mod particular;
