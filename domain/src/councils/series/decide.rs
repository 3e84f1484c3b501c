//! What comes of what the organiser asks of a series.
use super::{
    About, Asked, CHOOSING_DAYS, Chosen, Event, NeedsForm, SLOTS_MOST, Scene, Series, SeriesForm,
    SeriesTitle, SlotForm, Stage, Standing, TOPICS_MOST, Worth, may,
};
use crate::{
    councils::{
        CouncilRefusal, Hours, Reason, Slot, SlotKind,
        rules::{SlotProblem, check_rooms, check_slot},
    },
    ids::{CouncilId, SlotId, SubmissionId},
    problems::{FieldFault, FieldProblem, ProblemKind},
    refusals::Refusal,
    time::{Day, Moment},
};
use chrono::Days;
use huiyin_derive::ReadTagged;
use serde::Serialize;
use std::collections::BTreeSet;

/// What the organiser can ask of a series.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ReadTagged)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Command {
    /// Mend its title and what it is for.
    Describe {
        /// As the organiser fills it in.
        form: SeriesForm,
    },
    /// Choose its topics, the first first.
    ChooseTopics {
        /// Which.
        topics: Vec<SubmissionId>,
    },
    /// Say what a plan has to keep to.
    SetNeeds {
        /// As the organiser fills it in.
        form: NeedsForm,
    },
    /// Add times; residents who have answered are asked only about these.
    AddSlots {
        /// Each as it is filled in.
        slots: Vec<SlotForm>,
    },
    /// Take a time out; the answers about it stay.
    WithdrawSlot {
        /// Which.
        slot: SlotId,
        /// Why.
        reason: Reason,
    },
    /// Ask residents when they can come.
    OpenPoll {
        /// Until when.
        until: Moment,
    },
    /// Ask longer, or again after the end.
    ExtendPoll {
        /// Until when.
        until: Moment,
        /// Why.
        reason: Reason,
    },
    /// Choose the times.
    Schedule {
        /// Which.
        slots: Vec<SlotId>,
        /// The checksum of what they were planned from.
        checksum: String,
        /// Why not the best plan, if these are not.
        reason: Option<Reason>,
    },
    /// End it; all of its councils are over.
    Close,
    /// Give it up.
    Cancel {
        /// Why.
        reason: Reason,
    },
}

/// What the planner says about a choice, found by the service from the answers as they are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// The checksum of the answers, slots and needs.
    pub checksum: String,
    /// How good the choice is; `None` when it breaks one of the needs.
    pub chosen: Option<Worth>,
    /// How good the best plan is that was found; `None` when there is none.
    pub best: Option<Worth>,
    /// No plan is better than this; equal to `best` when that was proven.
    pub bound: Worth,
    /// The numbers of the councils that come of it, one for each slot.
    pub councils: Vec<CouncilId>,
}

/// What a command comes to, or why it does nothing.
pub fn decide(scene: &Scene, series: &Series, command: Command) -> Result<Event, ProblemKind> {
    match command {
        Command::Describe { form } => {
            may::may_plan(scene, series)?;
            let (title, about): (SeriesTitle, About) = form.parse().map_err(invalid)?;
            Ok(Event::Described { title, about })
        }
        Command::ChooseTopics { topics } => choose_topics(scene, series, topics),
        Command::SetNeeds { form } => {
            may::may_plan(scene, series)?;
            Ok(Event::NeedsSet { needs: form.parse().map_err(invalid)? })
        }
        Command::AddSlots { slots } => add_slots(scene, series, &slots),
        Command::WithdrawSlot { slot, reason } => {
            may::may_plan(scene, series)?;
            match series.slot(slot) {
                Some(Asked { withdrawn: None, .. }) => Ok(Event::SlotWithdrawn { slot, reason }),
                Some(_) | None => Err(CouncilRefusal::UnknownSlot.into()),
            }
        }
        Command::OpenPoll { until } => {
            may::may_open_poll(scene, series)?;
            Ok(Event::PollOpened { until: before_the_slots(scene, series, until)? })
        }
        Command::ExtendPoll { until, reason } => {
            let from = may::may_extend_poll(scene, series)?;
            if until <= from {
                return Err(invalid(vec![date("until")]));
            }
            let to = before_the_slots(scene, series, until)?;
            Ok(Event::PollExtended { from, to, reason })
        }
        Command::Schedule { slots, checksum, reason } => {
            schedule(scene, series, &slots, &checksum, reason)
        }
        Command::Close => Ok(may::may_close(scene, series).map(|()| Event::Closed)?),
        Command::Cancel { reason } => {
            may::may_plan(scene, series)?;
            Ok(Event::Cancelled { reason })
        }
    }
}

fn choose_topics(
    scene: &Scene,
    series: &Series,
    topics: Vec<SubmissionId>,
) -> Result<Event, ProblemKind> {
    may::may_plan(scene, series)?;
    if TOPICS_MOST < topics.len() {
        let fault = FieldFault::TooMany { max: TOPICS_MOST };
        return Err(invalid(vec![FieldProblem { field: "topics".to_owned(), fault }]));
    }
    let once: BTreeSet<_> = topics.iter().collect();
    if once.len() < topics.len() {
        return Err(CouncilRefusal::TopicTwice.into());
    }
    Ok(Event::TopicsChosen { topics })
}

