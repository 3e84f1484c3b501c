//! Why a time is not in the plan, in the words of the series.
use super::{
    planned::{TOLD_LEAST, plan_of},
    problem::{place_of, slots_at},
    wire::{Instead, NoPlan, OfGroup, Sought, Why, WhyNot},
};
use crate::{
    councils::{
        Group,
        planner::{self, Exchange, GroupCount, Pace, Plan, Problem},
    },
    ids::SlotId,
};

/// Why a time is not in the plan that is told: what the best plan with it would cost whom.
pub fn why_not(problem: &Problem, told: &Sought, slot: SlotId, pace: &mut Pace) -> WhyNot {
    let why = match (place_of(problem, slot), told) {
        (None, _) => Why::NotOffered,
        (Some(_), Sought::Not(NoPlan::Impossible(_))) => Why::Impossible,
        (Some(_), Sought::Not(NoPlan::NotFoundInTime)) => Why::NotFoundInTime,
        (Some(place), Sought::Found(planned)) => match plan_of(problem, &planned.slots) {
            Some(now) => told_of(problem, &now, planner::why_not(problem, &now, place, pace)),
            // It was made from another question.
            None => Why::NotFoundInTime,
        },
    };
    WhyNot { slot, why }
}

/// The planner's reason, in the words of the series.
pub(super) fn told_of(problem: &Problem, now: &Plan, why: planner::WhyNot) -> Why {
    match why {
        planner::WhyNot::ItIsChosen => Why::IsChosen,
        planner::WhyNot::NoSuchSlot => Why::NotOffered,
        planner::WhyNot::BelowQuorum { seated, quorum } => {
            Why::BelowQuorum { n_seated: seated, quorum }
        }
        planner::WhyNot::NobodyLeads => Why::NobodyLeads,
        planner::WhyNot::NoPlanWithIt => Why::Impossible,
        planner::WhyNot::NoneFound => Why::NotFoundInTime,
        planner::WhyNot::Instead(exchange) => Why::Instead(instead(problem, now, &exchange)),
    }
}

fn instead(problem: &Problem, now: &Plan, exchange: &Exchange) -> Instead {
    let all = |counts: &[GroupCount]| counts.iter().map(|count| count.n).sum();
    Instead {
        slots: slots_at(problem, &exchange.plan.slots),
        worth: exchange.plan.objective.into(),
        bound: exchange.bound.into(),
        than: now.objective.into(),
        n_gain: all(&exchange.gain),
        n_lose: all(&exchange.lose),
        gain: exchange.gain.iter().filter_map(of_group).collect(),
        lose: exchange.lose.iter().filter_map(of_group).collect(),
    }
}

fn of_group(count: &GroupCount) -> Option<OfGroup> {
    let n = (TOLD_LEAST <= count.n).then_some(count.n);
    Some(OfGroup { group: Group::parse(&count.group)?, n })
}
