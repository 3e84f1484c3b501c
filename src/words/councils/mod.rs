//! The words of councils: topics, times, seats and minutes.
pub mod refusals_en;
pub mod refusals_zh;
