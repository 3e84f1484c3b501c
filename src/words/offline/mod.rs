//! Words for when there is no network, and for new versions of the app.
mod en;
mod plain;
mod zh;

pub use en::ENGLISH;
pub use plain::PLAIN;
pub use zh::CHINESE;

use crate::{offline::item::What, words::Room};

said!(Told: zh::TOLD, en::TOLD, plain::TOLD);

/// Words for when there is no network, in one language.
pub struct Words {
    /// There is no network.
    pub no_network: &'static str,
    /// The server does not answer.
    pub server_away: &'static str,
    /// It goes by itself.
    pub kept: &'static str,
    /// The same, on a phone that keeps nothing.
    pub kept_here: &'static str,
    /// To what waits.
    pub see: &'static str,
    /// Signing out while things wait.
    pub leave_ask: fn(usize) -> String,
    /// Signs out, and throws them away.
    pub leave_sure: &'static str,
    /// What is told around every page, and the page of what waits.
    pub told: Room<Told>,
}

/// Words of what is told around every page, and of the page of what waits.
pub struct Told {
    /// What the region says, for screen readers.
    pub state: &'static str,
    /// When what is shown was read.
    pub read_at: fn(&str) -> String,
    /// Reads it anew.
    pub read_again: &'static str,
    /// A new version is here.
    pub new_version: &'static str,
    /// Another window has taken it.
    pub taken_elsewhere: &'static str,
    /// Takes it.
    pub update_now: &'static str,
    /// So many things wait.
    pub n_waiting: fn(usize) -> String,
    /// What something is.
    pub what: fn(What) -> &'static str,
    /// Something that waited is there, perhaps with a number.
    pub arrived: fn(What, Option<u32>) -> String,
    /// The heading of what waits.
    pub waiting: &'static str,
    /// What that means.
    pub waiting_means: &'static str,
    /// Nothing does.
    pub nothing_waits: &'static str,
    /// Sends it now.
    pub send_now: &'static str,
    /// While it does.
    pub sending_now: &'static str,
    /// When it was said.
    pub said_on: fn(&str) -> String,
    /// It will be sent.
    pub will_go: &'static str,
    /// It was refused.
    pub refused: &'static str,
    /// What to do then.
    pub refused_next: &'static str,
    /// To the page it was said on.
    pub look_again: &'static str,
    /// Throws it away.
    pub drop: &'static str,
    /// Really?
    pub drop_ask: &'static str,
    /// Yes.
    pub drop_sure: &'static str,
    /// No.
    pub drop_not: &'static str,
    /// It is thrown away.
    pub dropped: &'static str,
}
