//! Stories of a community: what may be done, and what always holds.
mod commands;
mod entering;
mod recordings;
mod support;
mod walk;
