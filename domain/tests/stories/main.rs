//! Stories of a community: what may be done, and what always holds.
mod awards_walk;
mod commands;
mod entering;
mod feedback;
mod feedback_echo;
mod feedback_limits;
mod feedback_walk;
mod lifecycle;
mod lifecycle_walk;
mod merging;
mod promise;
mod recordings;
mod season;
mod season_steps;
mod support;
mod walk;
mod way;
