//! The words of councils: topics, times, seats and minutes.
pub mod meeting_refusals_en;
pub mod meeting_refusals_zh;
pub mod refusals_en;
pub mod refusals_zh;
