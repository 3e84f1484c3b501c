//! Words of results: winners, steps, reasons and the recount.
mod en;
mod poster;
mod teller;
mod zh;

pub use en::ENGLISH;
pub use poster::Poster;
pub use teller::Teller;
pub use zh::CHINESE;

use crate::words::Room;
use huiyin_domain::counting::{
    BallotStyle, CountingRule, Decided, Fate, Progress, Shares, TallyStep, TieNote, Turn,
    pb::PbProblem,
};

said!(Poster: poster::CHINESE, poster::ENGLISH);

/// Words of results, in one language.
pub struct Words {
    /// The heading, with the contest's name.
    pub heading: fn(&str) -> String,
    /// Only the organiser sees it yet.
    pub not_published: &'static str,
    /// Over the winners, with how many.
    pub winners: fn(usize) -> String,
    /// When nothing won.
    pub no_winners: &'static str,
    /// A winner's place, from 1.
    pub place: fn(usize) -> String,
    /// Money and votes, over their list.
    pub facts: &'static str,
    /// What there was to spend.
    pub budget: &'static str,
    /// What the winners cost.
    pub spent: &'static str,
    /// What is left.
    pub left: &'static str,
    /// How many took part.
    pub turnout: &'static str,
    /// Voters, those who could have voted (0 where that is not known), and blank ballots.
    pub turnout_is: fn(u64, u32, u64) -> String,
    /// Over all proposals.
    pub all: &'static str,
    /// How to read the bars.
    pub bars_hint: &'static str,
    /// Shows all of so many proposals.
    pub show_all: fn(usize) -> String,
    /// To the page that says why this proposal is funded or not.
    pub why_link: fn(&str) -> String,
    /// The poster.
    pub poster: Room<Poster>,
    /// What became of a proposal, in a word.
    pub fate_word: fn(&Fate) -> &'static str,
    /// What became of a proposal that costs this much, in a sentence.
    pub fate: fn(&Fate, u64, &Teller) -> String,
    /// Shows the table.
    pub as_table: &'static str,
    /// Over all proposals, where they were given points.
    pub all_points: &'static str,
    /// How to read the bars of points.
    pub bars_hint_points: &'static str,
    /// Over the points in the table.
    pub points_column: &'static str,
    /// The table's columns: number, proposal, cost, votes, outcome.
    pub columns: [&'static str; 5],
    /// Over the steps.
    pub steps: &'static str,
    /// Shows all of so many steps.
    pub show_all_steps: fn(usize) -> String,
    /// One step with its number, from 1.
    pub step: fn(usize, &TallyStep, &Teller) -> String,
    /// How the shares ended.
    pub shares: fn(&Shares, &Teller) -> String,
    /// Over the ties.
    pub ties: &'static str,
    /// When there were none.
    pub no_ties: &'static str,
    /// Shows all of so many ties.
    pub show_all_ties: fn(usize) -> String,
    /// A tie.
    pub tie: fn(&TieNote, &Teller) -> String,
    /// Over the rules.
    pub rules: &'static str,
    /// How the ballots were counted.
    pub rule: fn(CountingRule) -> &'static str,
    /// How ballots were marked.
    pub ballot: fn(BallotStyle) -> String,
    /// Who comes first among equals, with the public draw.
    pub tie_rule: fn(&str) -> String,
    /// What happens to proposals dearer than the budget, and to blank ballots.
    pub small_rules: &'static str,
    /// That what nobody votes for is not funded.
    pub unsupported: &'static str,
    /// Over the hash of the rules.
    pub seal: &'static str,
    /// What that is for.
    pub seal_hint: &'static str,
    /// When the rules shown do not have that hash.
    pub seal_broken: &'static str,
    /// Over the file of ballots.
    pub file: &'static str,
    /// What is in it.
    pub file_hint: &'static str,
    /// Keeps the file, with its size in bytes.
    pub download: fn(u64) -> String,
    /// Over the file's hash.
    pub sha256: &'static str,
    /// Why the ballots are not published.
    pub too_few: &'static str,
    /// Over another rule.
    pub other: &'static str,
    /// That it is information only.
    pub other_hint: &'static str,
    /// Counts by another rule.
    pub other_button: &'static str,
    /// To more rules and another sum.
    pub other_more: &'static str,
    /// What it would have chosen: how many, for how much.
    pub other_result: fn(CountingRule, usize, &str) -> String,
    /// The same proposals.
    pub other_same: &'static str,
    /// Over those only the other rule would have chosen.
    pub other_gains: &'static str,
    /// Over those it would not have chosen.
    pub other_losses: &'static str,
    /// Back to the result.
    pub to_result: &'static str,
    /// The heading of the page on one proposal.
    pub why_heading: fn(&str) -> String,
    /// There is no such proposal.
    pub no_such: &'static str,
    /// Its supporters and its points.
    pub support: fn(u64, u64, &Teller) -> String,
    /// Its turn in the order of points.
    pub turn: fn(&Turn, u64, &Teller) -> String,
    /// Over what its supporters did with their shares.
    pub why_shares: &'static str,
    /// What shares are.
    pub shares_hint: &'static str,
    /// Works it out.
    pub why_button: &'static str,
    /// What all supporters together had at first.
    pub at_start: fn(u64, &str) -> String,
    /// How it was decided.
    pub decided: fn(&Decided, &Teller) -> String,
    /// Over what its supporters paid for other proposals.
    pub contributions: &'static str,
    /// They paid for nothing else before.
    pub no_contributions: &'static str,
    /// So many of so many supporters paid this much together for that proposal.
    pub contribution: fn(u64, u64, &str, &str) -> String,
    /// Nobody could buy it.
    pub no_shares: &'static str,
    /// To the proposal itself.
    pub read_proposal: fn(&str) -> String,
    /// Words of the recount.
    pub recount: &'static str,
    /// What a recount is.
    pub recount_hint: &'static str,
    /// The heading of the recount page.
    pub recount_heading: fn(&str) -> String,
    /// Starts it.
    pub recount_start: &'static str,
    /// Starts it once more.
    pub recount_again: &'static str,
    /// While the file is on its way.
    pub fetching: &'static str,
    /// While it is counted.
    pub counting: &'static str,
    /// How far it has come.
    pub progress: fn(&Progress, &Teller) -> String,
    /// The bar's name.
    pub progress_bar: &'static str,
    /// Stops it.
    pub cancel: &'static str,
    /// It was stopped.
    pub cancelled: &'static str,
    /// The browser gave up.
    pub broken: &'static str,
    /// Everything agrees.
    pub agrees: &'static str,
    /// Something differs.
    pub differs: &'static str,
    /// Ballots, blank ones, steps, milliseconds.
    pub report: fn(u64, u64, u64, i64) -> String,
    /// The file is the published one.
    pub same_file: &'static str,
    /// The file is another one.
    pub other_file: &'static str,
    /// Over the hash of the file that was counted.
    pub file_here: &'static str,
    /// Over a list of differences.
    pub differences: &'static str,
    /// Other winners: published, here.
    pub other_winners: fn(&str, &str) -> String,
    /// Another sum: published, here.
    pub other_total: fn(&str, &str) -> String,
    /// Another number of ballots: published, here.
    pub other_ballots: fn(u64, u64) -> String,
    /// Another budget: published, here.
    pub other_budget: fn(&str, &str) -> String,
    /// Other rules.
    pub other_rules: &'static str,
    /// The first other step: number, published, here.
    pub other_step: fn(u32, &str, &str) -> String,
    /// Where there is no such step.
    pub no_step: &'static str,
    /// Something else differs.
    pub other_rest: &'static str,
    /// A file that cannot be read.
    pub unreadable: fn(&PbProblem) -> String,
    /// Over the choice of a file.
    pub from_disk: &'static str,
    /// What that is for.
    pub from_disk_hint: &'static str,
    /// Chooses a file.
    pub choose_file: &'static str,
    /// It cannot be read as text.
    pub not_text: &'static str,
    /// Over one's own ballot.
    pub mine: &'static str,
    /// What that is for.
    pub mine_hint: &'static str,
    /// The field for the receipt.
    pub receipt: &'static str,
    /// How to fill it in.
    pub receipt_hint: &'static str,
    /// Not twelve digits.
    pub receipt_wrong: &'static str,
    /// Looks for it.
    pub find: &'static str,
    /// It is there, under this number.
    pub found: fn(&str) -> String,
    /// It is there and blank, under this number.
    pub found_blank: fn(&str) -> String,
    /// It is not there.
    pub not_found: fn(&str) -> String,
}
