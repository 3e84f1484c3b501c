//! Speaking: the ways to say something instead of writing it, and what becomes of that.
pub mod desk_fields;
pub mod keyboard_page;
pub mod ladder_page;
pub mod list_page;
pub mod no_microphone;
pub mod player;
pub mod queue_page;
pub mod record_page;
pub mod sending;
pub mod sent_page;
pub mod show_page;
pub mod take;
pub mod waiting;
pub mod write_page;
pub mod your_answer;

use crate::ui::use_number;
use huiyin_domain::ids::RecordingId;
use leptos::prelude::*;

/// The recording named in the address; `None` when that is not a number.
pub fn use_recording_id() -> Memo<Option<RecordingId>> {
    use_number("id")
}
