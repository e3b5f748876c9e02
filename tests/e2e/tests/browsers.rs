//! Every test of the built product, as one program: two browsers are at work from its beginning to its end, whatever file a test
//! stands in.

mod barriers;
mod board;
mod contexts;
mod coordinator;
mod element;
mod exchange;
mod failing;
mod first_visit;
mod frame;
mod going;
mod harness;
mod heads;
mod history;
mod host_pages;
mod host_scripts;
mod hostile;
mod hosts;
mod leaving;
mod look;
mod losing;
mod memory;
mod officer;
mod offline;
mod returned;
mod review;
mod saving;
mod security;
mod single_file;
mod stale;
mod standing;
mod stopping;
mod torture;
mod typing;
mod views;
mod webmaster;
