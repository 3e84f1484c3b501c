//! Replaying the events of a council's stream gives its state.
use super::{
    Answer, Attendee, Council, Event, Got, Moved, NotDone, Presence, Report, Resolution, Scheduled,
    Sitting, Stage, Standing, Voiced, resolutions::Step,
};
use crate::{
    ids::{AttendeeId, CouncilId, Version},
    time::Moment,
};

/// The council that an event of scheduling begins.
pub fn begin(id: CouncilId, scheduled: &Scheduled, at: Moment) -> Council {
    Council {
        id,
        version: Version::FIRST,
        series: scheduled.series,
        title: scheduled.title.clone(),
        hours: scheduled.hours,
        room: scheduled.room.clone(),
        why_in_working_hours: scheduled.why_in_working_hours.clone(),
        on_holiday: scheduled.on_holiday,
        facilitator: scheduled.facilitator,
        quorum: scheduled.quorum,
        notice_days: scheduled.notice_days,
        sequence: 0,
        changed_at: at,
        agenda: scheduled.agenda.clone(),
        attendees: Vec::new(),
        n_turns: 0,
        opinions: Vec::new(),
        resolutions: Vec::new(),
        moves: Vec::new(),
        stage: Stage::Scheduled,
    }
}

/// The council after an event. Never decides: what was decided has happened. An event that cannot
/// follow on a state leaves it as it was, which `huiyin verify` finds.
#[must_use]
pub fn apply(council: &Council, event: &Event, at: Moment) -> Council {
    let mut after = council.clone();
    after.version = council.version.next();
    if is_on_calendars(event) {
        after.changed_at = at;
    }
    seats(&mut after, event, at);
    plan(&mut after, event, at);
    session(&mut after, event, at);
    becomes(&mut after, event, at);
    after.stage = next_stage(&council.stage, event, at);
    after
}

/// Does an event change what a calendar says of the council? Who comes and what happens in the
/// room stands on none, so a feed stays the same to the letter however many answer.
fn is_on_calendars(event: &Event) -> bool {
    match event {
        Event::Scheduled(_)
        | Event::AgendaSet { .. }
        | Event::Moved { .. }
        | Event::LinkChanged { .. }
        | Event::Cancelled { .. } => true,
        Event::Noticed
        | Event::FacilitatorReplaced { .. }
        | Event::Answered { .. }
        | Event::Declined { .. }
        | Event::Opened
        | Event::CheckedIn { .. }
        | Event::CheckInUndone { .. }
        | Event::OpinionRecorded { .. }
        | Event::Resolved { .. }
        | Event::SessionClosed { .. }
        | Event::MinutesPublished { .. }
        | Event::FollowedUp { .. }
        | Event::ReportedDone { .. }
        | Event::SaidDone { .. }
        | Event::SaidNotDone { .. }
        | Event::Closed { .. }
        | Event::Returned { .. } => false,
    }
}

/// What an event changes in the plan of the council.
fn plan(after: &mut Council, event: &Event, at: Moment) {
    match event {
        Event::AgendaSet { items } => after.agenda.clone_from(items),
        Event::Moved { hours, room, why_in_working_hours, on_holiday, reason, .. } => {
            let (from, old) = (after.hours, after.room.name.clone());
            after.moves.push(Moved { at, from, room: old, reason: reason.clone() });
            (after.hours, after.room) = (*hours, room.clone());
            after.why_in_working_hours.clone_from(why_in_working_hours);
            after.on_holiday = *on_holiday;
            after.sequence = after.sequence.saturating_add(1);
        }
        Event::LinkChanged { link } => {
            after.room.link.clone_from(link);
            after.sequence = after.sequence.saturating_add(1);
        }
        Event::FacilitatorReplaced { facilitator } => after.facilitator = *facilitator,
        Event::Cancelled { .. } => after.sequence = after.sequence.saturating_add(1),
        Event::Scheduled(_)
        | Event::Noticed
        | Event::Answered { .. }
        | Event::Declined { .. }
        | Event::Opened
        | Event::CheckedIn { .. }
        | Event::CheckInUndone { .. }
        | Event::OpinionRecorded { .. }
        | Event::Resolved { .. }
        | Event::SessionClosed { .. }
        | Event::MinutesPublished { .. }
        | Event::FollowedUp { .. }
        | Event::ReportedDone { .. }
        | Event::SaidDone { .. }
        | Event::SaidNotDone { .. }
        | Event::Closed { .. }
        | Event::Returned { .. } => {}
    }
}

