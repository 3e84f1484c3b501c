//! Words of what is printed: the proposal form, the guide to a ballot, the form of times.
mod en;
mod zh;

pub use en::ENGLISH;
pub use zh::CHINESE;

use crate::words::Room;
use huiyin_domain::channels::Channel;
use std::collections::BTreeMap;

said!(Who: zh::WHO, en::WHO);
said!(Office: zh::OFFICE, en::OFFICE);
said!(ProposalSheet: zh::PROPOSAL, en::PROPOSAL);
said!(BallotSheet: zh::BALLOT, en::BALLOT);
said!(TimesSheet: zh::TIMES, en::TIMES);

/// Words of printed pages, in one language.
pub struct Words {
    /// Prints.
    pub print: &'static str,
    /// What pressing it does, and what can be done without a printer.
    pub print_means: &'static str,
    /// The number of a form.
    pub form_number: fn(&str) -> String,
    /// Which of the three forms: on the button that leads to it, and as its title.
    pub proposal_open: &'static str,
    /// The same for the guide.
    pub ballot_open: &'static str,
    /// The same for the times.
    pub times_open: &'static str,
    /// Write large, leave out what is not known.
    pub how_to_fill: &'static str,
    /// Where to bring it.
    pub where_to: &'static str,
    /// Until which day.
    pub until: fn(&str) -> String,
    /// At no fixed day.
    pub until_any: &'static str,
    /// The hot-line.
    pub or_call: fn(&str, &str) -> String,
    /// What the QR leads to.
    pub on_phone: &'static str,
    /// How many came on which way, as parts of the whole.
    pub ways_in: fn(&BTreeMap<Channel, u32>) -> String,
    /// On which way one came.
    pub way_in: fn(Channel) -> String,
    /// Who somebody is.
    pub who: Room<Who>,
    /// For the office.
    pub office: Room<Office>,
    /// The proposal form.
    pub proposal: Room<ProposalSheet>,
    /// The guide to a ballot.
    pub ballot: Room<BallotSheet>,
    /// The form of times.
    pub times: Room<TimesSheet>,
}

/// Who somebody is.
pub struct Who {
    /// Their name.
    pub name: &'static str,
    /// Where they live, or their letter's number.
    pub home: &'static str,
    /// Never the whole code.
    pub home_hint: &'static str,
}

/// What the office fills in.
pub struct Office {
    /// Over the box.
    pub heading: &'static str,
    /// When and how it came, with lines.
    pub received: &'static str,
    /// It came on paper.
    pub by_paper: &'static str,
    /// It came by phone.
    pub by_phone: &'static str,
    /// Entered under which number, when, by whom, with lines.
    pub entered: &'static str,
    /// Entered when, by whom, with lines.
    pub entered_times: &'static str,
}

/// The proposal form.
pub struct ProposalSheet {
    /// Its title.
    pub title: &'static str,
    /// The questions, numbered: what.
    pub what: &'static str,
    /// Where.
    pub place: &'static str,
    /// Why.
    pub why: &'static str,
    /// The requests.
    pub requests: &'static str,
    /// They may be left out.
    pub requests_hint: &'static str,
    /// The cost.
    pub cost: &'static str,
    /// A line for the amount.
    pub cost_line: &'static str,
    /// Nobody needs to know.
    pub cost_unknown: &'static str,
    /// How to be reached.
    pub reach: &'static str,
    /// By phone, with a line.
    pub reach_phone: &'static str,
    /// At home.
    pub reach_home: &'static str,
    /// Not necessary.
    pub reach_none: &'static str,
    /// Over the consent.
    pub consent: &'static str,
    /// What one agrees to.
    pub consent_line: &'static str,
    /// Signature and day, with lines.
    pub sign: &'static str,
    /// What happens with it.
    pub then: &'static str,
    /// Why it cannot be printed now.
    pub closed: &'static str,
}

/// The guide to a ballot.
pub struct BallotSheet {
    /// Its title.
    pub title: &'static str,
    /// This is no ballot.
    pub not_a_ballot: &'static str,
    /// The list may still change.
    pub may_change: &'static str,
    /// There is nothing on it yet.
    pub nothing: &'static str,
    /// How many there are, and how many one may choose.
    pub how_many: fn(usize, Option<u32>) -> String,
    /// Within which amount one chooses.
    pub within: fn(&str) -> String,
    /// How many points one has, and the most for one proposal.
    pub points: fn(u32, u32) -> String,
    /// How many one puts in order.
    pub order: fn(u32) -> String,
    /// For one's own mark.
    pub my_mark: &'static str,
    /// Where, of a proposal.
    pub place: fn(&str) -> String,
    /// What it costs.
    pub cost: fn(&str) -> String,
    /// Why.
    pub why: fn(&str) -> String,
    /// Over how to vote.
    pub how: &'static str,
    /// By phone or computer.
    pub how_phone: &'static str,
    /// At the office.
    pub how_office: fn(&str) -> String,
    /// Nobody learns what one chose.
    pub secret: &'static str,
    /// From when.
    pub opens: fn(&str) -> String,
    /// Until when.
    pub closes: fn(&str) -> String,
    /// No date is known.
    pub no_date: &'static str,
}

/// The form of times.
pub struct TimesSheet {
    /// Its title.
    pub title: &'static str,
    /// What it is for.
    pub what_for: &'static str,
    /// How to mark it.
    pub how: &'static str,
    /// Any time is fine.
    pub any: &'static str,
    /// None is.
    pub none: &'static str,
    /// It can be changed.
    pub change: &'static str,
}
