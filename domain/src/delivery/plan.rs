//! The plan: steps with days, in order, none of them in the past.
use super::DeliveryRefusal;
use crate::{
    problems::{FieldFault, FieldProblem},
    time::{Day, Moment, iso_day, parse_day},
    words::Words,
};
use serde::{Deserialize, Serialize};

/// What is to be done, in one sentence.
pub type MilestoneTitle = Words<60>;

/// Most steps in a plan.
pub const MILESTONES_MAX: usize = 12;

/// A step (里程碑) as it is planned.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Planned {
    /// What.
    pub title: MilestoneTitle,
    /// By the end of this day.
    #[serde(with = "iso_day")]
    pub due: Day,
}

impl Planned {
    /// Reads a step from what was typed; the problems name the fields of row `n`, from nought.
    pub fn parse(n: usize, title: &str, due: &str) -> Result<Self, Vec<FieldProblem>> {
        let name = |field: &str| format!("milestones.{n}.{field}");
        let title = MilestoneTitle::parse(title)
            .map_err(|why| FieldProblem { field: name("title"), fault: FieldFault::Words(why) });
        let due = parse_day(due.trim())
            .ok_or_else(|| FieldProblem { field: name("due"), fault: FieldFault::Date });
        match (title, due) {
            (Ok(title), Ok(due)) => Ok(Self { title, due }),
            (title, due) => Err([title.err(), due.err()].into_iter().flatten().collect()),
        }
    }
}

/// A step of a project.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Milestone {
    /// What.
    pub title: MilestoneTitle,
    /// By the end of this day.
    #[serde(with = "iso_day")]
    pub due: Day,
    /// When it was reported as done.
    pub reached: Option<Moment>,
}

impl From<Planned> for Milestone {
    fn from(planned: Planned) -> Self {
        Self { title: planned.title, due: planned.due, reached: None }
    }
}

/// The first step, from one, that has the title of another before it. By its title it is told
/// which one is done.
pub fn said_twice(plan: &[Planned]) -> Option<u32> {
    let mut steps = (1_u32..).zip(plan).enumerate();
    let twice =
        steps.find(|(at, (_, step))| plan.iter().take(*at).any(|it| it.title == step.title));
    twice.map(|(_, (n, _))| n)
}

/// Can these steps be planned today? There is one at least, each has a title of its own, none lies
/// in the past, and each comes on the day of the one before or later.
pub fn check_plan(plan: &[Planned], today: Day) -> Result<(), DeliveryRefusal> {
    if plan.is_empty() {
        return Err(DeliveryRefusal::NoMilestones);
    }
    if plan.len() > MILESTONES_MAX {
        return Err(DeliveryRefusal::TooManyMilestones { max: MILESTONES_MAX as u32 });
    }
    if let Some(n) = said_twice(plan) {
        return Err(DeliveryRefusal::MilestoneSaidTwice { n });
    }
    let mut before = today;
    for (n, step) in (1_u32..).zip(plan) {
        if step.due < today {
            return Err(DeliveryRefusal::MilestonePast { n, today });
        }
        if step.due < before {
            return Err(DeliveryRefusal::MilestonesOutOfOrder { n });
        }
        before = step.due;
    }
    Ok(())
}

/// The plan when what is not done yet is planned anew: what is done stays as it is.
pub(super) fn planned_anew(plan: &[Milestone], rest: &[Planned]) -> Vec<Milestone> {
    let done = plan.iter().filter(|milestone| milestone.reached.is_some()).cloned();
    done.chain(rest.iter().cloned().map(Milestone::from)).collect()
}