/// What an event changes in who comes and who is here.
fn seats(after: &mut Council, event: &Event, at: Moment) {
    match event {
        Event::Answered { number, way, got, only_chance, .. } => {
            let turn = after.n_turns.saturating_add(1);
            after.n_turns = turn;
            if let Some(attendee) = known(after, *number) {
                attendee.is_resident = true;
                attendee.only_chance = *only_chance;
                attendee.answer = match got {
                    Got::Seat => Answer::Coming { way: *way, turn },
                    Got::Place => Answer::Waiting { way: *way, turn },
                };
            }
        }
        Event::Declined { number, .. } => {
            if let Some(attendee) = known(after, *number) {
                attendee.is_resident = true;
                attendee.answer = Answer::NotComing;
            }
        }
        Event::CheckedIn { number, way, is_resident, only_chance } => {
            if let Some(attendee) = known(after, *number) {
                attendee.is_resident = *is_resident;
                attendee.only_chance = *only_chance;
                attendee.presence = Presence::Here { at, way: *way };
            }
        }
        Event::CheckInUndone { number, .. } => {
            if let Some(attendee) = known(after, *number) {
                attendee.presence = Presence::Away;
            }
        }
        Event::Moved { pushed, .. } => pushed.iter().for_each(|it| push(after, *it)),
        Event::Scheduled(_)
        | Event::AgendaSet { .. }
        | Event::Noticed
        | Event::LinkChanged { .. }
        | Event::FacilitatorReplaced { .. }
        | Event::Cancelled { .. }
        | Event::Opened
        | Event::OpinionRecorded { .. }
        | Event::Resolved { .. }
        | Event::SessionClosed { .. }
        | Event::MinutesPublished { .. }
        | Event::FollowedUp { .. }
        | Event::ReportedDone { .. }
        | Event::SaidDone { .. }
        | Event::SaidNotDone { .. }
        | Event::Closed { .. }
        | Event::Returned { .. } => {}
    }
    event.promoted().iter().for_each(|number| promote(after, *number));
}

/// Whoever has this number, also when it is the next one.
fn known(after: &mut Council, number: AttendeeId) -> Option<&mut Attendee> {
    if number == after.next_number() {
        after.attendees.push(Attendee {
            number,
            is_resident: false,
            only_chance: false,
            answer: Answer::Nothing,
            presence: Presence::Away,
        });
    }
    let index = usize::try_from(number.0.checked_sub(1)?).ok()?;
    after.attendees.get_mut(index)
}

fn promote(after: &mut Council, number: AttendeeId) {
    if let Some(attendee) = known(after, number)
        && let Answer::Waiting { way, turn } = attendee.answer
    {
        attendee.answer = Answer::Coming { way, turn };
    }
}

fn push(after: &mut Council, number: AttendeeId) {
    if let Some(attendee) = known(after, number)
        && let Answer::Coming { way, turn } = attendee.answer
    {
        attendee.answer = Answer::Waiting { way, turn };
    }
}

/// What an event adds to what was said and resolved.
fn session(after: &mut Council, event: &Event, at: Moment) {
    match event {
        Event::OpinionRecorded { submission, words, item } => {
            let number = next(after.opinions.len());
            let (submission, words, item) = (*submission, words.clone(), *item);
            after.opinions.push(Voiced { number, submission, words, item, at });
        }
        Event::Resolved { words, item, votes, n_present, is_carried } => {
            after.resolutions.push(Resolution {
                number: next(after.resolutions.len()),
                words: words.clone(),
                item: *item,
                votes: *votes,
                n_present: *n_present,
                at,
                standing: if *is_carried { Standing::Open } else { Standing::NotCarried },
                steps: Vec::new(),
                reports: Vec::new(),
            });
        }
        Event::Scheduled(_)
        | Event::AgendaSet { .. }
        | Event::Noticed
        | Event::Moved { .. }
        | Event::LinkChanged { .. }
        | Event::FacilitatorReplaced { .. }
        | Event::Cancelled { .. }
        | Event::Answered { .. }
        | Event::Declined { .. }
        | Event::Opened
        | Event::CheckedIn { .. }
        | Event::CheckInUndone { .. }
        | Event::SessionClosed { .. }
        | Event::MinutesPublished { .. }
        | Event::FollowedUp { .. }
        | Event::ReportedDone { .. }
        | Event::SaidDone { .. }
        | Event::SaidNotDone { .. }
        | Event::Closed { .. }
        | Event::Returned { .. } => {}
    }
}

