//! The browser: the only place that touches `web_sys`.
pub mod crypto;
pub mod document;
pub mod files;
pub mod storage;
