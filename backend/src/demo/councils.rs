//! The demo's own councils: a series that asks for times, and one that was planned a month ago.

use std::{collections::BTreeMap, ops::ControlFlow, sync::Arc};

use huiyin_domain::{
    councils::{
        rules::{RoomForm, RulePart, SlotRuleForm, propose},
        series::{Command, NeedsForm, SeriesForm, SlotForm, best, judge, wire::SeriesPage},
    },
    ids::{CouncilId, PlaceId, SeriesId, SubmissionId},
    time::{DAY_MS, Day, Moment, begin_of},
};

use super::{Cast, lots::Lots, sessions, topics, weeks};
use crate::{
    failure::{Failure, Outcome},
    here::Here,
    series::{
        answers, plan, rows,
        schedule::{self, Verdict},
        service,
    },
    store::{Store, Tx},
    times,
};

/// An hour in milliseconds.
pub const HOUR_MS: i64 = 3_600_000;
/// How many answer each series: half of all.
const N_ANSWERS: usize = 30;
/// How many of them have said before when they can usually come.
const N_WEEKS: usize = 20;
/// How many councils a series has.
const N_SESSIONS: u32 = 2;
/// How many must be able to come.
const QUORUM: u32 = 8;
/// Of the times of the first series, so many lie three weeks back and so many ahead.
const N_TIMES: usize = 3;

/// Builds topics and councils, in one transaction.
pub fn build(store: &Store, cast: &Cast, now: Moment, places: &[PlaceId]) -> Outcome<()> {
    let (cast, places) = (cast.clone(), places.to_vec());
    store.write_now(move |tx| {
        let topics = topics::build(tx, &cast, now, &places)?;
        for neighbour in 0..N_WEEKS {
            let here = cast.resident(Cast::other(neighbour), day(now, -60));
            times::service::give(tx, &here, &weeks::usual(neighbour))?;
        }
        if let Some(councils) = planned(tx, &cast, now, &topics)? {
            sessions::build(tx, &cast, now, (&topics, &councils))?;
        }
        asked(tx, &cast, now, &topics)
    })
}

/// A moment so many days from now, at this time of the day.
pub fn day(now: Moment, days: i64) -> Moment {
    now.plus_millis(days * DAY_MS)
}

fn date(now: Moment, days: i64) -> Day {
    day(now, days).in_china().date()
}

/// The series that was planned a month ago: its councils, of which the first has sat.
///
/// Its times lie either some weeks back or some days ahead, and two councils are two weeks apart:
/// so the best plan always has one of each. Nothing in a year that the calendar does not know.
fn planned(
    tx: &mut Tx<'_>,
    cast: &Cast,
    now: Moment,
    topics: &[SubmissionId],
) -> Outcome<Option<Vec<CouncilId>>> {
    let office = cast.organiser(day(now, -48));
    let back = proposed(&office, date(now, -21), date(now, -10))?;
    let ahead = proposed(&office, date(now, 5), date(now, 16))?;
    let (Some(back), Some(ahead)) = (back, ahead) else { return Ok(None) };
    let slots = back.into_iter().take(N_TIMES).chain(ahead.into_iter().take(N_TIMES));
    let plan = Plan {
        title: date(now, -21).format("%-m月议事会").to_string(),
        about: "充电棚和快递柜，大家坐下来定个办法。",
        topics: topics.iter().take(2).copied().collect(),
        gap_days: 14,
        slots: slots.collect(),
    };
    let id = begin(tx, &office, plan)?;
    ask(tx, &office, id, Command::OpenPoll { until: evening(now, -36) })?;
    answer(tx, cast, id, "huiyin/demo/councils/planned", day(now, -44))?;
    choose(tx, &cast.organiser(day(now, -34)), id).map(Some)
}

/// The series that asks for times, for six days more. Nothing in a year that the calendar does
/// not know.
fn asked(tx: &mut Tx<'_>, cast: &Cast, now: Moment, topics: &[SubmissionId]) -> Outcome<()> {
    let office = cast.organiser(day(now, -5));
    let Some(slots) = proposed(&office, date(now, 12), date(now, 33))? else { return Ok(()) };
    let plan = Plan {
        title: date(now, 12).format("%-m月议事会").to_string(),
        about: "停车怎么排，大家来商量。您什么时候能来，请先告诉我们。",
        topics: topics.iter().skip(2).take(1).copied().collect(),
        gap_days: 5,
        // Each third, so that every kind of time is among them and nobody is asked too much.
        slots: slots.into_iter().step_by(3).take(10).collect(),
    };
    let id = begin(tx, &office, plan)?;
    ask(tx, &office, id, Command::OpenPoll { until: evening(now, 6) })?;
    answer(tx, cast, id, "huiyin/demo/councils/asked", day(now, -4))
}

