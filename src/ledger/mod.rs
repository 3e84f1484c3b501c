//! The public ledger: what was said, answered and done, what is overdue, and how it is shown.
pub mod card;
mod downloads;
mod figures;
mod filter;
mod filter_form;
mod find;
pub mod ledger_page;
pub mod names;
mod plots;
