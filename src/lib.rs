//! The browser app of Huiyin: pages, words and components; the rules are in `huiyin_domain`.
// Components are documented on their function; the macro's generated props repeat it.
#![recursion_limit = "256"]

pub mod accessibility;
pub mod aloud;
pub mod answering;
pub mod api;
pub mod app;
pub mod ballots;
mod beside;
pub mod browser;
pub mod callbacks;
pub mod contests;
pub mod councils;
pub mod councils_desk;
pub mod desk;
pub mod entering;
pub mod feedback;
pub mod helping;
pub mod home;
pub mod ledger;
pub mod meetings;
pub mod meetings_desk;
pub mod notices;
pub mod paper;
pub mod proposals;
pub mod residents;
pub mod results;
pub mod routes;
pub mod speaking;
pub mod times;
pub mod ui;
pub mod voice;
pub mod words;

/// Replaces the static shell by the app.
pub fn start() {
    browser::document::mount(app::App);
}
