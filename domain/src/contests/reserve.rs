//! Awards and the reserve list (储备名单): who gets money, who comes up when a winner drops out,
//! and that nothing is ever given above the cap or the budget.
use super::{Contest, ContestRefusal, ContestRules, Origin, Phase, Reason};
use crate::{
    counting::{Tally, losers_in_order},
    ids::ProposalId,
    money::Money,
    proposals::{Event, Proposal, Stage},
    refusals::Refusal,
    residents::Viewer,
    time::Moment,
};
use huiyin_derive::ReadTagged;
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// What the office can ask of the winners and of the reserve list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ReadTagged)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum ReserveCommand {
    /// A winner drops out and gives its award back (退出).
    GiveBack {
        /// Which.
        proposal: ProposalId,
        /// Why, for everybody to read.
        reason: Reason,
    },
    /// The next one of the reserve list comes up (递补).
    CallUp {
        /// Which.
        proposal: ProposalId,
        /// Why, for everybody to read.
        reason: Reason,
    },
}

impl ReserveCommand {
    /// Which proposal it is about.
    pub fn proposal(&self) -> ProposalId {
        match self {
            Self::GiveBack { proposal, .. } | Self::CallUp { proposal, .. } => *proposal,
        }
    }
}

/// The award that a proposal holds now, if it holds one. What a stopped project did not spend
/// goes back to the community, and not to the reserve list.
pub fn award_of(stage: &Stage) -> Option<Money> {
    match stage {
        Stage::Won { award }
        | Stage::InDelivery { award }
        | Stage::Delivered { award }
        | Stage::Stopped { award, .. } => Some(*award),
        Stage::Submitted
        | Stage::Returned { .. }
        | Stage::CoSigning
        | Stage::Qualified
        | Stage::UnderReview
        | Stage::Shortlisted { .. }
        | Stage::NotFeasible { .. }
        | Stage::OutOfScope { .. }
        | Stage::MergedInto { .. }
        | Stage::Withdrawn
        | Stage::Reserve { .. }
        | Stage::GivenBack { .. }
        | Stage::NotSelected { .. } => None,
    }
}

/// What is awarded to all of these together.
pub fn awarded(proposals: &[Proposal]) -> Money {
    let awards = proposals.iter().filter_map(|proposal| award_of(&proposal.stage));
    Money::fen(awards.fold(0, |sum, award| sum.saturating_add(award.in_fen())))
}

/// What is left of the budget.
pub fn left(rules: &ContestRules, awarded: Money) -> Money {
    rules.budget.minus(awarded).unwrap_or(Money::fen(0))
}

/// May so much be given, when so much is awarded already?
pub fn may_award(rules: &ContestRules, awarded: Money, award: Money) -> Result<(), ContestRefusal> {
    if award > rules.cap {
        return Err(ContestRefusal::AwardAboveCap { cap: rules.cap });
    }
    let left = left(rules, awarded);
    if award > left { Err(ContestRefusal::AwardAboveBudget { left }) } else { Ok(()) }
}

/// A winner that does not go together with this one, other than the one that drops out.
fn stands_against(
    rules: &ContestRules,
    winners: &[ProposalId],
    one: ProposalId,
    out: Option<ProposalId>,
) -> Option<ProposalId> {
    let staying = winners.iter().copied().filter(|winner| Some(*winner) != out);
    staying.into_iter().find(|winner| !rules.go_together(*winner, one))
}

/// What publishing makes of everything that was voted on: winners with their awards, the reserve
/// list in the order of the count, and the rest. Refused where an award would go too high.
pub fn after_count(
    rules: &ContestRules,
    tally: &Tally,
    on_ballot: &[Proposal],
) -> Result<Vec<(ProposalId, Event)>, ContestRefusal> {
    let mut given = Money::fen(0);
    let mut winners: Vec<(ProposalId, Money)> = Vec::new();
    let has_won: BTreeSet<&String> = tally.winners.iter().collect();
    for proposal in on_ballot.iter().filter(|it| has_won.contains(&it.ballot_key)) {
        let Some(award) = proposal.stage.cost() else { continue };
        may_award(rules, given, award)?;
        given = given.plus(award).unwrap_or(given);
        winners.push((proposal.id, award));
    }
    let reserve = reserve_of(rules, tally, on_ballot, &winners, left(rules, given));
    let awards: BTreeMap<ProposalId, Money> = winners.iter().copied().collect();
    let events = on_ballot.iter().filter(|it| it.stage.cost().is_some()).map(|proposal| {
        let place = reserve.iter().position(|id| *id == proposal.id);
        let award = awards.get(&proposal.id).copied();
        let event = match (award, place) {
            (Some(award), _) => Event::Won { award },
            (None, Some(place)) => Event::Reserved { place: place as u32 + 1 },
            (None, None) => Event::NotSelected,
        };
        (proposal.id, event)
    });
    Ok(events.collect())
}

