//! Finished contests from elsewhere, to be read and recounted like our own.

use huiyin_domain::{
    channels::Channel,
    contests::{Contest, ContestRules, ContestTitle, CountState, Event, Origin, Schedule},
    counting::Tally,
    ids::{CommunityId, ContestId, Version},
    money::Money,
    proposals::{Author, Content, FIRST_TEXT, Proposal, Stage},
    residents::Viewer,
    time::Moment,
};

use super::{count::Counted, rows, service};
use crate::{failure::Outcome, here::Here, proposals, store::Tx};

/// A contest that was held and counted.
#[derive(Clone, Debug)]
pub struct Finished {
    /// Its name.
    pub title: ContestTitle,
    /// Where it comes from.
    pub origin: Origin,
    /// The rules it is counted under.
    pub rules: ContestRules,
    /// When its phases were.
    pub schedule: Schedule,
    /// When its result was published.
    pub published_at: Moment,
    /// What was voted on.
    pub proposals: Vec<FinishedProposal>,
    /// The file of its ballots, exactly as it is to be published.
    pub pb_text: String,
    /// The count of that file.
    pub tally: Tally,
    /// How many could have voted.
    pub n_eligible: u32,
}

/// A proposal of such a contest.
#[derive(Clone, Debug)]
pub struct FinishedProposal {
    /// Its id in the file.
    pub ballot_key: String,
    /// What it says.
    pub content: Content,
    /// What it costs.
    pub cost: Money,
}

/// Makes a finished contest of it.
pub fn import_finished(
    tx: &mut Tx<'_>,
    community: CommunityId,
    finished: &Finished,
    now: Moment,
) -> Outcome<ContestId> {
    let here = Here::new(community, Viewer::Guest, now);
    let contest = Contest {
        id: service::next_id(tx, &here)?,
        version: Version::FIRST,
        title: finished.title.clone(),
        rules: finished.rules.clone(),
        schedule: finished.schedule.clone(),
        count: CountState::Published { at: finished.published_at },
        origin: finished.origin.clone(),
        held: None,
    };
    rows::insert(tx, community, &contest)?;
    let event = Event::Created;
    here.record(tx, &rows::stream(contest.id), event.name(), &event, None)?;
    for proposal in &finished.proposals {
        let has_won = finished.tally.winners.contains(&proposal.ballot_key);
        let cost = proposal.cost;
        let proposal = Proposal {
            id: proposals::service::next_id(tx, &here)?,
            version: Version::FIRST,
            contest: contest.id,
            ballot_key: proposal.ballot_key.clone(),
            channel: Channel::App,
            author: Author::Elsewhere,
            content: proposal.content.clone(),
            text: FIRST_TEXT,
            co_authors: Vec::new(),
            review: None,
            merge: None,
            stage: match has_won {
                true => Stage::Won { award: cost },
                false => Stage::NotSelected { cost },
            },
        };
        proposals::rows::insert(tx, community, &proposal)?;
    }
    let counted = Counted::imported(&finished.tally, &finished.pb_text)?;
    super::count::insert(tx, community, contest.id, &counted, finished.n_eligible)?;
    Ok(contest.id)
}
