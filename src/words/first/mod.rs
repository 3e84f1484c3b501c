//! What the first screen and the frame say in the words of other rooms: these few sentences, so
//! that the rooms' own tables are not fetched before somebody enters them.
use super::{contests, councils, helping, ledger, residents, speaking};
use huiyin_domain::contests::Phase;

/// Words borrowed from other rooms, in one tone.
pub struct Words {
    /// In which phase a contest is.
    pub phase: fn(Phase) -> &'static str,
    /// Sends a proposal.
    pub propose: &'static str,
    /// Votes.
    pub vote: &'static str,
    /// Sees what came out.
    pub see_result: &'static str,
    /// Runs a contest.
    pub run: &'static str,
    /// Until when, and how long that is.
    pub until: fn(&str, &str) -> String,
    /// A contest of another place.
    pub imported: fn(&str) -> String,
    /// A contest that was made up.
    pub generated: &'static str,
    /// To the councils.
    pub councils: &'static str,
    /// How many series wait for one's answer.
    pub councils_waiting: fn(usize) -> String,
    /// To the ledger.
    pub ledger: &'static str,
    /// To what one has sent.
    pub mine: &'static str,
    /// A recording on this phone has not arrived yet.
    pub recording_waiting: &'static str,
    /// To it.
    pub recording_open: &'static str,
    /// Around every page, while somebody helps.
    pub banner: helping::Banner,
    /// The help does not reach so far.
    pub not_among: &'static str,
    /// What that means, and for whom.
    pub not_among_means: fn(&str) -> String,
    /// To what was agreed.
    pub see_may: &'static str,
}

const fn borrowed(
    contests: &contests::Words,
    (councils, hub): (&councils::Words, &councils::Hub),
    ledger: &ledger::Words,
    residents: &residents::Words,
    recording: &speaking::Recording,
    (helping, banner): (&helping::Helping, helping::Banner),
) -> Words {
    Words {
        phase: contests.phase,
        propose: contests.propose,
        vote: contests.vote,
        see_result: contests.see_result,
        run: contests.run,
        until: contests.until,
        imported: contests.imported,
        generated: contests.generated,
        councils: councils.heading,
        councils_waiting: hub.waiting,
        ledger: ledger.see,
        mine: residents.mine,
        recording_waiting: recording.waiting,
        recording_open: recording.waiting_open,
        banner,
        not_among: helping.not_among,
        not_among_means: helping.not_among_means,
        see_may: helping.see_may,
    }
}

/// In Chinese.
pub const CHINESE: Words = borrowed(
    &contests::CHINESE,
    (&councils::CHINESE, &councils::zh::HUB),
    &ledger::CHINESE,
    &residents::CHINESE,
    &speaking::zh::RECORDING,
    (&helping::zh::HELPING, helping::zh::BANNER),
);

/// In plain Chinese.
pub const PLAIN: Words = borrowed(
    &contests::PLAIN,
    (&councils::PLAIN, &councils::zh::HUB),
    &ledger::PLAIN,
    &residents::PLAIN,
    &speaking::zh::RECORDING,
    (&helping::zh::HELPING, helping::zh::BANNER),
);

/// In English.
pub const ENGLISH: Words = borrowed(
    &contests::ENGLISH,
    (&councils::ENGLISH, &councils::en::HUB),
    &ledger::ENGLISH,
    &residents::ENGLISH,
    &speaking::en::RECORDING,
    (&helping::en::HELPING, helping::en::BANNER),
);
