//! Equal shares (等额份额法): everyone has the same part of the budget and pays for their choices.
//!
//! Method of Equal Shares, after Peters, Pierczyński and Skowron, "Proportional Participatory
//! Budgeting with Additive Utilities" (2021). With a completion that raises the shares, the whole
//! count is done afresh for each raise: spending does not rise steadily with the shares, so
//! nothing may be skipped.

mod choose;
mod count;
mod electorate;
mod prices;
mod purchase;
mod purses;
mod run;
mod share;
mod watcher;
mod witness;

use super::rules::{Completion, Exhaustive, Raising, Step, Utility};
use super::shares::{Progress, Shares, StopReason, Stopped};
use super::slate::Slate;
use super::steps::TallyStep;
use super::ties::TieNote;
use count::{Count, Share, Table};
use electorate::Electorate;
use share::share;
pub(super) use watcher::Story;
use witness::{Clerk, Nobody};

/// The result of raising the shares as far as the rule says.
#[derive(Debug)]
pub(super) struct Raised {
    pub winners: Vec<usize>,
    pub steps: Vec<TallyStep>,
    pub ties: Vec<TieNote>,
    pub shares: Shares,
}

/// Counts, raising the shares as the completion says; `n_earlier` steps stand in the tally.
pub(super) fn raise(
    slate: &Slate,
    utility: Utility,
    completion: Completion,
    n_voters: u64,
    n_earlier: usize,
    progress: &mut dyn FnMut(Progress) -> bool,
) -> Result<Raised, Stopped> {
    let electorate = Electorate::new(slate);
    let table = Table { slate, electorate: &electorate, utility, n_voters };
    let raising = completion.raising();
    let (increments, stop) = match raising {
        None => (0, StopReason::NotRaised),
        Some(raising) => raise_while_it_lasts(table, raising, progress)?,
    };
    let share = |increments| share(table, raising, increments);
    let (clerk, winners) = write_down(table, &share(increments), increments, n_earlier);
    let shares =
        Shares { first: share(0).fraction(), last: share(increments).fraction(), increments, stop };
    Ok(Raised { winners, steps: clerk.steps, ties: clerk.ties, shares })
}

/// How often the shares can be raised, and why not once more.
fn raise_while_it_lasts(
    table: Table,
    raising: Raising,
    progress: &mut dyn FnMut(Progress) -> bool,
) -> Result<(u32, StopReason), Stopped> {
    let budget = table.slate.election.budget;
    let mut increments = 0;
    let mut winners = winners(table, &share(table, Some(raising), 0)).winners;
    loop {
        if let Some(stop) = reason_to_stop(table, raising, &winners) {
            return Ok((increments, stop));
        }
        let next = self::winners(table, &share(table, Some(raising), increments + 1));
        if budget < next.spent {
            return Ok((increments, StopReason::Overspend));
        }
        increments += 1;
        winners = next.winners;
        if !progress(Progress { increments, spent: next.spent, budget }) {
            return Err(Stopped);
        }
    }
}

/// The winners with this share for everyone.
fn winners<'a>(table: Table<'a>, share: &Share) -> Count<'a> {
    let mut count = Count::new(table, share);
    count.run(&mut Nobody);
    count
}

/// The same count, with every step written down.
fn write_down(
    table: Table,
    share: &Share,
    increments: u32,
    n_earlier: usize,
) -> (Clerk, Vec<usize>) {
    let slate = table.slate;
    let shared = TallyStep::Shared { voters: table.n_voters, share: share.fraction(), increments };
    let mut clerk = Clerk { steps: vec![shared], ties: Vec::new(), n_earlier };
    let mut count = Count::new(table, share);
    count.run(&mut clerk);
    for project in slate.taking_part() {
        if slate.points[project] == 0 {
            let (project, cost) = (slate.id(project), slate.cost(project));
            clerk.steps.push(TallyStep::NoPoints { project, cost });
        }
    }
    (clerk, count.winners)
}

/// Why these winners leave nothing to raise shares for, if so.
fn reason_to_stop(table: Table, raising: Raising, winners: &[usize]) -> Option<StopReason> {
    let slate = table.slate;
    let left = slate.election.budget.saturating_sub(slate.total_cost(winners));
    let mut lost = slate.taking_part();
    let mut has_won = vec![false; slate.points.len()];
    for &winner in winners {
        has_won[winner] = true;
    }
    let is_out = |project: usize| slate.excluded_by(project, winners).is_some();
    lost.retain(|project| !has_won[*project] && !is_out(*project));
    let fits = |project: &usize| slate.cost(*project) <= left;
    let is_exhaustive = match raising.exhaustive {
        Exhaustive::OfAll => !lost.iter().any(fits),
        Exhaustive::OfSupported => {
            !lost.iter().filter(|project| 0 < slate.points[**project]).any(fits)
        }
        Exhaustive::Never => false,
    };
    let is_settled = |project| has_won[project] || is_out(project);
    let nothing_to_buy = || table.buyable().all(is_settled);
    let nothing_to_raise = raising.step == Step::OnePercent && slate.election.budget == 0;
    if is_exhaustive {
        Some(StopReason::Exhaustive)
    } else if nothing_to_buy() || nothing_to_raise {
        Some(StopReason::All)
    } else {
        None
    }
}
