//! Every test of the built product, as one program: two browsers are at work from its beginning to its end, whatever file a test
//! stands in.

mod barriers;
mod contexts;
mod element;
mod exchange;
mod failing;
mod frame;
mod harness;
mod history;
mod hostile;
mod hosts;
mod leaving;
mod look;
mod losing;
mod memory;
mod officer;
mod offline;
mod review;
mod saving;
mod security;
mod single_file;
mod standing;
mod stopping;
mod torture;
mod typing;
mod views;
mod webmaster;