fn add_slots(scene: &Scene, series: &Series, forms: &[SlotForm]) -> Result<Event, ProblemKind> {
    may::may_plan(scene, series)?;
    let mut problems = Vec::new();
    let mut slots: Vec<Asked> = Vec::new();
    let first = series.slots.iter().map(|asked| asked.slot.id.0).max().unwrap_or(0);
    let first = first.saturating_add(1);
    if forms.is_empty() {
        problems.push(FieldProblem { field: "slots".to_owned(), fault: FieldFault::NothingChosen });
    }
    if SLOTS_MOST < series.offered().len() + forms.len() {
        let fault = FieldFault::TooMany { max: SLOTS_MOST };
        problems.push(FieldProblem { field: "slots".to_owned(), fault });
    }
    for (form, id) in forms.iter().zip(first..) {
        match form.parse(SlotId(id)) {
            Ok(slot) => {
                let kind = may_offer(scene, series, &slots, &slot)?;
                slots.push(Asked { slot, kind, withdrawn: None });
            }
            Err(faults) => problems.extend(faults.into_iter().map(|problem| FieldProblem {
                field: format!("{}-{}", problem.field, id - first),
                ..problem
            })),
        }
    }
    if problems.is_empty() { Ok(Event::SlotsAdded { slots }) } else { Err(invalid(problems)) }
}

/// The choice is judged against the answers as they are now, by the same planner everybody has.
fn schedule(
    scene: &Scene,
    series: &Series,
    slots: &[SlotId],
    checksum: &str,
    reason: Option<Reason>,
) -> Result<Event, ProblemKind> {
    may::may_schedule(scene, series)?;
    for asked in slots.iter().filter_map(|id| series.slot(*id)) {
        // The calendar may have been replaced since the time was added.
        let (hours, why) = (asked.slot.hours, asked.slot.why_in_working_hours.as_ref());
        check_slot(hours, why, scene.calendar, scene.now)?;
        if !series.is_in_time(hours, scene.today()) {
            return Err(too_near(series, hours, scene.today()).into());
        }
    }
    let found = scene.found.ok_or(CouncilRefusal::AnswersChanged)?;
    if found.checksum != checksum {
        return Err(CouncilRefusal::AnswersChanged.into());
    }
    let worth = found.chosen.ok_or(CouncilRefusal::PlanBreaksNeeds)?;
    let best = found.best.unwrap_or(worth).max(worth);
    let standing = match reason {
        _ if worth == best && best == found.bound => Standing::Best,
        _ if worth == best => Standing::Within { bound: found.bound },
        Some(reason) => Standing::Other { best, reason },
        None => return Err(CouncilRefusal::OtherPlanNeedsReason { best, chosen: worth }.into()),
    };
    let mut slots = slots.to_vec();
    slots.sort_by_key(|id| series.slot(*id).map(|asked| asked.slot.hours));
    let plan = Chosen { slots, worth, standing, checksum: checksum.to_owned() };
    Ok(Event::Scheduled { plan, councils: found.councils.clone() })
}

/// Residents answer before the first of the times, early enough that the times can be chosen and
/// notice of it be given.
fn before_the_slots(scene: &Scene, series: &Series, until: Moment) -> Result<Moment, ProblemKind> {
    if until <= scene.now {
        return Err(invalid(vec![date("until")]));
    }
    let first = series.offered().first().map(|asked| asked.slot.hours);
    let (Some(hours), Some(latest)) = (first, series.latest_end()) else {
        return Ok(until);
    };
    if hours.begins() <= until {
        return Err(invalid(vec![date("until")]));
    }
    if latest < scene.today() {
        return Err(too_near(series, hours, day_after(scene.today())).into());
    }
    if latest < until.in_china().date() {
        let fault = FieldFault::DayTooFar { latest };
        return Err(invalid(vec![FieldProblem { field: "until".to_owned(), fault }]));
    }
    Ok(until)
}

/// These hours come too soon for a notice that can be given from this day on.
fn too_near(series: &Series, hours: Hours, notice: Day) -> Refusal {
    let from = series.first_day_after(notice);
    Refusal::NoSlot { hours, problem: SlotProblem::TooNearForNotice { from } }
}

/// The day on which the times are chosen, when the last answers come on this one.
fn day_after(day: Day) -> Day {
    day.checked_add_days(Days::new(CHOOSING_DAYS.into())).unwrap_or(Day::MAX)
}

/// While residents are asked, no time is added whose notice would come before their answers.
fn is_after_the_answers(scene: &Scene, series: &Series, hours: Hours) -> Result<(), Refusal> {
    let Stage::Polling { until } = series.stage else { return Ok(()) };
    let notice = match scene.now <= until {
        true => day_after(until.in_china().date()),
        false => scene.today(),
    };
    match series.is_in_time(hours, notice) {
        true => Ok(()),
        false => Err(too_near(series, hours, notice)),
    }
}

/// May a council sit then, and is the room free? What kind of time it is.
fn may_offer(
    scene: &Scene,
    series: &Series,
    added: &[Asked],
    slot: &Slot,
) -> Result<SlotKind, Refusal> {
    let why = slot.why_in_working_hours.as_ref();
    let facts = check_slot(slot.hours, why, scene.calendar, scene.now)?;
    is_after_the_answers(scene, series, slot.hours)?;
    let others = series.offered().into_iter().chain(added).map(|asked| asked.slot.clone());
    let slots: Vec<_> = others.chain([slot.clone()]).collect();
    check_rooms(&slots)?;
    Ok(facts.kind)
}

fn date(field: &str) -> FieldProblem {
    FieldProblem { field: field.to_owned(), fault: FieldFault::Date }
}

fn invalid(problems: Vec<FieldProblem>) -> ProblemKind {
    ProblemKind::Invalid { problems }
}
