//! Notices: the inbox, the ways to hear, who needs a call, and the week's poster.
pub mod calls_page;
pub mod choices_page;
pub mod inbox_page;
mod on_phone;
pub mod poster_page;
pub mod seen;
