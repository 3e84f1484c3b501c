//! Projects: what becomes of what won, for everybody to read, and the acts on it.
pub mod act;
pub mod act_page;
pub mod begin_page;
pub mod list_page;
mod money_part;
mod read;
pub mod show_page;
mod typed;
mod voices_part;
