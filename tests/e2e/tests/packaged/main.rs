//! The npm package in other people's applications and pages, built for production (`tests/hosts`).

mod applications;
mod others;
