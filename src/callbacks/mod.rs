//! Asking to be called back, and the pages of those who call.
pub mod ask_page;
pub mod asked_page;
pub mod list_page;
pub mod settle_page;

use crate::ui::use_number;
use huiyin_domain::ids::CallbackId;
use leptos::prelude::*;

/// The number of the request in the address; `None` when it is no number.
pub fn use_callback_id() -> Memo<Option<CallbackId>> {
    use_number("id")
}
