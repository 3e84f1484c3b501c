//! The guide to a ballot, to be printed and read at home.

use huiyin_domain::{
    ballots::guide::{BallotGuide, GuideLine, beginning},
    contests::Phase,
    ids::ContestId,
    proposals::Proposal,
};

use crate::{contests, failure::Outcome, here::Here, proposals, store::Tx};

/// What can be voted for in a contest, with how the reasons begin.
pub fn guide(tx: &mut Tx<'_>, here: &Here, id: ContestId) -> Outcome<BallotGuide> {
    let contest = contests::judge::visible(tx, here, id)?;
    let proposals = proposals::rows::on_ballot(tx, here.community, id)?;
    Ok(BallotGuide {
        contest: id,
        title: contest.title.to_string(),
        phase: contest.phase(here.now),
        opens: contest.schedule.start(Phase::Voting),
        closes: contest.schedule.start(Phase::Counting),
        rules: contest.rules,
        proposals: proposals.into_iter().map(line).collect(),
    })
}

fn line(proposal: Proposal) -> GuideLine {
    GuideLine {
        id: proposal.id,
        title: proposal.content.title.to_string(),
        place: proposal.content.place.to_string(),
        cost: proposal.stage.cost(),
        why: beginning(proposal.content.why.as_str()),
    }
}
