//! Words of contests: phases, rules and what an organiser does.
mod en;
mod manage;
mod plain;
pub mod refusals_en;
pub mod refusals_zh;
mod zh;

pub use en::ENGLISH;
pub use manage::Manage;
pub use plain::PLAIN;
pub use zh::CHINESE;

use crate::words::Room;
use huiyin_domain::{
    contests::{Event, Phase},
    counting::{BallotStyle, CountingRule},
    proposals::StageKind,
};

said!(Page: zh::PAGE, en::PAGE, plain::PAGE);
said!(Draft: zh::DRAFT, en::DRAFT, plain::DRAFT);
said!(Manage: zh::MANAGE, en::MANAGE);

/// Words of contests, in one language.
pub struct Words {
    /// The heading of the list.
    pub heading: &'static str,
    /// When there is no contest.
    pub none: &'static str,
    /// A phase by its name.
    pub phase: fn(Phase) -> &'static str,
    /// Where a proposal stands, in a few words.
    pub stage: fn(StageKind) -> &'static str,
    /// Sends a proposal.
    pub propose: &'static str,
    /// Votes.
    pub vote: &'static str,
    /// Reads the result.
    pub see_result: &'static str,
    /// To the organiser's page of a contest.
    pub run: &'static str,
    /// Until when, and how long that is.
    pub until: fn(&str, &str) -> String,
    /// A contest from elsewhere.
    pub imported: fn(&str) -> String,
    /// A made-up contest.
    pub generated: &'static str,
    /// Over what happened.
    pub story: &'static str,
    /// Sets up a contest.
    pub new: &'static str,
    /// What an organiser does.
    pub manage: Room<Manage>,
    /// Unfinished proposals.
    pub draft: Room<Draft>,
    /// One contest's page.
    pub page: Room<Page>,
}

/// Words of one contest's page, in one language.
pub struct Page {
    /// What goes on in a phase, for residents.
    pub phase_means: fn(Phase) -> &'static str,
    /// Over the rules.
    pub rules: &'static str,
    /// What there is to spend.
    pub budget: &'static str,
    /// The most for one proposal.
    pub cap: &'static str,
    /// How many marks a ballot has.
    pub votes: &'static str,
    /// The same, as a value.
    pub votes_each: fn(BallotStyle) -> String,
    /// Co-signatures needed.
    pub co_signs: &'static str,
    /// The same, as a value.
    pub co_signs_needed: fn(u32) -> String,
    /// How ballots are counted.
    pub rule: &'static str,
    /// The rule's name.
    pub rule_name: fn(CountingRule) -> &'static str,
    /// What the rule means, in a sentence or two.
    pub rule_means: fn(CountingRule) -> String,
    /// What decides ties.
    pub ties: &'static str,
    /// The same, with the words of the draw.
    pub ties_mean: fn(&str) -> String,
    /// Those who come up when a winner drops out.
    pub reserve: &'static str,
    /// How many places there are for them.
    pub reserve_places: fn(u32) -> String,
    /// That what nobody votes for is not funded.
    pub unsupported: &'static str,
    /// What cannot be funded.
    pub negative_list: &'static str,
    /// When nothing is on it.
    pub negative_list_empty: &'static str,
    /// The hash of the rules.
    pub seal: &'static str,
    /// What that is for.
    pub seal_means: &'static str,
    /// Before the rules are sealed.
    pub not_sealed: &'static str,
    /// Over the dates.
    pub dates: &'static str,
    /// A phase without a date.
    pub no_date: &'static str,
    /// How many proposals are on the shortlist.
    pub n_shortlisted: fn(u32) -> String,
    /// What happened.
    pub event: fn(&Event) -> String,
    /// A public reason.
    pub because: fn(&str) -> String,
}

/// Words of a proposal that waits on this phone to be finished, in one language.
pub struct Draft {
    /// Over a draft that was not sent.
    pub heading: &'static str,
    /// Its title, and when it was last written.
    pub draft_saved: fn(&str, &str) -> String,
    /// What a draft without a title is called.
    pub draft_untitled: &'static str,
    /// Goes on writing it.
    pub write_on: &'static str,
    /// Throws it away.
    pub drop_draft: &'static str,
    /// Asks once more.
    pub drop_draft_ask: &'static str,
    /// Yes.
    pub drop_draft_sure: &'static str,
    /// No.
    pub keep_draft: &'static str,
}
