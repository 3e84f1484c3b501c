//! Paper: the forms and the guide that are printed, so that nothing needs a phone.
pub mod ballot_page;
pub mod proposal_page;
pub mod series_page;
pub mod sheet;
pub mod times_page;
pub mod ways_in;
