//! Who may do what with a series, and when.
use super::{Found, Series, Stage};
use crate::{
    calendar::WorkCalendar,
    councils::CouncilRefusal,
    ids::{ResidentId, StaffId},
    refusals::Refusal,
    residents::Viewer,
    time::{Day, Moment},
};
use serde::{Deserialize, Serialize};

/// The circumstances of a decision: who asks, when, and what the service has loaded.
#[derive(Clone, Copy, Debug)]
pub struct Scene<'a> {
    /// Who asks.
    pub by: &'a Viewer,
    /// When.
    pub now: Moment,
    /// Which days are working days.
    pub calendar: &'a WorkCalendar,
    /// How many residents have answered.
    pub n_answers: u32,
    /// Are all of its councils over?
    pub is_over: bool,
    /// What the planner says, for the command that chooses the times.
    pub found: Option<&'a Found>,
}

/// What a person may do with a series next.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Offer {
    /// Say when one can come.
    Answer,
    /// Mend its title and what it is for.
    Describe,
    /// Choose its topics.
    ChooseTopics,
    /// Say what a plan has to keep to.
    SetNeeds,
    /// Add times.
    AddSlots,
    /// Take a time out.
    WithdrawSlot,
    /// Ask residents.
    OpenPoll,
    /// Ask longer.
    ExtendPoll,
    /// Choose the times.
    Schedule,
    /// End it.
    Close,
    /// Give it up.
    Cancel,
}

impl Scene<'_> {
    /// The day on the wall calendar.
    pub fn today(&self) -> Day {
        self.now.in_china().date()
    }
}

/// May this person begin a series, and tend one?
pub fn may_tend(by: &Viewer) -> Result<StaffId, Refusal> {
    match by {
        Viewer::Guest => Err(Refusal::SignInFirst),
        Viewer::Resident { .. } | Viewer::Staff { .. } => {
            by.organiser().ok_or(Refusal::OrganiserOnly)
        }
    }
}

/// May this person begin a series?
pub fn may_begin(by: &Viewer) -> Result<StaffId, Refusal> {
    may_tend(by)
}

/// May this person support a topic (支持议题)? Every resident, as long as it stands.
pub fn may_support(by: &Viewer) -> Result<ResidentId, Refusal> {
    match by {
        Viewer::Guest => Err(Refusal::SignInFirst),
        Viewer::Staff { .. } => Err(Refusal::ResidentsOnly),
        Viewer::Resident { id } => Ok(*id),
    }
}

/// May answers be taken now? For what came on paper, `at` is the day it was received.
pub fn may_answer(series: &Series, at: Moment) -> Result<(), Refusal> {
    match series.stage {
        Stage::Polling { until } if at <= until => Ok(()),
        Stage::Polling { until } => Err(CouncilRefusal::PollClosed { at: until }.into()),
        Stage::TopicsOpen
        | Stage::Scheduled { .. }
        | Stage::Closed { .. }
        | Stage::Cancelled { .. } => Err(not_at_this_stage(series)),
    }
}

/// May this person see what others answered? Not before they have answered: nobody is to follow
/// the crowd.
pub fn may_see_totals(by: &Viewer, series: &Series, has_answered: bool, now: Moment) -> bool {
    let is_open = matches!(series.stage, Stage::Polling { until } if now <= until);
    by.organiser().is_some() || has_answered || !is_open
}

pub(super) fn not_at_this_stage(series: &Series) -> Refusal {
    CouncilRefusal::SeriesNotAtThisStage { stage: series.stage.kind() }.into()
}

/// May it still be planned: are no times chosen, and is it not given up?
pub(super) fn may_plan(scene: &Scene, series: &Series) -> Result<(), Refusal> {
    may_tend(scene.by)?;
    match series.stage {
        Stage::TopicsOpen | Stage::Polling { .. } => Ok(()),
        Stage::Scheduled { .. } | Stage::Closed { .. } | Stage::Cancelled { .. } => {
            Err(not_at_this_stage(series))
        }
    }
}

