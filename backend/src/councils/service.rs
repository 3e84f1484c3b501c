//! What is done with councils: every change goes through [`happen`], in one transaction.

use huiyin_domain::{
    councils::{
        Group, Slot,
        meeting::{
            self, Command, Council, CouncilTitle, Event, Scheduled, Who,
            agenda::{Topic, with_open, with_topics},
            content_of, decide, is_holiday, may_remind,
            wire::{CouncilPage, ReminderForm},
        },
        rules::SlotProblem,
        series::{Series, wire::NextCouncil},
    },
    ids::{AttendeeId, CouncilId, ResidentId, SeriesId, StaffId, SubmissionId, Version},
    problems::FieldFault,
    refusals::Refusal,
};

use super::{
    confirming,
    known::{self, Known},
    pages,
    people::{self, FreshCodes},
    returning, rows, sittings, telling,
};
use crate::{
    failure::{Failure, Outcome},
    feedback,
    here::Here,
    proposals, residents,
    store::Tx,
};

/// Begins a council of a series, at a time that was chosen. What earlier councils left open is
/// the first thing on its agenda, unless another council has it already; after that come these
/// topics.
pub fn begin(
    tx: &mut Tx<'_>,
    here: &Here,
    series: &Series,
    slot: &Slot,
    (facilitator, topics): (Option<StaffId>, &[Topic]),
    number: CouncilId,
) -> Outcome<Council> {
    // Councils of other series may have taken the room, or whoever would lead this one.
    let ahead = rows::ahead(tx, here.community)?.into_iter();
    let at_once: Vec<Council> = ahead.filter(|it| it.hours.overlaps(slot.hours)).collect();
    if let Some(other) = at_once.iter().find(|it| it.room.name == slot.room.name) {
        let problem = SlotProblem::RoomTaken { room: slot.room.name.clone(), by: other.hours };
        return Err(Refusal::NoSlot { hours: slot.hours, problem }.into());
    }
    let is_free = |id: &StaffId| at_once.iter().all(|it| it.facilitator != Some(*id));
    let facilitator = facilitator.filter(is_free);
    let title = CouncilTitle::shortened(series.title.as_str());
    let scheduled = Scheduled {
        series: series.id,
        title: title.map_err(|_| Failure::Broken(format!("series {} has no title", series.id)))?,
        hours: slot.hours,
        room: slot.room.clone(),
        why_in_working_hours: slot.why_in_working_hours.clone(),
        on_holiday: is_holiday(here.calendar, slot.hours.day),
        facilitator,
        quorum: series.needs.quorum,
        notice_days: series.needs.notice_days,
        agenda: Vec::new(),
    };
    let bare = meeting::begin(number, &scheduled, here.now);
    let agenda = with_open(Vec::new(), &known::open_before(tx, here.community, &bare)?);
    let agenda = with_topics(agenda, topics, bare.minutes());
    let scheduled = Scheduled { agenda, ..scheduled };
    let council = meeting::begin(number, &scheduled, here.now);
    rows::insert(tx, here.community, &council, slot.id)?;
    rows::record(tx, here, number, &Event::Scheduled(Box::new(scheduled)))?;
    Ok(council)
}

/// Are all councils of a series over, or cancelled?
pub fn are_over(tx: &mut Tx<'_>, here: &Here, series: SeriesId) -> Outcome<bool> {
    let councils = rows::of_series(tx, here.community, series)?;
    Ok(councils.iter().all(|council| !council.stage.kind().is_ahead()))
}

/// The next council of a series that is not over.
pub fn next(tx: &mut Tx<'_>, here: &Here, series: SeriesId) -> Outcome<Option<NextCouncil>> {
    let councils = rows::of_series(tx, here.community, series)?;
    let is_next = |it: &&Council| it.stage.kind().is_ahead() && here.now < it.hours.ends();
    Ok(councils.iter().find(is_next).map(|it| NextCouncil { id: it.id, hours: it.hours }))
}

/// What comes with a request besides its command.
#[derive(Clone, Debug)]
pub struct With {
    /// The version the command was decided on.
    pub version: Option<Version>,
    /// Codes by chance, for whoever needs one.
    pub codes: FreshCodes,
}

/// Does what somebody asks of a council.
pub fn command(
    tx: &mut Tx<'_>,
    here: &Here,
    id: CouncilId,
    with: &With,
    command: Command,
) -> Outcome<CouncilPage> {
    let before = rows::load(tx, here.community, id)?;
    check_version(&before, with.version, &command)?;
    let (who, said) = who(tx, here, &before, &command)?;
    let mut known = Known::of(tx, here, &before, who)?;
    let voiced = voiced(tx, here, &command)?;
    known.submission = voiced.as_ref().map(|(id, _)| *id);
    let event = decide(&known.scene(here), &before, command)?;
    if let Some(number) = number_of(&event) {
        people::keep(tx, here, &before, number, (who, said))?;
    }
    if let (Event::OpinionRecorded { words, .. }, Some((id, speaker))) = (&event, voiced) {
        feedback::service::take_voiced(tx, here, id, speaker, content_of(words))?;
    }
    if let Event::Answered { number, .. } = &event {
        people::has_answered(tx, here, id, *number, &with.codes)?;
    }
    confirming::keep(tx, here, &before, &event)?;
    let after = happen(tx, here, &before, &event)?;
    if after.came_to_nothing() && !before.came_to_nothing() {
        returning::go_on(tx, here, &after)?;
    }
    pages::page_of(tx, here, &after)
}