/// The reserve list: losers in the order of the count who would fit if one winner dropped out.
fn reserve_of(
    rules: &ContestRules,
    tally: &Tally,
    on_ballot: &[Proposal],
    winners: &[(ProposalId, Money)],
    left: Money,
) -> Vec<ProposalId> {
    let ids: Vec<ProposalId> = winners.iter().map(|(id, _)| *id).collect();
    let could_come_up = |proposal: &Proposal| {
        let Some(cost) = proposal.stage.cost() else { return false };
        winners.iter().any(|(out, award)| {
            let fits = left.plus(*award).is_some_and(|room| cost <= room);
            fits && stands_against(rules, &ids, proposal.id, Some(*out)).is_none()
        }) && cost <= rules.cap
    };
    let losers = losers_in_order(tally).into_iter();
    let by_key: BTreeMap<&str, &Proposal> =
        on_ballot.iter().map(|proposal| (proposal.ballot_key.as_str(), proposal)).collect();
    let losers = losers.filter_map(|it| by_key.get(it.project.as_str()).copied());
    let up = losers.filter(|proposal| could_come_up(proposal)).map(|proposal| proposal.id);
    up.take(rules.reserve_places() as usize).collect()
}

/// Can this one of the reserve list come up now?
fn may_come_up(
    rules: &ContestRules,
    all: &[Proposal],
    one: &Proposal,
) -> Result<Money, ContestRefusal> {
    let Stage::Reserve { cost, .. } = one.stage else { return Err(ContestRefusal::NotInReserve) };
    may_award(rules, awarded(all), cost)?;
    let winners = all.iter().filter(|it| award_of(&it.stage).is_some()).map(|it| it.id);
    let winners: Vec<ProposalId> = winners.collect();
    match stands_against(rules, &winners, one.id, None) {
        Some(proposal) => Err(ContestRefusal::GoesNotWith { proposal }),
        None => Ok(cost),
    }
}

/// Who on the reserve list comes up next: the first who fits into what is left now.
pub fn next_up<'a>(rules: &ContestRules, all: &'a [Proposal]) -> Option<&'a Proposal> {
    let mut waiting: Vec<(u32, &Proposal)> = all.iter().filter_map(place_of).collect();
    waiting.sort_by_key(|(place, _)| *place);
    let mut waiting = waiting.into_iter().map(|(_, proposal)| proposal);
    waiting.find(|proposal| may_come_up(rules, all, proposal).is_ok())
}

fn place_of(proposal: &Proposal) -> Option<(u32, &Proposal)> {
    if let Stage::Reserve { place, .. } = proposal.stage { Some((place, proposal)) } else { None }
}

/// Can a winner drop out, or another come up, at this time? Once the result stands and until the
/// contest ends: not while an objection to it has no answer, not once its last day is set, and
/// never in a contest that was held elsewhere.
pub fn is_time(contest: &Contest, now: Moment) -> Result<(), Refusal> {
    if !contest.is_published() {
        return Err(Refusal::NotCountedYet);
    }
    if let Some(held) = contest.held {
        return Err(ContestRefusal::Unanswered { n: held.n_open }.into());
    }
    let phase = contest.phase(now);
    let stands = matches!(phase, Phase::Results | Phase::Implementing);
    // By then every project has ended, and what came up could not be carried out any more.
    let last_day = contest.schedule.start(Phase::Closed);
    if stands && last_day.is_none() && contest.origin == Origin::Here {
        return Ok(());
    }
    let next_at = if stands { last_day } else { contest.ends(now) };
    Err(Refusal::NotInThisPhase { phase, next_at })
}

/// May this person look after the winners and the reserve list now?
pub fn may_call_up(by: &Viewer, now: Moment, contest: &Contest) -> Result<(), Refusal> {
    match by {
        Viewer::Guest => return Err(Refusal::SignInFirst),
        Viewer::Resident { .. } => return Err(Refusal::OrganiserOnly),
        Viewer::Staff { .. } => by.organiser().map(drop).ok_or(Refusal::OrganiserOnly)?,
    }
    is_time(contest, now)
}

