//! The rooms of the browser app: pages, words and components; the rules are in `huiyin_domain`.
// Components are documented on their function; the macro's generated props repeat it.
#![recursion_limit = "256"]
#![forbid(unsafe_code)]

pub mod accessibility;
pub mod aloud;
pub mod answering;
pub mod apart;
pub mod api;
pub mod ballots;
mod beside;
pub mod browser;
pub mod callbacks;
pub mod coaching;
pub mod contests;
pub mod councils;
pub mod councils_desk;
pub mod delivery;
pub mod departments;
pub mod desk;
pub mod entering;
pub mod feedback;
pub mod helping;
pub mod home;
pub mod json;
pub mod ledger;
pub mod meetings;
pub mod meetings_desk;
pub mod moderation;
pub mod notices;
pub mod objections;
pub mod offline;
pub mod paper;
pub mod proposals;
pub mod register;
pub mod rehearsal;
pub mod residents;
pub mod results;
pub mod reviewing;
pub mod routes;
pub mod speaking;
pub mod staff;
pub mod times;
pub mod ui;
pub mod voice;
pub mod words;
