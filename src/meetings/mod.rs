//! One council for residents: its page, seats, calendar file, minutes, figures, and whether what
//! it resolved is done.
pub mod act;
pub mod act_page;
pub mod agenda;
pub mod calendar_page;
pub mod card;
pub mod code;
pub mod facts;
pub mod minutes_page;
pub mod my_feed;
pub mod offers;
pub mod poster_page;
pub mod show_page;
pub mod statistics_page;
pub mod word_page;

use crate::ui::use_number;
use huiyin_domain::ids::CouncilId;
use leptos::prelude::*;

/// The council named in the address; `None` when what stands there is not a number.
pub fn use_council_id() -> Memo<Option<CouncilId>> {
    use_number("id")
}