/// What a command does to its proposal, or why it is refused; `all` are those that were voted on.
pub fn decide_reserve(
    by: &Viewer,
    now: Moment,
    contest: &Contest,
    all: &[Proposal],
    command: ReserveCommand,
) -> Result<Event, Refusal> {
    may_call_up(by, now, contest)?;
    let refused = |why| Refusal::Contest { why };
    let id = command.proposal();
    let proposal = all.iter().find(|it| it.id == id);
    let proposal = proposal.ok_or(Refusal::NoSuchProposal { proposal: id })?;
    match command {
        ReserveCommand::GiveBack { reason, .. } => {
            // Once it is being carried out, it can be stopped, and no longer given back.
            let Stage::Won { award } = proposal.stage else {
                return Err(refused(ContestRefusal::NotAWinner));
            };
            Ok(Event::GivenBack { award, reason })
        }
        ReserveCommand::CallUp { reason, .. } => {
            let award = may_come_up(&contest.rules, all, proposal).map_err(refused)?;
            match next_up(&contest.rules, all) {
                Some(first) if first.id != id => {
                    Err(refused(ContestRefusal::OthersFirst { proposal: first.id }))
                }
                Some(_) | None => Ok(Event::CalledUp { award, reason }),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        contests::{
            CountState, Held,
            sample::{self, at},
        },
        ids::StaffId,
        residents::StaffRole,
    };

    /// Its result was published on the twentieth day, and stands from the twenty-third.
    fn contest() -> Contest {
        let mut contest = sample::contest();
        let noticed = contest.schedule.entered(Phase::Notice, at(5));
        let objection = noticed.entered(Phase::Objection, at(20));
        contest.schedule = objection.with(Phase::Results, at(23)).unwrap();
        contest.count = CountState::Published { at: at(20) };
        contest
    }

    fn not_now(phase: Phase, next_at: Option<Moment>) -> Result<(), Refusal> {
        Err(Refusal::NotInThisPhase { phase, next_at })
    }

    #[test]
    fn awards_move_once_the_result_stands_and_until_the_last_day_is_set() {
        let mut contest = contest();
        assert_eq!(is_time(&contest, at(22)), not_now(Phase::Objection, Some(at(23))));
        assert_eq!(is_time(&contest, at(23)), Ok(()));
        contest.schedule = contest.schedule.with(Phase::Implementing, at(30)).unwrap();
        assert_eq!(is_time(&contest, at(31)), Ok(()));
        let last = contest.schedule.with(Phase::Closed, at(60)).unwrap();
        let ending = Contest { schedule: last, ..contest };
        assert_eq!(is_time(&ending, at(31)), not_now(Phase::Implementing, Some(at(60))));
        assert_eq!(is_time(&ending, at(61)), not_now(Phase::Closed, None));
        let counted = CountState::Counted { at: at(20) };
        let unpublished = Contest { count: counted, ..ending };
        assert_eq!(is_time(&unpublished, at(31)), Err(Refusal::NotCountedYet));
    }

    #[test]
    fn no_award_moves_while_an_objection_waits_or_where_another_place_has_voted() {
        let held = Some(Held { in_phase: Phase::Objection, n_open: 1 });
        let held = Contest { held, ..contest() };
        let why = ContestRefusal::Unanswered { n: 1 };
        assert_eq!(is_time(&held, at(31)), Err(Refusal::Contest { why }));
        let (file, place) = ("poland.pb".to_owned(), "Warszawa".to_owned());
        for origin in [Origin::Imported { file, place }, Origin::Generated] {
            let elsewhere = Contest { origin, ..contest() };
            assert_eq!(is_time(&elsewhere, at(31)), not_now(Phase::Results, None));
        }
    }

    #[test]
    fn only_the_office_moves_awards() {
        let office = Viewer::Staff { id: StaffId(1), role: StaffRole::Organiser };
        assert_eq!(may_call_up(&Viewer::Guest, at(31), &contest()), Err(Refusal::SignInFirst));
        assert_eq!(may_call_up(&office, at(31), &contest()), Ok(()));
        let early = may_call_up(&office, at(22), &contest());
        assert_eq!(early, not_now(Phase::Objection, Some(at(23))));
    }
}
