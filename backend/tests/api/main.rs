//! The API's suite: stories told over HTTP to the real router, on every engine there is.
//!
//! Files are rooms, as in the addresses. The clock stands still unless a story sets it.
#![allow(clippy::unwrap_used, reason = "a test that stops here says where it stopped")]

#[path = "../common/databases.rs"]
mod databases;

mod archives;
mod ballot_styles;
mod ballots;
mod callbacks;
mod carriers;
mod chain;
mod coaching;
mod communities;
mod contests;
mod contests_bad_input;
mod councils;
mod counting_edges;
mod delivery;
mod departments;
mod desk;
mod entering;
mod feedback;
mod feedback_contest;
mod feedback_desk;
mod feedback_loop;
mod helpers;
mod helping;
mod leaving;
mod ledger;
mod lifecycle;
mod lifecycle_authors;
mod lifecycle_review;
mod messages;
mod moderation;
mod moderation_telling;
mod moderation_words;
mod notices;
mod objections;
mod origins;
mod people;
mod photos;
mod places;
mod problems;
mod proposals;
mod recordings;
mod register;
mod register_letters;
mod register_statistics;
mod residents;
mod results;
mod season;
mod season_works;
mod series;
mod series_bad_input;
mod series_plan;
mod series_telling;
mod speech_engine;
mod staff;
mod strange_words;
mod submissions;
mod ten_thousand;
mod times;
mod two_servers;
mod votes;
mod world;
