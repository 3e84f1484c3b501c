//! Voting: choosing, looking once more, casting, and the receipt.
pub mod address;
mod card;
mod casting;
pub mod check_page;
mod choosing;
mod chosen;
pub mod done_page;
pub mod kept;
mod order;
mod paper;
pub mod vote_page;
