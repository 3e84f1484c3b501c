//! Echo: what is sent in a contest has our promise too, under the same number; the contest
//! decides, and the promise follows.

use huiyin_domain::{
    contests::Contest,
    feedback::{self, Content, Kind, contest_due},
    ids::{ProposalId, SubmissionId},
    proposals::{Event, Proposal},
};

use super::{days, rows, service};
use crate::{contests, failure::Outcome, here::Here, proposals::service::Incoming, store::Tx};

/// Promises an answer to a proposal that has just come in.
///
/// What a helper has sent stands in the log of their help as the proposal, and not once more.
pub fn begin(
    tx: &mut Tx<'_>,
    here: &Here,
    contest: &Contest,
    id: ProposalId,
    incoming: &Incoming,
) -> Outcome<()> {
    let days = days::of(tx, here.community)?;
    let sent_on = incoming.sent_at.in_china().date();
    let due = contest_due(contest, days, sent_on, here.calendar);
    let what = Kind::InContest { contest: contest.id };
    let content = Content::of_proposal(&incoming.content);
    let sent = service::sent(here, (what, content), incoming.sent_at, days, due);
    let sent = feedback::Sent { channel: incoming.channel, ..sent };
    service::begin(tx, &here.without_help(), SubmissionId(id.0), Some(incoming.author), &sent)
}

/// Lets the promise follow what has happened to its proposal, which is now this. What was imported
/// has none.
pub fn follow(tx: &mut Tx<'_>, here: &Here, proposal: &Proposal, event: &Event) -> Outcome<()> {
    let id = SubmissionId(proposal.id.0);
    let Some(kept) = rows::find(tx, here.community, id)? else { return Ok(()) };
    let submission = kept.submission;
    let contest = contests::rows::load(tx, here.community, proposal.contest)?;
    let sent_on = submission.sent_at.in_china().date();
    let due = contest_due(&contest, submission.days, sent_on, here.calendar);
    let text = &proposal.content;
    match feedback::echo(&submission, event, text, due, here.now, here.calendar) {
        Some(event) => service::happen(tx, &here.without_help(), &submission, &event).map(drop),
        None => Ok(()),
    }
}
