//! Entering: the office puts in for a resident what came on paper or by phone.
mod answers;
mod check_step;
mod done;
mod draft;
mod opinion_steps;
pub mod page;
mod proposal_steps;
mod received_steps;
mod series_steps;
mod step;
mod step_form;
mod whom_step;
