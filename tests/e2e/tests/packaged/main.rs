//! The npm package in applications and pages of others, as they are built for production (`tests/hosts`).

mod applications;
mod others;
