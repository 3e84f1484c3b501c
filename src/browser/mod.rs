//! The browser: the only place that touches `web_sys`.
pub mod controls;
pub mod crypto;
pub mod document;
pub mod drawer;
pub mod files;
pub mod kept_sound;
pub mod microphone;
pub mod passages;
pub mod player;
pub mod push;
pub mod recogniser;
pub mod sound;
pub mod speech;
pub mod storage;
pub mod worker;
