//! What organisers do with contests.

use std::collections::BTreeMap;

use huiyin_domain::{
    contests::{
        self, Command, Contest, Event, RulesForm,
        reserve::{self, ReserveCommand},
        wire::ContestPage,
    },
    counting::Tally,
    ids::{ContestId, ProposalId, Version},
    proposals::Proposal,
    refusals::Refusal,
};

use super::{
    count,
    judge::{at_version, decide},
    pages, result, rows,
};
use crate::{
    failure::{Failure, Outcome},
    here::Here,
    proposals,
    store::{Tx, counters},
};

/// The number of a new contest.
pub fn next_id(tx: &mut Tx<'_>, here: &Here) -> Outcome<ContestId> {
    let id = counters::next(tx, here.community_id(), "contest")?;
    let id = u32::try_from(id).map_err(|_| Failure::Broken(format!("contest {id}")))?;
    Ok(ContestId(id))
}

/// Sets a contest up.
pub fn create(tx: &mut Tx<'_>, here: &Here, form: &RulesForm) -> Outcome<ContestId> {
    contests::may_create(&here.viewer)?;
    let new = form.parse()?;
    let contest = contests::create(new, next_id(tx, here)?);
    rows::insert(tx, here.community, &contest)?;
    let event = Event::Created;
    here.record(tx, &rows::stream(contest.id), event.name(), &event, None)?;
    Ok(contest.id)
}

/// Does what an organiser asks.
///
/// Counting is done in the same transaction here; a server with others waiting counts outside
/// with [`count`] and stores with [`store_count`].
pub fn command(
    tx: &mut Tx<'_>,
    here: &Here,
    id: ContestId,
    version: Version,
    command: Command,
) -> Outcome<ContestPage> {
    if command == Command::Count {
        let ready = count::prepare(tx, here, id, version)?;
        let counted = count::count(&ready)?;
        return store_count(tx, here, id, version, &counted);
    }
    let contest = at_version(tx, here, id, version)?;
    let event = decide(tx, here, &contest, command)?;
    if event == Event::Published {
        let tally = result::tally(tx, here, id)?.ok_or(Failure::MISSING)?;
        announce(tx, here, &contest, &tally)?;
    }
    finish(tx, here, &contest, &event)
}

/// Stores a count that was made of the contest at this version.
pub fn store_count(
    tx: &mut Tx<'_>,
    here: &Here,
    id: ContestId,
    version: Version,
    counted: &count::Counted,
) -> Outcome<ContestPage> {
    let contest = at_version(tx, here, id, version)?;
    let event = decide(tx, here, &contest, Command::Count)?;
    count::store(tx, here, id, counted)?;
    finish(tx, here, &contest, &event)
}

fn finish(tx: &mut Tx<'_>, here: &Here, contest: &Contest, event: &Event) -> Outcome<ContestPage> {
    let after = contests::apply(contest, event, here.now);
    rows::change(tx, here, contest.version, &after, event)?;
    pages::page_of(tx, here, after)
}

/// The consequences of publishing: every proposal on the ballot learns what became of it.
fn announce(tx: &mut Tx<'_>, here: &Here, contest: &Contest, tally: &Tally) -> Outcome<()> {
    let on_ballot = proposals::rows::on_ballot(tx, here.community, contest.id)?;
    let events = reserve::after_count(&contest.rules, tally, &on_ballot).map_err(Refusal::from)?;
    let by_number: BTreeMap<ProposalId, &Proposal> =
        on_ballot.iter().map(|proposal| (proposal.id, proposal)).collect();
    for (id, event) in events {
        let Some(proposal) = by_number.get(&id) else { continue };
        proposals::service::happen(tx, here, proposal, &event)?;
    }
    Ok(())
}

/// Lets a winner drop out, or the next one of the reserve list come up.
pub fn reserve(
    tx: &mut Tx<'_>,
    here: &Here,
    id: ContestId,
    command: ReserveCommand,
) -> Outcome<ContestPage> {
    let contest = super::judge::visible(tx, here, id)?;
    let all = proposals::rows::on_ballot(tx, here.community, id)?;
    let about = command.proposal();
    let event = reserve::decide_reserve(&here.viewer, here.now, &contest, &all, command)?;
    let proposal = all.iter().find(|it| it.id == about).ok_or(Failure::MISSING)?;
    proposals::service::happen(tx, here, proposal, &event)?;
    pages::page_of(tx, here, contest)
}
