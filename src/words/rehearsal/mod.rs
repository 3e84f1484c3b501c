//! Words of rehearsals: rules tried on ballots.
mod en;
mod zh;

pub use en::ENGLISH;
pub use zh::CHINESE;

/// Words of rehearsals, in one language.
pub struct Words {
    /// The way there, from a contest.
    pub open: &'static str,
    /// The heading, with the contest's name.
    pub heading: fn(&str) -> String,
    /// What one can do here.
    pub hint: &'static str,
    /// Whose ballots.
    pub ballots: &'static str,
    /// Invented ones.
    pub invented: &'static str,
    /// How they are made.
    pub invented_hint: &'static str,
    /// Those of a past vote, with its name.
    pub past: fn(&str) -> String,
    /// A file one has.
    pub from_file: &'static str,
    /// Nothing can be voted for yet.
    pub no_choice: &'static str,
    /// How many voters are invented.
    pub n_voters: &'static str,
    /// At most so many.
    pub n_voters_hint: fn(u32) -> String,
    /// What there is to spend.
    pub budget: &'static str,
    /// It may be left empty.
    pub budget_hint: &'static str,
    /// Counts; once more makes another batch.
    pub start: &'static str,
    /// Over what came out.
    pub outcome: &'static str,
    /// What every rule funds.
    pub sure: fn(&str) -> String,
    /// Nothing is funded by every rule.
    pub nothing_sure: &'static str,
    /// The contest's own rule.
    pub own: &'static str,
    /// So many are funded, for this much; so much is left.
    pub funds: fn(usize, &str, &str) -> String,
    /// So many of so many voters get at least one thing they chose.
    pub heard: fn(u64, u64) -> String,
    /// Places with proposals and without a winner.
    pub places_left_out: fn(&[String]) -> String,
    /// There are none.
    pub no_place_left_out: &'static str,
    /// How many ties decided who won.
    pub ties: fn(usize) -> String,
}
