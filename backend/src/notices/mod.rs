//! Notices: whom a step concerns is told of it, in the inbox always and on the ways they chose.

pub mod calls;
mod case_words;
pub mod channels;
pub mod choices;
mod coaching_words;
mod council_words;
pub mod delivery;
mod doors;
mod email;
mod enqueue;
pub mod inbox;
pub mod leaving;
mod outbox;
pub(crate) mod posting;
mod project_words;
mod push;
mod push_seal;
mod push_tls;
mod reading;
pub mod routes;
mod series_calls;
mod series_words;
pub mod subscriptions;
mod words;

pub use doors::Doors;
pub use enqueue::enqueue;