/// Lets something that was decided happen: state and event are stored together, whoever is
/// concerned is told, and a session that ended is counted.
pub fn happen(tx: &mut Tx<'_>, here: &Here, before: &Council, event: &Event) -> Outcome<Council> {
    let after = meeting::apply(before, event, here.now);
    rows::change(tx, here, before.version, &after)?;
    rows::record(tx, here, after.id, event)?;
    telling::tell(tx, here, &after, event)?;
    if let Event::SessionClosed { .. } = event {
        sittings::keep(tx, here, &after)?;
    }
    Ok(after)
}

/// Keeps when somebody wants to be reminded.
pub fn remind(
    tx: &mut Tx<'_>,
    here: &Here,
    id: CouncilId,
    form: ReminderForm,
) -> Outcome<CouncilPage> {
    let council = rows::load(tx, here.community, id)?;
    let known = Known::of(tx, here, &council, here.viewer.resident())?;
    let resident = may_remind(&known.scene(here), &council)?;
    people::keep_reminder(tx, here, id, resident, form.reminder)?;
    pages::page_of(tx, here, &council)
}

fn check_version(council: &Council, version: Option<Version>, command: &Command) -> Outcome<()> {
    match version {
        _ if command.is_for_any_version() => Ok(()),
        Some(version) if version == council.version => Ok(()),
        Some(_) => Err(Failure::stale(council.version)),
        None => Err(Failure::malformed("the header If-Match is missing")),
    }
}

/// The resident whom a command is about, and what somebody without an account said of their days.
fn who(
    tx: &mut Tx<'_>,
    here: &Here,
    council: &Council,
    command: &Command,
) -> Outcome<(Option<ResidentId>, Option<Group>)> {
    match command {
        Command::Rsvp { resident, .. } | Command::Decline { resident } => {
            Ok((resident.or(here.viewer.resident()), None))
        }
        Command::SayDone { .. } | Command::SayNotDone { .. } => Ok((here.viewer.resident(), None)),
        Command::CheckIn { who, .. } => match who {
            Who::Resident { id } => Ok((Some(*id), None)),
            // Only the office may try codes.
            Who::Code { code } if here.viewer.organiser().is_some() => {
                Ok((people::by_code(tx, here.community, council.id, code)?, None))
            }
            Who::Code { .. } => Ok((None, None)),
            // Nobody chooses to have had no chance.
            Who::WalkIn { group } => Ok((None, group.filter(|it| Group::CHOICES.contains(it)))),
        },
        Command::SetAgenda { .. }
        | Command::GiveNotice
        | Command::Move { .. }
        | Command::ChangeLink { .. }
        | Command::ReplaceFacilitator { .. }
        | Command::Cancel { .. }
        | Command::Open
        | Command::UndoCheckIn { .. }
        | Command::RecordOpinion { .. }
        | Command::Resolve { .. }
        | Command::CloseSession { .. }
        | Command::PublishMinutes { .. }
        | Command::FollowUp { .. }
        | Command::Close => Ok((None, None)),
    }
}

/// The number that an opinion's submission will have, and who says it.
fn voiced(
    tx: &mut Tx<'_>,
    here: &Here,
    command: &Command,
) -> Outcome<Option<(SubmissionId, Option<ResidentId>)>> {
    let Command::RecordOpinion { speaker, .. } = command else { return Ok(None) };
    let speaker = speaker.filter(|_| here.viewer.organiser().is_some());
    if let Some(id) = speaker
        && residents::service::public_name(tx, here.community, id)?.is_none()
    {
        return Err(Failure::field("speaker", FieldFault::UnknownResident));
    }
    Ok(Some((SubmissionId(proposals::service::next_id(tx, here)?.0), speaker)))
}

/// The number of whoever an event is about, where it can be new.
fn number_of(event: &Event) -> Option<AttendeeId> {
    match event {
        Event::Answered { number, .. }
        | Event::Declined { number, .. }
        | Event::CheckedIn { number, .. } => Some(*number),
        Event::Scheduled(_)
        | Event::AgendaSet { .. }
        | Event::Noticed
        | Event::Moved { .. }
        | Event::LinkChanged { .. }
        | Event::FacilitatorReplaced { .. }
        | Event::Cancelled { .. }
        | Event::Opened
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
        | Event::Returned { .. } => None,
    }
}