/// May residents be asked now?
pub(super) fn may_open_poll(scene: &Scene, series: &Series) -> Result<(), Refusal> {
    may_plan(scene, series)?;
    match series.stage {
        Stage::TopicsOpen if series.offered().is_empty() => Err(CouncilRefusal::NoSlots.into()),
        Stage::TopicsOpen => enough_slots(series),
        Stage::Polling { .. }
        | Stage::Scheduled { .. }
        | Stage::Closed { .. }
        | Stage::Cancelled { .. } => Err(not_at_this_stage(series)),
    }
}

pub(super) fn enough_slots(series: &Series) -> Result<(), Refusal> {
    let offered = u32::try_from(series.offered().len()).unwrap_or(u32::MAX);
    let needed = series.needs.n_sessions;
    if offered < needed {
        Err(CouncilRefusal::FewerSlotsThanSessions { offered, needed }.into())
    } else {
        Ok(())
    }
}

/// Until when residents are asked, while they are.
pub(super) fn may_extend_poll(scene: &Scene, series: &Series) -> Result<Moment, Refusal> {
    may_plan(scene, series)?;
    match series.stage {
        Stage::Polling { until } => Ok(until),
        Stage::TopicsOpen
        | Stage::Scheduled { .. }
        | Stage::Closed { .. }
        | Stage::Cancelled { .. } => Err(not_at_this_stage(series)),
    }
}

/// May the times be chosen? Not while residents are still answering.
pub fn may_schedule(scene: &Scene, series: &Series) -> Result<(), Refusal> {
    let until = may_extend_poll(scene, series)?;
    if scene.now <= until {
        return Err(CouncilRefusal::PollStillOpen { until }.into());
    }
    if scene.n_answers == 0 {
        return Err(CouncilRefusal::NobodyAnswered.into());
    }
    enough_slots(&series.as_of(scene.today()))
}

/// May this person see from what the times are chosen, and how? The organiser once answers are no
/// longer taken, everybody once the times are chosen.
pub fn may_see_plan(scene: &Scene, series: &Series) -> Result<(), Refusal> {
    match series.stage {
        Stage::Scheduled { .. } | Stage::Closed { .. } => Ok(()),
        Stage::TopicsOpen | Stage::Polling { .. } | Stage::Cancelled { .. } => {
            may_schedule(scene, series)
        }
    }
}

pub(super) fn may_close(scene: &Scene, series: &Series) -> Result<(), Refusal> {
    may_tend(scene.by)?;
    match series.stage {
        Stage::Scheduled { .. } if scene.is_over => Ok(()),
        Stage::Scheduled { .. } => Err(CouncilRefusal::CouncilsNotOver.into()),
        Stage::TopicsOpen
        | Stage::Polling { .. }
        | Stage::Closed { .. }
        | Stage::Cancelled { .. } => Err(not_at_this_stage(series)),
    }
}

/// What this person may do with the series next.
pub fn offers(scene: &Scene, series: &Series) -> Vec<Offer> {
    let answers = scene.by.resident().is_some() && may_answer(series, scene.now).is_ok();
    let plans = may_plan(scene, series).is_ok();
    let offers = [
        (Offer::Answer, answers),
        (Offer::Schedule, may_schedule(scene, series).is_ok()),
        (Offer::OpenPoll, may_open_poll(scene, series).is_ok()),
        (Offer::ExtendPoll, may_extend_poll(scene, series).is_ok()),
        (Offer::ChooseTopics, plans),
        (Offer::AddSlots, plans),
        (Offer::WithdrawSlot, plans && !series.offered().is_empty()),
        (Offer::SetNeeds, plans),
        (Offer::Describe, plans),
        (Offer::Close, may_close(scene, series).is_ok()),
        (Offer::Cancel, plans),
    ];
    offers.into_iter().filter(|(_, is_offered)| *is_offered).map(|(offer, _)| offer).collect()
}