/// Eight in the evening of a day.
fn evening(now: Moment, days: i64) -> Moment {
    begin_of(date(now, days)).plus_millis(20 * HOUR_MS)
}

/// The times a rule proposes between two days, as they are added; `None` when the calendar does
/// not know the year.
fn proposed(here: &Here, from: Day, until: Day) -> Outcome<Option<Vec<SlotForm>>> {
    let start = |part: RulePart| (part, part.usual_start().format("%H:%M").to_string());
    let form = SlotRuleForm {
        from_day: from.to_string(),
        until_day: until.to_string(),
        starts: RulePart::ALL.into_iter().map(start).collect(),
        room: room(),
        ..SlotRuleForm::default()
    };
    let rule = form.parse(here.today())?;
    let Ok(times) = propose(&rule, here.calendar, here.now) else { return Ok(None) };
    let slots = times.into_iter().map(|hours| SlotForm {
        day: hours.day.to_string(),
        from: hours.from.format("%H:%M").to_string(),
        until: hours.until.format("%H:%M").to_string(),
        room: room(),
        ..SlotForm::default()
    });
    Ok(Some(slots.collect()))
}

fn room() -> RoomForm {
    RoomForm {
        room: "社区活动室".to_owned(),
        seats: "30".to_owned(),
        online: "10".to_owned(),
        link: String::new(),
    }
}

/// What a series is to be before residents are asked.
struct Plan {
    title: String,
    about: &'static str,
    topics: Vec<SubmissionId>,
    gap_days: u32,
    slots: Vec<SlotForm>,
}

fn begin(tx: &mut Tx<'_>, office: &Here, plan: Plan) -> Outcome<SeriesId> {
    let form = SeriesForm { title: plan.title, about: plan.about.to_owned() };
    let id = service::create(tx, office, &form)?.series.id;
    let needs = NeedsForm {
        n_sessions: N_SESSIONS.to_string(),
        min_gap_days: plan.gap_days.to_string(),
        quorum: QUORUM.to_string(),
        notice_days: "3".to_owned(),
        most_of_kind: BTreeMap::new(),
        facilitators: office.viewer.organiser().map(|id| (id, N_SESSIONS)).into_iter().collect(),
    };
    ask(tx, office, id, Command::ChooseTopics { topics: plan.topics })?;
    ask(tx, office, id, Command::SetNeeds { form: needs })?;
    ask(tx, office, id, Command::AddSlots { slots: plan.slots })?;
    Ok(id)
}

fn ask(tx: &mut Tx<'_>, office: &Here, id: SeriesId, command: Command) -> Outcome<SeriesPage> {
    let version = rows::load(tx, office.community, id)?.version;
    service::command(tx, office, id, version, command)
}

/// Half of the community answers, one neighbour an hour.
fn answer(
    tx: &mut Tx<'_>,
    cast: &Cast,
    id: SeriesId,
    seed: &'static str,
    from: Moment,
) -> Outcome<()> {
    let mut lots = Lots::new(seed);
    let series = rows::load(tx, cast.community, id)?;
    for (neighbour, at) in (0..N_ANSWERS).zip((0..).map(|hour| from.plus_millis(hour * HOUR_MS))) {
        let here = cast.resident(Cast::other(neighbour), at);
        answers::give(tx, &here, id, &weeks::answer(&mut lots, &series, neighbour))?;
    }
    Ok(())
}

/// Takes the best plan, as the organiser does; its councils, the first first.
fn choose(tx: &mut Tx<'_>, office: &Here, id: SeriesId) -> Outcome<Vec<CouncilId>> {
    let version = rows::load(tx, office.community, id)?.version;
    let problem = plan::ready(tx, office, id)?.problem;
    let best = best(&problem, &mut |_| ControlFlow::Continue(()));
    let slots = best.page.found().map(|plan| plan.slots.clone()).unwrap_or_default();
    let command =
        Command::Schedule { slots: slots.clone(), checksum: problem.checksum(), reason: None };
    let chosen = judge(&problem, &best, &slots);
    let verdict = Verdict { best: Arc::new(best), chosen };
    let page = schedule::store(tx, office, id, version, command, &verdict)?;
    match page.series.stage.councils() {
        [] => Err(Failure::Broken(format!("no council came of series {id}"))),
        councils => Ok(councils.to_vec()),
    }
}
