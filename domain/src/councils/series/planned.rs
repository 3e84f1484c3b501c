//! What the planner finds for a series, in the words of the series.
use super::{
    Worth,
    problem::{leader_named, place_of, slots_at},
    wire::{
        GroupSeats, NoPlan, Obstacle, Obstacles, OnlyChance, PlanPage, Planned, Sought, WayOut,
    },
};
use crate::{
    councils::{
        Group, SlotKind,
        planner::{
            self, Answer, Answerer, Change, GroupChances, Hindrance, Impossible, Pace, Plan,
            Problem, ProblemFile, Rule, explain, plan,
        },
    },
    ids::{SlotId, StaffId},
};
use std::{
    collections::{BTreeMap, BTreeSet},
    ops::ControlFlow,
};

/// The best plan that was found (最优方案).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Best {
    /// The plan; `None` when none keeps to the needs, or none was found in time.
    pub plan: Option<Plan>,
    /// No plan is better than this.
    pub bound: Worth,
    /// What is told of it.
    pub page: PlanPage,
}

/// A choice that keeps to the needs (选定方案).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Judged {
    /// How good it is.
    pub worth: Worth,
    /// Who leads at each of its times; nobody, where the office finds somebody.
    pub leaders: BTreeMap<SlotId, Option<StaffId>>,
    /// What is told of it.
    pub page: PlanPage,
}

/// Groups of fewer are not told by number.
pub(super) const TOLD_LEAST: u32 = 5;

impl Best {
    /// How good it is.
    pub fn worth(&self) -> Option<Worth> {
        self.plan.as_ref().map(|plan| plan.objective.into())
    }
}

/// The best plan that can be found at this pace.
pub fn best(problem: &Problem, pace: &mut Pace) -> Best {
    told_of(problem, &plan(problem, pace))
}

/// What is told of an answer of the planner.
pub(super) fn told_of(problem: &Problem, answer: &Answer) -> Best {
    let bound = match answer {
        Answer::Optimal { plan } => plan.objective.into(),
        Answer::Bounded { bound, .. } => (*bound).into(),
        Answer::Infeasible { .. } => Worth::default(),
        Answer::NoneFound => most(problem.file()),
    };
    let sought = match answer {
        Answer::Optimal { plan } | Answer::Bounded { plan, .. } => {
            Sought::Found(planned(problem, plan, bound))
        }
        Answer::Infeasible { why } => {
            Sought::Not(NoPlan::Impossible(obstacles(problem.file(), why)))
        }
        Answer::NoneFound => Sought::Not(NoPlan::NotFoundInTime),
    };
    Best { page: page(problem, sought), plan: answer.plan().cloned(), bound }
}

/// What is to be said of a choice; nothing when it breaks one of the needs.
pub fn judge(problem: &Problem, best: &Best, slots: &[SlotId]) -> Option<Judged> {
    let plan = plan_of(problem, slots)?;
    let worth = Worth::from(plan.objective);
    let names = plan.facilitators.iter().map(|name| leader_named(name));
    let leaders = slots_at(problem, &plan.slots).into_iter().zip(names).collect();
    let page = page(problem, Sought::Found(planned(problem, &plan, best.bound.max(worth))));
    Some(Judged { worth, leaders, page })
}

/// As much as any plan could ever be worth, whatever the needs are.
fn most(file: &ProblemFile) -> Worth {
    let can = |one: &Answerer| one.marks().iter().filter(|mark| **mark == b'2').count();
    Worth {
        worst_group_percent: 100,
        n_seated: count(file.residents.len()),
        n_marks: count(file.residents.iter().map(can).sum()),
    }
}

/// The plan that has these times and no others, if it keeps to the needs.
pub(super) fn plan_of(problem: &Problem, slots: &[SlotId]) -> Option<Plan> {
    let places: Option<BTreeSet<usize>> =
        slots.iter().map(|slot| place_of(problem, *slot)).collect();
    let places = places.filter(|places| places.len() == slots.len())?;
    if places.len() != problem.file().k as usize {
        return None;
    }
    // Where nobody is free to lead, no council can be: so only these times are left.
    let only_these = problem.with(|file| {
        let others = file.slots.iter_mut().zip(0..).filter(|(_, at)| !places.contains(at));
        others.for_each(|(slot, _)| slot.facilitators.clear());
    });
    plan(&only_these.ok()?, &mut |_| ControlFlow::Continue(())).plan().cloned()
}

