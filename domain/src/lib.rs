//! The rules of Huiyin (回音), pure: the server and every browser call these same functions.
//!
//! No clock, no randomness, no input or output: who asks, when, and what was found come in as
//! arguments.
#![deny(clippy::wildcard_enum_match_arm)]

pub mod accessibility;
pub mod archive;
pub mod ballots;
pub mod calendar;
pub mod callbacks;
pub mod chain;
pub mod channels;
pub mod coaching;
pub mod communities;
pub mod contests;
pub mod councils;
pub mod counting;
pub mod csv;
pub mod delivery;
pub mod departments;
pub mod desk;
pub mod digits;
pub mod direction;
pub mod entering;
pub mod feedback;
pub mod hash;
pub mod helping;
pub mod ids;
pub mod moderation;
pub mod money;
pub mod notices;
pub mod objections;
pub mod offline;
pub mod problems;
pub mod proposals;
pub mod recordings;
pub mod refusals;
pub mod register;
pub mod rehearsal;
pub mod residents;
pub mod staff;
pub mod tagged;
pub mod time;
pub mod times;
pub mod voice;
pub mod web_address;
pub mod words;
