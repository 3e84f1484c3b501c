//! One council for those who run it: what it waits for, each act, its session, and who comes.
pub mod act;
pub mod act_page;
mod agenda_form;
mod answer_for;
mod counts;
mod facilitator_form;
mod find;
mod follow_up_form;
mod forms;
pub mod list_page;
mod move_form;
pub mod people_page;
mod run_book;
mod run_door;
pub mod run_page;
mod run_vote;
pub mod show_page;
mod timetable;

use crate::{api::Precondition, ui::Acts};
use huiyin_domain::councils::meeting::{Command, wire::CouncilPage};

/// What one acts with.
type Does = Acts<Command, CouncilPage>;

/// The version that is shown: what others changed meanwhile is looked at first.
fn version(page: &CouncilPage) -> Precondition {
    Precondition::Version(page.version)
}