fn page(problem: &Problem, plan: Sought) -> PlanPage {
    let file = problem.file();
    let is_nowhere = |resident: &&Answerer| {
        !file.slots.iter().enumerate().any(|(place, slot)| resident.can_come(place, slot))
    };
    PlanPage {
        checksum: problem.checksum(),
        plan,
        n_nowhere: count(file.residents.iter().filter(is_nowhere).count()),
        n_planned_for: count(file.residents.len()),
    }
}

fn planned(problem: &Problem, plan: &Plan, bound: Worth) -> Planned {
    let explained = explain(problem, plan);
    let chances = slots_at(problem, &plan.slots).into_iter().zip(&explained.sessions);
    Planned {
        slots: slots_at(problem, &plan.slots),
        worth: plan.objective.into(),
        bound,
        only_chance: chances.map(|(slot, session)| (slot, only_chance(session))).collect(),
        groups: explained.groups.iter().filter_map(seats).collect(),
    }
}

fn only_chance(session: &planner::OnlyChance) -> OnlyChance {
    let told = session.by_group.iter().filter(|count| TOLD_LEAST <= count.n);
    let groups = told.filter_map(|count| Some((Group::parse(&count.group)?, count.n)));
    OnlyChance { n: session.only_here, groups: groups.collect() }
}

/// A group in which somebody can come at all.
fn seats(chances: &GroupChances) -> Option<GroupSeats> {
    let n = chances.somewhere;
    (0 < n).then_some(GroupSeats {
        group: Group::parse(&chances.group)?,
        n,
        seated: (TOLD_LEAST <= n).then_some(chances.reached),
        is_counted: chances.is_counted,
    })
}

/// What stands in the way and what would help, in the words of the series.
fn obstacles(file: &ProblemFile, why: &Impossible) -> Obstacles {
    let changes = why.would_help.iter();
    let mut ways_out: Vec<WayOut> = changes.filter_map(|change| way_out(file, change)).collect();
    ways_out.dedup();
    Obstacles {
        n_sessions: file.k,
        in_the_way: why.in_the_way.iter().map(|it| obstacle(file, *it)).collect(),
        ways_out,
        are_all_tried: why.are_all_tried,
    }
}

fn obstacle(file: &ProblemFile, hindrance: Hindrance) -> Obstacle {
    let n_sessions = hindrance.n_sessions;
    match hindrance.rule {
        Rule::Quorum => Obstacle::Quorum { quorum: file.quorum, n_times: n_sessions },
        Rule::Gap => Obstacle::Gap { days: file.min_gap_days, n_sessions },
        Rule::Kinds => Obstacle::MostOfKinds { n_sessions },
        Rule::Facilitators => Obstacle::Facilitation { n_sessions },
    }
}

fn way_out(file: &ProblemFile, change: &Change) -> Option<WayOut> {
    Some(match change {
        Change::Quorum { to } => WayOut::LowerQuorum { quorum: *to },
        Change::Gap { to } => WayOut::SmallerGap { days: *to },
        Change::KindLimit { of, to } => {
            let kind = SlotKind::ALL.into_iter().find(|kind| kind.word() == of)?;
            WayOut::MoreOfKind { slot_kind: kind, most: *to }
        }
        Change::MoreSessionsLed { by, to } => {
            let leader = file.facilitators.iter().find(|leader| leader.id == *by)?;
            WayOut::MoreFacilitation { more: to.saturating_sub(leader.max_sessions) }
        }
        Change::AnotherFacilitator { sessions } => WayOut::MoreFacilitation { more: *sessions },
        Change::Sessions { to } => WayOut::FewerSessions { n: *to },
    })
}

fn count(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}