/// What an event changes in what has become of the resolutions.
fn becomes(after: &mut Council, event: &Event, at: Moment) {
    match event {
        Event::FollowedUp { resolution, words } => change(after, *resolution, |it| {
            it.steps.push(Step { at, words: words.clone() });
            it.standing = Standing::Open;
        }),
        Event::ReportedDone { resolution, words, until } => change(after, *resolution, |it| {
            it.steps.push(Step { at, words: words.clone() });
            let report = Report::new(at, *until);
            it.standing = report.standing();
            it.reports.push(report);
        }),
        Event::SaidDone { resolution } => change(after, *resolution, |it| {
            if let Some(report) = it.reports.last_mut() {
                report.n_done = report.n_done.saturating_add(1);
                it.standing = report.standing();
            }
        }),
        Event::SaidNotDone { resolution, words, reopens } => change(after, *resolution, |it| {
            if let Some(report) = it.reports.last_mut() {
                report.not_done.push(NotDone { at, words: words.clone() });
                it.standing = if *reopens { Standing::Open } else { report.standing() };
            }
        }),
        Event::Closed { carried_over } => {
            let today = at.in_china().date();
            for it in &mut after.resolutions {
                let later = carried_over.iter().find(|carried| carried.resolution == it.number);
                it.standing = match later {
                    Some(carried) => Standing::CarriedOver { into: carried.into },
                    None => it.standing_on(today),
                };
            }
        }
        Event::Returned { resolutions } => {
            resolutions.iter().for_each(|number| {
                change(after, *number, |it| it.standing = Standing::Open);
            });
        }
        Event::Scheduled(_)
        | Event::AgendaSet { .. }
        | Event::Noticed
        | Event::Moved { .. }
        | Event::LinkChanged { .. }
        | Event::FacilitatorReplaced { .. }
        | Event::Cancelled { .. }
        | Event::Answered { .. }
        | Event::Declined { .. }
        | Event::Opened
        | Event::CheckedIn { .. }
        | Event::CheckInUndone { .. }
        | Event::OpinionRecorded { .. }
        | Event::Resolved { .. }
        | Event::SessionClosed { .. }
        | Event::MinutesPublished { .. } => {}
    }
}

fn change(after: &mut Council, resolution: u32, with: impl FnOnce(&mut Resolution)) {
    if let Some(it) = after.resolutions.iter_mut().find(|it| it.number == resolution) {
        with(it);
    }
}

fn next(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX).saturating_add(1)
}

fn next_stage(stage: &Stage, event: &Event, at: Moment) -> Stage {
    match (event, stage) {
        (Event::Noticed, Stage::Scheduled) => Stage::Noticed { at },
        (Event::Opened, Stage::Noticed { .. }) => Stage::InSession { since: at },
        (Event::SessionClosed { n_present, outcome }, Stage::InSession { since }) => {
            let (n_present, outcome) = (*n_present, outcome.clone());
            Stage::Ended { sitting: Sitting { since: *since, until: at, n_present, outcome } }
        }
        (Event::MinutesPublished { summary }, Stage::Ended { sitting }) => {
            let (sitting, summary) = (sitting.clone(), summary.clone());
            Stage::MinutesPublished { sitting, summary, at }
        }
        (Event::Closed { .. }, Stage::MinutesPublished { sitting, summary, at: published }) => {
            let (sitting, summary) = (sitting.clone(), summary.clone());
            Stage::Closed { sitting, summary, published_at: *published, at }
        }
        (Event::Cancelled { reason }, Stage::Scheduled | Stage::Noticed { .. }) => {
            Stage::Cancelled { reason: reason.clone(), at }
        }
        (
            Event::Scheduled(_)
            | Event::AgendaSet { .. }
            | Event::Noticed
            | Event::Moved { .. }
            | Event::LinkChanged { .. }
            | Event::FacilitatorReplaced { .. }
            | Event::Cancelled { .. }
            | Event::Answered { .. }
            | Event::Declined { .. }
            | Event::Opened
            | Event::CheckedIn { .. }
            | Event::CheckInUndone { .. }
            | Event::OpinionRecorded { .. }
            | Event::Resolved { .. }
            | Event::SessionClosed { .. }
            | Event::MinutesPublished { .. }
            | Event::FollowedUp { .. }
            | Event::ReportedDone { .. }
            | Event::SaidDone { .. }
            | Event::SaidNotDone { .. }
            | Event::Closed { .. }
            | Event::Returned { .. },
            _,
        ) => stage.clone(),
    }
}
