//! Proposals: writing one, the list of them, and each one's page.
pub mod check_step;
pub mod cost_step;
pub mod difference;
pub mod draft;
pub mod edit_kept;
pub mod edit_page;
pub mod invite_page;
pub mod join_page;
pub mod list_page;
pub mod merge_page;
pub mod photo_step;
pub mod propose_page;
pub mod proposed_page;
pub mod question_form;
pub mod show_page;
pub mod similar;
pub mod staff_door;
pub mod stage_tag;
pub mod step;
pub mod texts_page;
pub mod upload;
pub mod way;
pub mod words_step;
pub mod your_part;

use crate::ui::use_number;
use huiyin_domain::ids::ProposalId;
use leptos::prelude::*;

/// The proposal named in the address under `part`; `None` when that is not a number.
pub fn use_proposal_number(part: &'static str) -> Memo<Option<ProposalId>> {
    use_number(part)
}
